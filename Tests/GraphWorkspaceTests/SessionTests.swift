import GraphModel
import GraphWorkspace
import Testing

/// A session that is spoken to in lines.
private struct Conversation {
  let session: QuerySession

  init(_ workspace: GraphWorkspace = GraphWorkspace(database: ":memory:"), scratch: Bool = false) throws {
    session = QuerySession(workspace, version: "1", scratch: scratch, context: ChangeContext(actor: "test"))
    try session.open()
  }

  func say(_ line: String) -> String {
    var writer = JSONWriter()
    session.answer(Array(line.utf8), to: &writer)
    return writer.text
  }

  func run(_ query: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("op")
      writer.string("run")
      writer.key("query")
      writer.string(query)
    }
    return say(writer.text)
  }
}

@Suite struct SessionTests {
  @Test func eachRequestGetsOneLine() throws {
    let talk = try Conversation()
    #expect(
      talk.say(#"{"op":"hello","protocol":1,"seq":7}"#).hasSuffix("\"features\":[\"dump\",\"procedures\"],\"seq\":7}\n")
    )
    #expect(talk.run("RETURN 1.0 AS x") == #"{"columns":["x"],"rows":[[{"~float":"1.0"}]]}"# + "\n")
    #expect(talk.say(#"{"op":"reset","seq":2}"#) == #"{"ok":true,"seq":2}"# + "\n")
  }

  @Test(arguments: [
    ("nonsense", "InvalidJSON"), ("[]", "InvalidRequest"), (#"{"op":"fly"}"#, "UnknownOp"), ("{}", "UnknownOp"),
    (#"{"op":"run"}"#, "InvalidRequest"), (#"{"op":"run","query":"RETURN 1","params":[]}"#, "InvalidRequest"),
    (#"{"op":"run","query":"RETURN x"}"#, "UndefinedVariable"), ("{\"op\":\"run\",\"query\":\"\u{0}\"}", "InvalidJSON"),
    (#"{"op":"procedure","name":"p"}"#, "InvalidRequest"),
  ])
  func mistakesAreAnswered(line: String, detail: String) throws {
    let talk = try Conversation()
    let answer = talk.say(line)
    #expect(answer.contains("\"detail\":\"\(detail)\""), "\(answer)")
    #expect(answer.hasSuffix("}\n"))
    #expect(talk.run("RETURN 1 AS one").contains("[[1]]"))
  }

  @Test(arguments: [
    #"{"op":"run","query":"RETURN $x","params":{"x":{"~date":"no day"}},"seq":5}"#,
    #"{"seq":5,"op":"run","query":"RETURN $x","params":{"x":{"~fly":"1"}}}"#,
    #"{"op":"run","seq":5,"query":"RETURN $x","params":{"x":{"~map":{"y":{"~int":"1"}},"z":1}}}"#,
    #"{"op":"run","seq":5,"query":"RETURN 1 / 0"}"#, #"{"op":"fly","seq":{"~int":"5"}}"#,
  ])
  func aRefusedRequestKeepsItsNumber(line: String) throws {
    let answer = try Conversation().say(line)
    #expect(answer.contains("error"))
    #expect(answer.hasSuffix(",\"seq\":5}\n"), "\(answer)")
  }

  @Test(arguments: [#"{"seq":5,"op":"#, #"["seq",5]"#, #"{"seq":5,"seq":6,"x":{"~fly":1}}"#])
  func whatIsNoObjectHasNoNumber(line: String) throws {
    #expect(try !Conversation().say(line).contains("seq\":"))
  }

  /// A plan is kept by its text, and made anew where the graph has got names that it uses.
  @Test func aRepeatedQueryFollowsTheGraph() throws {
    let folder = try TemporaryFolder()
    let talk = try Conversation(GraphWorkspace(database: folder.path + "/free.db"), scratch: true)
    let question = "MATCH (a:A)-[:T]->(b) RETURN count(b) AS n, sum(b.x) AS x"
    #expect(talk.run(question).contains("[[0,0]]"))
    #expect(talk.run(question).contains("[[0,0]]"))
    #expect(talk.run("CREATE (:A)-[:T]->(:B {x: 2})").contains("stats"))
    #expect(talk.run(question).contains("[[1,2]]"))
    #expect(talk.run("MATCH (b:B) SET b.x = 1 / (b.x - 2)").contains("error"))
    #expect(talk.run(question).contains("[[1,2]]"))
    #expect(talk.run("UNWIND range(1, 200) AS i MATCH (a:A) CREATE (a)-[:T]->(:B {x: i})").contains("stats"))
    #expect(talk.run(question).contains("[[201,20102]]"))
    #expect(talk.say(#"{"op":"reset"}"#).contains("true"))
    #expect(talk.run(question).contains("[[0,0]]"))
    #expect(talk.run("CREATE (:A)-[:T]->(:B {x: 7})").contains("stats"))
    #expect(talk.run(question).contains("[[1,7]]"))
  }

  @Test func eachRunIsOneTransaction() throws {
    let talk = try Conversation()
    #expect(talk.run("CREATE (:A {x: 1})-[:T]->(:B)").contains("\"nodesCreated\":2"))
    #expect(talk.run("MATCH (a:A) SET a.x = 2 WITH a RETURN 1 / 0").contains("error"))
    #expect(talk.run("MATCH (a:A) RETURN a.x").contains("[[1]]"))
    #expect(talk.run("MATCH (a:A) DELETE a").contains("DeleteConnectedNode"))
    let dump = talk.say(#"{"op":"dump"}"#)
    #expect(dump.contains(#""relationships":[{"id":1,"type":"T","start":1,"end":2,"properties":{}}]"#))
    #expect(talk.say(#"{"op":"reset"}"#).contains("true"))
    #expect(talk.run("MATCH (n) RETURN count(n)").contains("[[0]]"))
    #expect(talk.say(#"{"op":"dump"}"#) == #"{"nodes":[],"relationships":[]}"# + "\n")
  }

  @Test func aRealDatabaseIsNotEmptied() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    #expect(try Conversation(workspace).say(#"{"op":"reset"}"#).contains("NotAllowed"))
    #expect(try workspace.info().nodeCount > 0)
    #expect(try Conversation(workspace, scratch: true).say(#"{"op":"reset"}"#).contains("true"))
    #expect(try workspace.info().nodeCount == 0)
  }

  @Test func anotherWriterIsSeen() throws {
    let folder = try TemporaryFolder()
    let reader = try SmallRegister.workspace(in: folder)
    let talk = try Conversation(reader)
    #expect(talk.run("MATCH (c:Council) RETURN count(c)").contains("[[2]]"))
    let writer = try Conversation(GraphWorkspace(database: reader.databasePath))
    #expect(writer.run("CREATE (:Council {name: 'SOR Ny'})").contains("stats"))
    #expect(talk.run("MATCH (c:Council) RETURN count(c)").contains("[[3]]"))
  }
}
