MATCH (a)-[:R]->{1,5}(b) RETURN a

MATCH (a)-[:R]->{3}(b) RETURN a

MATCH (a)-[:R]->{,4}(b) RETURN a

MATCH (a)-[:R]->{2,}(b) RETURN a

MATCH (a)-[:R]->+(b)--*(c) RETURN a

MATCH ((a)-[:R]->(b)){2} RETURN a

MATCH (s) ((a)-[r:R]->(b) WHERE a.x < b.x)+ (t) RETURN s, t

MATCH ((a)-->(b))* ((c)--(d)){1,2} RETURN a

MATCH p = (s) (q = (a)-[r]->(b))* (t) RETURN p

MATCH (a) ((b) ((c)-->(d)){2} (e))+ (f) RETURN a

MATCH ANY (a)-->+(b) RETURN a

MATCH p = ANY 3 (a)-->+(b) RETURN p

MATCH p = ANY SHORTEST (a)-->+(b) RETURN p

MATCH p = ALL SHORTEST PATHS (a)-->+(b) RETURN p

MATCH p = SHORTEST 2 (a)-->+(b), q = SHORTEST 1 PATH (c)--*(d) RETURN p

MATCH p = SHORTEST 2 PATHS GROUPS (a)-->+(b) RETURN p

MATCH p = SHORTEST GROUP (a)-->+(b) RETURN p

MATCH p = ALL TRAIL PATHS (a)-->*(b) RETURN p

MATCH WALK (a)-->{1,3}(b) RETURN a

MATCH TRAIL PATH (a)-->{1,3}(b) RETURN a

MATCH p = ACYCLIC (a)-->{1,3}(b) RETURN p

MATCH p = ANY ACYCLIC PATHS (a)-->{1,3}(b) RETURN p

MATCH any = (a)-->(b) RETURN any

MATCH (s) (TRAIL (a)-->(b)){1,3} (t) RETURN s

MATCH (n:A&B) RETURN n

MATCH (n:A|B&!C) RETURN n

MATCH (n:(A|B)&!(C&D)) RETURN n

MATCH (n:%) RETURN n

MATCH (n:!%) RETURN n

MATCH (n IS A|B) RETURN n

MATCH (IS A)-[IS R]->(:!!A) RETURN 1 AS one

MATCH (n WHERE n.x > 1) RETURN n

MATCH (n:A {y: 2} WHERE n.x > 1)-[r:R WHERE r.z IS NULL]->(WHERE true) RETURN n

MATCH (n) WHERE n:A|B OR n IS C OR n:(A&B)|!C RETURN n

MATCH (n) WHERE n IS NULL OR n IS NOT NULL RETURN n

MATCH (n) FILTER n.x > 1 FILTER WHERE n.y RETURN n

MATCH (n) LET x = n.a + 1, y = x RETURN x, y

FOR x IN [1, 2] RETURN x

MATCH (n) RETURN n OFFSET 3 LIMIT 2

INSERT (a:A)-[:R]->(b:B)

MATCH (n) SET n IS A REMOVE n IS B

MATCH (n) SET n.x = 1 FINISH

MATCH (n) RETURN n, n.x + 1 AS y NEXT RETURN y ORDER BY y

MATCH (n) RETURN n.x NEXT RETURN `n.x` AS x

RETURN 1 AS x UNION RETURN 2 AS x NEXT RETURN sum(x) AS total

MATCH (n) WHERE EXISTS { ANY SHORTEST (n)-->+(m) } RETURN n

MATCH (n) WHERE (n)-[:R]->{1,3}(:A) RETURN n
