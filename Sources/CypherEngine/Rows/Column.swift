import GraphModel

/// The values of one slot in a batch, one per row: packed where the slot holds nodes or relationships alone.
enum Column {
  /// The slot is not used yet, or no longer.
  case unused
  /// `NodeIndex.none` is null.
  case nodes([NodeIndex])
  case relationships([RelationshipIndex])
  /// Texts as codes of a dictionary, so that none is made before somebody asks for it; 0 is null.
  case texts([UInt32], TextSource)
  case values([Value])

  subscript(row: Int) -> Value {
    switch self {
    case .unused: .null
    case .nodes(let nodes): nodes[row] == .none ? .null : .node(nodes[row])
    case .relationships(let relationships):
      relationships[row] == .none ? .null : .relationship(relationships[row])
    case .texts(let codes, let source): source.value(of: codes[row])
    case .values(let values): values[row]
    }
  }

  /// The node of a row, if it holds one.
  func node(at row: Int) -> NodeIndex? {
    switch self {
    case .nodes(let nodes): return nodes[row] == .none ? nil : nodes[row]
    case .values(let values):
      if case .node(let node) = values[row] { return node }
      return nil
    case .unused, .relationships, .texts: return nil
    }
  }

  /// The chosen rows, in order; a row may be chosen several times.
  func gathering(_ rows: [Int32]) -> Column {
    switch self {
    case .unused: .unused
    case .nodes(let nodes): .nodes(nodes.gathering(rows))
    case .relationships(let relationships): .relationships(relationships.gathering(rows))
    case .texts(let codes, let source): .texts(codes.gathering(rows), source)
    case .values(let values): .values(values.gathering(rows))
    }
  }

  /// The column with another's rows behind its own; `count` and `otherCount` are their numbers of rows.
  mutating func append(_ other: Column, count: Int, otherCount: Int) {
    // One pattern at a time: a tuple of both would be a second owner of the array, and make every call copy it.
    switch other {
    case .unused: if case .unused = self { return }
    case .nodes(let more):
      if case .nodes(var nodes) = self {
        self = .unused
        nodes += more
        self = .nodes(nodes)
        return
      }
    case .relationships(let more):
      if case .relationships(var relationships) = self {
        self = .unused
        relationships += more
        self = .relationships(relationships)
        return
      }
    case .texts(let more, let source):
      if case .texts(var codes, let own) = self, own === source {
        self = .unused
        codes += more
        self = .texts(codes, source)
        return
      }
    case .values(let more) where more.allSatisfy(\.isNull) && isPacked:
      append(nulls: more.count)
      return
    case .values(let more):
      if case .values(var values) = self {
        self = .unused
        values += more
        self = .values(values)
        return
      }
    }
    if case .unused = self, count == 0 {
      self = other
      return
    }
    var values: [Value]
    if case .values(let own) = self { values = own } else { values = (0..<count).map { self[$0] } }
    self = .unused
    for row in 0..<otherCount { values.append(other[row]) }
    self = .values(values)
  }
}

extension Array {
  /// The elements of the chosen rows, in order; a row may be chosen several times.
  @inline(__always)
  func gathering(_ rows: [Int32]) -> [Element] {
    unsafe [Element](unsafeUninitializedCapacity: rows.count) { buffer, count in
      for position in rows.indices { unsafe buffer.initializeElement(at: position, to: self[Int(rows[position])]) }
      count = rows.count
    }
  }
}

extension [Int32] {
  /// The numbers of so many rows, in order.
  static func rows(_ count: Int) -> [Int32] {
    unsafe [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
      for row in 0..<count { unsafe buffer[row] = Int32(truncatingIfNeeded: row) }
      initialized = count
    }
  }
}

extension Column {
  /// Whether its values are no `Value`s.
  private var isPacked: Bool {
    switch self {
    case .nodes, .relationships, .texts: true
    case .unused, .values: false
    }
  }

  /// Nulls behind a packed column leave it packed.
  private mutating func append(nulls count: Int) {
    switch self {
    case .nodes(var nodes):
      self = .unused
      nodes += repeatElement(.none, count: count)
      self = .nodes(nodes)
    case .relationships(var relationships):
      self = .unused
      relationships += repeatElement(.none, count: count)
      self = .relationships(relationships)
    case .texts(var codes, let source):
      self = .unused
      codes += repeatElement(0, count: count)
      self = .texts(codes, source)
    case .unused, .values: preconditionFailure("not packed")
    }
  }
}

extension NodeIndex {
  /// Stands for null in a column of nodes.
  static let none = NodeIndex(.max)
}

extension RelationshipIndex {
  /// Stands for null in a column of relationships.
  static let none = RelationshipIndex(.max)
}
