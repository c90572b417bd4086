/// What may come next where somebody types.
public struct ShellCompletion: Hashable, Sendable {
  /// How many characters before the cursor the candidates stand for.
  public var replacedCount: Int
  /// In order; whole words, quoted where they must be.
  public var candidates: [String]

  public init(replacedCount: Int, candidates: [String]) {
    self.replacedCount = replacedCount
    self.candidates = candidates
  }

  /// What all candidates begin with: never less than what was typed, in their own spelling.
  public var commonPrefix: String {
    guard var prefix = candidates.first.map({ Array($0.unicodeScalars) }) else { return "" }
    for candidate in candidates.dropFirst() {
      var length = 0
      for (a, b) in zip(prefix, candidate.unicodeScalars) {
        guard a == b else { break }
        length += 1
      }
      prefix = Array(prefix.prefix(length))
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: prefix)
    return String(text)
  }
}

extension Shell {
  /// Completes what stands before the cursor.
  /// - Parameters:
  ///   - pending: the lines before of the same statement.
  ///   - line: the line up to the cursor.
  public func completion(pending: String, line: String) -> ShellCompletion {
    if pending.isEmpty, line.drop(while: \.isWhitespace).first == ":" { return directiveCompletion(line) }
    let text = pending.isEmpty ? line : pending + "\n" + line
    let names = (try? workspace.graph()).map { CompletionNames($0, procedures: workspace.procedures) }
    return QueryCompletion(text, names: names, parameters: parameters.keys.sorted()).completion
  }

  private func directiveCompletion(_ line: String) -> ShellCompletion {
    let text = line.drop(while: \.isWhitespace)
    let words = text.dropFirst().split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let last = words.last ?? ""
    let known: [String]
    if words.count == 1 {
      known = ShellDirective.words
    } else {
      switch words[0] {
      case "run" where words.count == 2: known = workspace.savedQueryNames()
      case "run": known = ((try? workspace.savedQuery(named: words[1]))?.parameters ?? []).map { $0.name + "=" }
      case "format": known = ShellFormat.allCases.map(\.rawValue)
      case "write": known = ["on", "off"]
      case "limits": known = ["memory=", "rows=", "timeout="]
      case "schema":
        let names = (try? workspace.graph()).map { CompletionNames($0, procedures: workspace.procedures) }
        known = (names?.labels ?? []) + (names?.types ?? [])
      case "explain":
        return completion(pending: " ", line: String(text.dropFirst("explain".count + 1)))
      default: known = []
      }
    }
    return ShellCompletion(
      replacedCount: last.unicodeScalars.count, candidates: known.filter { $0.hasPrefix(ignoringCase: last) })
  }
}

extension String {
  /// Whether it begins with a text, in whatever case.
  func hasPrefix(ignoringCase prefix: String) -> Bool {
    prefix.isEmpty || lowercased().utf8.starts(with: prefix.lowercased().utf8)
  }
}
