CREATE (:Council {key: 'sor-a', name: 'SOR A'})-[:RESPONSIBLE_FOR]->(x:Area {key: 'po-x', name: 'X'}), (b:Council {key: 'sor-b', name: 'SOR B'})-[:RESPONSIBLE_FOR]->(y:Area {key: 'po-y', name: 'Y'}), (b)-[:RESPONSIBLE_FOR]->(x), (:Area {key: 'po-z', name: 'Z'}), (t:Team {key: 'rpt-1', name: 'T1', size: 3})-[:BELONGS_TO {basis: 'stated'}]->(x), (:Team {key: 'rpt-2', name: 'T2', size: 5})-[:BELONGS_TO {basis: 'inferred'}]->(y)

MATCH (c:Council) RETURN c.name ORDER BY c.name

MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a) RETURN a.name AS area, count(*) AS n, collect(c.key) AS councils ORDER BY area

MATCH (a:Area) WHERE NOT (:Council)-[:RESPONSIBLE_FOR]->(a) RETURN a.key

MATCH (a:Area) OPTIONAL MATCH (a)<-[r:BELONGS_TO]-(t:Team) RETURN a.key, t.name, r.basis ORDER BY a.key

MATCH (c:Council {key: 'sor-b'})-[:RESPONSIBLE_FOR]->(a)<-[:BELONGS_TO]-(t) RETURN t.key ORDER BY t.key DESC

MATCH p = (t:Team {key: 'rpt-1'})-[*1..2]-(c:Council) RETURN length(p), [n IN nodes(p) | n.key] AS keys ORDER BY keys[2]

MATCH (t:Team {key: 'rpt-1'})-[*]-(x) RETURN count(DISTINCT x) AS n

MATCH (a:Team {key: 'rpt-1'}), (b:Team {key: 'rpt-2'}), p = shortestPath((a)-[*]-(b)) RETURN [n IN nodes(p) | n.key] AS keys

UNWIND [3, 1, null, 2] AS x RETURN x ORDER BY x SKIP 1 LIMIT 2

UNWIND [1, 1.0, '1', null, null] AS x RETURN DISTINCT x

RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * x] AS squares, reduce(s = 0, x IN [1, 2, 3] | s + x) AS total

RETURN all(x IN [1, 2] WHERE x > 0) AS a, any(x IN [] WHERE x > 0) AS b, none(x IN [null] WHERE x > 0) AS c, single(x IN [1, 2] WHERE x = 1) AS d

RETURN CASE WHEN 1 > 2 THEN 'a' ELSE 'b' END AS x, CASE 3 WHEN 3 THEN 'three' END AS y

MATCH (t:Team) RETURN t.name AS n UNION MATCH (a:Area) RETURN a.name AS n

MATCH (t:Team) WITH t ORDER BY t.size DESC LIMIT 1 MATCH (t)-[:BELONGS_TO]->(a) RETURN t.name, a.name

MATCH (a:Area) WHERE EXISTS { (a)<-[:BELONGS_TO]-(t:Team) WHERE t.size > 4 } RETURN a.name

MATCH (a:Area) RETURN a.name, COUNT { (a)<--() } AS n ORDER BY n DESC, a.name

MATCH (c:Council) RETURN c.key, [(c)-[:RESPONSIBLE_FOR]->(a) | a.name] AS areas ORDER BY c.key

MATCH (t:Team) RETURN t {.name, double: t.size * 2} AS m ORDER BY t.size

MATCH (t:Team)-[r]->(a) WHERE r.basis IN ['stated'] AND t.name STARTS WITH 'T' RETURN type(r), labels(a), a.name =~ '[X-Z]' AS m

MATCH (t:Team) RETURN sum(t.size) AS total, avg(t.size) AS mean, min(t.name) AS first, max(t.size) AS largest

MATCH (n:Nothing) RETURN count(n) AS n, sum(n.x) AS s, collect(n) AS c

MATCH (a)-[r1]->(b), (a)-[r2]->(c) WHERE a.key = 'sor-b' RETURN b.name, c.name ORDER BY b.name

MATCH (t:Team) RETURN * ORDER BY t.size

MATCH (t:Team)-[:BELONGS_TO]->(a) RETURN a, count(t) + 1 AS n ORDER BY n, a.name

RETURN [1, 2, 3][1..] AS a, [1, 2, 3][-1] AS b, {a: {b: 7}}.a.b AS c, 'x' + 1 AS d, 7 / 2 AS e, 7.0 / 2 AS f, 2 ^ 3 AS g, -7 % 3 AS h

RETURN null = null AS a, null IS NULL AS b, 1 < 'a' AS c, 1 <> 2 AS d, NOT null AS e, null AND false AS f, null OR true AS g

RETURN 1 < 2 < 3 AS a, 3 > 2 > 2 AS b

MATCH (a:Area {key: 'po-x'})<-[r]-(b) WITH a, collect(r) AS rs RETURN size(rs) AS n, all(r IN rs WHERE endNode(r) = a) AS same

MATCH (t:Team) WHERE t.size > 3 OR NOT exists(t.size) RETURN t.key

MATCH (a:Area), (b:Area) WHERE a.key < b.key RETURN count(*) AS pairs

MATCH (a)-[:RESPONSIBLE_FOR]->(x)<-[:RESPONSIBLE_FOR]-(b) RETURN a.key, b.key ORDER BY a.key

MATCH (x {key: 'nobody'}) OPTIONAL MATCH (x)--(y) RETURN y

OPTIONAL MATCH (x {key: 'nobody'}) RETURN x, x.name AS name
