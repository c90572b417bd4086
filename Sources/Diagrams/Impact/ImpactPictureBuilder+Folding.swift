import GraphModel

extension ImpactPictureBuilder {
  /// So many of what is retired, or takes its place, have a box each.
  private static let namedElements = 8

  /// A large impact as counts by kind, effect and who is responsible.
  mutating func addFolded(_ affected: [ImpactDrawing.Affected], to picture: inout Picture) {
    let folding = ImpactFolding(affected, boxes: context.limits.boxes)
    addElements(impact.retired, look: .retired, to: &picture)
    let retired = picture.boxes.indices
    let frames = folding.frames.map { frame -> Int in
      picture.frames.append(
        PictureFrame(
          id: names.name(for: "responsible-\(picture.frames.count)"), title: PlainText(title(of: frame), limit: 200),
          isDashed: frame == .nobody))
      return picture.frames.count - 1
    }
    let first = picture.boxes.count
    for group in folding.groups { picture.boxes.append(box(of: group, frame: frames[group.frame])) }
    for (arrow, count) in folding.arrows {
      // From all of what is retired where several stand for it: one line says as much.
      guard let from = arrow.from.map({ first + $0 }) ?? retired.first else { continue }
      let caption = arrowCaption(arrow.type)
      let to = first + arrow.to
      picture.arrows.append(
        PictureArrow(
          id: names.name(for: "\(picture.boxes[from].id)--\(picture.boxes[to].id)"), from: from, to: to,
          label: caption.isEmpty ? nil : PlainText(caption), meaning: PlainText("\(count) × \(caption)"), count: count))
    }
    let places = picture.boxes.count
    addElements(
      impact.replacements.map(\.new).reduce(into: []) { all, new in
        if all.last.map({ !$0.key.isIdenticalText(to: new.key) }) ?? true { all.append(new) }
      }, look: .replacement, to: &picture)
    if picture.boxes.count > places {
      for (number, group) in folding.groups.enumerated() where group.effect == .repoint {
        let label = isSwedish ? "pekas om" : "repoint"
        picture.arrows.append(
          PictureArrow(
            id: names.name(for: "repoint-\(number)"), from: first + number, to: places, label: PlainText(label),
            meaning: PlainText("\(group.count) × \(label)"), count: group.count))
      }
    }
    setLabelsAside(&picture)
    dropWeakArrows(&picture)
    let drawn = picture.boxes.count
    picture.ownNotes.append(
      PlainText(
        isSwedish
          ? "Förenklad: \(affected.count) träffar visas som \(drawn) rutor med antal"
          : "Simplified: \(affected.count) hits are shown as \(drawn) boxes with counts"))
  }

  private func title(of frame: ImpactFolding.Frame) -> String {
    switch frame {
    case .one(let name): name
    case .others(let count): isSwedish ? "\(count) andra ansvariga, var för sig" : "\(count) others, each alone"
    case .several: isSwedish ? "Flera ansvariga" : "Several responsible"
    case .nobody: isSwedish ? "Ingen ansvarig" : "Nobody responsible"
    }
  }

  private mutating func box(of group: ImpactFolding.Group, frame: Int) -> PictureBox {
    let look = ImpactLook(group.effect)
    let kind = kindCaption(group.kind)
    var caption = "\(look.sign) \(look.word(context.language))"
    if group.alreadyCount > 0 {
      caption += isSwedish ? ", varav \(group.alreadyCount) redan tidigare" : ", \(group.alreadyCount) already before"
    }
    let isOne = group.count == 1
    var box = PictureBox(
      id: names.name(for: "hits-\(frame)-\(group.effect.rawValue)-\(group.kind)"),
      name: PlainText(isOne ? group.names[0] : "\(group.count) × \(kind)", limit: context.limits.nameLength),
      caption: PlainText(isOne ? "\(caption) · \(kind)" : caption), style: look.style, frame: frame,
      sort: PlainText("\(kind) (\(look.sign) \(look.word(context.language)))"))
    box.count = group.count
    return box
  }

  /// Nodes that the scenario names: a box each while they are few, else a box for each kind.
  private mutating func addElements(
    _ elements: [ImpactDrawing.Element], look: ImpactLook, to picture: inout Picture
  ) {
    let sorted = elements.sorted { $0.key.precedesByCodePoints($1.key) }
    var kinds: [(kind: String, members: [ImpactDrawing.Element])] = []
    for element in sorted {
      if let place = kinds.firstIndex(where: { $0.kind.isIdenticalText(to: element.kind) }) {
        kinds[place].members.append(element)
      } else {
        kinds.append((element.kind, [element]))
      }
    }
    for (kind, members) in kinds {
      let word = "\(look.sign) \(look.word(context.language))"
      let isListed = sorted.count <= Self.namedElements
      var box = PictureBox(
        id: names.name(for: "\(look)-\(kind)"),
        name: members.count == 1
          ? PlainText(members[0].name, limit: context.limits.nameLength)
          : PlainText("\(members.count) × \(kindCaption(kind))"),
        caption: PlainText(members.count == 1 ? "\(word) · \(kindCaption(kind))" : word), style: look.style,
        sort: PlainText("\(kindCaption(kind)) (\(word))"))
      if members.count > 1, isListed {
        box.rows = members.map { PictureRow(text: PlainText($0.name, limit: 60)) }
      }
      box.count = members.count
      picture.boxes.append(box)
    }
  }

  /// Keeps the arrows that stand for most, where there are more than can be followed.
  private func dropWeakArrows(_ picture: inout Picture) {
    let limit = max(context.limits.boxes, 60)
    guard picture.arrows.count > limit else { return }
    let kept = picture.arrows.indices.sorted { a, b in
      let (first, second) = (picture.arrows[a].count, picture.arrows[b].count)
      return first != second ? first > second : a < b
    }.prefix(limit)
    let left = picture.arrows.count - kept.count
    picture.arrows = kept.sorted().map { picture.arrows[$0] }
    picture.ownNotes.append(
      PlainText(
        isSwedish
          ? "De \(left) svagaste pilarna är inte ritade" : "The \(left) weakest arrows are left out"))
  }
}
