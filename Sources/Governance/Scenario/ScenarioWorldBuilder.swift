import GraphModel
import ImpactAnalysis
import Temporals

/// Makes the changes of a scenario on a view.
struct ScenarioWorldBuilder {
  /// The graph as it was.
  let graph: GraphView
  let names: ElementNames
  private let analysis: ImpactAnalysis
  private let day: CalendarDate?
  private(set) var after: GraphView
  private(set) var changes: [ScenarioChange] = []
  private(set) var notes: [ImpactNote] = []

  /// - Parameter day: the one on which things are moved; `nil` asks for no dates.
  init(graph: GraphView, names: ElementNames, analysis: ImpactAnalysis, day: CalendarDate?) {
    self.graph = graph
    self.names = names
    self.analysis = analysis
    self.day = day
    after = graph
  }

  mutating func build(_ scenario: GovernanceScenario, _ report: ImpactReport) {
    let retired = Set(report.retired.map(\.node))
    for replacement in report.replaced {
      repoint(from: replacement.old, to: replacement.new, retired)
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

  /// What is retired already stays so, which the report tells.
  private mutating func revise(_ element: ImpactElement) {
    if analysis.isInactive(element.node) { return }
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

  /// A relationship type whose relationships lead to the successor of a replaced thing.
  private struct Led {
    let definition: RelationshipType
    let dependentEnd: RelationshipType.DependentEnd
  }

  /// The types by which something breaks or is left without somebody, and those that the rules of responsibility follow.
  private var ledTypes: [Led] {
    (graph.schema?.relationshipTypes ?? []).compactMap { definition in
      switch definition.name {
      case Vocabulary.Relationship.ownedBy, Vocabulary.Relationship.belongsTo:
        return Led(definition: definition, dependentEnd: .from)
      case Vocabulary.Relationship.responsibleFor:
        return Led(definition: definition, dependentEnd: .to)
      default:
        let impact = definition.impact
        guard impact.leavesUnowned || impact.effect(of: .retired) == .broken else { return nil }
        return Led(definition: definition, dependentEnd: definition.dependentEnd)
      }
    }
  }

  /// Leads what depends on a replaced thing to the new one: everything that is active and stays, whatever the report
  /// says of it, since it is what was asked for. The new thing itself no longer depends on the old one.
  private mutating func repoint(from old: ImpactElement, to new: ImpactElement, _ retired: Set<NodeIndex>) {
    var count = 0
    for led in ledTypes {
      guard let type = graph.symbols.type(led.definition.name) else { continue }
      let isFrom = led.dependentEnd == .from
      var neighbours: [Neighbour] = []
      after.appendRelationships(of: old.node, isFrom ? .incoming : .outgoing, types: [type], to: &neighbours)
      for neighbour in neighbours where !retired.contains(neighbour.node) && !analysis.isInactive(neighbour.node) {
        let properties = after.properties(of: neighbour.relationship)
          .map { (after.symbols.name(of: $0.key), $0.value) }
        unrelate(neighbour.relationship)
        if neighbour.node == new.node { continue }
        count += 1
        relate(
          isFrom ? neighbour.node : new.node, led.definition, isFrom ? new.node : neighbour.node,
          Dictionary(properties, uniquingKeysWith: { first, _ in first }))
      }
    }
    if count > 0, analysis.isInactive(old.node) {
      notes.append(ImpactNote(code: "led-from-inactive", text: ScenarioPhrases.ledFromInactive(old, new, count)))
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
    let transfer = AreaTransfer(of: node, to: area, on: day, in: after)
    for membership in transfer.left { unrelate(membership) }
    if transfer.joins { relate(node, definition, area, [:]) }
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
