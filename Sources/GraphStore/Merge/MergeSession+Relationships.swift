import Diagnostics
public import GraphModel

extension MergeSession {
  /// Merges a relationship: it is found by type, ends and identity, or made. Its ends were added before, or are in the
  /// ledger.
  /// - Throws: `StoreError`. What is wrong with the record is gathered instead.
  public func add(_ record: RelationshipRecord) throws {
    guard let plan = typePlan(record.type) else {
      error(
        "unknown-relationship-type", "the schema has no relationship type '\(record.type)'", record.place,
        hint: NameSuggestion.hint(for: record.type, among: schema.relationshipTypes.map(\.name)))
      return
    }
    let columns = recordPlan(plan, record)
    check(
      record.properties, columns, plan.rules, { "\(record.type) from '\(record.from)' to '\(record.to)'" },
      record.place)
    var row = EncodedRow()
    row.first = Array(record.from.utf8)
    row.second = Array(record.to.utf8)
    row.line = record.place.line
    row.firstColumn = record.fromColumn
    row.secondColumn = record.toColumn
    columns.encode(record.properties, into: &row)
    try merge(relationship: row, plan, columns, file: fileNumber(record.place.file))
  }

  /// Merges a relationship whose cells have been read by the schema of the load, and whose type that schema has.
  /// - Throws: `StoreError`. What is wrong with the row is gathered instead.
  public func addRelationship(_ row: borrowing EncodedRow, of table: RowTable) throws {
    if tablePlan?.table !== table {
      guard let plan = typePlan(table.owner) else { return }
      let columns = RecordPlan(columns: table.columns, rules: plan.rules, identity: plan.type.identity)
      reportUndeclared(columns, plan.rules, RecordPlace(file: table.file, line: row.line))
      tablePlan = TablePlan(table: table, owner: .type(plan), columns: columns, file: fileNumber(table.file))
    }
    guard let tablePlan, case .type(let plan) = tablePlan.owner else { return }
    try merge(relationship: row, plan, tablePlan.columns, file: tablePlan.file)
  }

  private func merge(
    relationship row: borrowing EncodedRow, _ plan: TypePlan, _ columns: RecordPlan, file: UInt32
  ) throws {
    plan.isLoaded = true
    try readRelationships()
    let place = PackedPlace(file: file, line: UInt32(clamping: row.line))
    let start = end(row.first, .from, plan, place, column: row.firstColumn)
    let end = end(row.second, .to, plan, place, column: row.secondColumn)
    guard let start, let end else { return }

    var identityNumber: UInt32 = 0
    if !plan.type.identity.isEmpty {
      columns.encodeIdentity(row, into: &identity)
      identityNumber = internIdentity()
    }
    let key = MergedRelationships.Key(
      start: UInt32(start), end: UInt32(end), type: UInt32(clamping: plan.number), identity: identityNumber)
    let (number, isNew) = relationships.intern(key)
    if isNew {
      relationships.setPlace(place, of: number)
      if !columns.missingRequired.isEmpty {
        let title = title(plan, row.first, row.second)
        reportMissing(columns, [], plan.rules, { title }, place)
      }
      plan.count.added += 1
      if collector.hasErrors { return }
      try writer.insertRelationship(
        id: ids.nextRelationship(), type: plan.number, start: nodes.entries[start].id, end: nodes.entries[end].id,
        properties: row.properties)
      return
    }
    let (first, second) = (row.first, row.second)
    let title = { self.title(plan, first, second) }
    guard canTake(number, plan, title, place, column: row.firstColumn),
      let stored = relationships.stored(relationships.entries[number])
    else { return }
    try mergeStored(row, plan, columns, stored, title, place)
  }

  private func title(_ plan: TypePlan, _ from: [UInt8], _ to: [UInt8]) -> String {
    let (from, to) = (String(decoding: from, as: UTF8.self), String(decoding: to, as: UTF8.self))
    return "\(plan.type.name) from '\(from)' to '\(to)'"
  }

  /// Says that the load has a relationship whose row has a mistake: its ends are checked, for their mistakes are
  /// others.
  public func noteFaultyRelationship(
    type: String, from: String?, to: String?, place: RecordPlace, fromColumn: Int, toColumn: Int
  ) throws {
    guard let plan = typePlan(type) else { return }
    try readRelationships()
    let packed = packed(place)
    let start = from.flatMap { self.end(Array($0.utf8), .from, plan, packed, column: fromColumn) }
    let end = to.flatMap { self.end(Array($0.utf8), .to, plan, packed, column: toColumn) }
    // Which of parallel relationships it is may stand in the cell with the mistake.
    guard let from, let to, let start, let end, plan.type.identity.isEmpty else { return }
    let key = MergedRelationships.Key(
      start: UInt32(start), end: UInt32(end), type: UInt32(clamping: plan.number), identity: 0)
    let (number, _) = relationships.intern(key)
    _ = canTake(number, plan, { "\(type) from '\(from)' to '\(to)'" }, packed, column: fromColumn)
  }

  /// Marks a relationship as one that the load has; `false` after a report where it has it already.
  private func canTake(
    _ number: Int, _ plan: TypePlan, _ title: () -> String, _ place: PackedPlace, column: Int
  ) -> Bool {
    let entry = relationships.entries[number]
    if !entry.place.isNone {
      let identity =
        plan.type.identity.isEmpty ? "" : " with the same \(plan.type.identity.joined(separator: ", "))"
      error(
        "duplicate-relationship", "\(title())\(identity) is already given at \(placeText(entry.place))",
        self.place(place), column: column)
      return false
    }
    relationships.setPlace(place, of: number)
    return true
  }

  private func mergeStored(
    _ row: borrowing EncodedRow, _ plan: TypePlan, _ columns: RecordPlan, _ stored: MergedRelationships.Stored,
    _ title: () -> String, _ place: PackedPlace
  ) throws {
    if PropertyText.fingerprint(row.properties) == stored.fingerprint {
      reportMissing(columns, [], plan.rules, title, place)
      plan.count.unchanged += 1
      return
    }
    let merged = try merged(row, columns, table: "relationship", id: stored.id)
    reportMissing(columns, merged, plan.rules, title, place)
    if PropertyText.fingerprint(properties) == stored.fingerprint {
      plan.count.unchanged += 1
      return
    }
    plan.count.changed += 1
    if collector.hasErrors { return }
    try writer.updateRelationship(id: stored.id, properties: properties)
  }

  /// The number of the node at one end; `nil` if something is wrong with it.
  private func end(
    _ key: [UInt8], _ side: RelationshipType.DependentEnd, _ plan: TypePlan, _ place: PackedPlace, column: Int
  ) -> Int? {
    guard let number = nodes.number(of: key.span) else {
      reportUnknownEnd(String(decoding: key, as: UTF8.self), side, plan, self.place(place), column)
      return nil
    }
    let labelSet = nodes.entries[number].labelSet
    guard (side == .from ? plan.from : plan.to).contains(labelSet) else {
      let kinds = (side == .from ? plan.type.from : plan.type.to).joined(separator: " or ")
      error(
        "wrong-end",
        "'\(String(decoding: key, as: UTF8.self))' is a \(kindName(labelSet)); '\(side.rawValue)' of "
          + "\(plan.type.name) is \(kinds)",
        self.place(place), column: column)
      return nil
    }
    return number
  }

  private func reportUnknownEnd(
    _ key: String, _ side: RelationshipType.DependentEnd, _ plan: TypePlan, _ place: RecordPlace, _ column: Int
  ) {
    if key.isEmpty {
      error("empty-key", "'\(side.rawValue)' of \(plan.type.name) is empty", place, column: column)
      return
    }
    let hint = collector.diagnostics.count < 100 ? nodes.hint(for: key, budget: &suggestionBudget) : nil
    error(
      "unknown-key", "no node has the key '\(key)' ('\(side.rawValue)' of \(plan.type.name))", place, column: column,
      hint: hint)
  }

  private func recordPlan(_ plan: TypePlan, _ record: RelationshipRecord) -> RecordPlan {
    if let known = plan.recordPlans.last(where: { $0.fits(record.properties) }) { return known }
    let new = RecordPlan(
      columns: record.properties.map(\.name), rules: plan.rules, identity: plan.type.identity)
    plan.recordPlans.append(new)
    reportUndeclared(new, plan.rules, record.place)
    return new
  }
}
