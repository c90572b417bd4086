// Planned process teams
// sv: Planerade processteam
// description: Teams after the heading Planerade uppstarter; that they are planned follows from the order alone.
// dialect: openCypher 9
MATCH (t:ProcessTeam {lifecycle: 'planned'})
OPTIONAL MATCH (t)-[b:BELONGS_TO]->(a:ProgrammeArea)
RETURN t.name AS team, a.name AS area, t.lifecycle_basis AS basis, t.lines AS lines
ORDER BY team
