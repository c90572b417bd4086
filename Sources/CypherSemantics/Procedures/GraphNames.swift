import GraphModel

extension Procedure {
  static let labels = Procedure(
    name: "db.labels", summary: "The labels of the graph: with a schema, its kinds.",
    outputs: [.init("label", .string)],
    availability: .neo4j()
  ) { context, _ throws(EvaluationError) in
    rows(context.graph.symbols.labels)
  }

  static let relationshipTypes = Procedure(
    name: "db.relationshipTypes", summary: "The relationship types of the graph.",
    outputs: [.init("relationshipType", .string)], availability: .neo4j()
  ) { context, _ throws(EvaluationError) in
    rows(context.graph.symbols.types)
  }

  static let propertyKeys = Procedure(
    name: "db.propertyKeys", summary: "The property keys of the graph.", outputs: [.init("propertyKey", .string)],
    availability: .neo4j()
  ) { context, _ throws(EvaluationError) in
    rows(context.graph.symbols.propertyKeys)
  }

  private static func rows(_ names: [String]) -> [[Value]] {
    names.sorted { $0.precedesByCodePoints($1) }.map { [.string($0)] }
  }
}
