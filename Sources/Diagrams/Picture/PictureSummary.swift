import GraphModel

/// Draws boxes of one sort together where a picture would become too large to be read, and says so.
enum PictureSummary {
  /// - Parameter closesBranches: whether what lies below a box may be drawn as a number in it.
  static func condense(_ picture: inout Picture, limits: DiagramLimits, closesBranches: Bool = false) {
    picture.folding.boxes = picture.folding.boxes ?? picture.boxes.reduce(0) { $0 + $1.count }
    if closesBranches, HierarchyFolding.fold(&picture, limits: limits) {
      picture.folding.isTold = true
      keepHeaviest(&picture, most: mostArrows(picture, limits))
    }
    let drawn = picture.boxes.count
    // Where most hangs together, what hangs on what says more than how many there are of each sort.
    let isTooNested = HubFolding.isTooNested(picture, boxes: limits.boxes)
    let isFolded = isTooNested || isTooLarge(picture, limits) && hangsTogether(picture)
    if isFolded {
      HubFolding.fold(&picture, boxes: limits.boxes)
      joinParallels(&picture)
      keepHeaviest(&picture, most: mostArrows(picture, limits))
    }
    // First only where very many are alike, so that as much as possible stays.
    for smallest in [30, 8, 2] where isTooLarge(picture, limits) {
      merge(&picture, smallest: smallest) { SortKey(frame: $0.frame, sort: $0.sort.text, style: $0.style) }
    }
    if isTooLarge(picture, limits) {
      merge(&picture, smallest: 2) { SortKey(frame: nil, sort: $0.sort.text, style: BoxStyle()) }
      dropEmptyFrames(&picture)
    }
    let isSmaller = picture.boxes.count < drawn
    if isSmaller { joinParallels(&picture) }
    keepHeaviest(&picture, most: isSmaller ? mostArrows(picture, limits) : limits.arrows)
    if isSmaller || isTooNested { picture.folding.isTold = true }
  }

  /// Lines out of frames and into others are harder to follow, and to lay out.
  private static func mostArrows(_ picture: Picture, _ limits: DiagramLimits) -> Int {
    let boxes = picture.boxes.count
    return min(limits.arrows, picture.frames.isEmpty ? max(30, boxes * 3 / 2) : max(12, boxes / 5))
  }

  private static func hangsTogether(_ picture: Picture) -> Bool {
    var isTied = Array(repeating: false, count: picture.boxes.count)
    for arrow in picture.arrows where arrow.from != arrow.to {
      isTied[arrow.from] = true
      isTied[arrow.to] = true
    }
    return 2 * isTied.count(where: \.self) > isTied.count
  }

  /// Between boxes that stand for many, one line stands for all relationships in its direction.
  private static func joinParallels(_ picture: inout Picture) {
    var joined: [PictureArrow] = []
    var places: [[Int]: Int] = [:]
    for var arrow in picture.arrows {
      let change = arrow.change.flatMap { ChangeKind.allCases.firstIndex(of: $0.kind) } ?? -1
      let key = [arrow.from, arrow.to, change]
      guard let place = places[key] else {
        places[key] = joined.count
        joined.append(arrow)
        continue
      }
      arrow.count += joined[place].count
      let names = [arrow.from, arrow.to].map { picture.boxes[$0].name.text }
      joined[place] = PictureArrow(
        id: joined[place].id, from: arrow.from, to: arrow.to,
        caption: note(picture.language, "flera slags relationer", "several kinds of relationships"),
        meaning: PlainText("\(names[0]) → \(names[1]) (\(arrow.count))"), count: arrow.count,
        change: Picture.commonChange([arrow.change, joined[place].change]))
    }
    picture.arrows = joined
  }

  /// More lines than can be followed are not drawn: first those stay that hold the picture together, then those that
  /// stand for most, of equal ones the first.
  private static func keepHeaviest(_ picture: inout Picture, most: Int) {
    guard picture.arrows.count > most else { return }
    var ordered = picture.arrows.indices.sorted { a, b in
      let counts = (picture.arrows[a].count, picture.arrows[b].count)
      return counts.0 == counts.1 ? a < b : counts.0 > counts.1
    }
    var sets = DisjointSets(count: picture.boxes.count)
    let holding = ordered.filter { index in
      let (from, to) = (picture.arrows[index].from, picture.arrows[index].to)
      if sets.root(of: from) == sets.root(of: to) { return false }
      sets.join(from, to)
      return true
    }
    let isHolding = Set(holding)
    ordered = holding + ordered.filter { !isHolding.contains($0) }
    let left = ordered.dropFirst(most).reduce(0) { $0 + picture.arrows[$1].count }
    picture.arrows = ordered.prefix(most).sorted().map { picture.arrows[$0] }
    picture.folding.relationshipsLeftOut += left
  }

  /// Takes the lines away; where there are none the frames.
  static func leaveBoxesAlone(_ picture: inout Picture) {
    picture.alignments = []
    if picture.arrows.isEmpty {
      picture.frames = []
      for index in picture.boxes.indices { picture.boxes[index].frame = nil }
    }
    keepHeaviest(&picture, most: 0)
  }

  private static func note(_ language: CaptionLanguage, _ swedish: String, _ english: String) -> PlainText {
    PlainText(language == .swedish ? swedish : english)
  }

  private static func isTooLarge(_ picture: Picture, _ limits: DiagramLimits) -> Bool {
    picture.boxes.count > limits.boxes || picture.arrows.count > limits.arrows
  }

  /// Boxes of one sort in one frame that hang on the same box and lead nowhere become one box with a line for each.
  /// - Parameter rows: the most lines; of more, the last says how many are left out.
  /// - Returns: whether some are left out.
  @discardableResult
  static func listLeaves(_ picture: inout Picture, smallest: Int, rows limit: Int = .max) -> Bool {
    var sources: [Int: Set<LeafKey.Source>] = [:]
    var hasNext: Set<Int> = []
    for arrow in picture.arrows {
      sources[arrow.to, default: []].insert(LeafKey.Source(box: arrow.from, look: arrow.look, label: arrow.label))
      hasNext.insert(arrow.from)
    }
    var keys: [LeafKey?] = []
    var counts: [LeafKey: Int] = [:]
    for (index, box) in picture.boxes.enumerated() {
      guard !hasNext.contains(index), box.rows.isEmpty, let source = sources[index], source.count == 1 else {
        keys.append(nil)
        continue
      }
      let key = LeafKey(frame: box.frame, sort: box.sort, style: box.style, source: source)
      keys.append(key)
      counts[key, default: 0] += 1
    }
    var target: [Int] = []
    var boxes: [PictureBox] = []
    var placeOfKey: [LeafKey: Int] = [:]
    for (index, box) in picture.boxes.enumerated() {
      guard let key = keys[index], counts[key, default: 0] >= smallest else {
        target.append(boxes.count)
        boxes.append(box)
        continue
      }
      let row = PictureRow(text: box.name, link: box.link, change: box.change, changeText: box.changeText)
      if let place = placeOfKey[key] {
        target.append(place)
        boxes[place].rows.append(row)
      } else {
        placeOfKey[key] = boxes.count
        target.append(boxes.count)
        var list = box
        list.rows = [row]
        list.caption = nil
        list.link = nil
        list.change = nil
        list.changeText = nil
        boxes.append(list)
      }
    }
    var isCut = false
    for place in placeOfKey.values {
      let number = boxes[place].rows.count
      boxes[place].count = number
      boxes[place].name = PlainText("\(number) × \(boxes[place].sort.text)")
      boxes[place].rowColumns = number > 36 ? 3 : (number > 10 ? 2 : 1)
      if number > limit {
        isCut = true
        boxes[place].rows.removeLast(number - limit + 1)
        let left = number - limit + 1
        boxes[place].rows.append(.leftOut(left, picture.language))
      }
    }
    picture.boxes = boxes
    moveArrows(&picture, target: target)
    // The box names the number of its lines; the line to it is one.
    let lists = Set(placeOfKey.values)
    for index in picture.arrows.indices where lists.contains(picture.arrows[index].to) {
      picture.arrows[index].count = 1
    }
    return isCut
  }

  private struct LeafKey: Hashable {
    var frame: Int?
    var sort: PlainText
    var style: BoxStyle
    var source: Set<Source>

    struct Source: Hashable {
      var box: Int
      var look: ArrowLook
      var label: PlainText?
    }
  }

  private struct SortKey: Hashable {
    var frame: Int?
    var sort: String
    var style: BoxStyle
  }

  private static func merge(_ picture: inout Picture, smallest: Int, by key: (PictureBox) -> SortKey) {
    var members: [SortKey: [Int]] = [:]
    for (index, box) in picture.boxes.enumerated() { members[key(box), default: []].append(index) }
    var target = Array(repeating: -1, count: picture.boxes.count)
    var boxes: [PictureBox] = []
    for (index, box) in picture.boxes.enumerated() {
      guard let alike = members[key(box)], alike.count >= smallest else {
        target[index] = boxes.count
        boxes.append(box)
        continue
      }
      if alike[0] == index {
        for member in alike { target[member] = boxes.count }
        boxes.append(merged(alike.map { picture.boxes[$0] }, frame: key(box).frame, picture.language))
      }
    }
    picture.boxes = boxes
    moveArrows(&picture, target: target)
  }

  /// Leads arrows and alignments to the boxes that now stand for those they led to.
  /// - Parameter target: the new number of each box.
  static func moveArrows(_ picture: inout Picture, target: [Int]) {
    picture.alignments = picture.alignments.compactMap { alignment in
      let moved = Set(alignment.boxes.map { target[$0] }).sorted()
      return moved.count > 1 || alignment.place != .same
        ? Picture.Alignment(boxes: moved, place: alignment.place) : nil
    }
    picture.arrows = mergedArrows(picture.arrows, target: target)
  }

  static func merged(_ boxes: [PictureBox], frame: Int?, _ language: CaptionLanguage) -> PictureBox {
    var box = boxes[0]
    box.count = boxes.reduce(0) { $0 + $1.count }
    box.others = boxes.dropFirst().reduce(into: box.others) { $0.merge($1.others) { $0 + $1 } }
    box.name = PlainText("\(box.count) × \(box.sort.text)")
    box.frame = frame
    box.isItalic = false
    box.changes = changes(of: boxes)
    box.change = Picture.commonChange(boxes.map(\.change))
    box.caption = nil
    if !box.changes.isEmpty { box.changeText = PlainText(box.changes.words(language)) }
    let names = boxes.prefix(3).map(\.name.text)
    box.rows = boxes[0].count > 1 ? [] : names.map { PictureRow(text: PlainText($0, limit: 40)) }
    if boxes.count > 3, !box.rows.isEmpty { box.rows.append(PictureRow(text: PlainText("…"))) }
    box.rowColumns = 1
    return box
  }

  /// What changed in boxes and their lines.
  static func changes(of boxes: [PictureBox]) -> ChangeCounts {
    var counts = ChangeCounts()
    for box in boxes {
      counts.add(box.changes)
      if box.changes.isEmpty, let change = box.change { counts.add(change.kind) }
      for row in box.rows where box.count == 1 { if let change = row.change { counts.add(change.kind) } }
    }
    return counts
  }

  private struct ArrowKey: Hashable {
    var from: Int
    var to: Int
    var look: ArrowLook
    var label: PlainText?
    var change: ChangeKind?
  }

  static func mergedArrows(_ arrows: [PictureArrow], target: [Int]) -> [PictureArrow] {
    var result: [PictureArrow] = []
    var places: [ArrowKey: Int] = [:]
    for var arrow in arrows {
      let wasLoop = arrow.from == arrow.to
      arrow.from = target[arrow.from]
      arrow.to = target[arrow.to]
      if arrow.from == arrow.to, !wasLoop { continue }
      let key = ArrowKey(
        from: arrow.from, to: arrow.to, look: arrow.look, label: arrow.label, change: arrow.change?.kind)
      if let place = places[key] {
        result[place].count += arrow.count
        result[place].change = Picture.commonChange([result[place].change, arrow.change])
      } else {
        places[key] = result.count
        result.append(arrow)
      }
    }
    return result
  }

  static func dropEmptyFrames(_ picture: inout Picture) {
    var isUsed = Array(repeating: false, count: picture.frames.count)
    for box in picture.boxes {
      var frame = box.frame
      while let next = frame, !isUsed[next] {
        isUsed[next] = true
        frame = picture.frames[next].parent
      }
    }
    var moved: [Int?] = []
    var frames: [PictureFrame] = []
    for (index, var frame) in picture.frames.enumerated() {
      guard isUsed[index] else {
        moved.append(nil)
        continue
      }
      frame.parent = frame.parent.flatMap { moved[$0] }
      moved.append(frames.count)
      frames.append(frame)
    }
    picture.frames = frames
    for index in picture.boxes.indices { picture.boxes[index].frame = picture.boxes[index].frame.flatMap { moved[$0] } }
  }

  /// The content in one sentence: how many of each sort, how many relationships.
  static func inWords(_ picture: Picture) -> String {
    var counts: [String: Int] = [:]
    for box in picture.boxes {
      for (sort, number) in box.tally { counts[sort.text, default: 0] += number }
    }
    let parts = counts.sorted { $0.key.precedesByCodePoints($1.key) }.map { "\($0.key): \($0.value)" }
    let arrows = picture.arrows.reduce(0) { $0 + $1.count }
    let relationships = picture.language == .swedish ? "relationer" : "relationships"
    return (parts + ["\(relationships): \(arrows)"]).joined(separator: ", ")
  }
}
