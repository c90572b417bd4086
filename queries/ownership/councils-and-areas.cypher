// Councils and their programme areas
// sv: Samordningsråd och deras programområden
// description: Every council with the areas it answers for, from when and as of which date.
// dialect: openCypher 9
MATCH (c:Council)
OPTIONAL MATCH (c)-[r:RESPONSIBLE_FOR]->(a:ProgrammeArea)
OPTIONAL MATCH (c)-[:PAIRED_WITH]->(g:Group)
RETURN c.number AS number, c.name AS council, a.name AS area, g.name AS paired_with,
       r.valid_from AS valid_from, r.as_of AS as_of, coalesce(r.lines, c.lines) AS lines
ORDER BY number, area
