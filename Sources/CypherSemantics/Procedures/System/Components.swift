import GraphModel

extension Procedure {
  static let components = Procedure(
    name: "dbms.components", summary: "The program and the query language, with their versions.", mode: .system,
    outputs: [.init("name", .string), .init("versions", .list(of: .string)), .init("edition", .string)],
    examples: [
      .init(
        "CALL dbms.components() YIELD name, versions WHERE name = 'openCypher' RETURN name, versions",
        [[.string("openCypher"), .list([.string("9")])]])
    ]
  ) { _, _ throws(EvaluationError) in
    [
      [.string("Styrgraf"), .list([.string(ProductVersion.current)]), .string("embedded")],
      [.string("openCypher"), .list([.string("9")]), .string("with GQL extensions")],
    ]
  }
}
