import CypherSemantics
import CypherSyntax
import GraphModel

/// What is asked of one value, where the other operand is the same for all rows.
enum ValueTest {
  /// The value stands on the left.
  case comparison(ComparisonOperatorSyntax, Value)
  /// `IN` these items.
  case anyOf([Value])
  /// `STARTS WITH`, `ENDS WITH`, `CONTAINS`
  case text(BinaryOperatorSyntax, Value)
  /// `=~`, with a pattern that is one.
  case pattern(Value)
  case isNull

  /// The outcome for a value; `nil` is unknown.
  /// - Throws: only where a pattern takes more than the budget has.
  func outcome(for value: Value, _ run: QueryRun) throws(EvaluationError) -> Bool? {
    switch self {
    case .comparison(let op, let other): Operators.compare(op, value, other)
    case .anyOf(let items): Operators.isMember(value, of: items)
    case .text(let op, let part): Operators.textTest(op, value, part)
    case .pattern(let pattern): try run.patterns.matches(value, pattern, run.budget).truth
    case .isNull: value.isNull
    }
  }

  /// How much one question costs against the others: what lets rows go cheaply is asked first.
  var cost: Int {
    switch self {
    case .isNull: 0
    case .comparison(let op, _): op == .equal || op == .notEqual ? 1 : 2
    case .anyOf: 2
    case .text(let op, _): op == .contains ? 4 : 3
    case .pattern: 5
    }
  }
}

extension Value {
  /// The truth of a condition's value; `nil` is unknown.
  fileprivate var truth: Bool? {
    if case .boolean(let flag) = self { return flag }
    return nil
  }
}

extension ComparisonOperatorSyntax {
  /// The operator with its operands exchanged.
  var mirrored: ComparisonOperatorSyntax {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
