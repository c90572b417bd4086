import Diagnostics
import GraphModel

/// Checks what is stored against a schema that is being changed. Data that the new one contradicts are named.
struct SchemaTransition {
  let old: Schema?
  let new: Schema
  let session: MergeSession
  private let isSynchronizing: Bool
  private let isUnwritten: Bool
  private var findings: [Finding: Examples] = [:]
  private var order: [Finding] = []

  private struct Finding: Hashable {
    var id: String
    var message: String
  }

  private struct Examples {
    var count = 0
    var texts: [String] = []
  }

  init(from old: Schema?, to new: Schema, session: MergeSession, isSynchronizing: Bool) {
    self.old = old
    self.new = new
    self.session = session
    self.isSynchronizing = isSynchronizing
    isUnwritten = session.hasErrors
  }

  /// Whether the stored elements of a kind or type are what will stand there. After a mistake the load's own rows are
  /// no longer written: what it would have mended or removed is not held against the schema.
  private func staysAsStored(isLoaded: Bool, isInLoad: Bool) -> Bool {
    !isUnwritten || !(isInLoad || isSynchronizing && isLoaded)
  }

  private var connection: Connection { session.connection }

  /// - Returns: one diagnostic for each way in which the data contradict the schema.
  mutating func conflicts() throws -> [Diagnostic] {
    if old == nil, let count = try connection.integer("SELECT count(*) FROM node WHERE key IS NULL"), count > 0 {
      return [
        Diagnostic(
          id: "schema-conflict", message: "the database has nodes without a key (\(count)); a schema needs keys",
          hint: "load into a new database")
      ]
    }
    try checkNodes()
    try checkRelationships()
    return order.map { finding in
      let examples = findings[finding] ?? Examples()
      let more = examples.count > examples.texts.count ? " …" : ""
      return Diagnostic(
        id: finding.id, message: "\(finding.message): \(examples.count) in the database",
        notes: ["such as \(examples.texts.joined(separator: ", "))\(more)"])
    }
  }

  private mutating func note(_ id: String, _ message: String, _ example: String) {
    let finding = Finding(id: id, message: message)
    if findings[finding] == nil { order.append(finding) }
    findings[finding, default: Examples()].count += 1
    if findings[finding, default: Examples()].texts.count < 3 { findings[finding]?.texts.append(example) }
  }

  // MARK: Nodes

  private mutating func checkNodes() throws {
    for (number, labels) in session.names.labelSets.sorted(by: { $0.key < $1.key }) {
      let kind = labels.count == 1 ? new.kind(named: labels[0]) : nil
      if let kind, let before = old?.kind(named: kind.name), isSame(before.properties, kind.properties) { continue }
      let rules = kind.map(PropertyRules.init)
      let rows = try connection.prepare("SELECT key, properties FROM node WHERE label_set = ? ORDER BY id")
      rows.bind(number, at: 1)
      let isLoaded = kind.map { session.kindPlan($0.name)?.isLoaded ?? false } ?? false
      while try rows.step() {
        let number = rows.withText(0) { session.nodes.number(of: $0) }
        let isInLoad = number.map { !session.nodes.entries[$0].place.isNone } ?? false
        if !staysAsStored(isLoaded: isLoaded, isInLoad: isInLoad) { continue }
        let example = "'\(rows.text(0))'"
        guard let rules else {
          let name = labels.isEmpty ? "no kind" : "kind '\(labels.joined(separator: ":"))'"
          note("schema-conflict", "the schema does not declare \(name), which nodes have", example)
          continue
        }
        try check(rows, column: 1, rules, example)
      }
    }
  }

  // MARK: Relationships

  private mutating func checkRelationships() throws {
    var inLoad: Set<Int64> = []
    if isUnwritten {
      for entry in session.relationships.entries where !entry.place.isNone {
        if let stored = session.relationships.stored(entry) { inLoad.insert(stored.id) }
      }
    }
    for (number, name) in session.names.types.sorted(by: { $0.key < $1.key }) {
      let type = new.relationshipType(named: name)
      if let type, let before = old?.relationshipType(named: name), isSame(before, type) { continue }
      let rules = type.map(PropertyRules.init)
      let rows = try connection.prepare(
        """
        SELECT a.key, b.key, a.label_set, b.label_set, relationship.properties, relationship.id FROM relationship
        JOIN node AS a ON a.id = start_node JOIN node AS b ON b.id = end_node
        WHERE type = ? ORDER BY relationship.id
        """)
      rows.bind(number, at: 1)
      let isLoaded = session.typePlan(name)?.isLoaded ?? false
      while try rows.step() {
        if !staysAsStored(isLoaded: isLoaded, isInLoad: inLoad.contains(rows.integer(5))) { continue }
        let example = "'\(rows.text(0))' → '\(rows.text(1))'"
        guard let type, let rules else {
          note(
            "schema-conflict", "the schema does not declare relationship type '\(name)', which the database has",
            example)
          continue
        }
        checkEnd(session.kindName(rows.integer(2)), type.from, "from", name, example)
        checkEnd(session.kindName(rows.integer(3)), type.to, "to", name, example)
        try check(rows, column: 4, rules, example)
      }
      if let type, old?.relationshipType(named: name)?.identity != type.identity { try checkIdentity(number, name) }
    }
  }

  private mutating func checkEnd(
    _ kind: String, _ kinds: [String], _ side: String, _ type: String, _ example: String
  ) {
    if !kinds.contains(where: { $0.isIdenticalText(to: kind) }) {
      note("schema-conflict", "'\(side)' of \(type) does not allow \(kind), where relationships stand", example)
    }
  }

  private mutating func checkIdentity(_ number: Int64, _ name: String) throws {
    try session.readRelationships()
    for key in session.indistinct where Int64(key.type) == number {
      let example = "'\(session.nodes.key(Int(key.start)))' → '\(session.nodes.key(Int(key.end)))'"
      note("schema-conflict", "the identity of \(name) does not tell parallel relationships apart", example)
    }
  }

  // MARK: Properties

  private mutating func check(
    _ rows: Statement, column: Int32, _ rules: PropertyRules, _ example: String
  ) throws {
    let properties = try rows.withText(column) { bytes throws(StoreError) in
      try PropertyText.read(bytes, fileName: connection.fileName)
    }
    for problem in rules.problems(of: properties) {
      switch problem {
      case .undeclared(let name):
        note("schema-conflict", "\(rules.owner) does not declare '\(name)', which stored elements have", example)
      case .missing(let name):
        note("schema-conflict", "\(rules.owner) requires '\(name)', which stored elements lack", example)
      case .violation(let name, let value, .wrongType(let expected)):
        note(
          "schema-conflict", "'\(name)' of \(rules.owner) is now \(expected.inMessage), and stored values are not",
          "\(example): \(value.inMessage)")
      case .violation(let name, let value, .notAllowed):
        note("schema-conflict", "'\(name)' of \(rules.owner) no longer allows \(value.inMessage)", example)
      }
    }
  }

  private func isSame(_ before: [PropertyDefinition], _ after: [PropertyDefinition]) -> Bool {
    rulesOnly(before) == rulesOnly(after)
  }

  private func isSame(_ before: RelationshipType, _ after: RelationshipType) -> Bool {
    Set(before.from) == Set(after.from) && Set(before.to) == Set(after.to) && before.identity == after.identity
      && isSame(before.properties, after.properties)
  }

  /// Captions and descriptions bind nothing.
  private func rulesOnly(_ properties: [PropertyDefinition]) -> Set<PropertyDefinition> {
    Set(
      properties.map {
        PropertyDefinition(name: $0.name, type: $0.type, isRequired: $0.isRequired, allowedValues: $0.allowedValues)
      })
  }
}
