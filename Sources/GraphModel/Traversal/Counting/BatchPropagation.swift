/// Carries a batch of wanted components back to all that lead to them: for each of these a row of bits, one for each
/// wanted component, and the components in order of number, so that a row is whole when it is passed on.
///
/// Rows are given out as components are met, so that a batch works on little memory however large the graph is. Used
/// by one thread at a time.
/// - Source: M. Then et al., "The more the merrier: efficient multi-source graph traversal", PVLDB 8 (2014), for the
///   rows of bits.
@safe
final class BatchPropagation: @unchecked Sendable {
  typealias Row = SIMD8<UInt64>
  /// How many wanted components a batch has at most.
  static let width = 512

  private let steps: ComponentSteps
  private let plan: ReachPlan
  /// The row of each component; 0: none.
  private let rowNumbers: UnsafeMutablePointer<UInt32>
  /// A bit for each component that has a row.
  private let active: UnsafeMutablePointer<UInt64>
  private let wordCount: Int
  @exclusivity(unchecked) private var rows: UnsafeMutablePointer<Row>
  @exclusivity(unchecked) private var capacity: Int
  /// By component that a source is in.
  private let counts: UnsafeMutablePointer<UInt32>
  /// By set of sources in several components; what its members reach in this batch.
  private var setRows: [Row]
  private var setCounts: [UInt32]
  private var touchedSets: [UInt32] = []

  init(_ steps: ComponentSteps, _ plan: ReachPlan) {
    self.steps = steps
    self.plan = plan
    let count = steps.bounds.count
    wordCount = (count + 63) / 64
    unsafe capacity = 1 << 12
    unsafe rowNumbers = .allocate(capacity: count + 1)
    unsafe rowNumbers.initialize(repeating: 0, count: count + 1)
    unsafe active = .allocate(capacity: wordCount + 1)
    unsafe active.initialize(repeating: 0, count: wordCount + 1)
    unsafe rows = .allocate(capacity: capacity)
    unsafe counts = .allocate(capacity: count + 1)
    unsafe counts.initialize(repeating: 0, count: count + 1)
    setRows = [Row](repeating: .zero, count: plan.spread.count)
    setCounts = [UInt32](repeating: 0, count: plan.spread.count)
  }

  deinit {
    unsafe rowNumbers.deallocate()
    unsafe active.deallocate()
    unsafe rows.deallocate()
    unsafe counts.deallocate()
  }

  /// What it takes, in bytes, beside its rows.
  static func bytes(components: Int, sets: Int) -> Int {
    8 * components + components / 8 + sets * (MemoryLayout<Row>.stride + 4)
  }

  /// Adds what it counted to the sums.
  func add(to sums: inout ReachSums) {
    for component in 0..<steps.bounds.count { unsafe sums.components[component] += Int(counts[component]) }
    for set in setCounts.indices { sums.sets[set] += Int(setCounts[set]) }
  }

  /// - Parameter batch: the components to be carried, in order, at most `width`.
  func run(_ batch: ArraySlice<UInt32>) {
    guard let first = batch.first else { return }
    var places = RowPlaces()
    for (bit, component) in batch.enumerated() {
      let row = newRow(of: component, &places)
      var bits = Row.zero
      bits[bit >> 6] = 1 << UInt64(bit & 63)
      unsafe rows[row] = bits
    }
    let weights = BitWeights(batch.map { plan.weight(of: $0) })
    var next = batch.startIndex
    var word = Int(first >> 6)
    while word < wordCount {
      let bits = unsafe active[word]
      if bits == 0 {
        word += 1
        continue
      }
      unsafe active[word] = bits & (bits &- 1)
      let component = UInt32(word << 6 | bits.trailingZeroBitCount)
      let number = Int(component)
      let row = unsafe rows[Int(rowNumbers[number])]
      unsafe places.free.append(rowNumbers[number])
      unsafe rowNumbers[number] = 0
      let bounds = steps.bounds[number]
      var position = Int(bounds.first)
      let end = Int(bounds.end)
      while position < end {
        let other = steps.ends[position]
        position &+= 1
        let known = unsafe Int(rowNumbers[Int(other)])
        if known != 0 {
          unsafe rows[known] |= row
        } else {
          let new = newRow(of: other, &places)
          unsafe rows[new] = row
        }
      }
      let isOwn = next < batch.endIndex && batch[next] == component
      if plan.hasSource(component) {
        var counted = row
        if isOwn, plan.excludesItself(component) {
          let bit = next - batch.startIndex
          counted[bit >> 6] &= ~(1 << UInt64(bit & 63))
        }
        unsafe counts[number] += weights.sum(of: counted)
        if plan.hasSpreadSets { for set in plan.sets(of: component) { add(counted, to: set) } }
      }
      if isOwn { next += 1 }
    }
    for set in touchedSets {
      setCounts[Int(set)] += weights.sum(of: setRows[Int(set)])
      setRows[Int(set)] = .zero
    }
    touchedSets.removeAll(keepingCapacity: true)
  }

  private func add(_ row: Row, to set: UInt32) {
    if setRows[Int(set)] == .zero {
      if row == .zero { return }
      touchedSets.append(set)
    }
    setRows[Int(set)] |= row
  }

  @inline(__always)
  private func newRow(of component: UInt32, _ places: inout RowPlaces) -> Int {
    let row = Int(places.take())
    if unsafe row == capacity { grow() }
    unsafe rowNumbers[Int(component)] = UInt32(row)
    unsafe active[Int(component >> 6)] |= 1 << UInt64(component & 63)
    return row
  }

  @inline(never)
  private func grow() {
    let larger = unsafe UnsafeMutablePointer<Row>.allocate(capacity: 2 * capacity)
    unsafe larger.update(from: rows, count: capacity)
    unsafe rows.deallocate()
    unsafe rows = larger
    unsafe capacity *= 2
  }
}

/// Where the rows of a batch stand. A row that was carried on makes its place free: what is under way at once is little,
/// also where all leads to one node in the end.
private struct RowPlaces {
  var free: [UInt32] = []
  /// The first place that no row had yet; 0 is no place.
  private var unused: UInt32 = 1

  @inline(__always)
  mutating func take() -> UInt32 {
    if let place = free.popLast() { return place }
    unused += 1
    return unused - 1
  }
}

/// How much each bit of a row counts.
struct BitWeights {
  typealias Row = BatchPropagation.Row

  /// The bits that count 1; those that count 2 more; 4 more …
  private var planes: [Row] = []

  /// - Parameter weights: by bit; none is 0.
  init(_ weights: [UInt32]) {
    var all: UInt32 = 0
    for weight in weights { all |= weight }
    if all == 1 { return }
    while all != 0 {
      var plane = Row.zero
      for (bit, weight) in weights.enumerated() where weight >> UInt32(planes.count) & 1 != 0 {
        plane[bit >> 6] |= 1 << UInt64(bit & 63)
      }
      planes.append(plane)
      all >>= 1
    }
  }

  @inline(__always)
  func sum(of row: Row) -> UInt32 {
    if planes.isEmpty { return row.bitCount }
    return weightedSum(of: row)
  }

  private func weightedSum(of row: Row) -> UInt32 {
    var sum: UInt32 = 0
    for (power, plane) in planes.enumerated() { sum += (row & plane).bitCount << UInt32(power) }
    return sum
  }
}

extension SIMD8<UInt64> {
  /// How many bits are set: in all numbers side by side.
  /// - Source: H. Warren, Hacker's Delight, 2nd ed., §5-1.
  @inline(__always)
  fileprivate var bitCount: UInt32 {
    let pairs = self &- ((self &>> 1) & SIMD8(repeating: 0x5555_5555_5555_5555))
    let quarters = SIMD8(repeating: 0x3333_3333_3333_3333)
    let nibbles = (pairs & quarters) &+ ((pairs &>> 2) & quarters)
    let bytes = (nibbles &+ (nibbles &>> 4)) & SIMD8(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    // At most 64 in each of the eight bytes.
    let halves = bytes.lowHalf &+ bytes.highHalf
    let sums = halves.lowHalf &+ halves.highHalf
    let byBytes = sums.x &+ sums.y
    let byWords = (byBytes & 0x00FF_00FF_00FF_00FF) &+ ((byBytes >> 8) & 0x00FF_00FF_00FF_00FF)
    return UInt32(truncatingIfNeeded: (byWords &* 0x0001_0001_0001_0001) >> 48)
  }
}
