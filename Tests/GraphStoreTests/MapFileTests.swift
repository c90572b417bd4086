import Foundation
import GraphModel
import SeededRandom
import Testing

@testable import GraphStore

@Suite("The map file")
struct MapFileTests {
  private func ledger(_ scratch: Scratch, count: Int = 300) throws -> GraphLedger {
    let ledger = try GraphLedger.open(scratch.path(), create: true)
    try ledger.load(
      (0..<count).map {
        document("d-\($0)", line: $0, name: .string("Document å \($0)"), ["pages": .integer(Int64($0 % 7))])
      },
      (1..<count).map { relationship("CITES", "d-\($0)", "d-\($0 / 2)", line: $0) }, schema: .sample())
    return ledger
  }

  @Test func whatWasWrittenIsRead() throws {
    let scratch = Scratch()
    let ledger = try ledger(scratch)
    #expect(try ledger.snapshotFromMapFile() == nil)
    #expect(try ledger.mapFileInfo() == nil)
    let built = try ledger.snapshot()
    #expect(try ledger.writeMapFile(built))
    #expect(scratch.files.contains("graph.db.map"))
    #expect(!scratch.files.contains("graph.db.map.new"))
    let read = try #require(try ledger.snapshotFromMapFile())
    #expect(read.revision == 1)
    #expect(read.schema == built.schema)
    #expect(read.dump() == built.dump())
    #expect(try ledger.mapFileInfo()?.revision == 1)
    #expect(try ledger.mapFileInfo()?.size == Int64(scratch.bytes("graph.db.map")?.count ?? 0))
    // In another process there is nothing but the file.
    let other = try GraphLedger.open(scratch.path(), create: false)
    #expect(try other.snapshotFromMapFile()?.dump() == built.dump())
  }

  @Test func anEarlierRevisionIsFollowed() throws {
    let scratch = Scratch()
    let ledger = try ledger(scratch)
    try ledger.writeMapFile(ledger.snapshot())
    try ledger.load([document("d-5", name: "changed"), document("later")])
    let read = try #require(try ledger.snapshotFromMapFile())
    #expect(read.revision == 1)
    #expect(try ledger.following(GraphView(read), limit: 100)?.dump() == (try ledger.snapshot()).dump())
  }

  /// A backup was put back: the map shows a revision that has not happened, or happened otherwise.
  @Test func aMapOfALostRevisionIsNotTaken() throws {
    let scratch = Scratch()
    do {
      let ledger = try ledger(scratch)
      try ledger.backup(to: scratch.path("backup.db"))
      try ledger.load([document("lost")])
      try ledger.writeMapFile(ledger.snapshot())
      #expect(try ledger.mapFileInfo()?.revision == 2)
    }
    for file in scratch.files where file.hasPrefix("graph.db") && file != "graph.db.map" {
      try FileManager.default.removeItem(atPath: scratch.path(file))
    }
    scratch.write(scratch.bytes("backup.db") ?? [], "graph.db")
    let restored = try GraphLedger.open(scratch.path(), create: false)
    #expect(try restored.snapshotFromMapFile() == nil)
    usleep(2000)
    try restored.load([document("other")])
    #expect(try restored.revision == 2)
    #expect(try restored.snapshotFromMapFile() == nil)
    #expect(try restored.writeMapFile(restored.snapshot()))
    #expect(try restored.snapshotFromMapFile()?.node(withKey: "lost") == nil)
  }

  @Test func anotherDatabasesMapIsNotTaken() throws {
    let (scratch, other) = (Scratch(), Scratch())
    let ledger = try ledger(scratch)
    try ledger.writeMapFile(ledger.snapshot())
    // Timestamps tell the two apart.
    usleep(2000)
    let second = try self.ledger(other, count: 10)
    other.write(scratch.bytes("graph.db.map") ?? [], "graph.db.map")
    #expect(try second.snapshotFromMapFile() == nil)
    #expect(try second.mapFileInfo() != nil)
    #expect(try second.mapFileInfo()?.revision == nil)
    #expect(try second.writeMapFile(second.snapshot()))
    #expect(try second.snapshotFromMapFile()?.nodeCount == 10)
  }

  @Test func aDamagedFileIsWrittenAnew() throws {
    let scratch = Scratch()
    let ledger = try ledger(scratch)
    let built = try ledger.snapshot()
    try ledger.writeMapFile(built)
    let whole = try #require(scratch.bytes("graph.db.map"))
    var random = SplitMix64(seed: 5)
    for contents in [[], Array(whole.prefix(100)), Array(whole.dropLast()), Array("no map at all".utf8)] {
      scratch.write(contents, "graph.db.map")
      #expect(try ledger.snapshotFromMapFile() == nil)
    }
    for _ in 0..<50 {
      var damaged = whole
      damaged[Int(random.next() % UInt64(whole.count))] ^= 1 << (random.next() % 8)
      scratch.write(damaged, "graph.db.map")
      if let read = try ledger.snapshotFromMapFile() { #expect(read.dump() == built.dump()) }
    }
    #expect(try ledger.writeMapFile(built))
    #expect(try ledger.snapshotFromMapFile()?.dump() == built.dump())
  }

  @Test func whereItCannotBeWrittenNothingHappens() throws {
    let scratch = Scratch()
    let ledger = try ledger(scratch, count: 5)
    // A folder stands in its place: also root cannot write it.
    try FileManager.default.createDirectory(atPath: scratch.path("graph.db.map.new"), withIntermediateDirectories: true)
    #expect(try !ledger.writeMapFile(ledger.snapshot()))
    #expect(try ledger.snapshotFromMapFile() == nil)
    try FileManager.default.removeItem(atPath: scratch.path("graph.db.map.new"))
    try FileManager.default.createDirectory(atPath: scratch.path("graph.db.map"), withIntermediateDirectories: true)
    #expect(try !ledger.writeMapFile(ledger.snapshot()))
    #expect(try ledger.snapshotFromMapFile() == nil)
    #expect(!scratch.files.contains("graph.db.map.new"))
    #expect(try GraphLedger.inMemory().mapFilePath == nil)
  }

  @Test func onlyWhoMayReadTheDatabaseMayReadItsMap() throws {
    let scratch = Scratch()
    let ledger = try ledger(scratch, count: 5)
    unsafe chmod(scratch.path(), 0o600)
    try ledger.writeMapFile(ledger.snapshot())
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("graph.db.map"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  /// One writes change after change and the file, others open and read: each sees one revision, whole.
  @Test func manyAtOnceGetRightAnswers() async throws {
    let scratch = Scratch()
    let path = scratch.path()
    let rounds = 15
    do {
      let ledger = try ledger(scratch)
      try ledger.writeMapFile(ledger.snapshot())
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let ledger = try GraphLedger.open(path, create: false)
        for round in 0..<rounds {
          try ledger.load([document("d-0", name: .string("round \(round)")), document("extra-\(round)")])
          if round % 3 == 0 { try ledger.writeMapFile(ledger.snapshot()) }
        }
      }
      for _ in 0..<10 {
        group.addTask {
          for _ in 0..<4 {
            let ledger = try GraphLedger.open(path, create: false)
            let kept = try #require(try ledger.snapshotFromMapFile())
            let view = try #require(try ledger.following(GraphView(kept), limit: 10_000))
            #expect(view.dump() == (try ledger.snapshot(at: view.revision)).dump())
            #expect(view.nodeCount == 300 + Int(view.revision) - 1)
            _ = try ledger.writeMapFile(kept)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func aWriterThatIsKilledHindersNobody() async throws {
    let scratch = Scratch()
    let path: String = scratch.path()
    do {
      let ledger = try ledger(scratch)
      try ledger.writeMapFile(ledger.snapshot())
    }
    let before = scratch.bytes("graph.db.map")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let file = try #require(LockedReplacement(path: path + ".map", mode: 0o600))
      let half = [UInt8](repeating: 1, count: 100_000)
      unsafe half.withUnsafeBytes { unsafe file.write($0) }
      kill(getpid(), SIGKILL)
    }
    #expect(scratch.bytes("graph.db.map") == before)
    let ledger = try GraphLedger.open(path, create: false)
    #expect(try ledger.snapshotFromMapFile()?.nodeCount == 300)
    #expect(try ledger.writeMapFile(ledger.snapshot()))
    #expect(!scratch.files.contains("graph.db.map.new"))
    #expect(try ledger.snapshotFromMapFile()?.dump() == (try ledger.snapshot()).dump())
  }
}
