import Diagnostics

/// How strongly operators bind, weakest first.
/// - Source: CIP2021-08-10; openCypher 9 grammar.
enum BindingStrength: Int, Comparable {
  case or, xor, and, not, comparison, predicate, additive, multiplicative, power, unary, postfix

  /// What the right operand of a left-associative operator must have.
  var next: BindingStrength { BindingStrength(rawValue: rawValue + 1) ?? .postfix }

  static func < (a: BindingStrength, b: BindingStrength) -> Bool { a.rawValue < b.rawValue }
}

/// An operator behind an operand.
enum InfixOperator {
  case or, and
  case comparison
  case binary(BinaryOperatorSyntax)
  /// `IS NULL`, `IS NOT NULL`, `IS Label`
  case `is`

  var strength: BindingStrength {
    switch self {
    case .or: .or
    case .and: .and
    case .comparison: .comparison
    case .is: .predicate
    case .binary(let symbol): symbol.strength
    }
  }
}

extension BinaryOperatorSyntax {
  var strength: BindingStrength {
    switch self {
    case .xor: .xor
    case .in, .startsWith, .endsWith, .contains, .matches: .predicate
    case .add, .subtract, .concatenate: .additive
    case .multiply, .divide, .modulo: .multiplicative
    case .power: .power
    }
  }
}

extension Parser {
  /// The operator at the current token, if it is one.
  func infixOperator() -> InfixOperator? {
    switch current.kind {
    case .word: wordOperator()
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .exclamation: kind(1) == .equal ? .comparison : nil
    case .plus: .binary(.add)
    case .minus: .binary(.subtract)
    case .star: .binary(.multiply)
    case .slash: .binary(.divide)
    case .percent: .binary(.modulo)
    case .caret: .binary(.power)
    case .doubleBar: .binary(.concatenate)
    case .matches: .binary(.matches)
    default: nil
    }
  }

  private func wordOperator() -> InfixOperator? {
    switch current.keyword {
    case .or: .or
    case .and: .and
    case .xor: .binary(.xor)
    case .in: .binary(.in)
    case .contains: .binary(.contains)
    case .starts where keyword(1) == .with: .binary(.startsWith)
    case .ends where keyword(1) == .with: .binary(.endsWith)
    case .is: .is
    default: nil
    }
  }

  /// Reads `=`, `<>`, `<` and so on; `==` and `!=` with a hint.
  func parseComparisonOperator() -> ComparisonOperatorSyntax? {
    let start = position
    switch current.kind {
    case .equal:
      advance()
      if at(.equal), current.lower == token(at: start).upper {
        advance()
        reportForeignOperator("==", "=", from: start)
      }
      return .equal
    case .exclamation where kind(1) == .equal:
      advance()
      advance()
      reportForeignOperator("!=", "<>", from: start)
      return .notEqual
    case .notEqual: return accepted(.notEqual)
    case .less: return accepted(.less)
    case .lessOrEqual: return accepted(.lessOrEqual)
    case .greater: return accepted(.greater)
    case .greaterOrEqual: return accepted(.greaterOrEqual)
    default: return nil
    }
  }

  private func accepted(_ comparison: ComparisonOperatorSyntax) -> ComparisonOperatorSyntax {
    advance()
    return comparison
  }

  private func reportForeignOperator(_ written: String, _ meant: String, from start: Int) {
    reportInPassing(
      "unexpected-token", "'\(written)' is no operator", at: span(from: start), hint: "did you mean '\(meant)'?")
  }
}
