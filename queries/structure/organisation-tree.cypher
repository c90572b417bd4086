// Organisations, staffs and departments
// sv: Organisationer, staber och avdelningar
// description: Each unit with the larger one it is part of.
// dialect: openCypher 9
MATCH (o:Organisation)
OPTIONAL MATCH (o)-[r:PART_OF]->(p:Organisation)
RETURN o.name AS unit, o.type AS type, p.name AS part_of, r.basis AS basis
ORDER BY part_of, unit
