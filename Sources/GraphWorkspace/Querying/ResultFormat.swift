public import GraphModel
import Interchange

/// A form in which a result is written for programs.
public enum ResultFormat: Sendable {
  case json, jsonLines, csv
}

extension ResultTable {
  /// The result as bytes, a line end last.
  /// - Source: contract §3 for JSON.
  public func encoded(as format: ResultFormat) -> [UInt8] {
    switch format {
    case .csv: return ResultCSV.write(self)
    case .jsonLines:
      var writer = JSONWriter()
      ResultJSON.writeLines(self, to: &writer)
      return writer.takeBytes()
    case .json:
      var writer = JSONWriter()
      writer.object { writer in
        ResultJSON.writeMembers(of: self, to: &writer)
        if let changes {
          writer.key("stats")
          writer.object { changes.write(to: &$0) }
        }
        if truncation != nil {
          writer.key("truncated")
          writer.boolean(true)
        }
      }
      writer.endLine()
      return writer.takeBytes()
    }
  }

  /// A value as JSON text with the data of its elements.
  public func jsonText(of value: Value) -> String { ResultJSON.text(of: value, elements: elements) }
}
