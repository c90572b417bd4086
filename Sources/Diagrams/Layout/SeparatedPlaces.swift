/// Places on a line that keep their order and distances and are as near as they can be to where they would like to be.
///
/// - Source: least squares under an order is isotonic regression, solved exactly by pooling adjacent violators; Barlow,
///   Bartholomew, Bremner and Brunk, *Statistical Inference under Order Restrictions*, 1972.
enum SeparatedPlaces {
  struct Item: Sendable {
    var wanted: Double
    var weight: Double
    /// Least distance from the one before.
    var gap: Double
  }

  static func places(_ items: [Item]) -> [Double] {
    // Without the distances, the places must not fall.
    var offset = 0.0
    var offsets: [Double] = []
    for (index, item) in items.enumerated() {
      if index > 0 { offset += item.gap }
      offsets.append(offset)
    }
    var pools: [(sum: Double, weight: Double, count: Int)] = []
    for (item, offset) in zip(items, offsets) {
      pools.append(((item.wanted - offset) * item.weight, item.weight, 1))
      while pools.count > 1 {
        let (a, b) = (pools[pools.count - 2], pools[pools.count - 1])
        guard a.sum / a.weight > b.sum / b.weight else { break }
        pools.removeLast()
        pools[pools.count - 1] = (a.sum + b.sum, a.weight + b.weight, a.count + b.count)
      }
    }
    var places: [Double] = []
    for pool in pools {
      for _ in 0..<pool.count { places.append(pool.sum / pool.weight + offsets[places.count]) }
    }
    return places
  }
}
