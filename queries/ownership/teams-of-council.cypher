// Process teams of a council
// sv: Ett samordningsråds processteam
// description: Teams in the areas of the council: those whose area the source states first, then those whose area is inferred, as basis tells.
// parameter council: string = 'SOR Internmedicin'   the council's exact name
// dialect: openCypher 9
MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a:ProgrammeArea)<-[b:BELONGS_TO]-(t:ProcessTeam)
WHERE c.name = $council
RETURN t.name AS team, a.name AS area, b.basis AS basis, t.annotation AS annotation, t.lifecycle AS lifecycle, t.lines AS lines
ORDER BY basis = 'stated' DESC, area, team
