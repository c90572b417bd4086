// Who steers, reports, proposes and escalates
// sv: Vem som styr, rapporterar, föreslår och lyfter
// description: The relations between groups, roles, programmes and projects.
// dialect: openCypher 9
MATCH (a)-[r:STEERS|REPORTS_TO|PROPOSES_TO|ESCALATES_TO]->(b)
RETURN type(r) AS relation, a.name AS from_body, b.name AS to_body, r.order AS step,
       r.basis AS basis, r.source AS source, r.lines AS lines
ORDER BY relation, step, from_body, to_body
