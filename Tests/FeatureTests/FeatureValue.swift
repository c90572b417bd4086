import Foundation
import GraphModel

/// A value as the tables of feature files write it, with nothing by which equal elements differ.
///
/// An integer is never a float, a temporal value is its text, nodes and relationships have no identity.
indirect enum FeatureValue: Hashable, CustomStringConvertible {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case notANumber
  case string(String)
  case list([FeatureValue])
  case map([String: FeatureValue])
  case node(labels: Set<String>, properties: [String: FeatureValue])
  case relationship(type: String, properties: [String: FeatureValue])
  case path(first: FeatureValue, steps: [Step])

  struct Step: Hashable {
    var isForward: Bool
    var relationship: FeatureValue
    var node: FeatureValue
  }

  /// A value of an answer.
  init(_ value: Value, in elements: Subgraph) {
    func properties(_ properties: [String: Value]) -> [String: FeatureValue] {
      properties.mapValues { FeatureValue($0, in: elements) }
    }
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .float(let value): self = value.isNaN ? .notANumber : .float(value)
    case .string(let text): self = .string(text)
    case .list(let items): self = .list(items.map { FeatureValue($0, in: elements) })
    case .map(let map): self = .map(properties(map))
    case .node(let node):
      let data = elements.nodes[node]
      self = .node(labels: Set(data?.labels ?? ["?"]), properties: properties(data?.properties ?? [:]))
    case .relationship(let relationship):
      let data = elements.relationships[relationship]
      self = .relationship(type: data?.type ?? "?", properties: properties(data?.properties ?? [:]))
    case .path(let path):
      let steps = path.relationships.enumerated().map { number, relationship in
        Step(
          isForward: elements.relationships[relationship]?.start == path.nodes[number],
          relationship: FeatureValue(.relationship(relationship), in: elements),
          node: FeatureValue(.node(path.nodes[number + 1]), in: elements))
      }
      self = .path(first: FeatureValue(.node(path.nodes[0]), in: elements), steps: steps)
    default: self = .string(value.plainText ?? "?")
    }
  }

  /// The same with the items of every list in one order.
  var withoutListOrder: FeatureValue {
    switch self {
    case .list(let items):
      .list(items.map(\.withoutListOrder).sorted { $0.description < $1.description })
    case .map(let map): .map(map.mapValues(\.withoutListOrder))
    case .node(let labels, let properties):
      .node(labels: labels, properties: properties.mapValues(\.withoutListOrder))
    case .relationship(let type, let properties):
      .relationship(type: type, properties: properties.mapValues(\.withoutListOrder))
    default: self
    }
  }

  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .float(let value): value.isFinite ? "\(value)" : (value < 0 ? "-Inf" : "Inf")
    case .notANumber: "NaN"
    case .string(let text):
      "'" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "'", with: "\\'") + "'"
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .map(let map): Self.text(map)
    case .node(let labels, let properties):
      "("
        + [labels.sorted().map { ":\($0)" }.joined(), properties.isEmpty ? "" : Self.text(properties)]
        .filter { !$0.isEmpty }.joined(separator: " ") + ")"
    case .relationship(let type, let properties):
      "[:\(type)" + (properties.isEmpty ? "" : " " + Self.text(properties)) + "]"
    case .path(let first, let steps):
      "<\(first)"
        + steps.map { ($0.isForward ? "-\($0.relationship)->" : "<-\($0.relationship)-") + "\($0.node)" }.joined() + ">"
    }
  }

  private static func text(_ map: [String: FeatureValue]) -> String {
    "{" + map.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
  }
}
