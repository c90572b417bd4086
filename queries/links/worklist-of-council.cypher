// Worklist of a council
// sv: Ett samordningsråds arbetslista
// description: Every link in the areas of the council with what it leads to and how it was assessed; no rows if no council has exactly this name.
// parameter council: string = 'SOR Ortopedi'   the council's exact name
// dialect: openCypher 9
MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a:ProgrammeArea)<-[:BELONGS_TO]-(l:DesignLink)
WHERE c.name = $council
OPTIONAL MATCH (l)-[:LINKS_TO]->(d:Document)
RETURN a.name AS area, l.name AS link, d.name AS document, d.level AS level, d.status AS status,
       coalesce(l.outcome, 'unreviewed') AS outcome, l.reviewed_on AS reviewed_on, l.comment AS comment
ORDER BY area, link
