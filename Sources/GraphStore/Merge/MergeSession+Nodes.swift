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
    plan.isLoaded = true
    let columns = recordPlan(plan, record)
    let element = { "\(record.kind) '\(record.key)'" }
    check(record.properties, columns, plan.rules, element, record.place)

    let (number, isNew) = nodes.intern(record.key.utf8.span)
    if isNew {
      nodes.entries.append(MergedNodes.Entry(id: ids.nextNode(), labelSet: plan.labelSet))
    } else if !nodes.entries[number].place.isNone {
      error(
        "duplicate-key", "the key '\(record.key)' is already given at \(placeText(nodes.entries[number].place))",
        record.place)
      return
    } else if nodes.entries[number].labelSet != plan.labelSet {
      let kind = kindName(nodes.entries[number].labelSet)
      error(
        "kind-conflict", "'\(record.key)' is a \(kind) in the database; a node's kind cannot change by loading",
        record.place)
      return
    }
    nodes.entries[number].place = packed(record.place)
    columns.encode(record.properties, into: &properties)
    if isNew {
      try addNew(record, plan, columns, id: nodes.entries[number].id, element)
    } else {
      try mergeStored(record, plan, columns, nodes.entries[number], element)
    }
  }

  private func addNew(
    _ record: NodeRecord, _ plan: KindPlan, _ columns: RecordPlan, id: Int64, _ element: () -> String
  ) throws {
    for name in columns.missingRequired { report(.missing(name: name), plan.rules, element, record.place) }
    plan.count.added += 1
    if collector.hasErrors { return }
    try writer.insertNode(id: id, labelSet: plan.labelSet, key: record.key, properties: properties)
  }

  private func mergeStored(
    _ record: NodeRecord, _ plan: KindPlan, _ columns: RecordPlan, _ entry: MergedNodes.Entry,
    _ element: () -> String
  ) throws {
    if PropertyText.fingerprint(properties) == entry.fingerprint {
      for name in columns.missingRequired { report(.missing(name: name), plan.rules, element, record.place) }
      plan.count.unchanged += 1
      return
    }
    let stored = try storedProperties(of: "node", id: entry.id)
    let merged = columns.merged(stored, with: record.properties)
    reportMissing(columns, merged, plan.rules, element, record.place)
    properties.removeAll(keepingCapacity: true)
    PropertyText.append(merged, to: &properties)
    if PropertyText.fingerprint(properties) == entry.fingerprint {
      plan.count.unchanged += 1
      return
    }
    plan.count.changed += 1
    if collector.hasErrors { return }
    try writer.updateNode(id: entry.id, labelSet: entry.labelSet, properties: properties)
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

  /// Reports required properties that neither the row has a column for nor the ledger a value.
  func reportMissing(
    _ plan: RecordPlan, _ merged: [(name: String, value: Value)], _ rules: PropertyRules, _ element: () -> String,
    _ place: RecordPlace
  ) {
    for name in plan.missingRequired where !merged.contains(where: { $0.name.isIdenticalText(to: name) }) {
      report(.missing(name: name), rules, element, place)
    }
  }

  func report(_ problem: PropertyProblem, _ rules: PropertyRules, _ element: () -> String, _ place: RecordPlace) {
    collector.add(rules.diagnostic(for: problem, of: element(), at: place.diagnosticPlace()))
  }

  func error(_ id: String, _ message: String, _ place: RecordPlace, hint: String? = nil) {
    collector.add(Diagnostic(id: id, message: message, place: place.diagnosticPlace(), hint: hint))
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
