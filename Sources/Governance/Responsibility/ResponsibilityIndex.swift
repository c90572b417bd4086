public import GraphModel
public import ImpactAnalysis
import Synchronization

/// Finds the responsible councils of any node of a graph, and remembers them.
///
/// In this order, the first that gives any: the councils it is owned by; the councils responsible for the area of the
/// process team it is owned by; the councils responsible for the area it belongs to; for a design item, the responsible
/// councils of what it uses, is based on or contains, together. Beyond that a council is responsible for itself, and an
/// area has its own councils. A graph without these kinds and relationships has no responsible councils.
/// - Source: contract §5, *The responsible councils of a thing*.
public final class ResponsibilityIndex: Sendable {
  let search: ResponsibilitySearch
  private let contactSearch: ContactSearch
  private let names: ElementNames
  private let findings: Mutex<ResponsibilityFindings>

  public init(graph: GraphView) {
    names = ElementNames(graph)
    search = ResponsibilitySearch(graph: graph, names: names)
    contactSearch = ContactSearch(graph: graph, names: names)
    findings = Mutex(ResponsibilityFindings(nodes: graph.nodeNumberBound))
  }

  /// Whether the rules can make any council responsible for a node of these kinds at all, by what the schema declares.
  public static func applies(to kinds: [String], in schema: Schema) -> Bool {
    func declares(_ type: String, to targets: [String]) -> Bool {
      guard let definition = schema.relationshipType(named: type) else { return false }
      return includes(definition.from, kinds) && includes(definition.to, targets)
    }
    func includes(_ declared: [String], _ wanted: [String]) -> Bool {
      declared.isEmpty || declared.contains(where: wanted.contains)
    }
    if kinds.contains(Vocabulary.Kind.council) || kinds.contains(Vocabulary.Kind.programmeArea) { return true }
    if declares(Vocabulary.Relationship.ownedBy, to: [Vocabulary.Kind.council, Vocabulary.Kind.processTeam]) {
      return true
    }
    if declares(Vocabulary.Relationship.belongsTo, to: [Vocabulary.Kind.programmeArea]) { return true }
    guard kinds.contains(Vocabulary.Kind.designItem) else { return false }
    return Vocabulary.Relationship.parts.contains { schema.relationshipType(named: $0) != nil }
  }

  /// - Complexity: O(relationships of the node), for a design item also of its parts; once per node.
  public func responsibility(of node: NodeIndex) -> Responsibility {
    let finding = findings.withLock { search.finding(of: node, &$0) }
    return Responsibility(
      councils: finding.councils.map(names.element), rule: finding.rule,
      restsOnInference: finding.restsOnInference, owners: search.owners(of: node).map(names.element))
  }

  /// Who owns a node beside councils, by key.
  public func owners(of node: NodeIndex) -> [ImpactElement] { search.owners(of: node).map(names.element) }

  /// The programme areas of a node, by key: those that it belongs to, else those of the process teams that own it.
  public func areas(of node: NodeIndex) -> [ImpactElement] { search.areas(of: node).map(names.element) }

  /// Whom to turn to at a body.
  public func contacts(of body: NodeIndex) -> [Contact] { contactSearch.contacts(of: body) }

  /// The responsible councils alone, by key.
  public func councils(of node: NodeIndex) -> [ImpactElement] {
    findings.withLock { $0.list(search.code(of: node, &$0), names) }
  }

  /// The responsible councils of many nodes.
  /// - Complexity: O(nodes), once what each node's relationships say is known.
  public func councils(of nodes: [NodeIndex]) -> ResponsibleBodies {
    findings.withLock { findings in
      var codes: [UInt32] = []
      codes.reserveCapacity(nodes.count)
      for node in nodes { codes.append(search.code(of: node, &findings)) }
      return ResponsibleBodies(codes: codes, lists: findings.lists(names))
    }
  }

  /// What the rules find for a node, remembered.
  func finding(of node: NodeIndex) -> ResponsibilityFinding {
    findings.withLock { search.finding(of: node, &$0) }
  }
}
