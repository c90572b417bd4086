MATCH (second:Decision)-[:CONFIRMS]->(first:Decision)
MATCH (a)-[:DECIDES]->(first)
MATCH (b)-[:DECIDES]->(second)
RETURN first.diarienummer AS record_number, first.date AS endorsed_on, a.name AS endorsed_by,
       second.date AS established_on, b.name AS established_by

MATCH (d:Decision)-[:IN_MATTER]->(m:Matter)
WITH m, count(d) AS points, sum(CASE WHEN d.status IN ['proposed', 'never_presented'] THEN 1 ELSE 0 END) AS open_points
WHERE points = open_points
RETURN m.name AS matter, m.status AS status, points, m.note AS note
ORDER BY matter

MATCH (d:Decision {status: 'never_presented'})
OPTIONAL MATCH (g)-[:SHOULD_DECIDE]->(d)
OPTIONAL MATCH (proposer:Group)-[:PROPOSES]->(d)
RETURN d.number AS point, d.statement AS statement, g.name AS should_decide, collect(DISTINCT proposer.name) AS proposed_by,
       d.source AS source, d.lines AS lines
ORDER BY point

MATCH (a)-[r:PROPOSES_TO]->(b)
OPTIONAL MATCH (b)-[:SHOULD_DECIDE]->(d:Decision)
RETURN r.order AS step, a.name AS from_body, b.name AS to_body, collect(DISTINCT d.status) AS status_of_decisions, r.lines AS lines
ORDER BY step

MATCH (m)-[s:SENT_TO]->(x)
WHERE s.purpose = $purpose
RETURN m.name AS sent, labels(x)[0] AS kind, x.name AS recipient, s.via AS through, s.basis AS basis
ORDER BY sent, recipient

MATCH (m:Matter)-[s:SENT_TO]->(x)
WHERE m.name = $matter
RETURN s.item AS item, s.purpose AS purpose, labels(x)[0] AS kind, x.name AS recipient, s.via AS through, s.lines AS lines
ORDER BY item, recipient

MATCH (p:Policy)
OPTIONAL MATCH (p)-[:FOLLOWS_FROM]->(d:Decision)
RETURN p.rule AS rule, p.name AS name, p.status AS force, d.name AS decision, d.status AS status_of_decision,
       p.allowed AS allowed_levels, p.context AS context, p.source AS source, p.lines AS lines
ORDER BY toInteger(substring(p.rule, 1))

MATCH (n)
WHERE (n:Meeting OR n:Event OR n:Decision) AND n.date IS NOT NULL
OPTIONAL MATCH (n)-[:HELD_BY]->(h)
OPTIONAL MATCH (w)-[:DECIDES]->(n)
OPTIONAL MATCH (n)-[:DOCUMENTED_IN]->(:Document)<-[:PRODUCES]-(p)
WITH n, collect(DISTINCT h.name) + collect(DISTINCT w.name) + collect(DISTINCT p.name) AS bodies
RETURN n.date AS date, labels(n)[0] AS kind, n.name AS what, bodies, n.source AS source, n.lines AS lines
ORDER BY date, what

MATCH (m:Matter)
WHERE m.name = $matter
OPTIONAL MATCH (m)-[h:HANDLED_AT]->(x:Meeting)
OPTIONAL MATCH (x)-[:HELD_BY]->(g)
WITH m, collect(CASE WHEN x IS NULL THEN NULL ELSE {date: x.date, step: h.action, what: x.name, body: g.name, lines: h.lines} END) AS meetings
OPTIONAL MATCH (d:Decision)-[:IN_MATTER]->(m)
OPTIONAL MATCH (b)-[:SHOULD_DECIDE|DECIDES]->(d)
WITH meetings, collect(CASE WHEN d IS NULL THEN NULL ELSE {date: d.date, step: d.status, what: d.name, body: b.name, lines: d.lines} END) AS decisions
UNWIND meetings + decisions AS s
RETURN s.date AS date, s.step AS step, s.what AS what, s.body AS body, s.lines AS lines
ORDER BY date, what

MATCH (d:Document)-[:BELONGS_TO]->(a:ProgrammeArea)
WHERE coalesce(d.status, 'valid') <> 'retired'
WITH a, count(d) AS documents, sum(CASE WHEN d.level = 'local' THEN 1 ELSE 0 END) AS local_documents
WHERE documents = local_documents
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
RETURN a.name AS area, local_documents, collect(c.name) AS councils
ORDER BY local_documents DESC, area

MATCH (d:Document)
WHERE d.level IS NOT NULL
RETURN d.level AS level, d.status AS status, count(d) AS documents
ORDER BY level, status

MATCH p = (d:Document)-[:CITES*1..6]->(d)
WHERE all(x IN nodes(p) WHERE d.key <= x.key)
RETURN length(p) AS length, [x IN nodes(p) | x.name] AS documents
ORDER BY length, documents

MATCH (d:Document)-[:OWNED_BY]->(o:Organisation)
WHERE d.level = 'local' AND coalesce(d.status, 'valid') <> 'retired'
WITH coalesce(d.topic, toLower(d.name)) AS topic, collect(DISTINCT o.name) AS owners, collect(DISTINCT d.name) AS documents
WHERE size(owners) > 1
RETURN topic, size(owners) AS hospitals, owners, documents
ORDER BY hospitals DESC, topic

MATCH (n)
WHERE n.diarienummer IS NOT NULL
RETURN n.diarienummer AS record_number, n.diarienummer_normalised AS with_plain_hyphen, labels(n)[0] AS kind, n.name AS name, n.aliases AS aliases, n.key AS key
ORDER BY record_number, kind, name

MATCH (new:Document)-[:SUPERSEDES]->(old:Document)
WHERE coalesce(old.status, 'valid') <> 'retired' AND coalesce(new.status, 'valid') = 'valid'
RETURN old.name AS document, old.status AS status, new.name AS superseded_by, new.level AS new_level
ORDER BY document

MATCH (d:Document)
WHERE d.level IS NOT NULL AND coalesce(d.status, 'valid') <> 'retired' AND NOT (d)-[:OWNED_BY]->()
OPTIONAL MATCH (d)-[:BELONGS_TO]->(a:ProgrammeArea)
RETURN d.name AS document, d.level AS level, d.status AS status, collect(a.name) AS areas
ORDER BY level, document

MATCH (rule:Policy {applies_to: 'Document', property: 'level', context: 'link_target'})
MATCH (l:DesignLink)-[:LINKS_TO]->(d:Document)
WHERE d.level IS NOT NULL AND NOT d.level IN rule.allowed
OPTIONAL MATCH (l)-[:BELONGS_TO]->(:ProgrammeArea)<-[:RESPONSIBLE_FOR]-(c:Council)
RETURN l.name AS link, d.name AS document, d.level AS level, l.outcome AS outcome,
       rule.rule AS rule, rule.status AS force, collect(DISTINCT c.name) AS councils
ORDER BY level, document, link

MATCH (l:DesignLink {outcome: 'approved'})-[:LINKS_TO]->(d:Document)
WHERE d.level IN ['local', 'national']
RETURN l.name AS link, d.name AS document, d.level AS level, l.reviewed_on AS reviewed_on
ORDER BY level, document, link

MATCH (l:DesignLink)
WHERE coalesce(l.outcome, 'unreviewed') = 'unreviewed'
OPTIONAL MATCH (l)-[:BELONGS_TO]->(a:ProgrammeArea)
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
RETURN c.name AS council, a.name AS area, count(DISTINCT l) AS links
ORDER BY links DESC, council, area

MATCH (d:Document)<-[:LINKS_TO]-(l:DesignLink)<-[:USES]-(i:DesignItem)
WHERE coalesce(d.status, 'valid') <> 'retired'
OPTIONAL MATCH (i)<-[:CONTAINS*1..]-(whole:DesignItem)
RETURN d.name AS document, d.level AS level, count(DISTINCT l) AS links,
       count(DISTINCT i) AS items_that_break, count(DISTINCT whole) AS items_that_contain_them
ORDER BY items_that_break DESC, document

MATCH (l:DesignLink)
WHERE (l.outcome = 'approved' AND l.reviewed_on IS NULL)
   OR (l.outcome = 'move' AND NOT (l)-[:MOVE_TO]->(:ProgrammeArea))
   OR (l.outcome = 'replace' AND NOT (l)-[:REPLACE_WITH]->())
   OR (l.outcome = 'under_revision' AND l.comment IS NULL)
MATCH (o:Outcome {value: l.outcome})
RETURN l.name AS link, o.code AS outcome, o.required_data AS missing
ORDER BY outcome, link

MATCH (l:DesignLink)
OPTIONAL MATCH (l)-[:BELONGS_TO]->(a:ProgrammeArea)
RETURN a.name AS area, coalesce(l.outcome, 'unreviewed') AS outcome, count(l) AS links, max(l.reviewed_on) AS last_reviewed
ORDER BY area, outcome

MATCH (l:DesignLink)-[:LINKS_TO]->(d:Document {status: 'retired'})
OPTIONAL MATCH (new:Document)-[:SUPERSEDES]->(d)
RETURN l.name AS link, d.name AS document, d.valid_to AS valid_to, l.outcome AS outcome, collect(DISTINCT new.name) AS superseded_by
ORDER BY document, link

MATCH (l:DesignLink)
OPTIONAL MATCH (l)-[:BELONGS_TO]->(a:ProgrammeArea)
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
WITH l, collect(DISTINCT a.name) AS areas, collect(DISTINCT c.name) AS councils
WHERE size(councils) <> 1
RETURN l.name AS link, areas, councils
ORDER BY size(councils), link

MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a:ProgrammeArea)<-[:BELONGS_TO]-(l:DesignLink)
WHERE c.name = $council
OPTIONAL MATCH (l)-[:LINKS_TO]->(d:Document)
RETURN a.name AS area, l.name AS link, d.name AS document, d.level AS level, d.status AS status,
       coalesce(l.outcome, 'unreviewed') AS outcome, l.reviewed_on AS reviewed_on, l.comment AS comment
ORDER BY area, link

MATCH (a:ProgrammeArea)
WHERE NOT (a)<-[:RESPONSIBLE_FOR]-(:Council)
OPTIONAL MATCH (t:ProcessTeam)-[b:BELONGS_TO]->(a)
RETURN a.name AS area, count(t) AS teams, a.lines AS lines, a.note AS note
ORDER BY area

MATCH (c:Council)
OPTIONAL MATCH (c)-[r:RESPONSIBLE_FOR]->(a:ProgrammeArea)
OPTIONAL MATCH (c)-[:PAIRED_WITH]->(g:Group)
RETURN c.number AS number, c.name AS council, a.name AS area, g.name AS paired_with,
       r.valid_from AS valid_from, r.as_of AS as_of, coalesce(r.lines, c.lines) AS lines
ORDER BY number, area

MATCH (o:Organisation)-[h:HOSTS]->(a:ProgrammeArea)
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
RETURN o.name AS host, a.name AS area, collect(c.name) AS councils, h.as_of AS as_of, h.lines AS lines
ORDER BY area

MATCH (a:ProgrammeArea)
WHERE a.name = $area
OPTIONAL MATCH (c:Council)-[r:RESPONSIBLE_FOR]->(a)
WITH a, collect(c.name) AS councils
OPTIONAL MATCH (a)-[:INSTANCE_OF]->(:Group)<-[:PART_OF]-(f:Concept)<-[w:ANSWERS_FOR]-(g:Group)
WHERE size(councils) > 0 OR NOT (:Council)-[:INSTANCE_OF]->(g)
RETURN a.name AS area, councils, g.name AS answers_for_the_function, w.capacity AS capacity,
       w.valid_from AS valid_from, w.valid_to AS valid_to, w.basis AS basis, w.lines AS lines
ORDER BY valid_from

MATCH (d:Document)
WHERE d.level IS NOT NULL
OPTIONAL MATCH (d)-[:OWNED_BY]->(owner:Council)
WITH d, collect(DISTINCT owner.name) AS owners
OPTIONAL MATCH (d)-[:OWNED_BY]->(:ProcessTeam)-[:BELONGS_TO]->(:ProgrammeArea)<-[:RESPONSIBLE_FOR]-(c:Council)
WITH d, owners, collect(DISTINCT c.name) AS through_team
OPTIONAL MATCH (d)-[:BELONGS_TO]->(:ProgrammeArea)<-[:RESPONSIBLE_FOR]-(c:Council)
WITH d, owners, through_team, collect(DISTINCT c.name) AS through_area
RETURN d.name AS document, d.level AS level, d.status AS status,
       CASE WHEN size(owners) > 0 THEN owners
            WHEN size(through_team) > 0 THEN through_team
            ELSE through_area END AS councils
ORDER BY document

MATCH (g:Group)-[r:ANSWERS_FOR]->(t:Group {key: 'grp-regionalt-processteam'})
RETURN g.name AS body, r.capacity AS capacity, r.valid_from AS valid_from, r.valid_to AS valid_to,
       r.basis AS basis, r.lines AS lines, r.note AS note
ORDER BY valid_from

MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a:ProgrammeArea)
WITH a, count(c) AS councils, collect(c.name) AS names
WHERE councils > 1
RETURN a.name AS area, councils, names
ORDER BY councils DESC, area

MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a:ProgrammeArea)<-[b:BELONGS_TO]-(t:ProcessTeam)
WHERE c.name = $council
RETURN t.name AS team, a.name AS area, b.basis AS basis, t.annotation AS annotation, t.lifecycle AS lifecycle, t.lines AS lines
ORDER BY basis = 'stated' DESC, area, team

MATCH (c:Council)
OPTIONAL MATCH (c)-[:RESPONSIBLE_FOR]->(:ProgrammeArea)<-[b:BELONGS_TO {basis: 'stated'}]-(t:ProcessTeam)
RETURN c.name AS council, count(t) AS teams, collect(t.name) AS names
ORDER BY teams DESC, council

MATCH (t:ProcessTeam)-[b:BELONGS_TO]->(a:ProgrammeArea)<-[:RESPONSIBLE_FOR]-(c:Council)
WITH t, b, a, collect(c.name) AS councils
WHERE size(councils) > 1
RETURN t.name AS team, a.name AS area, b.basis AS basis, councils
ORDER BY team

MATCH (t:ProcessTeam)-[b:BELONGS_TO]->(a:ProgrammeArea)
WHERE b.basis = 'stated' AND NOT (a)<-[:RESPONSIBLE_FOR]-(:Council)
RETURN t.name AS team, a.name AS area, t.annotation AS annotation, t.lifecycle AS lifecycle, t.lines AS lines
ORDER BY team

MATCH (t:ProcessTeam)-[b:BELONGS_TO]->(a:ProgrammeArea)
WHERE b.basis = 'inferred'
OPTIONAL MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)
RETURN t.name AS team, a.name AS inferred_area, collect(c.name) AS councils, t.lines AS lines
ORDER BY inferred_area, team

MATCH (i)-[:CONCERNS]->(x)
WHERE x.key = $key AND (i:Issue OR i:OpenQuestion)
RETURN labels(i)[0] AS kind, i.trap AS number, i.name AS text, i.consequence AS consequence, i.source AS source, i.lines AS lines
ORDER BY kind, number, text

MATCH (i:Issue)
OPTIONAL MATCH (i)-[:CONCERNS]->(x)
RETURN i.trap AS number, i.name AS issue, i.consequence AS consequence, collect(x.name) AS concerns, i.source AS source, i.lines AS lines
ORDER BY toInteger(substring(number, 1))

MATCH (c:Channel)
WHERE c.address = '#' OR (c.url IS NOT NULL AND NOT c.url CONTAINS replace(c.address, 'www.', ''))
   OR (c.type = 'web' AND c.url ENDS WITH '.html')
RETURN c.name AS link, c.address AS written, c.url AS target, c.note AS note
ORDER BY link

MATCH ()-[r]->()
RETURN type(r) AS relation, r.basis AS basis, count(r) AS relationships
ORDER BY relation, basis

MATCH (n)
WHERE n.basis = 'inferred' AND NOT n:Issue AND NOT n:StatedTotal
RETURN labels(n)[0] AS fact, n.name AS subject, NULL AS object, n.source AS source, n.lines AS lines, n.note AS note
UNION ALL
MATCH (a)-[r]->(b)
WHERE r.basis = 'inferred' AND NOT a:Issue AND NOT a:StatedTotal
RETURN type(r) AS fact, a.name AS subject, b.name AS object, r.source AS source, r.lines AS lines, r.note AS note

MATCH (t:ProcessTeam {lifecycle: 'planned'})
OPTIONAL MATCH (t)-[b:BELONGS_TO]->(a:ProgrammeArea)
RETURN t.name AS team, a.name AS area, t.lifecycle_basis AS basis, t.lines AS lines
ORDER BY team

MATCH (t:StatedTotal)
RETURN t.name AS total, t.value AS value, t.qualifier AS qualifier, t.statement AS statement, t.verdict AS verdict,
       t.check AS check, t.source AS source, t.lines AS lines
ORDER BY verdict, total

MATCH (n)
WHERE n.date IS NOT NULL AND (n.date_basis = 'inferred' OR size(n.date) < 10)
RETURN labels(n)[0] AS kind, n.name AS name, n.date AS date, n.date_text AS as_written, n.date_basis AS basis, n.lines AS lines
ORDER BY date, name

MATCH (f:OpenQuestion)
OPTIONAL MATCH (f)-[:CONCERNS]->(x)
RETURN f.name AS question, collect(x.name) AS concerns, f.source AS source, f.lines AS lines
ORDER BY source, question

MATCH (n)
WHERE n.source IS NULL OR n.lines IS NULL OR n.basis IS NULL
RETURN labels(n)[0] AS kind, n.key AS key, n.basis AS basis
ORDER BY kind, key

MATCH (n)
WHERE size(n.aliases) > 0
RETURN labels(n)[0] AS kind, n.name AS name, n.aliases AS aliases, n.key AS key
ORDER BY kind, name

MATCH (second:CarePathway)-[:CONTINUES]->(first:CarePathway)-[:COVERS]->(c:Condition)
RETURN c.name AS condition, first.name AS first_part, first.phase AS first_phase,
       second.name AS second_part, second.phase AS second_phase
ORDER BY condition

MATCH (o:Organisation)-[r:HAS_DUTY]->(c:Concept)
RETURN o.name AS organisation, c.type AS type, c.order AS number, c.name AS duty, r.lines AS lines
ORDER BY organisation, type, number

MATCH (o:Organisation)
OPTIONAL MATCH (o)-[r:PART_OF]->(p:Organisation)
RETURN o.name AS unit, o.type AS type, p.name AS part_of, r.basis AS basis
ORDER BY part_of, unit

MATCH (p:CarePathway)
OPTIONAL MATCH (p)-[:COVERS]->(c:Condition)
RETURN coalesce(p.generic, false) AS generic, p.phase AS phase, count(p) AS pathways, count(DISTINCT c) AS conditions
ORDER BY generic, phase

MATCH (p:CarePathway)
OPTIONAL MATCH (p)-[r:COUPLED_TO]->(t:ProcessTeam)
RETURN p.name AS pathway, p.phase AS phase, t.name AS team, r.match AS name_match, r.basis AS basis
ORDER BY name_match, pathway

MATCH (p:CarePathway)
WHERE p.phase = $phase
OPTIONAL MATCH (p)-[:COVERS]->(c:Condition)
RETURN p.name AS pathway, c.name AS condition, p.part AS part, coalesce(p.generic, false) AS generic,
       p.phase AS phase, p.phase_basis AS phase_basis, p.lines AS lines
ORDER BY pathway

MATCH (p:Person)
OPTIONAL MATCH (p)-[:HOLDS]->(r:Role)
OPTIONAL MATCH (p)-[:PLACED_IN]->(u)
RETURN p.name AS person, collect(DISTINCT r.name) AS roles, collect(DISTINCT u.name) AS units,
       p.source AS source, p.lines AS lines
ORDER BY person

MATCH (x)-[r:REPRESENTED_IN]->(g:Group)
WHERE g.name = $group
RETURN labels(x)[0] AS kind, x.name AS represented, r.source AS source, r.lines AS lines
ORDER BY kind, represented

MATCH (r:Role)-[:PLACED_IN]->(g:Group {key: 'grp-regionalt-processteam'})
RETURN r.name AS role, g.name AS unit, r.lines AS lines
ORDER BY role

MATCH (m:Meeting {status: 'standing'})
OPTIONAL MATCH (x)-[r:PARTICIPATES_IN]->(m)
OPTIONAL MATCH (k)-[:CONVENES]->(m)
RETURN m.name AS meeting, m.recurrence AS recurrence, k.name AS convened_by, x.name AS participant, r.condition AS condition
ORDER BY meeting, condition, participant

MATCH (a)-[r:STEERS|REPORTS_TO|PROPOSES_TO|ESCALATES_TO]->(b)
RETURN type(r) AS relation, a.name AS from_body, b.name AS to_body, r.order AS step,
       r.basis AS basis, r.source AS source, r.lines AS lines
ORDER BY relation, step, from_body, to_body

MATCH (s:SupportFunction)
RETURN s.name AS function, s.in_diagram AS in_diagram, s.in_team_list AS in_team_list, s.note AS note
ORDER BY function
