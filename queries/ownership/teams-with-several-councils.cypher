// Process teams with several possible councils
// sv: Processteam med flera möjliga samordningsråd
// description: Teams in an area that more than one council answers for.
// expect: no rows (minor)
// dialect: openCypher 9
MATCH (t:ProcessTeam)-[b:BELONGS_TO]->(a:ProgrammeArea)<-[:RESPONSIBLE_FOR]-(c:Council)
WITH t, b, a, collect(c.name) AS councils
WHERE size(councils) > 1
RETURN t.name AS team, a.name AS area, b.basis AS basis, councils
ORDER BY team
