/// The procedures that a query can call.
///
/// A new procedure is a file in this folder and a name in the list.
public struct ProcedureRegistry: Sendable {
  private var procedures: [String: Procedure] = [:]

  /// What every graph offers, sorted by name.
  public static let standard = ProcedureRegistry([
    .info, .labels, .propertyKeys, .relationshipTypes, .nodeTypeProperties, .relTypeProperties, .visualization,
    .components,
    .schemaKinds, .schemaProperties, .schemaRelationships,
  ])

  public init(_ procedures: [Procedure] = []) {
    for procedure in procedures { add(procedure) }
  }

  /// Adds a procedure, in place of one of the same name.
  public mutating func add(_ procedure: Procedure) { procedures[procedure.name] = procedure }

  public func procedure(named name: String) -> Procedure? { procedures[name] }

  /// In alphabetical order.
  public var all: [Procedure] { procedures.values.sorted { $0.name < $1.name } }
}
