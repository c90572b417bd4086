/// Reads an image that lies in memory. It believes nothing: header, table and the contents of every section are checked
/// before anything is read from them, and the catalogue is read with checked bounds.
@safe
struct SnapshotImageReader {
  private struct Section {
    var offset: Int
    var length: Int
    var elementSize: Int
  }

  private let bytes: UnsafeRawBufferPointer
  private let owner: AnyObject
  private var sections: [Section] = []
  private var offset = 0
  private var end = 0

  /// - Parameter owner: keeps the bytes where they are, and unchanged, for as long as it lives.
  init(_ bytes: UnsafeRawBufferPointer, owner: AnyObject) throws(SnapshotImageError) {
    unsafe self.bytes = bytes
    self.owner = owner
    try readHeader()
    guard let catalogue = sections.first else { throw .damaged }
    offset = catalogue.offset
    end = catalogue.offset + catalogue.length
  }

  private mutating func readHeader() throws(SnapshotImageError) {
    let count = unsafe bytes.count
    guard count >= SnapshotImageLayout.headerLength, word(0) == SnapshotImageLayout.magic else {
      throw unsafe bytes.starts(with: [0x53, 0x54, 0x59, 0x52]) ? .truncated : .notAnImage
    }
    let byteOrder = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    let version = unsafe bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)
    if byteOrder != SnapshotImageLayout.byteOrder { throw .otherByteOrder }
    if version != SnapshotImageLayout.version { throw .otherVersion }
    if word(16) != UInt64(count) { throw .truncated }
    let room = (count - SnapshotImageLayout.headerLength) / SnapshotImageLayout.entryLength
    guard let sectionCount = Int(exactly: word(24)), sectionCount <= room else { throw .damaged }
    let tableEnd = SnapshotImageLayout.headerLength + sectionCount * SnapshotImageLayout.entryLength
    // The checksum stands between what it covers.
    var covered: [UInt64] = (0..<7).map { word($0 * 8) }
    for position in stride(from: SnapshotImageLayout.headerLength, to: tableEnd, by: 8) {
      covered.append(word(position))
    }
    guard unsafe covered.withUnsafeBytes({ unsafe ImageChecksum.checksum($0) }) == word(56) else { throw .damaged }
    for entry in 0..<sectionCount {
      let start = SnapshotImageLayout.headerLength + entry * SnapshotImageLayout.entryLength
      guard let offset = Int(exactly: word(start)), let length = Int(exactly: word(start + 8)),
        let elementSize = Int(exactly: word(start + 24)), offset >= tableEnd,
        offset % SnapshotImageLayout.alignment == 0, length <= count, offset <= count - length, elementSize > 0,
        length % elementSize == 0
      else { throw .damaged }
      let contents = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
      guard unsafe ImageChecksum.checksum(contents) == word(start + 16) else { throw .damaged }
      sections.append(Section(offset: offset, length: length, elementSize: elementSize))
    }
  }

  private func word(_ position: Int) -> UInt64 { unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) }

  // MARK: Catalogue

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(SnapshotImageError)
    -> Number
  {
    guard end - offset >= 8 else { throw .damaged }
    let word = UInt64(littleEndian: word(offset))
    offset += 8
    if Number.isSigned {
      guard let number = Number(exactly: Int64(bitPattern: word)) else { throw .damaged }
      return number
    }
    guard let number = Number(exactly: word) else { throw .damaged }
    return number
  }

  mutating func text() throws(SnapshotImageError) -> String {
    let count = try number(Int.self)
    guard count >= 0, count <= end - offset else { throw .damaged }
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    offset += count
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  mutating func list<Element>(
    _ each: (inout SnapshotImageReader) throws(SnapshotImageError) -> Element
  ) throws(SnapshotImageError) -> [Element] {
    let count = try number(Int.self)
    // Each element takes eight bytes at least.
    guard count >= 0, count <= (end - offset) / 8 else { throw .damaged }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try each(&self)) }
    return list
  }

  mutating func range() throws(SnapshotImageError) -> Range<UInt32> {
    let (low, high) = (try number(UInt32.self), try number(UInt32.self))
    guard low <= high else { throw .damaged }
    return low..<high
  }

  /// The array that stands in the section which is named here.
  mutating func array<Element>(
    of type: Element.Type = Element.self, count expected: Int? = nil
  ) throws(SnapshotImageError) -> PackedArray<Element> {
    let number = try number(Int.self)
    guard number > 0, number < sections.count, sections[number].elementSize == MemoryLayout<Element>.stride else {
      throw .damaged
    }
    let section = sections[number]
    let count = section.length / section.elementSize
    if let expected, count != expected { throw .damaged }
    guard count > 0, let base = unsafe bytes.baseAddress else { return PackedArray() }
    let start = unsafe (base + section.offset).assumingMemoryBound(to: Element.self)
    return unsafe PackedArray(base: start, count: count, owner: owner)
  }

  /// Whether the catalogue has been read to its end.
  var isAtEnd: Bool { offset == end }
}
