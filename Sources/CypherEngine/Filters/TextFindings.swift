import GraphModel

/// Which texts of a dictionary a search finds, learned block by block: as soon as a few texts of a block were asked
/// about, all of it is searched at once, which costs less than to ask the others alone. So texts that stand together
/// are searched together, wherever in the dictionary the next row leads.
struct TextFindings {
  /// Texts in a block: as many as a word has bits.
  private static let blockSize = 64
  /// From so many questions on a block is searched.
  private static let patience: UInt8 = 6

  private let search: TextSearch
  private let count: Int
  /// How often each block was asked about, up to the patience.
  private var asked: [UInt8]
  /// A bit for each text that was found, a word for each block.
  private var found: [UInt64]
  /// The blocks to be searched next.
  private var pending: [Int] = []

  init(_ search: TextSearch, of dictionary: TextDictionary) {
    self.search = search
    count = dictionary.count
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    asked = [UInt8](repeating: 0, count: blocks)
    found = [UInt64](repeating: 0, count: blocks)
  }

  /// Tells that a text will be asked about.
  @inline(__always)
  mutating func announce(_ text: Int) {
    let block = text / Self.blockSize
    let times = asked[block]
    guard times < Self.patience else { return }
    asked[block] = times + 1
    if times + 1 == Self.patience { pending.append(block) }
  }

  /// Searches the blocks that were asked about often enough, neighbours together.
  @unsafe
  mutating func learn(_ texts: LentTexts) {
    guard !pending.isEmpty else { return }
    pending.sort()
    var position = 0
    while position < pending.count {
      let first = pending[position]
      var end = first
      while position < pending.count, pending[position] == end {
        end += 1
        position += 1
      }
      unsafe search.mark(first * Self.blockSize..<min(end * Self.blockSize, count), of: texts, in: &found)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Whether a text is found; `nil` where its block was not searched.
  @inline(__always)
  subscript(text: Int) -> Bool? {
    let block = text / Self.blockSize
    return asked[block] < Self.patience ? nil : found[block] >> UInt64(text % Self.blockSize) & 1 != 0
  }
}
