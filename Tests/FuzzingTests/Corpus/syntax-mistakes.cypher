;

MTACH (n) RETURN n

MATCH (n) RETRUN n

MATCH (n) WEHRE n.x = 1 RETURN n LIMT 3

MATCH (n:Person) WHERE n.age > RETURN n

MATCH (n RETURN n

MATCH (n)-[r:KNOWS->(m) RETURN r

MATCH (n)-[r]>(m) RETURN r

MATCH (n)->(m) RETURN n

MATCH (a)(b) RETURN a

MATCH (a)-[:LIKES..]->(c) RETURN c

MATCH (a)-[:LIKES*-2]->(c) RETURN c

MATCH (n) WHERE n.x == 1 AND n.y != 2 RETURN n

RETURN 42 — 41

RETURN “text”

RETURN 1 # 2

RETURN 0x AS literal

RETURN 0x1A2b3j4D AS literal

RETURN 12abc AS a, 089 AS b

RETURN 9223372036854775808 AS a, -9223372036854775809 AS b, 0x8000000000000000 AS c

RETURN 1.34E999 AS a, -1e400 AS b

RETURN '\uH' AS a, '\q' AS b, '\uD800' AS c, '\U00110000' AS d

RETURN {k1#k: 1} AS literal

RETURN {, } AS literal

RETURN {1} AS literal

RETURN {[]} AS literal

RETURN {1B2c3e67: 1} AS literal

RETURN {param} AS literal

RETURN [1, 2 AS list

RETURN [1 2] AS a, f(3 4) AS b

RETURN [, 1] AS list

RETURN (1 + 2 AS x

RETURN 1 + AS x

RETURN 'no end

MATCH (n)
RETURN n.name /* no end

RETURN `no end

MATCH (n) RETURN n, MATCH (m) RETURN m

MATCH (n) WHERE RETURN n

MATCH (n) RETURN n WHERE n.x = 1

MATCH (n) RETURN

RETURN $ AS x

RETURN 1; RETURN 2

RETURN 1 UNION

UNWIND [1, 2] RETURN 1

MATCH (n) SET n RETURN n

MATCH (n) SET n.x RETURN n

MATCH (n) REMOVE n RETURN n

MERGE (n) ON DELETE SET n.x = 1

CALL { MATCH (n RETURN n } RETURN 1 AS one

MATCH (n) WHERE EXISTS { } RETURN n

MATCH (n) WHERE EXISTS { (n)--> } RETURN n

FOREACH (x IN [1] SET x.y = 1)

RETURN CASE WHEN a THEN 1 AS x

RETURN CASE a END AS x

RETURN [x IN list WHERE x > 1 | ] AS x

RETURN all(x IN list x > 1) AS x

RETURN n. AS x, m.y AS y, AS z

MATCH (a:) RETURN a

MATCH (a {x 1}) RETURN a

MATCH ANY 0 (a)-->(b) RETURN a

MATCH (a)-->{,x}(b) RETURN a

RETURN a.b c.d

WITH 1 AS x NEXT RETURN x

RETURN n IS AS x

) RETURN 1 AS x

RETURN reduce(a = b) AS x

MATCH (n) CALL { MATCH (m) WHERE } WITH n, LIMIT 1 CALL db.f(1 2) YELD x
RETURN n x

RETURN [x IN EXISTS { MATCH (n) RETURN } | 1 2] AS x, 1 + AS y

RETURN {a: 1 b: 2}, {a b: 1}, n {.a .b}, f(a: 1)
