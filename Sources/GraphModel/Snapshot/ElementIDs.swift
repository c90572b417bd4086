/// The durable ids of elements by number: in half the room where 32 bits hold them all.
public struct ElementIDs: RandomAccessCollection, Sendable {
  let narrow: PackedArray<UInt32>
  let wide: PackedArray<Int64>

  init(narrow: PackedArray<UInt32>, wide: PackedArray<Int64>) {
    self.narrow = narrow
    self.wide = wide
  }

  /// - Parameter final: the final number of each id by its number of arrival; `nil` where they are the same.
  init(_ ids: PackedArray<Int64>, final: PackedArray<UInt32>?) {
    let isNarrow = ids.allSatisfy { UInt32(exactly: $0) != nil }
    func place(_ position: Int) -> Int { final.map { Int($0[position]) } ?? position }
    if isNarrow {
      narrow = unsafe PackedArray(count: ids.count) { target in
        for position in 0..<ids.count { unsafe target[place(position)] = UInt32(truncatingIfNeeded: ids[position]) }
      }
      wide = PackedArray()
    } else {
      narrow = PackedArray()
      wide = unsafe PackedArray(count: ids.count) { target in
        for position in 0..<ids.count { unsafe target[place(position)] = ids[position] }
      }
    }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { wide.isEmpty ? narrow.count : wide.count }

  public subscript(position: Int) -> Int64 { wide.isEmpty ? Int64(narrow[position]) : wide[position] }
}
