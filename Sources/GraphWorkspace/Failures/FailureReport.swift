public import Diagnostics
import Diagrams
public import GraphModel
import GraphStore
import Interchange

/// Why a verb failed, whatever threw, in the one form in which people and programs are told.
public struct FailureReport: Sendable {
  public enum Cause: Sendable {
    /// What the user gave is wrong.
    case input
    /// The database or the machine failed.
    case machine
    /// A budget stopped the work.
    case budget
  }

  public var cause: Cause
  /// Never empty.
  public var diagnostics: [Diagnostic]
  /// How many more were found and are not among them.
  public var omitted = 0

  public init(_ error: any Error) {
    switch error {
    case let error as DiagnosticsError:
      diagnostics = error.diagnostics
      omitted = error.omitted
      cause = error.diagnostics.contains { $0.id == "budget-exceeded" } ? .budget : .input
    case let error as Diagnostic:
      diagnostics = [error]
      cause = error.id == "budget-exceeded" ? .budget : .input
    case let error as StoreError:
      diagnostics = [Diagnostic(id: error.code.rawValue, message: error.message, hint: FailureReport.hint(error.code))]
      cause = FailureReport.cause(error.code)
    case let error as FileError:
      diagnostics = [Diagnostic(id: "file-error", message: error.description)]
      // What cannot be read was named wrongly; what cannot be written, the machine refuses.
      cause = error.action.hasPrefix("open") || error.action == "read" ? .input : .machine
    case let error as DiagramError:
      diagnostics = [Diagnostic(id: "diagram-\(error.code.rawValue)", message: error.message)]
      cause =
        switch error.code {
        case .parameter: .input
        case .timeLimit: .budget
        case .unavailable, .layout, .rendering: .machine
        }
    default:
      diagnostics = [Diagnostic(id: "failed", message: String(describing: error))]
      cause = .machine
    }
    if diagnostics.isEmpty { diagnostics = [Diagnostic(id: "failed", message: "the command failed")] }
  }

  private static func cause(_ code: StoreError.Code) -> Cause {
    switch code {
    case .noSchema, .noSuchRevision, .unstorableValue: .input
    default: .machine
    }
  }

  private static func hint(_ code: StoreError.Code) -> String? {
    switch code {
    case .noSuchFile: "make it with 'styrgraf load DIR…', or name another one with --db FILE"
    case .noSchema: "load a folder with a schema.yaml"
    case .busy: "another program is writing; try again when it is done"
    case .ledgerMoved: "run the command again"
    case .newerFormat: "use the newer version of Styrgraf"
    default: nil
    }
  }

  /// The failure that a program is told: the first error.
  private var first: Diagnostic {
    diagnostics.first { $0.severity == .error } ?? diagnostics[0]
  }

  /// Writes the member `error` of an answer: `{"type", "phase", "detail", "message", "line", "column", …}`.
  /// - Source: contract §3, TCK line protocol §2.
  public func write(to writer: inout JSONWriter) {
    let first = first
    writer.key("error")
    writer.object { writer in
      writer.key("type")
      writer.string(first.queryError?.type ?? typeName)
      writer.key("phase")
      writer.string((first.queryError?.phase ?? .runtime).rawValue)
      writer.key("detail")
      writer.string(first.queryError?.detail ?? first.id)
      writer.key("message")
      writer.string(first.message)
      if let hint = first.hint {
        writer.key("hint")
        writer.string(hint)
      }
      writer.key("line")
      if let place = first.place { writer.integer(place.line) } else { writer.null() }
      writer.key("column")
      if let place = first.place { writer.integer(place.column) } else { writer.null() }
    }
  }

  /// The failure as one JSON object on a line, with all that was found.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    if cause == .input || first.queryError != nil {
      ErrorJSON.write(diagnostics, to: &writer)
    } else {
      ErrorJSON.write(type: typeName, detail: first.id, message: first.message, to: &writer)
    }
    writer.endLine()
    return writer.takeBytes()
  }

  private var typeName: String {
    switch cause {
    case .input: "InputError"
    case .machine: "DatabaseError"
    case .budget: "BudgetExceeded"
    }
  }
}
