import Diagnostics
import GraphModel

/// Reads one table row by row into typed values, and reports each cell that is none.
struct TableReader: ~Copyable {
  /// A row as far as it could be read.
  struct Row {
    /// The texts of the key, or of the two ends; `nil` where it could not be read.
    var ends: [String?] = []
    var properties: [PropertyAssignment] = []
    /// Whether all of it was understood.
    var isSound = true
  }

  private(set) var reader: CSVReader
  let columns: TableColumns
  private let endNames: [String]
  private let owner: String
  private var unnormalized = 0
  private var firstUnnormalized: (place: DiagnosticPlace, column: String)?
  private(set) var row = Row()

  init(reader: consuming CSVReader, columns: TableColumns, ends: [String], owner: String) {
    self.reader = reader
    self.columns = columns
    endNames = ends
    self.owner = owner
  }

  /// Goes on to the next row; `false` after the last.
  mutating func next(reporting diagnostics: inout DiagnosticCollector) throws(FileError) -> Bool {
    guard try reader.next(reporting: &diagnostics) else {
      reportNormalization(to: &diagnostics)
      return false
    }
    row.ends.removeAll(keepingCapacity: true)
    row.properties.removeAll(keepingCapacity: true)
    row.isSound = columns.isSound && !reader.isDamaged
    for position in endNames.indices { row.ends.append(end(position, reporting: &diagnostics)) }
    // Where quotes or the number of cells are wrong, what a cell says is not to be blamed.
    if !reader.isMisshapen {
      row.properties.reserveCapacity(columns.properties.count)
      for property in columns.properties { read(property, reporting: &diagnostics) }
    }
    return true
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
      row.isSound = false
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

  private mutating func read(_ property: TableColumns.Property, reporting diagnostics: inout DiagnosticCollector) {
    let cell = reader.cell(property.column)
    let definition = property.definition
    if cell.flags.contains(.damaged) { return }
    if cell.isAbsent {
      row.properties.append(PropertyAssignment(name: definition.name, value: .null))
      if definition.isRequired {
        report(
          "missing-required", "'\(definition.name)' is required in \(owner), and the cell is empty", hint: nil,
          at: property.column, to: &diagnostics)
      }
      return
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
        return
      }
      row.properties.append(PropertyAssignment(name: definition.name, value: value))
    } catch {
      report(
        "wrong-type", "\(error.message), as '\(definition.name)' in \(owner) requires", hint: error.hint,
        at: property.column, to: &diagnostics)
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
    row.isSound = false
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
