// Documents without an owner
// sv: Dokument utan ägare
// description: Governing documents in force that no council, team or organisation owns.
// expect: no rows (major)
// dialect: openCypher 9
MATCH (d:Document)
WHERE d.level IS NOT NULL AND coalesce(d.status, 'valid') <> 'retired' AND NOT (d)-[:OWNED_BY]->()
OPTIONAL MATCH (d)-[:BELONGS_TO]->(a:ProgrammeArea)
RETURN d.name AS document, d.level AS level, d.status AS status, collect(a.name) AS areas
ORDER BY level, document
