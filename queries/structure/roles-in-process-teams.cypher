// Roles in every process team
// sv: Roller i varje processteam
// description: The composition that the source gives for regional process teams; no persons are named.
// dialect: openCypher 9
MATCH (r:Role)-[:PLACED_IN]->(g:Group {key: 'grp-regionalt-processteam'})
RETURN r.name AS role, g.name AS unit, r.lines AS lines
ORDER BY role
