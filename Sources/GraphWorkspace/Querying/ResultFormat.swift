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
    let form: Interchange.ResultFormat =
      switch format {
      case .json: .json
      case .jsonLines: .jsonLines
      case .csv: .csv
      }
    var bytes: [UInt8] = []
    form.write(self) { bytes += $0 }
    return bytes
  }

  /// A value as JSON text with the data of its elements.
  public func jsonText(of value: Value) -> String {
    var writer = JSONWriter()
    ElementJSON.write(value, elements: elements, to: &writer)
    return writer.text
  }
}
