import Diagnostics
import GraphModel
import Yams

extension DefinitionReader {
  /// What no fact may be called: every element is known and named by the graph alone.
  private static let reservedFacts = ["key", "name"]

  private static let queryWords = DefinitionPart.query.words.map(\.name)

  mutating func queries(_ node: Node) -> [DiagramQuery] {
    var queries: [DiagramQuery] = []
    for item in yaml.items(node) {
      if item.mapping == nil {
        if let text = text(ofQuery: item) { queries.append(DiagramQuery(text.text)) }
        continue
      }
      if let mapping = item.mapping, !mapping.contains(where: { Self.queryWords.contains($0.key.scalar?.string ?? "") })
      {
        yaml.report(
          "wrong-type", "a query must be a text", at: item,
          hint: "one with ': ' in it is written on a line of its own behind >-")
        continue
      }
      var query = DiagramQuery("")
      var columns: [String]?
      let fields = yaml.fields(item, of: .query)
      for field in fields where field.key == "query" {
        guard let read = text(ofQuery: field.value) else { continue }
        (query.text, columns) = (read.text, read.columns)
      }
      for field in fields where field.key == "facts" { query.facts = facts(field.value, columns: columns) }
      queries.append(query)
    }
    if yaml.items(node).isEmpty { yaml.report("missing-query", "a diagram needs at least one query", at: node) }
    return queries
  }

  private mutating func text(ofQuery node: Node) -> (text: String, columns: [String]?)? {
    guard let text = yaml.text(node, "a query") else { return nil }
    if text.allSatisfy(\.isWhitespace) {
      yaml.report("missing-query", "the query is empty", at: node)
      return nil
    }
    guard let reading = check?(SourceText(name: yaml.source.name, text: text)) else { return (text, nil) }
    let places = yaml.places(ofText: node)
    for var diagnostic in reading.diagnostics {
      diagnostic.place = diagnostic.place.map { yaml.place($0, of: node, by: places) } ?? yaml.place(of: node)
      yaml.add(diagnostic)
    }
    queryParameters += reading.parameters.map { ($0.name, yaml.place($0.place, of: node, by: places)) }
    return (text, reading.columns)
  }

  /// The columns that become facts, by the column of the elements whose facts they are.
  private mutating func facts(_ node: Node, columns: [String]?) -> [String: [String]] {
    var facts: [String: [String]] = [:]
    for entry in yaml.entries(node, of: "facts") {
      check(column: entry.key, among: columns, at: entry.keyNode)
      var names: [String] = []
      for item in yaml.items(entry.value) {
        guard let name = yaml.text(item, "a column") else { continue }
        if Self.reservedFacts.contains(name) {
          yaml.report(
            "reserved-name", "a fact cannot be called '\(name)': that is always the graph's own", at: item,
            hint: "give the column another name with AS")
        } else {
          check(column: name, among: columns, at: item)
        }
        names.append(name)
        factNames.insert(name)
      }
      if names.isEmpty { yaml.report("missing-word", "'\(entry.key)' needs the name of a column", at: entry.keyNode) }
      facts[entry.key] = names
    }
    return facts
  }

  private mutating func check(column name: String, among columns: [String]?, at node: Node) {
    guard let columns, !columns.contains(where: { $0.isIdenticalText(to: name) }) else { return }
    yaml.report(
      "unknown-column", "the query returns no column '\(name)'", at: node,
      hint: NameSuggestion.hint(for: name, among: columns) ?? "it returns \(columns.joined(separator: ", "))")
  }

  // MARK: Parameters

  typealias Fields = [(key: String, keyNode: Node, value: Node)]

  /// Notes the parameters that texts name.
  mutating func checkTexts(_ fields: Fields) {
    for field in fields where ["title", "subtitle", "description", "source"].contains(field.key) {
      let nodes = field.value.mapping.map { $0.map(\.value) } ?? [field.value]
      for node in nodes {
        for case .parameter(let name) in TextTemplate.pieces(of: node.scalar?.string ?? "") where name != "sources" {
          namedParameters.append((name, node, false))
        }
      }
    }
  }

  /// Parameters that texts, keys and queries name must be declared, and those that are declared be named.
  mutating func checkParameters(_ fields: Fields, _ definition: DiagramDefinition) {
    let known = definition.parameters.map(\.name)
    for (name, node, isKey) in namedParameters where !known.contains(where: { $0.isIdenticalText(to: name) }) {
      yaml.report(
        "unknown-parameter", "no parameter is called '\(name)'", at: node,
        hint: NameSuggestion.hint(for: name, among: known)
          ?? (isKey ? Self.howToDeclare(name) : "a dollar sign is written $$"))
    }
    for (name, place) in queryParameters where !known.contains(where: { $0.isIdenticalText(to: name) }) {
      yaml.add(
        Diagnostic(
          id: "unknown-parameter", message: "no parameter is called '\(name)'", place: place,
          hint: NameSuggestion.hint(for: name, among: known) ?? Self.howToDeclare(name)))
    }
    // Only a reader of the queries knows what they leave out.
    guard check != nil, let node = fields.first(where: { $0.key == "parameters" })?.value else { return }
    let used = namedParameters.map(\.name) + queryParameters.map(\.name)
    for (key, _) in node.mapping ?? [:] {
      guard let name = key.scalar?.string, !used.contains(where: { $0.isIdenticalText(to: name) }) else { continue }
      yaml.report(
        "unused-parameter", "no query, text or key uses the parameter '\(name)'", at: key, severity: .warning)
    }
  }

  private static func howToDeclare(_ name: String) -> String { "declare it: parameters: {\(name): {type: string}}" }
}
