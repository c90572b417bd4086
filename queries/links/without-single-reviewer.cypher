// Links without a single reviewer
// sv: Länkar utan en entydig granskare
// description: Links whose area has no council or several, or that belong to no area.
// expect: no rows (minor)
// dialect: openCypher 9
MATCH (l:DesignLink)
OPTIONAL MATCH (l)-[:BELONGS_TO]->(a:ProgrammeArea)
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
WITH l, collect(DISTINCT a.name) AS areas, collect(DISTINCT c.name) AS councils
WHERE size(councils) <> 1
RETURN l.name AS link, areas, councils
ORDER BY size(councils), link
