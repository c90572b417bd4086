/// Clauses and what stands before them.
///
/// - Source: openCypher 9 reference and grammar; Neo4j Cypher manual, *Additions, deprecations, removals, and
///   compatibility*, 5 and 25.
extension DialectFeature {
  /// Clauses and what stands before them.
  public static let clauses = [
    versionPrefix, queryMode, filter, letClause, forClause, next, offset, finish, insert, unionDistinct, forEach,
    loadCSV, subqueryCall, scopedCall, optionalCall, procedure, show,
  ]

  static let versionPrefix = DialectFeature(
    "version-prefix", en: "the version at the head", sv: "versionen i början", .neo4j(21),
    instead: "leave it out", stället: "utelämna den",
    example: "CYPHER 5 MATCH (n) RETURN n.name AS name", counterexample: "MATCH (n) RETURN n.name AS name")
  static let queryMode = DialectFeature(
    "explain", en: "EXPLAIN or PROFILE", sv: "EXPLAIN eller PROFILE", .neo4j(),
    instead: "leave it out and ask the engine for the plan in its own way",
    stället: "utelämna det och be motorn om planen på dess eget sätt",
    example: "EXPLAIN MATCH (n) RETURN n.name AS name", counterexample: "MATCH (explain) RETURN explain.name AS name")
  static let filter = DialectFeature(
    "filter", en: "FILTER", sv: "FILTER", .cypher25(2025, 6), instead: "write WITH * WHERE",
    stället: "skriv WITH * WHERE",
    example: "MATCH (n) FILTER n.size > 1 RETURN n.name AS name",
    counterexample: "MATCH (n) WITH * WHERE n.size > 1 RETURN n.name AS name")
  static let letClause = DialectFeature(
    "let", en: "LET", sv: "LET", .cypher25(2025, 6), instead: "write WITH *, … AS …", stället: "skriv WITH *, … AS …",
    example: "MATCH (n) LET double = 2 * n.size RETURN n.name AS name, double",
    counterexample: "MATCH (n) WITH *, 2 * n.size AS double RETURN n.name AS name, double")
  static let forClause = DialectFeature(
    "for", en: "FOR", sv: "FOR", .cypher25(2026, 4), instead: "write UNWIND … AS …", stället: "skriv UNWIND … AS …",
    example: "FOR x IN [1, 2] RETURN x", counterexample: "UNWIND [1, 2] AS x RETURN x")
  static let next = DialectFeature(
    "next", en: "NEXT", sv: "NEXT", .cypher25(2025, 6), instead: "write WITH for the RETURN before it",
    stället: "skriv WITH i stället för RETURN före det",
    example: "MATCH (n) RETURN n.size AS size NEXT RETURN max(size) AS greatest",
    counterexample: "MATCH (n) WITH n.size AS size RETURN max(size) AS greatest")
  static let offset = DialectFeature(
    "offset", en: "OFFSET", sv: "OFFSET", .neo4j(24), instead: "write SKIP", stället: "skriv SKIP",
    example: "MATCH (n) RETURN n.name AS name ORDER BY name OFFSET 1",
    counterexample: "MATCH (n) RETURN n.name AS name ORDER BY name SKIP 1")
  static let finish = DialectFeature(
    "finish", en: "FINISH", sv: "FINISH", .neo4j(19), instead: "leave it out behind a writing clause",
    stället: "utelämna det efter en skrivande sats",
    example: "MATCH (n) SET n.size = 1 FINISH", counterexample: "MATCH (n) SET n.size = 1")
  static let insert = DialectFeature(
    "insert", en: "INSERT", sv: "INSERT", .neo4j(18), instead: "write CREATE", stället: "skriv CREATE",
    example: "INSERT (n:A {name: 'x'})", counterexample: "CREATE (n:A {name: 'x'})")
  static let unionDistinct = DialectFeature(
    "union-distinct", en: "UNION DISTINCT", sv: "UNION DISTINCT", .neo4j(19), instead: "write UNION",
    stället: "skriv UNION",
    example: "RETURN 1 AS x UNION DISTINCT RETURN 1 AS x", counterexample: "RETURN 1 AS x UNION RETURN 1 AS x")
  static let forEach = DialectFeature(
    "foreach", en: "FOREACH", sv: "FOREACH", .neo4j(),
    instead: "at the end of a query write UNWIND and the clauses behind it",
    stället: "skriv i slutet av en fråga UNWIND och satserna efter det",
    example: "MATCH (n:A) FOREACH (x IN [1, 2] | CREATE (:C {size: x + n.size}))",
    counterexample: "MATCH (n:A) UNWIND [1, 2] AS x CREATE (:C {size: x + n.size})")
  static let show = DialectFeature(
    "show", en: "SHOW", sv: "SHOW", .neo4j(), instead: "leave it out: what the engine has is told in its manual",
    stället: "utelämna det: vad motorn har står i dess handbok",
    example: "SHOW FUNCTIONS YIELD name RETURN name", counterexample: "MATCH (show) RETURN show.name AS name")
  static let loadCSV = DialectFeature(
    "load-csv", en: "LOAD CSV", sv: "LOAD CSV", .neo4j(), instead: "give the rows as a parameter, and UNWIND it",
    stället: "ge raderna som en parameter och skriv UNWIND",
    example: "LOAD CSV WITH HEADERS FROM 'file:///parts.csv' AS row RETURN row.name AS name",
    counterexample: "UNWIND $rows AS row RETURN row.name AS name")
  static let subqueryCall = DialectFeature(
    "call-subquery", en: "CALL { … }", sv: "CALL { … }", .neo4j(),
    instead: "write its clauses into the query, or ask twice",
    stället: "skriv in dess satser i frågan, eller fråga två gånger",
    example: "CALL { MATCH (n) RETURN n.name AS name UNION RETURN 'x' AS name } RETURN name",
    counterexample: "MATCH (n) RETURN n.name AS name UNION RETURN 'x' AS name")
  static let scopedCall = DialectFeature(
    "call-scope", en: "CALL (…) { … }", sv: "CALL (…) { … }", .neo4j(23),
    instead: "write CALL { WITH … } for releases before 5.23; openCypher 9 has no subqueries of this kind",
    stället: "skriv CALL { WITH … } för versioner före 5.23; openCypher 9 har inga sådana underfrågor",
    example: "MATCH (n) CALL (n) { RETURN n.name AS name } RETURN name",
    counterexample: "MATCH (n) RETURN n.name AS name")
  static let optionalCall = DialectFeature(
    "optional-call", en: "OPTIONAL CALL", sv: "OPTIONAL CALL", .neo4j(24),
    instead: "for releases before 5.24 let the subquery give one row at any rate, as by collect",
    stället: "låt för versioner före 5.24 underfrågan alltid ge en rad, som med collect",
    example: "MATCH (n) OPTIONAL CALL (n) { MATCH (n)-[:R]->(m) RETURN m.name AS name } RETURN name",
    counterexample: "MATCH (n) OPTIONAL MATCH (n)-[:R]->(m) RETURN m.name AS name")
  static let procedure = DialectFeature(
    "procedure", en: "the procedure", sv: "proceduren", .styrgraf,
    instead: "which procedures there are is for each engine to say",
    stället: "vilka procedurer som finns bestämmer varje motor",
    example: "CALL db.labels() YIELD label RETURN label",
    counterexample: "MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label")
}
