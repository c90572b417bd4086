import Diagnostics
import GraphModel
import Testing

@testable import Diagrams

/// The layouts that are our own, on pictures made for them.
@Suite struct LayoutTests {
  private struct Random {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private func picture(boxes: Int, arrows: [(Int, Int)] = []) -> Picture {
    var picture = Picture(title: PlainText("Prov"), language: .swedish, summary: PlainText("Prov"))
    for number in 0..<boxes {
      picture.boxes.append(
        PictureBox(
          id: "b\(number)",
          name: PlainText(String(repeating: "Enhet \(number) ", count: 1 + number * 7 % 4)), sort: PlainText("Enhet")))
    }
    for (number, arrow) in arrows.enumerated() {
      picture.arrows.append(
        PictureArrow(
          id: "a\(number)", from: arrow.0, to: arrow.1, look: ArrowLook(arrow: .none), caption: PlainText("del av"),
          meaning: PlainText("del av")))
    }
    return picture
  }

  /// The drawn boxes by id.
  private func places(_ picture: Picture) throws -> [String: Frame] {
    let page = try PictureComposer.compose(picture, by: .inProcess).graph
    let drawn = try Graphviz.geometry(of: page, engine: "nop2")
    let wanted = Set(picture.boxes.map(\.id))
    return Dictionary(
      uniqueKeysWithValues: zip(page.nodes, drawn.nodes).filter { wanted.contains($0.0.name) }.map {
        ($0.0.name, $0.1.frame)
      })
  }

  private func expectApart(_ places: [String: Frame], _ comment: Comment) {
    let frames = places.sorted { $0.key < $1.key }
    for (number, a) in frames.enumerated() {
      for b in frames.dropFirst(number + 1) {
        let isApart =
          a.value.right <= b.value.left + 0.1 || b.value.right <= a.value.left + 0.1
          || a.value.top <= b.value.bottom + 0.1 || b.value.top <= a.value.bottom + 0.1
        #expect(isApart, "\(a.key) and \(b.key) \(comment)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6], LayoutDirection.allCases)
  func aTreeOfAnyShapeKeepsItsOrderAndNeverOverlaps(seed: Int, direction: LayoutDirection) throws {
    var random = Random(state: UInt64(seed))
    let count = 5 + random.next(60)
    // Half of the trees have boxes with two parents.
    var arrows = (1..<count).map { (random.next($0), $0) }
    if seed.isMultiple(of: 2) { arrows.append((0, count - 1)) }
    var picture = picture(boxes: count, arrows: arrows)
    picture.layout.lines = .bent
    picture.layout.directions = [direction]
    picture.layout.page = .wide
    let places = try places(picture)
    #expect(places.count == count)
    expectApart(places, "\(seed) \(direction)")
    for parent in 0..<count {
      let children = arrows.prefix(count - 1).filter { $0.0 == parent }.compactMap { places["b\($0.1)"] }
      for (a, b) in zip(children, children.dropFirst()) {
        #expect(direction == .leftToRight ? a.top > b.top : a.left < b.left)
      }
      guard let own = places["b\(parent)"], let first = children.first, let last = children.last else { continue }
      for child in children {
        #expect(direction == .leftToRight ? child.left > own.right : child.top < own.bottom)
      }
      let middles =
        direction == .leftToRight
        ? (own.bottom + own.top, (first.bottom + first.top + last.bottom + last.top) / 2)
        : (own.left + own.right, (first.left + first.right + last.left + last.right) / 2)
      #expect(abs(middles.0 - middles.1) < 1)
    }
  }

  @Test func aCircleIsNoTreeAndIsDrawnAllTheSame() throws {
    var picture = picture(boxes: 4, arrows: [(0, 1), (1, 2), (2, 3), (3, 1), (2, 2)])
    picture.layout.lines = .bent
    expectApart(try places(picture), "circle")
  }

  @Test func boxesWithoutLinesStandInColumnsOfOneWidth() throws {
    var picture = picture(boxes: 14)
    for number in 0..<14 {
      picture.boxes[number].style.width = 30
      picture.boxes[number].frame = number < 9 ? 0 : 1
    }
    picture.frames = [
      PictureFrame(id: "f0", title: PlainText("Den ena")), PictureFrame(id: "f1", title: PlainText("Den andra")),
    ]
    let places = try places(picture)
    expectApart(places, "grid")
    let lefts = Set((0..<9).compactMap { places["b\($0)"]?.left.rounded() })
    let widths = Set((0..<9).compactMap { places["b\($0)"]?.width.rounded() })
    #expect(lefts.count <= 4 && widths.count == 1)
  }

  /// Trying all numbers of columns on every level anew took minutes at this depth.
  @Test func framesOfAnyDepthAreLaidOut() throws {
    var picture = picture(boxes: 14 * 6)
    for depth in 0..<6 {
      picture.frames.append(
        PictureFrame(id: "f\(depth)", title: PlainText("Nivå \(depth)"), parent: depth == 0 ? nil : depth - 1))
      for number in 0..<14 { picture.boxes[depth * 14 + number].frame = depth }
    }
    let places = try places(picture)
    #expect(places.count == 84)
    expectApart(places, "depth")
  }

  @Test func framesWithoutBoxesAreNoReasonToStop() throws {
    var picture = picture(boxes: 0)
    picture.frames = [PictureFrame(id: "f0", title: PlainText("Tom"))]
    #expect(try places(picture).isEmpty)
  }

  @Test func timeRunsOnAndWhatHasNoMomentStandsLast() throws {
    var picture = picture(boxes: 6, arrows: [(0, 1)])
    for number in 2..<6 { picture.boxes[number].moment = .at(.integer(Int64(10 - number))) }
    picture.boxes[3].moment = .undated
    for number in 0..<6 { picture.boxes[number].frame = number % 2 }
    picture.frames = [PictureFrame(id: "f0", title: PlainText("")), PictureFrame(id: "f1", title: PlainText(""))]
    picture.layout.directions = [.topToBottom]
    let places = try places(picture)
    expectApart(places, "time")
    // The heads, then 5 (moment 5), 4 (6), 2 (8), and last the one without a moment.
    let tops = [0, 5, 4, 2, 3].compactMap { places["b\($0)"]?.top }
    #expect(tops.count == 5 && tops == tops.sorted(by: >))
    #expect(places["b0"]?.left != places["b1"]?.left)
  }

  private func expectFramed(_ picture: Picture, _ comment: Comment) throws {
    let page = try PictureComposer.compose(picture, by: .inProcess).graph
    let drawn = try Graphviz.geometry(of: page, engine: "nop2")
    let boxes = try places(picture)
    expectApart(boxes, comment)
    var frames: [String: Frame] = [:]
    for (subgraph, place) in zip(page.subgraphs, drawn.subgraphs) { frames[subgraph.name] = place.box }
    func holds(_ outer: Frame, _ inner: Frame) -> Bool {
      outer.left <= inner.left + 0.5 && outer.bottom <= inner.bottom + 0.5 && inner.right <= outer.right + 0.5
        && inner.top <= outer.top + 0.5
    }
    for box in picture.boxes {
      guard let place = boxes[box.id] else { continue }
      for (number, frame) in picture.frames.enumerated() {
        var around = box.frame
        while let next = around, next != number { around = picture.frames[next].parent }
        guard let drawn = frames["cluster_" + frame.id] else { continue }
        if around == number {
          #expect(holds(drawn, place), "\(box.id) lies outside \(frame.id): \(comment)")
        } else {
          let isApart =
            drawn.right <= place.left + 0.5 || place.right <= drawn.left + 0.5 || drawn.top <= place.bottom + 0.5
            || place.top <= drawn.bottom + 0.5
          #expect(isApart, "\(box.id) lies in \(frame.id): \(comment)")
        }
      }
    }
  }

  @Test(arguments: LayoutDirection.allCases)
  func boxesWithoutLinesInFramesInBandsStayInThem(direction: LayoutDirection) throws {
    var picture = picture(boxes: 5, arrows: [(0, 1)])
    picture.frames = [
      PictureFrame(id: "one", title: PlainText("one"), band: 0),
      PictureFrame(id: "two", title: PlainText("two"), band: 1),
      PictureFrame(id: "a", title: PlainText("inferred"), parent: 0),
      PictureFrame(id: "b", title: PlainText("inferred"), parent: 1),
      PictureFrame(id: "c", title: PlainText("stated"), parent: 0),
      PictureFrame(id: "d", title: PlainText("stated"), parent: 1),
    ]
    for (box, frame) in [4, 5, 2, 4, 3].enumerated() { picture.boxes[box].frame = frame }
    picture.layout.directions = [direction]
    try expectFramed(picture, "\(direction)")
  }

  @Test(arguments: 1...24, LayoutDirection.allCases)
  func everyBoxLiesInItsFrames(seed: Int, direction: LayoutDirection) throws {
    var random = Random(state: UInt64(seed))
    let count = 4 + random.next(12)
    let arrows = (0..<random.next(count)).map { _ in (random.next(count), random.next(count)) }
    var picture = picture(boxes: count, arrows: arrows.filter { $0.0 != $0.1 })
    let outermost = 1 + random.next(3)
    let isBanded = !seed.isMultiple(of: 3)
    for number in 0..<outermost {
      picture.frames.append(
        PictureFrame(id: "f\(number)", title: PlainText("Ram \(number)"), band: isBanded ? number : nil))
    }
    for number in 0..<random.next(5) {
      let title = String(repeating: "Inre \(number) ", count: 1 + random.next(4))
      picture.frames.append(
        PictureFrame(id: "i\(number)", title: PlainText(title), parent: random.next(picture.frames.count)))
    }
    for box in 0..<count { picture.boxes[box].frame = random.next(picture.frames.count) }
    PictureSummary.dropEmptyFrames(&picture)
    picture.layout.directions = [direction]
    try expectFramed(picture, "\(seed) \(direction)")
  }

  @Test(arguments: LayoutDirection.allCases)
  func titlesOfLanesHaveRoomForAllTheirLines(direction: LayoutDirection) throws {
    var picture = picture(boxes: 4)
    for number in 0..<4 {
      picture.boxes[number].moment = .at(.integer(Int64(number)))
      picture.boxes[number].frame = number % 2
    }
    let long = String(repeating: "Ett namn som tar flera rader ", count: 6)
    picture.frames = [PictureFrame(id: "f0", title: PlainText(long)), PictureFrame(id: "f1", title: PlainText("Kort"))]
    picture.layout.directions = [direction]
    let page = try PictureComposer.compose(picture, by: .inProcess).graph
    let drawn = try Graphviz.geometry(of: page, engine: "nop2")
    let places = try places(picture)
    let sizes = try PictureSizes(of: picture, by: LayoutService.inProcess.session())
    for (subgraph, place) in zip(page.subgraphs, drawn.subgraphs) {
      guard let number = picture.frames.firstIndex(where: { "cluster_" + $0.id == subgraph.name }) else { continue }
      let middle = Numbers.list(place.labelPlace)
      try #require(middle.count == 2)
      let (width, height) = (sizes.titles[number].width, sizes.titles[number].height)
      for (id, box) in places {
        let isApart =
          box.top <= middle[1] - height / 2 + 0.5 || box.bottom >= middle[1] + height / 2 - 0.5
          || box.left >= middle[0] + width / 2 - 0.5 || box.right <= middle[0] - width / 2 + 0.5
        #expect(isApart, "\(id) lies on the title of \(subgraph.name)")
      }
    }
  }

  @Test func placesKeepOrderAndDistance() {
    var random = Random(state: 9)
    for _ in 0..<50 {
      let items = (0..<(1 + random.next(12))).map { _ in
        SeparatedPlaces.Item(
          wanted: Double(random.next(100)), weight: 1 + Double(random.next(5)), gap: Double(random.next(20)))
      }
      let places = SeparatedPlaces.places(items)
      for index in items.indices.dropFirst() {
        #expect(places[index] - places[index - 1] >= items[index].gap - 1e-9)
      }
      // No shift of all places together is better.
      let pull = zip(items, places).reduce(0) { $0 + $1.0.weight * ($1.0.wanted - $1.1) }
      #expect(abs(pull) < 1e-6)
    }
  }

  @Test func readsALineOfTime() throws {
    let text = "{title: T, queries: [MATCH (n) RETURN n], timeline: {by: date, match: {kind: Meeting}}}"
    let (definition, diagnostics) = DiagramDefinition.read(SourceText(name: "t", text: text))
    #expect(diagnostics.isEmpty)
    #expect(definition?.timeline == TimelineRule(patterns: [ElementPattern(names: ["Meeting"])], property: "date"))
    let wrong = DiagramDefinition.read(
      SourceText(name: "t", text: "{title: T, queries: [MATCH (n) RETURN n], timeline: {bi: date}}"))
    #expect(wrong.definition == nil)
  }
}
