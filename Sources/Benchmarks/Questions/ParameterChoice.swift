import GraphModel
import GraphWorkspace
import SeededRandom

/// Chooses what the questions are asked about, by what a loaded country holds.
enum ParameterChoice {
  static func choose(in workspace: GraphWorkspace, seed: UInt64) throws -> BenchmarkParameters {
    let dependents = try counts(
      "MATCH (d:Document)<-[:CITES|LINKS_TO|USES|CONTAINS*1..]-(i:DesignItem) RETURN d.key, count(DISTINCT i)",
      in: workspace)
    let documents = try keys("MATCH (d:Document) RETURN d.key ORDER BY d.key", in: workspace)
    let uncited = try keys("MATCH (d:Document) WHERE NOT (d)<-[:CITES]-() RETURN d.key ORDER BY d.key", in: workspace)
    guard let hot = dependents.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
      throw BenchmarkError("the database holds no document on which a design item depends")
    }
    let median = dependents.values.sorted()[dependents.count / 2]
    let typical = documents.first { dependents[$0] == median } ?? hot.key
    let fewest = uncited.compactMap { dependents[$0] }.min() ?? median
    let leaf = uncited.first { dependents[$0] == fewest } ?? typical
    var random = SplitMix64("parameters", seed: seed)
    return BenchmarkParameters(
      hot: subject(hot.key, dependents), typ: subject(typical, dependents), leaf: subject(leaf, dependents),
      set: (0..<100).map { _ in BenchmarkParameters.Subject(key: documents[random.number(below: documents.count)]) },
      look: (0..<1000).map { _ in BenchmarkParameters.Subject(key: documents[random.number(below: documents.count)]) },
      q5: try farthestPerson(in: workspace))
  }

  private static func subject(_ key: String, _ dependents: [String: Int]) -> BenchmarkParameters.Subject {
    BenchmarkParameters.Subject(key: key, count: dependents[key])
  }

  /// The last design item, and of the persons farthest from it the first.
  private static func farthestPerson(in workspace: GraphWorkspace) throws -> BenchmarkParameters.Ends {
    let items = try keys("MATCH (i:DesignItem) RETURN i.key ORDER BY i.key DESC LIMIT 1", in: workspace)
    let people = try keys("MATCH (p:Person) RETURN p.key ORDER BY p.key", in: workspace)
    let graph = try workspace.graph()
    guard let item = items.first, let start = graph.snapshot.node(withKey: item) else {
      throw BenchmarkError("the database holds no design item")
    }
    let distances = PlainAdjacency(graph, types: nil, isEitherWay: true).distances(from: start)
    var farthest: (key: String, distance: Int)?
    for person in people {
      guard let node = graph.snapshot.node(withKey: person), let distance = distances[Int(node.raw)] else { continue }
      if distance > farthest?.distance ?? -1 { farthest = (person, distance) }
    }
    guard let farthest else { throw BenchmarkError("no way leads from a design item to a person") }
    return BenchmarkParameters.Ends(
      a: .init(key: item), b: .init(key: farthest.key), dist: farthest.distance)
  }

  private static func keys(_ query: String, in workspace: GraphWorkspace) throws -> [String] {
    try workspace.prepare(query).answer().rows.compactMap { row in
      if case .string(let key)? = row.first { key } else { nil }
    }
  }

  private static func counts(_ query: String, in workspace: GraphWorkspace) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in try workspace.prepare(query).answer().rows {
      if case .string(let key)? = row.first, case .integer(let count)? = row.last { counts[key] = Int(count) }
    }
    return counts
  }
}
