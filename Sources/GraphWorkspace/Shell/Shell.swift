import CypherSemantics
public import Diagnostics
public import GraphModel
public import Temporals

/// An interactive conversation with a database: what is asked, and the settings that hold between questions.
///
/// It prints nothing and reads no terminal. The graph is kept between statements and follows what others commit.
public final class Shell {
  public let workspace: GraphWorkspace
  /// Whether statements may change the graph.
  public private(set) var isWriting: Bool
  public private(set) var format: ShellFormat
  public private(set) var limits: QueryLimits
  public private(set) var validOn: CalendarDate?
  public private(set) var parameters: [String: Value] = [:]
  private let context: ChangeContext

  /// - Parameter context: in whose name, and why, changes are committed.
  public init(
    _ workspace: GraphWorkspace, isWriting: Bool, format: ShellFormat, limits: QueryLimits, validOn: CalendarDate?,
    context: ChangeContext
  ) {
    self.workspace = workspace
    self.isWriting = isWriting
    self.format = format
    self.limits = limits
    self.validOn = validOn
    self.context = context
  }

  /// What a statement or directive gave.
  public enum Reply: Sendable {
    case answer(QueryAnswer, seconds: Double, expectsNoRows: SavedQuery.Severity?)
    case plan(QueryPlan, warnings: [Diagnostic])
    case schema(SchemaOverview)
    case queries([SavedQuery], unreadable: [Diagnostic])
    /// Settings to be shown: all of them, or the one that was asked for or changed.
    case settings([Setting])
    case parameters([String: Value])
    case parameter(String, Value)
    case history, help, quit
  }

  public enum Setting: Hashable, Sendable {
    case format(ShellFormat)
    case write(Bool)
    case validOn(CalendarDate?)
    case limits(QueryLimits)
  }

  /// Opens the database, so that a wrong one is told before the first statement.
  /// - Throws: `StoreError`.
  public func open() throws { _ = try workspace.graph() }

  /// Answers one statement or directive.
  /// - Parameter source: what the text is called in messages.
  /// - Throws: what the verbs of the workspace throw.
  public func answer(
    _ statement: ShellInput.Statement, source: String, cancellation: Cancellation?
  ) throws -> Reply {
    if statement.isDirective { return try perform(ShellDirective(statement.text), cancellation) }
    // Lines are counted as in the whole input.
    let text = String(repeating: "\n", count: max(0, statement.line - 1)) + statement.text
    return try ask(
      QueryRequest(SourceText(name: source, text: text), parameters: parameters), nil, cancellation)
  }

  private func ask(
    _ request: QueryRequest, _ expectsNoRows: SavedQuery.Severity?, _ cancellation: Cancellation?
  ) throws -> Reply {
    var request = request
    request.limits = limits
    request.validOn = validOn
    request.writing = isWriting ? context : nil
    request.cancellation = cancellation
    let start = ContinuousClock.now
    let answer: QueryAnswer
    do { answer = try workspace.query(request) } catch let error as DiagnosticsError {
      throw isWriting ? error : error.withHint("':write on' allows it", for: "writes-not-allowed")
    }
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return .answer(answer, seconds: Double(seconds) + Double(attoseconds) / 1e18, expectsNoRows: expectsNoRows)
  }

  private func perform(_ directive: ShellDirective, _ cancellation: Cancellation?) throws -> Reply {
    switch directive {
    case .help: return .help
    case .quit: return .quit
    case .history: return .history
    case .queries:
      let (queries, unreadable) = workspace.savedQueries()
      return .queries(queries, unreadable: unreadable)
    case .parameters: return .parameters(parameters)
    case .schema(let name): return .schema(try workspace.schemaOverview().narrowed(to: name))
    case .run(let name, let given):
      let question = try workspace.question(text: name, file: nil, GivenParameters(given))
      return try ask(question.request, question.expectsNoRows, cancellation)
    case .setParameter(let name, let text):
      let value = LiteralText.value(of: text)
      parameters[name] = value
      return .parameter(name, value)
    case .explain(let text):
      let (plan, warnings) = try workspace.explain(SourceText(name: "query", text: text), validOn: validOn)
      return .plan(plan, warnings: warnings)
    case .format(let wanted):
      if let wanted { format = wanted }
      return .settings([.format(format)])
    case .write(let wanted):
      if let wanted { isWriting = wanted }
      return .settings([.write(isWriting)])
    case .validOn(let text):
      if let text { validOn = text.isEmpty ? nil : try GraphWorkspace.day(text) }
      return .settings([.validOn(validOn)])
    case .limits(let changes):
      try change(changes)
      return .settings([.limits(limits)])
    }
  }

  private func change(_ changes: [String: String]) throws(Diagnostic) {
    var limits = limits
    for (word, text) in changes {
      switch word {
      case "timeout", "time", "seconds": limits.seconds = try LimitText.seconds(text)
      case "rows": limits.rows = try LimitText.rows(text)
      case "memory": limits.memory = try LimitText.bytes(text)
      default:
        throw Diagnostic(
          id: "bad-limit", message: "there is no limit '\(word)'",
          hint: NameSuggestion.hint(for: word, among: ["timeout", "rows", "memory"]) ?? "timeout, rows or memory")
      }
    }
    self.limits = limits
  }
}

extension DiagnosticsError {
  /// The same, with another hint on diagnostics of one kind: what a shell offers is not what a command line offers.
  fileprivate func withHint(_ hint: String, for id: String) -> DiagnosticsError {
    var error = self
    for position in error.diagnostics.indices where error.diagnostics[position].id == id {
      error.diagnostics[position].hint = hint
    }
    return error
  }
}
