// Timeline
// sv: Tidslinje
// description: Meetings, events and decisions with a date, in order, with whoever held, took or gave them; an uncertain date has a question mark.
// dialect: openCypher 9
MATCH (n)
WHERE (n:Meeting OR n:Event OR n:Decision) AND n.date IS NOT NULL
OPTIONAL MATCH (n)-[:HELD_BY]->(h)
OPTIONAL MATCH (w)-[:DECIDES]->(n)
OPTIONAL MATCH (n)-[:DOCUMENTED_IN]->(:Document)<-[:PRODUCES]-(p)
WITH n, collect(DISTINCT h.name) + collect(DISTINCT w.name) + collect(DISTINCT p.name) AS bodies
RETURN n.date AS date, labels(n)[0] AS kind, n.name AS what, bodies, n.source AS source, n.lines AS lines
ORDER BY date, what
