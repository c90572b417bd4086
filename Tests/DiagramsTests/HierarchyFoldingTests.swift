import GraphModel
import Testing

@testable import Diagrams

@Suite struct HierarchyFoldingTests {
  /// A box for each parent, the first without one.
  private static func tree(_ parents: [Int], look: (Int) -> ArrowLook = { _ in ArrowLook() }) -> Picture {
    var picture = Picture(title: PlainText("T"), language: .english, summary: PlainText(""))
    for number in 0...parents.count {
      picture.boxes.append(PictureBox(id: "b\(number)", name: PlainText("Unit \(number)"), sort: PlainText("Unit")))
    }
    for (child, parent) in parents.enumerated() {
      picture.arrows.append(
        PictureArrow(id: "a\(child)", from: parent, to: child + 1, look: look(child + 1), meaning: PlainText("")))
    }
    return picture
  }

  private static func random(_ count: Int, seed: UInt64, _ parent: (Int, UInt64) -> Int) -> [Int] {
    var state = seed
    return (1...count).map { child in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return parent(child, state >> 33)
    }
  }

  private static let shapes: [String: @Sendable (Int, UInt64) -> Int] = [
    "bushy": { child, random in Int(random % UInt64(child)) },
    "even": { child, _ in (child - 1) / 5 },
    "chain": { child, _ in child - 1 },
    "star": { _, _ in 0 },
    "broom": { child, random in child < 40 ? child - 1 : Int(random % 40) },
  ]

  @Test(arguments: ["bushy", "even", "chain", "star", "broom"], [300, 5000])
  func drawsTheTopAndCountsTheRest(shape: String, count: Int) throws {
    var picture = Self.tree(Self.random(count, seed: 5, try #require(Self.shapes[shape])))
    PictureSummary.condense(&picture, limits: DiagramLimits(), closesBranches: true)
    #expect(picture.boxes.count <= DiagramLimits().boxes)
    #expect(picture.boxes.reduce(0) { $0 + $1.count } == count + 1)
    #expect(picture.boxes[0].name.text == "Unit 0")
    #expect(
      picture.arrows.allSatisfy { picture.boxes.indices.contains($0.from) && picture.boxes.indices.contains($0.to) })
    // Each that is named is named once.
    let names = picture.boxes.flatMap { [$0.name.text] + $0.rows.map(\.text.text) }.filter { $0.hasPrefix("Unit ") }
      .map { String($0.prefix { $0 != "(" }) }
    #expect(Set(names).count == names.count)
    #expect(names.count >= 8)
  }

  @Test func whereMoreBoxesAreAskedForNoneBecomesALine() {
    var picture = Self.tree(Self.random(499, seed: 9) { child, _ in (child - 1) / 6 })
    let limits = DiagramLimits(boxes: 1000, arrows: 2400, comfortableBoxes: 1000)
    PictureSummary.condense(&picture, limits: limits, closesBranches: true)
    #expect(picture.boxes.map(\.id) == (0...499).map { "b\($0)" })
    #expect(picture.boxes.allSatisfy { $0.rows.isEmpty })
    #expect(picture.notes.isEmpty)
  }

  @Test func leavesBecomeLinesOfTheBoxAboveThem() {
    var picture = Self.tree(Self.random(150, seed: 9) { child, _ in (child - 1) / 6 })
    PictureSummary.condense(&picture, limits: DiagramLimits(), closesBranches: true)
    let names = picture.boxes.flatMap { [$0.name.text] + $0.rows.map(\.text.text) }
    #expect(Set(names) == Set((0...150).map { "Unit \($0)" }))
    #expect(names.count == 151)
    #expect(picture.boxes.count < 30)
    #expect(picture.notes.isEmpty)
  }

  @Test func smallHierarchiesStayAsTheyAre() {
    let before = Self.tree(Self.random(60, seed: 9) { child, _ in (child - 1) / 6 })
    var picture = before
    PictureSummary.condense(&picture, limits: DiagramLimits(), closesBranches: true)
    #expect(picture.boxes.map(\.name.text) == before.boxes.map(\.name.text))
  }

  @Test func aDashedLineIsNotLost() {
    let dashed = ArrowLook(color: .grey, line: .dashed, arrow: .none)
    var picture = Self.tree(Self.random(150, seed: 9) { child, _ in (child - 1) / 6 }) { child in
      child == 150 ? dashed : ArrowLook()
    }
    PictureSummary.condense(&picture, limits: DiagramLimits(), closesBranches: true)
    #expect(picture.arrows.contains { $0.look == dashed && picture.boxes[$0.to].name.text == "Unit 150" })
  }

  @Test func whatIsNoHierarchyIsNotTakenForOne() {
    var picture = Self.tree(Self.random(300, seed: 2) { child, random in Int(random % UInt64(child)) })
    for number in 0..<300 {
      picture.arrows.append(
        PictureArrow(id: "x\(number)", from: number, to: (number * 7 + 3) % 300, meaning: PlainText("")))
    }
    #expect(!HierarchyFolding.fold(&picture, limits: DiagramLimits()))
    #expect(picture.boxes.count == 301)
  }
}
