import CypherSemantics
import GraphModel

/// The regular expressions of one run, compiled when they are first met.
///
/// It belongs to its run, so that no lock stands between a row and its answer.
final class PatternCache {
  /// Patterns made anew for every row would fill it for nothing.
  private static let capacity = 200

  private var patterns: [TextKey: CompiledPattern] = [:]
  private var last: (text: String, pattern: CompiledPattern)?

  /// `text =~ pattern`: whether a regular expression matches the whole text.
  /// - Throws: `ArgumentError` for what is no regular expression; an error with a truncation when the budget is spent.
  func matches(_ text: Value, _ pattern: Value, _ budget: BudgetMeter) throws(EvaluationError) -> Value {
    guard case .string(let text) = text, case .string(let pattern) = pattern else { return .null }
    return .boolean(try compiled(pattern).matches(text, budget))
  }

  private func compiled(_ text: String) throws(EvaluationError) -> CompiledPattern {
    if let last, last.text.isIdenticalText(to: text) { return last.pattern }
    let key = TextKey(text)
    let pattern: CompiledPattern
    if let known = patterns[key] {
      pattern = known
    } else {
      pattern = try CompiledPattern(text)
      if patterns.count >= Self.capacity { patterns.removeAll() }
      patterns[key] = pattern
    }
    last = (text, pattern)
    return pattern
  }
}
