import GraphModel
import ImpactAnalysis

/// Follows the relationships that make councils responsible.
struct ResponsibilitySearch: Sendable {
  private let graph: GraphView
  private let names: ElementNames
  private let council: LabelID?
  private let processTeam: LabelID?
  private let programmeArea: LabelID?
  private let designItem: LabelID?
  private let ownedBy: [TypeID]
  private let belongsTo: [TypeID]
  private let responsibleFor: [TypeID]
  private let parts: [TypeID]
  private let basis: PropertyKeyID?
  /// Nodes that are looked past, as if they were not there.
  private let missing: Set<NodeIndex>

  init(graph: GraphView, names: ElementNames, without missing: Set<NodeIndex> = []) {
    self.graph = graph
    self.names = names
    self.missing = missing
    let symbols = graph.symbols
    council = symbols.label(Vocabulary.Kind.council)
    processTeam = symbols.label(Vocabulary.Kind.processTeam)
    programmeArea = symbols.label(Vocabulary.Kind.programmeArea)
    designItem = symbols.label(Vocabulary.Kind.designItem)
    ownedBy = [Vocabulary.Relationship.ownedBy].compactMap(symbols.type)
    belongsTo = [Vocabulary.Relationship.belongsTo].compactMap(symbols.type)
    responsibleFor = [Vocabulary.Relationship.responsibleFor].compactMap(symbols.type)
    parts = Vocabulary.Relationship.parts.compactMap(symbols.type)
    basis = symbols.propertyKey("basis")
  }

  /// Who owns a node beside councils, by key.
  func owners(of node: NodeIndex) -> [NodeIndex] {
    names.sortedByKey(Array(Set(ends(of: node, ownedBy).map(\.node).filter { !has(council, $0) })))
  }

  /// The programme areas of a node, by key: those that it belongs to, else those of the process teams that own it; an
  /// area is its own.
  func areas(of node: NodeIndex) -> [NodeIndex] {
    if has(programmeArea, node) { return [node] }
    let own = ends(of: node, belongsTo).map(\.node).filter { has(programmeArea, $0) }
    if !own.isEmpty { return names.sortedByKey(Array(Set(own))) }
    let teams = ends(of: node, ownedBy).map(\.node).filter { has(processTeam, $0) }
    let areas = teams.flatMap { ends(of: $0, belongsTo).map(\.node) }.filter { has(programmeArea, $0) }
    return names.sortedByKey(Array(Set(areas)))
  }

  func finding(of node: NodeIndex, _ findings: inout ResponsibilityFindings) -> ResponsibilityFinding {
    if let known = findings[node] { return known }
    let direct = directFinding(of: node, &findings)
    guard direct.rule == nil, has(designItem, node) else {
      findings.set(direct, of: node)
      return direct
    }
    return findingFromParts(of: node, &findings)
  }

  /// The code of what is found for a node.
  @inline(__always)
  func code(of node: NodeIndex, _ findings: inout ResponsibilityFindings) -> UInt32 {
    if let known = findings.code(of: node) { return known }
    _ = finding(of: node, &findings)
    return findings.code(of: node) ?? 0
  }

  // MARK: By owner and area

  private func directFinding(
    of node: NodeIndex, _ findings: inout ResponsibilityFindings
  ) -> ResponsibilityFinding {
    if missing.contains(node) { return .nobody }
    if has(council, node) { return ResponsibilityFinding(councils: [node], rule: .itself) }
    let owners = ends(of: node, ownedBy)
    var union = FindingUnion()
    for owner in owners where has(council, owner.node) {
      union.add([owner.node], restsOnInference: isInferred(owner.relationship))
    }
    if let found = union.finding(.owner, names) { return found }
    for owner in owners where has(processTeam, owner.node) {
      addAreas(of: owner.node, inferred: isInferred(owner.relationship), to: &union, &findings)
    }
    if let found = union.finding(.owningTeam, names) { return found }
    addAreas(of: node, inferred: false, to: &union, &findings)
    if has(programmeArea, node) { union.add(councils(ofArea: node, &findings)) }
    return union.finding(.area, names) ?? .nobody
  }

  private func addAreas(
    of node: NodeIndex, inferred: Bool, to union: inout FindingUnion, _ findings: inout ResponsibilityFindings
  ) {
    for area in ends(of: node, belongsTo) {
      var found = councils(ofArea: area.node, &findings)
      if inferred || isInferred(area.relationship) { found.restsOnInference = true }
      union.add(found)
    }
  }

  private func councils(
    ofArea area: NodeIndex, _ findings: inout ResponsibilityFindings
  ) -> ResponsibilityFinding {
    if let known = findings.byArea[area] { return known }
    var union = FindingUnion()
    var neighbours: [Neighbour] = []
    if !responsibleFor.isEmpty {
      graph.appendRelationships(of: area, .incoming, types: responsibleFor, to: &neighbours)
    }
    for neighbour in neighbours where has(council, neighbour.node) && !missing.contains(neighbour.node) {
      union.add([neighbour.node], restsOnInference: isInferred(neighbour.relationship))
    }
    let found = union.finding(.area, names) ?? .nobody
    findings.byArea[area] = found
    return found
  }

  // MARK: By parts

  /// Design items can contain each other in a circle; all of a circle have the same parts, hence the same councils.
  /// - Source: R. Tarjan, "Depth-first search and linear graph algorithms", 1972: strongly connected components; here
  ///   with a stack of its own.
  private func findingFromParts(
    of start: NodeIndex, _ findings: inout ResponsibilityFindings
  ) -> ResponsibilityFinding {
    struct Visit {
      let item: NodeIndex
      var parts: ArraySlice<NodeIndex>
      let number: Int
      var lowest: Int
      var union = FindingUnion()
    }
    var visits: [Visit] = []
    var numbers: [NodeIndex: Int] = [:]
    var open: [NodeIndex] = []

    func begin(_ item: NodeIndex) {
      let number = numbers.count
      numbers[item] = number
      open.append(item)
      let parts = ends(of: item, parts).map(\.node)
      visits.append(Visit(item: item, parts: parts[...], number: number, lowest: number))
    }
    begin(start)
    while var visit = visits.popLast() {
      if let part = visit.parts.popFirst() {
        if let known = findings[part] {
          visit.union.add(known)
          visits.append(visit)
        } else if let number = numbers[part] {
          // Not known, yet visited: it is open, and in a circle with this one.
          visit.lowest = min(visit.lowest, number)
          visits.append(visit)
        } else {
          let direct = directFinding(of: part, &findings)
          if direct.rule == nil, has(designItem, part) {
            visits.append(visit)
            begin(part)
          } else {
            findings.set(direct, of: part)
            visit.union.add(direct)
            visits.append(visit)
          }
        }
        continue
      }
      if visit.lowest == visit.number {
        let found = visit.union.finding(.contents, names) ?? .nobody
        while let item = open.popLast() {
          findings.set(found, of: item)
          if item == visit.item { break }
        }
        if !visits.isEmpty { visits[visits.count - 1].union.add(found) }
      } else if !visits.isEmpty {
        // What the circle's other items found is theirs together.
        visits[visits.count - 1].lowest = min(visits[visits.count - 1].lowest, visit.lowest)
        visits[visits.count - 1].union.add(visit.union)
      }
    }
    return findings[start] ?? .nobody
  }

  // MARK: What hangs on a node

  /// Whether the rules of responsibility go through nodes of this kind: a council, a team or an area.
  func isBody(_ node: NodeIndex) -> Bool { has(council, node) || has(processTeam, node) || has(programmeArea, node) }

  func isCouncil(_ node: NodeIndex) -> Bool { has(council, node) }
  func isProgrammeArea(_ node: NodeIndex) -> Bool { has(programmeArea, node) }

  /// The nodes whose responsible councils one step of the rules reads off this node.
  func followers(of node: NodeIndex) -> [NodeIndex] {
    var neighbours: [Neighbour] = []
    func add(_ direction: TraversalDirection, _ types: [TypeID]) {
      if !types.isEmpty { graph.appendRelationships(of: node, direction, types: types, to: &neighbours) }
    }
    if has(council, node) { add(.outgoing, responsibleFor) }
    if has(council, node) || has(processTeam, node) { add(.incoming, ownedBy) }
    if has(programmeArea, node) { add(.incoming, belongsTo) }
    var followers = neighbours.map(\.node)
    neighbours = []
    add(.incoming, parts)
    followers += neighbours.lazy.map(\.node).filter { has(designItem, $0) }
    return followers
  }

  // MARK: The graph

  private func has(_ label: LabelID?, _ node: NodeIndex) -> Bool {
    label.map { graph.hasLabel($0, node) } ?? false
  }

  private func ends(of node: NodeIndex, _ types: [TypeID]) -> [Neighbour] {
    if types.isEmpty { return [] }
    var neighbours: [Neighbour] = []
    graph.appendRelationships(of: node, .outgoing, types: types, to: &neighbours)
    return missing.isEmpty ? neighbours : neighbours.filter { !missing.contains($0.node) }
  }

  private func isInferred(_ relationship: RelationshipIndex) -> Bool {
    basis.map { graph.property($0, of: relationship) == .string(Vocabulary.inferred) } ?? false
  }
}

/// Councils that come together from several ways.
private struct FindingUnion {
  private var councils: Set<NodeIndex> = []
  private var restsOnInference = false

  mutating func add(_ found: some Sequence<NodeIndex>, restsOnInference: Bool) {
    councils.formUnion(found)
    if restsOnInference { self.restsOnInference = true }
  }

  mutating func add(_ finding: ResponsibilityFinding) {
    if finding.councils.isEmpty { return }
    add(finding.councils, restsOnInference: finding.restsOnInference)
  }

  mutating func add(_ union: FindingUnion) { add(union.councils, restsOnInference: union.restsOnInference) }

  func finding(_ rule: Responsibility.Rule, _ names: ElementNames) -> ResponsibilityFinding? {
    if councils.isEmpty { return nil }
    return ResponsibilityFinding(
      councils: names.sortedByKey(Array(councils)), rule: rule, restsOnInference: restsOnInference)
  }
}
