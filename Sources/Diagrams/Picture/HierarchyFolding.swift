import GraphModel

/// Draws a large hierarchy from the top: the largest branches first, and what lies below the last ones drawn as a number.
///
/// A picture counts as a hierarchy if most of its boxes have one box above them. The time is proportional to boxes and
/// arrows, but for a sort of the branches.
struct HierarchyFolding {
  /// A picture with more boxes than this becomes better if those with lines become lines too.
  private static let calm = 40
  /// Boxes beside one another below the same box; those with least below them are drawn as one.
  private static let widest = 12
  private static let deepest = 8
  /// Lines in a box where branches are closed.
  private static let mostRows = 12
  /// Which share of the arrows must lead down the tree.
  private static let leastShare = 0.75

  private let picture: Picture
  private var above: [Int?]
  private var below: [[Int]]
  private var roots: [Int] = []
  /// Boxes from the top down: each after the one above it.
  private var order: [Int] = []
  private var depth: [Int]
  /// How many things a box stands for with all that lies below it.
  private var size: [Int]

  /// Boxes without any below them become lines and lists; where that is not enough, branches are closed.
  /// - Returns: whether something is not drawn any more.
  static func fold(_ picture: inout Picture, limits: DiagramLimits) -> Bool {
    guard picture.boxes.count > limits.comfortableBoxes, HierarchyFolding(picture) != nil else { return false }
    HierarchyLeaves.fold(&picture, rows: limits.rows)
    let isCut = PictureSummary.listLeaves(&picture, smallest: 3, rows: limits.rows)
    if picture.boxes.count > calm, picture.boxes.count <= limits.boxes {
      HierarchyLeaves.fold(&picture, rows: 30, nests: true)
    }
    guard picture.boxes.count > limits.boxes, let hierarchy = HierarchyFolding(picture) else { return isCut }
    hierarchy.write(hierarchy.chosen(most: max(8, limits.comfortableBoxes)), to: &picture)
    HierarchyLeaves.fold(&picture, rows: limits.rows)
    for index in picture.boxes.indices where picture.boxes[index].below > 0 {
      let word = picture.language == .swedish ? "därunder" : "below"
      let text = "+ \(picture.boxes[index].below) \(word)"
      picture.boxes[index].rows.append(PictureRow(text: PlainText(text), isTentative: true))
    }
    return true
  }

  private init?(_ picture: Picture) {
    self.picture = picture
    let count = picture.boxes.count
    above = Array(repeating: nil, count: count)
    below = Array(repeating: [], count: count)
    depth = Array(repeating: 0, count: count)
    size = picture.boxes.map(\.count)
    var next: [[Int]] = Array(repeating: [], count: count)
    var hasAbove = Array(repeating: false, count: count)
    let lines = picture.arrows.filter { $0.from != $0.to }
    guard !lines.isEmpty else { return nil }
    for line in lines {
      next[line.from].append(line.to)
      hasAbove[line.to] = true
    }
    var isReached = Array(repeating: false, count: count)
    // Circles have no top: the first of each is taken.
    for root in picture.boxes.indices.filter({ !hasAbove[$0] }) + Array(picture.boxes.indices) where !isReached[root] {
      isReached[root] = true
      roots.append(root)
      var place = order.count
      order.append(root)
      while place < order.count {
        let box = order[place]
        place += 1
        for child in next[box] where !isReached[child] {
          isReached[child] = true
          above[child] = box
          below[box].append(child)
          depth[child] = depth[box] + 1
          order.append(child)
        }
      }
    }
    let joined = count - roots.count
    guard Double(joined) >= Self.leastShare * Double(lines.count) else { return nil }
    for box in order.reversed() {
      if let parent = above[box] { size[parent] += size[box] }
    }
  }

  /// What is drawn of the hierarchy.
  private struct Branches {
    /// The boxes that are drawn, and those that stand for several.
    var places: [Place] = []
    /// The place of each box that is drawn or drawn with others.
    var placeOfBox: [Int?]
    var weight = 0.0

    enum Place {
      case one(Int)
      /// Neighbours of one sort with little below them.
      case several([Int])
    }
  }

  private func chosen(most: Int) -> Branches {
    var branches = Branches(placeOfBox: Array(repeating: nil, count: picture.boxes.count))
    var waiting = draw(roots, widest: max(Self.widest, most / 3), into: &branches)
    // The largest branch that still has room is opened next; one that finds none stays closed.
    while !waiting.isEmpty {
      let largest = waiting.indices.max { isSmaller(waiting[$0], waiting[$1]) } ?? 0
      let box = waiting.remove(at: largest)
      guard depth[box] < Self.deepest else { continue }
      let needed = groups(of: below[box], widest: Self.widest).reduce(0) { $0 + weight(of: $1) }
      guard branches.weight + needed <= Double(most) else { continue }
      waiting += draw(below[box], widest: Self.widest, into: &branches)
    }
    return branches
  }

  /// - Returns: the boxes drawn on their own that have something below them.
  private func draw(_ boxes: [Int], widest: Int, into branches: inout Branches) -> [Int] {
    var open: [Int] = []
    for group in groups(of: boxes, widest: widest) {
      let place = branches.places.count
      for box in group { branches.placeOfBox[box] = place }
      branches.weight += weight(of: group)
      if group.count == 1 {
        branches.places.append(.one(group[0]))
        if !below[group[0]].isEmpty { open.append(group[0]) }
      } else {
        branches.places.append(.several(group))
      }
    }
    return open
  }

  /// Neighbours that are drawn one by one, and, for each sort, those that are drawn as one.
  private func groups(of boxes: [Int], widest: Int) -> [[Int]] {
    guard boxes.count > widest else { return boxes.map { [$0] } }
    let largest = boxes.sorted { isSmaller($1, $0) }
    let single = Set(largest.prefix(widest - 1))
    var groups: [[Int]] = []
    var placeOfSort: [SortKey: Int] = [:]
    for box in boxes {
      if single.contains(box) {
        groups.append([box])
        continue
      }
      let sort = SortKey(frame: picture.boxes[box].frame, sort: picture.boxes[box].sort)
      if let place = placeOfSort[sort] {
        groups[place].append(box)
      } else {
        placeOfSort[sort] = groups.count
        groups.append([box])
      }
    }
    return groups
  }

  /// How much room the box of a group takes, a plain box being 1.
  private func weight(of group: [Int]) -> Double {
    group.count > 1 ? 1.5 : 1 + Double(min(picture.boxes[group[0]].rows.count, Self.mostRows)) / 6
  }

  private struct SortKey: Hashable {
    var frame: Int?
    var sort: PlainText
  }

  /// By what lies below; of equals the first counts as larger.
  private func isSmaller(_ a: Int, _ b: Int) -> Bool { size[a] == size[b] ? a > b : size[a] < size[b] }

  private func write(_ branches: Branches, to picture: inout Picture) {
    var target = branches.placeOfBox
    for box in order where target[box] == nil { target[box] = above[box].flatMap { target[$0] } }
    var hidden: [[Int]] = Array(repeating: [], count: branches.places.count)
    for box in order where branches.placeOfBox[box] == nil { hidden[target[box] ?? 0].append(box) }
    picture.boxes = branches.places.enumerated().map { number, place in
      var box =
        switch place {
        case .one(let box): shortened(self.picture.boxes[box])
        case .several(let boxes):
          PictureSummary.merged(boxes.map { self.picture.boxes[$0] }, frame: self.picture.boxes[boxes[0]].frame)
        }
      let below = hidden[number].reduce(0) { $0 + self.picture.boxes[$1].count }
      let closed = PictureSummary.changes(of: hidden[number].map { self.picture.boxes[$0] })
      if !closed.isEmpty {
        box.changes = PictureSummary.changes(of: [box])
        box.changes.add(closed)
      }
      box.below += below
      box.count += below
      return box
    }
    PictureSummary.moveArrows(&picture, target: target.map { $0 ?? 0 })
    PictureSummary.dropEmptyFrames(&picture)
  }

  /// The first lines of a box in a picture that has no room for all.
  private func shortened(_ box: PictureBox) -> PictureBox {
    guard box.rows.count > Self.mostRows else { return box }
    var box = box
    let left = box.rows.count - Self.mostRows + 1
    box.rows.removeLast(left)
    box.rows.append(.leftOut(left, picture.language))
    box.rowColumns = min(box.rowColumns, 2)
    return box
  }
}
