/// When something is valid: from the first day that `from` can mean, up to but not including the first day that `to`
/// can mean.
///
/// The interval is half-open, so that a successor may begin on the day that its predecessor ends: `to` 2023-05-01 makes
/// 30 April the last day, `to` 2023 makes it 2022-12-31. `nil` is unbounded, and so is an end that is itself open or
/// unknown; an uncertain or approximate date counts as written.
public struct ValidityInterval: Hashable, Sendable {
  public var from: ExtendedDate?
  public var to: ExtendedDate?

  public init(from: ExtendedDate? = nil, to: ExtendedDate? = nil) {
    self.from = from
    self.to = to
  }

  public func contains(_ date: CalendarDate) -> Bool {
    if let start = from?.earliest, date < start { return false }
    if let end = to?.earliest, date >= end { return false }
    return true
  }

  /// Whether no day is valid: `to` begins on or before the day that `from` begins.
  public var isEmpty: Bool {
    guard let start = from?.earliest, let end = to?.earliest else { return false }
    return end <= start
  }
}
