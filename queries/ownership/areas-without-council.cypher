// Programme areas without a council
// sv: Programområden utan samordningsråd
// description: Areas that no council answers for; their teams and links have no reviewer.
// expect: no rows (major)
// dialect: openCypher 9
MATCH (a:ProgrammeArea)
WHERE NOT (a)<-[:RESPONSIBLE_FOR]-(:Council)
OPTIONAL MATCH (t:ProcessTeam)-[b:BELONGS_TO]->(a)
RETURN a.name AS area, count(t) AS teams, a.lines AS lines, a.note AS note
ORDER BY area
