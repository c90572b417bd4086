// Process teams of a council
// sv: Ett samordningsråds processteam
// description: Teams whose area the source states, through the areas of the council; inferred areas are left out.
// parameter council: string = 'SOR Internmedicin'   the council's name
MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a:ProgrammeArea)<-[b:BELONGS_TO]-(t:ProcessTeam)
WHERE c.name = $council AND b.basis = 'stated'
RETURN t.name AS team, a.name AS area, t.annotation AS annotation, t.lifecycle AS lifecycle, t.lines AS lines
ORDER BY area, team
