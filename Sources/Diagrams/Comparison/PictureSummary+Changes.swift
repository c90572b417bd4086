import GraphModel

/// What becomes of marks where boxes are drawn as the lines of one.
extension PictureSummary {
  /// The one arrow to a list has a change where all that it stands for have.
  static func shareChanges(_ arrows: inout [PictureArrow], target: [Int], lists: Set<Int>) {
    var members: [[Int]: [Int]] = [:]
    for (index, arrow) in arrows.enumerated() {
      let ends = [target[arrow.from], target[arrow.to]]
      if ends.contains(where: lists.contains) { members[ends, default: []].append(index) }
    }
    for indices in members.values {
      let common = Picture.commonChange(indices.map { arrows[$0].change })
      for index in indices { arrows[index].change = common }
    }
  }

  /// Where only some of the arrows that become one have a change, the lines of their boxes tell it.
  /// - Parameter lists: the boxes that become the lines of each.
  static func tellChangesOfArrows(in picture: inout Picture, ofLists lists: [[Int]]) {
    var listOfBox: [Int: Int] = [:]
    for (list, boxes) in lists.enumerated() { for box in boxes { listOfBox[box] = list } }
    var groups: [Joint: [(box: Int, change: ElementChange?)]] = [:]
    for arrow in picture.arrows {
      for (box, other, isStart) in [(arrow.from, arrow.to, true), (arrow.to, arrow.from, false)] {
        guard let list = listOfBox[box] else { continue }
        let joint = Joint(list: list, other: other, isStart: isStart, caption: arrow.caption)
        groups[joint, default: []].append((box, arrow.change))
      }
    }
    let ordered = groups.sorted { a, b in
      let (first, second) = (a.key, b.key)
      if first.list != second.list { return first.list < second.list }
      if first.other != second.other { return first.other < second.other }
      if first.isStart != second.isStart { return first.isStart }
      return first.caption.text.precedesByCodePoints(second.caption.text)
    }
    for (_, members) in ordered where Picture.commonChange(members.map(\.change)) == nil {
      for member in members where picture.boxes[member.box].change == nil {
        picture.boxes[member.box].change = member.change
      }
    }
  }

  /// What changed in boxes and their lines.
  static func changes(of boxes: [PictureBox]) -> ChangeCounts {
    var counts = ChangeCounts()
    for box in boxes {
      if !box.changes.isEmpty {
        counts.add(box.changes)
        continue
      }
      let rows = box.rows.compactMap(\.change)
      // A list's own change is that of its lines.
      if let change = box.change, box.count == 1 || rows.isEmpty { counts.add(change.kind, box.count) }
      for change in rows { counts.add(change.kind) }
    }
    return counts
  }

  /// Lets boxes that stand for many say how many of them have changed.
  static func tellCounts(in picture: inout Picture) {
    for index in picture.boxes.indices where !picture.boxes[index].changes.isEmpty {
      picture.boxes[index].changeText = PlainText(picture.boxes[index].changes.words(picture.language))
    }
  }

  private struct Joint: Hashable {
    var list: Int
    var other: Int
    var isStart: Bool
    var caption: PlainText
  }
}
