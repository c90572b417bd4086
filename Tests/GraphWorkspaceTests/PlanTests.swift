import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace
import Testing

/// The plans of a dozen queries on the example graph, in `Golden/plans.golden`, so that a change to the planner or to
/// its estimates shows. `RECORD=1` rewrites the file, and fails so that nobody forgets.
@Suite struct PlanTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/plans.golden")

  private struct Block {
    var query: String
    var plan: String
  }

  private func blocks() throws -> [Block] {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    return text.components(separatedBy: "\n====\n").map { part in
      let halves = part.components(separatedBy: "\n----\n")
      return Block(query: halves[0], plan: halves.count > 1 ? halves[1].trimmingCharacters(in: .newlines) : "")
    }
  }

  private func exampleGraph() throws -> (TemporaryFolder, GraphWorkspace) {
    let folder = try TemporaryFolder()
    let workspace = GraphWorkspace(database: folder.path + "/region.db", folder: Repository.root)
    _ = try workspace.load(Repository.folders, context: ChangeContext(actor: "test"))
    return (folder, workspace)
  }

  @Test func plansAreAsWritten() throws {
    let (_, workspace) = try exampleGraph()
    let blocks = try blocks()
    #expect(blocks.count >= 12)
    var recorded: [String] = []
    for block in blocks {
      let plan = try workspace.explain(SourceText(name: "query", text: block.query)).plan.text
      recorded.append("\(block.query)\n----\n\(plan)")
      if ProcessInfo.processInfo.environment["RECORD"] == nil {
        #expect(plan == block.plan, "\(block.query)\n\(plan)")
      }
    }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try (recorded.joined(separator: "\n====\n") + "\n").write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(Self.file.lastPathComponent); run again without RECORD")
    }
  }

  /// What an operator gave, as PROFILE tells it, is what the same query without its upper operators gives.
  @Test func profilesCountEveryOperator() throws {
    let (_, workspace) = try exampleGraph()
    let text = """
      MATCH (d:Document) WHERE NOT EXISTS { (d)<-[:LINKS_TO]-(:DesignLink) }
      OPTIONAL MATCH (d)-[:CITES]->(e) RETURN d.level AS level, count(e) AS n ORDER BY n DESC LIMIT 2
      """
    let answer = try workspace.query(QueryRequest(SourceText(name: "query", text: text), isProfiling: true))
    let plan = try #require(answer.plan)
    let object = try JSONSerialization.jsonObject(with: Data(plan.json))
    let json = try #require(object as? [String: Any])
    #expect(json["profiled"] as? Bool == true)
    var rows: [String: Int] = [:]
    func collect(_ step: [String: Any]) throws {
      let name = try #require(step["operator"] as? String)
      #expect(step["details"] is String)
      #expect(step["estimatedRows"] is NSNumber, "\(name)")
      if name != "Exists" { #expect(step["rows"] is NSNumber, "\(name)") }
      let own = try #require(step["ownMilliseconds"] as? Double)
      #expect(own >= 0 && own <= (step["milliseconds"] as? Double ?? -1) + 0.01, "\(name)")
      rows[name] = step["rows"] as? Int
      for child in try #require(step["children"] as? [[String: Any]]) { try collect(child) }
    }
    try collect(try #require(json["plan"] as? [String: Any]))
    func count(_ query: String) throws -> Int {
      guard
        case .integer(let number)? = try workspace.query(QueryRequest(SourceText(name: "q", text: query))).table.rows
          .first?.first
      else { return -1 }
      return Int(number)
    }
    #expect(rows["Top"] == answer.table.rows.count)
    #expect(try rows["NodeByLabelScan"] == count("MATCH (d:Document) RETURN count(*)"))
    #expect(
      try rows["Optional"]
        == count(
          """
          MATCH (d:Document) WHERE NOT EXISTS { (d)<-[:LINKS_TO]-(:DesignLink) } OPTIONAL MATCH (d)-[:CITES]->(e)
          RETURN count(*)
          """))
  }

  /// EXPLAIN and PROFILE in the text are the same as asking for them.
  @Test func wordsInTheTextAskForPlans() throws {
    let (_, workspace) = try exampleGraph()
    let query = "MATCH (c:Council) RETURN c.name"
    let asked = try workspace.explain(SourceText(name: "query", text: query)).plan
    let explained = try workspace.query(QueryRequest(SourceText(name: "query", text: "EXPLAIN \(query)")))
    #expect(explained.plan?.text == asked.text)
    #expect(explained.plan?.isProfiled == false)
    #expect(explained.table.rows.map { $0[0].plainText ?? "" }.joined(separator: "\n") == asked.text)
    let profiled = try workspace.query(QueryRequest(SourceText(name: "query", text: "PROFILE \(query)")))
    #expect(profiled.plan?.isProfiled == true)
    #expect(profiled.table.rows.count == 23)
    #expect(try workspace.query(QueryRequest(SourceText(name: "query", text: query))).plan == nil)
    #expect(QueryRequest(SourceText(name: "query", text: "PROFILE \(query)")).asksForPlan)
    #expect(!QueryRequest(SourceText(name: "query", text: query)).asksForPlan)
  }

  @Test(arguments: [PictureFormat.svg, .dot, .pdf, .png], [CaptionLanguage.english, .swedish])
  func plansAreDrawn(_ format: PictureFormat, _ language: CaptionLanguage) throws {
    let (_, workspace) = try exampleGraph()
    let text = "MATCH (d:Document) WHERE EXISTS { (d)-[:CITES]->() } RETURN d.key AS \"nyckel\""
      .replacing("\"", with: "`")
    let answer = try workspace.query(QueryRequest(SourceText(name: "query", text: text), isProfiling: true))
    let plan = try #require(answer.plan)
    let drawn = try workspace.draw(plan, as: format, language: language)
    #expect(!drawn.bytes.isEmpty)
    guard format == .svg else { return }
    let svg = String(decoding: drawn.bytes, as: UTF8.self)
    for words in language == .swedish ? ["Så besvarades frågan", "rader"] : ["How the query was answered", "rows"] {
      #expect(svg.contains(words), "\(words)")
    }
    #expect(svg.contains("NodeByLabelScan"))
  }
}
