import GraphModel
import Testing

@testable import GraphStore

/// The revision is asked for before every question, mostly without a system call, and is never old.
@Suite struct RevisionTests {
  let scratch = Scratch()

  private func create(_ name: String) -> Change {
    .createNode(.created(NodeIndex(0)), labels: ["A"], properties: ["name": .string(name)])
  }

  @Test func commitsOfOthersAreSeenAtOnce() throws {
    let writer = try GraphLedger.open(scratch.path(), create: true)
    let reader = try GraphLedger.open(scratch.path(), create: false)
    for number in 1...40 {
      #expect(try reader.revision == Int64(number - 1))
      _ = try writer.commit([create("n\(number)")], context: someone, expectedRevision: Int64(number - 1))
      #expect(try reader.revision == Int64(number))
      #expect(try reader.revision == Int64(number))
      #expect(try writer.revision == Int64(number))
      // The log is emptied, begun anew, and the file packed.
      switch number % 5 {
      case 1: try writer.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      case 2: try reader.connection.execute("PRAGMA wal_checkpoint(RESTART)")
      case 3: try writer.connection.execute("VACUUM")
      default: break
      }
      #expect(try reader.revision == Int64(number))
    }
    _ = try reader.commit([create("own")], context: someone, expectedRevision: 40)
    #expect(try reader.revision == 41)
    #expect(try writer.revision == 41)
  }

  @Test func anIdleReaderKnowsThatNothingHappened() throws {
    let writer = try GraphLedger.open(scratch.path(), create: true)
    _ = try writer.commit([create("n")], context: someone, expectedRevision: 0)
    let reader = try GraphLedger.open(scratch.path(), create: false)
    #expect(try reader.revision == 1)
    let mark = try #require(reader.connection.commitMark())
    #expect(reader.connection.commitMark() == mark)
    _ = try writer.info()
    #expect(reader.connection.commitMark() == mark)
    _ = try writer.commit([create("m")], context: someone, expectedRevision: 1)
    #expect(reader.connection.commitMark() != mark)
  }

  @Test func aTransactionKeepsItsRevision() throws {
    let writer = try GraphLedger.open(scratch.path(), create: true)
    _ = try writer.commit([create("n")], context: someone, expectedRevision: 0)
    let reader = try GraphLedger.open(scratch.path(), create: false)
    #expect(try reader.revision == 1)
    #expect(try reader.revision == 1)
    try reader.connection.read {
      #expect(try reader.revision == 1)
      _ = try writer.commit([create("m")], context: someone, expectedRevision: 1)
      #expect(try reader.revision == 1)
    }
    #expect(try reader.revision == 2)
  }

  @Test func whatWasRolledBackNeverWas() throws {
    let ledger = try GraphLedger.open(scratch.path(), create: true)
    _ = try ledger.commit([create("n")], context: someone, expectedRevision: 0)
    #expect(try ledger.revision == 1)
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try ledger.connection.write {
        try ledger.recordChangeSet(2, someone)
        #expect(try ledger.revision == 2)
        throw Stop()
      }
    }
    #expect(try ledger.revision == 1)
  }

  @Test func aDatabaseInMemoryHasNoLog() throws {
    let ledger = try GraphLedger.open(":memory:", create: true)
    for number in 0..<3 {
      #expect(try ledger.revision == Int64(number))
      #expect(ledger.connection.commitMark() == nil)
      _ = try ledger.commit([create("n")], context: someone, expectedRevision: Int64(number))
    }
  }
}
