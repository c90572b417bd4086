import GraphModel

extension FoldedText {
  /// Letters and figures alone, without what stands between them.
  var bare: FoldedText {
    FoldedText(folded: bytes.filter(Self.isWordByte))
  }

  /// Whether it is the number of a record, such as `RS 2023-04258`, however it is written.
  var isRecordNumber: Bool {
    let letters = bytes.prefix { (0x61...0x7A).contains($0) }
    let rest = bytes.dropFirst(letters.count)
    let figures = rest.filter { (0x30...0x39).contains($0) }
    return (1...6).contains(letters.count) && figures.count >= 6
      && rest.allSatisfy { (0x30...0x39).contains($0) || !Self.isWordByte($0) }
  }
}
