// Timeline
// sv: Tidslinje
// description: Meetings, events and decisions with a date, in order; an uncertain date has a question mark.
MATCH (n)
WHERE (n:Meeting OR n:Event OR n:Decision) AND n.date IS NOT NULL
OPTIONAL MATCH (n)-[:HELD_BY]->(h)
OPTIONAL MATCH (w:Group)-[:DECIDES]->(n)
RETURN n.date AS date, labels(n)[0] AS kind, n.name AS what, coalesce(h.name, w.name) AS body, n.source AS source, n.lines AS lines
ORDER BY date, what
