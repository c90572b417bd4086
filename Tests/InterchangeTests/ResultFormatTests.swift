import Diagnostics
import GraphModel
import Temporals
import Testing

@testable import Interchange

@Suite struct ResultFormatTests {
  private func table() throws -> ResultTable {
    let a = NodeIndex(0)
    let b = NodeIndex(1)
    let r = RelationshipIndex(0)
    let elements = Subgraph(
      nodes: [
        a: NodeData(id: 7, labels: ["Council"], properties: ["key": "sor-x", "name": "SOR \"X\"", "number": 3]),
        b: NodeData(id: 9, labels: ["Odd Label", "B"], properties: ["~p": 1.0]),
      ],
      relationships: [
        r: RelationshipData(
          id: 4, type: "LINKS_TO", start: b, end: a, startID: 9, endID: 7,
          properties: ["since": .date(try CalendarDate(parsing: "2024-01-31"))])
      ])
    return ResultTable(
      columns: ["n", "å, \"x\""],
      rows: [
        [.node(a), .path(Path(nodes: [a, b], relationships: [r]))], [.null, ["it's", 1, 1.5, nil]],
        ["", .map(["~k": 1, "a b": "x\ny"])], [.relationship(r), .float(.nan)], [.node(NodeIndex(99)), "a;b, c"],
      ], elements: elements)
  }

  static let node =
    #"{"~node":{"id":7,"labels":["Council"],"properties":{"key":"sor-x","name":"SOR \"X\"","number":3}}}"#
  static let other = #"{"~node":{"id":9,"labels":["Odd Label","B"],"properties":{"~p":{"~float":"1.0"}}}}"#
  static let relationship =
    #"{"~rel":{"id":4,"type":"LINKS_TO","start":9,"end":7,"properties":{"since":{"~date":"2024-01-31"}}}}"#

  @Test func json() throws {
    #expect(
      ResultFormat.json.text(of: try table()) == #"{"columns":["n","å, \"x\""],"rows":[["# + Self.node
        + #",{"~path":["# + Self.node + "," + Self.relationship + "," + Self.other
        + #"]}],[null,["it's",1,{"~float":"1.5"},null]],["",{"~map":{"a b":"x\ny","~k":1}}],["# + Self.relationship
        + #",{"~float":"NaN"}],[null,"a;b, c"]]}"# + "\n")
    #expect(ResultFormat.json.text(of: ResultTable(columns: [], rows: [])) == #"{"columns":[],"rows":[]}"# + "\n")
  }

  @Test func jsonTellsWhatItChangedAndWhatCutIt() {
    var changes = ChangeCounts()
    changes.nodesCreated = 2
    let table = ResultTable(columns: ["x"], rows: [[1]], changes: changes, truncation: .rows(limit: 1))
    #expect(
      ResultFormat.json.text(of: table)
        == #"{"columns":["x"],"rows":[[1]],"stats":{"nodesCreated":2,"nodesDeleted":0,"relationshipsCreated":0,"#
        + #""relationshipsDeleted":0,"labelsAdded":0,"labelsRemoved":0,"propertiesSet":0,"propertiesRemoved":0},"#
        + #""truncated":{"by":"rows","limit":1}}"# + "\n")
  }

  @Test func jsonLines() throws {
    let lines = ResultFormat.jsonLines.text(of: try table()).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[1] == #"{"n":null,"å, \"x\"":["it's",1,{"~float":"1.5"},null]}"#)
  }

  @Test func csv() throws {
    #expect(
      ResultFormat.csv.text(of: try table()) == """
        n,"å, ""x""\"
        (:Council {key: 'sor-x'}),(:Council {key: 'sor-x'})<-[:LINKS_TO {since: 2024-01-31}]-(:`Odd Label`:B {`~p`: 1.0})
        ,"['it\\'s', 1, 1.5, null]"
        "","{`a b`: 'x\\ny', `~k`: 1}"
        [:LINKS_TO {since: 2024-01-31}],NaN
        (),"a;b, c"

        """)
    #expect(ResultFormat.csv.text(of: ResultTable(columns: ["x"], rows: [[.null]])) == "x\n\"\"\n")
    let lists = ResultTable(
      columns: ["x", "y"],
      rows: [[.list(["a|b", "c\\d", 1, true]), .list([""])], [.list([]), .list([.list(["a"])])]])
    #expect(
      ResultFormat.csv.text(of: lists) == #"""
        x,y
        a\|b|c\\d|1|true,\
        "",[['a']]

        """#)
  }

  @Test func largeResultsLeaveInPortions() {
    let table = ResultTable(columns: ["x"], rows: Array(repeating: ["some text of a row"], count: 20_000))
    for format in ResultFormat.allCases {
      var portions = 0
      format.write(table) { _ in portions += 1 }
      #expect(portions > 3)
    }
  }

  @Test func errors() {
    func text(_ diagnostics: [Diagnostic]) -> String {
      var writer = JSONWriter()
      ErrorJSON.write(diagnostics, to: &writer)
      return writer.text
    }
    let query = Diagnostic(
      id: "undefined-variable", message: "no variable is called 'x'",
      place: DiagnosticPlace(source: "query", line: 2, column: 5), queryError: .syntax("UndefinedVariable"))
    #expect(
      text([query])
        == #"{"error":{"type":"SyntaxError","phase":"compile","detail":"UndefinedVariable","#
        + #""message":"no variable is called 'x'","line":2,"column":5,"source":"query"}}"#)
    let warning = Diagnostic(id: "w", severity: .warning, message: "m", notes: ["n"])
    let input = Diagnostic(id: "wrong-type", message: "bad", hint: "h")
    #expect(
      text([warning, input])
        == #"{"error":{"type":"InputError","phase":"compile","detail":"wrong-type","message":"bad","#
        + #""line":null,"column":null,"hint":"h"},"diagnostics":[{"id":"w","severity":"warning","message":"m","#
        + #""line":null,"column":null,"notes":["n"]},{"id":"wrong-type","severity":"error","message":"bad","#
        + #""line":null,"column":null,"hint":"h"}]}"#)
  }
}
