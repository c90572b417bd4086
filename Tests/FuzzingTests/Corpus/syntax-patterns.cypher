MATCH () RETURN 1 AS one

MATCH (:A) RETURN 1 AS one

MATCH (:A:B) RETURN 1 AS one

MATCH (n:A:B {x: 1, y: 'a'}) RETURN n

MATCH (n {x: 1}) RETURN n

MATCH (n $properties) RETURN n

MATCH (n:A $properties) RETURN n

MATCH ()-->() RETURN 1 AS one

MATCH ()<--() RETURN 1 AS one

MATCH ()--() RETURN 1 AS one

MATCH ()<-->() RETURN 1 AS one

MATCH () - - > () RETURN 1 AS one

MATCH (a)-[]->(b)<-[]-(c)-[]-(d)<-[]->(e) RETURN a

MATCH (a)-[r:R]->(b) RETURN r

MATCH (a)-[r:A|B]->(b) RETURN r

MATCH (a)-[r:A|:B|:C]->(b) RETURN r

MATCH (a)-[r:R {x: 1}]->(b) RETURN r

MATCH (a)-[{x: 1}]->(b) RETURN a

MATCH (a)-[r $p]->(b) RETURN r

MATCH (a)-[*]->(b) RETURN a

MATCH (a)-[r*]->(b) RETURN r

MATCH (a)-[r:R*2]->(b) RETURN r

MATCH (a)-[r:R*1..3]->(b) RETURN r

MATCH (a)-[r:R*1..]->(b) RETURN r

MATCH (a)-[r:R*..3]->(b) RETURN r

MATCH (a)-[r:R*..]->(b) RETURN r

MATCH (a)-[r:R*0..0 {x: 1}]->(b) RETURN r

MATCH (a)-[r:R * 1 .. 3]->(b) RETURN r

MATCH p = (a)-->(b), q = (c) RETURN p, q

MATCH p = shortestPath((a)-[*]-(b)) RETURN p

MATCH p = allShortestPaths((a:A)-[:R*..5]->(b)) RETURN p

MATCH (a)－[:R]—＞(b)〈-[:S]-(c) RETURN a

MATCH (match:Match)-[where:WHERE]->(is {in: 1}) RETURN 1 AS one

MATCH (n) WHERE (n)-->() RETURN n

MATCH (n) WHERE NOT (n)-[:R]->(:A {x: 1}) AND (n)--() RETURN n

MATCH (n) WHERE ((n)-->()) OR (n.x) - (n.y) > 1 RETURN n

MATCH (a), (b) WHERE (a)-[:R*]-(b)-[s]->() RETURN a

MATCH (n) WHERE exists((n)-->()) RETURN n

MATCH (n) RETURN [(n)-->(m) | m.x] AS xs

MATCH (n) RETURN [(n)-[r:R]->(m:A) WHERE m.x > 1 AND r.y | {m: m, r: r}] AS xs

MATCH (n) RETURN [p = (n)-->()<--(m {a: [x IN [1] | x]}) WHERE m:A | length(p)] AS xs

MATCH (n) WHERE [(n)-->()] = [] RETURN n

MATCH (a) WHERE shortestPath((a)-[*]->(:B)) IS NOT NULL RETURN a

MATCH (n) WHERE size([(n)--() | 1]) > 2 RETURN n
