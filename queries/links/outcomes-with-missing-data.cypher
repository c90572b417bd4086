// Outcomes whose required data is missing
// sv: Utfall där krävd uppgift saknas
// description: Approved without a date, to be moved without an area, to be replaced without a replacement, under revision without a comment.
// expect: no rows (major)
// dialect: openCypher 9
MATCH (l:DesignLink)
WHERE (l.outcome = 'approved' AND l.reviewed_on IS NULL)
   OR (l.outcome = 'move' AND NOT (l)-[:MOVE_TO]->(:ProgrammeArea))
   OR (l.outcome = 'replace' AND NOT (l)-[:REPLACE_WITH]->())
   OR (l.outcome = 'under_revision' AND l.comment IS NULL)
MATCH (o:Outcome {value: l.outcome})
RETURN l.name AS link, o.code AS outcome, o.required_data AS missing
ORDER BY outcome, link
