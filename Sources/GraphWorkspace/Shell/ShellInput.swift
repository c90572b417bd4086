/// What is typed or piped into a shell, cut into statements as the lines come.
///
/// A statement ends with `;` outside quotes and comments, or, where a person types, with an empty line while no bracket,
/// quote or comment is open. A line that begins with `:` where no statement is open is a directive by itself.
public struct ShellInput: Sendable {
  /// A piece of input that is complete.
  public struct Statement: Hashable, Sendable {
    /// Without the `;`, without blanks at the ends.
    public var text: String
    /// Of its first character, from 1.
    public var line: Int
    public var isDirective: Bool
  }

  private enum Mode {
    case plain, singleQuote, doubleQuote, backquote, lineComment, blockComment
  }

  private let endsAtEmptyLine: Bool
  private var pending: [UInt8] = []
  private var mode = Mode.plain
  private var depth = 0
  private var lineNumber = 0
  private var firstLine = 0

  /// - Parameter endsAtEmptyLine: as where a person types; in a file empty lines are part of a statement.
  public init(endsAtEmptyLine: Bool) {
    self.endsAtEmptyLine = endsAtEmptyLine
  }

  /// Whether a statement has begun and not ended.
  public var isOpen: Bool { !pending.isEmpty }
  /// What of it has been typed.
  public var pendingText: String { String(decoding: pending, as: UTF8.self) }

  /// Takes a line, without its end, and gives the statements that it completes.
  /// - Complexity: O(*line*).
  public mutating func add(_ line: String) -> [Statement] {
    lineNumber += 1
    let bytes = Array(line.utf8)
    if !isOpen {
      let text = bytes.trimmed
      if text.first == UInt8(ascii: ":") { return [directive(text)] }
    }
    if endsAtEmptyLine, mode == .plain, depth == 0, bytes.trimmed.isEmpty { return takePending() }
    var statements: [Statement] = []
    if isOpen { pending.append(UInt8(ascii: "\n")) }
    scan(bytes, into: &statements)
    if mode == .lineComment { mode = .plain }
    // A line of blanks or of a comment alone begins nothing.
    if mode == .plain, depth == 0, pending.isBlankOrComment { pending = [] }
    return statements
  }

  /// The end of the input: what is still open is a statement too.
  public mutating func finish() -> [Statement] { takePending() }

  /// Lets go of what has been typed.
  public mutating func clear() {
    pending = []
    mode = .plain
    depth = 0
  }

  private func directive(_ text: some Collection<UInt8>) -> Statement {
    var bytes = Array(text)
    if bytes.last == UInt8(ascii: ";") { bytes = Array(bytes.dropLast().trimmed) }
    return Statement(text: String(decoding: bytes, as: UTF8.self), line: lineNumber, isDirective: true)
  }

  private mutating func takePending() -> [Statement] {
    defer { clear() }
    let blanks = pending.prefix { $0.isBlank }
    let text = pending.trimmed
    if text.isEmpty { return [] }
    let skipped = blanks.count { $0 == UInt8(ascii: "\n") }
    return [
      Statement(text: String(decoding: text, as: UTF8.self), line: firstLine + skipped, isDirective: false)
    ]
  }

  private mutating func scan(_ bytes: [UInt8], into statements: inout [Statement]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if mode == .plain, byte == UInt8(ascii: ";") {
        statements += takePending()
        index += 1
        continue
      }
      if pending.isEmpty { firstLine = lineNumber }
      pending.append(byte)
      index += 1
      if step(byte, next), index < bytes.count {
        pending.append(bytes[index])
        index += 1
      }
    }
  }

  /// - Returns: whether the next byte belongs to this one.
  private mutating func step(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch mode {
    case .plain: return stepPlain(byte, next)
    case .singleQuote, .doubleQuote:
      if byte == UInt8(ascii: "\\") { return true }
      if byte == UInt8(ascii: mode == .singleQuote ? "'" : "\"") { mode = .plain }
    case .backquote: if byte == UInt8(ascii: "`") { mode = .plain }
    case .lineComment: break
    case .blockComment:
      if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        mode = .plain
        return true
      }
    }
    return false
  }

  private mutating func stepPlain(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"): mode = .singleQuote
    case UInt8(ascii: "\""): mode = .doubleQuote
    case UInt8(ascii: "`"): mode = .backquote
    case UInt8(ascii: "/") where next == UInt8(ascii: "/"): mode = .lineComment
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
      mode = .blockComment
      return true
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    default: break
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  fileprivate var trimmed: SubSequence {
    var rest = drop { $0.isBlank }
    while let last = rest.last, last.isBlank { rest = rest.dropLast() }
    return rest
  }

  /// Blanks, or one comment to the end of the line.
  fileprivate var isBlankOrComment: Bool {
    let text = trimmed
    return text.isEmpty || text.starts(with: "//".utf8) && !text.contains(UInt8(ascii: "\n"))
  }
}
