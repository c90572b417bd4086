import Diagnostics
import GraphModel

/// What the schema says of the properties of one kind or relationship type.
struct PropertyRules {
  /// `kind Document` or `relationship type LINKS_TO`.
  let owner: String
  /// Nodes have a key, which is no property of a kind.
  let isOfNodes: Bool
  private let definitions: [TextKey: PropertyDefinition]
  let required: [String]

  init(_ kind: NodeKind) {
    self.init(owner: "kind \(kind.name)", isOfNodes: true, kind.properties)
  }

  init(_ type: RelationshipType) {
    self.init(owner: "relationship type \(type.name)", isOfNodes: false, type.properties)
  }

  private init(owner: String, isOfNodes: Bool, _ properties: [PropertyDefinition]) {
    self.owner = owner
    self.isOfNodes = isOfNodes
    definitions = Dictionary(properties.map { (TextKey($0.name), $0) }) { first, _ in first }
    required = properties.filter(\.isRequired).map(\.name)
  }

  /// The identifier of the diagnostic for a required property that is not there.
  static let missingID = "missing-required"

  func definition(of name: String) -> PropertyDefinition? { definitions[TextKey(name)] }

  /// The value as it is stored: an integer in a float property is a float, so that it reads back from a file the same.
  static func normalized(_ value: Value, for type: PropertyType) -> Value {
    switch (type, value) {
    case (.float, .integer(let number)): .float(Double(number))
    case (.list(of: .float), .list(let items)): .list(items.map { normalized($0, for: .float) })
    default: value
    }
  }

  /// Everything that is wrong with an element's properties.
  func problems(of properties: [(name: String, value: Value)]) -> [PropertyProblem] {
    var problems: [PropertyProblem] = []
    for (name, value) in properties {
      guard let definition = definition(of: name) else {
        problems.append(.undeclared(name: name))
        continue
      }
      if let violation = definition.violation(of: value) {
        problems.append(.violation(name: name, value: value, violation))
      }
    }
    for name in required where !properties.contains(where: { $0.name.isIdenticalText(to: name) && !$0.value.isNull }) {
      problems.append(.missing(name: name))
    }
    return problems
  }

  func diagnostic(for problem: PropertyProblem, of element: String, at place: DiagnosticPlace?) -> Diagnostic {
    switch problem {
    case .undeclared(let name):
      return Diagnostic(
        id: "unknown-property", message: "\(owner) has no property '\(name)' (\(element))", place: place,
        hint: NameSuggestion.hint(for: name, among: definitions.values.map(\.name)))
    case .violation(let name, let value, .wrongType(let expected)):
      return Diagnostic(
        id: "wrong-type",
        message: "'\(name)' of \(element) is \(value.inMessage), which is not \(expected.inMessage)", place: place)
    case .violation(let name, let value, .notAllowed(let allowed)):
      let texts = allowed.map(\.inMessage)
      var hint = "one of \(texts.joined(separator: ", "))"
      if case .string(let text) = value {
        let names = allowed.compactMap { if case .string(let text) = $0 { text } else { nil } }
        if let near = NameSuggestion.hint(for: text, among: names) { hint = near }
      }
      return Diagnostic(
        id: "value-not-allowed", message: "'\(name)' of \(element) may not be \(value.inMessage)", place: place,
        hint: hint)
    case .missing(let name):
      return Diagnostic(
        id: PropertyRules.missingID, message: "\(element) has no '\(name)', which \(owner) requires", place: place)
    }
  }
}

/// Something wrong with one property.
enum PropertyProblem: Hashable {
  case undeclared(name: String)
  case violation(name: String, value: Value, PropertyDefinition.Violation)
  case missing(name: String)
}

extension Value {
  /// The value in a message: a string in quotes, a date or a float with its type; long ones are cut.
  var inMessage: String {
    switch self {
    case .string(let text): return "'\(Value.cut(text))'"
    case .integer, .boolean: return plainText ?? ""
    case .list(let items): return Value.cut("[" + items.prefix(20).map(\.inMessage).joined(separator: ", ") + "]")
    default: return plainText.map { "the \(typeName.lowercased()) \($0)" } ?? "a \(typeName.lowercased())"
    }
  }

  private static func cut(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))) + "…"
  }
}

extension PropertyType {
  /// `an integer`, `a list of dates` … in a message.
  var inMessage: String {
    switch self {
    case .integer: "an integer"
    case .edtf: "an EDTF date such as 2018, 2018-23 or 2022-08-23"
    case .date: "a date"
    case .url: "an address without blanks"
    case .list(let item): "a list of \(item.name)"
    default: "a \(name)"
    }
  }
}
