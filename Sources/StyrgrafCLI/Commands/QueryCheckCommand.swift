import ArgumentParser
import Diagnostics
import GraphModel
import GraphWorkspace

struct QueryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query-check", abstract: "Says where else a query would run, and what to write instead.",
    usage: """
      styrgraf query check <text|name> [<options>]
      styrgraf query check --file <file> [<options>]
      styrgraf query check --all [<options>]
      """,
    discussion: """
      For openCypher 9, Neo4j 5 and Cypher 25: whether the query runs there as it stands, and every construct that does \
      not, with its place and other words for it. A query declares what it is written for in its head ('// dialect: \
      Neo4j 5') or with its first words (CYPHER 25); one that says nothing is held to openCypher 9. No database is \
      opened. 'docs/dialects.md' has all constructs.

      EXIT STATUS
        0 it runs where it declares; 1 it does not; 2 a mistake in the query.

      EXAMPLE
        styrgraf query check "MATCH p = SHORTEST 1 (a:Council)-[]->+(b:Document) RETURN length(p) AS length"
        styrgraf query check ownership/teams-of-council
        styrgraf query check --all
        styrgraf query check --file question.cypher --rewrite openCypher9

      A saved query called 'check' is asked with 'styrgraf query --file queries/check.cypher'.
      """, shouldDisplay: false)

  @Argument(help: ArgumentHelp("The query, or the name of a saved one.", valueName: "text|name"))
  var text: String?
  @Option(
    help: ArgumentHelp("Reads the query from a file; '-' is standard input.", valueName: "file"), completion: .file())
  var file: String?
  @Flag(help: "Checks all saved queries.")
  var all = false
  @Option(
    help: ArgumentHelp("Holds the query to this dialect, whatever it declares.", valueName: "dialect"))
  var dialect: String?
  @Option(
    help: ArgumentHelp(
      "Prints the whole query for another dialect, with the same columns and rows.",
      valueName: "openCypher9|neo4j5|cypher25"))
  var rewrite: String?
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json"))
  var format: ListFormat = .table
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if [text != nil, file != nil, all].count(where: { $0 }) != 1 {
      throw ValidationError("Give a query, the name of a saved query, --file FILE or --all.")
    }
    if all && rewrite != nil { throw ValidationError("--rewrite takes one query, not --all.") }
  }

  func run() throws {
    let workspace = options.makeWorkspace()
    if all { return try checkAll(workspace) }
    let check = try workspace.check(text: text, file: file, heldTo: dialect)
    if let rewrite {
      let rewritten = try workspace.rewritten(check, for: rewrite)
      return Output.write(rewritten.hasSuffix("\n") ? rewritten : rewritten + "\n")
    }
    if format == .json {
      var writer = JSONWriter()
      check.write(to: &writer, language: options.language)
      writer.endLine()
      Output.write(writer.takeBytes())
    } else {
      Output.write(PortabilityText(texts: options.texts, style: options.style).text(of: check))
    }
    if !check.keepsItsWord { throw ExitCode(ExitStatus.found.rawValue) }
  }

  private func checkAll(_ workspace: GraphWorkspace) throws {
    let (checks, mistakes) = try workspace.checkSavedQueries(heldTo: dialect)
    Findings.tell(mistakes)
    if format == .json {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("queries")
        writer.array(checks) { writer, check in check.write(to: &writer, language: options.language) }
      }
      writer.endLine()
      Output.write(writer.takeBytes())
    } else {
      Output.write(PortabilityText(texts: options.texts, style: options.style).text(of: checks))
    }
    if !mistakes.isEmpty { throw ExitCode(ExitStatus.badInput.rawValue) }
    if checks.contains(where: { !$0.keepsItsWord }) { throw ExitCode(ExitStatus.found.rawValue) }
  }
}

extension QueryCheck {
  func write(to writer: inout JSONWriter, language: CaptionLanguage) {
    writer.object { writer in
      writer.key("query")
      writer.string(name)
      writer.key("dialect")
      writer.string(code)
      writer.key("declared")
      writer.boolean(isDeclared)
      writer.key("runs")
      writer.boolean(keepsItsWord)
      writer.key("dialects")
      writer.array(verdicts) { writer, verdict in
        writer.object { writer in
          writer.key("dialect")
          writer.string(verdict.code)
          writer.key("runs")
          writer.boolean(verdict.runs)
          if let since = verdict.since {
            writer.key("since")
            writer.string(since)
          }
        }
      }
      writer.key("constructs")
      writer.array(findings) { writer, finding in finding.write(to: &writer, language: language) }
      writer.key("warnings")
      writer.array(warnings) { writer, finding in finding.write(to: &writer, language: language) }
    }
  }
}

extension QueryCheck.Finding {
  fileprivate func write(to writer: inout JSONWriter, language: CaptionLanguage) {
    writer.object { writer in
      writer.key("id")
      writer.string(id)
      writer.key("name")
      writer.string(name.text(in: language) ?? id)
      writer.key("line")
      writer.integer(Int64(place.line))
      writer.key("column")
      writer.integer(Int64(place.column))
      writer.key("text")
      writer.string(text)
      if !missing.isEmpty {
        writer.key("missing")
        writer.array(missing) { writer, dialect in writer.string(dialect.code) }
        writer.key("since")
        writer.object { writer in
          for dialect in known {
            writer.key(dialect.code)
            if let since = dialect.since { writer.string(since) } else { writer.null() }
          }
        }
      }
      writer.key("advice")
      writer.string(advice.text(in: language) ?? "")
      if let replacement {
        writer.key("replacement")
        writer.string(replacement)
      }
    }
  }
}
