import Diagnostics
import Foundation
import GraphModel
import Testing

@testable import Diagrams
@testable import GraphWorkspace

/// What every picture of the gallery keeps, told from where things are drawn.
@Suite struct GalleryLayoutTests {
  /// The region's own graph, with the examples that the impact needs.
  private static let gallery: Result<[String: DrawnPicture], any Error> = Result {
    let folder = try TemporaryFolder()
    let workspace = GraphWorkspace(database: folder.path + "/region.db", folder: Repository.root)
    _ = try workspace.load(Repository.folders, context: ChangeContext(actor: "test"))
    var pictures: [String: DrawnPicture] = [:]
    for diagram in workspace.diagrams().diagrams {
      for language in CaptionLanguage.allCases {
        do {
          let picture = try workspace.picture(of: diagram, GivenParameters(), language: language)
          pictures["\(diagram.name) \(language.rawValue)"] = picture.diagram.drawn
        } catch let error as Diagnostic where error.id == GraphWorkspace.nothingToDraw { continue }
      }
    }
    return pictures
  }

  /// Lines that run through a box which is not their end, where there is no way round: the list may only become shorter.
  private static let knownCrossings: [String: Int] = [:]

  @Test func nothingOverlaps() throws {
    for (name, drawn) in try Self.gallery.get().sorted(by: { $0.key < $1.key }) {
      let page = try PageGeometry(drawn.composed.graph, of: drawn.picture)
      #expect(page.boxes.count == drawn.picture.boxes.count, "\(name)")
      #expect(page.arrows.count == drawn.picture.arrows.count, "\(name): a line is missing")
      for (number, box) in page.boxes.enumerated() {
        for other in page.boxes.dropFirst(number + 1) {
          #expect(!box.frame.meets(other.frame), "\(name): \(box.name) and \(other.name)")
        }
      }
      let labels = page.arrows.filter { $0.label != nil }
      for (number, arrow) in labels.enumerated() {
        guard let label = arrow.label else { continue }
        for box in page.boxes { #expect(!label.meets(box.frame), "\(name): the label of \(arrow.name), \(box.name)") }
        for other in labels.dropFirst(number + 1) {
          if let second = other.label {
            #expect(!label.meets(second), "\(name): the labels of \(arrow.name) and \(other.name)")
          }
        }
      }
      for group in page.groups {
        guard let title = group.title else { continue }
        #expect(group.frame.holds(title), "\(name): a title out of its frame")
        for box in page.boxes { #expect(!title.meets(box.frame), "\(name): a title and \(box.name)") }
        for other in labels { #expect(other.label.map { !title.meets($0) } ?? true, "\(name): a title, \(other.name)") }
      }
    }
  }

  @Test func everyTextFitsItsBoxWithRoomForOtherViewers() throws {
    let spare = 1.03
    for (name, drawn) in try Self.gallery.get() {
      for box in try PageGeometry(drawn.composed.graph, of: drawn.picture).boxes {
        let (width, height) = (box.text.width * spare, box.text.height)
        switch box.shape {
        case .ellipse:
          let shares = (width / box.frame.width, height / box.frame.height)
          #expect(shares.0 * shares.0 + shares.1 * shares.1 <= 1.02, "\(name): \(box.name)")
        case .plain: break
        default: #expect(width <= box.frame.width && height <= box.frame.height, "\(name): \(box.name)")
        }
      }
    }
  }

  @Test func linesRunThroughNoBoxOfOthers() throws {
    for (name, drawn) in try Self.gallery.get().sorted(by: { $0.key < $1.key }) {
      let page = try PageGeometry(drawn.composed.graph, of: drawn.picture)
      var crossings: [String] = []
      for arrow in page.arrows {
        for box in page.boxes where !arrow.ends.contains(box.name) {
          if arrow.points.contains(where: { box.frame.holds($0, inside: 1) }) {
            crossings.append("\(arrow.name) through \(box.name)")
          }
        }
      }
      #expect(crossings.count <= Self.knownCrossings[name] ?? 0, "\(name): \(crossings)")
    }
  }

  @Test func everyPictureFitsAPage() throws {
    for (name, drawn) in try Self.gallery.get() where drawn.picture.layout.page != .wide {
      let box = try Graphviz.geometry(of: drawn.composed.graph, engine: "nop2").box
      #expect(PageFit.bounds.contains((box.width + 36) / (box.height + 36)), "\(name): \(box)")
    }
  }

  /// One more leaf of what a picture shows, in the order of the others, leaves the others about where they were.
  @Test func aNewLeafMovesLittle() throws {
    var report: [String] = []
    for (name, drawn) in try Self.gallery.get().sorted(by: { $0.key < $1.key }) where name.hasSuffix(" sv") {
      guard let grown = drawn.picture.withOneMoreLeaf() else { continue }
      let before = try PageGeometry(drawn.composed.graph, of: drawn.picture)
      let after = try PageGeometry(PictureComposer.compose(grown, by: .inProcess).graph, of: grown)
      let change = Displacement(from: before, to: after)
      report.append("\(name): \(change)")
      if let folder = ProcessInfo.processInfo.environment["STYRGRAF_PICTURES"] {
        let image = try DrawnPicture(grown, by: .inProcess).bytes(.png, scale: 1)
        try Data(image).write(to: URL(filePath: folder).appending(path: "\(name.prefix { $0 != " " })-grown.png"))
      }
      #expect(change.median <= 0.05, "\(name): \(change)")
      #expect(change.ninetyFifth <= 0.25, "\(name): \(change)")
      #expect(change.turned <= 0.06, "\(name): \(change)")
    }
    if ProcessInfo.processInfo.environment["STYRGRAF_MEASURE"] != nil { print(report.joined(separator: "\n")) }
  }
}

/// How far boxes moved, as shares of the picture's diagonal, and how many pairs of them changed their order.
private struct Displacement: CustomStringConvertible {
  var median = 0.0
  var ninetyFifth = 0.0
  var turned = 0.0

  init(from before: PageGeometry, to after: PageGeometry) {
    let places = Dictionary(uniqueKeysWithValues: after.boxes.map { ($0.name, $0.frame) })
    let pairs = before.boxes.compactMap { box in places[box.name].map { (box.frame, $0) } }
    guard pairs.count > 1 else { return }
    func middle(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }
    let shift = (
      middle(pairs.map { $1.left - $0.left }), middle(pairs.map { $1.top - $0.top })
    )
    let whole = pairs.dropFirst().reduce(pairs[0].0) { $0.union($1.0) }
    let diagonal = (whole.width * whole.width + whole.height * whole.height).squareRoot()
    let moves = pairs.map { pair in
      let x = pair.1.left - pair.0.left - shift.0
      let y = pair.1.top - pair.0.top - shift.1
      return (x * x + y * y).squareRoot() / diagonal
    }.sorted()
    median = moves[moves.count / 2]
    ninetyFifth = moves[min(moves.count - 1, moves.count * 95 / 100)]
    var orders = 0
    var changed = 0
    for (number, a) in pairs.enumerated() {
      for b in pairs.dropFirst(number + 1) {
        let isApart = (
          a.0.right < b.0.left || b.0.right < a.0.left, a.0.top < b.0.bottom || b.0.top < a.0.bottom
        )
        orders += (isApart.0 ? 1 : 0) + (isApart.1 ? 1 : 0)
        if a.0.right < b.0.left, b.1.right < a.1.left { changed += 1 }
        if b.0.right < a.0.left, a.1.right < b.1.left { changed += 1 }
        if a.0.top < b.0.bottom, b.1.top < a.1.bottom { changed += 1 }
        if b.0.top < a.0.bottom, a.1.top < b.1.bottom { changed += 1 }
      }
    }
    turned = orders > 0 ? Double(changed) / Double(orders) : 0
  }

  var description: String {
    func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
    return "median \(percent(median)), 95th \(percent(ninetyFifth)), turned \(percent(turned))"
  }
}

extension Picture {
  /// The picture with a copy of its last leaf beside it: a box with one line, or with none where there are no lines.
  fileprivate func withOneMoreLeaf() -> Picture? {
    var degree = Array(repeating: 0, count: boxes.count)
    for arrow in arrows {
      degree[arrow.from] += 1
      degree[arrow.to] += 1
    }
    let wanted = arrows.isEmpty ? 0 : 1
    guard let leaf = boxes.indices.last(where: { degree[$0] == wanted }) else { return nil }
    func moved(_ box: Int) -> Int { box > leaf ? box + 1 : box }
    var grown = self
    var box = boxes[leaf]
    box.id += "-new"
    box.name = PlainText("Ny ruta bredvid")
    grown.boxes.insert(box, at: leaf + 1)
    for index in grown.arrows.indices {
      grown.arrows[index].from = moved(grown.arrows[index].from)
      grown.arrows[index].to = moved(grown.arrows[index].to)
    }
    for index in grown.alignments.indices {
      let isAligned = grown.alignments[index].boxes.contains(leaf)
      grown.alignments[index].boxes = grown.alignments[index].boxes.map(moved) + (isAligned ? [leaf + 1] : [])
    }
    if var arrow = arrows.first(where: { $0.from == leaf || $0.to == leaf }) {
      arrow.id += "-new"
      arrow.from = arrow.from == leaf ? leaf + 1 : moved(arrow.from)
      arrow.to = arrow.to == leaf ? leaf + 1 : moved(arrow.to)
      grown.arrows.append(arrow)
    }
    return grown
  }
}
