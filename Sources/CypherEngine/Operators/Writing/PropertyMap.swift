import CypherSemantics
import GraphModel

/// Maps whose entries are to become properties.
enum PropertyMap {
  /// The entries of a map, or the properties of an element.
  /// - Throws: `TypeError` where a value cannot be stored.
  static func properties(
    _ value: Value, of clause: String, in context: EvaluationContext
  ) throws(EvaluationError) -> [String: Value] {
    let map: [String: Value]
    switch value {
    case .null: map = [:]
    case .map(let entries): map = entries
    case .node(let node): map = context.graph.data(of: node).properties
    case .relationship(let relationship): map = context.graph.data(of: relationship).properties
    default: throw .invalidArgument(value, expected: "a map of properties", in: clause)
    }
    for (name, value) in map { try requireStorable(value, name: name) }
    return map
  }

  /// - Throws: `TypeError` for a map, an element, or a list of such.
  static func requireStorable(_ value: Value, name: String) throws(EvaluationError) {
    switch value {
    case .map, .node, .relationship, .path:
      throw .type("InvalidPropertyType", "the property '\(name)' cannot hold \(value.typeName)")
    case .list(let items):
      for item in items {
        if case .list = item {
          throw .type("InvalidPropertyType", "the property '\(name)' cannot hold a list of lists")
        }
        if item.isNull { throw .type("InvalidPropertyType", "the property '\(name)' cannot hold a list with null") }
        try requireStorable(item, name: name)
      }
    default: break
    }
  }
}
