/// Patterns: the half of GQL that openCypher 9 does not have.
extension DialectFeature {
  /// The path language of GQL.
  public static let patterns = [
    quantifiedRelationship, quantifiedPath, parenthesizedPath, pathSelector, trail, walk, acyclic, labelIs, labelAnd,
    labelOr, labelNot, labelAny, inlineWhere, differentRelationships, repeatableElements,
  ]

  static let quantifiedRelationship = DialectFeature(
    "quantified-relationship", en: "a quantifier behind a relationship", sv: "en kvantifierare efter en relation",
    .neo4j(9),
    instead: "write the range inside the brackets, as in -[:R*1..5]->; a condition on each step goes into WHERE all(…)",
    stället:
      "skriv intervallet innanför hakparenteserna, som -[:R*1..5]->; ett villkor på varje steg hör hemma i WHERE all(…)",
    example: "MATCH (a:A)-[:R]->{1,2}(b) RETURN b.name AS name",
    counterexample: "MATCH (a:A)-[:R*1..2]->(b) RETURN b.name AS name")
  static let differentRelationships = DialectFeature(
    "different-relationships", en: "DIFFERENT RELATIONSHIPS", sv: "DIFFERENT RELATIONSHIPS", .cypher25(2025, 6),
    instead: "leave it out: MATCH means it", stället: "utelämna det: MATCH betyder det",
    example: "MATCH DIFFERENT RELATIONSHIPS (a:A)-[:R]->(b) RETURN b.name AS name",
    counterexample: "MATCH (a:A)-[:R]->(b) RETURN b.name AS name")
  static let repeatableElements = DialectFeature(
    "repeatable-elements", en: "REPEATABLE ELEMENTS", sv: "REPEATABLE ELEMENTS", .cypher25(2025, 6),
    instead: "write each relationship that may repeat in a MATCH of its own",
    stället: "skriv varje relation som får upprepas i en egen MATCH",
    example: "MATCH REPEATABLE ELEMENTS (a:A)-[:R]->(b) RETURN b.name AS name",
    counterexample: "MATCH (a:A)-[:R]->(b) RETURN b.name AS name")
  static let quantifiedPath = DialectFeature(
    "quantified-path", en: "a quantified path", sv: "en kvantifierad väg", .neo4j(9),
    instead: "one relationship can be written -[:R*1..5]->; conditions on the steps have no other form",
    stället: "en ensam relation kan skrivas -[:R*1..5]->; villkor på stegen har ingen annan form",
    example: "MATCH (a:A) (()-[:R]->()){1,2} (b) RETURN b.name AS name",
    counterexample: "MATCH (a:A)-[:R*1..2]->(b) RETURN b.name AS name")
  static let parenthesizedPath = DialectFeature(
    "parenthesized-path", en: "a path in parentheses", sv: "en väg inom parentes", .neo4j(9),
    instead: "leave the parentheses out, and move the condition to the WHERE of the clause",
    stället: "utelämna parenteserna och flytta villkoret till satsens WHERE",
    example: "MATCH SHORTEST 1 ((a:A)-[:R]->(b) WHERE b.size > 1) RETURN b.name AS name",
    counterexample: "MATCH (a:A)-[:R]->(b) WHERE b.size > 1 RETURN b.name AS name")
  static let pathSelector = DialectFeature(
    "path-selector", en: "a path selector", sv: "en vägväljare", .neo4j(21),
    instead: "for one shortest path write shortestPath(…), for all of them allShortestPaths(…)",
    stället: "för en kortaste väg skriv shortestPath(…), för alla allShortestPaths(…)",
    example: "MATCH p = SHORTEST 1 (a:A)-[:R]->+(b:B) RETURN length(p) AS length",
    counterexample: "MATCH p = shortestPath((a:A)-[:R*]->(b:B)) RETURN length(p) AS length")
  static let trail = DialectFeature(
    "trail", en: "TRAIL", sv: "TRAIL", .cypher25(2026, 4),
    instead: "leave it out: a path has no relationship twice anyway",
    stället: "utelämna det: en väg har ändå ingen relation två gånger",
    example: "MATCH p = TRAIL (a:A)-[:R*1..2]->(b) RETURN length(p) AS length",
    counterexample: "MATCH p = (a:A)-[:R*1..2]->(b) RETURN length(p) AS length")
  static let walk = DialectFeature(
    "walk", en: "WALK", sv: "WALK", .cypher25(2026, 4),
    instead: "paths with a relationship twice cannot be asked for",
    stället: "vägar med en relation två gånger går inte att fråga efter",
    example: "MATCH p = WALK (a:A)-[:R]->{1,2}(b) RETURN length(p) AS length",
    counterexample: "MATCH p = (a:A)-[:R*1..2]->(b) RETURN length(p) AS length")
  static let acyclic = DialectFeature(
    "acyclic", en: "ACYCLIC", sv: "ACYCLIC", .cypher25(2026, 4),
    instead: "write WHERE all(x IN nodes(p) WHERE single(y IN nodes(p) WHERE y = x))",
    stället: "skriv WHERE all(x IN nodes(p) WHERE single(y IN nodes(p) WHERE y = x))",
    example: "MATCH p = ACYCLIC (a:A)-[:R*1..3]->(b) RETURN length(p) AS length",
    counterexample: "MATCH p = (a:A)-[:R*1..3]->(b) RETURN length(p) AS length")
  static let labelIs = DialectFeature(
    "label-is", en: "IS before a label", sv: "IS före en etikett", .neo4j(), instead: "write ':'", stället: "skriv ':'",
    example: "MATCH (n IS A) RETURN n.name AS name", counterexample: "MATCH (n:A) RETURN n.name IS NULL AS unnamed")
  static let labelAnd = DialectFeature(
    "label-and", en: "& between labels", sv: "& mellan etiketter", .neo4j(), instead: "write ':'", stället: "skriv ':'",
    example: "MATCH (n:A&B) RETURN n.name AS name", counterexample: "MATCH (n:A:B) RETURN n.name AS name")
  static let labelOr = DialectFeature(
    "label-or", en: "| between labels", sv: "| mellan etiketter", .neo4j(), instead: "write n:A OR n:B",
    stället: "skriv n:A OR n:B",
    example: "MATCH (n:A|B) RETURN n.name AS name",
    counterexample: "MATCH (n)-[:R|S]->() WHERE n:A OR n:B RETURN n.name AS name")
  static let labelNot = DialectFeature(
    "label-not", en: "! before a label or type", sv: "! före en etikett eller typ", .neo4j(),
    instead: "write NOT n:A, or type(r) <> 'R'", stället: "skriv NOT n:A, eller type(r) <> 'R'",
    example: "MATCH (n:!A) RETURN n.name AS name", counterexample: "MATCH (n) WHERE NOT n:A RETURN n.name AS name")
  static let labelAny = DialectFeature(
    "label-any", en: "% for any label or type", sv: "% för vilken etikett eller typ som helst", .neo4j(),
    instead: "write size(labels(n)) > 0; for a relationship leave it out",
    stället: "skriv size(labels(n)) > 0; utelämna det för en relation",
    example: "MATCH (n:%) RETURN n.name AS name", counterexample: "MATCH (n) RETURN n.size % 2 AS odd")
  static let inlineWhere = DialectFeature(
    "inline-where", en: "WHERE inside a node or relationship", sv: "WHERE i en nod eller relation", .neo4j(),
    instead: "move the condition to the WHERE of the clause", stället: "flytta villkoret till satsens WHERE",
    example: "MATCH (n WHERE n.size > 1) RETURN n.name AS name",
    counterexample: "MATCH (n) WHERE n.size > 1 RETURN n.name AS name")
}
