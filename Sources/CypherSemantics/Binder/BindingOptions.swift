public import GraphModel

/// What the binder may know of the graph, to tell names that nothing has.
public struct BindingOptions: Sendable {
  /// Labels, relationship types and properties that exist; `nil`: not known, nothing is warned of.
  public var knownLabels: Set<String>?
  public var knownTypes: Set<String>?
  public var knownProperties: Set<String>?
  /// The properties that can be written; `nil` without a schema, where a new one is no slip.
  public var writableProperties: Set<String>?

  /// What CALL can run.
  public var procedures = ProcedureRegistry.standard

  public init() {}

  /// The names that a graph's schema declares and its data have.
  public init(graph: GraphView, procedures: ProcedureRegistry = .standard) {
    self.procedures = procedures
    let schema = graph.schema
    knownLabels = Set(graph.symbols.labels).union(schema?.kinds.map(\.name) ?? [])
    knownTypes = Set(graph.symbols.types).union(schema?.relationshipTypes.map(\.name) ?? [])
    let declared =
      (schema?.kinds.flatMap(\.properties) ?? []) + (schema?.relationshipTypes.flatMap(\.properties) ?? [])
    knownProperties = Set(graph.symbols.propertyKeys).union(declared.map(\.name)).union(["key"])
    writableProperties = schema == nil ? nil : knownProperties
  }
}
