import CypherSyntax
import Diagnostics

/// One walk over a query that finds the constructs of the table, and how each could be written without them.
final class FeatureFinder {
  let parsed: ParsedQuery
  let procedures: ProcedureRegistry
  var found: [PortabilityFinding] = []
  var columns: [UnnamedColumn] = []
  /// Whether new variables would show: in a `RETURN *`, or in the grouping and the distinct rows of a `WITH *`.
  private var showsAllVariables = false
  private var freshNames = 0
  /// Where each NEXT stands, by the start of the RETURN before it.
  private(set) var nextWords: [Int: SourceSpan] = [:]
  /// By where they begin.
  private(set) var marks: [SpellingMark] = []
  /// The WHERE of the pattern being read, as it is written.
  var conditionText = ""
  /// Labels and types whose `&` has its finding.
  var conditionSpans: [SourceSpan] = []

  init(_ parsed: ParsedQuery, _ procedures: ProcedureRegistry) {
    self.parsed = parsed
    self.procedures = procedures
  }

  var source: SourceText { parsed.source }

  func find() {
    showsAllVariables = Self.showsAllVariables(parsed.query)
    freshNames = greatestFreshName()
    marks = parsed.marks.sorted { $0.span.lower < $1.span.lower }
    for mark in marks { if case .next(let returning) = mark.kind { nextWords[returning.lower] = mark.span } }
    findHead()
    visit(parsed.query, isWhole: true, namesColumns: true)
    for mark in marks { visit(mark) }
  }

  private func findHead() {
    if let version = parsed.version {
      let dialect = Dialect(version)
      // A prefix is understood by the engines of its own dialect.
      let availability = DialectAvailability(
        openCypher9: dialect == .openCypher9,
        neo4j5: dialect == .neo4j5 ? DialectFeature.versionPrefix.availability.neo4j5 : nil,
        cypher25: dialect == .cypher25 ? DialectFeature.versionPrefix.availability.cypher25 : nil)
      add(
        .versionPrefix, version.span, availability: availability, DialectRewriting(edits: [removal(of: version.span)]))
    }
    if let span = parsed.modeSpan { add(.queryMode, span, DialectRewriting(edits: [removal(of: span)])) }
  }

  // MARK: Finding

  func add(
    _ feature: DialectFeature, _ span: SourceSpan, subject: String? = nil, availability: DialectAvailability? = nil,
    _ rewriting: DialectRewriting? = nil
  ) {
    var rewriting = rewriting
    if let edits = rewriting?.edits, rewriting?.shown.isEmpty == true, edits.count == 1 {
      rewriting?.shown = edits[0].pieces
    }
    found.append(
      PortabilityFinding(
        feature: feature, subject: subject, span: span, availability: availability ?? feature.availability,
        rewriting: rewriting))
  }

  /// Other words for the same place.
  func replaced(_ span: SourceSpan, by text: String) -> DialectRewriting {
    DialectRewriting(edits: [SourceEdit(span, text)])
  }

  // MARK: Text

  private func isBlank(_ offset: Int) -> Bool {
    switch source.utf8[offset] {
    case 0x20, 0x09...0x0D: true
    default: false
    }
  }

  /// Takes a word away, with the blanks behind it.
  func removal(of span: SourceSpan) -> SourceEdit {
    var upper = span.upper
    while upper < source.utf8.count, isBlank(upper) { upper += 1 }
    return SourceEdit(SourceSpan(span.lower, upper), [])
  }

  /// A sign with the blanks on both sides of it.
  func withBlanks(_ span: SourceSpan) -> SourceSpan {
    var (lower, upper) = (span.lower, span.upper)
    while lower > 0, isBlank(lower - 1) { lower -= 1 }
    while upper < source.utf8.count, isBlank(upper) { upper += 1 }
    return SourceSpan(lower, upper)
  }

  /// The last place of a byte before an offset.
  func offset(of byte: Character, before offset: Int) -> Int? {
    guard let byte = byte.asciiValue else { return nil }
    return source.utf8[..<offset].lastIndex(of: byte)
  }

  /// A variable that the query does not have; `nil` where a new one would change the answer.
  func freshName() -> String? {
    guard !showsAllVariables else { return nil }
    freshNames += 1
    return "v\(freshNames)"
  }

  /// The greatest number behind a `v` in the text, so that no variable, or anything else, is called so.
  private func greatestFreshName() -> Int {
    var greatest = 0
    var number: Int?
    for byte in source.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let known = number, known < 1 << 32 { number = known * 10 + Int(byte - UInt8(ascii: "0")) }
        greatest = max(greatest, number ?? 0)
      default: number = byte | 0x20 == UInt8(ascii: "v") ? 0 : nil
      }
    }
    return greatest
  }

  private static func showsAllVariables(_ query: QuerySyntax) -> Bool {
    query.leading.contains(where: showsAllVariables)
      || query.parts.contains { part in
        part.clauses.contains { clause in
          switch clause {
          case .returning(let projection): projection.includesAll
          case .with(let projection): projection.includesAll && (projection.isDistinct || !projection.items.isEmpty)
          case .callSubquery(let call): showsAllVariables(call.query)
          default: false
          }
        }
      }
  }
}
