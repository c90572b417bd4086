import GraphModel
import ImpactAnalysis

/// Makes the changes of a scenario on a view.
struct ScenarioWorldBuilder {
  /// The graph as it was.
  let graph: GraphView
  let names: ElementNames
  private(set) var after: GraphView
  private(set) var changes: [ScenarioChange] = []
  private(set) var notes: [ImpactNote] = []

  init(graph: GraphView, names: ElementNames) {
    self.graph = graph
    self.names = names
    after = graph
  }

  mutating func build(_ scenario: GovernanceScenario, _ report: ImpactReport) {
    let affected = Set(report.affected.map(\.node))
    for replacement in report.replaced {
      repoint(from: replacement.old.node, to: replacement.new.node, affected)
      supersede(replacement.old.node, by: replacement.new.node)
    }
    for element in report.retired { retire(element) }
    for element in report.underReview { revise(element) }
    for move in scenario.moves { self.move(move.node, to: move.area) }
  }

  // MARK: States

  private mutating func retire(_ element: ImpactElement) {
    let kinds = graph.labelNames(of: element.node).compactMap { graph.schema?.kind(named: $0) }
    guard let state = kinds.lazy.compactMap({ Self.firstState($0.inactive) }).first else { return remove(element) }
    set(state, of: element, all: kinds.map(\.inactive))
  }

  private mutating func revise(_ element: ImpactElement) {
    let kinds = graph.labelNames(of: element.node).compactMap { graph.schema?.kind(named: $0) }
    guard let state = kinds.lazy.compactMap({ Self.firstState($0.underReview) }).first else {
      let caption = kinds.first?.caption ?? Caption()
      notes.append(
        ImpactNote(code: "no-review-state", text: ScenarioPhrases.noReviewState(element, caption)))
      return
    }
    set(state, of: element, all: kinds.map(\.underReview))
  }

  private mutating func set(
    _ state: (property: String, value: Value), of element: ImpactElement, all states: [[String: [Value]]]
  ) {
    let isSo = states.contains { state in
      state.contains { $0.value.contains(graph.property($0.key, of: element.node)) }
    }
    if isSo { return }
    let present = after.property(state.property, of: element.node)
    after.setProperty(state.property, of: element.node, to: state.value)
    changes.append(
      ScenarioChange(element: element, difference: .property(state.property, from: present, to: state.value)))
  }

  /// The first value of the first property by name.
  private static func firstState(_ states: [String: [Value]]) -> (property: String, value: Value)? {
    for name in states.keys.sorted(by: { $0.precedesByCodePoints($1) }) {
      if let value = states[name]?.first { return (name, value) }
    }
    return nil
  }

  private mutating func remove(_ element: ImpactElement) {
    var neighbours: [Neighbour] = []
    after.appendRelationships(of: element.node, .both, types: nil, to: &neighbours)
    for neighbour in neighbours { after.delete(neighbour.relationship) }
    after.delete(element.node)
    changes.append(ScenarioChange(element: element, difference: .removed))
  }

  // MARK: Relationships

  /// Leads what would break at a replaced thing to the new one.
  private mutating func repoint(from old: NodeIndex, to new: NodeIndex, _ affected: Set<NodeIndex>) {
    for definition in graph.schema?.relationshipTypes ?? [] where definition.impact.effect(of: .retired) == .broken {
      guard let type = graph.symbols.type(definition.name) else { continue }
      let isFrom = definition.dependentEnd == .from
      var neighbours: [Neighbour] = []
      after.appendRelationships(of: old, isFrom ? .incoming : .outgoing, types: [type], to: &neighbours)
      for neighbour in neighbours where affected.contains(neighbour.node) {
        let properties = after.properties(of: neighbour.relationship)
          .map { (after.symbols.name(of: $0.key), $0.value) }
        unrelate(neighbour.relationship)
        relate(
          isFrom ? neighbour.node : new, definition, isFrom ? new : neighbour.node,
          Dictionary(properties, uniquingKeysWith: { first, _ in first }))
      }
    }
  }

  private mutating func supersede(_ old: NodeIndex, by new: NodeIndex) {
    guard let definition = graph.schema?.relationshipType(named: Vocabulary.Relationship.supersedes),
      definition.from.contains(where: graph.labelNames(of: new).contains),
      definition.to.contains(where: graph.labelNames(of: old).contains)
    else { return }
    relate(new, definition, old, [:])
  }

  private mutating func move(_ node: NodeIndex, to area: NodeIndex) {
    guard let definition = graph.schema?.relationshipType(named: Vocabulary.Relationship.belongsTo) else { return }
    var neighbours: [Neighbour] = []
    if let type = after.symbols.type(definition.name) {
      after.appendRelationships(of: node, .outgoing, types: [type], to: &neighbours)
    }
    for neighbour in neighbours where neighbour.node != area { unrelate(neighbour.relationship) }
    relate(node, definition, area, [:])
  }

  /// Adds a relationship, unless there is one that its type does not tell from it.
  private mutating func relate(
    _ start: NodeIndex, _ definition: RelationshipType, _ end: NodeIndex, _ properties: [String: Value]
  ) {
    var neighbours: [Neighbour] = []
    if let type = after.symbols.type(definition.name) {
      after.appendRelationships(of: start, .outgoing, types: [type], to: &neighbours)
    }
    let isThere = neighbours.contains { neighbour in
      neighbour.node == end
        && definition.identity.allSatisfy {
          after.property($0, of: neighbour.relationship) == properties[$0] ?? .null
        }
    }
    if isThere { return }
    _ = after.createRelationship(type: definition.name, from: start, to: end, properties: properties.map { ($0, $1) })
    changes.append(
      ScenarioChange(
        element: names.element(start), difference: .related(type: definition.name, to: names.element(end))))
  }

  private mutating func unrelate(_ relationship: RelationshipIndex) {
    let type = after.symbols.name(of: after.type(of: relationship))
    let (start, end) = (after.start(of: relationship), after.end(of: relationship))
    after.delete(relationship)
    changes.append(
      ScenarioChange(
        element: names.element(start), difference: .unrelated(type: type, to: names.element(end))))
  }
}

/// What scenarios have to say, in both languages.
enum ScenarioPhrases {
  static func noReviewState(_ element: ImpactElement, _ kind: Caption) -> Caption {
    func name(_ language: CaptionLanguage) -> String { kind.text(in: language) ?? element.kind }
    return Caption([
      CaptionLanguage.english.rawValue:
        "“\(element.name)” goes under review, which nothing in the graph says: the schema declares no such state for "
        + "the kind “\(name(.english))”.",
      CaptionLanguage.swedish.rawValue:
        "”\(element.name)” ska ses över, vilket inget i grafen säger: schemat anger inget sådant läge för slaget "
        + "”\(name(.swedish))”.",
    ])
  }
}
