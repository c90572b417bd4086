// Areas hosted nationally and their councils
// sv: Områden med nationellt värdskap och deras samordningsråd
// description: The programme areas that a health care region hosts nationally.
// dialect: openCypher 9
MATCH (o:Organisation)-[h:HOSTS]->(a:ProgrammeArea)
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
RETURN o.name AS host, a.name AS area, collect(c.name) AS councils, h.as_of AS as_of, h.lines AS lines
ORDER BY area
