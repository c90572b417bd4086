import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds which of many texts that stand behind each other contain a part, in one pass over all their bytes: sixteen
/// places at a time are compared with two bytes of the part, and only where both fit is the part itself.
///
/// - Source: Muła, "SIMD-friendly algorithms for substring searching", 2016.
struct TextSearch {
  private let part: [UInt8]
  /// Which two bytes of the part are compared first: such as are rare in the texts.
  private let first: Int
  private let second: Int

  /// - Parameter rarity: the positions of the part's bytes, the rarest first; at least one.
  init(part: [UInt8], rarity: [Int]) {
    self.part = part
    first = rarity[0]
    second = rarity.count > 1 ? rarity[1] : rarity[0]
  }

  /// Marks the texts of a stretch that contain the part.
  /// - Parameter marks: a bit for each text, also for those outside the stretch.
  @unsafe
  func mark(_ stretch: Range<Int>, of texts: LentTexts, in marks: inout [UInt64]) {
    let bytes = unsafe texts[stretch]
    guard let base = unsafe UnsafeRawPointer(bytes.baseAddress), bytes.count >= part.count else { return }
    let (firsts, seconds) = (SIMD16(repeating: part[first]), SIMD16(repeating: part[second]))
    let farther = max(first, second)
    /// All ones where both bytes fit, by place.
    @inline(__always)
    func fitting(_ position: Int) -> SIMD2<UInt64> {
      let a = unsafe base.loadUnaligned(fromByteOffset: position + first, as: SIMD16<UInt8>.self)
      let b = unsafe base.loadUnaligned(fromByteOffset: position + second, as: SIMD16<UInt8>.self)
      return unsafe unsafeBitCast((a .== firsts) .& (b .== seconds), to: SIMD2<UInt64>.self)
    }
    var text = stretch.lowerBound
    func look(at position: Int) {
      guard position + part.count <= bytes.count, unsafe memcmp(base + position, part, part.count) == 0 else { return }
      while unsafe texts.end(of: text, from: stretch.lowerBound) <= position { text += 1 }
      // Not where one text ends and the next begins.
      guard unsafe position + part.count <= texts.end(of: text, from: stretch.lowerBound) else { return }
      marks[text / 64] |= 1 << UInt64(text % 64)
    }
    var position = 0
    let end = bytes.count - farther
    while position + 16 <= end {
      if position + 64 <= end {
        let found = fitting(position) | fitting(position + 16) | fitting(position + 32) | fitting(position + 48)
        if found.x | found.y == 0 {
          position += 64
          continue
        }
      }
      let found = fitting(position)
      for half in 0..<2 {
        var places = found[half]
        while places != 0 {
          let place = places.trailingZeroBitCount / 8
          look(at: position + half * 8 + place)
          places &= ~(0xFF &<< UInt64(place * 8))
        }
      }
      position += 16
    }
    while position < end {
      look(at: position)
      position += 1
    }
  }
}
