/// A date that may be known in part only: EDTF, ISO 8601-2 level 1 (`2018`, `2018-23`, `2022-08-23?`, `201X`,
/// `2018/..`).
///
/// It means every day from `earliest` to `latest`, both included. Seasons are the northern ones by whole months:
/// 21 spring March–May, 22 summer June–August, 23 autumn September–November, 24 winter December to the February after.
/// - Source: Library of Congress, Extended Date/Time Format specification (2019), levels 0 and 1.
public struct ExtendedDate: Hashable, Sendable {
  public let text: String
  /// The first day it can mean; `nil` where the beginning is open (`..`) or unknown.
  public let earliest: CalendarDate?
  /// The last day it can mean; `nil` where the end is open (`..`) or unknown.
  public let latest: CalendarDate?
  /// Marked `?` or `%`; an interval if one of its ends is.
  public let isUncertain: Bool
  /// Marked `~` or `%`; an interval if one of its ends is.
  public let isApproximate: Bool
}

extension ExtendedDate {
  /// - Returns: `nil` if the text is not EDTF level 0 or 1.
  public init?(_ text: String) {
    var scanner = TextScanner(text)
    guard let parsed = ExtendedDateParser.parse(&scanner), scanner.isAtEnd else { return nil }
    self.init(
      text: text, earliest: parsed.earliest, latest: parsed.latest, isUncertain: parsed.isUncertain,
      isApproximate: parsed.isApproximate)
  }
}

extension ExtendedDate: CustomStringConvertible {
  public var description: String { text }
}
