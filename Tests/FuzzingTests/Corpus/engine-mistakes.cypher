CREATE (:Council {key: 'sor-a', name: 'SOR A', status: 'open'})

MATCH (c:Council) RETURN d.name

MATCH (c:Council) RETURN toUper(c.name)

MATCH (c:Council)

RETURN 1 + count(*) + nobody

MATCH (c) WHERE count(c) > 1 RETURN c

RETURN 1 AND true

MATCH (c) WITH c.name RETURN 1

RETURN 1 / 0

RETURN $nobody

MATCH p = ANY SHORTEST (a)-[*]->(b) RETURN p, q

RETURN nofunction(x)

EXPLAIN MATCH (c:Council) RETURN c.name
