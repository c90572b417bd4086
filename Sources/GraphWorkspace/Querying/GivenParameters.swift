public import Diagnostics
public import GraphModel
import Interchange

/// Parameters as somebody wrote them: `name=value`.
public struct GivenParameters: Sendable {
  public private(set) var texts: [(name: String, text: String)] = []

  /// - Throws: a `Diagnostic` for a text without a name or a `=`, and for a name given twice.
  public init(_ texts: [String] = []) throws(Diagnostic) {
    for text in texts {
      guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")), equals > text.utf8.startIndex else {
        throw Diagnostic(
          id: "bad-parameter", message: "'\(text)' is not a parameter", hint: "write it as name=value")
      }
      var name = String(text[..<equals])
      if name.hasPrefix("$") { name.removeFirst() }
      if self.texts.contains(where: { $0.name.isIdenticalText(to: name) }) {
        throw Diagnostic(id: "bad-parameter", message: "the parameter '\(name)' is given twice")
      }
      self.texts.append((name, String(text[text.utf8.index(after: equals)...])))
    }
  }

  public var isEmpty: Bool { texts.isEmpty }

  /// Only those with one of these names.
  func named(_ names: some Collection<String>) -> GivenParameters {
    var some = self
    some.texts.removeAll { given in !names.contains { $0.isIdenticalText(to: given.name) } }
    return some
  }

  /// Each as a literal of the query language where it is one, else as the text.
  public var values: [String: Value] {
    var values: [String: Value] = [:]
    for (name, text) in texts { values[name] = LiteralText.value(of: text) }
    return values
  }

  /// The values for parameters that are declared: read by their type, with defaults for those that are not given.
  /// - Throws: `DiagnosticsError` for an unknown or missing one, and for a text that is no value of the type.
  func values(for declared: [DeclaredParameter], of owner: String) throws(DiagnosticsError) -> [String: Value] {
    var findings: [Diagnostic] = []
    var values: [String: Value] = [:]
    for (name, text) in texts {
      guard let parameter = declared.first(where: { $0.name.isIdenticalText(to: name) }) else {
        findings.append(
          Diagnostic(
            id: "unknown-parameter", message: "\(owner) has no parameter '\(name)'",
            hint: NameSuggestion.hint(for: name, among: declared.map(\.name))
              ?? (declared.isEmpty ? "it has none" : "it has \(declared.map(\.name).joined(separator: ", "))")))
        continue
      }
      guard let value = parameter.type.value(of: text) else {
        findings.append(
          Diagnostic(
            id: "bad-parameter",
            message: "the parameter '\(name)' is of type \(parameter.type.name), and '\(text)' is not"))
        continue
      }
      values[name] = value
    }
    for parameter in declared where values[parameter.name] == nil {
      if let value = parameter.defaultValue {
        values[parameter.name] = value
      } else if !texts.contains(where: { $0.name.isIdenticalText(to: parameter.name) }) {
        findings.append(
          Diagnostic(
            id: "missing-parameter", message: "\(owner) needs a value for the parameter '\(parameter.name)'",
            hint: "give it with --parameter \(parameter.name)=…"))
      }
    }
    if !findings.isEmpty { throw DiagnosticsError(findings) }
    return values
  }
}

/// A parameter that a saved query or a diagram declares.
public struct DeclaredParameter: Hashable, Sendable {
  public var name: String
  public var type: ParameterType
  /// `nil`: the caller must give one.
  public var defaultValue: Value?
  public var description: Caption
}

/// The type of a declared parameter.
public enum ParameterType: Hashable, Sendable {
  case any
  case property(PropertyType)

  /// The words of a declaration.
  static let words = PropertyType.scalars.map(\.name) + ["list", "any"]

  init?(word: String) {
    switch word {
    case "any": self = .any
    case "list": self = .property(.list(of: .string))
    default:
      guard let type = PropertyType.scalars.first(where: { $0.name == word }) else { return nil }
      self = .property(type)
    }
  }

  public var name: String {
    switch self {
    case .any: "any"
    case .property(let type): type.name
    }
  }

  /// The value that a text means for this type; `nil` where it means none. `null` is a value of every type.
  func value(of text: String) -> Value? {
    let literal = LiteralText.literal(text)
    if case .null? = literal { return .null }
    switch self {
    case .any: return literal ?? .string(text)
    case .property(.list):
      if case .list? = literal { return literal }
      return .list([literal ?? .string(text)])
    case .property(let type): return ParameterType.value(of: text, literal, type)
    }
  }

  private static func value(of text: String, _ literal: Value?, _ type: PropertyType) -> Value? {
    switch type {
    case .string, .url, .edtf:
      if case .string? = literal { return literal }
      return .string(text)
    case .float:
      if case .integer(let number)? = literal { return .float(Double(number)) }
      if case .float? = literal { return literal }
      return nil
    case .integer:
      if case .integer? = literal { return literal }
      return nil
    case .boolean:
      if case .boolean? = literal { return literal }
      return nil
    case .date, .datetime, .list:
      var written = text
      if case .string(let quoted)? = literal { written = quoted }
      return try? CellReader.value(of: written, as: type)
    }
  }
}
