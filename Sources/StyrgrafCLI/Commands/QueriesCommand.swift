import ArgumentParser
import GraphModel
import GraphWorkspace

struct QueriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries", abstract: "Lists the saved queries with title and parameters.",
    discussion: """
      A saved query is a file in 'queries'; its name is its path without .cypher.

      EXAMPLE
        styrgraf queries
        styrgraf queries --lang sv --format json
      """)

  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json"))
  var format: ListFormat = .table
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = options.makeWorkspace()
    let (queries, unreadable) = workspace.savedQueries()
    Findings.tell(unreadable + queries.flatMap(\.diagnostics))
    if format == .json { return printJSON(queries) }
    if queries.isEmpty { return Output.tell(options.texts.none(in: workspace.queryFolder)) }
    Output.write(Self.table(queries, options).rendered(width: Environment.terminalWidth, style: options.style))
  }

  static func table(_ queries: [SavedQuery], _ options: GlobalOptions) -> TextTable {
    let texts = options.texts
    var table = TextTable([texts.name, texts.title, texts.parameters, texts.expectation])
    table.keep(0)
    for query in queries {
      table.add([
        query.name, query.title(in: options.language), query.parameters.map(Self.text).joined(separator: ", "),
        query.expectsNoRows.map(texts.expectsNoRows) ?? "",
      ])
    }
    return table
  }

  private func printJSON(_ queries: [SavedQuery]) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("queries")
      writer.array(queries) { writer, query in
        writer.object { writer in
          writer.key("name")
          writer.string(query.name)
          writer.key("title")
          writer.string(query.title(in: options.language))
          writer.key("description")
          writer.string(query.description.text(in: options.language) ?? "")
          writer.key("parameters")
          writer.array(query.parameters) { writer, parameter in
            parameter.write(to: &writer, language: options.language)
          }
          writer.key("dialect")
          writer.string(query.dialectName)
          if let severity = query.expectsNoRows {
            writer.key("expect")
            writer.string("no rows")
            writer.key("severity")
            writer.string(severity.rawValue)
          }
        }
      }
    }
    writer.endLine()
    Output.write(writer.takeBytes())
  }

  static func text(_ parameter: DeclaredParameter) -> String {
    guard let value = parameter.defaultValue else { return "\(parameter.name)*" }
    return "\(parameter.name)=\(ValueDisplay(elements: Subgraph()).text(value))"
  }
}

extension DeclaredParameter {
  func write(to writer: inout JSONWriter, language: CaptionLanguage) {
    writer.object { writer in
      writer.key("name")
      writer.string(name)
      writer.key("type")
      writer.string(type.name)
      writer.key("required")
      writer.boolean(defaultValue == nil)
      if let defaultValue {
        writer.key("default")
        writer.value(defaultValue)
      }
      if let text = description.text(in: language) {
        writer.key("description")
        writer.string(text)
      }
    }
  }
}
