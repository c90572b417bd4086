// Issues and open questions about one thing
// sv: Oklarheter och öppna frågor om en sak
// description: What is contradictory or not stated about the node of this key.
// parameter key: string = 'po-psykisk-halsa'   the node's key
// dialect: openCypher 9
MATCH (i)-[:CONCERNS]->(x)
WHERE x.key = $key AND (i:Issue OR i:OpenQuestion)
RETURN labels(i)[0] AS kind, i.trap AS number, i.name AS text, i.consequence AS consequence, i.source AS source, i.lines AS lines
ORDER BY kind, number, text
