import Foundation

/// Writes the country as a folder that `styrgraf load` reads, file by file, as it is generated.
struct CountryWriter {
  /// A node's number in the country, from 0.
  typealias Node = Int

  /// Rows of a file that are not written yet.
  fileprivate struct Table {
    var handle: FileHandle
    var pending: [UInt8] = []
  }

  private static let portion = 1 << 20

  private let directory: String
  private var nodeTables: [Table] = []
  private var relationshipTables: [String: Table] = [:]
  private var ordinals = [Int](repeating: 0, count: CountryKind.allCases.count)
  /// By node: its kind, and its number among those of the kind.
  private var kinds: [UInt8] = []
  private var numbers: [UInt32] = []
  private var ends: [CountryType: (from: Set<CountryKind>, to: Set<CountryKind>)] = [:]
  private(set) var relationshipCount = 0

  init(directory: String) throws {
    self.directory = directory
    for folder in ["nodes", "relationships"] {
      try FileManager.default.createDirectory(atPath: "\(directory)/\(folder)", withIntermediateDirectories: true)
    }
    for kind in CountryKind.allCases {
      let header = (["key"] + kind.columns).joined(separator: ",") + "\n"
      nodeTables.append(try Self.table("\(directory)/nodes/\(kind.name).csv", header: header))
    }
  }

  var nodeCount: Int { kinds.count }

  /// How many nodes of a kind there are.
  func count(of kind: CountryKind) -> Int { ordinals[kind.rawValue] }

  /// Adds a node; its properties are in the order of the kind's columns and need no quotes.
  mutating func addNode(_ kind: CountryKind, _ properties: [String]) throws -> Node {
    ordinals[kind.rawValue] += 1
    let node = kinds.count
    kinds.append(UInt8(kind.rawValue))
    numbers.append(UInt32(ordinals[kind.rawValue]))
    let row = key(of: node) + "," + properties.joined(separator: ",") + "\n"
    try nodeTables[kind.rawValue].append(row, flushingAt: Self.portion)
    return node
  }

  mutating func addRelationship(_ type: CountryType, from: Node, to: Node, since: String) throws {
    let (start, end) = (kind(of: from), kind(of: to))
    let name = "\(type.rawValue).\(start.name).\(end.name)"
    if relationshipTables[name] == nil {
      relationshipTables[name] = try Self.table("\(directory)/relationships/\(name).csv", header: "from,to,since\n")
      ends[type, default: ([], [])].from.insert(start)
      ends[type, default: ([], [])].to.insert(end)
    }
    relationshipCount += 1
    let row = "\(key(of: from)),\(key(of: to)),\(since)\n"
    try relationshipTables[name]?.append(row, flushingAt: Self.portion)
  }

  /// Writes what is left, and the schema.
  mutating func finish() throws {
    for kind in nodeTables.indices { try nodeTables[kind].flush() }
    for name in relationshipTables.keys { try relationshipTables[name]?.flush() }
    try Data(CountrySchema.yaml(ends: ends).utf8).write(to: URL(filePath: "\(directory)/schema.yaml"))
  }

  func key(of node: Node) -> String {
    let number = String(numbers[node])
    return kind(of: node).keyPrefix + "-" + String(repeating: "0", count: max(0, 7 - number.utf8.count)) + number
  }

  private func kind(of node: Node) -> CountryKind { CountryKind.allCases[Int(kinds[node])] }

  private static func table(_ path: String, header: String) throws -> Table {
    try Data(header.utf8).write(to: URL(filePath: path))
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seekToEnd()
    return Table(handle: handle)
  }
}

extension CountryWriter.Table {
  mutating func append(_ row: String, flushingAt portion: Int) throws {
    pending.append(contentsOf: row.utf8)
    if pending.count >= portion { try flush() }
  }

  mutating func flush() throws {
    try handle.write(contentsOf: pending)
    pending.removeAll(keepingCapacity: true)
  }
}
