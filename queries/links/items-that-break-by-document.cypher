// Design items that break, per document
// sv: Designobjekt som slutar fungera, per dokument
// description: If the document were retired: items whose link breaks, and items that contain them.
// dialect: openCypher 9
MATCH (d:Document)<-[:LINKS_TO]-(l:DesignLink)<-[:USES]-(i:DesignItem)
WHERE coalesce(d.status, 'valid') <> 'retired'
OPTIONAL MATCH (i)<-[:CONTAINS*1..]-(whole:DesignItem)
RETURN d.name AS document, d.level AS level, count(DISTINCT l) AS links,
       count(DISTINCT i) AS items_that_break, count(DISTINCT whole) AS items_that_contain_them
ORDER BY items_that_break DESC, document
