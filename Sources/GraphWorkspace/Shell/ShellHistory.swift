#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The statements asked before, one on a line, in a file that several shells add to.
public struct ShellHistory: Sendable {
  private static let capacity = 1000
  private static let longestStatement = 64 << 10

  /// `nil`: nothing is kept beyond this shell.
  private let path: String?
  /// Oldest first.
  public private(set) var lines: [String] = []

  /// - Parameter path: of the file; its folder is made when something is to be kept.
  public init(path: String?) {
    self.path = path
    guard let path, let bytes = try? WorkspaceFiles.read(path) else { return }
    let kept = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    lines = kept.suffix(Self.capacity)
    if kept.count > 2 * Self.capacity { rewrite(path) }
  }

  /// The file of a user: `$XDG_STATE_HOME/styrgraf/history`, else `~/.local/state/styrgraf/history`.
  /// - Source: XDG Base Directory Specification 0.8.
  public static func standardPath(stateFolder: String?, home: String?) -> String? {
    if let stateFolder, stateFolder.hasPrefix("/") { return stateFolder + "/styrgraf/history" }
    return home.map { $0 + "/.local/state/styrgraf/history" }
  }

  /// Keeps a statement; one that repeats the last is not kept twice. What cannot be written is kept in memory alone.
  /// - Returns: the statement on one line, as it was kept.
  @discardableResult
  public mutating func add(_ statement: String) -> String? {
    let line = Self.oneLine(statement)
    guard !line.isEmpty, line.utf8.count <= Self.longestStatement, lines.last != line else { return nil }
    lines.append(line)
    if lines.count > Self.capacity { lines.removeFirst() }
    if let path { append(line, to: path) }
    return line
  }

  /// A statement on one line, with the same meaning: comments are left out, line ends outside quotes are blanks.
  static func oneLine(_ statement: String) -> String {
    var line: [UInt8] = []
    var quote: UInt8?
    let bytes = Array(statement.utf8)
    var index = 0
    func follows(_ text: StaticString) -> Bool { bytes[index...].starts(with: "\(text)".utf8) }
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open != UInt8(ascii: "`"), index + 1 < bytes.count {
          line += [byte, bytes[index + 1]]
          index += 2
          continue
        }
        if byte == open { quote = nil }
        if byte == UInt8(ascii: "\n") { line += "\\n".utf8 } else { line.append(byte) }
      } else if follows("//") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        continue
      } else if follows("/*") {
        while index < bytes.count, !follows("*/") { index += 1 }
        index += 2
        if line.last != 0x20 { line.append(0x20) }
        continue
      } else {
        if [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`")].contains(byte) { quote = byte }
        if byte <= 0x20 {
          if line.last != 0x20 { line.append(0x20) }
        } else {
          line.append(byte)
        }
      }
      index += 1
    }
    while line.last == 0x20 { line.removeLast() }
    return String(decoding: line.drop { $0 == 0x20 }, as: UTF8.self)
  }

  private func append(_ line: String, to path: String) {
    makeFolders(of: path)
    // What is asked may name people and cases: nobody else is to read it.
    let file = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array((line + "\n").utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
  }

  /// Keeps the newest lines only.
  private func rewrite(_ path: String) {
    let temporary = path + ".new"
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let written = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
    if written == bytes.count { _ = unsafe rename(temporary, path) }
  }

  private func makeFolders(of path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      _ = unsafe mkdir(folder, 0o700)
    }
  }
}
