/// Which closing bracket belongs to which opening one, so that a decision can look behind a bracket in one step.
struct BracketPairs {
  private var partners: [Int]

  /// A bracket without a partner, or a wrong one between two that fit, stays single.
  /// - Complexity: O(*tokens*).
  init(_ tokens: [Token]) {
    partners = [Int](repeating: -1, count: tokens.count)
    var open: [(index: Int, shape: Int)] = []
    var openCounts = [0, 0, 0]
    for (index, token) in tokens.enumerated() {
      if let shape = Self.openedShape(token.kind) {
        open.append((index, shape))
        openCounts[shape] += 1
      } else if let shape = Self.closedShape(token.kind), openCounts[shape] > 0 {
        while let last = open.popLast() {
          openCounts[last.shape] -= 1
          if last.shape == shape {
            partners[last.index] = index
            partners[index] = last.index
            break
          }
        }
      }
    }
  }

  /// The index of the other bracket of a pair.
  func partner(of index: Int) -> Int? {
    let partner = partners[index]
    return partner < 0 ? nil : partner
  }

  private static func openedShape(_ kind: TokenKind) -> Int? {
    switch kind {
    case .leftParenthesis: 0
    case .leftBracket: 1
    case .leftBrace: 2
    default: nil
    }
  }

  private static func closedShape(_ kind: TokenKind) -> Int? {
    switch kind {
    case .rightParenthesis: 0
    case .rightBracket: 1
    case .rightBrace: 2
    default: nil
    }
  }
}
