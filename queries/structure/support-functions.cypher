// Support functions in the two lists
// sv: Stödfunktioner i de två listorna
// description: Which functions stand in the diagram, in the list of support to process teams, or in both.
// dialect: openCypher 9
MATCH (s:SupportFunction)
RETURN s.name AS function, s.in_diagram AS in_diagram, s.in_team_list AS in_team_list, s.note AS note
ORDER BY function
