import GraphModel
import GraphWorkspace

/// Every sentence and heading of the command line, in both languages.
struct Texts {
  let language: CaptionLanguage

  init(_ language: CaptionLanguage) {
    self.language = language
  }

  func say(_ english: String, _ swedish: String) -> String { language == .swedish ? swedish : english }

  // MARK: Headings of tables

  var name: String { say("Name", "Namn") }
  var key: String { say("Key", "Nyckel") }
  var kind: String { say("Kind", "Slag") }
  var title: String { say("Title", "Titel") }
  var parameters: String { say("Parameters", "Parametrar") }
  var page: String { say("Page", "Sida") }
  var expectation: String { say("Check", "Kontroll") }
  var foundIn: String { say("Found in", "Funnet i") }
  var added: String { say("Added", "Nya") }
  var changed: String { say("Changed", "Ändrade") }
  var unchanged: String { say("Unchanged", "Oförändrade") }
  var removed: String { say("Removed", "Borttagna") }
  var effect: String { say("Effect", "Följd") }
  var steps: String { say("Steps", "Steg") }
  var because: String { say("Because of", "På grund av") }
  var responsible: String { say("Responsible", "Ansvarig") }
  var count: String { say("Count", "Antal") }
  var caption: String { say("Caption", "Benämning") }
  var from: String { say("From", "Från") }
  var to: String { say("To", "Till") }

  // MARK: Dialects

  var declared: String { say("Declares", "Anger") }
  var yes: String { say("yes", "ja") }
  func since(_ release: String) -> String { say("yes, from \(release)", "ja, från \(release)") }
  func constructs(_ count: Int) -> String {
    say(count == 1 ? "no: 1 place" : "no: \(count) places", count == 1 ? "nej: 1 ställe" : "nej: \(count) ställen")
  }
  func missing(_ name: String, in dialects: [String], known: [String]) -> String {
    let elsewhere = known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
    return say("not in \(dialects.joined(separator: ", ")): ", "inte i \(dialects.joined(separator: ", ")): ") + name
      + elsewhere
  }
  func known(_ dialect: String, since release: String?) -> String {
    release.map { say("\(dialect) from \($0)", "\(dialect) från \($0)") } ?? dialect
  }
  func instead(_ text: String) -> String { say("write \(text)", "skriv \(text)") }
  func breaksItsWord(_ dialect: String, isDeclared: Bool) -> String {
    isDeclared
      ? say("it does not run in \(dialect), as it declares", "den går inte i \(dialect), som den anger")
      : say("it does not run in \(dialect)", "den går inte i \(dialect)")
  }

  // MARK: Counts

  func rows(_ count: Int) -> String {
    say(count == 1 ? "1 row" : "\(count) rows", count == 1 ? "1 rad" : "\(count) rader")
  }
  func nothingFound(_ text: String) -> String {
    say("nothing is called '\(text)'", "inget heter ”\(text)”")
  }
  func didYouMean(_ text: String) -> String {
    say("; did you mean '\(text)'?", "; menade du ”\(text)”?")
  }
  func notShown(_ count: Int) -> String {
    say("and \(count) more; --limit shows more of them", "och \(count) till; --limit visar fler")
  }

  // MARK: Load and save

  var rows: String { say("rows", "rader") }
  var writing: String { say("writing to disk", "skriver till disk") }
  func left(_ duration: String) -> String { say("\(duration) left", "\(duration) kvar") }

  /// A number with its thousands apart.
  func number(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    for position in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert(language == .swedish ? "\u{A0}" : ",", at: position)
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  func loaded(_ report: LoadReport, removing: Bool, isDryRun: Bool) -> String {
    let parts = [false, true].map { isRelationship -> String in
      let total = report.total(relationships: isRelationship)
      var numbers = [
        "\(total.added) " + say("added", "nya"), "\(total.changed) " + say("changed", "ändrade"),
        "\(total.unchanged) " + say("unchanged", "oförändrade"),
      ]
      if removing { numbers.append("\(total.removed) " + say("removed", "borttagna")) }
      let what = isRelationship ? say("relationships", "relationer") : say("nodes", "noder")
      return "\(what): \(numbers.joined(separator: ", "))"
    }
    let schema = report.schemaChanged ? say("; schema changed", "; schemat ändrat") : ""
    let end =
      isDryRun
      ? say("dry run, nothing was written", "provkörning, inget skrevs")
      : report.isChange
        ? say("revision \(report.revision)", "revision \(report.revision)")
        : say("nothing changed, revision \(report.revision)", "inget ändrades, revision \(report.revision)")
    return "\(parts.joined(separator: "; "))\(schema) (\(end))"
  }

  func saved(_ report: SaveReport, _ folder: String) -> String {
    say(
      "saved \(report.nodes) nodes and \(report.relationships) relationships in \(report.files.count) files in '\(folder)'",
      "sparade \(report.nodes) noder och \(report.relationships) relationer i \(report.files.count) filer i ”\(folder)”"
    )
  }

  // MARK: Queries

  func wrote(_ counts: ChangeCounts, revision: Int64) -> String {
    let parts: [(Int, String, String)] = [
      (counts.nodesCreated, "nodes created", "noder skapade"),
      (counts.nodesDeleted, "nodes deleted", "noder borttagna"),
      (counts.relationshipsCreated, "relationships created", "relationer skapade"),
      (counts.relationshipsDeleted, "relationships deleted", "relationer borttagna"),
      (counts.labelsAdded, "labels added", "etiketter tillagda"),
      (counts.labelsRemoved, "labels removed", "etiketter borttagna"),
      (counts.propertiesSet, "properties set", "egenskaper satta"),
      (counts.propertiesRemoved, "properties removed", "egenskaper borttagna"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \(say($0.1, $0.2))" }
    let what = told.isEmpty ? say("nothing changed", "inget ändrades") : told.joined(separator: ", ")
    return "\(what) (revision \(revision))"
  }

  func unexpectedRows(_ count: Int, _ severity: SavedQuery.Severity) -> String {
    let word = say(severity.rawValue, [.minor: "mindre", .major: "större", .critical: "kritisk"][severity] ?? "")
    return say(
      "the check expects no rows and found \(count) (\(word))",
      "kontrollen ska inte ge rader och fann \(count) (\(word))")
  }

  func expectsNoRows(_ severity: SavedQuery.Severity) -> String {
    say(
      "no rows (\(severity.rawValue))",
      "inga rader (\([.minor: "mindre", .major: "större", .critical: "kritisk"][severity] ?? ""))")
  }

  func none(in folder: String) -> String { say("there are none in '\(folder)'", "det finns inga i ”\(folder)”") }

  var checked: String { say("Check", "Kontroll") }

  func mistakes(_ errors: Int, warnings: Int) -> String {
    if errors == 0, warnings == 0 { return say("right", "rätt") }
    var parts: [String] = []
    if errors > 0 { parts.append(say(errors == 1 ? "1 mistake" : "\(errors) mistakes", "\(errors) fel")) }
    if warnings > 0 {
      parts.append(
        say(
          warnings == 1 ? "1 warning" : "\(warnings) warnings", warnings == 1 ? "1 varning" : "\(warnings) varningar"))
    }
    return parts.joined(separator: ", ")
  }

  func nothingToDraw(_ name: String) -> String {
    say("\(name): nothing of it is in this graph", "\(name): inget av det finns i den här grafen")
  }

  // MARK: Impact

  func effectName(_ code: String) -> String { ImpactWords.effect(code, language) }

  var total: String { say("Total", "Summa") }
  var group: String { say("Group", "Grupp") }
  var alreadyCount: String { say("Already", "Redan") }
  func recipient(_ recipient: ImpactList.Recipient) -> String {
    switch recipient {
    case .council(_, let name): name
    case .several: say("Several responsible: decide who acts", "Flera ansvariga: avgör vem som agerar")
    case .nobody: say("Nobody responsible: decide who acts first", "Ingen ansvarig: avgör först vem som agerar")
    }
  }
  var losesOwner: String { say("Left", "Kvar") }
  var nobodyLeft: String { say("nobody", "ingen") }
  var othersLeft: String { say("others", "andra") }
  var recipient: String { say("For", "Till") }
  var hits: String { say("Hits", "Träffar") }
  var file: String { say("File", "Fil") }
  func leftover(_ path: String) -> String {
    say(
      "'\(path)' is of an earlier list and was left as it is",
      "”\(path)” är kvar från en tidigare lista och rördes inte")
  }

  func pointingAt(_ name: String) -> String { say("; repoint to “\(name)”", "; pekas om till ”\(name)”") }
  var already: String { say("already", "redan") }
  var nobody: String { say("nobody", "ingen") }

  // MARK: Show

  var source: String { say("Source", "Källa") }
  var lines: String { say("lines", "rader") }
  var inferred: String { say("inferred", "slutsats") }
  var several: String { say("several", "flera") }
  var owner: String { say("Owner", "Ägare") }

  func boolean(_ flag: Bool) -> String { flag ? say("yes", "ja") : say("no", "nej") }

  /// A code of the region's vocabulary in words, with the code, which is what queries ask for; other values as they are.
  func code(_ code: String, of property: String) -> String {
    guard let words = CodeWords.words(for: code, of: property) else { return code }
    let word = say(words.english, words.swedish)
    return word == code ? code : "\(word) (\(code))"
  }

  func page(_ word: String) -> String {
    guard language == .swedish else { return word }
    return word.split(separator: " ").map { part in
      switch part {
      case "landscape": "liggande"
      case "portrait": "stående"
      default: String(part)
      }
    }.joined(separator: " ")
  }

  func basis(_ code: String) -> String {
    switch code {
    case "stated": say("stated", "anges")
    case "inferred": say("inferred, not stated", "slutsats, anges inte")
    case "unknown": say("unknown", "okänd")
    case "example": say("example, not real", "exempel, inte verkligt")
    default: code
    }
  }

  func rule(_ code: String) -> String {
    switch code {
    case "itself": say("it is a council", "är ett samordningsråd")
    case "owner": say("owns it", "äger")
    case "owning-team": say("through the owning process team", "genom det ägande processteamet")
    case "area": say("through the programme area", "genom programområdet")
    case "contents": say("through what it uses or contains", "genom det som används eller ingår")
    default: code
    }
  }

  func reversed(_ type: String) -> String { say("\(type), from", "\(type), från") }

  // MARK: Overviews

  func kinds(_ count: Int) -> String { say("Kinds (\(count))", "Slag (\(count))") }
  func relationshipTypes(_ count: Int) -> String { say("Relationship types (\(count))", "Relationstyper (\(count))") }
  var noSchema: String {
    say(
      "The graph has no schema; these are the labels and types in it.",
      "Grafen har inget schema; detta är dess etiketter och typer.")
  }
  func impact(on end: String) -> String {
    say("impact on the end ‘\(end.lowercased())’", "följd för änden ”\(end.lowercased())”")
  }
  var required: String { say("* required", "* krävs") }
  var database: String { say("Database", "Databas") }
  var revision: String { "Revision" }
  var size: String { say("Size", "Storlek") }
  var mapFile: String { say("Map file", "Kartfil") }
  func mapFile(revision: Int64?, size: String) -> String {
    guard let revision else { return say("not usable, is written anew", "oanvändbar, skrivs om") }
    return say("\(size), revision \(revision)", "\(size), revision \(revision)")
  }
  var nodes: String { say("Nodes", "Noder") }
  var relationships: String { say("Relationships", "Relationer") }
  var changes: String { say("Latest changes", "Senaste ändringar") }
  var time: String { say("Time (UTC)", "Tid (UTC)") }
  var actor: String { say("By", "Av") }
  var reason: String { say("Reason", "Skäl") }
  var caseNumber: String { say("Case", "Diarienummer") }

  // MARK: Pictures

  func drawn(_ path: String) -> String { path }
}
