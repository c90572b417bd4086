import GraphModel

/// Makes the picture that a definition asks for out of a subgraph: styles, then folding, then frames, then arrows.
struct PictureBuilder {
  let definition: DiagramDefinition
  private(set) var graph: DrawnGraph
  let schema: Schema
  let context: DiagramContext
  let writer: ValueWriter
  var names = ElementNames()
  var used = UsedStyles()
  var looks: [NodeLook]
  /// The relationship is spent: folded, grouped by or hidden.
  var isSpent: [Bool]
  /// What a comparison marks; nothing in other pictures.
  var marks: PictureMarks?
  /// The folded leaves of each node, each with the relationship that brought it there.
  var leaves: [[Leaf]]
  /// Where each folded node went, if it has no box of its own.
  var foldedInto: [[Int]]
  var frames: [PictureFrame] = []
  /// What each frame stands for, from the innermost node around it inwards.
  var frameIdentities: [[FrameKey]] = []
  var innermostFrame: [Int?]
  /// The frame that a node has become.
  var frameOfNode: [Int: Int] = [:]

  struct Leaf {
    var node: Int
    var relationship: Int
    var rule: Int
  }

  init(definition: DiagramDefinition, subgraph: Subgraph, schema: Schema, context: DiagramContext) {
    self.init(definition: definition, graph: DrawnGraph(subgraph), schema: schema, context: context)
  }

  init(definition: DiagramDefinition, graph: DrawnGraph, schema: Schema, context: DiagramContext) {
    self.definition = definition
    self.schema = schema
    self.context = context
    self.graph = graph
    writer = ValueWriter(language: context.language, words: definition.words)
    looks = []
    isSpent = graph.relationships.map { !$0.isThere }
    leaves = Array(repeating: [], count: graph.nodes.count)
    foldedInto = Array(repeating: [], count: graph.nodes.count)
    innermostFrame = Array(repeating: nil, count: graph.nodes.count)
  }

  mutating func picture(parameters: [String: Value]) -> Picture {
    place(parameters: parameters)
    return drawnPicture(parameters: parameters)
  }

  /// Decides where each node stands: in a box of its own, in another's, or nowhere.
  mutating func place(parameters: [String: Value]) {
    graph.parameters = parameters
    looks = graph.nodes.indices.map { look(ofNode: $0) }
    hideWithNodes()
    fold()
    group()
    // After folding, so that a type can be folded where it leads into a box and hidden elsewhere.
    hideRelationships()
  }

  /// The picture of all that has its place.
  mutating func drawnPicture(parameters: [String: Value]) -> Picture {
    var values = parameters
    if values["sources"] == nil { values["sources"] = .string(sourceLine()) }
    let texts = TextFiller(parameters: values, writer: writer, graph: graph)
    var picture = Picture(
      title: PlainText(texts.filled(definition.title) ?? ""),
      subtitle: texts.filled(definition.subtitle).map { PlainText($0) },
      language: context.language, summary: PlainText(""))
    picture.layout = PictureLayout(
      engine: definition.engine, directions: definition.direction.map { [$0] } ?? [.topToBottom, .leftToRight],
      page: definition.page, columns: definition.columns, lines: definition.lines)
    picture.layout.choose(context.page)
    picture.frames = markedFrames()
    var boxOfNode = makeBoxes(in: &picture)
    // A later rule may have put all that stood in a frame elsewhere.
    PictureSummary.dropEmptyFrames(&picture)
    makeArrows(in: &picture, boxOfNode: boxOfNode)
    gather(&picture, boxOfNode: &boxOfNode)
    addSequences(to: &picture, boxOfNode: boxOfNode)
    align(&picture, boxOfNode: boxOfNode)
    if let marks { picture.comparison = marks.comparison(of: self, boxOfNode: boxOfNode) }
    PictureSummary.condense(&picture, limits: context.limits, closesBranches: true)
    let hasSecondParents = definition.lines == .bent && markSecondParents(in: &picture)
    if definition.hasLegend { picture.legend = legend() }
    if definition.hasLegend, hasSecondParents {
      let text = context.language == .swedish ? "ytterligare överordnad" : "further parent"
      picture.legend.append(.arrow(ArrowLook(line: .dotted, arrow: .none), PlainText(text)))
    }
    if !picture.notes.isEmpty {
      // Lines drawn together have no look of their own.
      let looks = Set(picture.arrows.map(\.look)).subtracting([ArrowLook()])
      picture.legend.removeAll { entry in
        if case .arrow(let look, _) = entry { !looks.contains(look) } else { false }
      }
    }
    if marks != nil { ChangeLooks.apply(to: &picture) }
    picture.footer = footer(texts)
    let summary = texts.filled(definition.description) ?? PictureSummary.inWords(picture)
    let comparison = picture.comparison.map { $0.sentence.text + ". " } ?? ""
    picture.summary = PlainText(comparison + summary, limit: 2000)
    return picture
  }

  private mutating func hideWithNodes() {
    for index in graph.relationships.indices {
      let relationship = graph.relationships[index]
      if looks[relationship.from].isHidden || looks[relationship.to].isHidden { isSpent[index] = true }
    }
  }

  private mutating func hideRelationships() {
    for index in graph.relationships.indices where isHidden(graph.relationships[index]) { isSpent[index] = true }
  }

  func isHidden(_ relationship: DrawnRelationship) -> Bool {
    var hidden = false
    for rule in definition.relationshipStyles where matches(rule, relationship) {
      hidden = rule.isHidden ?? hidden
    }
    return hidden
  }

  private mutating func makeBoxes(in picture: inout Picture) -> [Int?] {
    var boxOfNode: [Int?] = Array(repeating: nil, count: graph.nodes.count)
    var isTied = Array(repeating: false, count: graph.nodes.count)
    for index in graph.relationships.indices where !isSpent[index] {
      isTied[graph.relationships[index].from] = true
      isTied[graph.relationships[index].to] = true
    }
    for node in orderedNodes() where hasBox(node, isTied: isTied[node]) {
      let look = looks[node]
      used.use(look)
      var box = PictureBox(
        id: names.name(for: graph.nodes[node].key),
        name: PlainText(graph.nodes[node].name, limit: context.limits.nameLength),
        caption: look.caption, style: look.style, isItalic: look.isItalic, frame: innermostFrame[node],
        sort: PlainText(kindCaption(graph.nodes[node].kind)))
      box.link = look.link
      box.change = marks?.nodes[node]
      if let order = definition.order { box.order = graph.value(order, of: node) }
      box.moment = moment(of: node)
      (box.rows, box.rowColumns) = rows(of: node)
      boxOfNode[node] = picture.boxes.count
      picture.boxes.append(box)
    }
    return boxOfNode
  }

  /// Boxes that may stand anywhere on a line stand there as they come.
  private func orderedNodes() -> [Int] {
    guard let order = definition.order else { return Array(graph.nodes.indices) }
    let places = graph.nodes.indices.map { graph.value(order, of: $0) }
    return graph.nodes.indices.sorted { a, b in
      let comparison = places[a].orderability(against: places[b])
      return comparison == .equal ? a < b : comparison.isLess
    }
  }

  private func hasBox(_ node: Int, isTied: Bool) -> Bool {
    if looks[node].isHidden || !foldedInto[node].isEmpty { return false }
    // On a line of time it heads its lane.
    if definition.timeline != nil { return true }
    // A frame has a box too only where something else leads to it, or lines stand in it.
    return frameOfNode[node] == nil || isTied || !leaves[node].isEmpty
  }

  /// Bent lines draw a tree: what leads a box to more than one parent is dotted from the second on.
  private func markSecondParents(in picture: inout Picture) -> Bool {
    var hasParent: Set<Int> = []
    var found = false
    for index in picture.arrows.indices where !hasParent.insert(picture.arrows[index].to).inserted {
      guard picture.arrows[index].look.line == .solid else { continue }
      picture.arrows[index].look.line = .dotted
      found = true
    }
    return found
  }

  private func moment(of node: Int) -> PictureBox.Moment? {
    guard let timeline = definition.timeline, timeline.patterns.contains(where: { graph.matches($0, node) }) else {
      return nil
    }
    let value = graph.value(timeline.property, of: node)
    return value.isNull ? .undated : .at(value)
  }

  private mutating func makeArrows(in picture: inout Picture, boxOfNode: [Int?]) {
    var seen: Set<ArrowKey> = []
    for index in graph.relationships.indices where !isSpent[index] {
      let relationship = graph.relationships[index]
      let look = marks?.earlierLooks[index] ?? arrowLook(of: relationship)
      let change = marks?.relationships[index]
      for from in boxes(of: relationship.from, boxOfNode) {
        for to in boxes(of: relationship.to, boxOfNode) where from != to || relationship.from == relationship.to {
          let key = ArrowKey(
            from: from, to: to, type: relationship.type, look: look.look, label: look.label, change: change?.kind)
          // Leaves that were folded into the same box give the same arrow.
          guard seen.insert(key).inserted else { continue }
          used.use(look)
          let ends = [relationship.from, relationship.to].map { graph.nodes[$0] }
          let caption = schema.relationshipType(named: relationship.type)?.caption.text(in: context.language)
          picture.arrows.append(
            PictureArrow(
              id: names.name(for: "\(ends[0].key)--\(relationship.type)--\(ends[1].key)"),
              from: look.isReversed ? to : from, to: look.isReversed ? from : to, label: look.label, look: look.drawn,
              isReversed: look.isReversed, caption: PlainText(caption ?? relationship.type),
              meaning: PlainText("\(ends[0].name) \(caption ?? relationship.type) \(ends[1].name)"), change: change))
        }
      }
    }
  }

  private mutating func addSequences(to picture: inout Picture, boxOfNode: [Int?]) {
    guard let order = definition.order else { return }
    for pattern in definition.sequences {
      let members = graph.nodes.indices.compactMap { node -> (box: Int, place: Value)? in
        guard graph.matches(pattern, node), let box = boxOfNode[node] else {
          return nil
        }
        let place = graph.value(order, of: node)
        return place.isNull ? nil : (box, place)
      }.sorted { a, b in
        let comparison = a.place.orderability(against: b.place)
        return comparison == .equal ? a.box < b.box : comparison.isLess
      }
      let look = ArrowLook(color: .grey, line: .solid, arrow: .forward)
      if members.count > 1 { used.sequence = look }
      for (earlier, later) in zip(members, members.dropFirst()) {
        let names = [earlier, later].map { picture.boxes[$0.box].name.text }
        picture.arrows.append(
          PictureArrow(
            id: self.names.name(for: "sequence-\(earlier.box)"), from: earlier.box, to: later.box, look: look,
            caption: PlainText(context.language == .swedish ? "därefter" : "thereafter"),
            meaning: PlainText("\(names[0]) → \(names[1])")))
      }
    }
  }

  private struct ArrowKey: Hashable {
    var from: Int
    var to: Int
    var type: String
    var look: ArrowLook
    var label: PlainText?
    var change: ChangeKind?
  }

  /// The box of a node, or those of the boxes into which it was folded.
  func boxes(of node: Int, _ boxOfNode: [Int?]) -> [Int] {
    if let box = boxOfNode[node] { return [box] }
    var found: Set<Int> = []
    var visited: Set<Int> = [node]
    var waiting = foldedInto[node]
    while let next = waiting.popLast() {
      guard visited.insert(next).inserted else { continue }
      if let box = boxOfNode[next] { found.insert(box) } else { waiting += foldedInto[next] }
    }
    return found.sorted()
  }

  private func align(_ picture: inout Picture, boxOfNode: [Int?]) {
    for rule in definition.alignments {
      let boxes = graph.nodes.indices.compactMap { node in
        rule.patterns.contains { graph.matches($0, node) } ? boxOfNode[node] : nil
      }
      guard boxes.count > 1 || (rule.place != .same && !boxes.isEmpty) else { continue }
      let place: Picture.Alignment.Place =
        switch rule.place {
        case .same: .same
        case .first: .min
        case .last: .max
        }
      picture.alignments.append(Picture.Alignment(boxes: boxes, place: place))
    }
  }

  private func footer(_ texts: TextFiller) -> PlainText? {
    let isSwedish = context.language == .swedish
    var parts: [String] = []
    let source = texts.filled(definition.source) ?? ""
    if let source = source.isEmpty ? context.sourceLine : source {
      parts.append((isSwedish ? "Källa: " : "Source: ") + source)
    }
    if let date = context.date { parts.append(date) }
    if let revision = context.revision { parts.append("revision \(revision)") }
    return parts.isEmpty ? nil : PlainText(parts.joined(separator: " · "), limit: 600)
  }

  func matches(_ rule: RelationshipStyleRule, _ relationship: DrawnRelationship) -> Bool {
    rule.pattern.matches(relationship)
      && graph.matches(rule.from, relationship.from)
      && graph.matches(rule.to, relationship.to)
  }

  func typeCaption(_ type: String) -> String {
    schema.relationshipType(named: type)?.caption.text(in: context.language) ?? type
  }

  func kindCaption(_ kind: String) -> String {
    schema.kind(named: kind)?.caption.text(in: context.language) ?? kind
  }
}
