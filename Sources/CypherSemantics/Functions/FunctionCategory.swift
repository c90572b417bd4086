/// Functions that belong together, as the manual groups them.
public struct FunctionCategory: Sendable {
  public var title: String
  /// Sorted by name.
  public var scalars: [ScalarFunction]
  /// Sorted by name.
  public var aggregates: [AggregateFunction]

  init(_ title: String, scalars: [ScalarFunction] = [], aggregates: [AggregateFunction] = []) {
    self.title = title
    self.scalars = scalars
    self.aggregates = aggregates
  }
}
