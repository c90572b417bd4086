import GraphModel

/// A large impact as counts: a box for each kind and effect with each of those responsible, arrows between them.
///
/// Every hit is in exactly one box. The frames of those with most hits stay; where there are too many the others are
/// drawn as one. The time is proportional to the hits, and what is laid out stays small.
struct ImpactFolding {
  /// What stands where: the hits of one look and kind with one of those responsible.
  struct Group {
    var frame: Int
    var effect: ImpactDrawing.Effect
    var kind: String
    var count = 0
    var alreadyCount = 0
    /// A few of them, the first by key.
    var names: [String] = []
  }

  struct Arrow: Hashable {
    /// `nil` is what is retired.
    var from: Int?
    var to: Int
    var type: String
  }

  enum Frame: Hashable {
    case one(String)
    case others(Int)
    case several, nobody
  }

  private(set) var frames: [Frame] = []
  private(set) var groups: [Group] = []
  private(set) var arrows: [(arrow: Arrow, count: Int)] = []

  /// - Parameters:
  ///   - affected: sorted by key.
  ///   - boxes: how many groups there may be, about.
  init(_ affected: [ImpactDrawing.Affected], boxes: Int) {
    let sizes = Self.sizes(affected)
    // Each that is named apart costs a few boxes.
    var named = min(sizes.count, 10)
    repeat {
      arrange(affected, sizes, named: named)
      named -= 1
    } while groups.count > boxes && named >= 0
    connect(affected)
  }

  private static let namesInBox = 3

  /// Those responsible alone for something: most hits first.
  private static func sizes(_ affected: [ImpactDrawing.Affected]) -> [String] {
    var counts: [TextKey: Int] = [:]
    for entry in affected where entry.responsible.count == 1 {
      counts[TextKey(entry.responsible[0]), default: 0] += 1
    }
    return counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.text.precedesByCodePoints($1.key.text)
    }.map(\.key.text)
  }

  private struct GroupKey: Hashable {
    var frame: Int
    var effect: ImpactDrawing.Effect
    var kind: TextKey
  }

  private var groupOfHit: [TextKey: Int] = [:]

  private mutating func arrange(_ affected: [ImpactDrawing.Affected], _ sizes: [String], named: Int) {
    (frames, groups, groupOfHit) = ([], [], [:])
    var frameOfName: [TextKey: Int] = [:]
    let alone = sizes.prefix(sizes.count - named == 1 ? named + 1 : named)
    for name in alone.sorted(by: { $0.precedesByCodePoints($1) }) {
      frameOfName[TextKey(name)] = frames.count
      frames.append(.one(name))
    }
    var special: [Frame: Int] = [:]
    func frame(of entry: ImpactDrawing.Affected) -> Frame {
      switch entry.responsible.count {
      case 0: .nobody
      case 1: .others(sizes.count - alone.count)
      default: .several
      }
    }
    // In a fixed order, whatever comes first.
    let present = Set(
      affected.filter { entry in
        entry.responsible.count != 1 || frameOfName[TextKey(entry.responsible[0])] == nil
      }.map(frame))
    for frame in [.others(sizes.count - alone.count), .several, .nobody] as [Frame] where present.contains(frame) {
      special[frame] = frames.count
      frames.append(frame)
    }
    var places: [GroupKey: Int] = [:]
    for entry in affected {
      let own = entry.responsible.count == 1 ? frameOfName[TextKey(entry.responsible[0])] : nil
      guard let place = own ?? special[frame(of: entry)] else { continue }
      let key = GroupKey(frame: place, effect: entry.effect, kind: TextKey(entry.element.kind))
      let group: Int
      if let known = places[key] {
        group = known
      } else {
        group = groups.count
        places[key] = group
        groups.append(Group(frame: place, effect: entry.effect, kind: entry.element.kind))
      }
      groups[group].count += 1
      if entry.isAlready { groups[group].alreadyCount += 1 }
      if groups[group].names.count < Self.namesInBox { groups[group].names.append(entry.element.name) }
      groupOfHit[TextKey(entry.element.key)] = group
    }
  }

  /// Along the last step of each chain: the steps before are those of other hits.
  private mutating func connect(_ affected: [ImpactDrawing.Affected]) {
    var counts: [Arrow: Int] = [:]
    for entry in affected {
      guard let to = groupOfHit[TextKey(entry.element.key)], let before = entry.because.dropLast().last else {
        continue
      }
      let from = groupOfHit[TextKey(before)]
      if from == to { continue }
      counts[Arrow(from: from, to: to, type: entry.via.last ?? ""), default: 0] += 1
    }
    arrows = counts.map { ($0.key, $0.value) }.sorted { a, b in
      if a.0.from != b.0.from { return (a.0.from ?? -1) < (b.0.from ?? -1) }
      if a.0.to != b.0.to { return a.0.to < b.0.to }
      return a.0.type.precedesByCodePoints(b.0.type)
    }
  }
}
