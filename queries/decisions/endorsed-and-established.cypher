// Endorsed, then established
// sv: Ställde sig bakom, sedan fastställde
// description: Decisions taken in two steps, both with date and body.
// dialect: openCypher 9
MATCH (second:Decision)-[:CONFIRMS]->(first:Decision)
MATCH (a)-[:DECIDES]->(first)
MATCH (b)-[:DECIDES]->(second)
RETURN first.diarienummer AS record_number, first.date AS endorsed_on, a.name AS endorsed_by,
       second.date AS established_on, b.name AS established_by
