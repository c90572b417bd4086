public import CypherSyntax
public import Diagnostics
public import GraphModel

/// Where a query runs as it stands, what hinders it elsewhere, and what to write instead.
public struct PortabilityReport: Sendable {
  /// Whether a dialect runs the query.
  public struct Verdict: Hashable, Sendable {
    public var dialect: Dialect
    public var runs: Bool
    /// The release of Neo4j that first has everything the query uses; `nil` where every release of the dialect has it.
    public var since: DialectRelease?
  }

  public var source: SourceText
  /// The dialect that the text asks for with its first words.
  public var requested: Dialect?
  /// Constructs that some dialect does not have, in the order of the text.
  public var findings: [PortabilityFinding]
  /// Constructs that every dialect has and that do not mean or do the same everywhere.
  public var warnings: [PortabilityFinding]

  let columns: [UnnamedColumn]
  let procedures: ProcedureRegistry
  private let rewriters: [Dialect: SourceRewriter]

  /// - Parameter procedures: those that the query may call, with where else they exist.
  public init(of parsed: ParsedQuery, procedures: ProcedureRegistry = .standard) {
    let finder = FeatureFinder(parsed, procedures)
    finder.find()
    let found = finder.found.sorted { ($0.span.lower, $0.span.upper) < ($1.span.lower, $1.span.upper) }
    source = parsed.source
    requested = parsed.version.map { Dialect($0) }
    findings = found.filter { !$0.feature.isWarning }
    warnings = found.filter(\.feature.isWarning)
    columns = finder.columns
    self.procedures = procedures
    var rewriters: [Dialect: SourceRewriter] = [:]
    for dialect in Dialect.elsewhere {
      let hindrances = found.filter { !$0.availability.exists(in: dialect) }
      rewriters[dialect] = SourceRewriter(parsed.source, hindrances.flatMap { $0.rewriting?.edits ?? [] })
    }
    self.rewriters = rewriters
  }

  /// One for each dialect of other engines.
  public var verdicts: [Verdict] { Dialect.elsewhere.map(verdict) }

  public func verdict(for dialect: Dialect) -> Verdict {
    let runs = !findings.contains { !$0.availability.exists(in: dialect) }
    var since: DialectRelease?
    if runs, let first = DialectAvailability.everywhere.release(in: dialect) {
      since = findings.compactMap { $0.availability.release(in: dialect) }.filter { $0 > first }.max()
    }
    return Verdict(dialect: dialect, runs: runs, since: since)
  }

  /// What hinders the query in a dialect.
  public func hindrances(in dialect: Dialect) -> [PortabilityFinding] {
    findings.filter { !$0.availability.exists(in: dialect) }
  }

  /// What can be written at the place of a finding instead; `nil` where there is no general answer.
  public func replacement(for finding: PortabilityFinding) -> String? {
    guard let rewriting = finding.rewriting, !rewriting.shown.isEmpty else { return nil }
    let missing = Dialect.elsewhere.first { !finding.availability.exists(in: $0) } ?? .openCypher9
    return rewriters[missing]?.text(of: rewriting.shown)
  }
}

/// A construct at a place of a query.
public struct PortabilityFinding: Sendable {
  public var feature: DialectFeature
  /// What the feature is about where it has many faces: a function's name.
  public var subject: String?
  public var span: SourceSpan
  public var availability: DialectAvailability

  var rewriting: DialectRewriting?

  /// What it is, for a person.
  public func name(in language: CaptionLanguage) -> String {
    let name = feature.name.text(in: language) ?? feature.id
    return subject.map { "\(name) \($0)" } ?? name
  }
}

/// How a construct is written without it.
struct DialectRewriting: Hashable, Sendable {
  var edits: [SourceEdit] = []
  /// Conditions that a pattern's WHERE gets.
  var conditions: [AddedCondition] = []
  /// What is shown to a person as the new text of the place.
  var shown: [SourceEdit.Piece] = []
  /// Where the new text is understood.
  var targets: Set<Dialect> = [.openCypher9, .neo4j5, .cypher25]
}

/// A condition that moves into the WHERE of a pattern.
struct AddedCondition: Hashable, Sendable {
  var place: ConditionPlace
  var pieces: [SourceEdit.Piece]
}

/// Where a pattern's WHERE stands or can stand.
struct ConditionPlace: Hashable, Sendable {
  /// The end of the pattern.
  var end: Int
  /// The condition that is there already.
  var condition: SourceSpan?
  /// Whether that one binds less strongly than AND.
  var isLoose = false
}

/// A column of the result that is named after the text of its expression.
struct UnnamedColumn: Hashable, Sendable {
  var span: SourceSpan
  var name: String
}
