// What the sources do not state
// sv: Vad källorna inte anger
// description: Open questions with what they concern.
// dialect: openCypher 9
MATCH (f:OpenQuestion)
OPTIONAL MATCH (f)-[:CONCERNS]->(x)
RETURN f.name AS question, collect(x.name) AS concerns, f.source AS source, f.lines AS lines
ORDER BY source, question
