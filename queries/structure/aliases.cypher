// Names and their aliases
// sv: Namn och alias
// description: Everything that the sources call by more than one name.
// dialect: openCypher 9
MATCH (n)
WHERE size(n.aliases) > 0
RETURN labels(n)[0] AS kind, n.name AS name, n.aliases AS aliases, n.key AS key
ORDER BY kind, name
