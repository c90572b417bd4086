/// One change to a graph, as the query engine and scenarios make them and the ledger commits them.
///
/// Elements that exist are named by their durable id; elements made in the same list by the number they were given in
/// the overlay, which is never durable.
public enum Change: Sendable {
  case createNode(NodeReference, labels: [String], properties: [String: Value])
  case createRelationship(
    RelationshipReference, type: String, from: NodeReference, to: NodeReference, properties: [String: Value])
  /// Null removes a property; what is absent is kept.
  case updateNode(NodeReference, addingLabels: [String], removingLabels: [String], setting: [String: Value])
  case updateRelationship(RelationshipReference, setting: [String: Value])
  case deleteNode(NodeReference)
  case deleteRelationship(RelationshipReference)
}

/// A node in a list of changes.
public enum NodeReference: Hashable, Sendable {
  case existing(id: Int64)
  case created(NodeIndex)
}

/// A relationship in a list of changes.
public enum RelationshipReference: Hashable, Sendable {
  case existing(id: Int64)
  case created(RelationshipIndex)
}

/// Who changes the graph, why, and under which case number (*diarienummer*).
public struct ChangeContext: Hashable, Sendable {
  public var actor: String
  public var reason: String?
  public var caseNumber: String?
  /// The text that the changes were made from, such as a scenario; kept beside the change set.
  public var source: String?

  public init(actor: String, reason: String? = nil, caseNumber: String? = nil, source: String? = nil) {
    self.actor = actor
    self.reason = reason
    self.caseNumber = caseNumber
    self.source = source
  }
}
