/// Expressions, and what is only warned of.
extension DialectFeature {
  /// Expressions.
  public static let expressions = [
    concatenation, mapProjection, countSubquery, collectSubquery, existsProperty, function,
  ]

  static let concatenation = DialectFeature(
    "concatenation", en: "||", sv: "||", .neo4j(19), instead: "write +", stället: "skriv +",
    example: "MATCH (n) RETURN n.name || '!' AS name", counterexample: "MATCH (n) RETURN n.name + '!' AS name")
  static let mapProjection = DialectFeature(
    "map-projection", en: "a map projection", sv: "en mapprojektion", .neo4j(),
    instead: "write a map, as in {name: n.name}, or properties(n)",
    stället: "skriv en map, som {name: n.name}, eller properties(n)",
    example: "MATCH (n) RETURN n {.name, twice: 2 * n.size} AS map",
    counterexample: "MATCH (n) RETURN {name: n.name, twice: 2 * n.size} AS map")
  static let countSubquery = DialectFeature(
    "count-subquery", en: "COUNT { … }", sv: "COUNT { … }", .neo4j(),
    instead: "write size([pattern WHERE … | 1]), or OPTIONAL MATCH and count",
    stället: "skriv size([mönster WHERE … | 1]), eller OPTIONAL MATCH och count",
    example: "MATCH (n) RETURN n.name AS name, COUNT { (n)-[:R]->(m) WHERE m.size > 1 } AS number",
    counterexample: "MATCH (n) OPTIONAL MATCH (n)-[:R]->(m) RETURN n.name AS name, count(m) AS number")
  static let collectSubquery = DialectFeature(
    "collect-subquery", en: "COLLECT { … }", sv: "COLLECT { … }", .neo4j(6),
    instead: "write [pattern WHERE … | value], or OPTIONAL MATCH and collect",
    stället: "skriv [mönster WHERE … | värde], eller OPTIONAL MATCH och collect",
    example: "MATCH (n) RETURN n.name AS name, COLLECT { MATCH (n)-[:R]->(m) RETURN m.name } AS names",
    counterexample: "MATCH (n) OPTIONAL MATCH (n)-[:R]->(m) RETURN n.name AS name, collect(m.name) AS names")
  static let existsProperty = DialectFeature(
    "exists-property", en: "exists() of a property", sv: "exists() av en egenskap", .openCypher9Only,
    instead: "write IS NOT NULL", stället: "skriv IS NOT NULL",
    example: "MATCH (n) WHERE exists(n.size) RETURN n.name AS name",
    counterexample: "MATCH (n) WHERE exists((n)-[:R]->()) RETURN n.name AS name")
  static let function = DialectFeature(
    "function", en: "the function", sv: "funktionen", .styrgraf, instead: "there is no such function there",
    stället: "det finns ingen sådan funktion där",
    example: "MATCH (n) RETURN isEmpty(n.name) AS nameless",
    counterexample: "MATCH (n) RETURN size(n.name) = 0 AS nameless")

  /// What every dialect has and that is not the same everywhere.
  public static let warnings = [abbreviatedArrow, ids, regularExpression, legacy, barColon, setFromElement]

  static let abbreviatedArrow = DialectFeature(
    "abbreviated-arrow", en: "an arrow without brackets", sv: "en pil utan hakparenteser", .everywhere,
    instead: "write -[]->: GQL reads '--' as the beginning of a comment",
    stället: "skriv -[]->: GQL läser '--' som början på en kommentar",
    isWarning: true, example: "MATCH (a)-->(b) RETURN a.name AS name",
    counterexample: "MATCH (a)-[]->(b) RETURN a.name AS name")
  static let ids = DialectFeature(
    "internal-id", en: "the internal identity", sv: "den interna identiteten", .everywhere,
    instead: "every engine numbers elements in its own way, and Neo4j advises against id(): use a property such as key",
    stället: "varje motor numrerar element på sitt sätt, och Neo4j avråder från id(): använd en egenskap som key",
    isWarning: true, example: "MATCH (n) RETURN id(n) AS id", counterexample: "MATCH (n) RETURN n.key AS id")
  static let regularExpression = DialectFeature(
    "regular-expression", en: "=~", sv: "=~", .everywhere,
    instead: "each engine has its own regular expressions, Neo4j those of Java: keep to the common ones",
    stället: "varje motor har sina egna reguljära uttryck, Neo4j de i Java: håll dig till de gemensamma",
    isWarning: true, example: "MATCH (n) WHERE n.name =~ 'a.*' RETURN n.name AS name",
    counterexample: "MATCH (n) WHERE n.name STARTS WITH 'a' RETURN n.name AS name")
  static let legacy = DialectFeature(
    "legacy-grammar", en: "a part of the legacy grammar", sv: "en del av den äldre grammatiken", .everywhere,
    instead:
      "openCypher 9 has shortestPath, allShortestPaths and reduce in the legacy part of its grammar: not every engine has them",
    stället:
      "openCypher 9 har shortestPath, allShortestPaths och reduce i den äldre delen av grammatiken: alla motorer har dem inte",
    isWarning: true, example: "MATCH p = shortestPath((a:A)-[:R*]->(b:B)) RETURN length(p) AS length",
    counterexample: "MATCH p = (a:A)-[:R*]->(b:B) RETURN length(p) AS length ORDER BY length LIMIT 1")
  static let barColon = DialectFeature(
    "bar-colon", en: "|: between types", sv: "|: mellan typer", .everywhere,
    instead: "write '|': Neo4j advises against the colon", stället: "skriv '|': Neo4j avråder från kolonet",
    isWarning: true, example: "MATCH (a)-[:R|:S]->(b) RETURN a.name AS name",
    counterexample: "MATCH (a)-[:R|S]->(b) RETURN a.name AS name")
  static let setFromElement = DialectFeature(
    "set-from-element", en: "properties set from a variable", sv: "egenskaper satta från en variabel", .everywhere,
    instead: "if it is a node or relationship, Cypher 25 wants properties(…) around it",
    stället: "om den är en nod eller relation kräver Cypher 25 properties(…) runt den",
    isWarning: true, example: "MATCH (a)-[:R]->(b) SET a += b",
    counterexample: "MATCH (a)-[:R]->(b) SET a += properties(b)")
}
