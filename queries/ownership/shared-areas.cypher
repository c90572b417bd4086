// Programme areas shared by several councils
// sv: Programområden som flera samordningsråd delar
// description: What belongs to such an area has no single responsible council.
// dialect: openCypher 9
MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a:ProgrammeArea)
WITH a, count(c) AS councils, collect(c.name) AS names
WHERE councils > 1
RETURN a.name AS area, councils, names
ORDER BY councils DESC, area
