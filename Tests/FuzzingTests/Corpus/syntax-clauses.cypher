match (n) return n

optional match (n:Person)-->(m) where n.age > 30 and m.age < 40 return n, m

MATCH (a), (b)-->(c) RETURN *

MATCH (n) RETURN DISTINCT n.name AS name, count(*) AS total ORDER BY total DESC, name ASCENDING SKIP 10 LIMIT 5

MATCH (n) RETURN *, n.name AS name

MATCH (n) WITH n ORDER BY n.age DESCENDING LIMIT $limit WHERE n.age > 3 RETURN n.name

MATCH (n) WITH DISTINCT n.name AS name, collect(n) AS all WHERE size(all) > 1 RETURN name

UNWIND [1, 2, 3] AS x RETURN x

UNWIND $rows AS row CREATE (n:Person) SET n = row.properties

RETURN 1 AS a UNION RETURN 2 AS a

RETURN 1 AS a UNION ALL RETURN 2 AS a UNION ALL RETURN 3 AS a

RETURN 1 AS a UNION DISTINCT RETURN 2 AS a

CREATE (a:A {x: 1})-[:R {y: 'z'}]->(b:B), (c)

CREATE (n) RETURN n;

MERGE (n:Person {name: 'Åsa'}) ON CREATE SET n.created = 1, n.x = 2 ON MATCH SET n.seen = true ON CREATE SET n:New RETURN n

MERGE (a)-[r:KNOWS]-(b)

MATCH (n) SET n.a = 1, n += {b: 2}, n = $map, n:A:B, (n).c = 3, n.list[0].x = 4

MATCH (n) SET n :Label

MATCH (n) REMOVE n.a, n:A:B

MATCH (n) DELETE n

MATCH (n)-[r]-() DETACH DELETE n, r

MATCH p = (n) DELETE p, n.list[0], {a: n}.a

CALL db.labels

CALL db.labels()

CALL test.my.proc('a', 1 + 2) YIELD out

CALL test.my.proc('a') YIELD out AS x, other WHERE x > 1 RETURN x

CALL test.my.proc YIELD *

CALL test.doNothing() YIELD - RETURN 1 AS one

MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN count(m) AS c } RETURN n, c

MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m UNION MATCH (n)<--(m) RETURN m } RETURN n, m

MATCH (n) CALL (*) { RETURN 1 AS x } RETURN x

CALL () { RETURN 1 AS x } RETURN x

MATCH p = (a)-->(b) FOREACH (n IN nodes(p) | SET n.marked = true, n:A CREATE (:Log))

FOREACH (x IN [1, 2] | FOREACH (y IN [x] | MERGE (:N {v: y})))

LOAD CSV FROM 'file.csv' AS line RETURN line[0]

LOAD CSV WITH HEADERS FROM $url AS row FIELDTERMINATOR ';' CREATE (:Row {name: row.name})

EXPLAIN MATCH (n) RETURN n

PROFILE MATCH (n) RETURN n

MATCH (a) WITH a MATCH (b) WITH a, b CREATE (a)-[:R]->(b) WITH * MATCH (c) RETURN a, b, c

RETURN 1 AS a // the rest is a comment

/* before */ RETURN /* inside */ 1 /* after */ AS a

MATCH (n)
WHERE n.x = 1
RETURN n.x
  + 1

MATCH (n) RETURN n.a, n.b AS b, (n.c), count( * )
