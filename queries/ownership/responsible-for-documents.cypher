// Responsible councils of the documents
// sv: Dokumentens ansvariga samordningsråd
// description: By ownership first, then by the owning team, then by the area; empty where nobody is.
// dialect: openCypher 9
MATCH (d:Document)
WHERE d.level IS NOT NULL
OPTIONAL MATCH (d)-[:OWNED_BY]->(owner:Council)
WITH d, collect(DISTINCT owner.name) AS owners
OPTIONAL MATCH (d)-[:OWNED_BY]->(:ProcessTeam)-[:BELONGS_TO]->(:ProgrammeArea)<-[:RESPONSIBLE_FOR]-(c:Council)
WITH d, owners, collect(DISTINCT c.name) AS through_team
OPTIONAL MATCH (d)-[:BELONGS_TO]->(:ProgrammeArea)<-[:RESPONSIBLE_FOR]-(c:Council)
WITH d, owners, through_team, collect(DISTINCT c.name) AS through_area
RETURN d.name AS document, d.level AS level, d.status AS status,
       CASE WHEN size(owners) > 0 THEN owners
            WHEN size(through_team) > 0 THEN through_team
            ELSE through_area END AS councils
ORDER BY document
