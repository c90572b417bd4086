public import Diagnostics
public import GraphModel

/// One load under way: takes the rows of its files one by one, nodes before the relationships that join them.
///
/// What is wrong with a row is gathered, not thrown; from the first mistake on rows are checked and no longer written.
public final class MergeSession {
  /// What the load knows of one kind.
  final class KindPlan {
    let kind: NodeKind
    let labelSet: Int64
    let rules: PropertyRules
    var count: MergeSummary.Count
    var isLoaded = false
    var recordPlans: [RecordPlan] = []

    init(_ kind: NodeKind, labelSet: Int64) {
      self.kind = kind
      self.labelSet = labelSet
      rules = PropertyRules(kind)
      count = MergeSummary.Count(name: kind.name)
    }
  }

  /// What the load knows of one relationship type.
  final class TypePlan {
    let type: RelationshipType
    let number: Int64
    let rules: PropertyRules
    /// The label sets that may stand at each end.
    let from: [Int64]
    let to: [Int64]
    var count: MergeSummary.Count
    var isLoaded = false
    var recordPlans: [RecordPlan] = []

    init(_ type: RelationshipType, number: Int64, from: [Int64], to: [Int64]) {
      self.type = type
      self.number = number
      self.from = from
      self.to = to
      rules = PropertyRules(type)
      count = MergeSummary.Count(name: type.name)
    }
  }

  /// How the rows of the table at hand are merged.
  struct TablePlan {
    enum Owner {
      case kind(KindPlan)
      case type(TypePlan)
    }

    let table: RowTable
    let owner: Owner
    let columns: RecordPlan
    let file: UInt32
  }

  /// The schema in force during the load.
  public let schema: Schema
  let connection: Connection
  let writer: ElementWriter
  var names: NameTables
  var ids: IDCounters
  var collector = DiagnosticCollector()
  var nodes: MergedNodes
  var relationships = MergedRelationships()
  var tablePlan: TablePlan?
  /// The values of identity properties met; number + 1 stands in a relationship's key.
  var identities = TextTable()
  /// Whether the ledger had no nodes before.
  let wasEmpty: Bool
  var areRelationshipsRead = false
  /// Relationships of the ledger that the schema's identities do not tell apart.
  var indistinct: [MergedRelationships.Key] = []

  private(set) var kindPlans: [TextKey: KindPlan] = [:]
  private(set) var typePlans: [TextKey: TypePlan] = [:]
  private var lastKind: KindPlan?
  private var lastType: TypePlan?
  private var files: [String] = []
  private(set) var isReadingComplete = true
  /// Required properties that files have no column for, each reported once: file, owner and name.
  var missingColumns: Set<TextKey> = []
  var suggestionBudget = 20_000_000
  var properties: [UInt8] = []
  var identity: [UInt8] = []

  init(_ connection: Connection, schema: Schema, revision: Int64) throws {
    self.connection = connection
    self.schema = schema
    names = try NameTables(connection)
    ids = try IDCounters(connection)
    let count = try connection.integer("SELECT count(*) FROM node") ?? 0
    nodes = MergedNodes(minimumCapacity: Int(count))
    wasEmpty = count == 0
    try connection.execute(LedgerFormat.droppingRelationshipIndexes)
    // Built in one go at the end an index is smaller, and several times faster.
    if wasEmpty { try connection.execute(LedgerFormat.droppingNodeKeyIndex) }
    writer = try ElementWriter(connection, revision: revision)
    for kind in schema.kinds {
      kindPlans[TextKey(kind.name)] = KindPlan(kind, labelSet: try names.number(ofLabels: [kind.name]))
    }
    for type in schema.relationshipTypes {
      typePlans[TextKey(type.name)] = TypePlan(
        type, number: try names.number(ofType: type.name),
        from: type.from.compactMap { kindPlans[TextKey($0)]?.labelSet },
        to: type.to.compactMap { kindPlans[TextKey($0)]?.labelSet })
    }
    if count > 0 { try readNodes() }
  }

  // MARK: What the reader says

  /// Whether anything wrong was found so far, here or by the reader.
  public var hasErrors: Bool { collector.hasErrors }

  /// Adds what the reader itself found wrong, so that all findings of a load come together, in order.
  public func report(_ diagnostic: Diagnostic) { collector.add(diagnostic) }

  /// Says that a file of this kind belongs to the load, even if it has no rows: what it does not have is removed when
  /// synchronising.
  public func willLoad(kind name: String) { kindPlans[TextKey(name)]?.isLoaded = true }

  /// Says that a file of this relationship type belongs to the load, even if it has no rows.
  public func willLoad(relationshipType name: String) { typePlans[TextKey(name)]?.isLoaded = true }

  /// Says that the schema, or which elements the files have, is known in part only because of mistakes that were
  /// reported: stored data are then not held against the schema.
  public func noteIncompleteReading() { isReadingComplete = false }

  // MARK: Lookups

  func kindPlan(_ name: String) -> KindPlan? {
    if let lastKind, lastKind.kind.name.isIdenticalText(to: name) { return lastKind }
    lastKind = kindPlans[TextKey(name)]
    return lastKind
  }

  func typePlan(_ name: String) -> TypePlan? {
    if let lastType, lastType.type.name.isIdenticalText(to: name) { return lastType }
    lastType = typePlans[TextKey(name)]
    return lastType
  }

  /// The kind of a node, for messages.
  func kindName(_ labelSet: Int64) -> String { names.labelSets[labelSet]?.joined(separator: ":") ?? "" }

  func packed(_ place: RecordPlace) -> PackedPlace {
    PackedPlace(file: fileNumber(place.file), line: UInt32(clamping: place.line))
  }

  func fileNumber(_ name: String) -> UInt32 {
    if let last = files.last, last.isIdenticalText(to: name) { return UInt32(files.count) }
    if let known = files.firstIndex(where: { $0.isIdenticalText(to: name) }) { return UInt32(known + 1) }
    files.append(name)
    return UInt32(files.count)
  }

  /// - Precondition: it is one.
  func place(_ packed: PackedPlace) -> RecordPlace {
    RecordPlace(file: files[Int(packed.file) - 1], line: Int(packed.line))
  }

  /// `file:line` in a message.
  func placeText(_ packed: PackedPlace) -> String {
    packed.isNone ? "the database" : "\(place(packed).file):\(packed.line)"
  }

  // MARK: Reading the ledger

  private func readNodes() throws {
    let rows = try connection.statement("SELECT id, label_set, key, properties FROM node ORDER BY id")
    defer { rows.reset() }
    while try rows.step() {
      if rows.isNull(2) { continue }
      let fingerprint = rows.withText(3) { PropertyText.fingerprint($0) }
      let isNew = rows.withText(2) { nodes.intern($0).isNew }
      if isNew {
        nodes.entries.append(
          MergedNodes.Entry(id: rows.integer(0), labelSet: rows.integer(1), fingerprint: fingerprint))
      }
    }
  }

  /// Reads the ledger's relationships, once the first is met.
  func readRelationships() throws {
    if areRelationshipsRead { return }
    areRelationshipsRead = true
    let count = try connection.integer("SELECT count(*) FROM relationship") ?? 0
    if count == 0 { return }
    relationships = MergedRelationships(minimumCapacity: Int(count))
    var numbers = ElementIDMap(highestID: ids.node, count: nodes.entries.count)
    for (number, entry) in nodes.entries.enumerated() { numbers[entry.id] = UInt32(number) }
    var identityNames: [Int64: [String]] = [:]
    for plan in typePlans.values { identityNames[plan.number] = plan.type.identity }

    let rows = try connection.statement(
      "SELECT id, type, start_node, end_node, properties FROM relationship ORDER BY id")
    defer { rows.reset() }
    while try rows.step() {
      guard let start = numbers[rows.integer(2)], let end = numbers[rows.integer(3)] else { continue }
      let type = rows.integer(1)
      let identity = try rows.withText(4) { bytes throws(StoreError) in
        try identityNumber(of: bytes, names: identityNames[type] ?? [])
      }
      let key = MergedRelationships.Key(start: start, end: end, type: UInt32(clamping: type), identity: identity)
      let fingerprint = rows.withText(4) { PropertyText.fingerprint($0) }
      let isDistinct = relationships.addStored(key, .init(id: rows.integer(0), fingerprint: fingerprint))
      if !isDistinct, identityNames[type] != nil { indistinct.append(key) }
    }
  }

  private func identityNumber(of bytes: Span<UInt8>, names: [String]) throws(StoreError) -> UInt32 {
    if names.isEmpty { return 0 }
    let stored = try PropertyText.read(bytes, fileName: connection.fileName)
    RelationshipIdentity.encode(names, of: stored, into: &identity)
    return internIdentity()
  }

  /// The number of the values that stand in `identity`.
  func internIdentity() -> UInt32 {
    let values = identity
    return UInt32(identities.intern(values.span).number + 1)
  }
}
