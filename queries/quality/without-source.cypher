// Facts without source, lines or basis
// sv: Uppgifter utan källa, rader eller grund
// description: Nothing in the region may stand without them.
// expect: no rows (minor)
// dialect: openCypher 9
MATCH (n)
WHERE n.source IS NULL OR n.lines IS NULL OR n.basis IS NULL
RETURN labels(n)[0] AS kind, n.key AS key, n.basis AS basis
ORDER BY kind, key
