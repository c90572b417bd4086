import Diagnostics

/// New text for a place of a query. An empty span is an insertion.
struct SourceEdit: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    /// What stands at a place, with the edits inside it.
    case source(SourceSpan)
  }

  var span: SourceSpan
  var pieces: [Piece]

  init(_ span: SourceSpan, _ pieces: [Piece]) {
    self.span = span
    self.pieces = pieces
  }

  init(_ span: SourceSpan, _ text: String) {
    self.init(span, text.isEmpty ? [] : [.text(text)])
  }

  init(insertAt offset: Int, _ pieces: [Piece]) {
    self.init(SourceSpan(at: offset), pieces)
  }

  var isInsertion: Bool { span.lower == span.upper }
}

/// Applies edits to a text; what no edit touches stays as it is, blanks and comments too.
///
/// Edits may lie inside each other: the inner ones count where the outer one says `.source` of their place.
struct SourceRewriter: Sendable {
  private let bytes: [UInt8]
  /// By where they begin, the wider first; insertions at one place in the order in which they were given.
  private let edits: [SourceEdit]

  init(_ source: SourceText, _ edits: [SourceEdit]) {
    bytes = source.utf8
    var seen: Set<SourceEdit> = []
    let different = edits.filter { seen.insert($0).inserted }
    self.edits = different.enumerated().sorted { a, b in
      let (left, right) = (a.element.span, b.element.span)
      return (left.lower, right.upper, a.offset) < (right.lower, left.upper, b.offset)
    }.map(\.element)
  }

  /// The whole text; `nil` where two edits overlap in part.
  /// - Complexity: O(*bytes* + *edits* · log *edits*) for edits that say each place once.
  func rewritten() -> String? {
    var output: [UInt8] = []
    guard write(SourceSpan(0, bytes.count), inside: [], isWhole: true, to: &output) else { return nil }
    return String(decoding: output, as: UTF8.self)
  }

  /// Pieces as text, with the edits inside them.
  func text(of pieces: [SourceEdit.Piece]) -> String {
    var output: [UInt8] = []
    _ = write(pieces, inside: [], to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func write(_ pieces: [SourceEdit.Piece], inside open: [Int], to output: inout [UInt8]) -> Bool {
    for piece in pieces {
      switch piece {
      case .text(let text): output += text.utf8
      case .source(let span): if !write(span, inside: open, isWhole: false, to: &output) { return false }
      }
    }
    return true
  }

  /// - Parameter open: the edits that are being written, the outermost first.
  private func write(_ span: SourceSpan, inside open: [Int], isWhole: Bool, to output: inout [UInt8]) -> Bool {
    var cursor = span.lower
    for index in outermost(in: span, inside: open, isWhole: isWhole) {
      let edit = edits[index]
      guard edit.span.lower >= cursor else { return false }
      output += bytes[cursor..<edit.span.lower]
      guard write(edit.pieces, inside: open + [index], to: &output) else { return false }
      cursor = edit.span.upper
    }
    output += bytes[cursor..<span.upper]
    return true
  }

  /// The edits within a span that lie inside no other one there, in the order of the text.
  private func outermost(in span: SourceSpan, inside open: [Int], isWhole: Bool) -> [Int] {
    var outer: [Int] = []
    var last: SourceSpan?
    for index in firstEdit(from: span.lower)..<edits.count {
      let edit = edits[index]
      if edit.span.lower > span.upper { break }
      guard edit.span.upper <= span.upper, !open.contains(index) else { continue }
      if edit.isInsertion {
        // It belongs to what ends there, and stands behind the widest edit that does.
        let begins = isWhole || span.lower < edit.span.lower
        if !begins || !isWhole && open.contains(where: { edits[$0].span.upper == edit.span.upper }) { continue }
        if let last, last.lower < edit.span.lower, edit.span.upper < last.upper { continue }
      } else {
        if let last, edit.span.upper <= last.upper { continue }
        last = edit.span
      }
      outer.append(index)
    }
    // What is inserted where another edit begins stands before it.
    return outer.sorted { a, b in
      let (left, right) = (edits[a].span, edits[b].span)
      return (left.lower, left.upper, a) < (right.lower, right.upper, b)
    }
  }

  /// The first edit that begins at an offset or behind it.
  private func firstEdit(from offset: Int) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].span.lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
