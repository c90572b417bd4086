import Foundation

/// Draws a made-up organisation chart with this product and with `dot`, one after the other and whole process against
/// whole process, and tells both times.
struct DiagramRun {
  /// The program `styrgraf`.
  let program: String
  /// The program `dot`; `nil` where there is none.
  let dot: String?
  var rounds = 5

  struct Line {
    var name: String
    var nodes: Int
    /// Medians of wall and processor time, in seconds.
    var own: (wall: Double, processor: Double)
    var dot: (wall: Double, processor: Double)?

    var text: String {
      let times = "\(name): \(nodes) nodes, styrgraf \(Self.text(own.wall)) s (\(Self.text(own.processor)) s processor)"
      guard let dot else { return times }
      return times + ", dot \(Self.text(dot.wall)) s (\(Self.text(dot.processor)) s processor), ratio "
        + "\(Self.text(own.wall / max(dot.wall, 1e-6))) wall, "
        + "\(Self.text(own.processor / max(dot.processor, 1e-6))) processor"
    }

    private static func text(_ number: Double) -> String { String(format: "%.3f", number) }
  }

  /// - Parameter isWhole: draws every box; else the picture is folded as any large one is.
  func measure(nodes: Int, isWhole: Bool) throws -> Line {
    let folder = FileManager.default.temporaryDirectory.appending(path: "styrgraf-diagrams-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let chart = OrganisationChart(nodes: nodes)
    try chart.write(into: folder.path)
    let database = folder.appending(path: "chart.db").path
    _ = try Self.time(program, ["load", folder.path, "--db", database])
    let output = folder.appending(path: "chart").path
    var arguments = ["diagram", "chart", "--workspace", folder.path, "--db", database, "-o", output + ".svg"]
    if isWhole { arguments += ["--max-boxes", String(2 * nodes)] }
    var own: [(wall: Double, processor: Double)] = []
    var other: [(wall: Double, processor: Double)] = []
    for _ in 0..<rounds {
      own.append(try Self.time(program, arguments))
      if let dot {
        other.append(
          try Self.time(dot, ["-Tsvg", "-o", output + "-dot.svg", folder.appending(path: "chart.dot").path]))
      }
    }
    return Line(
      name: isWhole ? "all boxes" : "folded", nodes: nodes, own: Self.median(own),
      dot: other.isEmpty ? nil : Self.median(other))
  }

  private static func median(_ times: [(wall: Double, processor: Double)]) -> (wall: Double, processor: Double) {
    (times.map(\.wall).sorted()[times.count / 2], times.map(\.processor).sorted()[times.count / 2])
  }

  /// Runs a program to its end.
  /// - Throws: `BenchmarkError` if it fails.
  private static func time(_ program: String, _ arguments: [String]) throws -> (wall: Double, processor: Double) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let (wall, processor) = (ProcessClock.wallSeconds, ProcessClock.childrenSeconds)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkError("'\(program) \(arguments.joined(separator: " "))' failed")
    }
    return (ProcessClock.wallSeconds - wall, ProcessClock.childrenSeconds - processor)
  }
}
