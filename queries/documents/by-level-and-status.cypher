// Documents by level and status
// sv: Dokument efter nivå och status
// description: How many governing documents there are on each level in each status.
// dialect: openCypher 9
MATCH (d:Document)
WHERE d.level IS NOT NULL
RETURN d.level AS level, d.status AS status, count(d) AS documents
ORDER BY level, status
