import CypherSyntax
import Diagnostics

/// A path pattern as nodes and what leads from each to the next, the parentheses around it taken off.
struct PathChain {
  enum Link {
    case relationship(RelationshipPatternSyntax)
    case repetition(ParenthesizedPathSyntax, QuantifierSyntax)

    var isVariable: Bool {
      switch self {
      case .relationship(let syntax): syntax.length != nil || syntax.quantifier != nil
      case .repetition: true
      }
    }

    var span: SourceSpan {
      switch self {
      case .relationship(let syntax): syntax.span
      case .repetition(let syntax, _): syntax.span
      }
    }

    /// The highest number of repetitions; `nil`: as many as there are.
    var isBounded: Bool {
      switch self {
      case .relationship(let syntax):
        (syntax.length == nil || syntax.length?.upper != nil)
          && (syntax.quantifier == nil || syntax.quantifier?.upper != nil)
      case .repetition(_, let quantifier): quantifier.upper != nil
      }
    }
  }

  /// One more than links.
  var joints: [NodePatternSyntax] = []
  var links: [Link] = []
  /// Behind WHERE in the parentheses.
  var conditions: [ExpressionSyntax] = []
  /// Names of the whole path inside the parentheses.
  var variables: [NameSyntax] = []
  var selector: PathSelectorSyntax?
  var mode: PathModeSyntax?
  /// How many links may make paths of different lengths.
  var hasVariableLinks: Bool { links.contains(where: \.isVariable) }

  /// Whether only some of the paths between two nodes are wanted.
  var isSelective: Bool {
    switch selector {
    case nil, .all: false
    default: true
    }
  }

  /// - Parameter report: told of what cannot stand where it does.
  init(_ path: PathPatternSyntax, report: (_ message: String, _ span: SourceSpan, _ hint: String?) -> Void) {
    var path = path
    selector = path.selector
    mode = path.mode
    while path.elements.count == 1, case .parenthesized(let inner) = path.elements[0], inner.quantifier == nil {
      path = inner.path
      if let condition = inner.condition { conditions.append(condition) }
      if let variable = path.variable { variables.append(variable) }
      if path.selector != nil {
        report("a path selector (ANY, SHORTEST …) stands before the whole path, not inside parentheses", path.span, nil)
      }
      if path.isShortestPathFunction {
        report("shortestPath(…) stands alone, not inside parentheses", path.span, nil)
      }
      mode = mode ?? path.mode
    }
    for element in path.elements { add(element, report) }
    if joints.count == links.count { joints.append(Self.anonymous(at: path.span)) }
  }

  private mutating func add(
    _ element: PatternElementSyntax, _ report: (_ message: String, _ span: SourceSpan, _ hint: String?) -> Void
  ) {
    switch element {
    case .node(let node): if joints.count == links.count { joints.append(node) }
    case .relationship(let relationship):
      addJoint(at: relationship.span)
      links.append(.relationship(relationship))
    case .parenthesized(let inner):
      guard let quantifier = inner.quantifier else {
        report(
          "parentheses without a quantifier must stand around the whole path", inner.span,
          "leave them out, and put the condition behind WHERE")
        return
      }
      addJoint(at: inner.span)
      links.append(.repetition(inner, quantifier))
    }
  }

  /// A node that is not written.
  private mutating func addJoint(at span: SourceSpan) {
    if joints.count == links.count { joints.append(Self.anonymous(at: span)) }
  }

  private static func anonymous(at span: SourceSpan) -> NodePatternSyntax {
    NodePatternSyntax(variable: nil, labels: nil, properties: nil, span: SourceSpan(at: span.lower))
  }
}
