import CypherSemantics
import Diagrams
import Governance
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

  /// The files that LOAD CSV may read.
  let tables: WorkspaceTables

  private var openLedger: GraphLedger?
  private var maps = MapCache()
  /// At which reading of the ledger's revision the maps were last held against its history.
  private var checkedReading = 0
  /// How the map is kept between revisions and between processes.
  let mapKeeping: MapKeeping
  let engine: EngineSettings
  let layouts: LayoutService
  var plans = PlanCache()
  /// What CALL can run; a session may add to it.
  var procedures: ProcedureRegistry {
    didSet { plans = PlanCache() }
  }
  /// What is known of the impact analysis of the graph that was asked last.
  let impacts = ImpactMemory()

  /// - Parameter layoutCommand: a program and arguments that do nothing but `serveLayouts()`; pictures are then laid out in
  ///   that process, which can be stopped, instead of in this one.
  public init(
    database: String, folder: String = ".", mapKeeping: MapKeeping = MapKeeping(), engine: EngineSettings = .standard,
    layoutCommand: [String]? = nil
  ) {
    databasePath = database
    self.folder = folder
    tables = WorkspaceTables(folder: folder)
    self.mapKeeping = mapKeeping
    self.engine = engine
    procedures = .workspace(impacts)
    layouts = layoutCommand.map { .worker($0) } ?? .inProcess
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
    maps = MapCache()
  }

  /// The graph as it stands. After a small commit, by whichever process, the map that is known is brought up to date;
  /// else it is read from the map file or built from the database.
  /// - Parameter validOn: only what is valid on that day.
  /// - Complexity: O(nodes + relationships + properties) when it has to be built.
  public func graph(validOn date: CalendarDate? = nil) throws -> GraphView {
    let ledger = try ledger()
    let revision = try ledger.revision
    try forgetOtherHistory(ledger)
    if let known = maps[revision, date] { return known }
    let graph: GraphView
    if revision == 0 {
      graph = GraphView(.empty())
    } else if let date {
      graph = GraphView(try ledger.snapshot(validOn: date))
    } else {
      graph = try wholeGraph(ledger)
    }
    impacts.forget()
    maps.add(graph, validOn: date, identity: date == nil ? try ledger.historyIdentity(at: graph.revision) : nil)
    return graph
  }

  /// As `graph(validOn:)`, with what impact analysis remembers of that graph, for question after question.
  func impactAnalysis(
    validOn date: CalendarDate? = nil, after scenario: Scenario? = nil
  ) throws -> (graph: GraphView, impact: GovernanceImpact) {
    let graph = try graph(validOn: date, after: scenario)
    // Replacements are judged by the day of the question, and a session may go on past midnight.
    let day = try date ?? Self.today()
    if scenario != nil { return (graph, GovernanceImpact(graph: graph, validOn: day)) }
    if let known = maps.impact(graph.revision, date), known.day == day { return (graph, known.impact) }
    let impact = GovernanceImpact(graph: graph, validOn: day)
    maps.keep((day, impact), graph.revision, date)
    return (graph, impact)
  }

  /// Lets go of maps that show a history which the database, restored from a backup, no longer tells.
  private func forgetOtherHistory(_ ledger: GraphLedger) throws {
    guard !isInMemory, ledger.readingCount != checkedReading else { return }
    if let latest = maps.latest, try latest.identity != ledger.historyIdentity(at: latest.graph.revision) {
      maps = MapCache()
    }
    checkedReading = ledger.readingCount
  }

  /// The course of history that the latest map of the whole graph shows; `nil` if the graph does not follow from it.
  func historyIdentity(of graph: GraphView) -> String? {
    guard !isInMemory, let latest = maps.latest, latest.graph.snapshot === graph.snapshot,
      latest.graph.revision == graph.revision
    else { return nil }
    return latest.identity
  }

  private func wholeGraph(_ ledger: GraphLedger) throws -> GraphView {
    if let latest = maps.latest, try latest.identity == ledger.historyIdentity(at: latest.graph.revision),
      let graph = try followed(latest.graph, ledger)
    {
      return graph
    }
    if mapKeeping.usesFile, let kept = try ledger.snapshotFromMapFile(),
      let graph = try followed(GraphView(kept), ledger)
    {
      return graph
    }
    let built = try ledger.snapshot()
    if mapKeeping.usesFile, built.nodeCount + built.relationshipCount >= mapKeeping.smallestFile {
      try ledger.writeMapFile(built)
    }
    return GraphView(built)
  }

  private func followed(_ graph: GraphView, _ ledger: GraphLedger) throws -> GraphView? {
    let size = graph.snapshot.nodeCount + graph.snapshot.relationshipCount
    guard size >= mapKeeping.smallestFollowed else { return nil }
    return try ledger.following(graph, limit: mapKeeping.overlayLimit(ofGraph: size))
  }

  /// Empties the graph: for scratch databases.
  func clear() throws {
    let ledger = try ledger(create: true)
    if try ledger.revision > 0 || ledger.schema != nil { try ledger.clear() }
    maps = MapCache()
  }
}

/// The maps of the latest revision, by the day they are valid on.
private struct MapCache {
  private static let capacity = 4

  struct Entry {
    var date: CalendarDate?
    var graph: GraphView
    /// The course of history that the map belongs to; `nil` for a part of the graph.
    var identity: String?
    /// What impact analysis remembers of the graph, for replacements on a day.
    var impact: (day: CalendarDate, impact: GovernanceImpact)?
  }

  private var entries: [Entry] = []

  subscript(revision: Int64, date: CalendarDate?) -> GraphView? {
    for position in entries.indices where entries[position].graph.revision == revision {
      if entries[position].date == date { return entries[position].graph }
    }
    return nil
  }

  func impact(_ revision: Int64, _ date: CalendarDate?) -> (day: CalendarDate, impact: GovernanceImpact)? {
    entries.first { $0.graph.revision == revision && $0.date == date }?.impact
  }

  mutating func keep(
    _ impact: (day: CalendarDate, impact: GovernanceImpact), _ revision: Int64, _ date: CalendarDate?
  ) {
    guard let position = entries.firstIndex(where: { $0.graph.revision == revision && $0.date == date }) else { return }
    entries[position].impact = impact
  }

  /// The latest known map of the whole graph.
  var latest: Entry? { entries.last { $0.date == nil } }

  mutating func add(_ graph: GraphView, validOn date: CalendarDate?, identity: String?) {
    // The whole graph of an earlier revision is what the next one follows from.
    entries.removeAll { $0.graph.revision != graph.revision && ($0.date != nil || date == nil) }
    if entries.count == Self.capacity, let oldest = entries.firstIndex(where: { $0.date != nil }) {
      entries.remove(at: oldest)
    }
    entries.append(Entry(date: date, graph: graph, identity: identity))
  }
}
