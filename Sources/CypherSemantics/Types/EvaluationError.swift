public import Diagnostics
public import GraphModel

/// A query that was well formed failed on its data.
public struct EvaluationError: Error, Hashable, Sendable {
  public var code: QueryErrorCode
  public var message: String
  public var hint: String?
  /// Where in the query, if it is known.
  public var span: SourceSpan?
  /// The budget that ran out; `nil` for a real error.
  public var truncation: Truncation?

  public init(code: QueryErrorCode, message: String, hint: String? = nil, span: SourceSpan? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
    self.span = span
  }

  /// The query ran out of a budget, or was cancelled.
  public static func stopped(by truncation: Truncation, _ message: String, hint: String? = nil) -> EvaluationError {
    var error = EvaluationError(
      code: QueryErrorCode(type: "BudgetError", phase: .runtime, detail: "BudgetExceeded"), message: message,
      hint: hint)
    error.truncation = truncation
    return error
  }

  public static func type(_ detail: String, _ message: String, hint: String? = nil) -> EvaluationError {
    EvaluationError(
      code: QueryErrorCode(type: "TypeError", phase: .runtime, detail: detail), message: message, hint: hint)
  }

  public static func argument(_ detail: String, _ message: String, hint: String? = nil) -> EvaluationError {
    EvaluationError(
      code: QueryErrorCode(type: "ArgumentError", phase: .runtime, detail: detail), message: message, hint: hint)
  }

  /// The value is of a type that the operation cannot take.
  public static func invalidArgument(_ value: Value, expected: String, in operation: String) -> EvaluationError {
    .type("InvalidArgumentType", "\(operation) expects \(expected), not \(value.typeName)")
  }

  /// The same error at a place of the query, if it had none.
  public func located(at span: SourceSpan) -> EvaluationError {
    var error = self
    if error.span == nil { error.span = span }
    return error
  }

  /// Runs a body whose errors are at a place of the query, if they have none.
  public static func locating<Result>(
    at span: SourceSpan, _ body: () throws(EvaluationError) -> Result
  ) throws(EvaluationError) -> Result {
    do { return try body() } catch { throw error.located(at: span) }
  }
}
