// Who is represented in a group
// sv: Vilka som är representerade i en grupp
// description: Staffs, programmes and roles with representatives in the group.
// parameter group: string = 'Beredningsgrupp för Millenniumrelaterade frågor'   the group's name
// dialect: openCypher 9
MATCH (x)-[r:REPRESENTED_IN]->(g:Group)
WHERE g.name = $group
RETURN labels(x)[0] AS kind, x.name AS represented, r.source AS source, r.lines AS lines
ORDER BY kind, represented
