public import Diagnostics
public import GraphModel
import Temporals
import Yams

extension DiagramDefinition {
  /// Reads a definition, and everything that is wrong with it, in the order of the file.
  /// - Parameters:
  ///   - schema: where given, kinds, types and properties that it does not know are warned of.
  ///   - check: reads the text of a query; what it finds is told at its place in the file.
  /// - Returns: no definition where a diagnostic is an error.
  public static func read(
    _ source: SourceText, schema: Schema? = nil, checkingQueriesBy check: ((SourceText) -> QueryReading)? = nil
  ) -> (definition: DiagramDefinition?, diagnostics: [Diagnostic]) {
    var reader = DefinitionReader(source, schema: schema, check: check)
    let definition = reader.definition()
    let diagnostics = reader.yaml.diagnostics
    let sorted = diagnostics.diagnostics.enumerated().sorted { a, b in
      let places = [a, b].map { ($0.element.place?.line ?? 0, $0.element.place?.column ?? 0, $0.offset) }
      return places[0] < places[1]
    }.map(\.element)
    return (diagnostics.hasErrors ? nil : definition, sorted)
  }
}

/// What the query language says of the text of a query; places are lines and columns of that text.
public struct QueryReading: Sendable {
  /// The columns of the answer; `nil` where the query cannot be read.
  public var columns: [String]?
  public var parameters: [(name: String, place: DiagnosticPlace)]
  public var diagnostics: [Diagnostic]

  public init(columns: [String]?, parameters: [(name: String, place: DiagnosticPlace)], diagnostics: [Diagnostic]) {
    self.columns = columns
    self.parameters = parameters
    self.diagnostics = diagnostics
  }
}

/// One pass over a definition's YAML.
struct DefinitionReader {
  var yaml: DefinitionYAML
  let schema: Schema?
  let check: ((SourceText) -> QueryReading)?
  /// The parameters that stand for keys or in texts, with their places.
  var namedParameters: [(name: String, node: Node, isKey: Bool)] = []
  /// The parameters in queries, with their places in the file.
  var queryParameters: [(name: String, place: DiagnosticPlace)] = []
  /// What queries tell of elements besides their properties.
  var factNames: Set<String> = []

  init(_ source: SourceText, schema: Schema?, check: ((SourceText) -> QueryReading)? = nil) {
    yaml = DefinitionYAML(source)
    self.schema = schema
    self.check = check
  }

  mutating func definition() -> DiagramDefinition? {
    guard let root = yaml.root() else { return nil }
    var definition = DiagramDefinition(title: Caption(), queries: [])
    let fields = yaml.fields(root, of: .diagram)
    // What queries and parameters declare, other words may name.
    for field in fields where field.key == "queries" { definition.queries = queries(field.value) }
    for field in fields where field.key != "queries" { read(field.key, field.value, into: &definition) }
    checkTexts(fields)
    checkParameters(fields, definition)
    return definition
  }

  private mutating func read(_ key: String, _ node: Node, into definition: inout DiagramDefinition) {
    switch key {
    case "title": definition.title = yaml.caption(node, "title")
    case "subtitle": definition.subtitle = yaml.caption(node, "subtitle")
    case "description": definition.description = yaml.caption(node, "description")
    case "source": definition.source = yaml.caption(node, "source")
    case "parameters": definition.parameters = parameters(node)
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
    case "timeline": definition.timeline = timeline(node)
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
    if let page = PageShape(word: text) { return page }
    yaml.report(unknown: text, "page", among: PageShape.words, at: node)
    return nil
  }

  private mutating func parameters(_ node: Node) -> [DiagramParameter] {
    var parameters: [DiagramParameter] = []
    for entry in yaml.entries(node, of: "parameters") {
      var parameter = DiagramParameter(name: entry.key, type: .string, defaultValue: nil, description: Caption())
      var defaultNode: Node?
      for field in yaml.fields(entry.value, of: .parameter) {
        switch field.key {
        case "type":
          let names = PropertyType.scalars.map(\.name)
          guard let name = yaml.text(field.value, "type") else { continue }
          if let type = PropertyType.scalars.first(where: { $0.name == name }) {
            parameter.type = type
          } else {
            yaml.report(unknown: name, "type", among: names, at: field.value)
          }
        case "default":
          parameter.defaultValue = yaml.value(field.value, "default")
          defaultNode = field.value
        default: parameter.description = yaml.caption(field.value, "description")
        }
      }
      parameter.defaultValue = parameter.defaultValue.map { Self.value($0, as: parameter.type) }
      if let value = parameter.defaultValue, let node = defaultNode, !parameter.type.accepts(value) {
        yaml.report("wrong-type", "the default is not of type \(parameter.type.name)", at: node)
      }
      parameters.append(parameter)
    }
    return parameters
  }

  /// YAML has a text where the type asks for a moment.
  private static func value(_ value: Value, as type: PropertyType) -> Value {
    guard case .string(let text) = value else { return value }
    switch type {
    case .date: return (try? CalendarDate(parsing: text)).map { .date($0) } ?? value
    case .datetime:
      return (try? LocalDateTime(parsing: text)).map { .localDateTime($0) }
        ?? (try? ZonedDateTime(parsing: text)).map { .dateTime($0) } ?? value
    default: return value
    }
  }
}
