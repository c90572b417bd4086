public import Diagnostics
import GraphModel

/// What a line that begins with `:` asks of the shell itself.
public enum ShellDirective: Hashable, Sendable {
  case help, quit, queries, parameters, history
  case schema(name: String?)
  case run(name: String, parameters: [String])
  case setParameter(name: String, text: String)
  case format(ShellFormat?)
  case explain(String)
  case write(Bool?)
  /// `nil` asks what it is; empty lifts it.
  case validOn(String?)
  /// The limits to be changed, by their words; none: asks what they are.
  case limits([String: String])

  /// Their words, as they are typed and completed.
  public static let words = [
    "explain", "format", "help", "history", "limits", "param", "params", "queries", "quit", "run", "schema", "valid-on",
    "write",
  ]

  /// Reads a line that begins with `:`.
  /// - Throws: a `Diagnostic` for what is none.
  public init(_ line: String) throws(Diagnostic) {
    let body = line.dropFirst()
    let word = String(body.prefix { !$0.isWhitespace })
    let rest = Self.trimmed(body.dropFirst(word.count))
    switch word.lowercased() {
    case "help", "h", "?": self = .help
    case "quit", "q", "exit": self = .quit
    case "queries": self = .queries
    case "params": self = .parameters
    case "history": self = .history
    case "schema": self = .schema(name: rest.isEmpty ? nil : rest)
    case "run":
      let words = try Self.words(of: rest)
      guard let name = words.first else { throw Self.wrong("say which: :run NAME [name=value…]") }
      self = .run(name: name, parameters: Array(words.dropFirst()))
    case "param":
      guard let equals = rest.firstIndex(of: "=") else { throw Self.wrong("write :param name = value") }
      var name = Self.trimmed(rest[..<equals])
      if name.hasPrefix("$") { name.removeFirst() }
      guard !name.isEmpty else { throw Self.wrong("write :param name = value") }
      self = .setParameter(name: name, text: Self.trimmed(rest[rest.index(after: equals)...]))
    case "format":
      if rest.isEmpty {
        self = .format(nil)
      } else if let format = ShellFormat(rawValue: rest.lowercased()) {
        self = .format(format)
      } else {
        throw Self.wrong("there is no format '\(rest)'", hint: "table, json, jsonl or csv")
      }
    case "explain": self = .explain(rest)
    case "write":
      switch rest.lowercased() {
      case "": self = .write(nil)
      case "on": self = .write(true)
      case "off": self = .write(false)
      default: throw Self.wrong("write ':write on' or ':write off'")
      }
    case "valid-on": self = .validOn(rest.isEmpty ? nil : rest == "off" ? "" : rest)
    case "limits":
      var limits: [String: String] = [:]
      for word in try Self.words(of: rest) {
        guard let equals = word.firstIndex(of: "=") else {
          throw Self.wrong("write :limits timeout=30 rows=1000000 memory=1GB", hint: "0 lifts a limit")
        }
        limits[String(word[..<equals])] = String(word[word.index(after: equals)...])
      }
      self = .limits(limits)
    default:
      throw Diagnostic(
        id: "unknown-directive", message: "there is no ':\(word)'",
        hint: NameSuggestion.hint(for: word.lowercased(), among: Self.words) ?? "':help' lists what there is")
    }
  }

  /// Words between blanks; quotes hold a word together, also within it: `name='two words'`.
  private static func words(of text: String) throws(Diagnostic) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        word.append(character)
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
        word.append(character)
      } else if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if quote != nil { throw wrong("a quote is not closed") }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text.drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  private static func wrong(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(id: "bad-directive", message: message, hint: hint)
  }
}

/// How a shell prints results.
public enum ShellFormat: String, CaseIterable, Hashable, Sendable {
  case table, json, jsonl, csv

  /// `nil` for the table, which is for people.
  public var encoding: ResultEncoding? {
    switch self {
    case .table: nil
    case .json: .json
    case .jsonl: .jsonLines
    case .csv: .csv
    }
  }
}
