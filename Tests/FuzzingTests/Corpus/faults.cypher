RETURN DISTINCT 1 AS x, null AS y ORDER BY -avg(2) < 0 <= 1 DESC, y

RETURN count(*) AS n ORDER BY sum(1)

MATCH y1 = (x2:!B) DETACH DELETE y1 RETURN {num: []}, x2 {.num, .name}

MATCH c1 = (y2) DETACH DELETE c1 WITH * OPTIONAL MATCH ()-[m3:R]-(y2 WHERE y2.none < y2.name) RETURN m3
