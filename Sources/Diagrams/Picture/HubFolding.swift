import GraphModel

/// Draws a picture that is too large around its greatest boxes: those that most hangs on keep their names, and each stands
/// for what is nearest to it, with counts by sort. What hangs on none of them is drawn together by frame and sort.
struct HubFolding {
  /// More named boxes than these are hard to take in.
  private static let mostHubs = 40
  /// With fewer, counts by sort tell more.
  private static let fewestHubs = 4
  private static let mostFrames = 12
  private static let greatestDepth = 1
  /// Frames around one another that a picture may have which is small enough else.
  private static let mostDepth = 6
  private static let mostRows = 6

  private var picture: Picture
  private let hubs: Int
  private var importance: [Double] = []

  static func fold(_ picture: inout Picture, boxes most: Int) {
    var folding = HubFolding(picture: picture, hubs: max(1, min(mostHubs, most / 2)))
    folding.foldFrames(most: max(1, min(mostFrames, most / 4)))
    if folding.picture.boxes.count > folding.hubs { folding.foldBoxes() }
    picture = folding.picture
  }

  private init(picture: Picture, hubs: Int) {
    self.picture = picture
    self.hubs = hubs
  }

  // MARK: Frames

  /// Keeps the largest frames of the outer levels; what stands in another becomes one box with the frame's title.
  private mutating func foldFrames(most: Int) {
    let frames = picture.frames
    let depths = Self.depths(of: frames)
    guard frames.count > most || (depths.max() ?? 0) > Self.greatestDepth else { return }
    var weights = Array(repeating: 0, count: frames.count)
    var inner = weights
    for box in picture.boxes { if let frame = box.frame { weights[frame] += box.count } }
    for (index, frame) in frames.enumerated().reversed() {
      guard let parent = frame.parent else { continue }
      weights[parent] += weights[index]
      inner[parent] += inner[index] + 1
    }
    // A frame is never lighter than one within it, so what is around a kept frame is kept.
    let kept = Set(
      frames.indices.filter { depths[$0] <= Self.greatestDepth }
        .sorted { (weights[$1], inner[$1], $0) < (weights[$0], inner[$0], $1) }.prefix(most))
    // For each frame that goes: the outermost around it that goes.
    var outermost: [Int?] = []
    for (index, frame) in frames.enumerated() {
      outermost.append(kept.contains(index) ? nil : frame.parent.flatMap { outermost[$0] } ?? index)
    }
    let owners = picture.boxes.map { $0.frame.flatMap { outermost[$0] } }
    var first: [Int: Int] = [:]
    for (index, owner) in owners.enumerated() { if let owner, first[owner] == nil { first[owner] = index } }
    let target = owners.enumerated().map { index, owner in owner.flatMap { first[$0] } ?? index }
    var merged = picture.boxes
    for (owner, index) in first {
      merged[index].frame = frames[owner].parent
      guard weights[owner] > merged[index].count || inner[owner] > 0 else { continue }
      merged[index].name = frames[owner].title
      merged[index].caption = nil
      merged[index].rows = inner[owner] > 0 ? [PictureRow(text: within(inner[owner]))] : []
    }
    merge(into: target, boxes: merged) { first[owners[$0] ?? -1] == $0 }
    PictureSummary.dropEmptyFrames(&picture)
  }

  static func depths(of frames: [PictureFrame]) -> [Int] {
    var depths: [Int] = []
    for frame in frames { depths.append(frame.parent.map { depths[$0] + 1 } ?? 0) }
    return depths
  }

  /// Whether there are more frames, or more of them around one another, than can be seen.
  static func isTooNested(_ picture: Picture, boxes most: Int) -> Bool {
    picture.frames.count > max(mostFrames, most / 4) || (depths(of: picture.frames).max() ?? 0) > mostDepth
  }

  private func within(_ frames: Int) -> PlainText {
    PlainText(picture.language == .swedish ? "\(frames) grupper inuti" : "\(frames) groups within")
  }

  // MARK: Boxes

  private mutating func foldBoxes() {
    let count = picture.boxes.count
    let down = Neighbours(picture.arrows.map { ($0.from, $0.to) }, count: count)
    let up = Neighbours(picture.arrows.map { ($0.to, $0.from) }, count: count)
    let below = weight(along: down, against: up)
    let above = weight(along: up, against: down)
    importance = (0..<count).map { max(below[$0], above[$0]) }
    let ordered = (0..<count).sorted {
      importance[$0] == importance[$1] ? $0 < $1 : importance[$0] > importance[$1]
    }
    // A hub stands for several at least.
    let greatest = ordered.prefix(hubs).filter { importance[$0] >= 3 * Double(picture.boxes[$0].count) }
    var owner: [Int?] = Array(repeating: nil, count: count)
    for hub in greatest { owner[hub] = hub }
    if greatest.count >= Self.fewestHubs {
      let reached = spread(from: greatest, over: [down], &owner)
      _ = spread(from: reached, over: [down, up], &owner)
    }
    // What hangs on no hub in its frame, by frame and sort.
    var alike: [LooseKey: Int] = [:]
    var sizes: [Int: Int] = [:]
    var target: [Int] = []
    for index in ordered where owner[index] == nil {
      let key = LooseKey(frame: picture.boxes[index].frame, sort: picture.boxes[index].sort)
      owner[index] = alike[key] ?? index
      if alike[key] == nil { alike[key] = index }
      sizes[owner[index] ?? index, default: 0] += 1
    }
    for index in picture.boxes.indices { target.append(owner[index] ?? index) }
    var boxes = picture.boxes
    for (index, size) in sizes where size > 1 { nameLoose(index, size, ordered, target, &boxes) }
    let isHub = Set(greatest)
    merge(into: target, boxes: boxes) { isHub.contains($0) }
  }

  private struct LooseKey: Hashable {
    var frame: Int?
    var sort: PlainText
  }

  /// Many of one sort in one box, with the names of the greatest of them.
  private func nameLoose(_ index: Int, _ size: Int, _ ordered: [Int], _ target: [Int], _ boxes: inout [PictureBox]) {
    let members = ordered.lazy.filter { target[$0] == index }
    boxes[index].rows = members.prefix(3).map { PictureRow(text: PlainText(picture.boxes[$0].name.text, limit: 40)) }
    if size > 3 { boxes[index].rows.append(PictureRow(text: PlainText("…"))) }
    boxes[index].rowColumns = 1
    boxes[index].caption = nil
    boxes[index].isItalic = false
    boxes[index].link = nil
  }

  /// How much hangs on each box: itself, and its share of what is below each box below it.
  private func weight(along next: Neighbours, against previous: Neighbours) -> [Double] {
    let own = picture.boxes.map { Double($0.count) }
    var weights = own
    for _ in 0..<12 {
      weights = own.indices.map { index in
        next[index].reduce(own[index]) { $0 + weights[$1] / Double(max(1, previous[$1].count)) }
      }
    }
    return weights
  }

  /// Gives each box that can be reached to the nearest hub, never out of a frame.
  private func spread(from start: [Int], over ways: [Neighbours], _ owner: inout [Int?]) -> [Int] {
    var waiting = start
    var next = 0
    while next < waiting.count {
      let index = waiting[next]
      next += 1
      for way in ways {
        for other in way[index]
        where owner[other] == nil && picture.boxes[other].frame == picture.boxes[index].frame {
          owner[other] = owner[index]
          waiting.append(other)
        }
      }
    }
    return waiting
  }

  // MARK: Merging

  /// - Parameter target: for each box the one that stands for it.
  /// - Parameter isNamed: whether that one keeps its name, with counts in its lines; else it is named by its count.
  private mutating func merge(into target: [Int], boxes: [PictureBox], isNamed: (Int) -> Bool) {
    var tallies: [Int: [PlainText: Int]] = [:]
    var changes: [Int: ChangeCounts] = [:]
    for (index, box) in picture.boxes.enumerated() where target[index] != index {
      for (sort, number) in box.tally { tallies[target[index], default: [:]][sort, default: 0] += number }
      changes[target[index], default: ChangeCounts()].add(PictureSummary.changes(of: [box]))
    }
    var place = Array(repeating: -1, count: boxes.count)
    var merged: [PictureBox] = []
    for (index, old) in boxes.enumerated() where target[index] == index {
      place[index] = merged.count
      var box = old
      if let tally = tallies[index] {
        let isNamed = isNamed(index)
        box.others = box.others.merging(tally.filter { $0.key != box.sort }) { $0 + $1 }
        box.count += tally.values.reduce(0, +)
        box.changes = PictureSummary.changes(of: [picture.boxes[index]])
        if let others = changes[index] { box.changes.add(others) }
        if !isNamed { box.change = nil }
        if isNamed {
          box.rows = rows(for: tally, of: box)
          box.rowColumns = 1
        } else {
          box.name = PlainText("\(box.count) × \(box.sort.text)")
        }
      }
      merged.append(box)
    }
    let moved = target.map { place[$0] }
    picture.boxes = merged
    PictureSummary.moveArrows(&picture, target: moved)
  }

  private func rows(for tally: [PlainText: Int], of box: PictureBox) -> [PictureRow] {
    let counts = tally.sorted { a, b in
      a.value == b.value ? a.key.text.precedesByCodePoints(b.key.text) : a.value > b.value
    }
    var rows = box.rows.prefix(3).map { $0 }
    if box.rows.count > 3 { rows.append(PictureRow(text: PlainText("…"))) }
    rows += counts.prefix(Self.mostRows).map { PictureRow(text: PlainText("+ \($0.value) × \($0.key.text)")) }
    if counts.count > Self.mostRows { rows.append(PictureRow(text: PlainText("+ …"))) }
    return rows
  }
}

/// The neighbours of each of a number of things, in one array.
private struct Neighbours {
  private var starts: [Int]
  private var ends: [Int]

  init(_ pairs: [(from: Int, to: Int)], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for pair in pairs { starts[pair.from + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    ends = Array(repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      ends[next[pair.from]] = pair.to
      next[pair.from] += 1
    }
  }

  subscript(index: Int) -> ArraySlice<Int> { ends[starts[index]..<starts[index + 1]] }
}

extension PictureBox {
  /// How many of each sort the box stands for.
  var tally: [PlainText: Int] {
    var tally = others
    tally[sort, default: 0] += count - others.values.reduce(0, +)
    return tally
  }
}
