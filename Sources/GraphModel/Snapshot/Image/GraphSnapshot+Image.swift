extension GraphSnapshot {
  /// Writes the map as an image, in pieces, in order.
  /// - Complexity: O(size of the map), without a copy of it.
  public func writeImage(stamp: SnapshotImageStamp, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var writer = SnapshotImageWriter()
    writer.add(stamp.revision)
    writer.add(stamp.identity)
    writer.add(symbols.labels) { $0.add($1) }
    writer.add(symbols.types) { $0.add($1) }
    writer.add(symbols.propertyKeys) { $0.add($1) }
    writer.add(nodeIDs)
    writer.add(relationshipIDs)
    writer.add(labelSets) { writer, labels in writer.add(labels) { $0.add($1.raw) } }
    writer.add(labelSetRanges) { $0.add($1) }
    writer.add(typeRanges) { $0.add($1) }
    for array in [starts, ends, incomingRelationships, incomingNeighbours] { writer.add(array) }
    writer.add(outgoing) { $0.add($1) }
    writer.add(incoming) { $0.add($1) }
    writer.add(nodeColumns) { $0.add($1) }
    writer.add(relationshipColumns) { $0.add($1) }
    writer.add(relationshipPatterns) { writer, pattern in
      writer.add(pattern.startLabelSet)
      writer.add(pattern.endLabelSet)
      writer.add(pattern.type.raw)
      writer.add(pattern.count)
    }
    let index = keyIndex()
    writer.add(index == nil ? 0 : 1)
    if let index {
      writer.add(index.offsets)
      writer.add(index.elements)
    }
    try unsafe writer.write(to: sink)
  }

  /// What the image in these bytes shows.
  /// - Throws: `SnapshotImageError`, also where a single byte of it is damaged.
  @unsafe
  public static func imageStamp(in bytes: UnsafeRawBufferPointer, owner: AnyObject) throws(SnapshotImageError)
    -> SnapshotImageStamp
  {
    var reader = try unsafe SnapshotImageReader(bytes, owner: owner)
    return SnapshotImageStamp(revision: try reader.number(), identity: try reader.text())
  }

  /// The map whose image these bytes are. Its arrays stay where they lie.
  /// - Parameters:
  ///   - owner: keeps the bytes where they are, and unchanged, for as long as it lives.
  ///   - schema: the schema that stands at a revision.
  /// - Returns: `nil` for an image that `isWanted` refuses.
  /// - Throws: `SnapshotImageError`, also where a single byte of the image is damaged, and what `schema` throws.
  /// - Complexity: reads every byte once for its checksum.
  @unsafe
  public static func reading(
    image bytes: UnsafeRawBufferPointer, owner: AnyObject, isWanted: (SnapshotImageStamp) throws -> Bool,
    schema: (Int64) throws -> Schema?
  ) throws -> GraphSnapshot? {
    var reader = try unsafe SnapshotImageReader(bytes, owner: owner)
    let stamp = SnapshotImageStamp(revision: try reader.number(), identity: try reader.text())
    guard try isWanted(stamp) else { return nil }
    let parts = try reader.parts()
    return GraphSnapshot(revision: stamp.revision, schema: try schema(stamp.revision), parts: parts)
  }
}

extension SnapshotImageWriter {
  fileprivate mutating func add(_ ids: ElementIDs) {
    add(ids.narrow)
    add(ids.wide)
  }

  fileprivate mutating func add(_ adjacency: Adjacency) {
    add(adjacency.first)
    add(adjacency.offsets)
    add(adjacency.nodes)
  }

  fileprivate mutating func add(_ column: GraphSnapshot.Column?) {
    add(column == nil ? 0 : 1)
    guard let column else { return }
    add(column.statistics.present)
    add(column.statistics.distinct)
    add(column.values)
  }

  private mutating func add(_ column: PropertyColumn) {
    add(column.kind.rawValue)
    switch column {
    case .strings(let first, let codes, let dictionary), .mixed(let first, let codes, let dictionary):
      add(first)
      add(codes)
      add(dictionary.seed)
      add(dictionary.offsets)
      add(dictionary.bytes)
      add(dictionary.slots)
    case .integers(let first, let numbers, let present):
      add(first)
      add(numbers)
      add(present.words)
    case .floats(let first, let numbers, let present):
      add(first)
      add(numbers)
      add(present.words)
    case .dates(let first, let days, let present):
      add(first)
      add(days)
      add(present.words)
    case .booleans(let first, let states):
      add(first)
      add(states)
    case .sparse(let elements, let values):
      add(elements)
      add(values)
    }
  }
}

extension SnapshotImageReader {
  fileprivate mutating func parts() throws(SnapshotImageError) -> GraphSnapshot.Parts {
    var symbols = GraphSymbols()
    for name in try list({ (reader) throws(SnapshotImageError) in try reader.text() }) {
      _ = symbols.intern(label: name)
    }
    for name in try list({ (reader) throws(SnapshotImageError) in try reader.text() }) {
      _ = symbols.intern(type: name)
    }
    for name in try list({ (reader) throws(SnapshotImageError) in try reader.text() }) {
      _ = symbols.intern(propertyKey: name)
    }
    let nodeIDs = try ids()
    let relationshipIDs = try ids()
    let (nodeCount, relationshipCount) = (nodeIDs.count, relationshipIDs.count)
    let labelSets = try list { (reader) throws(SnapshotImageError) in
      try reader.list { (reader) throws(SnapshotImageError) in LabelID(try reader.number()) }
    }
    let labelSetRanges = try list { (reader) throws(SnapshotImageError) in try reader.range() }
    let typeRanges = try list { (reader) throws(SnapshotImageError) in try reader.range() }
    guard labelSets.count == labelSetRanges.count, typeRanges.count == symbols.types.count,
      labelSets.allSatisfy({ $0.allSatisfy { Int($0.raw) < symbols.labels.count } }),
      Self.cover(labelSetRanges, nodeCount), Self.cover(typeRanges, relationshipCount)
    else { throw .damaged }
    let starts = try array(of: UInt32.self, count: relationshipCount)
    let ends = try array(of: UInt32.self, count: relationshipCount)
    let incomingRelationships = try array(of: UInt32.self, count: relationshipCount)
    let incomingNeighbours = try array(of: UInt32.self, count: relationshipCount)
    let outgoing = try list { (reader) throws(SnapshotImageError) in try reader.adjacency(relationshipCount) }
    let incoming = try list { (reader) throws(SnapshotImageError) in try reader.adjacency(relationshipCount) }
    guard outgoing.count == typeRanges.count, incoming.count == typeRanges.count else { throw .damaged }
    let nodeColumns = try list { (reader) throws(SnapshotImageError) in try reader.column(nodeCount) }
    let relationshipColumns = try list { (reader) throws(SnapshotImageError) in try reader.column(relationshipCount) }
    guard nodeColumns.count == symbols.propertyKeys.count, relationshipColumns.count == nodeColumns.count else {
      throw .damaged
    }
    let patterns = try list { (reader) throws(SnapshotImageError) in
      RelationshipPattern(
        startLabelSet: try reader.number(), endLabelSet: try reader.number(), type: TypeID(try reader.number()),
        count: try reader.number())
    }
    guard patterns.allSatisfy({ max($0.startLabelSet, $0.endLabelSet) < labelSets.count }) else { throw .damaged }
    let key = symbols.propertyKey("key").flatMap { nodeColumns[Int($0.raw)]?.values }
    let index = try keyIndex(nodeCount, key)
    guard isAtEnd else { throw .damaged }
    return GraphSnapshot.Parts(
      symbols: symbols, nodeIDs: nodeIDs, relationshipIDs: relationshipIDs, starts: starts, ends: ends,
      incomingRelationships: incomingRelationships, incomingNeighbours: incomingNeighbours, outgoing: outgoing,
      incoming: incoming, labelSets: labelSets, labelSetRanges: labelSetRanges, typeRanges: typeRanges,
      nodeColumns: nodeColumns, relationshipColumns: relationshipColumns, relationshipPatterns: patterns,
      keyIndex: index)
  }

  /// Whether ranges follow each other and end where all do.
  private static func cover(_ ranges: [Range<UInt32>], _ count: Int) -> Bool {
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound != next { return false }
      next = range.upperBound
    }
    return Int(next) == count
  }

  private mutating func ids() throws(SnapshotImageError) -> ElementIDs {
    let (narrow, wide) = (try array(of: UInt32.self), try array(of: Int64.self))
    guard narrow.isEmpty || wide.isEmpty else { throw .damaged }
    return ElementIDs(narrow: narrow, wide: wide)
  }

  private mutating func adjacency(_ count: Int) throws(SnapshotImageError) -> Adjacency {
    let adjacency = Adjacency(first: try number(), offsets: try array(), nodes: try array())
    guard adjacency.nodes.isEmpty || adjacency.nodes.count + 1 == adjacency.offsets.count,
      Int(adjacency.offsets.last ?? 0) <= count
    else { throw .damaged }
    return adjacency
  }

  private mutating func column(_ count: Int) throws(SnapshotImageError) -> GraphSnapshot.Column? {
    guard try number(Int.self) > 0 else { return nil }
    let statistics = ColumnStatistics(present: try number(), distinct: try number())
    let values = try values()
    guard Int(values.coverage.upperBound) <= count else { throw .damaged }
    return GraphSnapshot.Column(values: values, statistics: statistics)
  }

  private mutating func values(isWithinSparse: Bool = false) throws(SnapshotImageError) -> PropertyColumn {
    guard let kind = PropertyColumn.Kind(rawValue: try number()) else { throw .damaged }
    if kind == .sparse {
      guard !isWithinSparse else { throw .damaged }
      let elements = try array(of: UInt32.self)
      let values = try values(isWithinSparse: true)
      guard !elements.isEmpty, values.coverage == 0..<UInt32(elements.count) else { throw .damaged }
      guard zip(elements, elements.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .damaged }
      return .sparse(elements: elements, values: values)
    }
    let first = try number(UInt32.self)
    func checked(_ count: Int) throws(SnapshotImageError) { if count > Int(UInt32.max - first) { throw .damaged } }
    switch kind {
    case .strings, .mixed:
      let codes = try array(of: UInt32.self)
      let seed = try number(UInt64.self)
      let dictionary = TextDictionary(offsets: try array(), bytes: try array(), slots: try array(), seed: seed)
      try checked(codes.count)
      let slots = dictionary.slots.count
      guard let last = dictionary.offsets.last, last == dictionary.bytes.count, slots & (slots - 1) == 0 || slots == 0
      else { throw .damaged }
      return kind == .strings
        ? .strings(first: first, codes: codes, dictionary: dictionary)
        : .mixed(first: first, codes: codes, values: dictionary)
    case .integers:
      let numbers = try array(of: Int64.self)
      try checked(numbers.count)
      return .integers(first: first, numbers: numbers, present: try presence(numbers.count))
    case .floats:
      let numbers = try array(of: Double.self)
      try checked(numbers.count)
      return .floats(first: first, numbers: numbers, present: try presence(numbers.count))
    case .dates:
      let days = try array(of: Int32.self)
      try checked(days.count)
      return .dates(first: first, days: days, present: try presence(days.count))
    case .booleans:
      let states = try array(of: UInt8.self)
      try checked(states.count)
      return .booleans(first: first, states: states)
    case .sparse: throw .damaged
    }
  }

  private mutating func presence(_ count: Int) throws(SnapshotImageError) -> PresenceBits {
    let words = try array(of: UInt64.self)
    guard words.isEmpty || words.count == (count + 63) / 64 else { throw .damaged }
    return PresenceBits(words: words)
  }

  private mutating func keyIndex(_ nodeCount: Int, _ key: PropertyColumn?) throws(SnapshotImageError)
    -> GroupedElements?
  {
    guard try number(Int.self) > 0 else { return nil }
    let index = GroupedElements(offsets: try array(), elements: try array())
    // A column of another kind has its index made anew: its groups are not kept.
    guard case .strings(_, _, let dictionary)? = key else { return nil }
    guard index.elements.count <= nodeCount,
      index.offsets.isEmpty ? index.elements.count == dictionary.count : index.offsets.count == dictionary.count + 1
    else { throw .damaged }
    return index
  }
}
