public import GraphModel

/// Two states of a graph that one picture compares, each as the definition's queries see it.
///
/// Elements are the same where their durable ids are.
public struct ComparedWorlds: Sendable {
  public struct World: Sendable {
    /// How people call it, in the picture's language: `2024-01-01`.
    public var name: String
    /// What the queries found, and the relationships of the `connect` types.
    public var subgraph: Subgraph
    /// What the queries found in the other world only, where it is there in this one too.
    public var unfound: Subgraph

    public init(name: String, subgraph: Subgraph, unfound: Subgraph = Subgraph()) {
      self.name = name
      self.subgraph = subgraph
      self.unfound = unfound
    }
  }

  public var before: World
  public var after: World

  public init(before: World, after: World) {
    self.before = before
    self.after = after
  }
}

extension Diagram {
  /// Lays out one picture of two states of a graph, with what was added, removed, moved and changed marked.
  ///
  /// Every rule of the definition is judged in the world in which an element is drawn: what is there afterwards in the
  /// later one, what is gone in the earlier one.
  /// - Throws: as `init(_:subgraph:schema:parameters:context:)`.
  public init(
    _ definition: DiagramDefinition, comparing worlds: ComparedWorlds, schema: Schema,
    parameters: [String: Value] = [:], context: DiagramContext = DiagramContext()
  ) throws(DiagramError) {
    let values = try definition.values(from: parameters)
    let picture = ComparisonPicture.picture(
      definition, comparing: worlds, schema: schema, parameters: values, context: context)
    try self.init(picture, by: context.layouts)
  }
}
