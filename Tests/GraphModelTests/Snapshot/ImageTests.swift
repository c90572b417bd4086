import SeededRandom
import Testing

@testable import GraphModel

@Suite("The image of the map")
struct ImageTests {
  /// Bytes that stay where they are.
  @safe
  final class Memory {
    let bytes: UnsafeMutableRawBufferPointer

    init(_ contents: [UInt8]) {
      unsafe bytes = .allocate(byteCount: max(1, contents.count), alignment: 64)
      unsafe bytes.copyBytes(from: contents)
      count = contents.count
    }

    let count: Int
    var lent: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(rebasing: bytes[..<count]) }

    deinit { unsafe bytes.deallocate() }
  }

  static let stamp = SnapshotImageStamp(revision: 7, identity: "this one")

  func image(_ snapshot: GraphSnapshot) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try unsafe snapshot.writeImage(stamp: Self.stamp) { unsafe bytes.append(contentsOf: $0) }
    return bytes
  }

  func read(_ bytes: [UInt8]) throws -> GraphSnapshot {
    let memory = Memory(bytes)
    return try #require(
      try unsafe GraphSnapshot.reading(
        image: memory.lent, owner: memory, isWanted: { $0 == Self.stamp }, schema: { _ in nil }))
  }

  @Test(arguments: SnapshotTests.graphs)
  func readsBackAsItWas(_ shape: (seed: UInt64, nodes: Int, relationships: Int, spread: Int)) throws {
    let plain = PlainGraph(
      seed: shape.seed, nodeCount: shape.nodes, relationshipCount: shape.relationships, spread: shape.spread)
    let built = try plain.snapshot(revision: 7)
    let read = try read(image(built))
    #expect(read.revision == 7)
    #expect(GraphView(read).lines == plain.lines)
    #expect(read.relationshipPatterns == built.relationshipPatterns)
    for name in built.symbols.propertyKeys {
      guard let key = built.symbols.propertyKey(name) else { continue }
      #expect(read.statistics(ofNodeProperty: key) == built.statistics(ofNodeProperty: key))
      for node in plain.nodes {
        guard let value = node.properties[name] else { continue }
        #expect(read.nodes(where: key, equals: value) == built.nodes(where: key, equals: value))
      }
    }
    for number in 0..<UInt32(built.nodeCount) {
      for direction in [TraversalDirection.outgoing, .incoming, .both] {
        var (a, b): ([Neighbour], [Neighbour]) = ([], [])
        GraphView(built).appendRelationships(of: NodeIndex(number), direction, types: nil, to: &a)
        GraphView(read).appendRelationships(of: NodeIndex(number), direction, types: nil, to: &b)
        #expect(a == b)
      }
    }
    // The image of what an image was read from is the same.
    #expect(try image(read) == image(built))
  }

  @Test func idsBeyond32BitsAreKept() throws {
    var builder = GraphSnapshotBuilder(revision: 7)
    let ends = [Int64(1), 5_000_000_000].map { builder.addNode(id: $0, labels: [], properties: []) }
    builder.addRelationship(id: .max, type: "T", start: ends[0], end: ends[1], properties: [])
    let built = builder.build()
    #expect(GraphView(built).lines == ["1 [] {}", "5000000000 [] {}", "9223372036854775807 T 1→5000000000 {}"])
    #expect(try GraphView(read(image(built))).lines == GraphView(built).lines)
  }

  @Test func anotherOneIsNotTaken() throws {
    let bytes = try image(PlainGraph(seed: 1, nodeCount: 5, relationshipCount: 5).snapshot())
    let memory = Memory(bytes)
    let taken = try unsafe GraphSnapshot.reading(
      image: memory.lent, owner: memory, isWanted: { $0.identity == "another" }, schema: { _ in nil })
    #expect(taken == nil)
    #expect(try unsafe GraphSnapshot.imageStamp(in: memory.lent, owner: memory) == Self.stamp)
  }

  @Test func everyFieldOfTheHeaderIsChecked() throws {
    let bytes = try image(PlainGraph(seed: 2, nodeCount: 20, relationshipCount: 40).snapshot())
    for position in 0..<64 {
      for change in [UInt8(1), 0x80, 0xFF] {
        var damaged = bytes
        damaged[position] ^= change
        #expect(throws: SnapshotImageError.self, "byte \(position)") { try read(damaged) }
      }
    }
    var foreign = bytes
    foreign.replaceSubrange(8..<12, with: bytes[8..<12].reversed())
    #expect(throws: SnapshotImageError.otherByteOrder) { try read(foreign) }
    var older = bytes
    older[12] = 0
    #expect(throws: SnapshotImageError.otherVersion) { try read(older) }
    #expect(throws: SnapshotImageError.notAnImage) { try read(Array("SQLite format 3".utf8) + bytes) }
  }

  @Test func everyTruncationIsNoticed() throws {
    let bytes = try image(PlainGraph(seed: 3, nodeCount: 20, relationshipCount: 40).snapshot())
    for count in Array(stride(from: 0, to: bytes.count, by: 64)) + Array(0..<200) + [bytes.count - 1] {
      #expect(throws: SnapshotImageError.self) { try read(Array(bytes[..<count])) }
    }
    #expect(throws: SnapshotImageError.self) { try read(bytes + [0]) }
  }

  @Test func aDamagedByteIsNoticedOrHarmless() throws {
    let built = try PlainGraph(seed: 4, nodeCount: 60, relationshipCount: 150).snapshot(revision: 7)
    let bytes = try image(built)
    let lines = GraphView(built).lines
    var random = SplitMix64(seed: 11)
    for _ in 0..<1000 {
      var damaged = bytes
      for _ in 0...Int(random.next() % 3) {
        damaged[Int(random.next() % UInt64(bytes.count))] ^= UInt8(truncatingIfNeeded: random.next() | 1)
      }
      // What lies between sections belongs to none.
      if let read = try? read(damaged) { #expect(GraphView(read).lines == lines) }
    }
  }

  /// Checksums that fit on contents that do not: nothing may be read outside of what is there.
  @Test func aCatalogueThatDoesNotFitIsNoticed() throws {
    let bytes = try image(PlainGraph(seed: 5, nodeCount: 12, relationshipCount: 20).snapshot())
    let catalogue = word(bytes, 64)..<word(bytes, 64) + word(bytes, 72)
    var random = SplitMix64(seed: 12)
    for position in stride(from: catalogue.lowerBound, to: catalogue.upperBound, by: 8) {
      for value in [UInt64.max, random.next() % 64] {
        var damaged = bytes
        unsafe withUnsafeBytes(of: value) { unsafe damaged.replaceSubrange(position..<position + 8, with: $0) }
        seal(&damaged)
        // It may fit by chance, and says something else then; reading it must end without a trap.
        let memory = Memory(damaged)
        _ = try? unsafe GraphSnapshot.reading(
          image: memory.lent, owner: memory, isWanted: { _ in true }, schema: { _ in nil })
      }
    }
  }

  private func word(_ bytes: [UInt8], _ position: Int) -> Int {
    (0..<8).reduce(0) { $0 | Int(bytes[position + $1]) << ($1 * 8) }
  }

  /// Makes the checksums right.
  private func seal(_ bytes: inout [UInt8]) {
    func put(_ sum: UInt64, at position: Int) {
      unsafe withUnsafeBytes(of: sum) { unsafe bytes.replaceSubrange(position..<position + 8, with: $0) }
    }
    for entry in 0..<word(bytes, 24) {
      let start = 64 + entry * 32
      let contents = Array(bytes[word(bytes, start)..<word(bytes, start) + word(bytes, start + 8)])
      put(unsafe contents.withUnsafeBytes { unsafe ImageChecksum.checksum($0) }, at: start + 16)
    }
    let covered = Array(bytes[..<56] + bytes[64..<64 + word(bytes, 24) * 32])
    put(unsafe covered.withUnsafeBytes { unsafe ImageChecksum.checksum($0) }, at: 56)
  }
}
