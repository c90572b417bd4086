// Process teams without a council
// sv: Processteam utan samordningsråd
// description: Teams whose stated area no council answers for.
// expect: no rows (major)
// dialect: openCypher 9
MATCH (t:ProcessTeam)-[b:BELONGS_TO]->(a:ProgrammeArea)
WHERE b.basis = 'stated' AND NOT (a)<-[:RESPONSIBLE_FOR]-(:Council)
RETURN t.name AS team, a.name AS area, t.annotation AS annotation, t.lifecycle AS lifecycle, t.lines AS lines
ORDER BY team
