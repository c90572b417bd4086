import Foundation
import GraphModel
import SeededRandom
import Testing

@testable import GraphStore

@Suite("Opening a file")
struct OpeningTests {
  let scratch = Scratch()

  private func code(_ path: String, create: Bool = false) -> StoreError.Code? {
    do throws(StoreError) {
      _ = try GraphLedger.open(path, create: create)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func aMissingFileIsMadeOnlyIfAsked() throws {
    #expect(code(scratch.path()) == .noSuchFile)
    #expect(scratch.files.isEmpty)
    _ = try GraphLedger.open(scratch.path(), create: true)
    #expect(code(scratch.path()) == nil)
  }

  @Test func whatIsNoDatabaseIsRefusedAndLeftAsItWas() throws {
    let csv = "key,name\ndoc-a," + String(repeating: "long enough to have a header ", count: 10)
    scratch.write(csv.utf8, "text.csv")
    let before = scratch.bytes("text.csv")
    #expect(code(scratch.path("text.csv"), create: true) == .notALedger)
    #expect(scratch.bytes("text.csv") == before)
    #expect(code(scratch.folder, create: true) == .notALedger)
    #expect(code("", create: true) == .noSuchFile)
    #expect(code(scratch.path("no/such/folder.db"), create: true) == .cannotOpen)
    #expect(code(scratch.path("text.csv/below.db"), create: true) == .cannotOpen)
  }

  @Test func aDatabaseOfAnotherProgramIsRefusedAndLeftAsItWas() throws {
    do {
      let foreign = try Connection(path: scratch.path("foreign.db"), fileName: "foreign.db", create: true)
      try foreign.execute("PRAGMA journal_mode = WAL; CREATE TABLE node (id INTEGER); INSERT INTO node VALUES (1)")
    }
    let before = scratch.bytes("foreign.db")
    let files = scratch.files
    #expect(code(scratch.path("foreign.db"), create: true) == .notALedger)
    #expect(scratch.bytes("foreign.db") == before)
    #expect(scratch.files == files)
  }

  @Test func aFileOfANewerVersionIsRefusedByNameAndLeftAsItWas() throws {
    do {
      let ledger = try GraphLedger.open(scratch.path(), create: true)
      try ledger.connection.execute("PRAGMA user_version = \(LedgerFormat.version + 1)")
    }
    let before = scratch.bytes("graph.db")
    let error = #expect(throws: StoreError.self) { try GraphLedger.open(scratch.path(), create: true) }
    #expect(error?.code == .newerFormat)
    #expect(error?.message.contains(scratch.path()) == true)
    #expect(scratch.bytes("graph.db") == before)
    #expect(scratch.files == ["graph.db"])
  }

  @Test func aNewerVersionThatIsOnlyInTheLogIsRefusedToo() throws {
    let ledger = try GraphLedger.open(scratch.path(), create: true)
    try ledger.connection.execute("PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = \(LedgerFormat.version + 1)")
    #expect(code(scratch.path()) == .newerFormat)
  }

  @Test func aDamagedFileIsReportedAndNeverCrashes() throws {
    do {
      let ledger = try GraphLedger.open(scratch.path(), create: true)
      try ledger.load((0..<500).map { document("doc-\($0)", line: $0) }, schema: .sample())
    }
    let whole = try #require(scratch.bytes("graph.db"))
    for seed in 0..<40 {
      var random = SplitMix64(seed: UInt64(seed))
      var damaged = whole
      for _ in 0..<50 { damaged[Int.random(in: 100..<whole.count, using: &random)] ^= 0xFF }
      if seed % 4 == 0 { damaged.removeLast(whole.count / 2) }
      scratch.write(damaged, "damaged.db")
      guard let ledger = try? GraphLedger.open(scratch.path("damaged.db"), create: false) else { continue }
      _ = try? ledger.snapshot()
      _ = try? ledger.info()
      _ = try? ledger.dump()
      _ = try? ledger.load([document("doc-1", name: "another")])
    }
  }

  @Test func aNameWithAMeaningToSQLiteIsAFile() throws {
    // To SQLite itself a name such as `:x:` is not one.
    let name = ":ledger-\(UUID().uuidString):"
    let file = FileManager.default.currentDirectoryPath + "/" + name
    defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + suffix) } }
    _ = try GraphLedger.open(name, create: true)
    #expect(FileManager.default.fileExists(atPath: file))
  }

  @Test func theWriterIsDurableAndTheFileMarked() throws {
    let ledger = try GraphLedger.open(scratch.path(), create: true)
    #expect(try ledger.rows("PRAGMA journal_mode") == [["wal"]])
    #expect(try ledger.rows("PRAGMA foreign_keys") == [["0"]])
    #expect(try ledger.rows("PRAGMA synchronous") == [["2"]])
    #expect(try ledger.rows("PRAGMA application_id") == [["\(0x5354_5952)"]])
    #expect(try ledger.revision == 0)
    #expect(try ledger.schema == nil)
  }

  @Test func aBackupIsTheSameGraph() throws {
    let ledger = try GraphLedger.open(scratch.path(), create: true)
    try ledger.load([document("a"), document("b")], [relationship("CITES", "a", "b")], schema: .sample())
    try ledger.backup(to: scratch.path("copy.db"))
    let copy = try GraphLedger.open(scratch.path("copy.db"), create: false)
    #expect(try copy.dump() == ledger.dump())
    #expect(throws: StoreError.self) { try ledger.backup(to: scratch.path("copy.db")) }
  }
}
