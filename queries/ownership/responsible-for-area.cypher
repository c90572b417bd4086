// Who is responsible for a programme area
// sv: Vem som ansvarar för ett programområde
// description: Councils, and the class of bodies that answers or answered for the function of the areas; the councils as a class only where the area has one. Ask with --valid-on for a date.
// parameter area: string = 'Rörelseorganens sjukdomar'   the programme area's exact name
// dialect: openCypher 9
MATCH (a:ProgrammeArea)
WHERE a.name = $area
OPTIONAL MATCH (c:Council)-[r:RESPONSIBLE_FOR]->(a)
WITH a, collect(c.name) AS councils
OPTIONAL MATCH (a)-[:INSTANCE_OF]->(:Group)<-[:PART_OF]-(f:Concept)<-[w:ANSWERS_FOR]-(g:Group)
WHERE size(councils) > 0 OR NOT (:Council)-[:INSTANCE_OF]->(g)
RETURN a.name AS area, councils, g.name AS answers_for_the_function, w.capacity AS capacity,
       w.valid_from AS valid_from, w.valid_to AS valid_to, w.basis AS basis, w.lines AS lines
ORDER BY valid_from
