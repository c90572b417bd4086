#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many different numbers there are: exact where they lie close, else estimated.
enum DistinctCount {
  /// - Source: linear counting; Whang, Vander-Zanden, Taylor, "A linear-time probabilistic counting algorithm for
  ///   database applications", 1990.
  static func estimate(_ numbers: some Collection<Int64>, present: Int) -> Int {
    guard let low = numbers.min(), let high = numbers.max() else { return 0 }
    let (range, overflow) = high.subtractingReportingOverflow(low)
    let isClose = !overflow && range < 4 * Int64(numbers.count) + 65_536
    let bitCount = isClose ? Int(range) + 1 : max(1024, numbers.count)
    var words = [UInt64](repeating: 0, count: (bitCount + 63) / 64)
    for number in numbers {
      let bit =
        isClose
        ? Int(number - low)
        : Int(TextHash.hash(UInt64(bitPattern: number), seed: 1).multipliedFullWidth(by: UInt64(bitCount)).high)
      words[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    let used = words.reduce(0) { $0 + $1.nonzeroBitCount }
    if isClose { return min(used, present) }
    let free = Double(max(1, bitCount - used)) / Double(bitCount)
    return max(1, min(present, Int(-Double(bitCount) * log(free))))
  }
}
