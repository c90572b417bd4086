import Foundation

/// A small file in which a working process tells what it is about to do, so that its supervisor knows when it died.
///
/// The first line holds numbers, the rest is the query.
struct FuzzRecord {
  var number = 0
  var counts = FuzzRun.Counts()
  var findings = 0
  var query = ""

  init() {}

  /// What a process wrote last; `nil` before it wrote anything.
  init?(contentsOf file: URL) {
    guard let data = try? Data(contentsOf: file), let end = data.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let numbers = String(decoding: data[..<end], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 4 + counts.stages.count else { return nil }
    (number, counts.executions, findings) = (numbers[0], numbers[1], numbers[2])
    counts.stages = Array(numbers[4...])
    query = String(decoding: data[(end + 1)...].prefix(numbers[3]), as: UTF8.self)
  }

  func write(to handle: FileHandle) throws {
    let bytes = Array(query.utf8)
    let numbers = [number, counts.executions, findings, bytes.count] + counts.stages
    let head = numbers.map(String.init).joined(separator: " ") + "\n"
    try handle.seek(toOffset: 0)
    try handle.write(contentsOf: Data(head.utf8) + Data(bytes))
  }
}
