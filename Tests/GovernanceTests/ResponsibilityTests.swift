import Governance
import GraphModel
import ImpactAnalysis
import TestGraphs
import Testing

@Suite struct ResponsibilityTests {
  func responsibility(of key: String, in sketch: GraphSketch) throws -> Responsibility {
    let graph = sketch.graph
    let index = ResponsibilityIndex(graph: graph)
    let found = index.responsibility(of: try graph.node(key))
    #expect(try index.councils(of: graph.node(key)).map(\.key) == found.councils.map(\.key))
    return found
  }

  @Test func owningCouncilComesFirst() throws {
    var sketch = GraphSketch.region
    sketch.node("d", "Document")
    sketch.link("d", "OWNED_BY", "sor-b")
    sketch.link("d", "OWNED_BY", "org")
    sketch.link("d", "OWNED_BY", "rpt-hoft")
    sketch.link("d", "BELONGS_TO", "po-rorelse")
    let found = try responsibility(of: "d", in: sketch)
    #expect(found.councils.map(\.key) == ["sor-b"])
    #expect(found.rule == .owner && !found.restsOnInference)
    #expect(found.owners.map(\.key) == ["org", "rpt-hoft"])
  }

  @Test func owningTeamsAreaComesBeforeItsOwnArea() throws {
    var sketch = GraphSketch.region
    sketch.node("d", "Document")
    sketch.link("d", "OWNED_BY", "rpt-hoft")
    sketch.link("d", "BELONGS_TO", "po-psykisk-halsa")
    let found = try responsibility(of: "d", in: sketch)
    #expect(found.councils.map(\.key) == ["sor-ortopedi"])
    #expect(found.rule == .owningTeam && found.restsOnInference)
  }

  @Test func areaCountsWhereTheTeamsAreaHasNoCouncil() throws {
    var sketch = GraphSketch.region
    sketch.node("d", "Document")
    sketch.link("d", "OWNED_BY", "rpt-kake")
    sketch.link("d", "BELONGS_TO", "po-psykisk-halsa")
    let found = try responsibility(of: "d", in: sketch)
    #expect(found.councils.map(\.key) == ["sor-a", "sor-b", "sor-c"])
    #expect(found.rule == .area && !found.restsOnInference)
  }

  @Test func noneWhereTheAreaHasNoCouncilOrThereIsNoArea() throws {
    var sketch = GraphSketch.region
    sketch.node("d", "Document")
    sketch.node("alone", "Document")
    sketch.link("d", "BELONGS_TO", "po-tandvard")
    #expect(try responsibility(of: "d", in: sketch).councils.isEmpty)
    #expect(try responsibility(of: "alone", in: sketch).rule == nil)
    #expect(try responsibility(of: "org", in: sketch).councils.isEmpty)
  }

  @Test func designItemTakesThoseOfItsPartsTogether() throws {
    var sketch = GraphSketch.region
    sketch.node("d", "Document")
    sketch.node("l", "DesignLink")
    sketch.node("inner", "DesignItem")
    sketch.node("outer", "DesignItem")
    sketch.node("owned", "DesignItem")
    sketch.link("d", "OWNED_BY", "sor-c")
    sketch.link("l", "BELONGS_TO", "po-rorelse", ["basis": "inferred"])
    sketch.link("inner", "BASED_ON", "d")
    sketch.link("outer", "CONTAINS", "inner")
    sketch.link("outer", "USES", "l")
    sketch.link("owned", "CONTAINS", "outer")
    sketch.link("owned", "BELONGS_TO", "po-rorelse")
    let outer = try responsibility(of: "outer", in: sketch)
    #expect(outer.councils.map(\.key) == ["sor-c", "sor-ortopedi"])
    #expect(outer.rule == .contents && outer.restsOnInference)
    #expect(try responsibility(of: "inner", in: sketch).councils.map(\.key) == ["sor-c"])
    #expect(try responsibility(of: "owned", in: sketch).councils.map(\.key) == ["sor-ortopedi"])
  }

  @Test func linkDoesNotTakeThoseOfItsDocument() throws {
    var sketch = GraphSketch.region
    sketch.node("d", "Document")
    sketch.node("l", "DesignLink")
    sketch.link("d", "OWNED_BY", "sor-c")
    sketch.link("l", "LINKS_TO", "d")
    #expect(try responsibility(of: "l", in: sketch).councils.isEmpty)
  }

  @Test func bodiesThemselves() throws {
    let sketch = GraphSketch.region
    #expect(try responsibility(of: "sor-a", in: sketch).rule == .itself)
    #expect(try responsibility(of: "po-psykisk-halsa", in: sketch).councils.map(\.key) == ["sor-a", "sor-b", "sor-c"])
    #expect(try responsibility(of: "rpt-hoft", in: sketch).councils.map(\.key) == ["sor-ortopedi"])
  }

  @Test func graphsOfOtherThingsHaveNoCouncils() throws {
    var sketch = GraphSketch(schema: nil)
    sketch.node("a", "Package")
    sketch.node("b", "Package")
    sketch.link("a", "OWNED_BY", "b")
    let found = try responsibility(of: "a", in: sketch)
    #expect(found.councils.isEmpty && found.owners.map(\.key) == ["b"])
  }

  /// Items that contain each other any way at all: what each reaches through items without councils of their own,
  /// followed one by one.
  @Test func circlesAgreeWithWalkingThemOneByOne() throws {
    var state: UInt64 = 5
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      var sketch = GraphSketch(schema: .region)
      let count = 2 + random(9)
      for number in 0..<3 { sketch.node("c\(number)", "Council") }
      var own: [Int: Int] = [:]
      var parts: [Int: [Int]] = [:]
      for item in 0..<count {
        sketch.node("i\(item)", "DesignItem")
        if random(4) == 0 {
          own[item] = random(3)
          sketch.link("i\(item)", "OWNED_BY", "c\(own[item] ?? 0)")
        }
      }
      for _ in 0..<random(2 * count + 1) {
        let (whole, part) = (random(count), random(count))
        parts[whole, default: []].append(part)
        sketch.link("i\(whole)", "CONTAINS", "i\(part)")
      }
      let graph = sketch.graph
      let index = ResponsibilityIndex(graph: graph)
      for item in (0..<count).shuffled() {
        var seen: Set<Int> = []
        var open = [item]
        var expected: Set<String> = []
        while let next = open.popLast() {
          guard seen.insert(next).inserted else { continue }
          if let council = own[next] { expected.insert("c\(council)") } else { open += parts[next] ?? [] }
        }
        #expect(try index.councils(of: graph.node("i\(item)")).map(\.key) == expected.sorted())
      }
    }
  }

  @Test func deepNestingNeedsNoDeepStack() throws {
    var sketch = GraphSketch(schema: .region)
    sketch.node("c", "Council")
    let depth = 20_000
    for number in 0...depth { sketch.node("i\(number)", "DesignItem") }
    for number in 0..<depth { sketch.link("i\(number)", "CONTAINS", "i\(number + 1)") }
    sketch.link("i\(depth)", "OWNED_BY", "c")
    #expect(try responsibility(of: "i0", in: sketch).councils.map(\.key) == ["c"])
  }
}
