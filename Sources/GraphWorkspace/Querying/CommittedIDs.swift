import GraphModel
import GraphStore

/// The durable ids of the elements that a commit made.
struct CommittedIDs {
  private(set) var nodes: [NodeIndex: Int64] = [:]
  private(set) var relationships: [RelationshipIndex: Int64] = [:]

  init(_ changes: [Change], _ result: CommitResult) {
    var nodeIDs = result.nodeIDs.makeIterator()
    var relationshipIDs = result.relationshipIDs.makeIterator()
    for change in changes {
      switch change {
      case .createNode(.created(let node), _, _): nodes[node] = nodeIDs.next()
      case .createRelationship(.created(let relationship), _, _, _, _):
        relationships[relationship] = relationshipIDs.next()
      default: break
      }
    }
  }

  mutating func assign(to elements: inout Subgraph) {
    for (node, data) in elements.nodes {
      if let id = nodes[node] {
        var data = data
        data.id = id
        elements.nodes[node] = data
      }
    }
    for (relationship, data) in elements.relationships {
      var data = data
      if let id = relationships[relationship] { data.id = id }
      if let id = nodes[data.start] { data.startID = id }
      if let id = nodes[data.end] { data.endID = id }
      elements.relationships[relationship] = data
    }
  }
}
