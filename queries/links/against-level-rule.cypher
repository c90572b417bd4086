// Links to documents of a level that a rule does not allow
// sv: Länkar till dokument på en nivå som en regel inte tillåter
// description: Checks every rule on the level of linked documents and shows the force of the rule: the one in the sources is proposed, never decided.
// expect: no rows (minor)
// dialect: openCypher 9
MATCH (rule:Policy {applies_to: 'Document', property: 'level', context: 'link_target'})
MATCH (l:DesignLink)-[:LINKS_TO]->(d:Document)
WHERE d.level IS NOT NULL AND NOT d.level IN rule.allowed
OPTIONAL MATCH (l)-[:BELONGS_TO]->(:ProgrammeArea)<-[:RESPONSIBLE_FOR]-(c:Council)
RETURN l.name AS link, d.name AS document, d.level AS level, l.outcome AS outcome,
       rule.rule AS rule, rule.status AS force, collect(DISTINCT c.name) AS councils
ORDER BY level, document, link
