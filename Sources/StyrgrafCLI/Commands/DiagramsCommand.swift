import ArgumentParser
import GraphModel
import GraphWorkspace

struct DiagramsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagrams", abstract: "Lists the diagrams with title and parameters.",
    discussion: """
      A diagram is a definition in 'diagrams'; 'page: wide' marks one whose picture may be wider than 2 : 1 or higher \
      than 1 : 2.

      EXAMPLE
        styrgraf diagrams
      """)

  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json"))
  var format: ListFormat = .table
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = options.makeWorkspace()
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
