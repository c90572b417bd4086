import GraphModel

/// Rows of one column, in code-point order.
enum NameRows {
  static func rows(_ names: some Sequence<String>) -> [[Value]] {
    names.sorted { $0.precedesByCodePoints($1) }.map { [.string($0)] }
  }
}
