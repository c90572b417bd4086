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
