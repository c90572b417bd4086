import Testing

@Suite(.enabled(if: Program.isBuilt)) struct CommandTests {
  @Test func statusesSayWhoseFaultItIs() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("info").status == 3)
    #expect(!program.exists("styrgraf.db"))
    #expect(try program.run("load", "small").status == 0)
    #expect(try program.run("load", "bad").status == 2)
    #expect(try program.run("frobnicate").status == 2)
    #expect(try program.run("query").status == 2)
    #expect(try program.run("query", "MATCH (n RETURN n").status == 2)
    #expect(try program.run("query", "RETURN 1 AS x").status == 0)
    #expect(try program.run("query", "UNWIND range(1, 9) AS x RETURN x", "--max-rows", "3").status == 4)
    #expect(try program.run("query", "nosuch").status == 2)
    #expect(try program.run("impact", "retire", "p-2", "--fail-on", "broken").status == 1)
    #expect(try program.run("impact", "retire", "p-1", "--fail-on", "broken").status == 0)
    #expect(try program.run("impact", "retire", "p-9").status == 2)
    #expect(try program.run("query", "RETURN 1", "--valid-on", "tomorrow").status == 2)
    #expect(try program.run("--version").status == 0)
    #expect(try program.run("--db", "small/schema.yaml", "info").status == 3)
  }

  @Test func aCheckSaysWhereElseAQueryRuns() throws {
    let program = try Program()
    defer { program.remove() }
    let plain = try program.run("query", "check", "MATCH (n) RETURN n.name AS name")
    #expect(plain.status == 0)
    #expect(plain.output == "openCypher 9  yes\nNeo4j 5       yes\nCypher 25     yes\n")
    #expect(!program.exists("styrgraf.db"))
    let other = try program.run("query", "check", "MATCH (n) FILTER n.x RETURN n")
    #expect(other.status == 1)
    #expect(other.output.contains("query:1:11: error: not in openCypher 9, Neo4j 5: FILTER (Cypher 25)"))
    #expect(other.output.contains("^~~~~~ write WITH * WHERE"))
    #expect(try program.run("query", "check", "MATCH (n) FILTER n.x RETURN n", "--dialect", "Cypher 25").status == 0)
    #expect(try program.run("query", "check", "MATCH (n RETURN n").status == 2)
    #expect(try program.run("query", "check").status == 2)
    #expect(try program.run("query", "check", "--all", "RETURN 1").status == 2)
    #expect(try program.run("query", "check", "--all").status == 0)
    let swedish = try program.run("--lang", "sv", "query", "check", "RETURN 'a' || 'b' AS x", "--format=json")
    #expect(swedish.status == 1)
    #expect(
      swedish.output
        == #"{"query":"query","dialect":"openCypher9","declared":false,"runs":false,"dialects":[{"dialect":"openCypher9","runs":false},{"dialect":"neo4j5","runs":true,"since":"5.19"},{"dialect":"cypher25","runs":true}],"constructs":[{"id":"concatenation","name":"||","line":1,"column":12,"text":"||","missing":["openCypher9"],"since":{"neo4j5":"5.19","cypher25":"2025.06"},"advice":"skriv +","replacement":"+"}],"warnings":[]}"#
        + "\n")
    let rewritten = try program.run("query", "check", "RETURN 'a' || 'b'", "--rewrite", "openCypher9")
    #expect(rewritten.output == "RETURN 'a' + 'b' AS `'a' || 'b'`\n")
    #expect(try program.run("query", "check", "RETURN valueType(1)", "--rewrite", "openCypher9").status == 2)
    #expect(try program.run("help", "query", "check").output.contains("styrgraf query check --all [<options>]"))
  }

  @Test func resultsAndMessagesDoNotMix() throws {
    let program = try Program()
    defer { program.remove() }
    let loaded = try program.run("load", "small")
    #expect(loaded.errors.isEmpty)
    #expect(loaded.output.contains("Part"))
    let rows = try program.run(
      "query", "MATCH (p:Part) RETURN p.name AS name, p.size AS size ORDER BY name", "--format", "csv")
    #expect(rows.output == "name,size\nRör,2\nÅngpanna,1\n")
    let warned = try program.run("query", "MATCH (p:Prt) RETURN p", "--format", "json")
    #expect(warned.output == "{\"columns\":[\"p\"],\"rows\":[]}\n")
    #expect(warned.errors.contains("did you mean 'Part'?"))
  }

  @Test func mistakesAreJSONWhereJSONIsAsked() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try program.run("load", "small")
    for arguments in [
      ["query", "MATCH (n RETURN n"], ["query"], ["show", "nothing"], ["impact", "retire", "nothing"],
      ["query", "nosuch"],
    ] {
      let outcome =
        arguments.count == 1
        ? try program.run(arguments[0], "--format=json")
        : arguments.count == 2
          ? try program.run(arguments[0], arguments[1], "--format", "json")
          : try program.run(arguments[0], arguments[1], arguments[2], "--format", "json")
      #expect(outcome.status == 2)
      #expect(outcome.output.hasPrefix("{\"error\":{\"type\":"), "\(outcome.output)")
      #expect(outcome.output.hasSuffix("}\n"))
    }
    let place = try program.run("query", "RETURN\n  nope", "--format", "json").output
    #expect(place.contains("\"line\":2,\"column\":3"))
  }

  @Test func optionsMayComeFirst() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("--db", "other.db", "load", "small").status == 0)
    #expect(program.exists("other.db"))
    #expect(try program.run("--db=other.db", "--lang", "sv", "impact", "retire", "p-2").output.contains("Ångpanna"))
    #expect(try program.run("info", environment: ["STYRGRAF_DB": "other.db"]).status == 0)
  }

  @Test func theLanguageChangesCaptionsOnly() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try program.run("load", "small")
    #expect(try program.run("show", "p-1", "--lang", "sv").output.contains("Del  p-1"))
    #expect(try program.run("show", "p-1", environment: ["LC_ALL": "sv_SE.UTF-8"]).output.contains("Del  p-1"))
    #expect(try program.run("show", "p-1").output.contains("Part  p-1"))
    let json = try program.run("show", "p-1", "--lang", "sv", "--format", "json").output
    #expect(json == (try program.run("show", "p-1", "--format", "json").output))
  }

  @Test func savedQueriesTakeParameters() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try program.run("load", "small")
    let all = try program.run("query", "all", "--format", "jsonl")
    #expect(all.output == "{\"name\":\"Rör\"}\n{\"name\":\"Ångpanna\"}\n")
    #expect(all.errors.contains("no rows"))
    #expect(try program.run("query", "all", "--parameter", "least=2", "--format", "csv").output == "name\nRör\n")
    #expect(try program.run("query", "all", "--parameter", "last=2").errors.contains("did you mean 'least'?"))
    #expect(try program.run("queries").output.contains("All parts"))
    #expect(try program.run("query", "--file", "-", input: "RETURN 7 AS x").output.contains("7"))
  }

  @Test func sessionsAnswerInOrder() throws {
    let program = try Program()
    defer { program.remove() }
    let lines = (1...50).map { "{\"op\":\"run\",\"query\":\"RETURN \($0) AS x\",\"seq\":\($0)}" }
    let outcome = try program.run(
      "session", "--db", ":memory:", input: "\n" + lines.joined(separator: "\r\n") + "\nnonsense")
    #expect(outcome.status == 0)
    let answers = outcome.output.split(separator: "\n")
    #expect(answers.count == 51)
    #expect(answers[49].hasSuffix("\"seq\":50}"))
    #expect(answers[50].contains("InvalidJSON"))
  }

  @Test func everyCommandHasAnExample() throws {
    let program = try Program()
    defer { program.remove() }
    for command in [
      "load", "save", "query", "queries", "diagrams", "schema", "info", "find", "show", "diagram", "session", "shell",
    ] {
      #expect(try program.run(command, "--help").output.contains("EXAMPLE"), "\(command)")
    }
    #expect(try program.run("impact", "retire", "--help").output.contains("EXAMPLE"))
    #expect(try program.run("--generate-completion-script", "bash").output.contains("styrgraf"))
  }
}

@Suite(.enabled(if: Program.isBuilt)) struct DiagramCommandTests {
  private static let definition = """
    title: Parts
    queries: "MATCH (p:Part) RETURN p"

    """

  private func program(_ files: [String: String]) throws -> Program {
    let program = try Program()
    for (name, text) in files { try program.write(text, to: name) }
    return program
  }

  @Test func aCheckTellsAllMistakesAndDrawsNothing() throws {
    let program = try program([
      "diagrams/parts.yaml": Self.definition,
      "diagrams/bad.yaml": "title: Bad\nqueries: |\n  MATCH (p:Part)\n  RETUN p\nengin: dot\n",
    ])
    defer { program.remove() }
    let all = try program.run("diagrams", "--check")
    #expect(all.status == 2)
    #expect(!program.exists("styrgraf.db"))
    #expect(all.errors.contains("diagrams/bad.yaml:4:3: error: expected a clause, found 'RETUN' [unexpected-token]"))
    #expect(all.errors.contains("diagrams/bad.yaml:5:1: error: a diagram has no 'engin' [unknown-word]"))
    #expect(all.output.contains("bad    2 mistakes") && all.output.contains("parts  right"))
    let one = try program.run("diagrams", "--check", "parts", "--lang", "sv")
    #expect(one.status == 0 && one.errors.isEmpty && one.output.contains("parts  rätt"))
    let json = try program.run("diagrams", "--check", "bad", "--format", "json")
    #expect(json.status == 2)
    #expect(
      json.output.hasPrefix(#"{"diagrams":[{"name":"bad","right":false,"diagnostics":[{"id":"unexpected-token","#))
    #expect(try program.run("diagrams", "--check", "nobody").status == 2)
    #expect(try program.run("diagrams", "parts").status == 2)
    #expect(try program.run("diagrams", "--schema").output.contains("\"title\": \"Styrgraf diagram\""))
  }

  @Test func aGalleryWithoutDatabaseSaysSoOnce() throws {
    let program = try program(["diagrams/a.yaml": Self.definition, "diagrams/b.yaml": Self.definition])
    defer { program.remove() }
    let drawn = try program.run("diagram", "all", "-o", "out")
    #expect(drawn.status == 3)
    #expect(drawn.errors.matches(of: /error: there is no database/).count == 1, "\(drawn.errors)")
    #expect(!program.exists("out"))
  }

  @Test func theTextAlternativeSendsNothingToATerminal() throws {
    let program = try program([
      "diagrams/parts.yaml":
        "title: \"Parts \\e[31m $word\"\nparameters: {word: {default: x}}\nqueries: MATCH (p:Part) RETURN p\n"
    ])
    defer { program.remove() }
    #expect(try program.run("load", "small").status == 0)
    let name = "\u{1B}[31mred\u{1B}]0;title\u{7}\u{9B}5m\u{202E}<b>"
    let made = try program.run(
      "query", "CREATE (:Part {key: 'p-9', name: '\(name)'})", "--write", "--reason", "test")
    #expect(made.status == 0)
    let table = try program.run("diagram", "parts", "--format", "table", "--parameter", "word=\(name)")
    #expect(table.status == 0)
    #expect(table.output.contains("␛[31mred␛]0;title␇"))
    let controls = table.output.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
    #expect(controls.isEmpty && !table.output.unicodeScalars.contains("\u{202E}"))
  }
}
