import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import Testing

/// `=~`: regular expressions on whole texts.
@Suite struct PatternTests {
  @Test(arguments: [
    ("'abc' =~ 'a.c'", true), ("'abc' =~ 'b'", false), ("'abc' =~ '.*b.*'", true), ("'' =~ ''", true),
    ("'ab' =~ 'a|ab'", true), ("'Åre' =~ '(?i)åRE'", true), ("'åäö' =~ '...'", true), ("'👩‍⚕️' =~ '....'", true),
    ("'é' =~ '.'", true), ("'åse' =~ '\\\\p{L}+'", true), ("'åse' =~ '\\\\w+'", false), ("'a\\nb' =~ 'a.b'", false),
    ("'a\\nb' =~ '(?s)a.b'", true), ("'aXXa' =~ '(a)X+\\\\1'", true),
    ("'2024-05-01' =~ '\\\\d{4}(-\\\\d\\\\d){2}'", true),
    ("'color' =~ 'colou?r'", true), ("'ab' =~ '^ab$'", true), ("'aaa' =~ 'a*?'", true),
  ]) func matchesTheWholeText(_ expression: String, _ wanted: Bool) throws {
    #expect(try QueryAnswer.value(of: "RETURN \(expression) AS m") == .boolean(wanted))
  }

  @Test func whatIsNoTextIsUnknown() throws {
    #expect(try QueryAnswer.value(of: "RETURN [null =~ 'a', 'a' =~ null, 1 =~ '1'] AS l") == [nil, nil, nil])
  }

  @Test(arguments: [("a(b", 4), ("[z-a]", 4), ("åä*+?{2", nil), ("\\\\C", 3), ("x{3,1}", 6)] as [(String, Int?)])
  func mistakesHaveAPlaceInThePattern(_ pattern: String, _ position: Int?) throws {
    let graph = GraphView(.empty())
    let query = try PreparedQuery(SourceText(name: "query", text: "RETURN 'a' =~ '\(pattern)' AS m"), for: graph)
    do throws(DiagnosticsError) {
      _ = try query.run(on: graph)
      #expect(position == nil)
    } catch {
      #expect(error.diagnostics.first?.queryError?.type == "ArgumentError")
      if let position { #expect(error.diagnostics[0].message.hasSuffix("at character \(position)"), "\(error)") }
    }
  }

  /// Machine code, the interpreter and the form that asks the budget agree.
  @Test func allWaysAgree() throws {
    let table = try PreparedQuery(
      SourceText(
        name: "query",
        text: """
          UNWIND range(1, 200) AS i
          WITH i, reduce(s = '', x IN range(1, i % 24) | s + 'a') + CASE i % 2 WHEN 0 THEN 'b' ELSE '' END AS t
          RETURN t, t =~ '(a+)+' AS m
          """), for: GraphView(.empty())
    ).run(on: GraphView(.empty())).table
    for row in table.rows {
      guard case .string(let text) = row[0] else { continue }
      #expect(row[1] == .boolean(!text.isEmpty && !text.contains("b")), "\(text)")
    }
  }
}
