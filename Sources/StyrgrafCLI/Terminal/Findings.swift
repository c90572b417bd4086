import Diagnostics
import GraphWorkspace

/// Tells on standard error what is wrong.
enum Findings {
  static func tell(_ report: FailureReport) {
    for diagnostic in report.diagnostics { tell(diagnostic) }
    if report.omitted > 0 { Output.tell("and \(report.omitted) more") }
    if report.diagnostics.count > 1 {
      let errors = report.diagnostics.count { $0.severity == .error } + report.omitted
      Output.tell("\(errors) errors")
    }
  }

  static func tell(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { tell(diagnostic) }
  }

  private static func tell(_ diagnostic: Diagnostic) { Output.tell(PlainLines.clean(diagnostic.rendered())) }
}
