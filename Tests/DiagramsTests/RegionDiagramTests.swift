import Foundation
import GraphModel
import Testing

@testable import Diagrams

@Suite struct RegionDiagramTests {
  static let context = DiagramContext(language: .swedish, date: "2026-11-22", revision: 1)

  static let all = ["governance", "councils-and-areas", "steering", "recipients", "decision-trail"]

  static func subgraph(_ name: String) -> Subgraph {
    let region = RegionGraph.shared
    return switch name {
    case "governance": region.governance
    case "steering": region.steering
    case "recipients": region.recipients
    case "decision-trail": region.decisionTrail
    default: region.councilsAndAreas
    }
  }

  static func diagram(_ name: String, language: CaptionLanguage = .swedish) throws -> Diagram {
    let region = RegionGraph.shared
    var context = Self.context
    context.language = language
    return try Diagram(
      try region.definition(name), subgraph: subgraph(name), schema: region.schema, context: context)
  }

  /// Pictures for the eye, where a folder is named for them.
  @Test(arguments: all) func writesPictures(name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["STYRGRAF_PICTURES"] else { return }
    let diagram = try Self.diagram(name)
    for format in DiagramFormat.allCases {
      let file = URL(fileURLWithPath: folder).appendingPathComponent("\(name).\(format.rawValue)")
      try Data(diagram.render(format)).write(to: file)
    }
  }

  @Test(arguments: all, CaptionLanguage.allCases)
  func fitsItsPage(name: String, language: CaptionLanguage) throws {
    let content = try SVGContent(Self.diagram(name, language: language).render(.svg))
    let ratio = content.size.width / content.size.height
    #expect(PageFit.bounds.contains(ratio), "\(name) is \(content.size)")
    #expect(content.elements.isSubset(of: SVGContent.expected))
  }

  @Test func holdsEveryCouncilAreaAndTeam() throws {
    let region = RegionGraph.shared
    for name in ["governance", "councils-and-areas"] {
      let text = try SVGContent(Self.diagram(name).render(.svg)).text.filter { !$0.isWhitespace }
      for node in region.nodes where ["Council", "ProgrammeArea", "ProcessTeam"].contains(node.data.labels[0]) {
        guard case .string(let label)? = node.data.properties["name"] else { continue }
        #expect(text.contains(label.filter { !$0.isWhitespace }), "\(label) in \(name)")
      }
    }
  }

  @Test func marksAreasWithoutCouncilAndInferredTeams() throws {
    let region = RegionGraph.shared
    var builder = PictureBuilder(
      definition: try region.definition("councils-and-areas"), subgraph: region.councilsAndAreas,
      schema: region.schema, context: Self.context)
    let picture = builder.picture(parameters: [:])
    let alone = picture.boxes.filter { $0.style.fill == .amber }.map(\.name.text).sorted()
    #expect(alone == ["Levnadsvanor", "Sällsynta sjukdomar", "Tandvård"])
    #expect(picture.boxes.flatMap(\.rows).count { $0.isTentative } == 41)
    #expect(picture.boxes.flatMap(\.rows).count == 74)
  }

  @Test(arguments: all) func givesTheSameBytesWhateverTheNumbersOfItsElements(name: String) throws {
    let subgraph = Self.subgraph(name)
    // The same content under other numbers.
    var renumbered = Subgraph()
    let count = UInt32(20_000)
    for (index, node) in subgraph.nodes { renumbered.nodes[NodeIndex(count - index.raw)] = node }
    for (index, relationship) in subgraph.relationships {
      var moved = relationship
      moved.start = NodeIndex(count - relationship.start.raw)
      moved.end = NodeIndex(count - relationship.end.raw)
      renumbered.relationships[RelationshipIndex(count - index.raw)] = moved
    }
    let region = RegionGraph.shared
    let definition = try region.definition(name)
    let pictures = try [subgraph, renumbered].map {
      try Diagram(definition, subgraph: $0, schema: region.schema, context: Self.context)
    }
    for format in DiagramFormat.allCases {
      let bytes = try pictures.map { try $0.render(format) }
      let isSame = bytes[0] == bytes[1]
      #expect(isSame, "\(format)")
    }
  }

  @Test func rendersFromManyThreadsAtOnce() async throws {
    let expected = try Self.diagram("steering").render(.svg)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<24 { group.addTask { try Self.diagram("steering").render(.svg) } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }
}
