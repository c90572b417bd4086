public import GraphModel

/// An answer about impact that is a list: rows with codes, and what it says in words.
public struct ImpactListing: Sendable {
  /// What the rows are called in JSON.
  public let name: String
  /// What JSON says before the rows.
  public let facts: [(name: String, value: Value)]
  /// Columns and codes are the same in every language.
  public let table: ResultTable
  /// One sentence.
  public let summary: Caption
  /// What else should be known; one sentence each.
  public let notes: [Caption]

  init(
    _ name: String, facts: [(name: String, value: Value)] = [], columns: [String], rows: [[Value]], summary: Caption,
    notes: [Caption] = []
  ) {
    self.name = name
    self.facts = facts
    table = ResultTable(columns: columns, rows: rows)
    self.summary = summary
    self.notes = notes
  }

  /// One object: the facts, the rows as objects, and the words in the language asked for.
  public func json(in language: CaptionLanguage) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      for fact in facts {
        writer.key(fact.name)
        Self.write(fact.value, to: &writer)
      }
      writer.key(name)
      writer.array(table.rows) { writer, row in
        writer.object { writer in
          for (column, value) in zip(table.columns, row) {
            writer.key(column)
            Self.write(value, to: &writer)
          }
        }
      }
      writer.key("text")
      writer.string(summary.text(in: language) ?? "")
      if !notes.isEmpty {
        writer.key("notes")
        writer.array(notes) { $0.string($1.text(in: language) ?? "") }
      }
    }
    return writer.takeBytes()
  }

  private static func write(_ value: Value, to writer: inout JSONWriter) {
    switch value {
    case .integer(let number): writer.integer(number)
    case .boolean(let flag): writer.boolean(flag)
    case .string(let text): writer.string(text)
    case .list(let items): writer.array(items) { write($1, to: &$0) }
    default: writer.null()
    }
  }
}

extension ImpactListing {
  static func caption(_ english: String, _ swedish: String) -> Caption {
    Caption([CaptionLanguage.english.rawValue: english, CaptionLanguage.swedish.rawValue: swedish])
  }
}
