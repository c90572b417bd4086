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
    plan.isLoaded = true
    try readRelationships()
    let columns = recordPlan(plan, record)
    let element = { "\(record.type) from '\(record.from)' to '\(record.to)'" }
    check(record.properties, columns, plan.rules, element, record.place)
    let start = end(record.from, .from, plan, record.place, column: record.fromColumn)
    let end = end(record.to, .to, plan, record.place, column: record.toColumn)
    guard let start, let end else { return }

    var identityNumber: UInt32 = 0
    if !plan.type.identity.isEmpty {
      columns.encodeIdentity(record.properties, into: &identity)
      identityNumber = internIdentity()
    }
    let key = MergedRelationships.Key(
      start: UInt32(start), end: UInt32(end), type: UInt32(clamping: plan.number), identity: identityNumber)
    guard let entry = take(key, plan, element, record.place, column: record.fromColumn) else { return }
    columns.encode(record.properties, into: &properties)
    if let stored = relationships.stored(entry) {
      try mergeStored(record, plan, columns, stored, element)
    } else {
      try addNew(record, plan, columns, start: start, end: end, element)
    }
  }

  /// Says that the load has a relationship whose row has a mistake: its ends are checked, for their mistakes are
  /// others.
  public func noteFaultyRelationship(
    type: String, from: String?, to: String?, place: RecordPlace, fromColumn: Int, toColumn: Int
  ) throws {
    guard let plan = typePlan(type) else { return }
    try readRelationships()
    let start = from.flatMap { self.end($0, .from, plan, place, column: fromColumn) }
    let end = to.flatMap { self.end($0, .to, plan, place, column: toColumn) }
    // Which of parallel relationships it is may stand in the cell with the mistake.
    guard let from, let to, let start, let end, plan.type.identity.isEmpty else { return }
    let key = MergedRelationships.Key(
      start: UInt32(start), end: UInt32(end), type: UInt32(clamping: plan.number), identity: 0)
    _ = take(key, plan, { "\(type) from '\(from)' to '\(to)'" }, place, column: fromColumn)
  }

  /// Marks a relationship as one that the load has; `nil` after a report where it has it already.
  private func take(
    _ key: MergedRelationships.Key, _ plan: TypePlan, _ element: () -> String, _ place: RecordPlace, column: Int
  ) -> MergedRelationships.Entry? {
    let (number, _) = relationships.intern(key)
    let entry = relationships.entries[number]
    if !entry.place.isNone {
      let identity =
        plan.type.identity.isEmpty ? "" : " with the same \(plan.type.identity.joined(separator: ", "))"
      error(
        "duplicate-relationship", "\(element())\(identity) is already given at \(placeText(entry.place))", place,
        column: column)
      return nil
    }
    relationships.setPlace(packed(place), of: number)
    return entry
  }

  private func addNew(
    _ record: RelationshipRecord, _ plan: TypePlan, _ columns: RecordPlan, start: Int, end: Int,
    _ element: () -> String
  ) throws {
    reportMissing(columns, [], plan.rules, element, record.place)
    plan.count.added += 1
    if collector.hasErrors { return }
    try writer.insertRelationship(
      id: ids.nextRelationship(), type: plan.number, start: nodes.entries[start].id, end: nodes.entries[end].id,
      properties: properties)
  }

  private func mergeStored(
    _ record: RelationshipRecord, _ plan: TypePlan, _ columns: RecordPlan, _ stored: MergedRelationships.Stored,
    _ element: () -> String
  ) throws {
    if PropertyText.fingerprint(properties) == stored.fingerprint {
      reportMissing(columns, [], plan.rules, element, record.place)
      plan.count.unchanged += 1
      return
    }
    let merged = columns.merged(
      try storedProperties(of: "relationship", id: stored.id), with: record.properties)
    reportMissing(columns, merged, plan.rules, element, record.place)
    properties.removeAll(keepingCapacity: true)
    PropertyText.append(merged, to: &properties)
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
    _ key: String, _ side: RelationshipType.DependentEnd, _ plan: TypePlan, _ place: RecordPlace, column: Int
  ) -> Int? {
    if key.isEmpty {
      error("empty-key", "'\(side.rawValue)' of \(plan.type.name) is empty", place, column: column)
      return nil
    }
    guard let number = nodes.number(of: key.utf8.span) else {
      let hint =
        collector.diagnostics.count < 100 ? nodes.hint(for: key, budget: &suggestionBudget) : nil
      error(
        "unknown-key", "no node has the key '\(key)' ('\(side.rawValue)' of \(plan.type.name))", place, column: column,
        hint: hint)
      return nil
    }
    let labelSet = nodes.entries[number].labelSet
    guard (side == .from ? plan.from : plan.to).contains(labelSet) else {
      let kinds = (side == .from ? plan.type.from : plan.type.to).joined(separator: " or ")
      error(
        "wrong-end",
        "'\(key)' is a \(kindName(labelSet)); '\(side.rawValue)' of \(plan.type.name) is \(kinds)", place,
        column: column)
      return nil
    }
    return number
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
