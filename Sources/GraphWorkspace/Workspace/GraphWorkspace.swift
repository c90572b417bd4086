import CypherSemantics
public import GraphModel
import GraphStore
public import Temporals

/// A database with its folders: every verb of the product, once. It prints nothing.
///
/// The database is opened at the first verb that needs it. One caller at a time.
public final class GraphWorkspace {
  /// As the user gave it; `:memory:` is a database without a file.
  public let databasePath: String
  /// The folder that holds `queries` and `diagrams`.
  public let folder: String

  private var openLedger: GraphLedger?
  private var snapshots = SnapshotCache()
  var plans = PlanCache()
  /// What CALL can run; a session may add to it.
  var procedures = ProcedureRegistry.standard {
    didSet { plans = PlanCache() }
  }

  public init(database: String, folder: String = ".") {
    databasePath = database
    self.folder = folder
  }

  public var isInMemory: Bool { databasePath == ":memory:" }

  /// The database, opened now if it was not.
  /// - Parameter create: makes the file if it is missing; reading verbs never do.
  /// - Throws: `StoreError`.
  func ledger(create: Bool = false) throws(StoreError) -> GraphLedger {
    if let openLedger { return openLedger }
    let ledger = try GraphLedger.open(databasePath, create: create)
    // A first load that failed leaves such a file.
    if !create, try ledger.revision == 0, !isInMemory {
      throw StoreError(.noSuchFile, "nothing is loaded into '\(databasePath)' yet")
    }
    openLedger = ledger
    return ledger
  }

  /// Lets go of the database; the next verb opens it again.
  func closeLedger() {
    openLedger = nil
    snapshots = SnapshotCache()
  }

  /// The graph as it stands, read from the database only if it moved since.
  /// - Parameter validOn: only what is valid on that day.
  /// - Complexity: O(nodes + relationships + properties) when it has to be read.
  public func graph(validOn date: CalendarDate? = nil) throws -> GraphView {
    let ledger = try ledger()
    let revision = try ledger.revision
    if let known = snapshots[revision, date] { return GraphView(known) }
    let snapshot = try revision == 0 ? GraphSnapshot.empty() : ledger.snapshot(validOn: date)
    snapshots.add(snapshot, validOn: date)
    return GraphView(snapshot)
  }

  /// Empties the graph: for scratch databases.
  func clear() throws {
    let ledger = try ledger(create: true)
    if try ledger.revision > 0 || ledger.schema != nil { try ledger.clear() }
    snapshots = SnapshotCache()
  }
}

/// The snapshots of the latest revision, by the day they are valid on.
private struct SnapshotCache {
  private static let capacity = 4
  private var entries: [(date: CalendarDate?, snapshot: GraphSnapshot)] = []

  subscript(revision: Int64, date: CalendarDate?) -> GraphSnapshot? {
    entries.first { $0.snapshot.revision == revision && $0.date == date }?.snapshot
  }

  mutating func add(_ snapshot: GraphSnapshot, validOn date: CalendarDate?) {
    entries.removeAll { $0.snapshot.revision != snapshot.revision }
    if entries.count == Self.capacity { entries.removeFirst() }
    entries.append((date, snapshot))
  }
}
