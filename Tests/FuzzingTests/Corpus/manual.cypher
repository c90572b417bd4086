MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a:ProgrammeArea)
WHERE a.name = 'Psykisk hälsa'
RETURN c.name AS council
ORDER BY council

MATCH (a:ProgrammeArea)
OPTIONAL MATCH (t:ProcessTeam)-[:BELONGS_TO]->(a)
WITH a, count(t) AS teams
WHERE teams > 3
RETURN a.name AS area, teams
ORDER BY teams DESC, area
LIMIT 5

MATCH (d:Document {key: 'ex-doc-antibiotikaprofylax-ledprotes'})<-[:LINKS_TO|USES|CONTAINS*]-(i:DesignItem)
RETURN count(DISTINCT i) AS items

MATCH p = shortestPath((t:ProcessTeam {name: 'KOL'})-[*..6]-(c:Council {key: 'sor-internmedicin'}))
RETURN [n IN nodes(p) | n.name] AS way

MATCH (a:ProgrammeArea)
WHERE NOT EXISTS { (a)<-[:RESPONSIBLE_FOR]-(:Council) }
RETURN a.name AS area, COUNT { (a)<-[:BELONGS_TO]-(:ProcessTeam) } AS teams
ORDER BY area

MATCH (d:Document)-[:BELONGS_TO]->(a:ProgrammeArea)
WHERE d.level IS NOT NULL
RETURN d.level AS level, count(DISTINCT d) AS documents, collect(DISTINCT a.name)[..2] AS some_areas
ORDER BY documents DESC

MATCH (c:Council)-[r:RESPONSIBLE_FOR]->(a:ProgrammeArea)
RETURN validOn(r.valid_from, r.valid_to, date('2022-08-22')) AS day_before,
       validOn(r.valid_from, r.valid_to, date('2022-08-23')) AS that_day, count(*) AS pairs
