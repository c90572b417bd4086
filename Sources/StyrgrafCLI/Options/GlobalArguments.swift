/// What is done with the arguments before they are parsed.
enum GlobalArguments {
  private static let withValue: Set<String> = ["--db", "--workspace", "--lang", "--valid-on", "--format"]
  private static let withoutValue: Set<String> = ["--no-color"]

  /// Options that every command knows may also stand before the command's name; they are moved behind it.
  static func moved(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first, first.hasPrefix("--"), first != "--" {
      let name = String(first.prefix { $0 != "=" })
      if withoutValue.contains(name) || withValue.contains(name) && first.contains("=") {
        leading.append(rest.removeFirst())
      } else if withValue.contains(name), rest.count >= 2 {
        leading += [rest.removeFirst(), rest.removeFirst()]
      } else {
        return arguments
      }
    }
    guard !leading.isEmpty, let command = rest.first else { return arguments }
    let isPair =
      command == "impact" && !(rest.dropFirst().first?.hasPrefix("-") ?? true)
      || rest.prefix(2).elementsEqual(["query", "check"])
    let names = isPair ? 2 : 1
    return rest.prefix(names) + leading + rest.dropFirst(names)
  }

  /// `query check` as one word: a command with a text of its own takes no command behind it.
  static func joined(_ arguments: [String]) -> [String] {
    let start = arguments.first == "help" ? 1 : 0
    guard arguments.count > start + 1, arguments[start] == "query", arguments[start + 1] == "check" else {
      return arguments
    }
    return arguments[..<start] + ["query-check"] + arguments[(start + 2)...]
  }

  /// The command's name, if it is a word that no command has.
  static func unknownCommand(_ arguments: [String], among names: [String]) -> String? {
    guard let first = arguments.first, !first.hasPrefix("-"), first != "help", !names.contains(first) else {
      return nil
    }
    return first
  }

  /// Whether the answer, and so a mistake too, is wanted as JSON.
  static func asksForJSON(_ arguments: [String]) -> Bool {
    var format: Substring?
    for (position, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--format", position + 1 < arguments.count { format = arguments[position + 1][...] }
      if argument.hasPrefix("--format=") { format = argument.dropFirst("--format=".count) }
    }
    return format == "json" || format == "jsonl"
  }
}
