// Care pathways by phase
// sv: Vårdförlopp efter fas
// description: The pathways in one phase; the phase follows from sums of text blocks, not from a heading.
// parameter phase: string = 'approved'   starting, developing or approved
// dialect: openCypher 9
MATCH (p:CarePathway)
WHERE p.phase = $phase
OPTIONAL MATCH (p)-[:COVERS]->(c:Condition)
RETURN p.name AS pathway, c.name AS condition, p.part AS part, coalesce(p.generic, false) AS generic,
       p.phase AS phase, p.phase_basis AS phase_basis, p.lines AS lines
ORDER BY pathway
