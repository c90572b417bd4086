import GraphModel

/// Draws the lowest boxes of a hierarchy as lines in the box above them.
enum HierarchyLeaves {
  /// Boxes that lead nowhere become lines in the only box that leads to them, where both are of one sort and look and the
  /// line between them says nothing more than all others.
  /// - Parameters:
  ///   - limit: the most lines in a box; boxes with more leaves stay as they are.
  ///   - nests: whether boxes that have lines themselves become lines, with those below them.
  static func fold(_ picture: inout Picture, rows limit: Int, nests: Bool = false) {
    guard let usual = usualLook(of: picture) else { return }
    let parents = parents(in: picture, look: usual, nests: nests)
    var leaves: [Int: [Int]] = [:]
    for (box, parent) in parents.enumerated() {
      if let parent { leaves[parent, default: []].append(box) }
    }
    leaves = leaves.filter { parent, leaves in
      leaves.reduce(picture.boxes[parent].rows.count) { $0 + 1 + picture.boxes[$1].rows.count } <= limit
    }
    if leaves.isEmpty { return }
    var target: [Int] = []
    var boxes: [PictureBox] = []
    for (number, box) in picture.boxes.enumerated() {
      if let parent = parents[number], leaves[parent] != nil {
        target.append(-1)
        continue
      }
      target.append(boxes.count)
      boxes.append(box)
    }
    for (parent, members) in leaves.sorted(by: { $0.key < $1.key }) {
      let place = target[parent]
      for leaf in members {
        target[leaf] = place
        boxes[place].rows += rows(for: picture.boxes[leaf], picture.language)
        boxes[place].count += picture.boxes[leaf].count
      }
      let number = boxes[place].rows.count
      boxes[place].rowColumns = number > 36 ? 3 : (number > 16 ? 2 : 1)
    }
    picture.boxes = boxes
    PictureSummary.moveArrows(&picture, target: target)
  }

  private static func rows(for box: PictureBox, _ language: CaptionLanguage) -> [PictureRow] {
    let first = PictureRow(
      text: box.below > 0 ? PlainText("\(box.name.text) (\(box.belowText(language)))") : box.name,
      isTentative: box.isItalic, link: box.link, change: box.change, changeText: box.changeText)
    return [first]
      + box.rows.map { row in
        var row = row
        row.depth += 1
        return row
      }
  }

  private static func usualLook(of picture: Picture) -> ArrowLook? {
    var counts: [ArrowLook: Int] = [:]
    for arrow in picture.arrows where arrow.label == nil { counts[arrow.look, default: 0] += 1 }
    let most = counts.values.max()
    // Of equally frequent ones the first drawn.
    return picture.arrows.first { $0.label == nil && counts[$0.look] == most }?.look
  }

  /// Where each box would become a line.
  private static func parents(in picture: Picture, look: ArrowLook, nests: Bool) -> [Int?] {
    var parents: [Int?] = Array(repeating: nil, count: picture.boxes.count)
    var isFixed = Array(repeating: false, count: picture.boxes.count)
    for arrow in picture.arrows {
      isFixed[arrow.from] = true
      if parents[arrow.to] != nil || arrow.look != look || arrow.label != nil { isFixed[arrow.to] = true }
      let (above, below) = (picture.boxes[arrow.from], picture.boxes[arrow.to])
      if above.sort != below.sort || above.style.fill != below.style.fill || above.frame != below.frame
        || !(below.rows.isEmpty || nests && below.rows.allSatisfy { $0.depth == 0 })
      {
        isFixed[arrow.to] = true
      }
      parents[arrow.to] = arrow.from
    }
    for alignment in picture.alignments {
      for box in alignment.boxes { isFixed[box] = true }
    }
    return parents.enumerated().map { isFixed[$0.offset] ? nil : $0.element }
  }
}

extension PictureBox {
  /// How many things below it are not drawn, and what became of them.
  func belowText(_ language: CaptionLanguage) -> String {
    changesBelow.isEmpty ? "+ \(below)" : "+ \(below): \(changesBelow.words(language))"
  }
}
