// Documents that cite each other in a circle
// sv: Dokument som hänvisar till varandra i en cirkel
// description: Each circle of up to six documents once.
// expect: no rows (minor)
// dialect: openCypher 9
MATCH p = (d:Document)-[:CITES*1..6]->(d)
WHERE all(x IN nodes(p) WHERE d.key <= x.key)
RETURN length(p) AS length, [x IN nodes(p) | x.name] AS documents
ORDER BY length, documents
