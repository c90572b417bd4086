RETURN 1 + 2 - 3 * 4 / 5 % 6 ^ 7 AS x

RETURN (1 + 2) * (3 - 4) AS x

RETURN 1 - (2 - 3) AS x

RETURN (1 - 2) - 3 AS x

RETURN 2 ^ 3 ^ 4 AS x

RETURN 2 ^ (3 ^ 4) AS x

RETURN -2 ^ 2 AS x

RETURN -(2 ^ 2) AS x

RETURN -a + +b - -c AS x

RETURN - - 1 AS x

RETURN -(1) AS x

RETURN a OR b XOR c AND NOT d AS x

RETURN ((a OR b) XOR c) AND NOT (d OR e) AS x

RETURN a OR b OR c OR d AS x

RETURN (a OR b) OR (c OR d) AS x

RETURN a AND (b AND c) AND d AS x

RETURN NOT NOT a AS x

RETURN NOT a = b AS x

RETURN (NOT a) = b AS x

RETURN a = b <> c < d <= e > f >= g AS x

RETURN (a < b) < c AS x

RETURN a < b + 1 AND c AS x

RETURN a IN b IN c AS x

RETURN a IN (b IN c) AS x

RETURN a + b IN c + d AS x

RETURN a STARTS WITH 'x' OR b ENDS WITH 'y' OR c CONTAINS 'z' OR d =~ '.*' AS x

RETURN a IS NULL AND b IS NOT NULL AS x

RETURN a = b IS NULL AS x

RETURN (a = b) IS NULL AS x

RETURN NOT a IS NULL AS x

RETURN a.b.c[1].d[2..3][..4][5..][..] AS x

RETURN (a + b).c AS x

RETURN (-1).c AS x

RETURN [1, 2][0] AS x

RETURN [1, 2] + [3][0] AS x

RETURN list[1..3] AS x

RETURN list[-3..-1] AS x

RETURN [] AS a, [[]] AS b, {} AS c, {a: {}} AS d

RETURN {a: 1, `b c`: [2, {d: null}], match: 3} AS x

RETURN n:A AS a, n:A:B AS b, (n:A).x AS c, n.m:B AS d

RETURN [x IN list] AS x

RETURN [x IN list WHERE x > 1] AS x

RETURN [x IN list | x + 1] AS x

RETURN [x IN list WHERE x > 1 AND x IN [1, 2] | [y IN x | y]] AS x

RETURN [x IN list, y IN list] AS x

RETURN [(x IN list)] AS x

RETURN [x IN list WHERE x:A | x.name] AS x

RETURN [x IN list WHERE x:A|B | x.name] AS x

RETURN [x IN list WHERE x:A|:B | x.name] AS x

RETURN all(x IN list WHERE x > 1) OR any(x IN list WHERE x) OR none(x IN list WHERE NOT x) OR single(x IN list WHERE x) AS x

RETURN all(x) AS a, any AS b, single.none AS c

RETURN any(x IN list) AS x

RETURN reduce(sum = 0, x IN list | sum + x * 2) AS x

RETURN CASE WHEN a THEN 1 END AS x

RETURN CASE a WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END AS x

RETURN CASE WHEN a THEN CASE b WHEN 1 THEN 2 END ELSE 3 END + 1 AS x

RETURN CASE (a) WHEN [1][0] THEN {b: 1} END.b AS x

RETURN count(*) AS a, count(DISTINCT n.x) AS b, COUNT ( n ) AS c, collect(distinct) AS d

RETURN duration.between(a, b) AS a, date() AS b, my.own.function(1, 'x') AS c

RETURN datetime({year: 1984}).epochMillis AS x

RETURN toUpper('x') + toString(1.0) AS x

RETURN n {.a, .b, .*, c: 1 + 2, m} AS x

RETURN n {} AS x

RETURN $a + $0 + $`a b` AS x

RETURN $list[$i].x AS x

MATCH (n) WHERE EXISTS { (n)-->(m) } RETURN n

MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x = n.x } RETURN n

MATCH (n) WHERE exists { MATCH (n)-->(m) WHERE m.x = 1 RETURN m } RETURN n

MATCH (n) WHERE NOT EXISTS { p = (n)-->() WHERE EXISTS { MATCH (n)<--() } } RETURN n

MATCH (n) RETURN COUNT { (n)-->() } + COUNT { MATCH (n) RETURN n UNION MATCH (m) RETURN m } AS x

MATCH (n) RETURN COLLECT { MATCH (n)-->(m) RETURN m.x } AS x

RETURN count {.a} AS a, exists AS b, collect + count AS c

RETURN a||b||c AS x

RETURN null IS NULL = true AS x

RETURN a.starts STARTS WITH a.ends AS x
