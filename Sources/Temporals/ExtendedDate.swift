/// A date that may be known in part only: EDTF, ISO 8601-2 level 1 (`2018`, `2018-23`, `2022-08-23?`).
public struct ExtendedDate: Hashable, Sendable {
  public let text: String
  /// The first day it can mean; `nil` where the beginning is open.
  public let earliest: CalendarDate?
  /// The last day it can mean; `nil` where the end is open.
  public let latest: CalendarDate?
}

extension ExtendedDate {
  /// - Returns: `nil` if the text is not EDTF level 1.
  public init?(_ text: String) { return nil }
}
