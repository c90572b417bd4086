import ArgumentParser
import GraphModel
import GraphWorkspace

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Shows the database's revision, size, counts and latest changes.",
    discussion: """
      EXAMPLE
        styrgraf info --db region.db
      """)

  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json"))
  var format: ListFormat = .table
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let info = try options.makeWorkspace().info()
    if format == .json {
      var writer = JSONWriter()
      info.write(to: &writer)
      writer.endLine()
      return Output.write(writer.takeBytes())
    }
    let texts = options.texts
    var facts = [
      (texts.database, info.path), (texts.revision, String(info.revision)),
      (texts.size, Self.sizeText(info.fileSize)), (texts.nodes, String(info.nodeCount)),
      (texts.relationships, String(info.relationshipCount)),
    ]
    if let file = info.mapFile {
      facts.append((texts.mapFile, texts.mapFile(revision: file.revision, size: Self.sizeText(file.size))))
    }
    let width = facts.map { DisplayWidth.width(of: $0.0) }.max() ?? 0
    for (name, value) in facts {
      let padding = String(repeating: " ", count: width - DisplayWidth.width(of: name))
      Output.print("\(options.style.text(name, .heading))\(padding)  \(PlainLines.oneLine(value))")
    }
    print(counts: info.kinds, title: texts.kind)
    print(counts: info.relationshipTypes, title: texts.relationships)
    print(changes: info.changes)
  }

  private func print(counts: [DatabaseOverview.Count], title: String) {
    let present = counts.filter { $0.count > 0 }
    if present.isEmpty { return }
    var table = TextTable([title, options.texts.count])
    table.columns[1].isRight = true
    for count in present { table.add([count.name, String(count.count)]) }
    Output.write("\n" + table.rendered(width: Environment.terminalWidth, style: options.style))
  }

  private func print(changes: [DatabaseOverview.ChangeSet]) {
    if changes.isEmpty { return }
    let texts = options.texts
    var table = TextTable([texts.revision, texts.time, texts.actor, texts.caseNumber, texts.reason])
    table.columns[0].isRight = true
    for change in changes {
      table.add([
        String(change.revision), change.recordedAt, change.actor, change.caseNumber ?? "", change.reason ?? "",
      ])
    }
    Output.print("\n" + options.style.text(texts.changes, .heading))
    Output.write(table.rendered(width: Environment.terminalWidth, style: options.style))
  }

  private static func sizeText(_ bytes: Int64) -> String {
    if bytes < 10_000 { return "\(bytes) B" }
    return bytes < 10_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
  }
}
