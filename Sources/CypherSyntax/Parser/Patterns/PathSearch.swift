import Diagnostics

extension Parser {
  /// PathSelector PathMode ["PATH" | "PATHS"] before the first element of a path.
  /// - Source: ISO/IEC 39075, 16.6 *path pattern prefix*.
  func parsePathSearch(into path: inout PathPatternSyntax) {
    let start = position
    defer { if path.selector != nil { mark(.pathSelector, from: start) } }
    switch current.keyword {
    case .all:
      advance()
      path.selector = accept(.shortest) ? .allShortest : .all
      parseMode(into: &path)
    case .any:
      advance()
      if accept(.shortest) {
        path.selector = .shortest(count: 1)
      } else {
        path.selector = .any(count: parseOptionalCount())
      }
      parseMode(into: &path)
    case .shortest:
      advance()
      let count = parseOptionalCount()
      path.selector = .shortest(count: count)
      parseMode(into: &path)
      if accept(.group) || accept(.groups) { path.selector = .shortestGroups(count: count) }
    default: parseMode(into: &path)
    }
  }

  /// PathMode ::= "WALK" | "TRAIL" | "ACYCLIC"
  private func parseMode(into path: inout PathPatternSyntax) {
    let start = position
    switch current.keyword {
    case .walk: path.mode = .walk
    case .trail: path.mode = .trail
    case .acyclic: path.mode = .acyclic
    default:
      if path.selector != nil { acceptPathWord() }
      return
    }
    advance()
    acceptPathWord()
    mark(.pathMode, from: start)
  }

  private func acceptPathWord() {
    if at(.path) || at(.paths) { advance() }
  }

  /// One where no number is written.
  private func parseOptionalCount() -> Int {
    guard at(.integer) else { return 1 }
    let span = current.span
    let count = parseCount()
    if count < 1 {
      reportInPassing("invalid-count", "the number of paths must be at least 1", at: span)
      return 1
    }
    return count
  }
}
