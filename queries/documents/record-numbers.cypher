// Record numbers
// sv: Diarienummer
// description: Documents, matters, decisions and sources with their record number as written, and with a plain hyphen (not stored in the example register).
// dialect: openCypher 9
MATCH (n)
WHERE n.diarienummer IS NOT NULL
RETURN n.diarienummer AS record_number, n.diarienummer_normalised AS with_plain_hyphen, labels(n)[0] AS kind, n.name AS name, n.aliases AS aliases, n.key AS key
ORDER BY record_number, kind, name
