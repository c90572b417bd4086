// Superseded documents still in force
// sv: Ersatta dokument som fortfarande gäller
// description: A newer document supersedes them, but they are not retired.
// expect: no rows (minor)
// dialect: openCypher 9
MATCH (new:Document)-[:SUPERSEDES]->(old:Document)
WHERE coalesce(old.status, 'valid') <> 'retired' AND coalesce(new.status, 'valid') = 'valid'
RETURN old.name AS document, old.status AS status, new.name AS superseded_by, new.level AS new_level
ORDER BY document
