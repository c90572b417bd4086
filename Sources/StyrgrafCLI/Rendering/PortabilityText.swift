import Diagnostics
import GraphModel
import GraphWorkspace

/// What a check found, for a person.
struct PortabilityText {
  var texts: Texts
  var style: TerminalStyle

  /// One query: a line for each dialect, then the places.
  func text(of check: QueryCheck) -> String {
    let width = check.verdicts.map { DisplayWidth.width(of: $0.dialect) }.max() ?? 0
    var lines = check.verdicts.map { verdict in
      let padding = String(repeating: " ", count: width - DisplayWidth.width(of: verdict.dialect) + 2)
      return verdict.dialect + padding + word(verdict, in: check)
    }
    for finding in check.findings { lines += ["", place(finding, in: check)] }
    for warning in check.warnings { lines += ["", place(warning, in: check)] }
    if !check.keepsItsWord { lines += ["", texts.breaksItsWord(check.dialect, isDeclared: check.isDeclared)] }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Many queries: a line for each, then the places that break what is declared.
  func text(of checks: [QueryCheck]) -> String {
    guard let dialects = checks.first?.verdicts.map(\.dialect) else { return "" }
    var table = TextTable([texts.name, texts.declared] + dialects)
    table.keep(0)
    for check in checks {
      table.add([check.name, check.isDeclared ? check.dialect : "—"] + check.verdicts.map { word($0, in: check) })
    }
    var text = table.rendered(width: Environment.terminalWidth, style: style)
    for check in checks where !check.keepsItsWord {
      for finding in check.findings where finding.missing.contains(where: { $0.code == check.code }) {
        text += "\n" + place(finding, in: check) + "\n"
      }
    }
    return text
  }

  private func word(_ verdict: QueryCheck.Verdict, in check: QueryCheck) -> String {
    if verdict.runs { return verdict.since.map(texts.since) ?? texts.yes }
    return texts.constructs(check.findings.count { $0.missing.contains { $0.code == verdict.code } })
  }

  private func place(_ finding: QueryCheck.Finding, in check: QueryCheck) -> String {
    let language = texts.language
    let advice = finding.advice.text(in: language) ?? ""
    let name = finding.name.text(in: language) ?? finding.id
    let known = finding.known.map { texts.known($0.dialect, since: $0.isFromTheStart ? nil : $0.since) }
    let message =
      finding.missing.isEmpty ? name : texts.missing(name, in: finding.missing.map(\.dialect), known: known)
    let breaks = finding.missing.contains { $0.code == check.code }
    let diagnostic = Diagnostic(
      id: finding.id, severity: breaks ? .error : .warning, message: message, place: finding.place,
      hint: finding.replacement.map(texts.instead) ?? advice)
    return PlainLines.clean(diagnostic.rendered())
  }
}
