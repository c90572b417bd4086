import GraphModel
import Testing

@testable import Diagrams

@Suite struct LinkTests {
  private static let schema = Schema(
    kinds: [
      NodeKind(
        name: "Thing",
        properties: [PropertyDefinition(name: "name", type: .string), PropertyDefinition(name: "site", type: .url)])
    ], relationshipTypes: [])

  private static func content(_ address: String, _ change: (inout DiagramDefinition) -> Void = { _ in }) throws
    -> SVGContent
  {
    var subgraph = DrawingTests.chain(["one", "two", "three"])
    for number in 0..<3 { subgraph.nodes[NodeIndex(UInt32(number))]?.properties["site"] = .string(address) }
    return try SVGContent(
      Diagram(DrawingTests.definition(change), subgraph: subgraph, schema: schema).render(.svg))
  }

  @Test func namesLeadToTheAddressThatTheSchemaDeclares() throws {
    let address = "https://example.org/a?b=1&c='%C3%A5'"
    #expect(try Self.content(address).links.isEmpty)
    let plain = "https://example.org/a?b=1&c=%C3%A5#d"
    let content = try Self.content(plain)
    #expect(content.links == [plain, plain, plain])
    #expect(content.elements.isSubset(of: SVGContent.expected.union(["a"])))
    #expect(content.root["role"] == "group")
    #expect(Set(content.ids).count == content.ids.count)
  }

  @Test func linesOfAListLeadThereToo() throws {
    let content = try Self.content("mailto:a@example.org") {
      $0.folding = [
        FoldingRule(
          type: "NEXT", leaf: .to, pattern: ElementPattern(), parent: ElementPattern(),
          relationship: ElementPattern(), columns: nil, keepsBox: false)
      ]
    }
    #expect(content.links.count == 3)
  }

  @Test func aRuleTakesLinksAway() throws {
    let content = try Self.content("https://example.org") {
      $0.nodeStyles = [NodeStyleRule(pattern: ElementPattern(), link: "none", isInLegend: true)]
    }
    #expect(content.links.isEmpty && content.root["role"] == "img")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "https://", "//example.org", "file:///etc/passwd",
    "https://example.org/\"onload=\"x", "https://example.org/<script>", "https://example.org/\\N", "https://a b",
    "https://example.org/å", "https://example.org/\n", " https://example.org",
  ])
  func nothingElseIsALink(address: String) throws {
    let content = try Self.content(address)
    #expect(content.links.isEmpty)
    #expect(content.elements.isSubset(of: SVGContent.expected))
  }
}
