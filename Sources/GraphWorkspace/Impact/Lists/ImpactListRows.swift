import Governance
import GraphModel
import ImpactAnalysis
import Interchange

/// What the lists of an impact say of each hit.
struct ImpactListRows {
  private let answer: ImpactAnswer
  private let language: CaptionLanguage
  private let readings: [ImpactAnswer.Reading]
  private let narrative: ImpactNarrative

  init(_ answer: ImpactAnswer, _ language: CaptionLanguage) {
    self.answer = answer
    self.language = language
    readings = answer.readings(in: language)
    narrative = ImpactNarrative(answer.report, language: language)
  }

  /// - Parameter members: positions in the report's `affected`.
  func table(_ members: [Int]) -> SpreadsheetTable {
    var table = Self.emptyTable(language)
    let who = answer.governance.responsibilities
    for position in members {
      let element = answer.report.affected[position]
      let reading = readings[position]
      table.rows.append([
        ImpactWords.effect(reading.effect, language), reading.isAlready ? ImpactWords.yes(language) : "", reading.kind,
        reading.name, reading.key, String(reading.distance), reading.responsible.joined(separator: " | "),
        who.owners(of: element.node).map(\.name).joined(separator: " | "),
        who.areas(of: element.node).map(\.name).joined(separator: " | "), narrative.explanation(of: element),
      ])
    }
    return table
  }

  private static func emptyTable(_ language: CaptionLanguage) -> SpreadsheetTable {
    switch language {
    case .swedish:
      SpreadsheetTable(
        separator: .semicolon,
        columns: [
          "Följd", "Redan tidigare", "Slag", "Namn", "Nyckel", "Steg", "Ansvariga samordningsråd", "Ägare",
          "Programområde", "Varför",
        ])
    case .english:
      SpreadsheetTable(
        separator: .comma,
        columns: [
          "Effect", "Already before", "Kind", "Name", "Key", "Steps", "Responsible councils", "Owner",
          "Programme area", "Why",
        ])
    }
  }

  /// Whether a file is a list of an impact, in any language: by how it begins.
  static func isList(_ path: String) -> Bool {
    guard let bytes = try? WorkspaceFiles.read(path) else { return false }
    return CaptionLanguage.allCases.contains { bytes.starts(with: emptyTable($0).head) }
  }
}
