import CypherSyntax
import GraphModel

extension PatternBinding {
  /// The types that a relationship may have, and what a list of types cannot say: `!A`, `A&!B`.
  func bindTypes(_ syntax: LabelExpressionSyntax?) -> (types: [TypeName]?, condition: BoundLabelExpression?) {
    guard let syntax else { return (nil, nil) }
    let expression = bindTypeExpression(syntax)
    return (expression.possibleTypes, expression.isListOfTypes ? nil : expression)
  }

  private func bindTypeExpression(_ syntax: LabelExpressionSyntax) -> BoundLabelExpression {
    switch syntax.kind {
    case .name(let name):
      binding.warnUnknown("relationship type", name.text, among: binding.options.knownTypes, at: name.span)
      return .name(binding.names.label(name.text), type: binding.names.type(name.text))
    case .any: return .any
    case .not(let part): return .not(bindTypeExpression(part))
    case .and(let parts): return .and(parts.map(bindTypeExpression))
    case .or(let parts): return .or(parts.map(bindTypeExpression))
    }
  }
}

extension BoundLabelExpression {
  /// Types one of which a relationship must have to meet the condition; `nil`: any may do.
  fileprivate var possibleTypes: [TypeName]? {
    switch self {
    case .name(_, let type): return [type]
    case .any, .not: return nil
    case .and(let parts):
      let lists = parts.compactMap(\.possibleTypes)
      guard let first = lists.first else { return nil }
      return first.filter { type in lists.allSatisfy { $0.contains(type) } }
    case .or(let parts):
      var types: [TypeName] = []
      for part in parts {
        guard let list = part.possibleTypes else { return nil }
        for type in list where !types.contains(type) { types.append(type) }
      }
      return types
    }
  }

  /// Whether the possible types say all that the condition says.
  fileprivate var isListOfTypes: Bool {
    switch self {
    case .name, .any: true
    case .or(let parts): parts.allSatisfy { $0.isListOfTypes && $0.possibleTypes != nil }
    case .not, .and: false
    }
  }
}
