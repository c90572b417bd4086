// Pathways coupled to process teams
// sv: Vårdförlopp kopplade till processteam
// description: All couplings follow from names; the sources state the rule but print no table.
// dialect: openCypher 9
MATCH (p:CarePathway)
OPTIONAL MATCH (p)-[r:COUPLED_TO]->(t:ProcessTeam)
RETURN p.name AS pathway, p.phase AS phase, t.name AS team, r.match AS name_match, r.basis AS basis
ORDER BY name_match, pathway
