import CypherSyntax
import GraphModel

extension Procedure {
  /// What `SHOW FUNCTIONS` answers from; its columns are those of Neo4j.
  /// - Source: Neo4j Cypher manual 5, *SHOW FUNCTIONS*.
  static func showFunctions(_ origin: ShowClauseSyntax.Origin) -> Procedure {
    Procedure(
      name: "SHOW FUNCTIONS", summary: "The functions of the query language.", mode: .system,
      outputs: [
        .init("name", .string), .init("category", .string), .init("description", .string),
        .init("signature", .string), .init("isBuiltIn", .boolean), .init("argumentDescription", .list(of: .map)),
        .init("returnDescription", .string), .init("aggregating", .boolean),
        .init("rolesExecution", .anyList), .init("rolesBoostedExecution", .anyList),
        .init("isDeprecated", .boolean), .init("deprecatedBy", .string),
      ]
    ) { _, _ throws(EvaluationError) in
      if origin == .userDefined { return [] }
      let scalars = FunctionRegistry.categories.flatMap { category in
        category.scalars.map { function in
          ShownFunction(
            name: function.name, category: category.title, summary: function.summary, signature: function.signature,
            parameters: function.parameters, result: function.result, isAggregating: false)
        }
      }
      let aggregates = FunctionRegistry.categories.flatMap { category in
        category.aggregates.map { function in
          ShownFunction(
            name: function.name, category: category.title, summary: function.summary, signature: function.signature,
            parameters: function.parameters, result: function.result, isAggregating: true)
        }
      }
      return (scalars + aggregates).sorted { $0.name.precedesByCodePoints($1.name) }.map(\.row)
    }
  }
}

private struct ShownFunction {
  var name: String
  var category: String
  var summary: String
  var signature: String
  var parameters: [ScalarFunction.Parameter]
  var result: StaticType
  var isAggregating: Bool

  var row: [Value] {
    let arguments = parameters.map { parameter in
      Value.map([
        "name": .string(parameter.name), "type": .string(parameter.type.signature),
        "description": .string("\(parameter.name) :: \(parameter.type.signature)"),
        "isDeprecated": .boolean(false), "isOptional": .boolean(parameter.isOptional),
      ])
    }
    return [
      .string(name), .string(category), .string(summary), .string(signature), .boolean(true), .list(arguments),
      .string(result.signature), .boolean(isAggregating), .null, .null, .boolean(false), .null,
    ]
  }
}
