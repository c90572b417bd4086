public import GraphModel

/// Results as CSV for spreadsheets: a header, then a row each.
///
/// Null is an absent cell; a list of plain values has `|` between its items as in a graph folder; a node stands as its
/// key; what else is no plain value is written as JSON.
/// - Source: RFC 4180; contract §2 for lists.
public enum ResultCSV {
  public static func write(_ table: ResultTable) -> [UInt8] {
    var writer = CSVWriter()
    for column in table.columns { writer.cell(column) }
    if !table.columns.isEmpty { writer.endRow() }
    for row in table.rows {
      for value in row { writer.cell(cell(value, table.elements)) }
      writer.endRow()
    }
    return writer.takeBytes()
  }

  private static func cell(_ value: Value, _ elements: Subgraph) -> String? {
    switch value {
    case .null: nil
    case .list(let items): list(items) ?? ResultJSON.text(of: value, elements: elements)
    case .node(let node): key(of: node, elements) ?? ResultJSON.text(of: value, elements: elements)
    default: value.plainText ?? ResultJSON.text(of: value, elements: elements)
    }
  }

  private static func key(of node: NodeIndex, _ elements: Subgraph) -> String? {
    guard case .string(let key)? = elements.nodes[node]?.properties["key"] else { return nil }
    return key
  }

  private static func list(_ items: [Value]) -> String? {
    var texts: [String] = []
    for item in items {
      guard let text = item.plainText else { return nil }
      texts.append(escaped(text))
    }
    return texts == [""] ? "\\" : texts.joined(separator: "|")
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
