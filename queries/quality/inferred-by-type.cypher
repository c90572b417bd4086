// How much is inferred, per type
// sv: Hur mycket som är slutsatser, per typ
// description: Relationships by type and basis.
// dialect: openCypher 9
MATCH ()-[r]->()
RETURN type(r) AS relation, r.basis AS basis, count(r) AS relationships
ORDER BY relation, basis
