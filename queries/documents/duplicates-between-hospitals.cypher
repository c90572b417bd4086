// The same topic governed at several hospitals
// sv: Samma ämne styrt vid flera sjukhus
// description: Local documents in force on one topic with different owners: candidates for harmonisation.
// dialect: openCypher 9
MATCH (d:Document)-[:OWNED_BY]->(o:Organisation)
WHERE d.level = 'local' AND coalesce(d.status, 'valid') <> 'retired'
WITH coalesce(d.topic, toLower(d.name)) AS topic, collect(DISTINCT o.name) AS owners, collect(DISTINCT d.name) AS documents
WHERE size(owners) > 1
RETURN topic, size(owners) AS hospitals, owners, documents
ORDER BY hospitals DESC, topic
