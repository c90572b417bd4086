// Facts that are inferred
// sv: Uppgifter som är slutsatser
// description: Nodes and relationships that the sources suggest but do not state.
// dialect: openCypher 9
MATCH (n)
WHERE n.basis = 'inferred' AND NOT n:Issue AND NOT n:StatedTotal
RETURN labels(n)[0] AS fact, n.name AS subject, NULL AS object, n.source AS source, n.lines AS lines, n.note AS note
UNION ALL
MATCH (a)-[r]->(b)
WHERE r.basis = 'inferred' AND NOT a:Issue AND NOT a:StatedTotal
RETURN type(r) AS fact, a.name AS subject, b.name AS object, r.source AS source, r.lines AS lines, r.note AS note
