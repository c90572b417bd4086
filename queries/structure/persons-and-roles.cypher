// Persons in office and their roles
// sv: Personer i befattning och deras roller
// description: Name, role and unit of the persons whom the sources name; a missing role is not stated.
// dialect: openCypher 9
MATCH (p:Person)
OPTIONAL MATCH (p)-[:HOLDS]->(r:Role)
OPTIONAL MATCH (p)-[:PLACED_IN]->(u)
RETURN p.name AS person, collect(DISTINCT r.name) AS roles, collect(DISTINCT u.name) AS units,
       p.source AS source, p.lines AS lines
ORDER BY person
