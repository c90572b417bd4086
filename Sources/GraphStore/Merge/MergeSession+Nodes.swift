import Diagnostics
public import GraphModel

extension MergeSession {
  /// Merges a node: it is found by its key, or made.
  /// - Throws: `StoreError`. What is wrong with the record is gathered instead.
  public func add(_ record: NodeRecord) throws {
    if record.key.isEmpty {
      error("empty-key", "a node needs a key", record.place)
      return
    }
    guard let plan = kindPlan(record.kind) else {
      error(
        "unknown-kind", "the schema has no kind '\(record.kind)'", record.place,
        hint: NameSuggestion.hint(for: record.kind, among: schema.kinds.map(\.name)))
      return
    }
    let columns = recordPlan(plan, record)
    check(record.properties, columns, plan.rules, { "\(record.kind) '\(record.key)'" }, record.place)
    var row = EncodedRow()
    row.first = Array(record.key.utf8)
    row.line = record.place.line
    row.firstColumn = record.keyColumn
    columns.encode(record.properties, into: &row)
    try merge(node: row, plan, columns, file: fileNumber(record.place.file))
  }

  /// Merges a node whose cells have been read by the schema of the load, and whose kind that schema has.
  /// - Throws: `StoreError`. What is wrong with the row is gathered instead.
  public func addNode(_ row: borrowing EncodedRow, of table: RowTable) throws {
    if tablePlan?.table !== table {
      guard let plan = kindPlan(table.owner) else { return }
      let columns = RecordPlan(columns: table.columns, rules: plan.rules)
      reportUndeclared(columns, plan.rules, RecordPlace(file: table.file, line: row.line))
      tablePlan = TablePlan(table: table, owner: .kind(plan), columns: columns, file: fileNumber(table.file))
    }
    guard let tablePlan, case .kind(let plan) = tablePlan.owner else { return }
    try merge(node: row, plan, tablePlan.columns, file: tablePlan.file)
  }

  private func merge(
    node row: borrowing EncodedRow, _ plan: KindPlan, _ columns: RecordPlan, file: UInt32
  ) throws {
    plan.isLoaded = true
    let place = PackedPlace(file: file, line: UInt32(clamping: row.line))
    let (number, isNew) = nodes.intern(row.first.span)
    if isNew {
      nodes.entries.append(MergedNodes.Entry(id: ids.nextNode(), labelSet: plan.labelSet, place: place))
      if !columns.missingRequired.isEmpty {
        let title = title(row, plan)
        reportMissing(columns, [], plan.rules, { title }, place)
      }
      plan.count.added += 1
      if collector.hasErrors { return }
      try writer.insertNode(
        id: nodes.entries[number].id, labelSet: plan.labelSet, key: row.first, properties: row.properties)
      return
    }
    let key = row.first
    guard canTake(number, { String(decoding: key, as: UTF8.self) }, plan, place, column: row.firstColumn) else {
      return
    }
    nodes.entries[number].place = place
    try mergeStored(row, plan, columns, nodes.entries[number], place)
  }

  private func title(_ row: borrowing EncodedRow, _ plan: KindPlan) -> String {
    "\(plan.kind.name) '\(String(decoding: row.first, as: UTF8.self))'"
  }

  /// Whether a known key may stand in this row; a report if not.
  private func canTake(
    _ number: Int, _ key: () -> String, _ plan: KindPlan, _ place: PackedPlace, column: Int
  ) -> Bool {
    let entry = nodes.entries[number]
    if !entry.place.isNone {
      error(
        "duplicate-key", "the key '\(key())' is already given at \(placeText(entry.place))", self.place(place),
        column: column)
      return false
    }
    if entry.labelSet != plan.labelSet {
      error(
        "kind-conflict",
        "'\(key())' is a \(kindName(entry.labelSet)) in the database; a node's kind cannot change by loading",
        self.place(place), column: column)
      return false
    }
    return true
  }

  /// Says that the load has a node whose row has a mistake, so that relationships to it are not reported as well.
  /// - Parameter keyColumn: the column of the key; `nil` where the row's form is wrong, so that the key may be another
  ///   cell's text and is not held against those of other rows.
  public func noteFaultyNode(key: String, kind: String, place: RecordPlace, keyColumn: Int?) {
    guard !key.isEmpty, let plan = kindPlan(kind) else { return }
    let (number, isNew) = nodes.intern(key.utf8.span)
    let packed = packed(place)
    if isNew {
      nodes.entries.append(MergedNodes.Entry(id: 0, labelSet: plan.labelSet))
    } else if let keyColumn, !canTake(number, { key }, plan, packed, column: keyColumn) {
      return
    }
    if nodes.entries[number].place.isNone { nodes.entries[number].place = packed }
  }

  private func mergeStored(
    _ row: borrowing EncodedRow, _ plan: KindPlan, _ columns: RecordPlan, _ entry: MergedNodes.Entry,
    _ place: PackedPlace
  ) throws {
    let title = { [plan, first = row.first] in "\(plan.kind.name) '\(String(decoding: first, as: UTF8.self))'" }
    if PropertyText.fingerprint(row.properties) == entry.fingerprint {
      reportMissing(columns, [], plan.rules, title, place)
      plan.count.unchanged += 1
      return
    }
    let merged = try merged(row, columns, table: "node", id: entry.id)
    reportMissing(columns, merged, plan.rules, title, place)
    if PropertyText.fingerprint(properties) == entry.fingerprint {
      plan.count.unchanged += 1
      return
    }
    plan.count.changed += 1
    if collector.hasErrors { return }
    try writer.updateNode(id: entry.id, labelSet: entry.labelSet, properties: properties)
  }

  /// Lays a row over what is stored. As the ledger stores it, it stands in `properties` afterwards.
  func merged(
    _ row: borrowing EncodedRow, _ columns: RecordPlan, table: String, id: Int64
  ) throws(StoreError) -> [(name: String, value: Value)] {
    let merged = columns.merged(
      try storedProperties(of: table, id: id),
      with: try PropertyText.read(row.properties.span, fileName: connection.fileName))
    properties.removeAll(keepingCapacity: true)
    PropertyText.append(merged, to: &properties)
    return merged
  }

  private func recordPlan(_ plan: KindPlan, _ record: NodeRecord) -> RecordPlan {
    if let known = plan.recordPlans.last(where: { $0.fits(record.properties) }) { return known }
    let new = RecordPlan(columns: record.properties.map(\.name), rules: plan.rules)
    plan.recordPlans.append(new)
    reportUndeclared(new, plan.rules, record.place)
    return new
  }

  // MARK: Checks shared with relationships

  /// Checks the values of a row against their columns.
  func check(
    _ assignments: [PropertyAssignment], _ plan: RecordPlan, _ rules: PropertyRules, _ element: () -> String,
    _ place: RecordPlace
  ) {
    for column in plan.columns.indices {
      let value = assignments[column].value
      guard let definition = plan.columns[column].definition else {
        if !TaggedJSON.canHold(value) { report(.undeclared(name: plan.columns[column].name), rules, element, place) }
        continue
      }
      if value.isNull {
        if definition.isRequired { report(.missing(name: definition.name), rules, element, place) }
      } else if let violation = definition.violation(of: value) {
        report(.violation(name: definition.name, value: value, violation), rules, element, place)
      }
    }
  }

  /// Reports columns that are not declared, or that come twice: once for all rows with these columns.
  func reportUndeclared(_ plan: RecordPlan, _ rules: PropertyRules, _ place: RecordPlace) {
    var seen: Set<TextKey> = []
    for column in plan.columns {
      if !seen.insert(TextKey(column.name)).inserted {
        error("duplicate-column", "the property '\(column.name)' is given twice", place)
      }
      if column.name.isIdenticalText(to: "key"), rules.isOfNodes {
        error("reserved-property", "'key' is the node's key and cannot be a property of its own", place)
      } else if column.definition == nil {
        report(.undeclared(name: column.name), rules, { "first met here" }, place)
      }
    }
  }

  /// Reports required properties that neither the row has a column for nor the ledger a value: once for each file.
  func reportMissing(
    _ plan: RecordPlan, _ merged: [(name: String, value: Value)], _ rules: PropertyRules, _ element: () -> String,
    _ packed: PackedPlace
  ) {
    if plan.missingRequired.isEmpty { return }
    let place = place(packed)
    for name in plan.missingRequired where !merged.contains(where: { $0.name.isIdenticalText(to: name) }) {
      guard missingColumns.insert(TextKey("\(place.file)\0\(rules.owner)\0\(name)")).inserted else { continue }
      error(
        PropertyRules.missingID,
        "the file has no column '\(name)', which \(rules.owner) requires; the first row that lacks it is "
          + "\(element()) on line \(place.line)", RecordPlace(file: place.file, line: 1), hint: "add the column")
    }
  }

  func report(_ problem: PropertyProblem, _ rules: PropertyRules, _ element: () -> String, _ place: RecordPlace) {
    collector.add(rules.diagnostic(for: problem, of: element(), at: place.diagnosticPlace()))
  }

  func error(_ id: String, _ message: String, _ place: RecordPlace, column: Int = 1, hint: String? = nil) {
    collector.add(Diagnostic(id: id, message: message, place: place.diagnosticPlace(column: column), hint: hint))
  }

  func storedProperties(of table: String, id: Int64) throws(StoreError) -> [(name: String, value: Value)] {
    let row = try connection.statement("SELECT properties FROM \(table) WHERE id = ?")
    row.bind(id, at: 1)
    defer { row.reset() }
    guard try row.step() else { return [] }
    return try row.withText(0) { bytes throws(StoreError) in
      try PropertyText.read(bytes, fileName: connection.fileName)
    }
  }
}
