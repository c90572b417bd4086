import CypherSemantics
import CypherSyntax
import GraphModel
import Temporals

/// A test of one property, asked of a column of the map without making values: texts by their code, numbers and days
/// as they are packed, the outcome for a repeated value remembered by its code.
final class ColumnTest {
  /// How elements that have the property are asked.
  private enum Form {
    /// All alike.
    case constant(Bool)
    /// Those with the code, or those with another.
    case code(UInt32, isSame: Bool)
    /// The one element that has the text, where each has another; or all others.
    case element(UInt32, isSame: Bool)
    case anyCode(Set<UInt32>, isAmong: Bool)
    /// What is known of each code: 0 nothing yet, 1 no, 2 yes.
    case byCode
    case text(TextBytesTest, TextDictionary, wanted: Bool)
    case integers(ClosedRange<Int64>?, isInside: Bool)
    case floats(ClosedRange<Double>?, isInside: Bool)
    /// One value after the other.
    case values

    /// A test for a code as one for the element that has it, where the column gives every element a code of its own.
    func asElement(of column: PropertyColumn) -> Form {
      guard case .code(let code, let isSame) = self, case .strings(let first, let codes, let dictionary) = column,
        // Codes are given in order; a column that has as many as it has elements, each on its place, has none twice.
        codes.count == dictionary.count, codes[Int(code) - 1] == code
      else { return self }
      return .element(first + code - 1, isSame: isSame)
    }
  }

  private let test: ValueTest
  private let wanted: Bool
  private let column: PropertyColumn?
  private let form: Form
  /// Whether an element without the property is selected.
  private let absent: Bool
  private var verdicts: [UInt8] = []
  /// What is known of texts that are searched for a part.
  private var findings: TextFindings?
  private let run: QueryRun

  /// - Parameters:
  ///   - column: `nil` where no element has the property.
  ///   - wanted: the outcome for which elements are selected.
  init(_ test: ValueTest, of column: PropertyColumn?, wanted: Bool, _ run: QueryRun) {
    self.test = test
    self.wanted = wanted
    self.column = column
    self.run = run
    // Only texts can cost what the budget does not have.
    absent = (try? test.outcome(for: .null, run)) == .some(wanted)
    form = column.map { Self.form(test, $0, wanted).asElement(of: $0) } ?? .constant(absent)
    if case .byCode = form, let count = column?.codeCount { verdicts = [UInt8](repeating: 0, count: count + 1) }
  }

  var cost: Int {
    switch form {
    case .constant, .code, .element, .integers, .floats: 1
    case .anyCode, .byCode: 2
    case .text, .values: 4 + test.cost
    }
  }

  /// The nodes that are selected, where they are stretches of numbers; `nil` where each has to be asked.
  /// - Parameter bound: one past the highest node of the map.
  func stretches(below bound: UInt32) -> [Range<UInt32>]? {
    switch form {
    case .constant(let flag) where flag == absent: return flag ? [0..<bound] : []
    case .element(let element, let isSame):
      guard let coverage = column?.coverage else { return nil }
      var stretches: [Range<UInt32>] = []
      if absent { stretches.append(joining: 0..<coverage.lowerBound) }
      if isSame {
        stretches.append(joining: element..<element + 1)
      } else {
        stretches.append(joining: coverage.lowerBound..<element)
        stretches.append(joining: element + 1..<coverage.upperBound)
      }
      if absent { stretches.append(joining: coverage.upperBound..<bound) }
      return stretches
    default: return nil
    }
  }

  /// The selected ones of neighbouring elements, counted from the first of them; `nil` where each has to be asked.
  func places(in elements: Range<UInt32>) -> [Int32]? {
    guard case .code(let code, let isSame) = form, !absent, case .strings(let first, let codes, _)? = column,
      elements.lowerBound >= first, Int(elements.upperBound - first) <= codes.count
    else { return nil }
    let start = Int(elements.lowerBound - first)
    return unsafe codes.withUnsafeBufferPointer { codes in
      unsafe [Int32](unsafeUninitializedCapacity: elements.count) { places, kept in
        if isSame {
          for place in 0..<elements.count {
            unsafe places[kept] = Int32(truncatingIfNeeded: place)
            unsafe kept &+= codes[start &+ place] == code ? 1 : 0
          }
        } else {
          for place in 0..<elements.count {
            let own = unsafe codes[start &+ place]
            unsafe places[kept] = Int32(truncatingIfNeeded: place)
            kept &+= own != code && own != 0 ? 1 : 0
          }
        }
      }
    }
  }

  /// Keeps of some rows those whose element is selected.
  @unsafe
  func select(_ rows: inout [Int32], of elements: UnsafeBufferPointer<UInt32>) throws(EvaluationError) {
    guard let column else {
      if !absent { rows.removeAll(keepingCapacity: true) }
      return
    }
    switch (form, column) {
    case (.constant(let flag), _): unsafe try select(&rows, elements, column) { _ in flag }
    case (.code(let code, let isSame), .strings(let first, let codes, _)):
      unsafe try select(&rows, elements, first, codes.count) { offset in
        let own = codes[offset]
        return own == 0 ? self.absent : (own == code) == isSame
      }
    case (.element(let element, let isSame), .strings(let first, let codes, _)):
      unsafe try select(&rows, elements, first, codes.count) { (UInt32($0) &+ first == element) == isSame }
    case (.anyCode(let wanted, let isAmong), .strings(let first, let codes, _)):
      unsafe try select(&rows, elements, first, codes.count) { offset in
        let own = codes[offset]
        return own == 0 ? self.absent : wanted.contains(own) == isAmong
      }
    case (.byCode, .strings(let first, let codes, _)), (.byCode, .mixed(let first, let codes, _)):
      try unsafe selectByCode(&rows, elements, first, codes.count) { codes[$0] }
    case (.byCode, .booleans(let first, let states)):
      try unsafe selectByCode(&rows, elements, first, states.count) { UInt32(states[$0]) }
    case (.text(let bytes, let dictionary, let wanted), .strings(let first, let codes, _)):
      // Taken out, so that its arrays have one owner while they change.
      var findings = self.findings ?? bytes.search.map { TextFindings($0, of: dictionary) }
      self.findings = nil
      defer { self.findings = findings }
      try unsafe dictionary.withTexts { (texts) throws(EvaluationError) in
        if var known = findings {
          findings = nil
          unsafe announce(rows, elements, first, codes, to: &known)
          unsafe known.learn(texts)
          unsafe try select(&rows, elements, first, codes.count) { offset in
            let own = codes[offset]
            if own == 0 { return self.absent }
            let text = Int(own) - 1
            return unsafe (known[text] ?? bytes.holds(for: texts[text])) == wanted
          }
          findings = known
          return
        }
        unsafe try select(&rows, elements, first, codes.count) { offset in
          let own = codes[offset]
          return own == 0 ? self.absent : unsafe bytes.holds(for: texts[Int(own) - 1]) == wanted
        }
      }
    case (.integers(let range, let isInside), .integers(let first, let numbers, let present)):
      let (low, high) = (range?.lowerBound ?? 1, range?.upperBound ?? 0)
      unsafe try select(&rows, elements, first, numbers.count) { offset in
        let number = numbers[offset]
        return present.contains(offset) ? (low <= number && number <= high) == isInside : self.absent
      }
    case (.integers(let range, let isInside), .dates(let first, let days, let present)):
      let (low, high) = (range?.lowerBound ?? 1, range?.upperBound ?? 0)
      unsafe try select(&rows, elements, first, days.count) { offset in
        let day = Int64(days[offset])
        return present.contains(offset) ? (low <= day && day <= high) == isInside : self.absent
      }
    case (.floats(let range, let isInside), .floats(let first, let numbers, let present)):
      let (low, high) = (range?.lowerBound ?? 1, range?.upperBound ?? 0)
      unsafe try select(&rows, elements, first, numbers.count) { offset in
        let number = numbers[offset]
        return present.contains(offset) ? (low <= number && number <= high) == isInside : self.absent
      }
    default:
      unsafe try select(&rows, elements, 0, .max) { (offset) throws(EvaluationError) in
        let value = column.value(at: UInt32(offset))
        return value.isNull ? self.absent : try self.test.outcome(for: value, self.run) == self.wanted
      }
    }
  }

  // MARK: Texts

  /// Tells about which texts some rows will ask.
  @unsafe
  private func announce(
    _ rows: [Int32], _ elements: UnsafeBufferPointer<UInt32>, _ first: UInt32, _ codes: PackedArray<UInt32>,
    to findings: inout TextFindings
  ) {
    for row in rows {
      let offset = unsafe Int(elements[Int(row)]) - Int(first)
      guard UInt(bitPattern: offset) < UInt(codes.count), codes[offset] != 0 else { continue }
      findings.announce(Int(codes[offset]) - 1)
    }
  }

  // MARK: Loops

  /// - Parameters:
  ///   - first: the element at the column's first offset; there are `count` of them.
  ///   - isSelected: asked with an offset.
  @inline(__always)
  private func select(
    _ rows: inout [Int32], _ elements: UnsafeBufferPointer<UInt32>, _ first: UInt32, _ count: Int,
    _ isSelected: (Int) throws(EvaluationError) -> Bool
  ) throws(EvaluationError) {
    let absent = absent
    var kept = 0
    try unsafe rows.withUnsafeMutableBufferPointer { (rows) throws(EvaluationError) in
      for position in 0..<rows.count {
        let row = unsafe rows[position]
        let offset = unsafe Int(elements[Int(row)]) - Int(first)
        let isKept = UInt(bitPattern: offset) < UInt(count) ? try isSelected(offset) : absent
        unsafe rows[kept] = row
        kept += isKept ? 1 : 0
      }
    }
    rows.removeLast(rows.count - kept)
  }

  /// Selects by whether the property is there.
  private func select(
    _ rows: inout [Int32], _ elements: UnsafeBufferPointer<UInt32>, _ column: PropertyColumn,
    present flag: (Int) -> Bool
  ) throws(EvaluationError) {
    switch column {
    case .strings(let first, let codes, _), .mixed(let first, let codes, _):
      unsafe try select(&rows, elements, first, codes.count) { codes[$0] == 0 ? self.absent : flag($0) }
    case .integers(let first, let numbers, let present):
      unsafe try select(&rows, elements, first, numbers.count) { present.contains($0) ? flag($0) : self.absent }
    case .floats(let first, let numbers, let present):
      unsafe try select(&rows, elements, first, numbers.count) { present.contains($0) ? flag($0) : self.absent }
    case .dates(let first, let days, let present):
      unsafe try select(&rows, elements, first, days.count) { present.contains($0) ? flag($0) : self.absent }
    case .booleans(let first, let states):
      unsafe try select(&rows, elements, first, states.count) { states[$0] == 0 ? self.absent : flag($0) }
    case .sparse:
      unsafe try select(&rows, elements, 0, .max) { column.value(at: UInt32($0)).isNull ? self.absent : flag($0) }
    }
  }

  @inline(__always)
  private func selectByCode(
    _ rows: inout [Int32], _ elements: UnsafeBufferPointer<UInt32>, _ first: UInt32, _ count: Int,
    _ code: (Int) -> UInt32
  ) throws(EvaluationError) {
    unsafe try select(&rows, elements, first, count) { (offset) throws(EvaluationError) in
      let code = code(offset)
      if code == 0 { return self.absent }
      let verdict = self.verdicts[Int(code)]
      return verdict == 0 ? try self.judge(code, at: UInt32(offset) + first) : verdict == 2
    }
  }

  /// Asks for a code that is met for the first time.
  @inline(never)
  private func judge(_ code: UInt32, at element: UInt32) throws(EvaluationError) -> Bool {
    let value = column?.value(at: element) ?? .null
    let isSelected = try test.outcome(for: value, run) == wanted
    verdicts[Int(code)] = isSelected ? 2 : 1
    return isSelected
  }

  // MARK: Forms

  private static func form(_ test: ValueTest, _ column: PropertyColumn, _ wanted: Bool) -> Form {
    if case .isNull = test { return .constant(!wanted) }
    switch column {
    case .strings(_, let codes, let dictionary): return form(test, codes, dictionary, wanted)
    case .integers:
      guard case .comparison(let op, let other) = test, let range = integers(op, other) else { return .values }
      return .integers(range.range, isInside: range.isInside == wanted)
    case .dates:
      guard case .comparison(let op, .date(let day)) = test, let range = integers(op, .integer(day.daysSinceEpoch))
      else { return .values }
      return .integers(range.range, isInside: range.isInside == wanted)
    case .floats:
      guard case .comparison(let op, let other) = test, let range = floats(op, other) else { return .values }
      return .floats(range.range, isInside: range.isInside == wanted)
    case .mixed, .booleans: return .byCode
    case .sparse: return .values
    }
  }

  private static func form(
    _ test: ValueTest, _ codes: PackedArray<UInt32>, _ dictionary: TextDictionary, _ wanted: Bool
  ) -> Form {
    switch test {
    case .comparison(.equal, .string(let text)), .comparison(.notEqual, .string(let text)):
      let isSame =
        if case .comparison(.equal, _) = test { wanted } else { !wanted }
      guard let position = dictionary.position(of: text) else { return .constant(!isSame) }
      return .code(position + 1, isSame: isSame)
    case .anyOf(let items):
      let found = items.compactMap { item -> UInt32? in
        if case .string(let text) = item { dictionary.position(of: text).map { $0 + 1 } } else { nil }
      }
      // With a null among the items, what is not found is unknown.
      if !wanted, items.contains(where: \.isNull) { return .constant(false) }
      if found.count == 1 { return .code(found[0], isSame: wanted) }
      return dictionary.count <= codes.count / 2 ? .byCode : .anyCode(Set(found), isAmong: wanted)
    default:
      // Where texts repeat, each is asked once.
      if dictionary.count > codes.count / 2, let bytes = TextBytesTest(test, of: dictionary) {
        return .text(bytes, dictionary, wanted: wanted)
      }
      return .byCode
    }
  }

  /// The integers for which a comparison with a number holds, or does not; `nil` for what is no number.
  private static func integers(
    _ op: ComparisonOperatorSyntax, _ other: Value
  ) -> (range: ClosedRange<Int64>?, isInside: Bool)? {
    func range(_ low: Int64?, _ high: Int64?) -> ClosedRange<Int64>? {
      if let low, let high, low <= high { low...high } else { nil }
    }
    switch other {
    case .integer(let number):
      switch op {
      case .equal: return (number...number, true)
      case .notEqual: return (number...number, false)
      case .less: return (range(.min, number == .min ? nil : number - 1), true)
      case .lessOrEqual: return (.min...number, true)
      case .greater: return (range(number == .max ? nil : number + 1, .max), true)
      case .greaterOrEqual: return (number...(.max), true)
      }
    default: return nil
    }
  }

  /// The floats for which a comparison with a number holds, or does not; `nil` where that is no range of floats.
  private static func floats(
    _ op: ComparisonOperatorSyntax, _ other: Value
  ) -> (range: ClosedRange<Double>?, isInside: Bool)? {
    let number: Double
    switch other {
    case .float(let float): number = float
    case .integer(let integer):
      guard let float = Double(exactly: integer) else { return nil }
      number = float
    default: return nil
    }
    if number.isNaN { return (nil, op != .notEqual) }
    let infinity = Double.infinity
    switch op {
    case .equal: return (number...number, true)
    case .notEqual: return (number...number, false)
    case .less: return (number == -infinity ? nil : -infinity...number.nextDown, true)
    case .lessOrEqual: return (-infinity...number, true)
    case .greater: return (number == infinity ? nil : number.nextUp...infinity, true)
    case .greaterOrEqual: return (number...infinity, true)
    }
  }
}

extension PropertyColumn {
  /// How many codes there are beside 0, where values have one.
  fileprivate var codeCount: Int? {
    switch self {
    case .strings(_, _, let dictionary), .mixed(_, _, let dictionary): dictionary.count
    case .booleans: 2
    case .integers, .floats, .dates, .sparse: nil
    }
  }
}
