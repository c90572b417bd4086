import Diagnostics
import GraphModel

/// Reads one table row by row into properties as they are stored, and reports each cell that is no value.
struct TableReader: ~Copyable {
  private(set) var reader: CSVReader
  let columns: TableColumns
  /// What the rows belong to.
  let table: RowTable
  /// The row at hand, as far as it could be read.
  private(set) var row = EncodedRow()
  /// Whether all of it was understood; if not, its properties are not there.
  private(set) var isSound = false
  /// Which of the keys could be read.
  private(set) var hasFirst = false
  private(set) var hasSecond = false

  private let encoder: RowEncoder
  private let endNames: [String]
  private let owner: String
  private var unnormalized = 0
  private var firstUnnormalized: (place: DiagnosticPlace, column: String)?

  /// - Parameters:
  ///   - ends: `key`, or `from` and `to`.
  ///   - name: of the kind or type; empty where the file is named after none.
  ///   - owner: the kind or type, for messages.
  init(reader: consuming CSVReader, columns: TableColumns, ends: [String], name: String, owner: String) {
    table = RowTable(file: reader.name, owner: name, columns: columns.properties.map(\.definition.name))
    self.reader = reader
    self.columns = columns
    endNames = ends
    self.owner = owner
    encoder = RowEncoder(columns.properties)
    row.values = columns.properties.map { _ in 0..<0 }
  }

  /// Goes on to the next row; `false` after the last.
  mutating func next(reporting diagnostics: inout DiagnosticCollector) throws(FileError) -> Bool {
    guard try reader.next(reporting: &diagnostics) else {
      reportNormalization(to: &diagnostics)
      return false
    }
    row.line = reader.line
    row.firstColumn = endColumn(0)
    if endNames.count > 1 { row.secondColumn = endColumn(1) }
    isSound = true
    if columns.isSound, reader.isPlain, readPlainEnds(), encoder.encode(reader, into: &row) { return true }
    readValues(reporting: &diagnostics)
    return true
  }

  /// Reads the keys if their bytes are their texts.
  private mutating func readPlainEnds() -> Bool {
    for position in endNames.indices {
      guard let column = columns.ends[position] else { return false }
      let cell = reader.cell(column)
      if cell.start == cell.end || cell.flags.contains(.doubledQuotes) { return false }
      unsafe reader.withBytes(of: cell) { bytes in
        if position == 0 {
          row.first.removeAll(keepingCapacity: true)
          unsafe row.first.append(contentsOf: bytes)
        } else {
          row.second.removeAll(keepingCapacity: true)
          unsafe row.second.append(contentsOf: bytes)
        }
      }
    }
    hasFirst = true
    hasSecond = true
    return true
  }

  /// Reads a row cell by cell, in the order of the file, with a report for each mistake.
  private mutating func readValues(reporting diagnostics: inout DiagnosticCollector) {
    isSound = columns.isSound && !reader.isDamaged
    let first = end(0, reporting: &diagnostics)
    row.first = first.map { Array($0.utf8) } ?? []
    hasFirst = first != nil
    if endNames.count > 1 {
      let second = end(1, reporting: &diagnostics)
      row.second = second.map { Array($0.utf8) } ?? []
      hasSecond = second != nil
    }
    // Where quotes or the number of cells are wrong, what a cell says is not to be blamed.
    if reader.isMisshapen { return }
    var values: [Value] = []
    values.reserveCapacity(columns.properties.count)
    for property in columns.properties { values.append(value(property, reporting: &diagnostics)) }
    if isSound { encoder.encode(values, into: &row) }
  }

  func endColumn(_ position: Int) -> Int {
    guard let column = columns.ends[position], column < reader.cellCount else { return 1 }
    return reader.column(ofCell: column)
  }

  private mutating func end(_ position: Int, reporting diagnostics: inout DiagnosticCollector) -> String? {
    guard let column = columns.ends[position], column < reader.cellCount else { return nil }
    let cell = reader.cell(column)
    if cell.flags.contains(.damaged) { return nil }
    if cell.start == cell.end {
      isSound = false
      if !reader.isMisshapen {
        diagnostics.add(
          Diagnostic(
            id: "empty-key", message: "'\(endNames[position])' is empty, and every row has one",
            place: reader.place(ofCell: column), notes: reader.notes(onCell: column)))
      }
      return nil
    }
    checkNormalization(column)
    return reader.text(column)
  }

  /// Null for an empty cell, and after a report.
  private mutating func value(
    _ property: TableColumns.Property, reporting diagnostics: inout DiagnosticCollector
  ) -> Value {
    let cell = reader.cell(property.column)
    let definition = property.definition
    if cell.flags.contains(.damaged) { return .null }
    if cell.isAbsent {
      if definition.isRequired {
        report(
          "missing-required", "'\(definition.name)' is required in \(owner), and the cell is empty", hint: nil,
          at: property.column, to: &diagnostics)
      }
      return .null
    }
    checkNormalization(property.column)
    let text = reader.text(property.column)
    do throws(CellMistake) {
      let value = try CellReader.value(of: text, as: definition.type)
      if let allowed = definition.allowedValues, let refused = firstRefused(value, allowed: allowed) {
        let shown = AllowedValues.text(refused)
        report(
          "value-not-allowed", "'\(shown.shortened)' is not among the values of '\(definition.name)' in \(owner)",
          hint: AllowedValues.hint(for: shown, among: allowed), at: property.column, to: &diagnostics)
        return .null
      }
      return value
    } catch {
      report(
        "wrong-type", "\(error.message), as '\(definition.name)' in \(owner) requires", hint: error.hint,
        at: property.column, to: &diagnostics)
      return .null
    }
  }

  private func firstRefused(_ value: Value, allowed: [Value]) -> Value? {
    if case .list(let items) = value { return items.first { !allowed.contains($0) } }
    // Not `? nil : value`: that would be a null value.
    if allowed.contains(value) { return nil }
    return value
  }

  private mutating func report(
    _ id: String, _ message: String, hint: String?, at column: Int, to diagnostics: inout DiagnosticCollector
  ) {
    isSound = false
    diagnostics.add(
      Diagnostic(
        id: id, message: message, place: reader.place(ofCell: column), hint: hint, notes: reader.notes(onCell: column)))
  }

  private mutating func checkNormalization(_ column: Int) {
    guard reader.mayNeedNormalisation(column), !NormalizationCheck.isNormalized(reader.text(column)) else { return }
    unnormalized += 1
    if firstUnnormalized == nil { firstUnnormalized = (reader.place(ofCell: column), reader.columnName(column)) }
  }

  /// One warning for the whole file.
  private func reportNormalization(to diagnostics: inout DiagnosticCollector) {
    guard let firstUnnormalized else { return }
    diagnostics.add(
      Diagnostic(
        id: "not-normalized", severity: .warning,
        message: "\(unnormalized) \(unnormalized == 1 ? "cell is" : "cells are") not in Unicode's normal form C, "
          + "the first in column \(firstUnnormalized.column)",
        place: firstUnnormalized.place, hint: "text that looks equal is not equal to it; save the file in NFC"))
  }
}
