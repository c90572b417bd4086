// Duties that hosting brings
// sv: Uppgifter som värdskapet innebär
// description: The duties of an organisation, in the order of the source.
// dialect: openCypher 9
MATCH (o:Organisation)-[r:HAS_DUTY]->(c:Concept)
RETURN o.name AS organisation, c.type AS type, c.order AS number, c.name AS duty, r.lines AS lines
ORDER BY organisation, type, number
