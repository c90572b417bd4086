import ArgumentParser
import GraphModel
import GraphWorkspace

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Lists kinds and relationship types with counts and properties.",
    discussion: """
      EXAMPLE
        styrgraf schema
        styrgraf schema Document
      """)

  @Argument(help: ArgumentHelp("Only this kind or relationship type.", valueName: "name"))
  var name: String?
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json"))
  var format: ListFormat = .table
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let overview = try options.makeWorkspace().schemaOverview().narrowed(to: name)
    if format == .json {
      var writer = JSONWriter()
      overview.write(to: &writer, language: options.language)
      writer.endLine()
      return Output.write(writer.takeBytes())
    }
    Output.write(SchemaPage(overview, options: options).text)
  }
}

/// The overview of a schema as a page of text.
struct SchemaPage {
  private let overview: SchemaOverview
  private let texts: Texts
  private let style: TerminalStyle
  private let width: Int

  init(_ overview: SchemaOverview, options: GlobalOptions) {
    self.overview = overview
    texts = options.texts
    style = options.style
    width = Environment.terminalWidth ?? 100
  }

  var text: String {
    var lines: [String] = []
    if !overview.hasSchema { lines.append(texts.noSchema) }
    if !overview.kinds.isEmpty {
      lines.append(style.text(texts.kinds(overview.kinds.count), .heading))
      for kind in overview.kinds { append(kind, to: &lines) }
    }
    if !overview.relationships.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines.append(style.text(texts.relationshipTypes(overview.relationships.count), .heading))
      for type in overview.relationships { append(type, to: &lines) }
    }
    if overview.hasSchema { lines += ["", texts.required] }
    return lines.map(PlainText.trimmedEnd).joined(separator: "\n") + "\n"
  }

  private func append(_ kind: SchemaOverview.Kind, to lines: inout [String]) {
    let caption = kind.definition.caption.text(in: texts.language)
    lines.append("  " + heading(kind.definition.name, kind.count, caption))
    append(kind.definition.description.text(in: texts.language) ?? "", to: &lines)
    append(kind.definition.properties.map(word).joined(separator: ", "), to: &lines)
  }

  private func append(_ type: SchemaOverview.Relationship, to lines: inout [String]) {
    let definition = type.definition
    let caption = definition.caption.text(in: texts.language)
    lines.append("  " + heading(definition.name, type.count, caption))
    if !definition.from.isEmpty || !definition.to.isEmpty {
      append("\(definition.from.joined(separator: ", ")) → \(definition.to.joined(separator: ", "))", to: &lines)
    }
    append(definition.properties.map(word).joined(separator: ", "), to: &lines)
    let impact = definition.impact.words
    if !impact.isEmpty {
      append(
        texts.impact(on: definition.dependentEnd == .from ? texts.from : texts.to) + ": "
          + impact.map { "\($0.state) → \($0.effect)" }.joined(separator: ", "), to: &lines)
    }
  }

  private func heading(_ name: String, _ count: Int, _ caption: String?) -> String {
    "\(style.text(name, .heading))  \(count)" + (caption.map { "  \($0)" } ?? "")
  }

  private func word(_ property: PropertyDefinition) -> String {
    var type = property.type.name
    if case .list(let item) = property.type { type = "list of \(item.name)" }
    if let allowed = property.allowedValues {
      type = allowed.map { $0.plainText ?? "" }.joined(separator: "|")
    }
    return "\(property.name)\(property.isRequired ? "*" : "") \(type)"
  }

  private func append(_ text: String, to lines: inout [String]) {
    if text.isEmpty { return }
    for line in PlainText.wrapped(PlainLines.oneLine(text), width: width - 6) { lines.append("      " + line) }
  }
}
