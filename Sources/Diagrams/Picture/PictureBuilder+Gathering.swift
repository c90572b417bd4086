import GraphModel

extension PictureBuilder {
  /// Draws boxes together that the definition's `gather` means: of one kind and look, in one frame, joined to the same
  /// boxes in the same way.
  mutating func gather(_ picture: inout Picture, boxOfNode: inout [Int?]) {
    for rule in definition.gathering {
      let target = gather(by: rule, &picture, boxOfNode)
      boxOfNode = boxOfNode.map { $0.map { target[$0] } }
    }
  }

  /// - Returns: the new number of each box.
  private mutating func gather(
    by rule: GatheringRule, _ picture: inout Picture, _ boxOfNode: [Int?]
  ) -> [Int] {
    var members: [GatherKey: [Int]] = [:]
    var kinds: [GatherKey: String] = [:]
    let joints = joints(of: picture)
    var keys: [GatherKey?] = Array(repeating: nil, count: picture.boxes.count)
    for (node, box) in boxOfNode.enumerated() {
      guard let box, graph.matches(rule.pattern, node) else { continue }
      let key = GatherKey(
        frame: picture.boxes[box].frame, sort: picture.boxes[box].sort, style: picture.boxes[box].style,
        joints: joints[box])
      keys[box] = key
      kinds[key] = graph.nodes[node].kind
      members[key, default: []].append(box)
    }
    if marks != nil {
      PictureSummary.tellChangesOfArrows(in: &picture, ofLists: members.values.filter { $0.count >= rule.smallest })
    }
    var boxes: [PictureBox] = []
    var target: [Int] = []
    var places: [GatherKey: Int] = [:]
    for (number, box) in picture.boxes.enumerated() {
      guard let key = keys[number], let alike = members[key], alike.count >= rule.smallest else {
        target.append(boxes.count)
        boxes.append(box)
        continue
      }
      if places[key] == nil {
        places[key] = boxes.count
        if let kind = kinds[key] { used.rowKinds.insert(kind) }
        boxes.append(gathered(alike.map { picture.boxes[$0] }, by: rule))
      }
      target.append(places[key] ?? 0)
    }
    if places.isEmpty { return target }
    picture.boxes = boxes
    // The box names the number of its lines; the line to it is one.
    let lists = Set(places.values)
    if marks != nil { PictureSummary.shareChanges(&picture.arrows, target: target, lists: lists) }
    picture.arrows = PictureSummary.mergedArrows(picture.arrows, target: target)
    for index in picture.arrows.indices
    where lists.contains(picture.arrows[index].from) || lists.contains(picture.arrows[index].to) {
      let arrow = picture.arrows[index]
      picture.arrows[index].count = 1
      let ends = arrow.isReversed ? [arrow.to, arrow.from] : [arrow.from, arrow.to]
      let names = ends.map { boxes[$0].name.text }
      picture.arrows[index].meaning = PlainText("\(names[0]) \(arrow.caption.text) \(names[1])")
    }
    return target
  }

  private func gathered(_ boxes: [PictureBox], by rule: GatheringRule) -> PictureBox {
    var list = boxes[0]
    let ordered = boxes.enumerated().sorted { a, b in
      let order = a.element.order.orderability(against: b.element.order)
      if order != .equal { return order.isLess }
      let names = [a.element, b.element].map { SwedishOrder($0.name.text) }
      return names[0] == names[1] ? a.offset < b.offset : names[0] < names[1]
    }.map(\.element)
    // A comparison tells what became of each.
    let limit = marks == nil ? min(rule.rows ?? .max, context.limits.rows) : context.limits.rows
    // What is the same in all lines is said once, above them.
    let isShared = boxes.allSatisfy { $0.caption == boxes[0].caption }
    list.rows = ordered.prefix(limit).flatMap { rows(for: $0, hasCaption: !isShared) }
    if ordered.count > limit {
      let left = ordered.count - limit
      list.rows.append(.leftOut(left, context.language))
    }
    list.rowColumns = rule.columns ?? (list.rows.count > 36 ? 3 : (list.rows.count > 10 ? 2 : 1))
    let title = rule.title.text(in: context.language) ?? plural(of: list)
    list.name = PlainText("\(title) (\(boxes.count))", limit: context.limits.nameLength)
    // The kind alone is in the title.
    if !isShared || list.caption?.text.isIdenticalText(to: list.sort.text) == true { list.caption = nil }
    list.link = nil
    list.isItalic = false
    list.count = boxes.count
    list.change = Picture.commonChange(boxes.map(\.change))
    return list
  }

  /// A box as a line, with the lines that it had below it.
  private func rows(for box: PictureBox, hasCaption: Bool) -> [PictureRow] {
    let caption = hasCaption ? box.caption.map { " (\($0.text))" } ?? "" : ""
    // A dashed outline is the list's own.
    let row = PictureRow(
      text: PlainText(box.name.text + caption, limit: context.limits.nameLength),
      isTentative: box.isItalic, link: box.link, change: box.change)
    return [row]
      + box.rows.map { inner in
        var inner = inner
        inner.depth += 1
        return inner
      }
  }

  private func plural(of box: PictureBox) -> String {
    let kind = schema.kinds.first { kindCaption($0.name).isIdenticalText(to: box.sort.text) }
    return kind?.plural.text(in: context.language) ?? box.sort.text
  }

  /// How each box is joined to others.
  private func joints(of picture: Picture) -> [Set<Joint>] {
    var joints: [Set<Joint>] = Array(repeating: [], count: picture.boxes.count)
    for arrow in picture.arrows {
      joints[arrow.from].insert(
        Joint(other: arrow.to, isStart: true, look: arrow.look, label: arrow.label, caption: arrow.caption))
      joints[arrow.to].insert(
        Joint(other: arrow.from, isStart: false, look: arrow.look, label: arrow.label, caption: arrow.caption))
    }
    return joints
  }

  private struct Joint: Hashable {
    var other: Int
    var isStart: Bool
    var look: ArrowLook
    var label: PlainText?
    var caption: PlainText
  }

  private struct GatherKey: Hashable {
    var frame: Int?
    var sort: PlainText
    var style: BoxStyle
    var joints: Set<Joint>
  }
}
