import CypherSemantics
import GraphModel

/// The names that a graph, its schema and the query language offer to somebody who types.
struct CompletionNames {
  var labels: [String] = []
  var types: [String] = []
  var properties: [String] = []
  var procedures: [String] = []
  private var propertiesByOwner: [TextKey: [String]] = [:]

  init(_ graph: GraphView, procedures: ProcedureRegistry) {
    let symbols = graph.symbols
    let schema = graph.schema
    labels = Self.sorted(symbols.labels + (schema?.kinds.map(\.name) ?? []))
    types = Self.sorted(symbols.types + (schema?.relationshipTypes.map(\.name) ?? []))
    var declared: [String] = schema == nil ? [] : ["key"]
    for kind in schema?.kinds ?? [] {
      propertiesByOwner[TextKey(kind.name)] = Self.sorted(["key"] + kind.properties.map(\.name))
      declared += kind.properties.map(\.name)
    }
    for type in schema?.relationshipTypes ?? [] {
      propertiesByOwner[TextKey(type.name)] = Self.sorted(type.properties.map(\.name))
      declared += type.properties.map(\.name)
    }
    properties = Self.sorted(symbols.propertyKeys + declared)
    self.procedures = procedures.all.map(\.name)
  }

  /// The properties of a kind or relationship type; those of all where it declares none.
  func properties(of owners: [String]) -> [String] {
    let known = owners.flatMap { propertiesByOwner[TextKey($0)] ?? [] }
    return known.isEmpty ? properties : Self.sorted(known)
  }

  private static func sorted(_ names: [String]) -> [String] {
    var seen: Set<TextKey> = []
    return names.filter { seen.insert(TextKey($0)).inserted }.sorted { $0.precedesByCodePoints($1) }
  }
}
