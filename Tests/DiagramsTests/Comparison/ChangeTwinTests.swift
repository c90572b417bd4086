import GraphModel
import SeededRandom
import Testing

@testable import Diagrams

/// Marks beside a slow difference of sets that reads like the rules in docs/diagrams.md.
@Suite struct ChangeTwinTests {
  private typealias Entry = (id: Int64, type: String, from: String, to: String, properties: [String: Value])

  private static func entries(_ sketch: GraphPair.Sketch) -> [Entry] {
    sketch.relationships.map { ($0.key, $0.value.type, $0.value.from, $0.value.to, $0.value.properties) }
      .sorted { $0.id < $1.id }
  }

  private static func nodes(_ pair: GraphPair) -> [String: ChangeKind] {
    var marks: [String: ChangeKind] = [:]
    for name in Set(pair.before.nodes.keys).union(pair.after.nodes.keys) {
      switch (pair.before.nodes[name], pair.after.nodes[name]) {
      case (nil, _): marks[name] = .added
      case (_, nil): marks[name] = .removed
      case (let before?, let after?): if before.properties != after.properties { marks[name] = .changed }
      }
    }
    return marks
  }

  /// By the id that the relationship has in the picture: the later one's.
  private static func relationships(_ pair: GraphPair) -> [Int64: ChangeKind] {
    let (before, after) = (entries(pair.before), entries(pair.after))
    var marks: [Int64: ChangeKind] = [:]
    for new in after {
      if let old = before.first(where: { $0.id == new.id }), old.properties != new.properties {
        marks[new.id] = .changed
      }
    }
    var gone = before.filter { old in !after.contains { $0.id == old.id } }
    var come = after.filter { new in !before.contains { $0.id == new.id } }
    func pairUp(
      _ isSame: (Entry, Entry) -> Bool, _ mark: (Entry, Entry) -> ChangeKind?, _ mayPair: (Entry, Entry) -> Bool
    ) {
      var pairs: [(Entry, Entry)] = []
      for old in gone {
        let others = come.filter { isSame(old, $0) }
        guard others.count == 1, gone.count(where: { isSame($0, others[0]) }) == 1, mayPair(old, others[0]) else {
          continue
        }
        pairs.append((old, others[0]))
      }
      for (old, new) in pairs {
        marks[new.id] = mark(old, new)
        gone.removeAll { $0.id == old.id }
        come.removeAll { $0.id == new.id }
      }
    }
    pairUp(
      { $0.type == $1.type && $0.from == $1.from && $0.to == $1.to },
      { $0.properties == $1.properties ? nil : .changed }, { _, _ in true })
    for end in [\Entry.from, \Entry.to] {
      func mayPair(_ old: Entry, _ new: Entry) -> Bool {
        let isOnly =
          before.count { $0.type == old.type && $0[keyPath: end] == old[keyPath: end] } == 1
          && after.count { $0.type == new.type && $0[keyPath: end] == new[keyPath: end] } == 1
        return isOnly || (!old.properties.isEmpty && old.properties == new.properties)
      }
      pairUp({ $0.type == $1.type && $0[keyPath: end] == $1[keyPath: end] }, { _, _ in .moved }, mayPair)
    }
    for old in gone { marks[old.id] = .removed }
    for new in come { marks[new.id] = .added }
    return marks
  }

  @Test func marksAreTheDifferenceOfTheSets() {
    var random = SplitMix64(seed: 59)
    for round in 0..<400 {
      let pair = GraphPair.random(&random)
      let (nodes, relationships) = (Self.nodes(pair), Self.relationships(pair))
      let compared = ComparedGraph(pair.worlds())
      let changes = ElementChanges(compared, schema: Schema(), writer: ValueWriter(language: .english))
      var found: [Int64: ChangeKind] = [:]
      for (number, relationship) in compared.relationships.enumerated() where relationship.successor == nil {
        if let id = relationship.data?.id { found[id] = changes.relationships[number]?.kind }
      }
      #expect(found == relationships, "round \(round)")

      let picture = pair.picture()
      #expect(
        Dictionary(
          uniqueKeysWithValues: picture.boxes.compactMap { box in box.change.map { (box.name.text, $0.kind) } })
          == nodes, "round \(round)")
      #expect(picture.boxes.count == Set(pair.before.nodes.keys).union(pair.after.nodes.keys).count)
      let all = Array(nodes.values) + Array(relationships.values)
      for kind in ChangeKind.allCases {
        let isDrawn =
          picture.boxes.contains { $0.change?.kind == kind } || picture.arrows.contains { $0.change?.kind == kind }
        #expect(isDrawn == all.contains(kind), "round \(round)")
        #expect(picture.comparison?.sentence.text.contains(kind.sign) == all.contains(kind))
      }
    }
  }
}
