public import GraphModel

/// Results as JSON, every value distinguishable.
/// - Source: contract §3, TCK line protocol §3.
public enum ResultJSON {
  /// One object: `{"columns": […], "rows": [[…], …]}`.
  public static func write(_ table: ResultTable, to writer: inout JSONWriter) {
    writer.object { writer in writeMembers(of: table, to: &writer) }
  }

  /// The members of that object, into one that has more.
  public static func writeMembers(of table: ResultTable, to writer: inout JSONWriter) {
    let elements = ElementJSON(table.elements)
    writer.key("columns")
    writer.array(table.columns) { $0.string($1) }
    writer.key("rows")
    writer.array(table.rows) { writer, row in
      writer.array(row) { writer, value in writer.value(value, element: elements.write) }
    }
  }

  /// JSON lines: an object for each row, its members named after the columns.
  public static func writeLines(_ table: ResultTable, to writer: inout JSONWriter) {
    let elements = ElementJSON(table.elements)
    for row in table.rows {
      writer.object { writer in
        for (column, value) in zip(table.columns, row) {
          writer.key(column)
          writer.value(value, element: elements.write)
        }
      }
      writer.endLine()
    }
  }

  /// A value as JSON text, with its elements' data.
  public static func text(of value: Value, elements: Subgraph) -> String {
    var writer = JSONWriter()
    writer.value(value, element: ElementJSON(elements).write)
    return writer.text
  }
}
