// Contradictions and traps in the sources
// sv: Motsägelser och fällor i källorna
// description: Each with the consequence for the graph and what it concerns.
// dialect: openCypher 9
MATCH (i:Issue)
OPTIONAL MATCH (i)-[:CONCERNS]->(x)
RETURN i.trap AS number, i.name AS issue, i.consequence AS consequence, collect(x.name) AS concerns, i.source AS source, i.lines AS lines
ORDER BY toInteger(substring(number, 1))
