extension TemporalComponents {
  /// The time of day that the components name; what they leave out comes from `base`, or else is zero.
  ///
  /// The parts of the second are told together: one of them given replaces the whole fraction of `base`. A part is
  /// counted within the next larger one that is given, so that {millisecond: 123, microsecond: 456, nanosecond: 789}
  /// is 0.123456789 s, and {microsecond: 123456} is 0.123456 s.
  /// - Throws: `missingComponent`, `outOfRange`.
  func selectedTime(base: LocalTime?) throws(TemporalError) -> LocalTime {
    let fractions: [Number] = [.millisecond, .microsecond, .nanosecond]
    if base == nil {
      let chain: [Number] = [.hour, .minute, .second]
      let needed = chain.lastIndex { self[$0] != nil } ?? -1
      let last = fractions.contains { self[$0] != nil } ? chain.count : needed
      for number in chain.prefix(max(last, 0)) where self[number] == nil { throw .missingComponent(number.rawValue) }
    }
    return try LocalTime(
      hour: self[.hour] ?? base?.hour ?? 0, minute: self[.minute] ?? base?.minute ?? 0,
      second: self[.second] ?? base?.second ?? 0, nanosecond: try selectedFraction() ?? base?.nanosecond ?? 0)
  }

  /// In nanoseconds; `nil` if no part of the second is given.
  private func selectedFraction() throws(TemporalError) -> Int64? {
    let (millisecond, microsecond, nanosecond) = (self[.millisecond], self[.microsecond], self[.nanosecond])
    guard millisecond != nil || microsecond != nil || nanosecond != nil else { return nil }
    try require("millisecond", millisecond ?? 0, in: 0...999)
    try require("microsecond", microsecond ?? 0, in: 0...(millisecond != nil ? 999 : 999_999))
    let limit: Int64 = microsecond != nil ? 999 : millisecond != nil ? 999_999 : 999_999_999
    try require("nanosecond", nanosecond ?? 0, in: 0...limit)
    return (millisecond ?? 0) * 1_000_000 + (microsecond ?? 0) * 1_000 + (nanosecond ?? 0)
  }
}
