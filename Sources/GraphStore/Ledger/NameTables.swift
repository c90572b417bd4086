import GraphModel

/// The label sets and relationship types of a ledger, by number and by name; read at the beginning of a transaction.
struct NameTables {
  private(set) var labelSets: [Int64: [String]] = [:]
  private(set) var types: [Int64: String] = [:]
  private var labelSetNumbers: [TextKey: Int64] = [:]
  private var typeNumbers: [TextKey: Int64] = [:]
  private let connection: Connection

  init(_ connection: Connection) throws {
    self.connection = connection
    let sets = try connection.statement("SELECT id, labels FROM label_set")
    defer { sets.reset() }
    while try sets.step() {
      let text = sets.text(1)
      labelSets[sets.integer(0)] = try NameTables.labels(from: text, fileName: connection.fileName)
      labelSetNumbers[TextKey(text)] = sets.integer(0)
    }
    let names = try connection.statement("SELECT id, name FROM relationship_type")
    defer { names.reset() }
    while try names.step() {
      types[names.integer(0)] = names.text(1)
      typeNumbers[TextKey(names.text(1))] = names.integer(0)
    }
  }

  /// The number of a set of labels, given now if it has none.
  mutating func number(ofLabels labels: some Sequence<String>) throws -> Int64 {
    let sorted = Set(labels.map(TextKey.init)).map(\.text).sorted { $0.precedesByCodePoints($1) }
    let text = NameTables.text(of: sorted)
    if let known = labelSetNumbers[TextKey(text)] { return known }
    let insert = try connection.statement("INSERT INTO label_set (labels) VALUES (?) RETURNING id")
    let number = try NameTables.insert(text, by: insert)
    labelSets[number] = sorted
    labelSetNumbers[TextKey(text)] = number
    return number
  }

  /// The number of a relationship type, given now if it has none.
  mutating func number(ofType name: String) throws -> Int64 {
    if let known = typeNumbers[TextKey(name)] { return known }
    let insert = try connection.statement("INSERT INTO relationship_type (name) VALUES (?) RETURNING id")
    let number = try NameTables.insert(name, by: insert)
    types[number] = name
    typeNumbers[TextKey(name)] = number
    return number
  }

  /// The number of a set of labels, if any node ever had it.
  func knownNumber(ofLabels labels: [String]) -> Int64? { labelSetNumbers[TextKey(NameTables.text(of: labels))] }

  func knownNumber(ofType name: String) -> Int64? { typeNumbers[TextKey(name)] }

  private static func insert(_ text: String, by statement: Statement) throws(StoreError) -> Int64 {
    statement.bind(text, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return 0 }
    let number = statement.integer(0)
    // The row is written when the statement has run to its end.
    while try statement.step() {}
    return number
  }

  /// - Precondition: sorted.
  private static func text(of labels: [String]) -> String {
    var bytes: [UInt8] = []
    TaggedJSON.append(.list(labels.map { .string($0) }), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func labels(from text: String, fileName: String) throws(StoreError) -> [String] {
    guard case .list(let items)? = try? TaggedJSON.parse(text) else {
      throw StoreError(.damaged, "'\(fileName)' is damaged: a set of labels cannot be read")
    }
    return items.compactMap { if case .string(let label) = $0 { label } else { nil } }
  }
}
