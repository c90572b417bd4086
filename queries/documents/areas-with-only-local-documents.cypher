// Areas with local documents only
// sv: Områden med bara lokala dokument
// description: Areas where a regional guideline is missing and one should be made.
// dialect: openCypher 9
MATCH (d:Document)-[:BELONGS_TO]->(a:ProgrammeArea)
WHERE coalesce(d.status, 'valid') <> 'retired'
WITH a, count(d) AS documents, sum(CASE WHEN d.level = 'local' THEN 1 ELSE 0 END) AS local_documents
WHERE documents = local_documents
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
RETURN a.name AS area, local_documents, collect(c.name) AS councils
ORDER BY local_documents DESC, area
