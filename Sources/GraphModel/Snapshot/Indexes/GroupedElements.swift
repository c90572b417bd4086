/// Elements by group: those that have one value of a property.
struct GroupedElements: Sendable {
  /// Where each group begins in `elements`, and where the last ends; empty where each group has exactly one element.
  let offsets: PackedArray<UInt32>
  let elements: PackedArray<UInt32>

  init(offsets: PackedArray<UInt32>, elements: PackedArray<UInt32>) {
    self.offsets = offsets
    self.elements = elements
  }

  /// - Parameters:
  ///   - codes: the group + 1 of each element, 0 for none.
  ///   - number: the number of an element by its position among `codes`.
  init(codes: some RandomAccessCollection<UInt32>, groups: Int, number: (Int) -> UInt32) {
    var counts = [UInt32](repeating: 0, count: groups + 1)
    for code in codes where code > 0 { counts[Int(code)] += 1 }
    let isUnique = counts.dropFirst().allSatisfy { $0 == 1 }
    var sum: UInt32 = 0
    for group in counts.indices {
      sum += counts[group]
      counts[group] = sum
    }
    // Now where each group ends; its elements are placed from the beginning on.
    var next = counts.dropLast()
    offsets = isUnique ? PackedArray() : PackedArray(counts)
    elements = unsafe PackedArray(count: Int(sum)) { target in
      for (position, code) in codes.enumerated() where code > 0 {
        let group = Int(code) - 1
        unsafe target[Int(next[group])] = number(position)
        next[group] += 1
      }
    }
  }

  func appendNodes(ofGroup group: Int, to nodes: inout [NodeIndex]) {
    if offsets.isEmpty { return nodes.append(NodeIndex(elements[group])) }
    for position in Int(offsets[group])..<Int(offsets[group + 1]) { nodes.append(NodeIndex(elements[position])) }
  }
}
