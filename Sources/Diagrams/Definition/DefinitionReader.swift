public import Diagnostics
public import GraphModel
import Yams

extension DiagramDefinition {
  /// Reads a definition, and everything that is wrong with it, in the order of the file.
  /// - Parameter schema: where given, kinds, types and properties that it does not know are warned of.
  /// - Returns: no definition where a diagnostic is an error.
  public static func read(
    _ source: SourceText, schema: Schema? = nil
  ) -> (definition: DiagramDefinition?, diagnostics: [Diagnostic]) {
    var reader = DefinitionReader(source, schema: schema)
    let definition = reader.definition()
    let diagnostics = reader.yaml.diagnostics
    let sorted = diagnostics.diagnostics.enumerated().sorted { a, b in
      let places = [a, b].map { ($0.element.place?.line ?? 0, $0.element.place?.column ?? 0, $0.offset) }
      return places[0] < places[1]
    }.map(\.element)
    return (diagnostics.hasErrors ? nil : definition, sorted)
  }
}

/// One pass over a definition's YAML.
struct DefinitionReader {
  var yaml: DefinitionYAML
  let schema: Schema?
  /// The parameters that stand for keys, with their places.
  var keyParameters: [(name: String, node: Node)] = []

  init(_ source: SourceText, schema: Schema?) {
    yaml = DefinitionYAML(source)
    self.schema = schema
  }

  private static let words = [
    "title", "subtitle", "description", "parameters", "queries", "connect", "engine", "direction", "page", "columns",
    "lines", "order", "group", "fold", "gather", "align", "sequence", "styles", "words", "legend", "source",
  ]

  mutating func definition() -> DiagramDefinition? {
    guard let root = yaml.root() else { return nil }
    var definition = DiagramDefinition(title: Caption(), queries: [])
    let fields = yaml.fields(root, of: "a diagram", known: Self.words)
    for field in fields { read(field.key, field.value, into: &definition) }
    for word in ["title", "queries"] where root.mapping != nil && !fields.contains(where: { $0.key == word }) {
      yaml.report("missing-word", "a diagram needs '\(word)'", at: root)
    }
    checkTexts(fields, definition)
    return definition
  }

  private mutating func read(_ key: String, _ node: Node, into definition: inout DiagramDefinition) {
    switch key {
    case "title": definition.title = yaml.caption(node, "title")
    case "subtitle": definition.subtitle = yaml.caption(node, "subtitle")
    case "description": definition.description = yaml.caption(node, "description")
    case "source": definition.source = yaml.caption(node, "source")
    case "parameters": definition.parameters = parameters(node)
    case "queries":
      definition.queries = yaml.texts(node, "a query").filter { !$0.allSatisfy(\.isWhitespace) }
      if definition.queries.isEmpty { yaml.report("missing-query", "a diagram needs at least one query", at: node) }
    case "connect": definition.connect = types(node)
    case "engine": definition.engine = yaml.word(node, "engine") ?? definition.engine
    case "direction":
      if node.scalar?.string != "auto" { definition.direction = yaml.word(node, "direction") }
    case "page": definition.page = page(node) ?? definition.page
    case "columns":
      if node.scalar?.string != "auto" { definition.columns = yaml.number(node, "columns", in: 1...40) }
    case "lines": definition.lines = yaml.word(node, "course of lines") ?? definition.lines
    case "order": definition.order = property(node)
    case "group": definition.grouping = yaml.items(node).compactMap { grouping($0) }
    case "fold": definition.folding = yaml.items(node).compactMap { folding($0) }
    case "gather": definition.gathering = yaml.items(node).map { gathering($0) }
    case "align": definition.alignments = yaml.items(node).map { alignment($0) }
    case "sequence": definition.sequences = yaml.items(node).map { pattern($0) }
    case "styles": styles(node, into: &definition)
    case "words":
      for entry in yaml.entries(node, of: "words") {
        definition.words[entry.key] = yaml.caption(entry.value, "a word")
      }
    case "legend": definition.hasLegend = yaml.flag(node, "legend") ?? true
    default: break
    }
  }

  private mutating func page(_ node: Node) -> PageShape? {
    guard let text = yaml.text(node, "page") else { return nil }
    return PageShape(word: text) ?? yaml.word(node, "page")
  }

  private mutating func parameters(_ node: Node) -> [DiagramParameter] {
    var parameters: [DiagramParameter] = []
    for entry in yaml.entries(node, of: "parameters") {
      var parameter = DiagramParameter(name: entry.key, type: .string, defaultValue: nil, description: Caption())
      var defaultNode: Node?
      for field in yaml.fields(entry.value, of: "a parameter", known: ["type", "default", "description"]) {
        switch field.key {
        case "type":
          let names = PropertyType.scalars.map(\.name)
          guard let name = yaml.text(field.value, "type") else { continue }
          if let type = PropertyType.scalars.first(where: { $0.name == name }) {
            parameter.type = type
          } else {
            yaml.report(
              "unknown-value", "'\(name)' is no type", at: field.value,
              hint: NameSuggestion.hint(for: name, among: names) ?? "known: \(names.joined(separator: ", "))")
          }
        case "default":
          parameter.defaultValue = yaml.value(field.value, "default")
          defaultNode = field.value
        default: parameter.description = yaml.caption(field.value, "description")
        }
      }
      if let value = parameter.defaultValue, let node = defaultNode, !parameter.type.accepts(value) {
        yaml.report("wrong-type", "the default is not of type \(parameter.type.name)", at: node)
      }
      parameters.append(parameter)
    }
    return parameters
  }

  /// Parameters that the texts and queries name must be declared.
  private mutating func checkTexts(
    _ fields: [(key: String, keyNode: Node, value: Node)], _ definition: DiagramDefinition
  ) {
    let known = definition.parameters.map(\.name)
    for (name, node) in keyParameters where !known.contains(name) {
      yaml.report(
        "unknown-parameter", "no parameter is called '\(name)'", at: node,
        hint: NameSuggestion.hint(for: name, among: known))
    }
    for field in fields where ["title", "subtitle", "description", "source"].contains(field.key) {
      let nodes = field.value.mapping.map { $0.map(\.value) } ?? [field.value]
      // The places of what is drawn are put there by the picture itself.
      let known = known + ["sources"]
      for node in nodes {
        for case .parameter(let name) in TextTemplate.pieces(of: node.scalar?.string ?? "") where !known.contains(name)
        {
          yaml.report(
            "unknown-parameter", "no parameter is called '\(name)'", at: node,
            hint: NameSuggestion.hint(for: name, among: known) ?? "a dollar sign is written $$")
        }
      }
    }
  }
}
