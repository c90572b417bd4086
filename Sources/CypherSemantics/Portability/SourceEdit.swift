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
struct SourceRewriter {
  private let bytes: [UInt8]
  private let edits: [SourceEdit]

  init(_ source: SourceText, _ edits: [SourceEdit]) {
    bytes = source.utf8
    var seen: Set<SourceEdit> = []
    self.edits = edits.filter { seen.insert($0).inserted }
  }

  /// The whole text; `nil` where two edits overlap in part.
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

  private func write(_ pieces: [SourceEdit.Piece], inside open: Set<Int>, to output: inout [UInt8]) -> Bool {
    for piece in pieces {
      switch piece {
      case .text(let text): output += text.utf8
      case .source(let span): if !write(span, inside: open, isWhole: false, to: &output) { return false }
      }
    }
    return true
  }

  private func write(_ span: SourceSpan, inside open: Set<Int>, isWhole: Bool, to output: inout [UInt8]) -> Bool {
    var cursor = span.lower
    for index in outermost(in: span, inside: open, isWhole: isWhole) {
      let edit = edits[index]
      guard edit.span.lower >= cursor else { return false }
      output += bytes[cursor..<edit.span.lower]
      guard write(edit.pieces, inside: open.union([index]), to: &output) else { return false }
      cursor = edit.span.upper
    }
    output += bytes[cursor..<span.upper]
    return true
  }

  /// The edits within a span that lie inside no other one there, in the order of the text.
  private func outermost(in span: SourceSpan, inside open: Set<Int>, isWhole: Bool) -> [Int] {
    let candidates = edits.indices.filter { index in
      guard !open.contains(index) else { return false }
      let edit = edits[index].span
      guard span.lower <= edit.lower, edit.upper <= span.upper else { return false }
      guard edits[index].isInsertion, !isWhole else { return true }
      // An insertion belongs to what ends there, and stands behind the widest edit that does.
      return span.lower < edit.lower && !open.contains { edits[$0].span.upper == edit.upper }
    }
    let outer = candidates.filter { index in !candidates.contains { encloses($0, index) } }
    return outer.sorted { a, b in
      let (left, right) = (edits[a].span, edits[b].span)
      return (left.lower, left.upper, a) < (right.lower, right.upper, b)
    }
  }

  private func encloses(_ outer: Int, _ inner: Int) -> Bool {
    let (a, b) = (edits[outer].span, edits[inner].span)
    if outer == inner || edits[outer].isInsertion { return false }
    if edits[inner].isInsertion { return a.lower < b.lower && b.upper < a.upper }
    if a == b { return outer < inner }
    return a.lower <= b.lower && b.upper <= a.upper
  }
}
