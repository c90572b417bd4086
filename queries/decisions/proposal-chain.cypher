// Proposal chain
// sv: Förslagskedja
// description: Who proposes to whom in a matter, and what the last body did.
// dialect: openCypher 9
MATCH (a)-[r:PROPOSES_TO]->(b)
OPTIONAL MATCH (b)-[:SHOULD_DECIDE]->(d:Decision)
RETURN r.order AS step, a.name AS from_body, b.name AS to_body, collect(DISTINCT d.status) AS status_of_decisions, r.lines AS lines
ORDER BY step
