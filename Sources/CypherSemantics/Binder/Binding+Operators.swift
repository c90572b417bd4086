import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  func bindUnary(
    _ op: UnaryOperatorSyntax, _ operand: ExpressionSyntax, in scope: Scope, allowing allowed: Allowance,
    at span: SourceSpan
  ) -> BoundExpression {
    switch op {
    case .not:
      let bound = bindOperand(bind(operand, in: scope, allowing: allowed), of: "NOT")
      return BoundExpression(.not(bound), type: .boolean, span: span)
    case .plus, .minus:
      let bound = bind(operand, in: scope, allowing: allowed.subtracting(.patterns))
      require(bound, [.number, .duration], in: "a sign", expected: "a number")
      if op == .plus { return bound }
      if case .constant(.integer(let number)) = bound.kind, number != .min {
        return BoundExpression(.constant(.integer(-number)), type: .integer, span: span)
      }
      if case .constant(.float(let number)) = bound.kind {
        return BoundExpression(.constant(.float(-number)), type: .float, span: span)
      }
      return BoundExpression(.negate(bound), type: bound.type, span: span)
    }
  }

  func bindOperand(_ bound: BoundExpression, of name: String) -> BoundExpression {
    requireBoolean(bound, in: name)
    return bound
  }

  func requireBoolean(_ bound: BoundExpression, in operation: String) {
    require(bound, [.boolean], in: operation, expected: "a boolean")
  }

  func bindBinary(
    _ op: BinaryOperatorSyntax, _ left: BoundExpression, _ right: BoundExpression, at span: SourceSpan
  ) -> BoundExpression {
    let type: StaticType
    switch op {
    case .add: type = additionType(left.type, right.type)
    case .concatenate: type = concatenationType(left, right)
    case .subtract, .multiply, .divide, .modulo:
      for operand in [left, right] {
        require(operand, StaticType.Members.number.union(.temporal), in: op.rawValue, expected: "a number")
      }
      let members = left.type.members.union(right.type.members)
      if left.type.members == .integer, right.type.members == .integer {
        type = .integer
      } else {
        type = members.isSubset(of: .number) && !members.isEmpty ? .number : .any
      }
    case .power:
      for operand in [left, right] { require(operand, .number, in: "^", expected: "a number") }
      type = .float
    case .in:
      require(right, [.list], in: "IN", expected: "a list")
      type = .boolean
    case .startsWith, .endsWith, .contains, .matches, .xor: type = .boolean
    }
    return BoundExpression(.binary(op, left, right), type: type, span: span)
  }

  /// `||` joins two texts or two lists, and nothing else.
  private func concatenationType(_ left: BoundExpression, _ right: BoundExpression) -> StaticType {
    let joined: StaticType.Members = [.string, .list]
    require(left, joined, in: "||", expected: "a text or a list")
    require(right, joined, in: "||", expected: "a text or a list")
    // What cannot be joined at all is not told again.
    for (operand, other) in [(left, right), (right, left)] where other.type.canBe(joined) {
      if operand.type.members == .string {
        require(other, .string, in: "||", expected: "a text beside a text")
        return .string
      }
      if operand.type.members == .list {
        require(other, .list, in: "||", expected: "a list beside a list")
        return .anyList
      }
    }
    return StaticType([.string, .list])
  }

  private func additionType(_ left: StaticType, _ right: StaticType) -> StaticType {
    if left.members == .list || right.members == .list { return .anyList }
    if left.members == .string || right.members == .string { return StaticType([.string, .list]) }
    if left.members == .integer, right.members == .integer { return .integer }
    let members = left.members.union(right.members)
    return members.isSubset(of: .number) && !members.isEmpty ? .number : .any
  }

  func bindComparison(
    _ first: BoundExpression, _ rest: [ComparisonSyntax], at span: SourceSpan,
    inner: (ExpressionSyntax) -> BoundExpression
  ) -> BoundExpression {
    var left = first
    var parts: [BoundExpression] = []
    for step in rest {
      let right = inner(step.operand)
      parts.append(BoundExpression(.comparison(step.comparison, left, right), type: .boolean, span: span))
      left = right
    }
    return parts.count == 1 ? parts[0] : BoundExpression(.and(parts), type: .boolean, span: span)
  }
}
