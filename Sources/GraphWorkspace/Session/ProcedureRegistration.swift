import CypherSemantics
import GraphModel

extension SessionRequest {
  /// A procedure that answers from a table: the outputs of every row whose inputs equal the arguments.
  /// - Source: TCK line protocol §2.
  func procedure() throws(RequestError) -> Procedure {
    guard case .string(let name) = member("name"), case .list(let rows) = member("rows") else {
      throw RequestError(detail: "InvalidRequest", message: "'procedure' needs 'name', 'inputs', 'outputs' and 'rows'")
    }
    let inputs = try fields("inputs")
    let outputs = try fields("outputs")
    var table: [[Value]] = []
    for row in rows {
      guard case .list(let cells) = row, cells.count == inputs.count + outputs.count else {
        throw RequestError(detail: "InvalidRequest", message: "a row of a procedure has a cell for each column")
      }
      table.append(cells)
    }
    return Procedure(
      name: name, summary: "Registered in this session.", inputs: inputs, outputs: outputs
    ) { [table] _, arguments throws(EvaluationError) in
      table.filter { Array($0.prefix(inputs.count)) == arguments }.map { Array($0.dropFirst(inputs.count)) }
    }
  }

  private func fields(_ member: String) throws(RequestError) -> [Procedure.Field] {
    guard case .list(let items) = self.member(member) else { return [] }
    var fields: [Procedure.Field] = []
    for item in items {
      guard case .map(let map) = item, case .string(let name)? = map["name"], case .string(let type)? = map["type"]
      else {
        throw RequestError(detail: "InvalidRequest", message: "a field of a procedure has a name and a type")
      }
      fields.append(Procedure.Field(name, SessionRequest.type(named: type)))
    }
    return fields
  }

  private static func type(named name: String) -> StaticType {
    switch name.hasSuffix("?") ? String(name.dropLast()) : name {
    case "STRING": .string
    case "INTEGER": .integer
    case "FLOAT": .float
    case "NUMBER": .number
    case "BOOLEAN": .boolean
    case "MAP": .map
    case "NODE": .node
    case "RELATIONSHIP": .relationship
    case "PATH": .path
    default: .any
    }
  }
}
