import Synchronization
import Temporals

/// Indexes from a property's values to nodes, each made when it is first asked for. Asking for one that is made takes no
/// lock.
final class EqualityIndexes: Sendable {
  /// Where an index stands once it is made. It is written once, while `making` is held, and from then on read.
  private final class Place: Sendable {
    private let isMade = Atomic<Bool>(false)
    private nonisolated(unsafe) var made: ValueIndex?

    var index: ValueIndex? { isMade.load(ordering: .acquiring) ? unsafe made : nil }

    /// - Returns: the index that stands there, which may be another one.
    func keep(_ index: @autoclosure () -> ValueIndex) -> ValueIndex {
      if let known = self.index { return known }
      let index = index()
      unsafe made = index
      isMade.store(true, ordering: .releasing)
      return index
    }
  }

  /// By property key.
  private let places: [Place]
  /// Held while an index is made, so that none is made twice.
  private let making = Mutex<Void>(())

  init(propertyCount: Int) { places = (0..<propertyCount).map { _ in Place() } }

  func appendNodes(in snapshot: GraphSnapshot, key: PropertyKeyID, value: Value, to nodes: inout [NodeIndex]) {
    guard let index = index(in: snapshot, key), let group = index.group(of: value) else { return }
    index.elements.appendNodes(ofGroup: group, to: &nodes)
  }

  func elements(in snapshot: GraphSnapshot, key: PropertyKeyID) -> GroupedElements? {
    index(in: snapshot, key)?.elements
  }

  /// Takes an index that was kept, for a column of strings.
  func set(_ elements: GroupedElements, of texts: TextDictionary, for key: PropertyKeyID) {
    making.withLock { _ in _ = places[Int(key.raw)].keep(ValueIndex(elements, of: texts)) }
  }

  /// `nil` for a property that no node has.
  private func index(in snapshot: GraphSnapshot, _ key: PropertyKeyID) -> ValueIndex? {
    guard Int(key.raw) < places.count else { return nil }
    let place = places[Int(key.raw)]
    if let made = place.index { return made }
    guard let column = snapshot.nodeColumn(key) else { return nil }
    return making.withLock { _ in place.keep(ValueIndex(column)) }
  }
}

/// The elements of one column by value.
private final class ValueIndex: Sendable {
  let elements: GroupedElements
  private let finding: Finding

  /// How a value is found among the groups.
  private enum Finding: Sendable {
    /// Groups are the texts of the column's own dictionary.
    case texts(TextDictionary)
    case booleans
    /// Groups are the distinct numbers, as 64 bits.
    case words(WordTable, PropertyColumn.Kind)
    /// Groups are the distinct values of a mixed column: those that are equal have one group.
    case values([Value: Int])
  }

  init(_ elements: GroupedElements, of texts: TextDictionary) {
    self.elements = elements
    finding = .texts(texts)
  }

  init(_ column: PropertyColumn) {
    let numbering: (Int) -> UInt32
    let values: PropertyColumn
    if case .sparse(let elements, let packed) = column {
      numbering = { elements[$0] }
      values = packed
    } else {
      let first = column.coverage.lowerBound
      numbering = { first + UInt32($0) }
      values = column
    }
    switch values {
    case .strings(_, let codes, let dictionary):
      finding = .texts(dictionary)
      elements = GroupedElements(codes: codes, groups: dictionary.count, number: numbering)
    case .booleans(_, let states):
      finding = .booleans
      elements = GroupedElements(codes: states.lazy.map { UInt32($0) }, groups: 2, number: numbering)
    case .integers(_, let numbers, let present):
      let (table, elements) = Self.words(numbers.lazy.map { UInt64(bitPattern: $0) }, present, numbering)
      (finding, self.elements) = (.words(table, .integers), elements)
    case .dates(_, let days, let present):
      let (table, elements) = Self.words(days.lazy.map { UInt64(bitPattern: Int64($0)) }, present, numbering)
      (finding, self.elements) = (.words(table, .dates), elements)
    case .floats(_, let numbers, let present):
      let (table, elements) = Self.words(numbers.lazy.map(Self.word), present, numbering)
      (finding, self.elements) = (.words(table, .floats), elements)
    case .mixed(_, let codes, let dictionary):
      var groups: [Value: Int] = [:]
      let groupOfCode = dictionary.indices.map { code in
        let value = PropertyColumn.value(code, of: dictionary)
        let group = groups[value] ?? groups.count
        groups[value] = group
        return UInt32(group) + 1
      }
      finding = .values(groups)
      elements = GroupedElements(
        codes: codes.lazy.map { $0 == 0 ? 0 : groupOfCode[Int($0) - 1] }, groups: groups.count, number: numbering)
    case .sparse: preconditionFailure("the values of a sparse column are packed")
    }
  }

  private static func words(
    _ words: some RandomAccessCollection<UInt64>, _ present: PresenceBits, _ numbering: (Int) -> UInt32
  ) -> (WordTable, GroupedElements) {
    var table = WordTable()
    let codes = words.enumerated().map { position, word in present.contains(position) ? table.number(of: word) + 1 : 0 }
    return (table, GroupedElements(codes: codes, groups: table.count, number: numbering))
  }

  /// The same bits for floats that are equivalent.
  private static func word(_ number: Double) -> UInt64 {
    number.isNaN ? Double.nan.bitPattern : number == 0 ? 0 : number.bitPattern
  }

  func group(of value: Value) -> Int? {
    switch finding {
    case .texts(let texts):
      guard case .string(let text) = value else { return nil }
      return texts.position(of: text).map { Int($0) }
    case .booleans:
      guard case .boolean(let flag) = value else { return nil }
      return flag ? 1 : 0
    case .values(let groups): return groups[value]
    case .words(let table, let kind):
      switch (kind, value) {
      case (.integers, .integer(let number)): return table.find(UInt64(bitPattern: number))
      case (.integers, .float(let number)): return Int64(exactly: number).flatMap { table.find(UInt64(bitPattern: $0)) }
      case (.floats, .float(let number)): return table.find(Self.word(number))
      case (.floats, .integer(let number)): return Double(exactly: number).flatMap { table.find(Self.word($0)) }
      case (.dates, .date(let date)): return table.find(UInt64(bitPattern: date.daysSinceEpoch))
      default: return nil
      }
    }
  }
}

/// Gives each distinct number of 64 bits a number in order of arrival.
private struct WordTable: Sendable {
  private var words: [UInt64] = []
  /// The number of a word + 1; 0 where nothing stands.
  private var slots: [UInt32] = []
  private let seed = UInt64.random(in: .min ... .max)

  var count: Int { words.count }

  mutating func number(of word: UInt64) -> UInt32 {
    if (words.count + 1) * 2 > slots.count { grow() }
    let slot = slot(of: word)
    if slots[slot] > 0 { return slots[slot] - 1 }
    words.append(word)
    slots[slot] = UInt32(words.count)
    return slots[slot] - 1
  }

  func find(_ word: UInt64) -> Int? {
    if slots.isEmpty { return nil }
    let number = slots[slot(of: word)]
    return number == 0 ? nil : Int(number) - 1
  }

  /// Where a word stands, or would.
  private func slot(of word: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: TextHash.hash(word, seed: seed)) & mask
    while slots[slot] > 0, words[Int(slots[slot]) - 1] != word { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
    for (position, word) in words.enumerated() { slots[slot(of: word)] = UInt32(position) + 1 }
  }
}
