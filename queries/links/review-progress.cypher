// Progress of the review, per area and outcome
// sv: Granskningens läge, per område och utfall
// description: For the monthly follow-up.
// dialect: openCypher 9
MATCH (l:DesignLink)
OPTIONAL MATCH (l)-[:BELONGS_TO]->(a:ProgrammeArea)
RETURN a.name AS area, coalesce(l.outcome, 'unreviewed') AS outcome, count(l) AS links, max(l.reviewed_on) AS last_reviewed
ORDER BY area, outcome
