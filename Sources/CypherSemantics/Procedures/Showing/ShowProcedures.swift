import GraphModel

extension Procedure {
  /// What `SHOW PROCEDURES` answers from; its columns are those of Neo4j.
  /// - Source: Neo4j Cypher manual 5, *SHOW PROCEDURES*.
  static func showProcedures(_ registry: ProcedureRegistry) -> Procedure {
    Procedure(
      name: "SHOW PROCEDURES", summary: "The procedures that CALL can run.", mode: .system,
      outputs: [
        .init("name", .string), .init("description", .string), .init("mode", .string),
        .init("worksOnSystem", .boolean), .init("signature", .string), .init("argumentDescription", .list(of: .map)),
        .init("returnDescription", .list(of: .map)), .init("admin", .boolean),
        .init("rolesExecution", .anyList), .init("rolesBoostedExecution", .anyList),
        .init("isDeprecated", .boolean), .init("deprecatedBy", .string), .init("option", .map),
      ]
    ) { _, _ throws(EvaluationError) in
      registry.all.map { procedure in
        [
          .string(procedure.name), .string(procedure.summary), .string(procedure.mode.rawValue),
          .boolean(procedure.mode == .system), .string(procedure.signature),
          .list(procedure.inputs.map(\.shown)), .list(procedure.outputs.map(\.shown)), .boolean(false), .null, .null,
          .boolean(false), .null, .map(["deprecated": .boolean(false)]),
        ]
      }
    }
  }
}

extension Procedure.Field {
  fileprivate var shown: Value {
    var map: [String: Value] = [
      "name": .string(name), "type": .string(type.signature),
      "description": .string("\(name) :: \(type.signature)"), "isDeprecated": .boolean(false),
    ]
    if let defaultValue { map["default"] = .string(ExpressionText.literal(defaultValue)) }
    return .map(map)
  }
}
