import Diagnostics
import GraphModel

/// A request of a session: one line, one JSON object.
struct SessionRequest {
  let operation: String
  /// The number by which the client tells answers apart.
  let sequence: Int64?
  private let members: [String: Value]

  init(_ line: [UInt8]) throws(RequestError) {
    let value: Value
    do throws(JSONError) { value = try TaggedJSON.parse(line) } catch {
      throw RequestError(detail: "InvalidJSON", message: "the line is not JSON: \(error)")
    }
    guard case .map(let members) = value else {
      throw RequestError(detail: "InvalidRequest", message: "a request is a JSON object")
    }
    self.members = members
    if case .integer(let number)? = members["seq"] { sequence = number } else { sequence = nil }
    if case .string(let operation)? = members["op"] { self.operation = operation } else { operation = "" }
  }

  /// The number of a request that may not be fit to be answered: what a value means is not looked at.
  static func sequence(of line: [UInt8]) -> Int64? {
    guard let members = try? TaggedJSON.parseUntagged(line), case .integer(let number)? = members["seq"] else {
      return nil
    }
    return number
  }

  /// A member of the request; null where there is none.
  func member(_ name: String) -> Value { members[name] ?? .null }

  func query() throws(RequestError) -> String {
    guard case .string(let query)? = members["query"] else {
      throw RequestError(detail: "InvalidRequest", message: "'run' needs the text of a query in 'query'")
    }
    return query
  }

  func parameters() throws(RequestError) -> [String: Value] {
    switch members["params"] ?? .null {
    case .null: return [:]
    case .map(let parameters): return parameters
    default: throw RequestError(detail: "InvalidRequest", message: "'params' is an object of names and values")
    }
  }
}

extension SessionRequest {
  /// The budget of a request: its own `timeout` (seconds), `maxRows` and `maxMemory` (bytes) go before the session's;
  /// 0 lifts a limit.
  func limits(else session: QueryLimits) throws(RequestError) -> QueryLimits {
    var limits = session
    if let seconds = try amount("timeout") { limits.seconds = seconds > 0 ? seconds : nil }
    if let rows = try amount("maxRows") { limits.rows = rows > 0 ? Int(clamping: Int64(min(rows, 1e18))) : nil }
    if let bytes = try amount("maxMemory") { limits.memory = bytes > 0 ? Int(clamping: Int64(min(bytes, 1e18))) : nil }
    return limits
  }

  private func amount(_ name: String) throws(RequestError) -> Double? {
    switch member(name) {
    case .null: return nil
    case .integer(let number) where number >= 0: return Double(number)
    case .float(let number) where number >= 0: return number
    default: throw RequestError(detail: "InvalidRequest", message: "'\(name)' is a number, 0 or more")
    }
  }
}

/// Why a request cannot be answered with a result.
struct RequestError: Error {
  let report: FailureReport

  init(report: FailureReport) {
    self.report = report
  }

  init(detail: String, message: String) {
    report = FailureReport(
      Diagnostic(
        id: "protocol-error", message: message,
        queryError: QueryErrorCode(type: "ProtocolError", phase: .runtime, detail: detail)))
  }
}
