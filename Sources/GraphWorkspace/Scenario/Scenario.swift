public import Diagnostics
import Interchange
public import Temporals

/// A scenario as its file has it: what somebody plans, why, and under which case number.
public struct Scenario: Sendable {
  public let title: String?
  public let reason: String?
  public let caseNumber: String?
  /// The day on which it happens: what replaces something must be valid then. `nil` is today.
  public let date: CalendarDate?
  /// The revision of the database that it was made against; `nil` if the file does not say.
  public let revision: Int64?
  /// The file, word by word.
  public let source: SourceText
  let file: ScenarioFile

  /// - Throws: `DiagnosticsError` with everything that is wrong with the text itself; whether what it names is there
  ///   shows when it is evaluated.
  public init(_ source: SourceText) throws(DiagnosticsError) {
    let (file, found) = ScenarioReader.read(source)
    var collector = DiagnosticCollector()
    collector.add(contentsOf: found)
    var date: CalendarDate?
    if let term = file.date {
      do throws(Diagnostic) { date = try GraphWorkspace.day(term.text) } catch {
        var finding = error
        finding.place = term.place
        collector.add(finding)
      }
    }
    try collector.throwIfErrors()
    title = file.title
    reason = file.reason
    caseNumber = file.caseNumber
    revision = file.revision
    self.date = date
    self.source = source
    self.file = file
  }

  /// Its title, else the name of its file.
  public var name: String { title ?? source.name }

  /// The date as it is written; `nil` if the file gives none.
  public var dateText: String? { date?.description }

  /// What a history says of why it was applied.
  var changeReason: String {
    guard let title, let reason else { return title ?? reason ?? source.name }
    return "\(title): \(reason)"
  }
}
