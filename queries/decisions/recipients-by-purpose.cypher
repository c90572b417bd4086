// Everything sent for one purpose
// sv: Allt som skickats för ett syfte
// description: Matters and documents with their recipients.
// parameter purpose: string = 'action'   action or information
// dialect: openCypher 9
MATCH (m)-[s:SENT_TO]->(x)
WHERE s.purpose = $purpose
RETURN m.name AS sent, labels(x)[0] AS kind, x.name AS recipient, s.via AS through, s.basis AS basis
ORDER BY sent, recipient
