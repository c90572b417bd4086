import Foundation
import GraphModel
import Testing

@testable import Diagrams

@Suite struct RegionDiagramTests {
  static let context = DiagramContext(language: .swedish, date: "2026-11-22", revision: 1)

  static let all = ["governance", "councils-and-areas", "steering", "recipients", "decision-trail"]

  static func diagram(_ name: String, language: CaptionLanguage = .swedish) throws -> Diagram {
    let region = RegionGraph.shared
    var context = Self.context
    context.language = language
    let subgraph =
      switch name {
      case "governance": region.governance
      case "steering": region.steering
      case "recipients": region.recipients
      case "decision-trail": region.decisionTrail
      default: region.councilsAndAreas
      }
    return try Diagram(try region.definition(name), subgraph: subgraph, schema: region.schema, context: context)
  }

  /// Pictures for the eye, where a folder is named for them.
  @Test(arguments: all)
  func writesPictures(name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["STYRGRAF_PICTURES"] else { return }
    let diagram = try Self.diagram(name)
    for format in DiagramFormat.allCases {
      let file = URL(fileURLWithPath: folder).appendingPathComponent("\(name).\(format.rawValue)")
      try Data(diagram.render(format)).write(to: file)
    }
  }
}
