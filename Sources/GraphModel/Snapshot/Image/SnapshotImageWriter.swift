/// Gathers the arrays of a snapshot as sections, and writes them one after the other.
struct SnapshotImageWriter {
  /// A stretch of bytes that is lent when it is needed.
  @safe
  private struct Section {
    var length: Int
    var elementSize: Int
    let lend: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void

    init(length: Int, elementSize: Int, lend: @escaping ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) {
      self.length = length
      self.elementSize = elementSize
      unsafe self.lend = lend
    }
  }

  private var sections: [Section] = []
  private var catalogue: [UInt8] = []

  // MARK: Catalogue

  mutating func add(_ number: some FixedWidthInteger) {
    let word = UInt64(truncatingIfNeeded: number).littleEndian
    unsafe withUnsafeBytes(of: word) { unsafe catalogue.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    catalogue.append(contentsOf: text.utf8)
  }

  mutating func add<Element>(_ list: [Element], _ each: (inout SnapshotImageWriter, Element) -> Void) {
    add(list.count)
    for element in list { each(&self, element) }
  }

  mutating func add(_ range: Range<UInt32>) {
    add(range.lowerBound)
    add(range.upperBound)
  }

  /// Names a section for an array.
  mutating func add<Element>(_ array: PackedArray<Element>) {
    sections.append(
      unsafe Section(
        length: array.count * MemoryLayout<Element>.stride, elementSize: MemoryLayout<Element>.stride
      ) { body in
        try unsafe array.withUnsafeBufferPointer { elements in try unsafe body(UnsafeRawBufferPointer(elements)) }
      })
    // The catalogue itself is section 0.
    add(sections.count)
  }

  // MARK: File

  /// Hands the bytes of the image on, in order.
  func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    let catalogue = catalogue
    let first = unsafe Section(length: catalogue.count, elementSize: 1) { body in
      try unsafe catalogue.withUnsafeBytes { try unsafe body($0) }
    }
    let all = [first] + sections
    var header: [UInt64] = []
    var offset = SnapshotImageLayout.headerLength + all.count * SnapshotImageLayout.entryLength
    var table: [UInt64] = []
    var offsets: [Int] = []
    for section in all {
      offset = SnapshotImageWriter.aligned(offset)
      offsets.append(offset)
      var checksum: UInt64 = 0
      try unsafe section.lend { checksum = unsafe ImageChecksum.checksum($0) }
      table += [UInt64(offset), UInt64(section.length), checksum, UInt64(section.elementSize)]
      offset += section.length
    }
    let end = offset
    // The halves of the word stand as two numbers of 32 bits do in memory.
    let marks: [UInt32] = [SnapshotImageLayout.byteOrder, SnapshotImageLayout.version]
    let mark = unsafe marks.withUnsafeBytes { unsafe $0.loadUnaligned(as: UInt64.self) }
    header = [SnapshotImageLayout.magic, mark, UInt64(end), UInt64(all.count), 0, 0, 0]
    header.append(unsafe (header + table).withUnsafeBytes { unsafe ImageChecksum.checksum($0) })
    try unsafe (header + table).withUnsafeBytes { try unsafe sink($0) }
    var written = (header.count + table.count) * 8
    let padding = [UInt8](repeating: 0, count: SnapshotImageLayout.alignment)
    for (section, offset) in zip(all, offsets) {
      if offset > written {
        try unsafe padding.withUnsafeBytes {
          try unsafe sink(UnsafeRawBufferPointer(rebasing: $0[..<(offset - written)]))
        }
      }
      try unsafe section.lend(sink)
      written = offset + section.length
    }
  }

  private static func aligned(_ offset: Int) -> Int {
    (offset + SnapshotImageLayout.alignment - 1) / SnapshotImageLayout.alignment * SnapshotImageLayout.alignment
  }
}
