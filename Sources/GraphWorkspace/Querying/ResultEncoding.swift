public import GraphModel
import Interchange

/// A form in which a result is written for programs.
public enum ResultEncoding: Sendable {
  case json, jsonLines, csv
}

extension ResultTable {
  /// Writes the result in portions.
  /// - Source: contract §3 for JSON.
  public func write(as encoding: ResultEncoding, to take: ([UInt8]) throws -> Void) rethrows {
    let format: ResultFormat =
      switch encoding {
      case .json: .json
      case .jsonLines: .jsonLines
      case .csv: .csv
      }
    try format.write(self, to: take)
  }
}
