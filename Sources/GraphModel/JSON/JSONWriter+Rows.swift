extension JSONWriter {
  /// Rows of an answer, each as an array. A text of the graph goes from its dictionary into the answer.
  /// - Parameter value: writes a value of a column that has values.
  public mutating func rows(_ range: Range<Int>, of rows: ResultRows, value: (Value, inout JSONWriter) -> Void) {
    let columns = rows.columns.map(LentColumn.init)
    for row in range {
      beginArray()
      for position in columns.indices {
        if let texts = unsafe columns[position].texts {
          let code = columns[position].codes[row]
          if code == 0 { null() } else { unsafe string(bytes: texts[Int(code) - 1]) }
        } else {
          value(columns[position].values[row], &self)
        }
      }
      endArray()
    }
    withExtendedLifetime(rows) {}
  }
}

/// A column taken apart, so that a cell takes hold of nothing.
@safe
private struct LentColumn {
  var values: [Value] = []
  var codes: [UInt32] = []
  /// Of codes: their texts, which the column keeps.
  var texts: LentTexts?

  init(_ column: ResultColumn) {
    unsafe texts = nil
    switch column {
    case .values(let values): self.values = values
    case .texts(let codes, let dictionary):
      self.codes = codes
      unsafe texts = dictionary.lent
    }
  }
}
