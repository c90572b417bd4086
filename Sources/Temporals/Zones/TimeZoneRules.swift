/// The offsets of one zone through all time.
struct TimeZoneRules: Sendable {
  /// When the offset changes, in seconds since the epoch, rising, and the offset from then on.
  var transitions: [Transition]
  /// Before the first transition: mostly the local mean time of the zone's place.
  var firstOffset: Int32
  /// From the last transition on; `nil` keeps the last offset.
  var rule: PosixTimeZoneRule?

  struct Transition: Sendable {
    var epochSecond: Int64
    var offset: Int32
  }

  static let utc = TimeZoneRules(transitions: [], firstOffset: 0, rule: nil)

  /// - Complexity: O(log *n*) for *n* transitions.
  func offset(atEpochSecond second: Int64) -> Int32 {
    let index = countOfTransitions(upTo: second)
    if index == transitions.count, let rule { return rule.offset(atEpochSecond: second) }
    return index == 0 ? firstOffset : transitions[index - 1].offset
  }

  /// The offset for a local time, and the local time itself, moved on if clocks leaped over it.
  ///
  /// Of two possible offsets the earlier instant's is taken, unless `preferredOffset` is the other.
  func resolve(localSecond: Int64, preferredOffset: Int32?) -> (localSecond: Int64, offset: Int32) {
    // No offset is larger than this, so every instant that the local time can mean lies in the window.
    let reach = UTCOffset.range.upperBound
    let (start, end) = (localSecond - reach - 1, localSecond + reach + 1)
    var current = offset(atEpochSecond: start)
    var segmentStart = start
    var first: Int32?
    var leap: (localSecond: Int64, offset: Int32)?
    for change in changes(after: start, through: end) + [Transition(epochSecond: end, offset: current)] {
      let instant = localSecond - Int64(current)
      if instant >= segmentStart, instant < change.epochSecond {
        if current == preferredOffset { return (localSecond, current) }
        if first == nil { first = current }
      } else if instant >= change.epochSecond, localSecond - Int64(change.offset) < change.epochSecond {
        // After the last moment by the old offset and before the first by the new: the clocks leaped over it.
        leap = (localSecond + Int64(change.offset) - Int64(current), change.offset)
      }
      segmentStart = change.epochSecond
      current = change.offset
    }
    if let first { return (localSecond, first) }
    return leap ?? (localSecond, current)
  }

  private func countOfTransitions(upTo second: Int64) -> Int {
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].epochSecond <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func changes(after start: Int64, through end: Int64) -> [Transition] {
    var found: [Transition] = []
    var index = countOfTransitions(upTo: start)
    while index < transitions.count, transitions[index].epochSecond <= end {
      found.append(transitions[index])
      index += 1
    }
    if index == transitions.count, let rule {
      let last = transitions.last?.epochSecond ?? .min
      found += rule.changes(after: Swift.max(start, last), through: end)
    }
    return found
  }
}
