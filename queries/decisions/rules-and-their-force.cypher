// Rules and their force
// sv: Regler och deras kraft
// description: The rules of the sources with the decision that each follows from; a proposed rule is not in force.
// dialect: openCypher 9
MATCH (p:Policy)
OPTIONAL MATCH (p)-[:FOLLOWS_FROM]->(d:Decision)
RETURN p.rule AS rule, p.name AS name, p.status AS force, d.name AS decision, d.status AS status_of_decision,
       p.allowed AS allowed_levels, p.context AS context, p.source AS source, p.lines AS lines
ORDER BY toInteger(substring(p.rule, 1))
