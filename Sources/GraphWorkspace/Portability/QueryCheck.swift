import CypherSemantics
import CypherSyntax
public import Diagnostics
public import GraphModel

/// Where a query runs as it stands, and whether it keeps what it declares.
public struct QueryCheck: Sendable {
  /// Whether a dialect of another engine runs the query.
  public struct Verdict: Sendable {
    /// Stable: `openCypher9`, `neo4j5`, `cypher25`.
    public var code: String
    /// `openCypher 9`
    public var dialect: String
    public var runs: Bool
    /// The release of Neo4j that the query needs; `nil` where any does, or none.
    public var since: String?
    /// Whether every release of the dialect has it.
    public var isFromTheStart = false
  }

  /// A construct that some dialect does not have, or that does not mean the same everywhere.
  public struct Finding: Sendable {
    public var id: String
    public var name: Caption
    public var place: DiagnosticPlace
    /// The words or signs themselves.
    public var text: String
    /// The dialects that do not have it; empty for a warning.
    public var missing: [Verdict]
    /// The dialects that have it, with the release that has it first.
    public var known: [Verdict]
    public var advice: Caption
    /// What can be written at this place instead.
    public var replacement: String?
  }

  /// A saved query's name, a file's path, or `query`.
  public var name: String
  /// The code and the name of the dialect that the query is held to.
  public var code: String
  public var dialect: String
  /// Whether the query says so itself; else it is held to openCypher 9.
  public var isDeclared: Bool
  public var keepsItsWord: Bool
  public var verdicts: [Verdict]
  public var findings: [Finding]
  public var warnings: [Finding]

  let report: PortabilityReport
  /// Where the header names the dialect.
  let declaration: SourceSpan?

  init(_ query: SavedQuery, _ parsed: ParsedQuery, procedures: ProcedureRegistry, heldTo wanted: Dialect?) {
    let report = PortabilityReport(of: parsed, procedures: procedures)
    let declared = query.dialect ?? report.requested
    let dialect = wanted ?? declared ?? .default
    name = query.name
    code = dialect.rawValue
    self.dialect = dialect.name
    isDeclared = declared != nil
    keepsItsWord = dialect == .styrgraf || report.verdict(for: dialect).runs
    verdicts = report.verdicts.map(Verdict.init)
    findings = report.findings.map { Finding($0, in: report) }
    warnings = report.warnings.map { Finding($0, in: report) }
    self.report = report
    declaration = query.dialectSpan
  }
}

extension QueryCheck.Verdict {
  init(_ verdict: PortabilityReport.Verdict) {
    self.init(
      code: verdict.dialect.rawValue, dialect: verdict.dialect.name, runs: verdict.runs,
      since: verdict.since?.description)
  }
}

extension QueryCheck.Finding {
  init(_ finding: PortabilityFinding, in report: PortabilityReport) {
    let all = Dialect.elsewhere.map { dialect in
      QueryCheck.Verdict(
        code: dialect.rawValue, dialect: dialect.name, runs: finding.availability.exists(in: dialect),
        since: finding.availability.release(in: dialect)?.description,
        isFromTheStart: finding.availability.release(in: dialect)
          == DialectAvailability.everywhere.release(in: dialect))
    }
    var name = Caption()
    for language in [CaptionLanguage.english, .swedish] {
      name.texts[language.rawValue] = finding.name(in: language)
    }
    self.init(
      id: finding.feature.id, name: name, place: report.source.place(of: finding.span),
      text: report.source.text(of: finding.span), missing: all.filter { !$0.runs }, known: all.filter(\.runs),
      advice: finding.feature.advice, replacement: report.replacement(for: finding))
  }
}
