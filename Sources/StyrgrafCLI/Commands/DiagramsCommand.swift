import ArgumentParser
import Diagnostics
import GraphModel
import GraphWorkspace

struct DiagramsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagrams", abstract: "Lists the diagrams with title and parameters, or checks them.",
    discussion: """
      A diagram is a definition in 'diagrams'; 'page: wide' marks one whose picture may be wider than 2 : 1 or higher \
      than 1 : 2.

      --check tells all that is wrong with the definitions named, or with all, and draws none: with file, line and \
      column, also of mistakes in their queries. The exit status is 2 if one cannot be drawn. Where there is a database, \
      names that it does not have are warned of.

      --schema prints the language of definitions as a JSON Schema, by which editors check and complete.

      EXAMPLE
        styrgraf diagrams
        styrgraf diagrams --check
        styrgraf diagrams --check governance council
      """)

  @Argument(help: ArgumentHelp("With --check: which diagrams; all if none is named.", valueName: "name"))
  var names: [String] = []
  @Flag(help: "Tell what is wrong with the definitions.")
  var check = false
  @Flag(help: "Print the JSON Schema of definitions.")
  var schema = false

  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json"))
  var format: ListFormat = .table
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if check && schema { throw ValidationError("--check and --schema do not go together.") }
    if !names.isEmpty, !check { throw ValidationError("Names go with --check; 'styrgraf diagram NAME' draws one.") }
  }

  func run() throws {
    if schema { return Output.write(SavedDiagram.definitionSchema) }
    let workspace = options.makeWorkspace()
    if check { return try check(workspace) }
    let (diagrams, unreadable) = workspace.diagrams()
    Findings.tell(unreadable + diagrams.flatMap(\.diagnostics))
    if format == .json { return printJSON(diagrams) }
    let texts = options.texts
    if diagrams.isEmpty { return Output.tell(texts.none(in: workspace.diagramFolder)) }
    var table = TextTable([texts.name, texts.title, texts.parameters, texts.page])
    table.keep(0, 3)
    for diagram in diagrams {
      table.add([
        diagram.name, diagram.title(in: options.language),
        diagram.parameters.map(QueriesCommand.text).joined(separator: ", "),
        diagram.isWide ? "page: wide" : texts.page(diagram.page),
      ])
    }
    Output.write(table.rendered(width: Environment.terminalWidth, style: options.style))
  }

  private func check(_ workspace: GraphWorkspace) throws {
    let (diagrams, unreadable) = try workspace.checkDiagrams(named: names)
    Findings.tell(unreadable + diagrams.flatMap(\.diagnostics))
    if format == .json {
      printJSON(checked: diagrams)
    } else {
      printTable(checked: diagrams, in: workspace.diagramFolder)
    }
    if !unreadable.isEmpty || !diagrams.allSatisfy(\.isRight) { throw ExitCode(ExitStatus.badInput.rawValue) }
  }

  private func printTable(checked diagrams: [SavedDiagram], in folder: String) {
    let texts = options.texts
    if diagrams.isEmpty { return Output.tell(texts.none(in: folder)) }
    var table = TextTable([texts.name, texts.checked])
    table.keep(0)
    for diagram in diagrams {
      let errors = diagram.diagnostics.count { $0.severity == .error }
      table.add([diagram.name, texts.mistakes(errors, warnings: diagram.diagnostics.count - errors)])
    }
    Output.write(table.rendered(width: Environment.terminalWidth, style: options.style))
  }

  private func printJSON(checked diagrams: [SavedDiagram]) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("diagrams")
      writer.array(diagrams) { writer, diagram in
        writer.object { writer in
          writer.key("name")
          writer.string(diagram.name)
          writer.key("right")
          writer.boolean(diagram.isRight)
          writer.key("diagnostics")
          writer.array(diagram.diagnostics) { writer, diagnostic in diagnostic.write(to: &writer) }
        }
      }
    }
    writer.endLine()
    Output.write(writer.takeBytes())
  }

  private func printJSON(_ diagrams: [SavedDiagram]) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("diagrams")
      writer.array(diagrams) { writer, diagram in
        writer.object { writer in
          writer.key("name")
          writer.string(diagram.name)
          writer.key("title")
          writer.string(diagram.title(in: options.language))
          writer.key("description")
          writer.string(diagram.description(in: options.language) ?? "")
          writer.key("page")
          writer.string(diagram.page)
          writer.key("parameters")
          writer.array(diagram.parameters) { writer, parameter in
            parameter.write(to: &writer, language: options.language)
          }
        }
      }
    }
    writer.endLine()
    Output.write(writer.takeBytes())
  }
}

extension Diagnostic {
  /// `{"id", "severity", "message", "source", "line", "column", "hint"}`.
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.string(id)
      writer.key("severity")
      writer.string(severity.rawValue)
      writer.key("message")
      writer.string(message)
      if let place {
        writer.key("source")
        writer.string(place.source)
        writer.key("line")
        writer.integer(place.line)
        writer.key("column")
        writer.integer(place.column)
      }
      if let hint {
        writer.key("hint")
        writer.string(hint)
      }
    }
  }
}
