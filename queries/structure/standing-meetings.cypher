// Standing meetings and who takes part
// sv: Återkommande möten och deltagare
// description: Recurring meetings with participants and the condition for each.
// dialect: openCypher 9
MATCH (m:Meeting {status: 'standing'})
OPTIONAL MATCH (x)-[r:PARTICIPATES_IN]->(m)
OPTIONAL MATCH (k)-[:CONVENES]->(m)
RETURN m.name AS meeting, m.recurrence AS recurrence, k.name AS convened_by, x.name AS participant, r.condition AS condition
ORDER BY meeting, condition, participant
