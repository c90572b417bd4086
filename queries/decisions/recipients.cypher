// Recipients of a matter, for action and for information
// sv: Mottagare av ett ärende, för genomförande och för kännedom
// description: The dispatch list in the order of the source, with the addresses it goes through.
// parameter matter: string = 'Harmonisering av styrande dokument'   the matter's name
// dialect: openCypher 9
MATCH (m:Matter)-[s:SENT_TO]->(x)
WHERE m.name = $matter
RETURN s.item AS item, s.purpose AS purpose, labels(x)[0] AS kind, x.name AS recipient, s.via AS through, s.lines AS lines
ORDER BY item, recipient
