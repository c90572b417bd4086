// Number of process teams per council
// sv: Antal processteam per samordningsråd
// description: Counted through stated areas only; councils without a team are shown with zero.
// dialect: openCypher 9
MATCH (c:Council)
OPTIONAL MATCH (c)-[:RESPONSIBLE_FOR]->(:ProgrammeArea)<-[b:BELONGS_TO {basis: 'stated'}]-(t:ProcessTeam)
RETURN c.name AS council, count(t) AS teams, collect(t.name) AS names
ORDER BY teams DESC, council
