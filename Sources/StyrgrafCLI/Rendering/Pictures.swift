import ArgumentParser
import GraphWorkspace

/// Brings a picture where it is wanted.
enum Pictures {
  /// Writes a picture into a file and tells its path, or to standard output.
  static func deliver(_ drawn: DrawnDiagram, to path: String?) throws {
    for note in drawn.notes { Output.tell(PlainLines.clean(note)) }
    try deliver(drawn.bytes, isText: false, to: path)
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
