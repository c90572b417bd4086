// Care pathways, conditions and generic models
// sv: Vårdförlopp, hälsotillstånd och generiska modeller
// description: How many pathways there are in each phase, generic models apart.
// dialect: openCypher 9
MATCH (p:CarePathway)
OPTIONAL MATCH (p)-[:COVERS]->(c:Condition)
RETURN coalesce(p.generic, false) AS generic, p.phase AS phase, count(p) AS pathways, count(DISTINCT c) AS conditions
ORDER BY generic, phase
