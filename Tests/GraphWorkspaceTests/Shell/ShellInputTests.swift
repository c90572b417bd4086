import GraphWorkspace
import Testing

@Suite struct ShellInputTests {
  /// The statements of some lines, and what is left open.
  private func read(_ lines: [String], typed: Bool = true) -> (statements: [String], isOpen: Bool) {
    var input = ShellInput(endsAtEmptyLine: typed)
    let statements = lines.flatMap { input.add($0) }
    return (statements.map(\.text), input.isOpen)
  }

  @Test func semicolonsAndEmptyLinesEndStatements() {
    #expect(read(["RETURN 1;"]).statements == ["RETURN 1"])
    #expect(read(["RETURN 1; RETURN 2 ;RETURN", "3;"]).statements == ["RETURN 1", "RETURN 2", "RETURN\n3"])
    #expect(read(["MATCH (n)", "RETURN n", ""]).statements == ["MATCH (n)\nRETURN n"])
    #expect(read(["MATCH (n)", "", "RETURN n;"], typed: false).statements == ["MATCH (n)\n\nRETURN n"])
    #expect(read(["RETURN 1"]).statements.isEmpty && read(["RETURN 1"]).isOpen)
    #expect(read(["", "  ", ";", ";;", "// a comment"]).statements.isEmpty)
    #expect(!read(["", "  ", ";", "// a comment"]).isOpen)
  }

  @Test func whatIsOpenGoesOn() {
    #expect(read(["RETURN [1,", "", "2];"]).statements == ["RETURN [1,\n\n2]"])
    #expect(read(["RETURN ';' AS a, \";\" AS b, `;` AS c;"]).statements == ["RETURN ';' AS a, \";\" AS b, `;` AS c"])
    #expect(read(["RETURN 'it\\'s; so' AS a;"]).statements == ["RETURN 'it\\'s; so' AS a"])
    #expect(read(["RETURN 'one", "", "two';"]).statements == ["RETURN 'one\n\ntwo'"])
    #expect(read(["RETURN 1 // not; here", "AS x;"]).statements == ["RETURN 1 // not; here\nAS x"])
    #expect(read(["RETURN /* not;", "here */ 1;"]).statements == ["RETURN /* not;\nhere */ 1"])
    // A bracket that is never closed is a mistake to be told, not to be waited for.
    #expect(read(["MATCH (n RETURN n;"]).statements == ["MATCH (n RETURN n"])
  }

  @Test func directivesAreLines() {
    #expect(
      read([":help", "  :run a/b x='y z';", "RETURN 1", ":x;"]).statements == [
        ":help", ":run a/b x='y z'", "RETURN 1\n:x",
      ])
  }

  @Test func linesAreCounted() {
    var input = ShellInput(endsAtEmptyLine: false)
    let lines = ["// head", "RETURN 1;", "", "  RETURN", "2; RETURN 3"]
    var statements = lines.flatMap { input.add($0) }
    statements += input.finish()
    #expect(statements.map(\.line) == [2, 4, 5])
    #expect(statements.last?.text == "RETURN 3")
  }

  @Test func anythingCanBeCleared() {
    var input = ShellInput(endsAtEmptyLine: true)
    _ = input.add("RETURN 'open")
    #expect(input.isOpen)
    input.clear()
    #expect(input.add("RETURN 1;").map(\.text) == ["RETURN 1"])
  }

  @Test(arguments: [
    ("RETURN\n  1 // one\n AS x;", "RETURN 1 AS x;"), ("RETURN 'a\nb' AS x", "RETURN 'a\\nb' AS x"),
    ("RETURN '// no' AS x", "RETURN '// no' AS x"), ("RETURN /* a\nb */ 1", "RETURN 1"),
    ("RETURN 'å ä ö'", "RETURN 'å ä ö'"),
    ("RETURN 'a\\'\n'", "RETURN 'a\\'\\n'"),
  ])
  func historyKeepsOneLine(_ statement: String, _ line: String) {
    var history = ShellHistory(path: nil)
    #expect(history.add(statement) == line)
    #expect(history.add(statement) == nil)
  }

  @Test func historyIsKeptInAFileOfOnesOwn() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/state/styrgraf/history"
    var first = ShellHistory(path: path)
    var second = ShellHistory(path: path)
    first.add("RETURN 1")
    second.add("RETURN 'å'")
    first.add(":help")
    #expect(ShellHistory(path: path).lines == ["RETURN 1", "RETURN 'å'", ":help"])
    #expect(ShellHistory.standardPath(stateFolder: "/s", home: "/h") == "/s/styrgraf/history")
    #expect(ShellHistory.standardPath(stateFolder: nil, home: "/h") == "/h/.local/state/styrgraf/history")
    for number in 1...2500 { first.add("RETURN \(number)") }
    #expect(ShellHistory(path: path).lines.count == 1000)
    #expect(ShellHistory(path: path).lines.last == "RETURN 2500")
  }
}
