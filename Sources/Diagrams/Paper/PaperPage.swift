/// A page of a PDF: what is drawn on a sheet, and which part of it the sheet shows.
struct PaperPage: Sendable {
  var graph: LayoutGraph
  let sheet: Sheet

  /// - Parameter frame: what the sheet shows, in the graph's own points.
  init(_ graph: LayoutGraph, on sheet: Sheet, showing frame: Frame) {
    self.sheet = sheet
    self.graph = graph
    self.graph.attributes.removeAll { $0.name == "pad" }
    let numbers = [
      sheet.width, sheet.height, sheet.width / frame.width, (frame.left + frame.right) / 2,
      (frame.bottom + frame.top) / 2,
    ]
    self.graph.attributes += [
      ("pad", .word("0")), ("margin", .word("0")), ("notranslate", .word("true")),
      ("viewport", .word(numbers.map { Numbers.exact($0) }.joined(separator: ","))),
    ]
  }

  /// A picture in the middle of its sheet.
  init(_ graph: LayoutGraph, of frame: Frame, on sheet: Sheet) {
    let scale = sheet.scale(for: LayoutGeometry.Size(width: frame.width, height: frame.height))
    let middle = ((frame.left + frame.right) / 2, (frame.bottom + frame.top) / 2)
    let (width, height) = (sheet.width / scale / 2, sheet.height / scale / 2)
    self.init(
      graph, on: sheet,
      showing: Frame(
        left: middle.0 - width, bottom: middle.1 - height, right: middle.0 + width, top: middle.1 + height))
  }
}
