// Process teams whose area is inferred
// sv: Processteam vars område är en slutsats
// description: The source states no area for these teams; shown with the inferred area and its councils.
// dialect: openCypher 9
MATCH (t:ProcessTeam)-[b:BELONGS_TO]->(a:ProgrammeArea)
WHERE b.basis = 'inferred'
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
RETURN t.name AS team, a.name AS inferred_area, collect(c.name) AS councils, t.lines AS lines
ORDER BY inferred_area, team
