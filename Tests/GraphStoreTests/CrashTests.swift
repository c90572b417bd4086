import Diagnostics
import Foundation
import GraphModel
import Testing

@testable import GraphStore

@Suite("Killed in the midst of it")
struct CrashTests {
  @Test func aLoadIsAllOrNothing() async throws {
    let scratch = Scratch()
    let path: String = scratch.path()
    do {
      let ledger = try GraphLedger.open(path, create: true)
      try ledger.load((0..<50).map { document("old-\($0)", line: $0) }, schema: .sample())
    }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let ledger = try GraphLedger.open(path, create: false)
      // A small cache lets the transaction reach the disk before its end.
      try ledger.connection.execute("PRAGMA cache_size = 10")
      _ = try ledger.merge(context: someone) { session in
        for number in 0..<20_000 { try session.add(document("new-\(number)", line: number)) }
        for number in 0..<20_000 {
          try session.add(relationship("CITES", "old-1", "new-\(number)", line: number))
        }
        kill(getpid(), SIGKILL)
      }
    }
    let ledger = try GraphLedger.open(path, create: false)
    #expect(try ledger.revision == 1)
    #expect(try ledger.info().nodeCount == 50)
    #expect(try ledger.info().relationshipCount == 0)
    #expect(try ledger.integrityCheck().isEmpty)
    #expect(try ledger.load([document("after")]).isChange)
  }

  @Test func theFirstLoadIsAllOrNothing() async throws {
    let scratch = Scratch()
    let path: String = scratch.path()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let ledger = try GraphLedger.open(path, create: true)
      try ledger.connection.execute("PRAGMA cache_size = 10")
      _ = try ledger.merge(context: someone, schema: .sample()) { session in
        for number in 0..<20_000 { try session.add(document("new-\(number)", line: number)) }
        kill(getpid(), SIGKILL)
      }
    }
    let ledger = try GraphLedger.open(path, create: false)
    #expect(try ledger.revision == 0)
    #expect(try ledger.schema == nil)
    #expect(try ledger.info().nodeCount == 0)
    #expect(try ledger.integrityCheck().isEmpty)
    #expect(try ledger.load([document("after")], schema: .sample()).isChange)
  }

  /// The first load has a journal of its own; afterwards the log is back, also where the load came to nothing.
  @Test func theLogIsBackAfterTheFirstLoad() throws {
    let scratch = Scratch()
    let ledger = try GraphLedger.open(scratch.path(), create: true)
    #expect(throws: DiagnosticsError.self) { try ledger.load([document("a"), document("a")], schema: .sample()) }
    #expect(try ledger.rows("PRAGMA journal_mode") == [["wal"]])
    _ = try ledger.merge(context: someone, schema: .sample()) { session in
      #expect(try ledger.rows("PRAGMA journal_mode") == [["delete"]])
      try session.add(document("a"))
    }
    #expect(try ledger.rows("PRAGMA journal_mode") == [["wal"]])
    _ = try ledger.merge(context: someone) { session in
      #expect(try ledger.rows("PRAGMA journal_mode") == [["wal"]])
      try session.add(document("b"))
    }
    #expect(try ledger.info().nodeCount == 2)
  }

  /// Whoever has the empty database open already is not shut out by its first load.
  @Test func theFirstLoadLeavesReadersAlone() throws {
    let scratch = Scratch()
    let ledger = try GraphLedger.open(scratch.path(), create: true)
    let reader = try GraphLedger.open(scratch.path(), create: true)
    #expect(try reader.revision == 0)
    _ = try ledger.merge(context: someone, schema: .sample()) { session in
      try session.add(document("a"))
      #expect(try reader.revision == 0)
    }
    #expect(try reader.revision == 1)
  }

  @Test func aSecondWriterIsToldAndAReaderIsNotDisturbed() throws {
    let scratch = Scratch()
    let writer = try GraphLedger.open(scratch.path(), create: true)
    try writer.load([document("a")], schema: .sample())
    let other = try GraphLedger.open(scratch.path(), create: false)
    try other.connection.execute("PRAGMA busy_timeout = 50")
    _ = try writer.merge(context: someone) { session in
      try session.add(document("b"))
      #expect(try other.snapshot().nodeCount == 1)
      let error = #expect(throws: StoreError.self) { try other.load([document("c")]) }
      #expect(error?.code == .busy)
    }
    #expect(try other.snapshot().nodeCount == 2)
    #expect(try other.revision == 2)
  }
}
