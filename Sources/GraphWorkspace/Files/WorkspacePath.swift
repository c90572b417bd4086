import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file below the workspace's folder, whatever links and `..` lie on the way.
struct WorkspacePath {
  /// With all symbolic links followed.
  let absolute: String
  /// From the folder.
  let relative: String

  /// - Parameters:
  ///   - text: a path from the folder, or a `file:///` address whose root is the folder or the machine's own.
  /// - Throws: a `Diagnostic` for what lies elsewhere, is no such address, or is not there.
  init(_ text: String, below folder: String) throws(Diagnostic) {
    let path = try WorkspacePath.path(of: text)
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .noFile(text) }
    if WorkspacePath.climbsOut(path) { throw .outside(text) }
    guard let root = WorkspacePath.resolved(folder) else {
      throw Diagnostic(id: "no-workspace", message: "the workspace's folder '\(folder)' is not there")
    }
    let base = root == "/" ? root : root + "/"
    let inside = WorkspacePath.resolved(root + "/" + path)
    // An address may also give the file's place from the machine's own root, if that is below the folder.
    let elsewhere = WorkspacePath.resolved("/" + path).flatMap { $0.utf8.starts(with: base.utf8) ? $0 : nil }
    guard let file = inside ?? (WorkspacePath.isAddress(text) ? elsewhere : nil) else { throw .missing(text) }
    if file.utf8.elementsEqual(root.utf8) { throw .noFile(text) }
    guard file.utf8.starts(with: base.utf8) else { throw .outside(text) }
    absolute = file
    relative = String(decoding: Array(file.utf8.dropFirst(base.utf8.count)), as: UTF8.self)
  }

  /// The path from the folder that a text means.
  private static func path(of text: String) throws(Diagnostic) -> String {
    if text.utf8.first == UInt8(ascii: "/") { throw .outside(text) }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), isScheme(text[..<colon]) else { return text }
    guard text[..<colon].lowercased() == "file" else { throw .otherScheme(text, String(text[..<colon])) }
    var rest = text[text.utf8.index(after: colon)...]
    if rest.utf8.starts(with: "//".utf8) {
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
      guard rest.utf8.first == UInt8(ascii: "/") else { throw .hostNamed(text) }
    }
    while rest.utf8.first == UInt8(ascii: "/") { rest = rest[rest.utf8.index(after: rest.startIndex)...] }
    guard let decoded = decodingPercents(rest) else {
      throw Diagnostic(
        id: "bad-address", message: "'\(text)' has a '%' that two hexadecimal digits do not follow",
        hint: "write %25 for the character itself")
    }
    return decoded
  }

  private static func isAddress(_ text: String) -> Bool {
    text.utf8.firstIndex(of: UInt8(ascii: ":")).map { isScheme(text[..<$0]) } ?? false
  }

  /// Letters, digits and `+-.` after a letter, at least two, so that a drive's letter is none.
  private static func isScheme(_ text: Substring) -> Bool {
    guard text.utf8.count > 1, let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic
    else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "+-.".unicodeScalars.contains($0))
    }
  }

  private static func decodingPercents(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt8(String(decoding: Array(digits), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Whether `..` leads above the start, before any link is looked at.
  private static func climbsOut(_ path: String) -> Bool {
    var depth = 0
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual("..".utf8) { depth -= 1 } else if !part.elementsEqual(".".utf8) { depth += 1 }
      if depth < 0 { return true }
    }
    return false
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}

extension Diagnostic {
  private static let belowWorkspace = "name a file below the workspace, such as 'data/x.csv' or 'file:///data/x.csv'"

  fileprivate static func outside(_ text: String) -> Diagnostic {
    Diagnostic(
      id: "outside-workspace", message: "'\(text)' is not below the workspace's folder, and no other file is read",
      hint: belowWorkspace)
  }

  fileprivate static func otherScheme(_ text: String, _ scheme: String) -> Diagnostic {
    Diagnostic(
      id: "outside-workspace",
      message:
        "'\(text)' is an address of '\(scheme)'; only files below the workspace are read, nothing from a network",
      hint: belowWorkspace)
  }

  fileprivate static func hostNamed(_ text: String) -> Diagnostic {
    Diagnostic(
      id: "outside-workspace", message: "'\(text)' names another computer; only files below the workspace are read",
      hint: "three slashes stand before the path: 'file:///data/x.csv'")
  }

  fileprivate static func missing(_ text: String) -> Diagnostic {
    Diagnostic(id: "no-such-file", message: "there is no file '\(text)' below the workspace's folder")
  }

  fileprivate static func noFile(_ text: String) -> Diagnostic {
    Diagnostic(id: "bad-address", message: "'\(text)' names no file", hint: belowWorkspace)
  }
}
