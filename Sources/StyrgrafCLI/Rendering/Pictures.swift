import ArgumentParser
import GraphWorkspace

/// Brings a picture where it is wanted.
enum Pictures {
  /// Writes a picture into a file and tells its path, or to standard output.
  static func deliver(_ drawn: DrawnDiagram, to path: String?) throws {
    for note in drawn.notes { Output.tell(PlainLines.clean(note)) }
    try deliver(drawn.bytes, isText: false, to: path)
  }

  /// - Throws: `ValidationError` for a file whose ending names no form of picture.
  static func checkEnding(of path: String?) throws {
    guard let path, PictureFormat(fileName: path) == nil else { return }
    let known = PictureFormat.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("'\(path)' does not end in a form that can be drawn (\(known)): add --format.")
  }

  static func deliver(_ bytes: [UInt8], isText: Bool, to path: String?) throws {
    guard let path else {
      if Environment.outputIsTerminal, !isText, bytes.contains(0) {
        throw ValidationError("A picture is no text for a terminal: name a file with -o FILE.")
      }
      return Output.write(bytes)
    }
    try GraphWorkspace.write(bytes, to: path)
    Output.tell(path)
  }
}
