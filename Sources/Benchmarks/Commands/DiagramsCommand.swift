import ArgumentParser
import Foundation

struct DiagramsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagrams", abstract: "Measures how fast pictures are drawn, beside 'dot' where it is on the path.",
    discussion: """
      Both programs draw the same made-up organisation chart as SVG, in turn; times are medians of whole processes. \
      The charts are drawn with all boxes, and folded as any large diagram is.

      EXAMPLE
        styrgraf-bench diagrams --styrgraf .build/release/styrgraf
      """)

  @Option(help: "The program 'styrgraf'.") var styrgraf: String
  @Option(help: "The program 'dot'; else that on the path.") var dot: String?
  @Option(help: "How often each chart is drawn.") var rounds = 5

  func validate() throws {
    guard (1...100).contains(rounds) else { throw ValidationError("--rounds is from 1 to 100") }
  }

  func run() throws {
    let run = DiagramRun(program: styrgraf, dot: dot ?? Self.onPath("dot"), rounds: rounds)
    for nodes in [100, 250, 500] { print(try run.measure(nodes: nodes, isWhole: true).text) }
    for nodes in [500, 2000, 5000] { print(try run.measure(nodes: nodes, isWhole: false).text) }
  }

  private static func onPath(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
