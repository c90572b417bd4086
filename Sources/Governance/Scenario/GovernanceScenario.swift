public import GraphModel
public import ImpactAnalysis

/// What somebody plans to do with a graph: retire, replace, revise and move things.
public struct GovernanceScenario: Sendable {
  /// Something that is to belong to another programme area.
  public struct Move: Hashable, Sendable {
    public var node: NodeIndex
    public var area: NodeIndex

    public init(node: NodeIndex, area: NodeIndex) {
      self.node = node
      self.area = area
    }
  }

  public var retired: [NodeIndex]
  public var revised: [NodeIndex]
  public var replacements: [ImpactScenario.Replacement]
  public var moves: [Move]

  public init(
    retired: [NodeIndex] = [], revised: [NodeIndex] = [], replacements: [ImpactScenario.Replacement] = [],
    moves: [Move] = []
  ) {
    self.retired = retired
    self.revised = revised
    self.replacements = replacements
    self.moves = moves
  }

  /// The part of it that impact analysis answers for; moves pass nothing on.
  public var impact: ImpactScenario {
    ImpactScenario(retired: retired, underReview: revised, replacements: replacements)
  }

  /// Why a thing cannot be moved to an area, by what the schema allows; `nil` if it can.
  public static func problem(with move: Move, in graph: GraphView) -> String? {
    guard let type = graph.schema?.relationshipType(named: Vocabulary.Relationship.belongsTo) else {
      return "the schema has no relationship type \(Vocabulary.Relationship.belongsTo), so nothing can be moved"
    }
    let (kinds, areas) = (graph.labelNames(of: move.node), graph.labelNames(of: move.area))
    if !type.from.contains(where: kinds.contains) {
      return
        "a \(kinds.joined(separator: ":")) belongs to no area; those that do are \(type.from.joined(separator: ", "))"
    }
    if !type.to.contains(where: areas.contains) {
      return "'\(ElementNames(graph).key(of: move.area))' is a \(areas.joined(separator: ":")) and no "
        + type.to.joined(separator: " or ")
    }
    return nil
  }
}
