// Matters whose decision is missing
// sv: Ärenden vars beslut saknas
// description: Matters with proposed decisions but none taken.
// expect: no rows (major)
// dialect: openCypher 9
MATCH (d:Decision)-[:IN_MATTER]->(m:Matter)
WITH m, count(d) AS points, sum(CASE WHEN d.status IN ['proposed', 'never_presented'] THEN 1 ELSE 0 END) AS open_points
WHERE points = open_points
RETURN m.name AS matter, m.status AS status, points, m.note AS note
ORDER BY matter
