import GraphWorkspace

/// What a line on the terminal says of a load under way: a bar, how far it is, how fast it goes and how long it takes
/// yet. The same input gives the same line.
struct ProgressText {
  let texts: Texts
  /// Columns of the terminal; what has no room is left out, the least telling first.
  let width: Int

  private static let barWidth = 20

  /// - Parameter seconds: since the load began.
  func line(_ progress: LoadProgress, seconds: Double) -> String {
    let isRead = progress.bytesRead >= progress.byteCount
    let share = progress.byteCount > 0 ? min(1, Double(progress.bytesRead) / Double(progress.byteCount)) : 1
    let number = Int(share * 100)
    let percent = (number < 10 ? "  " : number < 100 ? " " : "") + "\(number) %"
    let rows = "\(texts.number(progress.rows)) \(texts.rows)"
    var rate: String?
    var rest: String?
    if isRead {
      rest = texts.writing
    } else {
      rate = "\(texts.number(seconds > 0 ? Int(Double(progress.rows) / seconds) : 0))/s"
      // The first moments say little.
      if share > 0.01, seconds >= 1 { rest = texts.left(Self.duration(seconds * (1 - share) / share)) }
    }
    let lines = [[bar(share), percent, rows, rate, rest], [bar(share), percent, rate, rest], [percent, rate, rest]]
      .map { $0.compactMap(\.self).joined(separator: "  ") }
    // The last column stays free: some terminals would begin a new line.
    return lines.first { $0.count < width } ?? [percent, rest].compactMap(\.self).joined(separator: "  ")
  }

  private func bar(_ share: Double) -> String {
    let filled = Int(share * Double(Self.barWidth))
    return "[" + String(repeating: "=", count: filled) + String(repeating: " ", count: Self.barWidth - filled) + "]"
  }

  /// `8 s`, `2 min 05 s`, `1 h 02 min`; upwards.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(padded(whole % 60)) s" }
    return "\(whole / 3600) h \(padded(whole % 3600 / 60)) min"
  }
}
