import CypherSyntax
import Diagnostics

extension PatternBinding {
  func refuse(_ message: String, at span: SourceSpan, hint: String? = nil) {
    // What the pattern would have bound is not missing for a reason of its own.
    binding.hasRefusedParts = true
    binding.report("invalid-pattern", message, at: span, detail: "UnexpectedSyntax", hint: hint)
  }

  func conflict(_ name: NameSyntax, _ type: StaticType, expected: String) {
    binding.report(
      "variable-type-conflict", "'\(name.text)' is \(type.description) and cannot stand for \(expected)", at: name.span,
      detail: "VariableTypeConflict")
  }

  /// A variable stands inside a quantified path and somewhere else in the pattern.
  func groupConflict(_ name: NameSyntax) {
    binding.report(
      "variable-already-bound", "'\(name.text)' stands inside a quantified path and again elsewhere in the pattern",
      at: name.span, detail: "VariableAlreadyBound", hint: "choose another name")
  }

  func boundBefore(_ name: NameSyntax) {
    binding.report(
      "variable-already-bound",
      "'\(name.text)' is bound by an earlier clause and cannot be bound inside a quantified path", at: name.span,
      detail: "VariableAlreadyBound", hint: "choose another name, and compare the two behind WHERE")
  }

  /// What relationships and nodes may repeat in a path.
  func mode(of chain: PathChain) -> PathModeSyntax {
    if clause.mode == .repeatableElements { return .walk }
    return chain.mode == .acyclic ? .acyclic : .trail
  }

  /// Whether a path can be bound; what it breaks is reported.
  func check(_ path: PathPatternSyntax, _ chain: PathChain) -> Bool {
    for link in chain.links { checkQuantifier(of: link) }
    if path.isShortestPathFunction {
      guard chain.links.count == 1, case .relationship = chain.links[0] else {
        refuse("shortestPath(…) takes one relationship between two nodes", at: path.span)
        return false
      }
      return true
    }
    if chain.isSelective, clause.pattern.paths.count > 1, clause.mode != .repeatableElements {
      refuse(
        "a path with ANY or SHORTEST must stand alone in its MATCH", at: path.span,
        hint: "write the other paths into a MATCH of their own")
    }
    if clause.mode == .repeatableElements {
      if let mode = chain.mode, mode != .walk {
        refuse("REPEATABLE ELEMENTS goes with WALK alone", at: path.span, hint: "leave out \(mode.keyword)")
      }
      if !chain.isSelective, let link = chain.links.first(where: { !$0.isBounded }) {
        refuse(
          "with REPEATABLE ELEMENTS there may be infinitely many such paths", at: link.span,
          hint: "give an upper bound such as {1,5}, or a selector such as ANY SHORTEST")
      }
    }
    return true
  }

  private func checkQuantifier(of link: PathChain.Link) {
    var quantifier: QuantifierSyntax?
    switch link {
    case .relationship(let syntax):
      quantifier = syntax.quantifier
      if syntax.length != nil, let quantifier {
        refuse("a relationship of variable length cannot be quantified", at: quantifier.span, hint: "leave out one")
      }
    case .repetition(_, let written): quantifier = written
    }
    guard let quantifier else { return }
    if quantifier.upper == 0 {
      refuse("a quantifier must allow one repetition at least", at: quantifier.span)
    } else if let upper = quantifier.upper, quantifier.lower > upper {
      refuse("the lower bound of the quantifier is above the upper one", at: quantifier.span)
    }
  }
}

extension PathModeSyntax {
  fileprivate var keyword: String {
    switch self {
    case .walk: "WALK"
    case .trail: "TRAIL"
    case .acyclic: "ACYCLIC"
    }
  }
}
