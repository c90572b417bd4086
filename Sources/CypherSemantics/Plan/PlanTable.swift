extension PlanDescription {
  /// The tree as lines of aligned columns, the answer's operator first, inputs indented below it.
  ///
  /// Columns that no operator has figures for are left out.
  public var text: String { lines.joined(separator: "\n") }

  /// The lines of `text`; the first is the head.
  public var lines: [String] {
    var rows: [[String]] = [["Operator", "Details", "Estimated rows", "Rows", "Held rows", "Own time", "Time"]]
    append(to: &rows, lead: "", childLead: "")
    let shown = rows[0].indices.filter { column in
      column == 0 || rows.dropFirst().contains { !$0[column].isEmpty }
    }
    let widths = shown.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (position, column) in shown.enumerated() {
        let padding = String(repeating: " ", count: widths[position] - row[column].unicodeScalars.count)
        line += (position == 0 ? "" : "  ") + (column < 2 ? row[column] + padding : padding + row[column])
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private func append(to rows: inout [[String]], lead: String, childLead: String) {
    rows.append([
      lead + name, PlanDescription.shortened(details), estimatedRows.map(PlanDescription.rowCount) ?? "",
      self.rows.map(String.init) ?? "", heldRows.map(String.init) ?? "",
      ownSeconds.map(PlanDescription.milliseconds) ?? "", seconds.map(PlanDescription.milliseconds) ?? "",
    ])
    // The first input goes on straight below; what is run for each of its rows, and the parts of a union, branch off.
    let straight = name == "Union" ? nil : children.first
    let branches = straight == nil ? children[...] : children.dropFirst()
    for (position, branch) in zip(branches.indices, branches) {
      let isLast = position == branches.indices.last && straight == nil
      branch.append(
        to: &rows, lead: childLead + (isLast ? "└─ " : "├─ "), childLead: childLead + (isLast ? "   " : "│  "))
    }
    straight?.append(to: &rows, lead: childLead, childLead: childLead)
  }

  /// Code points of the details that a line shows.
  private static let detailsLimit = 100

  private static func shortened(_ details: String) -> String {
    let line = details.replacing("\n", with: " ")
    guard line.unicodeScalars.count > detailsLimit else { return line }
    return String(String.UnicodeScalarView(line.unicodeScalars.prefix(detailsLimit - 1))) + "…"
  }

  /// An expected number of rows as people read it: two figures where it is small.
  public static func rowCount(_ count: Double) -> String {
    if count >= 1e15 { return "> 10¹⁵" }
    if count >= 9.95 || count == count.rounded() { return String(Int(count.rounded())) }
    let scale: Double = count >= 0.995 ? 10 : 100
    let rounded = (count * scale).rounded()
    if rounded == 0 { return "< 0.01" }
    let whole = Int(rounded / scale)
    let fraction = Int(rounded) - whole * Int(scale)
    if fraction == 0 { return String(whole) }
    return "\(whole)." + (scale == 100 && fraction < 10 ? "0" : "") + String(fraction)
  }

  /// `1.234 ms`
  public static func milliseconds(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1_000_000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction + " ms"
  }
}
