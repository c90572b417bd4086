import Foundation
import GraphModel
import Testing

@testable import Diagrams

@Suite struct PaperTests {
  private static func program(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/usr/local/bin/\(name)"].first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: printed, as: UTF8.self)
  }

  private static func file(_ bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "styrgraf-\(UUID().uuidString).pdf").path
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Names that must be found, with letters outside ASCII and long enough to be broken into lines.
  private static let names = (0..<60).map {
    "Samordningsrådet för öron-, näs- och halssjukvård i Ängelholm nummer \($0)"
  }

  private static func diagram(_ page: DiagramPage?, names: [String] = names) throws -> Diagram {
    var context = DiagramContext(language: .swedish)
    context.page = page
    var subgraph = DrawingTests.chain(names)
    // A tree of three below each, so that there is something to lay out.
    for (index, relationship) in subgraph.relationships {
      var moved = relationship
      moved.start = NodeIndex((relationship.end.raw - 1) / 3)
      moved.startID = Int64(moved.start.raw)
      subgraph.relationships[index] = moved
    }
    return try Diagram(
      DrawingTests.definition { $0.direction = .topToBottom }, subgraph: subgraph, schema: Schema(), context: context)
  }

  @Test(arguments: [
    (DiagramPage.shape(.a4Landscape), 841.89, 595.28), (.shape(.a4Portrait), 595.28, 841.89),
    (.shape(.a3Landscape), 1190.55, 841.89), (.shape(.a3Portrait), 841.89, 1190.55),
  ])
  func sheetsHaveTheSizeAskedFor(page: DiagramPage, width: Double, height: Double) throws {
    for names in [["a", "b"], Self.names] {
      let text = String(decoding: try Self.diagram(page, names: names).render(.pdf), as: UTF8.self)
      let boxes = text.split(separator: "\n").filter { $0.contains("/MediaBox") }
      #expect(boxes.allSatisfy { $0.contains("[ 0 0 \(Numbers.text(width)) \(Numbers.text(height)) ]") })
      #expect(names.count > 2 ? boxes.count > 2 : boxes.count == 1)
      #expect(text.contains("/Lang (sv)") && text.contains("/DisplayDocTitle true"))
      #expect(!text.contains("CreationDate") && !text.contains("cairo"))
    }
  }

  @Test func aFittedSheetAndASlideAreOnePage() throws {
    for page in [DiagramPage.fit, .shape(.screen), .shape(.wide)] {
      let text = String(decoding: try Self.diagram(page).render(.pdf), as: UTF8.self)
      #expect(text.contains("/Count 1\n"))
    }
  }

  @Test func everyNameIsFoundOnSomePage() throws {
    guard let program = Self.program("pdftotext") else { return }
    for page in [DiagramPage.shape(.a4Landscape), .fit] {
      let path = try Self.file(try Self.diagram(page).render(.pdf))
      defer { try? FileManager.default.removeItem(atPath: path) }
      let text = try Self.run(program, ["-raw", path, "-"]).filter { !$0.isWhitespace }
      for name in Self.names { #expect(text.contains(name.filter { !$0.isWhitespace }), "\(name)") }
    }
  }

  @Test func eachTileSaysWhichPageItIsAndWhereLinesGoOn() throws {
    guard let program = Self.program("pdftotext") else { return }
    let path = try Self.file(try Self.diagram(.shape(.a4Landscape)).render(.pdf))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let pages = try Self.run(program, ["-raw", path, "-"]).split(separator: "\u{C}").filter { $0.contains("Titel") }
    #expect(pages.count > 2 && pages[0].contains("Översikt"))
    for (number, page) in pages.enumerated().dropFirst() {
      #expect(page.contains("sida \(number + 1) av \(pages.count)"))
      #expect(["▸", "◂", "▴", "▾"].contains { page.contains($0) })
    }
  }

  @Test func linksAreLiveAndTheFileIsSound() throws {
    var subgraph = DrawingTests.chain(["ett", "två"])
    let schema = Schema(
      kinds: [
        NodeKind(
          name: "Thing",
          properties: [PropertyDefinition(name: "name", type: .string), PropertyDefinition(name: "site", type: .url)])
      ], relationshipTypes: [])
    let address = "https://example.org/a(b)?c=1&d=2 0 R".replacing(" ", with: "%20")
    for number in 0..<2 { subgraph.nodes[NodeIndex(UInt32(number))]?.properties["site"] = .string(address) }
    let bytes = try Diagram(DrawingTests.definition(), subgraph: subgraph, schema: schema).render(.pdf)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/URI (https://example.org/a"))
    #expect(text.contains("/Annots"))
    // Every object stands where the table says, and every reference leads to one.
    let objects = text.matches(of: /(\d+) 0 obj\n/).count
    #expect(text.contains("/Size \(objects + 1)\n"))
    for reference in text.matches(of: /(\d+) 0 R/) { #expect((1...objects).contains(Int(reference.1) ?? 0)) }
    guard let program = Self.program("qpdf") else { return }
    let path = try Self.file(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let verdict = try Self.run(program, ["--check", path])
    #expect(!verdict.contains("WARNING") && !verdict.contains("ERROR"), "\(verdict)")
  }

  @Test func samePicturesGiveSameBytes() throws {
    #expect(
      try Self.diagram(.shape(.a4Landscape)).render(.pdf) == Self.diagram(.shape(.a4Landscape)).render(.pdf))
  }

  // MARK: Cuts

  @Test func cutsGoBetweenBoxes() {
    let boxes = (0..<40).map { number in
      let (column, row) = (Double(number % 8), Double(number / 8))
      return Frame(left: column * 130, bottom: -row * 90 - 60, right: column * 130 + 100, top: -row * 90)
    }
    let whole = boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
    let greatest = LayoutGeometry.Size(width: 420, height: 200)
    let tiles = PaperCuts(boxes: boxes, others: []).tiles(of: whole, greatest: greatest)
    #expect(tiles.count == 9)
    #expect(tiles.allSatisfy { $0.cutBoxes == 0 && $0.frame.width <= 420 && $0.frame.height <= 200 })
    for box in boxes { #expect(tiles.count { $0.frame.holds(box) } == 1) }
  }

  @Test func aBoxLargerThanASheetIsCut() {
    let box = Frame(left: 0, bottom: -1000, right: 100, top: 0)
    let tiles = PaperCuts(boxes: [box], others: []).tiles(
      of: box, greatest: LayoutGeometry.Size(width: 400, height: 300))
    #expect(tiles.count == 4)
    #expect(tiles.allSatisfy { $0.cutBoxes == 1 })
    #expect(tiles.map(\.frame.top) == tiles.map(\.frame.top).sorted(by: >))
  }

  // MARK: Images

  @Test func imagesAreBounded() throws {
    let diagram = try Self.diagram(nil, names: ["a", "b"])
    let small = try diagram.render(.png, scale: 0.1)
    let large = try diagram.render(.png, scale: 10)
    #expect(small.count < large.count)
    for scale in [0.09, 10.1, 0, -1, .nan, .infinity] {
      #expect { try diagram.render(.png, scale: scale) } throws: { ($0 as? DiagramError)?.code == .parameter }
    }
    #expect { try Self.diagram(.shape(.wide)).render(.png, scale: 10) } throws: {
      ($0 as? DiagramError)?.message.contains("the greatest scale for this picture is") == true
    }
  }
}
