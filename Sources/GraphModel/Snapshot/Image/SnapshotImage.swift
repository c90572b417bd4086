/// The layout of a map kept as a file.
///
/// Header, table of sections, then the sections, each at a multiple of 64 bytes. Numbers are in the byte order of the
/// machine that wrote them. Section 0 is the catalogue: names, ranges, and which section holds which array.
///
/// | Byte | Header |
/// |---|---|
/// | 0 | `STYRMAP` and a zero byte |
/// | 8 | byte order: 0x01020304 as 32 bits |
/// | 12 | version of the format, 32 bits |
/// | 16 | length of the file |
/// | 24 | number of sections |
/// | 32–55 | zero |
/// | 56 | checksum of bytes 0–55 and the table |
///
/// A section's entry in the table is its offset, its length in bytes, its checksum and the size of its elements.
enum SnapshotImageLayout {
  static let magic: UInt64 = 0x0050_414D_5259_5453
  static let byteOrder: UInt32 = 0x0102_0304
  /// Raised with every change of the layout or of what the catalogue holds: an image of another version is not read.
  static let version: UInt32 = 1
  static let headerLength = 64
  static let entryLength = 32
  static let alignment = 64
}

/// What an image shows: one revision of one database.
public struct SnapshotImageStamp: Hashable, Sendable {
  public var revision: Int64
  /// Tells one database, and one course of its history, from another.
  public var identity: String

  public init(revision: Int64, identity: String) {
    self.revision = revision
    self.identity = identity
  }
}

/// Why an image is not used. Nothing is lost by it: the map is built from the ledger.
public enum SnapshotImageError: Error, Hashable, Sendable {
  case notAnImage, otherByteOrder, otherVersion, truncated
  /// A checksum differs, or what the catalogue says does not fit together.
  case damaged
}

/// A checksum of 64 bits at the speed of memory: eight lanes, each step reversible, so that no change within one word
/// can go unnoticed.
enum ImageChecksum {
  @inline(__always)
  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    ((lane << 27 | lane >> 37) ^ word) &* 0x9E37_79B9_7F4A_7C15
  }

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (a, b, c, d) = (UInt64(1), UInt64(2), UInt64(3), UInt64(4))
    var (e, f, g, h) = (UInt64(5), UInt64(6), UInt64(7), UInt64(8))
    var offset = 0
    let count = bytes.count
    guard let base = bytes.baseAddress else { return 0 }
    while offset + 64 <= count {
      let block = unsafe base + offset
      a = step(a, unsafe block.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
      b = step(b, unsafe block.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      c = step(c, unsafe block.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
      d = step(d, unsafe block.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
      e = step(e, unsafe block.loadUnaligned(fromByteOffset: 32, as: UInt64.self))
      f = step(f, unsafe block.loadUnaligned(fromByteOffset: 40, as: UInt64.self))
      g = step(g, unsafe block.loadUnaligned(fromByteOffset: 48, as: UInt64.self))
      h = step(h, unsafe block.loadUnaligned(fromByteOffset: 56, as: UInt64.self))
      offset += 64
    }
    var sum = UInt64(count)
    for lane in [a, b, c, d, e, f, g, h] { sum = step(sum, lane) }
    while offset < count {
      sum = step(sum, UInt64(unsafe base.load(fromByteOffset: offset, as: UInt8.self)))
      offset += 1
    }
    return sum ^ sum >> 32
  }
}
