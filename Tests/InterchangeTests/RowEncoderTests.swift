import Diagnostics
import GraphModel
import SeededRandom
import Testing

@testable import Interchange

/// Cells whose bytes are taken as they are, beside the slow way over values.
@Suite struct RowEncoderTests {
  private static let types: [PropertyType] = [
    .string, .url, .edtf, .integer, .date, .boolean, .float, .datetime, .list(of: .string), .list(of: .integer),
  ]

  private static let cells = [
    "", "a", "å", "a b", " a", "a\\b", "a\tb", "a\"\"b", "0", "-0", "00", "-1", "+1", "1", "17", "007", "1.5", "-",
    "1e3",
    "999999999999999999", "9999999999999999999", "-999999999999999999", "true", "TRUE", "false", "ja", "2024",
    "2024-02", "2024-13", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "0000-01-01", "2024-00-01",
    "2024-01-00", "2024-12-31", "2024-12-32", "2024-21", "2024-23", "2022-08-23?", "2024-1-1", "20240101",
    "2024-01-01T10:00", "http://x/y", "http://x/å", "x\u{7F}", "a|b", "1|2", "\u{2014}", "A\u{30A}", "NaN", "-Infinity",
  ]

  private struct Outcome: Equatable {
    var properties: String?
    var diagnostics: [String]
  }

  /// The cells of one row, as the table reader has them.
  private func read(_ cells: [String], as definitions: [PropertyDefinition], isQuoted: Bool) throws -> Outcome {
    let names = ["key"] + definitions.map(\.name)
    let row = ["k"] + cells.map { isQuoted ? "\"\($0)\"" : $0 }
    let text = names.joined(separator: ";") + "\n" + row.joined(separator: ";") + "\n"
    var diagnostics = DiagnosticCollector()
    var reader = CSVReader(name: "t.csv", source: MemoryByteSource(Array(text.utf8)))
    guard try reader.readHeader(reporting: &diagnostics) else { return Outcome(diagnostics: []) }
    let columns = TableColumns(
      of: reader, ends: ["key"], declared: definitions, owner: "kind 'K'", isOpen: false, reporting: &diagnostics)
    var table = TableReader(reader: reader, columns: columns, ends: ["key"], name: "K", owner: "kind 'K'")
    guard try table.next(reporting: &diagnostics) else { return Outcome(diagnostics: []) }
    let properties = table.isSound ? String(decoding: table.row.properties, as: UTF8.self) : nil
    if table.isSound {
      // Where the values stand is what they are.
      let assignments = try table.row.assignments(of: table.table).filter { !$0.value.isNull }
      var whole: [String: Value] = [:]
      try TaggedJSON.parseMembers(of: table.row.properties.span) { whole[$0] = $1 }
      #expect(Dictionary(uniqueKeysWithValues: assignments.map { ($0.name, $0.value) }) == whole)
    }
    return Outcome(
      properties: properties, diagnostics: summary(diagnostics.diagnostics).filter { !$0.contains("not-norm") })
  }

  /// What the row should be, by way of values alone.
  private func wanted(_ cells: [String], as definitions: [PropertyDefinition], isQuoted: Bool) -> String? {
    var properties: [(String, Value)] = []
    for (cell, definition) in zip(cells, definitions) {
      let text =
        isQuoted ? cell.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") : cell
      if text.isEmpty, !isQuoted {
        if definition.isRequired { return nil }
        continue
      }
      guard let value = try? CellReader.value(of: text, as: definition.type) else { return nil }
      if let allowed = definition.allowedValues {
        if case .list(let items) = value {
          if !items.allSatisfy(allowed.contains) { return nil }
        } else if !allowed.contains(value) {
          return nil
        }
      }
      properties.append((definition.name, value))
    }
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    for (position, property) in properties.sorted(by: { $0.0.precedesByCodePoints($1.0) }).enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      TaggedJSON.appendKey(property.0, to: &bytes)
      TaggedJSON.append(property.1, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [false, true])
  func everyCellOfEveryTypeIsItsValue(isQuoted: Bool) throws {
    for type in Self.types {
      for cell in Self.cells where isQuoted || !cell.contains("\"") {
        for (isRequired, allowed) in [(false, nil), (true, nil), (false, [Value]?(["a", 17, true]))] {
          let definition = PropertyDefinition(
            name: "p", type: type, isRequired: isRequired, allowedValues: allowed)
          let found = try read([cell], as: [definition], isQuoted: isQuoted)
          let wanted = wanted([cell], as: [definition], isQuoted: isQuoted)
          #expect(found.properties == wanted, "\(cell) as \(type), quoted \(isQuoted)")
          #expect(found.diagnostics.isEmpty == (wanted != nil), "\(cell) as \(type), quoted \(isQuoted)")
        }
      }
    }
  }

  @Test func rowsOfSeveralColumns() throws {
    var random = SplitMix64(seed: 11)
    func pick<T>(_ list: [T]) -> T { list[Int(random.next() % UInt64(list.count))] }
    for _ in 0..<600 {
      let definitions = ["b", "a", "ö", "c"].prefix(Int(random.next() % 4) + 1).map { name in
        PropertyDefinition(name: name, type: pick(Self.types), isRequired: random.next() % 4 == 0)
      }
      let cells = definitions.map { _ in pick(Self.cells.filter { !$0.contains("\"") }) }
      let found = try read(cells, as: definitions, isQuoted: false)
      #expect(found.properties == wanted(cells, as: definitions, isQuoted: false), "\(cells) as \(definitions)")
    }
  }
}
