/// Cells that need no reading: their bytes are the value as it is stored. What is refused here may still be a value, in
/// another form; `CellReader` tells.
enum PlainCell {
  /// A text that JSON takes without an escape.
  static func isText(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    for position in 0..<cell.count {
      let byte = unsafe cell[position]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
    }
    return true
  }

  static func isAddress(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    for position in 0..<cell.count {
      let byte = unsafe cell[position]
      if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
    }
    return !cell.isEmpty
  }

  /// At most 18 digits without a leading zero.
  static func isInteger(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = cell.count > 0 && (unsafe cell[0]) == UInt8(ascii: "-") ? 1 : 0
    guard (1...18).contains(cell.count - digits) else { return false }
    for position in digits..<cell.count where unsafe !isDigit(cell[position]) { return false }
    return unsafe cell[digits] != UInt8(ascii: "0") || cell.count == 1
  }

  static func isBoolean(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe cell.elementsEqual("true".utf8) || cell.elementsEqual("false".utf8)
  }

  /// A day of the years 1 to 9999 as `2024-12-31`.
  static func isDate(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count == 10, let year = unsafe number(cell, 0..<4), year > 0, unsafe cell[4] == UInt8(ascii: "-"),
      let month = unsafe number(cell, 5..<7), (1...12).contains(month), unsafe cell[7] == UInt8(ascii: "-"),
      let day = unsafe number(cell, 8..<10), day >= 1
    else { return false }
    return day <= 28 || day <= length(ofMonth: month, year: year)
  }

  /// A year, a month or a day, neither uncertain nor open.
  static func isExtendedDate(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell.count == 10 { return unsafe isDate(cell) }
    guard let year = unsafe number(cell, 0..<4), year > 0 else { return false }
    if cell.count == 4 { return true }
    guard cell.count == 7, unsafe cell[4] == UInt8(ascii: "-"), let month = unsafe number(cell, 5..<7) else {
      return false
    }
    return (1...12).contains(month)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func number(_ cell: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.upperBound <= cell.count else { return nil }
    var number = 0
    for position in range {
      let byte = unsafe cell[position]
      guard isDigit(byte) else { return nil }
      number = number * 10 + Int(byte &- UInt8(ascii: "0"))
    }
    return number
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
