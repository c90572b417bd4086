public import CypherSyntax
public import Diagnostics
import GraphModel

/// Resolves the names of a query, checks what can be checked before it runs, and gives every variable its slot.
public enum QueryBinder {
  /// - Throws: `DiagnosticsError` with all mistakes, those of the parser included, or because the budget was spent.
  public static func bind(
    _ parsed: ParsedQuery, options: BindingOptions = BindingOptions(), budget: BudgetMeter = BudgetMeter()
  ) throws(DiagnosticsError) -> BoundQuery {
    if parsed.diagnostics.contains(where: { $0.severity == .error }) { throw DiagnosticsError(parsed.diagnostics) }
    let binding = Binding(source: parsed.source, options: options, watch: CompileWatch(budget))
    let query = binding.bind(parsed.query)
    try binding.watch.finish()
    let errors = binding.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty {
      // Stable: what was found first at a place is told first.
      let order = errors.indices.sorted { a, b in
        let (left, right) = (position(of: errors[a]), position(of: errors[b]))
        return left == right ? a < b : left < right
      }
      throw DiagnosticsError(order.map { errors[$0] })
    }
    return query
  }

  private static func position(of diagnostic: Diagnostic) -> (Int, Int) {
    (diagnostic.place?.line ?? 0, diagnostic.place?.column ?? 0)
  }
}

/// A query inside an expression that is being bound.
struct SubqueryFrame {
  /// The first slot that is its own.
  var firstSlot: Int
  /// Slots that hold copies of expression variables, and those that are read.
  var imports: [LocalImport] = []
  var usedImports: Set<Local> = []
  /// Slots of the enclosing query that it reads.
  var used: Set<Slot> = []
}

/// The work in progress of binding one query.
final class Binding {
  let source: SourceText
  let options: BindingOptions
  let watch: CompileWatch
  var names = QueryNames()
  var slots: [SlotInfo] = []
  var localCount = 0
  var subqueries: [BoundUnion] = []
  var subqueryAnswers: [SubqueryReference.Answer] = []
  var diagnostics: [Diagnostic] = []
  var isWriting = false
  /// Whether a part was refused that may have bound variables: their absence is then not told again.
  var hasRefusedParts = false
  /// Queries inside expressions that are being bound.
  var subqueryFrames: [SubqueryFrame] = []
  /// Variables of the clause being bound that the expression being bound cannot name.
  var clauseNames: Set<String> = []
  /// Names of the query around each `CALL { … }` that is being bound which it has not brought in.
  var notImported: [Set<String>] = []
  /// Whoever gets so many things wrong needs no more examples.
  private static let warningLimit = 20
  /// Labels and types already warned of.
  private var warned: Set<String> = []

  init(source: SourceText, options: BindingOptions, watch: CompileWatch) {
    self.source = source
    self.watch = watch
    self.options = options
  }

  func bind(_ query: QuerySyntax) -> BoundQuery {
    let (body, columns) = bindQuery(query, QueryPlacement(isWhole: true))
    return BoundQuery(
      body: body, mode: query.mode, slots: slots, localCount: localCount, names: names, subqueries: subqueries,
      subqueryAnswers: subqueryAnswers, columns: columns, isWriting: isWriting,
      warnings: diagnostics.filter { $0.severity == .warning })
  }

  // MARK: Slots

  func newSlot(_ name: String?, _ type: StaticType) -> Slot {
    slots.append(SlotInfo(name: name, type: type))
    return Slot(slots.count - 1)
  }

  func newLocal() -> Local {
    localCount += 1
    return Local(localCount - 1)
  }

  // MARK: Diagnostics

  func report(
    _ id: String, _ message: String, at span: SourceSpan, detail: String, type: String = "SyntaxError",
    hint: String? = nil, notes: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(
        id: id, message: message, place: source.place(of: span), hint: hint, notes: notes,
        queryError: QueryErrorCode(type: type, phase: .compile, detail: detail)))
  }

  func warnUnknown(_ what: String, _ name: String, among known: Set<String>?, at span: SourceSpan) {
    guard let known, !known.contains(name), warned.count < Self.warningLimit,
      warned.insert("\(what) \(name)").inserted
    else { return }
    diagnostics.append(
      Diagnostic(
        id: "unknown-\(what.replacing(" ", with: "-"))", severity: .warning,
        message: "no \(what) is called '\(name)'", place: source.place(of: span),
        hint: NameSuggestion.hint(for: name, among: known.sorted())))
  }

  func undefined(_ name: String, in scope: Scope, at span: SourceSpan) {
    if hasRefusedParts { return }
    if clauseNames.contains(name) {
      report(
        "undefined-variable", "inside a quantified path the variable '\(name)' of the same MATCH cannot be named",
        at: span, detail: "UndefinedVariable", hint: "bind it in a MATCH before")
      return
    }
    let isOutside = notImported.contains { $0.contains(name) }
    report(
      "undefined-variable", "the variable '\(name)' is not defined\(isOutside ? " in the subquery" : "")", at: span,
      detail: "UndefinedVariable",
      hint: isOutside
        ? "bring it in with CALL (\(name)) { … }" : NameSuggestion.hint(for: name, among: scope.names))
  }
}
