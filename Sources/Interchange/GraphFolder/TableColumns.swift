import Diagnostics
import GraphModel

/// What the columns of one table mean.
struct TableColumns {
  struct Property {
    var column: Int
    var definition: PropertyDefinition
  }

  /// The columns of the key, or of the two ends; `nil` for one that is missing.
  var ends: [Int?]
  var properties: [Property] = []
  /// Whether every column is known; if not, rows say less than they seem to.
  var isSound = true
  /// Whether the columns of the ends bear their names, and are not only thought to be them.
  var areEndsCertain = true

  /// - Parameters:
  ///   - ends: `key`, or `from` and `to`.
  ///   - declared: the properties of the kind or type; `nil` where it is not known.
  ///   - owner: the kind or type, for messages.
  ///   - isOpen: the schema may lack properties, so that an unknown column is not reported.
  init(
    of reader: borrowing CSVReader, ends names: [String], declared: [PropertyDefinition]?, owner: String, isOpen: Bool,
    reporting diagnostics: inout DiagnosticCollector
  ) {
    let header = reader.header
    ends = names.map { name in header.firstIndex { $0.isIdenticalText(to: name) } }
    var isTaken = [Bool](repeating: false, count: header.count)
    for end in ends { if let end { isTaken[end] = true } }
    var definitions: [TextKey: PropertyDefinition] = [:]
    for definition in declared ?? [] { definitions[TextKey(definition.name)] = definition }
    var used: Set<TextKey> = []
    for (column, name) in header.enumerated() where !isTaken[column] {
      guard let definition = definitions[TextKey(name)] else { continue }
      isTaken[column] = true
      // A column given twice has been reported with the header.
      if used.insert(TextKey(name)).inserted { properties.append(Property(column: column, definition: definition)) }
    }
    for (position, name) in names.enumerated() where ends[position] == nil {
      reportMissingEnd(name, position: position, of: reader, isTaken: &isTaken, reporting: &diagnostics)
    }
    guard let declared, !isOpen else {
      isSound = isSound && declared != nil
      return
    }
    for (column, name) in header.enumerated() where !isTaken[column] && !name.isEmpty {
      if header[..<column].contains(where: { $0.isIdenticalText(to: name) }) { continue }
      isSound = false
      diagnostics.add(
        Diagnostic(
          id: "unknown-column", message: "\(owner) has no property '\(name.shortened)'",
          place: reader.place(ofCell: column),
          hint: NameSuggestion.hint(for: name, among: names + declared.map(\.name))))
    }
    if header.contains(where: \.isEmpty) || Set(header.map { TextKey($0) }).count < header.count { isSound = false }
  }

  /// One report for a missing column and for the one that stands in its stead.
  private mutating func reportMissingEnd(
    _ name: String, position: Int, of reader: borrowing CSVReader, isTaken: inout [Bool],
    reporting diagnostics: inout DiagnosticCollector
  ) {
    isSound = false
    let free = reader.header.indices.filter { !isTaken[$0] && !reader.header[$0].isEmpty }
    let near = NameSuggestion.nearest(to: name, among: free.map { reader.header[$0] })
    let inItsStead =
      near.flatMap { near in free.first { reader.header[$0] == near } } ?? (free.contains(position) ? position : nil)
    let message = "the file has no column '\(name)'"
    guard let inItsStead else {
      diagnostics.add(
        Diagnostic(
          id: "missing-column", message: message,
          place: DiagnosticPlace(source: reader.name, line: reader.line, column: 1),
          hint: "add it to the header"))
      return
    }
    areEndsCertain = false
    isTaken[inItsStead] = true
    ends[position] = inItsStead
    diagnostics.add(
      Diagnostic(
        id: "missing-column", message: message, place: reader.place(ofCell: inItsStead),
        hint: "is '\(reader.header[inItsStead].shortened)' meant to be '\(name)'?"))
  }
}
