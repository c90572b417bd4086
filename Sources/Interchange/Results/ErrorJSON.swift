public import Diagnostics
public import GraphModel

/// A mistake as JSON: `{"error": {"type", "phase", "detail", "message", "line", "column"}}`.
/// - Source: contract §3; `phase` and the further members are additions.
public enum ErrorJSON {
  /// The first error stands for the whole; all findings follow under `diagnostics` where there are several.
  ///
  /// A mistake that is none of the query language has the type `InputError`, and its identifier as detail.
  public static func write(_ diagnostics: [Diagnostic], to writer: inout JSONWriter) {
    guard let first = diagnostics.first(where: { $0.severity == .error }) ?? diagnostics.first else {
      write(type: "InputError", detail: "unknown", message: "something is wrong", to: &writer)
      return
    }
    writer.object { writer in
      writer.key("error")
      writer.object { writer in
        let code = first.queryError ?? QueryErrorCode(type: "InputError", phase: .compile, detail: first.id)
        writeMembers(code, message: first.message, place: first.place, to: &writer)
        writeText("hint", first.hint, to: &writer)
        writeText("source", first.place?.source, to: &writer)
      }
      if diagnostics.count > 1 {
        writer.key("diagnostics")
        writer.array(diagnostics) { writer, diagnostic in write(diagnostic, to: &writer) }
      }
    }
  }

  /// A failure that is nobody's mistake, such as of the database.
  public static func write(type: String, detail: String, message: String, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("error")
      writer.object { writer in
        writeMembers(
          QueryErrorCode(type: type, phase: .runtime, detail: detail), message: message, place: nil, to: &writer)
      }
    }
  }

  private static func writeMembers(
    _ code: QueryErrorCode, message: String, place: DiagnosticPlace?, to writer: inout JSONWriter
  ) {
    writeText("type", code.type, to: &writer)
    writeText("phase", code.phase.rawValue, to: &writer)
    writeText("detail", code.detail, to: &writer)
    writeText("message", message, to: &writer)
    write(place, to: &writer)
  }

  private static func write(_ place: DiagnosticPlace?, to writer: inout JSONWriter) {
    writer.key("line")
    if let place { writer.integer(place.line) } else { writer.null() }
    writer.key("column")
    if let place { writer.integer(place.column) } else { writer.null() }
  }

  private static func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.object { writer in
      writeText("id", diagnostic.id, to: &writer)
      writeText("severity", diagnostic.severity.rawValue, to: &writer)
      writeText("message", diagnostic.message, to: &writer)
      writeText("source", diagnostic.place?.source, to: &writer)
      write(diagnostic.place, to: &writer)
      writeText("hint", diagnostic.hint, to: &writer)
      if !diagnostic.notes.isEmpty {
        writer.key("notes")
        writer.array(diagnostic.notes) { writer, note in writer.string(note) }
      }
    }
  }

  /// A member that is left out where there is no text.
  private static func writeText(_ name: String, _ text: String?, to writer: inout JSONWriter) {
    guard let text else { return }
    writer.key(name)
    writer.string(text)
  }
}
