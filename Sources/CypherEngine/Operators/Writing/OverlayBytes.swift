import CypherSemantics
import GraphModel

/// About how much memory the overlay takes for what a query writes.
enum OverlayBytes {
  /// A property set on an element of the snapshot, beside its value.
  static let property = 120

  /// A node or a relationship made with these properties.
  static func created(_ properties: [String: Value], _ budget: BudgetMeter) -> Int {
    properties.values.reduce(200 + properties.count * property / 2) { $0 + budget.footprint.bytes(of: $1) }
  }
}
