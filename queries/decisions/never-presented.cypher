// Decisions never presented
// sv: Beslut som aldrig föredragits
// description: Proposed decisions that the deciding body never met, with who proposed them.
// dialect: openCypher 9
MATCH (d:Decision {status: 'never_presented'})
OPTIONAL MATCH (g)-[:SHOULD_DECIDE]->(d)
OPTIONAL MATCH (proposer:Group)-[:PROPOSES]->(d)
RETURN d.number AS point, d.statement AS statement, g.name AS should_decide, collect(DISTINCT proposer.name) AS proposed_by,
       d.source AS source, d.lines AS lines
ORDER BY point
