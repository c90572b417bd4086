// Trail of a matter
// sv: Ett ärendes gång
// description: Meetings and decisions of a matter in time; what is undated or never happened comes last.
// parameter matter: string = 'Harmonisering av styrande dokument'   the matter's name
// dialect: openCypher 9
MATCH (m:Matter)
WHERE m.name = $matter
OPTIONAL MATCH (m)-[h:HANDLED_AT]->(x:Meeting)
OPTIONAL MATCH (x)-[:HELD_BY]->(g)
WITH m, collect(CASE WHEN x IS NULL THEN NULL ELSE {date: x.date, step: h.action, what: x.name, body: g.name, lines: h.lines} END) AS meetings
OPTIONAL MATCH (d:Decision)-[:IN_MATTER]->(m)
OPTIONAL MATCH (b)-[:SHOULD_DECIDE|DECIDES]->(d)
WITH meetings, collect(CASE WHEN d IS NULL THEN NULL ELSE {date: d.date, step: d.status, what: d.name, body: b.name, lines: d.lines} END) AS decisions
UNWIND meetings + decisions AS s
RETURN s.date AS date, s.step AS step, s.what AS what, s.body AS body, s.lines AS lines
ORDER BY date, what
