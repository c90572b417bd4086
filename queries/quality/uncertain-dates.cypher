// Dates known in part
// sv: Datum som är delvis kända
// description: Dates without a day, or whose year is inferred.
// dialect: openCypher 9
MATCH (n)
WHERE n.date IS NOT NULL AND (n.date_basis = 'inferred' OR size(n.date) < 10)
RETURN labels(n)[0] AS kind, n.name AS name, n.date AS date, n.date_text AS as_written, n.date_basis AS basis, n.lines AS lines
ORDER BY date, name
