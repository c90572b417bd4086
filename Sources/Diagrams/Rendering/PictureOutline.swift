public import GraphModel

/// The content of a picture in words and tables: its text alternative.
public struct PictureOutline: Hashable, Sendable {
  public struct Table: Hashable, Sendable {
    public var title: String
    public var columns: [String]
    public var rows: [[String]]
  }

  public var title: String
  public var subtitle: String?
  public var language: CaptionLanguage
  /// The whole in a few sentences.
  public var summary: String
  /// What is drawn, and what joins it; a table without rows is left out, and a column without texts.
  public var tables: [Table]
  /// What the picture leaves out or draws together.
  public var notes: [String]
  public var footer: String?
}

extension PictureOutline {
  init(_ picture: Picture) {
    title = picture.title.text
    subtitle = picture.subtitle?.text
    language = picture.language
    summary = picture.summary.text
    notes = picture.notes.map(\.text)
    footer = picture.footer?.text
    let isSwedish = picture.language == .swedish
    tables = [
      Table(
        title: isSwedish ? "Förändringar" : "Changes",
        columns: isSwedish ? ["Förändring", "Slag", "Namn", "Uppgift"] : ["Change", "Kind", "Name", "Detail"],
        rows: Self.changes(in: picture)),
      Table(
        title: isSwedish ? "Innehåll" : "Content",
        columns: isSwedish
          ? ["Förändring", "Ingår i", "Slag", "Namn", "Uppgift"] : ["Change", "Within", "Kind", "Name", "Detail"],
        rows: Self.contents(of: picture)),
      Table(
        title: isSwedish ? "Förbindelser" : "Relationships",
        columns: isSwedish
          ? ["Förändring", "Från", "Förbindelse", "Till", "Uppgift"]
          : ["Change", "From", "Relationship", "To", "Detail"],
        rows: Self.relationships(of: picture)),
    ].filter { !$0.rows.isEmpty }.map(Self.withoutEmptyColumns)
  }

  private static func contents(of picture: Picture) -> [[String]] {
    var rows: [[String]] = []
    let order = picture.boxes.indices.sorted { a, b in
      let frames = [a, b].map { picture.boxes[$0].frame ?? -1 }
      return frames[0] == frames[1] ? a < b : frames[0] < frames[1]
    }
    for index in order {
      let box = picture.boxes[index]
      let place = picture.path(toFrame: box.frame)
      let details = [box.caption?.text ?? "", box.change == nil ? mark(box.style, picture) : ""].filter { !$0.isEmpty }
      rows.append([
        change(box.change, picture), place.joined(separator: " › "), box.sort.text, box.name.text,
        details.joined(separator: "; "),
      ])
      var path = place + [box.name.text]
      for row in box.rows {
        path = Array(path.prefix(place.count + 1 + row.depth))
        let detail = row.reason?.text ?? ""
        rows.append([change(row.change, picture), path.joined(separator: " › "), "", row.text.text, detail])
        path.append(row.text.text)
      }
    }
    return rows
  }

  private static func relationships(of picture: Picture) -> [[String]] {
    picture.arrows.map { arrow in
      let ends = arrow.isReversed ? [arrow.to, arrow.from] : [arrow.from, arrow.to]
      let names = ends.map { picture.boxes[$0].name.text }
      let label = arrow.label.flatMap { $0.text.isIdenticalText(to: arrow.caption.text) ? nil : $0.text }
      let count = arrow.count > 1 ? "× \(arrow.count)" : ""
      let details = [label ?? "", count, mark(arrow.look, picture)].filter { !$0.isEmpty }
      let caption = arrow.caption.isEmpty ? "→" : arrow.caption.text
      return [change(arrow.change, picture), names[0], caption, names[1], details.joined(separator: "; ")]
    }
  }

  private static func changes(in picture: Picture) -> [[String]] {
    (picture.comparison?.entries ?? []).map { entry in
      [
        "\(entry.change.kind.sign) \(entry.change.kind.word(picture.language))", entry.sort, entry.name,
        entry.change.detail ?? "",
      ]
    }
  }

  private static func change(_ change: ElementChange?, _ picture: Picture) -> String {
    change.map { "\($0.kind.sign) \($0.kind.word(picture.language))" } ?? ""
  }

  /// What the legend says of a dashed or dotted line.
  private static func mark(_ look: ArrowLook, _ picture: Picture) -> String {
    guard look.line.isBroken else { return "" }
    for case .arrow(look, let text) in picture.legend { return text.text }
    for case .arrow(let sample, let text) in picture.legend where sample.line == look.line && sample.arrow == .none {
      return text.text
    }
    return ""
  }

  private static func mark(_ style: BoxStyle, _ picture: Picture) -> String {
    guard style.line.isBroken else { return "" }
    for case .box(let sample, let text) in picture.legend where sample.line == style.line && sample.fill == style.fill {
      return text.text
    }
    return ""
  }

  private static func withoutEmptyColumns(_ table: Table) -> Table {
    let kept = table.columns.indices.filter { column in table.rows.contains { !$0[column].isEmpty } }
    return Table(
      title: table.title, columns: kept.map { table.columns[$0] }, rows: table.rows.map { row in kept.map { row[$0] } })
  }
}

extension Picture {
  /// The titles of the frames around a box, from the outermost.
  fileprivate func path(toFrame frame: Int?) -> [String] {
    var titles: [String] = []
    var current = frame
    while let index = current {
      titles.append(frames[index].title.text)
      current = frames[index].parent
    }
    return titles.reversed()
  }
}
