import ArgumentParser
import GraphModel
import GraphWorkspace

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Finds nodes by any part of a name, alias, title, key, record number or address.",
    discussion: """
      Case does not matter, nor do marks on letters; of several words each must occur. A record number may \
      be written with other signs between its parts. The best come first.

      EXAMPLE
        styrgraf find "psykisk hälsa"
        styrgraf find ledprotes --format csv
      """)

  @Argument(help: ArgumentHelp("What to look for.", valueName: "text"))
  var words: [String]
  @Option(help: ArgumentHelp("So many at most (default: 50 on a terminal, else all).", valueName: "number"))
  var limit: Int?
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json|jsonl|csv"))
  var format: TableFormat = .table
  @OptionGroup var validity: ValidityOption
  @OptionGroup var world: ScenarioOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is 1 or more.") }
    if words.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { throw ValidationError("Give a text to look for.") }
  }

  func run() throws {
    let texts = options.texts
    let text = words.joined(separator: " ")
    let workspace = options.makeWorkspace()
    let all = try workspace.find(
      text, validOn: validity.validOn.map(GraphWorkspace.day), after: world.read(workspace))
    let bound = limit ?? (format == .table && Environment.outputIsTerminal ? 50 : all.count)
    let found = all.prefix(bound)
    if let encoding = format.encoding {
      let rows = found.map { node -> [Value] in
        [
          .string(node.key), .string(node.kind), .string(node.name), node.matched.map(Value.string) ?? .null,
        ]
      }
      let table = ResultTable(columns: ["key", "kind", "name", "matched"], rows: rows)
      return table.write(as: encoding) { Output.write($0) }
    }
    if found.isEmpty {
      let near = try workspace.findSuggestion(for: text, validOn: validity.validOn.map(GraphWorkspace.day))
      return Output.tell(texts.nothingFound(text) + (near.map(texts.didYouMean) ?? ""))
    }
    let captions = try workspace.kindCaptions(in: options.language)
    var table = TextTable([texts.key, texts.kind, texts.name, texts.foundIn])
    table.keep(0)
    for node in found {
      table.add([node.key, captions[node.kind] ?? node.kind, node.name, node.matched ?? ""])
    }
    if found.allSatisfy({ $0.matched == nil }) { table.dropLastColumn() }
    Output.write(table.rendered(width: Environment.terminalWidth, style: options.style))
    if all.count > found.count { Output.tell(texts.notShown(all.count - found.count)) }
  }
}
