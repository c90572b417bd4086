// Who answers for the process teams, over time
// sv: Vem som svarar för processteamen, över tid
// description: Responsibility for the regional process teams as a class; what came before 2022 is inferred.
// dialect: openCypher 9
MATCH (g:Group)-[r:ANSWERS_FOR]->(t:Group {key: 'grp-regionalt-processteam'})
RETURN g.name AS body, r.capacity AS capacity, r.valid_from AS valid_from, r.valid_to AS valid_to,
       r.basis AS basis, r.lines AS lines, r.note AS note
ORDER BY valid_from
