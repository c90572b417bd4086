// Stated totals
// sv: Angivna antal
// description: Numbers of the sources with qualifier, verdict and the query that counts them.
// dialect: openCypher 9
MATCH (t:StatedTotal)
RETURN t.name AS total, t.value AS value, t.qualifier AS qualifier, t.statement AS statement, t.verdict AS verdict,
       t.check AS check, t.source AS source, t.lines AS lines
ORDER BY verdict, total
