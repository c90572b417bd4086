import GraphModel
import SeededRandom

@testable import Diagrams

/// Two small graphs to be compared, by names: a node's name is its key too.
struct GraphPair {
  var before = Sketch()
  var after = Sketch()

  struct Sketch {
    var nodes: [String: (kind: String, properties: [String: Value])] = [:]
    /// By id.
    var relationships: [Int64: (type: String, from: String, to: String, properties: [String: Value])] = [:]
  }

  static func id(_ name: String) -> Int64 { name.utf8.reduce(7) { $0 &* 31 &+ Int64($1) } & 0xFFFF_FFFF }

  /// The same text as both graphs have: `kind name, …` and `id from TYPE to, …`.
  static func sketch(_ nodes: String, _ relationships: String = "") -> Sketch {
    var sketch = Sketch()
    for entry in nodes.split(separator: ",") {
      let words = entry.split(separator: " ").map(String.init)
      var properties: [String: Value] = [:]
      for word in words.dropFirst(2) {
        let parts = word.split(separator: "=").map(String.init)
        properties[parts[0]] = .string(parts[1])
      }
      sketch.nodes[words[1]] = (words[0], properties)
    }
    for entry in relationships.split(separator: ",") {
      let words = entry.split(separator: " ").map(String.init)
      sketch.relationships[Int64(words[0]) ?? 0] = (words[2], words[1], words[3], [:])
    }
    return sketch
  }

  /// - Parameter first: the first number that the graph gives its elements; ids do not depend on it.
  static func subgraph(_ sketch: Sketch, first: Int = 0) -> Subgraph {
    var subgraph = Subgraph()
    var numbers: [String: NodeIndex] = [:]
    for (number, name) in sketch.nodes.keys.sorted().enumerated() {
      guard let node = sketch.nodes[name] else { continue }
      let index = NodeIndex(UInt32(first + number))
      numbers[name] = index
      subgraph.nodes[index] = NodeData(
        id: id(name), labels: [node.kind],
        properties: node.properties.merging(["key": .string(name), "name": .string(name)]) { first, _ in first })
    }
    for (number, entry) in sketch.relationships.sorted(by: { $0.key < $1.key }).enumerated() {
      guard let from = numbers[entry.value.from], let to = numbers[entry.value.to] else { continue }
      subgraph.relationships[RelationshipIndex(UInt32(first + number))] = RelationshipData(
        id: entry.key, type: entry.value.type, start: from, end: to, startID: id(entry.value.from),
        endID: id(entry.value.to), properties: entry.value.properties)
    }
    return subgraph
  }

  /// What the queries found; what they did not is named.
  func worlds(
    unfoundBefore: Sketch = Sketch(), unfoundAfter: Sketch = Sketch(), first: (Int, Int) = (0, 100)
  ) -> ComparedWorlds {
    ComparedWorlds(
      before: ComparedWorlds.World(
        name: "A", subgraph: Self.subgraph(before, first: first.0), unfound: Self.subgraph(unfoundBefore, first: 500)),
      after: ComparedWorlds.World(
        name: "B", subgraph: Self.subgraph(after, first: first.1), unfound: Self.subgraph(unfoundAfter, first: 700)))
  }

  func picture(
    _ definition: DiagramDefinition = DrawingTests.definition(), limits: DiagramLimits = DiagramLimits()
  ) -> Picture {
    ComparisonPicture.picture(
      definition, comparing: worlds(), schema: Schema(), parameters: [:], context: DiagramContext(limits: limits))
  }

  func diagram(_ definition: DiagramDefinition = DrawingTests.definition()) throws -> Diagram {
    try Diagram(definition, comparing: worlds(), schema: Schema())
  }

  /// Two graphs with much in common.
  static func random(_ random: inout SplitMix64) -> GraphPair {
    var pair = GraphPair()
    let count = random.number(in: 2...14)
    let names = (0..<count).map { "n\($0)" }
    for name in names {
      let kind = random.chance(percent: 50) ? "K" : "L"
      let value = Value.integer(Int64(random.number(below: 3)))
      if random.chance(percent: 85) { pair.before.nodes[name] = (kind, ["p": value]) }
      if random.chance(percent: 85) {
        let other = random.chance(percent: 20) ? Value.string("other") : value
        pair.after.nodes[name] = (kind, ["p": other])
      }
    }
    for id in 0..<Int64(random.number(below: 30)) {
      let ends = (names[random.number(below: count)], names[random.number(below: count)])
      let type = random.chance(percent: 60) ? "R" : "S"
      let properties: [String: Value] =
        random.chance(percent: 60) ? [:] : ["q": .integer(Int64(random.number(below: 3)))]
      let isKept = random.chance(percent: 60)
      let isOld = isKept || random.chance(percent: 50)
      if isOld, pair.before.nodes[ends.0] != nil, pair.before.nodes[ends.1] != nil {
        pair.before.relationships[id] = (type, ends.0, ends.1, properties)
      }
      if isKept || !isOld, pair.after.nodes[ends.0] != nil, pair.after.nodes[ends.1] != nil {
        let changed = random.chance(percent: 15) ? ["q": Value.string("other")] : properties
        pair.after.relationships[id] = (type, ends.0, ends.1, changed)
      }
    }
    return pair
  }
}
