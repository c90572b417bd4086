import GraphModel
import GraphWorkspace

/// Values of a result as people read them.
struct ValueDisplay {
  /// What stands for null.
  static let nothing = "—"

  let elements: Subgraph

  func text(_ value: Value) -> String {
    switch value {
    case .null: Self.nothing
    case .list(let items): items.map(text).joined(separator: ", ")
    case .map(let members):
      "{"
        + members.keys.sorted { $0.precedesByCodePoints($1) }
        .map { "\($0): \(text(members[$0] ?? .null))" }.joined(separator: ", ") + "}"
    case .node(let node): text(of: node)
    case .relationship(let relationship): "[\(text(of: relationship))]"
    case .path(let path): text(of: path)
    default: value.plainText ?? ""
    }
  }

  /// A node by its name and key; one without either by its labels and properties.
  private func text(of node: NodeIndex) -> String {
    guard let data = elements.nodes[node] else { return "()" }
    let name = data.properties["name"]?.plainText ?? data.properties["title"]?.plainText
    switch (name, data.properties["key"]?.plainText) {
    case (let name?, let key?): return "\(name) (\(key))"
    case (let text?, nil), (nil, let text?): return text
    case (nil, nil):
      let labels = data.labels.map { ":" + $0 }.joined()
      let properties = data.properties.isEmpty ? "" : text(.map(data.properties))
      return "(" + [labels, properties].filter { !$0.isEmpty }.joined(separator: " ") + ")"
    }
  }

  private func text(of relationship: RelationshipIndex) -> String {
    guard let data = elements.relationships[relationship] else { return "" }
    return data.properties.isEmpty ? ":" + data.type : ":\(data.type) \(text(.map(data.properties)))"
  }

  private func text(of path: Path) -> String {
    var text = text(of: path.nodes[0])
    for (position, relationship) in path.relationships.enumerated() {
      let data = elements.relationships[relationship]
      let isForward = data.map { $0.start == path.nodes[position] } ?? true
      let type = data?.type ?? ""
      text += isForward ? " -[:\(type)]-> " : " <-[:\(type)]- "
      text += self.text(of: path.nodes[position + 1])
    }
    return text
  }
}

extension TextTable {
  /// A result as a table; columns of numbers stand at the right.
  init(_ table: ResultTable) {
    self.init(table.columns)
    let display = ValueDisplay(elements: table.elements)
    for column in columns.indices {
      columns[column].isKept = table.columns[column] == "key" || table.columns[column].hasSuffix(".key")
      columns[column].isRight =
        !table.rows.isEmpty
        && table.rows.allSatisfy { row in
          switch row[column] {
          case .integer, .float, .null: true
          default: false
          }
        }
        && table.rows.contains { !$0[column].isNull }
    }
    for row in table.rows { add(row.map(display.text)) }
  }
}
