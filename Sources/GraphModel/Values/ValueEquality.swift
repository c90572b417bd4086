import Temporals

extension Value: Hashable {
  public static func == (a: Value, b: Value) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.boolean(let x), .boolean(let y)): x == y
    case (.integer(let x), .integer(let y)): x == y
    case (.float(let x), .float(let y)): x == y || (x.isNaN && y.isNaN)
    case (.integer(let x), .float(let y)), (.float(let y), .integer(let x)): isSameNumber(x, y)
    case (.string(let x), .string(let y)): x.isIdenticalText(to: y)
    case (.date(let x), .date(let y)): x == y
    case (.localTime(let x), .localTime(let y)): x == y
    case (.time(let x), .time(let y)): x == y
    case (.localDateTime(let x), .localDateTime(let y)): x == y
    case (.dateTime(let x), .dateTime(let y)): x == y
    case (.duration(let x), .duration(let y)): x == y
    case (.list(let x), .list(let y)): x == y
    case (.map(let x), .map(let y)): x == y
    case (.node(let x), .node(let y)): x == y
    case (.relationship(let x), .relationship(let y)): x == y
    case (.path(let x), .path(let y)): x == y
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value):
      // The same hash as the equal float; numbers that no float holds exactly hash by their nearest one.
      hasher.combine(1)
      hasher.combine(Double(value))
    case .float(let value):
      hasher.combine(1)
      hasher.combine(value.isNaN ? .nan : value)
    case .string(let value):
      hasher.combine(2)
      value.hashText(into: &hasher)
    case .date(let value): hasher.combine(value)
    case .localTime(let value): hasher.combine(value)
    case .time(let value): hasher.combine(value)
    case .localDateTime(let value): hasher.combine(value)
    case .dateTime(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    case .list(let value):
      hasher.combine(3)
      hasher.combine(value)
    case .map(let value): hasher.combine(value)
    case .node(let value):
      hasher.combine(4)
      hasher.combine(value)
    case .relationship(let value):
      hasher.combine(5)
      hasher.combine(value)
    case .path(let value): hasher.combine(value)
    }
  }

  /// The language's `=`: `nil` is *unknown*.
  /// - Source: openCypher CIP2016-06-14, comparability and equality.
  public func equality(with other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): return nil
    case (.float(let x), .float(let y)): return x == y
    case (.list(let x), .list(let y)):
      guard x.count == y.count else { return false }
      return Value.allEqual(zip(x, y))
    case (.map(let x), .map(let y)):
      guard x.count == y.count, x.keys.allSatisfy({ y[$0] != nil }) else { return false }
      return Value.allEqual(x.map { ($0.value, y[$0.key] ?? .null) })
    default: return self == other
    }
  }

  private static func allEqual(_ pairs: some Sequence<(Value, Value)>) -> Bool? {
    var unknown = false
    for (x, y) in pairs {
      switch x.equality(with: y) {
      case false?: return false
      case nil: unknown = true
      case true?: break
      }
    }
    return unknown ? nil : true
  }

  static func isSameNumber(_ integer: Int64, _ float: Double) -> Bool {
    Int64(exactly: float) == integer
  }
}

extension String {
  /// Equal byte by byte: two keys that differ only in Unicode normalisation are two keys.
  public func isIdenticalText(to other: String) -> Bool {
    let a = unsafe utf8.span.bytes
    let b = unsafe other.utf8.span.bytes
    guard a.byteCount == b.byteCount else { return false }
    var offset = 0
    while offset + 8 <= a.byteCount {
      let left = unsafe a.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let right = unsafe b.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      if left != right { return false }
      offset += 8
    }
    while offset < a.byteCount {
      let left = unsafe a.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
      let right = unsafe b.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
      if left != right { return false }
      offset += 1
    }
    return true
  }

  func hashText(into hasher: inout Hasher) {
    var copy = self
    copy.withUTF8 { bytes in unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
  }

  /// Smaller by code points; for UTF-8 that is the order of the bytes.
  @inlinable
  public func precedesByCodePoints(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
