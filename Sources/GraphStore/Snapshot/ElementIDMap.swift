/// From the durable ids of nodes to their numbers of arrival: an array where the ids are dense, else a dictionary.
struct ElementIDMap {
  private var dense: [UInt32] = []
  private var sparse: [Int64: UInt32] = [:]
  private static let absent = UInt32.max

  /// - Parameter highestID: the highest id to come; `count`: about how many.
  init(highestID: Int64, count: Int) {
    if highestID >= 0, highestID < Int64(count) * 4 + 4096 {
      dense = [UInt32](repeating: ElementIDMap.absent, count: Int(highestID) + 1)
    } else {
      sparse.reserveCapacity(count)
    }
  }

  subscript(id: Int64) -> UInt32? {
    get {
      if id >= 0, id < Int64(dense.count) {
        let number = dense[Int(id)]
        return number == ElementIDMap.absent ? nil : number
      }
      return sparse[id]
    }
    set {
      if id >= 0, id < Int64(dense.count) {
        dense[Int(id)] = newValue ?? ElementIDMap.absent
      } else {
        sparse[id] = newValue
      }
    }
  }
}
