// Links to retired documents
// sv: Länkar till upphävda dokument
// description: Users who follow them meet a knowledge support that is not valid.
// expect: no rows (major)
// dialect: openCypher 9
MATCH (l:DesignLink)-[:LINKS_TO]->(d:Document {status: 'retired'})
OPTIONAL MATCH (new:Document)-[:SUPERSEDES]->(d)
RETURN l.name AS link, d.name AS document, d.valid_to AS valid_to, l.outcome AS outcome, collect(DISTINCT new.name) AS superseded_by
ORDER BY document, link
