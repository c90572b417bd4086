// Approved links to local or national documents
// sv: Godkända länkar till lokala eller nationella dokument
// description: No outcome a to e covers them; a rule that was never decided asks for a regional document instead.
// expect: no rows (minor)
// dialect: openCypher 9
MATCH (l:DesignLink {outcome: 'approved'})-[:LINKS_TO]->(d:Document)
WHERE d.level IN ['local', 'national']
RETURN l.name AS link, d.name AS document, d.level AS level, l.reviewed_on AS reviewed_on
ORDER BY level, document, link
