#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The distinct texts of a column, their bytes side by side, numbered from 0 and found by hash.
///
/// One object for one column: two columns of codes may be compared code by code exactly if they share it.
public final class TextDictionary: RandomAccessCollection, Sendable {
  /// Where each text begins in `bytes`, and where the last ends.
  @usableFromInline let offsets: PackedArray<UInt64>
  @usableFromInline let bytes: PackedArray<UInt8>
  /// A hash table: the number of a text + 1, 0 where nothing stands; its size is a power of two.
  @usableFromInline let slots: PackedArray<UInt32>
  @usableFromInline let seed: UInt64

  init(offsets: PackedArray<UInt64>, bytes: PackedArray<UInt8>, slots: PackedArray<UInt32>, seed: UInt64) {
    self.offsets = offsets
    self.bytes = bytes
    self.slots = slots
    self.seed = seed
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { offsets.count - 1 }

  @inlinable
  public subscript(position: Int) -> String {
    unsafe withBytes(of: position) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the bytes of a text, so that none has to be made of it.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    of position: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = Int(offsets[position])
    let end = Int(offsets[position + 1])
    defer { withExtendedLifetime(bytes.owner) {} }
    return try unsafe body(UnsafeBufferPointer(start: bytes.base + start, count: end - start))
  }

  /// Lends all texts, for a loop over many of them.
  @inlinable
  public func withTexts<Result, Failure: Error>(
    _ body: (LentTexts) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try unsafe body(lent)
  }

  /// The texts as bare memory, which the dictionary keeps for as long as it lives.
  @unsafe @usableFromInline var lent: LentTexts { unsafe LentTexts(offsets: offsets.base, bytes: bytes.base) }

  /// Whether it is the same dictionary in memory, so that equal codes are equal texts.
  public func isSame(as other: TextDictionary) -> Bool {
    unsafe offsets.base == other.offsets.base && bytes.base == other.bytes.base && count == other.count
  }

  /// The order of two texts by code points.
  public func order(_ a: Int, _ b: Int) -> ValueOrder {
    if a == b { return .equal }
    return unsafe withBytes(of: a) { x in unsafe withBytes(of: b) { y in unsafe TextHash.order(x, y) } }
  }

  /// The number of a text; `nil` if no element has it.
  public func position(of text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { unsafe position(of: $0) }
  }

  @unsafe
  func position(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: unsafe TextHash.hash(text, seed: seed)) & mask
    // Ends at the latest after all slots, also in a table that has no free one.
    for _ in 0..<slots.count {
      let number = slots[slot]
      if number == 0 { return nil }
      let position = Int(number) - 1
      if position < count, unsafe withBytes(of: position, { unsafe TextHash.areEqual($0, text) }) { return number - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

/// The texts of a dictionary as bare memory, so that reading one takes hold of nothing.
@unsafe
@frozen
public struct LentTexts {
  @usableFromInline let offsets: UnsafePointer<UInt64>
  @usableFromInline let bytes: UnsafePointer<UInt8>

  @usableFromInline
  init(offsets: UnsafePointer<UInt64>, bytes: UnsafePointer<UInt8>) {
    unsafe self.offsets = offsets
    unsafe self.bytes = bytes
  }

  /// The bytes of a text.
  @inlinable
  public subscript(position: Int) -> UnsafeBufferPointer<UInt8> {
    let start = unsafe Int(offsets[position])
    return unsafe UnsafeBufferPointer(start: bytes + start, count: Int(offsets[position + 1]) - start)
  }

  /// The bytes of neighbouring texts, one behind the other.
  @inlinable
  public subscript(positions: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let start = unsafe Int(offsets[positions.lowerBound])
    return unsafe UnsafeBufferPointer(start: bytes + start, count: Int(offsets[positions.upperBound]) - start)
  }

  /// Where a text ends, counted from where another begins.
  @inlinable
  public func end(of position: Int, from other: Int) -> Int {
    unsafe Int(offsets[position + 1]) - Int(offsets[other])
  }
}

/// Hashing texts by their bytes. Seeded, so that nobody can prepare texts that collide.
/// - Source: the multiply-and-fold step is that of wyhash (Wang Yi, 2019).
public enum TextHash {
  @unsafe
  @inlinable
  public static func hash(_ text: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    var hash = seed ^ (UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15)
    guard let base = unsafe UnsafeRawPointer(text.baseAddress) else { return fold(hash, 0xE703_7ED1_A0B4_28DB) }
    var offset = 0
    while offset + 8 <= text.count {
      hash = fold(hash ^ (unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)), 0xA076_1D64_78BD_642F)
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < text.count {
      tail = tail << 8 | UInt64(unsafe base.load(fromByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    return fold(hash ^ tail, 0xE703_7ED1_A0B4_28DB)
  }

  /// A number for a hash table of numbers.
  @inlinable
  public static func hash(_ word: UInt64, seed: UInt64) -> UInt64 { fold(word ^ seed, 0xA076_1D64_78BD_642F) }

  @usableFromInline
  @inline(__always)
  static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// The order of the bytes, which for UTF-8 is that of code points.
  static func order(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> ValueOrder {
    if let first = a.baseAddress, let second = b.baseAddress {
      let order = unsafe memcmp(first, second, min(a.count, b.count))
      if order != 0 { return order < 0 ? .less : .greater }
    }
    return a.count == b.count ? .equal : (a.count < b.count ? .less : .greater)
  }

  @inline(__always)
  static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    guard let first = a.baseAddress, let second = b.baseAddress else { return true }
    return unsafe memcmp(first, second, a.count) == 0
  }
}
