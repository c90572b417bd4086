// Links of the sources without a target
// sv: Källornas länkar utan mål
// description: Links that lead nowhere or whose target differs from the text.
// dialect: openCypher 9
MATCH (c:Channel)
WHERE c.address = '#' OR (c.url IS NOT NULL AND NOT c.url CONTAINS replace(c.address, 'www.', ''))
   OR (c.type = 'web' AND c.url ENDS WITH '.html')
RETURN c.name AS link, c.address AS written, c.url AS target, c.note AS note
ORDER BY link
