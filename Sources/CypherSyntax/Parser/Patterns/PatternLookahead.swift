/// Whether a parenthesis in an expression begins a pattern, as in `(a)-->(b)`. Each answer takes a fixed number of steps
/// per element of the pattern: whole brackets are stepped over.
extension Parser {
  /// Whether a node and a relationship stand at `index`.
  func startsPattern(at index: Int) -> Bool {
    guard let close = nodeEnd(index) else { return false }
    return relationshipEnd(close + 1) != nil
  }

  /// The index behind the path pattern at `index`.
  func endOfPattern(from index: Int) -> Int {
    guard var end = nodeEnd(index) else { return index }
    while let relationship = relationshipEnd(end + 1), let node = nodeEnd(relationship) { end = node }
    return end + 1
  }

  /// The closing parenthesis of what can be a node pattern at `index`.
  private func nodeEnd(_ index: Int) -> Int? {
    guard token(at: index).kind == .leftParenthesis, let close = brackets.partner(of: index) else { return nil }
    var next = index + 1
    if isName(next - position), !beginsLabels(next), !beginsCondition(next) { next += 1 }
    if beginsLabels(next) { next = labelsEnd(next + 1) }
    switch token(at: next).kind {
    case .leftBrace: next = (brackets.partner(of: next) ?? next) + 1
    case .parameter: next += 1
    default: break
    }
    return next == close || beginsCondition(next) ? close : nil
  }

  /// Whether `:` or `IS` and a label stand at `index`.
  func beginsLabels(_ index: Int) -> Bool {
    if token(at: index).kind == .colon { return true }
    guard token(at: index).keyword == .is else { return false }
    let next = token(at: index + 1)
    switch next.kind {
    case .word: return next.keyword != .null && next.keyword != .not && next.keyword != .is && next.keyword != .where
    case .quotedName, .exclamation, .percent, .leftParenthesis: return true
    default: return false
    }
  }

  /// Whether `WHERE` and a condition stand at `index`, and no variable of that name.
  func beginsCondition(_ index: Int) -> Bool {
    guard token(at: index).keyword == .where else { return false }
    switch token(at: index + 1).kind {
    case .rightParenthesis, .rightBracket, .colon, .star: return false
    default: return token(at: index + 1).keyword != .where && token(at: index + 1).keyword != .is
    }
  }

  /// The index behind the label expression at `start`.
  private func labelsEnd(_ start: Int) -> Int {
    var index = start
    while true {
      while token(at: index).kind == .exclamation || token(at: index).kind == .colon { index += 1 }
      switch token(at: index).kind {
      case .word, .quotedName, .percent: index += 1
      case .leftParenthesis: index = (brackets.partner(of: index) ?? index) + 1
      default: return index
      }
      switch token(at: index).kind {
      case .bar, .ampersand, .colon: index += 1
      default: return index
      }
    }
  }

  /// The index behind a relationship at `index`, where the next node begins.
  private func relationshipEnd(_ start: Int) -> Int? {
    var index = start
    if isArrow(index, .less, .unicodeLess) { index += 1 }
    guard isDash(index) else { return nil }
    index += 1
    if token(at: index).kind == .leftBracket {
      guard let close = brackets.partner(of: index), canBeDetail(index + 1) else { return nil }
      index = close + 1
    }
    guard isDash(index) else { return nil }
    index += 1
    if isArrow(index, .greater, .unicodeGreater) { index += 1 }
    index = quantifierEnd(index)
    return nodeEnd(index) == nil ? nil : index
  }

  private func isDash(_ index: Int) -> Bool { isArrow(index, .minus, .unicodeDash) }

  private func isArrow(_ index: Int, _ plain: TokenKind, _ unicode: TokenKind) -> Bool {
    let kind = token(at: index).kind
    return kind == plain || kind == unicode
  }

  /// Whether the bracket whose content begins at `index` can be a relationship's and need not be a list's.
  private func canBeDetail(_ index: Int) -> Bool {
    switch token(at: index).kind {
    case .rightBracket, .colon, .star, .leftBrace, .parameter, .word, .quotedName: true
    default: false
    }
  }

  private func quantifierEnd(_ index: Int) -> Int {
    switch token(at: index).kind {
    case .plus, .star: index + 1
    case .leftBrace: (brackets.partner(of: index) ?? index) + 1
    default: index
    }
  }
}
