// Links awaiting review, per council
// sv: Länkar som väntar på granskning, per samordningsråd
// description: Unreviewed links by the area they belong to; an empty council means that nobody reviews them.
// dialect: openCypher 9
MATCH (l:DesignLink)
WHERE coalesce(l.outcome, 'unreviewed') = 'unreviewed'
OPTIONAL MATCH (l)-[:BELONGS_TO]->(a:ProgrammeArea)
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
RETURN c.name AS council, a.name AS area, count(DISTINCT l) AS links
ORDER BY links DESC, council, area
