// Conditions in two parts
// sv: Hälsotillstånd i två delar
// description: Conditions whose pathway has a second part, with the phase of each part.
// dialect: openCypher 9
MATCH (second:CarePathway)-[:CONTINUES]->(first:CarePathway)-[:COVERS]->(c:Condition)
RETURN c.name AS condition, first.name AS first_part, first.phase AS first_phase,
       second.name AS second_part, second.phase AS second_phase
ORDER BY condition
