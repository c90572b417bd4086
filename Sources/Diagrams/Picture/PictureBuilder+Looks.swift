import GraphModel

/// How a node is drawn once all rules are applied.
struct NodeLook {
  var style = BoxStyle()
  var caption: PlainText?
  var isItalic = false
  var isHidden = false
  var link: WebAddress?
  /// Rules that shaped it, for the legend.
  var rules: [Int] = []
  var kind = ""
}

struct RelationshipLook {
  var look = ArrowLook()
  var isReversed = false
  var label: PlainText?
  var rules: [Int] = []
  var type = ""
  /// Whether a rule for some relationships of the type explains the look in words of its own.
  var isExplained = false

  /// As laid out: with the ends exchanged the arrowhead stands at the other one.
  var drawn: ArrowLook {
    guard isReversed else { return look }
    var drawn = look
    switch look.arrow {
    case .forward: drawn.arrow = .back
    case .back: drawn.arrow = .forward
    case .both, .none: break
    }
    return drawn
  }
}

/// What occurs in the picture and so belongs in its legend.
struct UsedStyles {
  var kinds: [String: BoxStyle] = [:]
  /// All looks of each kind.
  var looks: [String: Set<BoxStyle>] = [:]
  /// Types of which something is drawn that no other rule explains.
  var types: [String: ArrowLook] = [:]
  var nodeRules: Set<Int> = []
  var relationshipRules: Set<Int> = []
  var rowKinds: Set<String> = []
  /// What rows in italics mean, each reason once.
  var tentativeReasons: [PlainText] = []
  /// How the steps of a sequence are drawn, where there are any.
  var sequence: ArrowLook?

  mutating func use(_ look: NodeLook) {
    // Of several looks of a kind the plainest stands for it: the one that the fewest rules shaped.
    if kinds[look.kind] == nil { kinds[look.kind] = look.style }
    looks[look.kind, default: []].insert(look.style.inLegend)
    nodeRules.formUnion(look.rules)
  }

  mutating func use(_ look: RelationshipLook) {
    if !look.isExplained, types[look.type] == nil { types[look.type] = look.look }
    relationshipRules.formUnion(look.rules)
  }
}

extension PictureBuilder {
  func look(ofNode index: Int) -> NodeLook {
    let node = graph.nodes[index]
    var look = NodeLook()
    look.kind = node.kind
    var caption: [String] = []
    var note = ""
    var link: String?
    for (number, rule) in definition.nodeStyles.enumerated()
    where graph.matches(rule.pattern, index) {
      apply(rule, to: &look)
      caption = rule.caption ?? caption
      note = rule.note?.text(in: context.language) ?? note
      link = rule.link ?? link
      look.rules.append(number)
    }
    if !node.isThere { look.isHidden = true }
    look.link = self.link(link, of: node)
    look.caption = self.caption(caption, note: note, of: index)
    return look
  }

  private func apply(_ rule: NodeStyleRule, to look: inout NodeLook) {
    look.style.shape = rule.shape ?? look.style.shape
    look.style.fill = rule.fill ?? look.style.fill
    look.style.border = rule.border ?? look.style.border
    look.style.line = rule.line ?? look.style.line
    look.style.wrap = rule.wrap ?? look.style.wrap
    look.style.width = rule.width ?? look.style.width
    look.isItalic = rule.isItalic ?? look.isItalic
    look.isHidden = rule.isHidden ?? look.isHidden
  }

  private func link(_ property: String?, of node: DrawnNode) -> WebAddress? {
    if property == "none" { return nil }
    let address = schema.kind(named: node.kind)?.properties.first { $0.type == .url }?.name
    guard let name = property ?? address, case .string(let text)? = node.properties[name] else { return nil }
    return WebAddress(text)
  }

  private func caption(_ parts: [String], note: String, of node: Int) -> PlainText? {
    let texts = parts.map { part in
      part == "kind" ? kindCaption(graph.nodes[node].kind) : writer.text(graph.value(part, of: node))
    }
    let joined = (texts + [note]).filter { !$0.isEmpty }.joined(separator: " · ")
    return joined.isEmpty ? nil : PlainText(joined, limit: context.limits.nameLength)
  }

  func arrowLook(of relationship: DrawnRelationship) -> RelationshipLook {
    var result = RelationshipLook()
    result.type = relationship.type
    var label = "none"
    for (number, rule) in definition.relationshipStyles.enumerated() where matches(rule, relationship) {
      result.look.color = rule.color ?? result.look.color
      result.look.line = rule.line ?? result.look.line
      result.look.arrow = rule.arrow ?? result.look.arrow
      result.isReversed = rule.isReversed ?? result.isReversed
      if !rule.pattern.names.isEmpty, !rule.isForTypesOnly, rule.isInLegend, rule.legend != nil {
        result.isExplained = true
      }
      label = rule.label ?? label
      result.rules.append(number)
    }
    switch label {
    case "none": break
    case "caption":
      let caption = schema.relationshipType(named: relationship.type)?.caption.text(in: context.language)
      result.label = PlainText(caption ?? relationship.type, limit: 60)
    case "inverse":
      let declared = schema.relationshipType(named: relationship.type)
      let caption = declared?.inverseCaption.text(in: context.language) ?? declared?.caption.text(in: context.language)
      result.label = PlainText(caption ?? relationship.type, limit: 60)
    default:
      let text = writer.text(relationship.properties[label] ?? .null)
      if !text.isEmpty { result.label = PlainText(text, limit: 60) }
    }
    return result
  }

  /// The legend: the kinds by the order of the rules that style them, then rules with a text of their own, then
  /// relationships.
  func legend() -> [LegendEntry] {
    var entries: [LegendEntry] = []
    for kind in orderedKinds() {
      guard let style = plainStyle(of: kind) ?? used.kinds[kind] else { continue }
      // A kind whose boxes all have a look by another rule is explained by that rule.
      guard used.looks[kind]?.contains(style.inLegend) == true else { continue }
      entries.append(.box(style, PlainText(kindCaption(kind))))
    }
    for (number, rule) in definition.nodeStyles.enumerated() where used.nodeRules.contains(number) {
      guard rule.isInLegend, let text = rule.legend?.text(in: context.language) else { continue }
      var look = NodeLook()
      if let kind = rule.pattern.names.first, let plain = plainStyle(of: kind) { look.style = plain }
      apply(rule, to: &look)
      entries.append(.box(look.style, PlainText(text)))
    }
    for type in used.types.keys.sorted(by: { $0.precedesByCodePoints($1) }) where isInLegend(type: type) {
      guard let look = plainLook(of: type) ?? used.types[type] else { continue }
      let caption = schema.relationshipType(named: type)?.caption.text(in: context.language)
      entries.append(.arrow(look, PlainText(caption ?? type)))
    }
    for (number, rule) in definition.relationshipStyles.enumerated() where used.relationshipRules.contains(number) {
      guard rule.isInLegend, let text = rule.legend?.text(in: context.language) else { continue }
      // A rule for any type says nothing of arrowheads.
      var look = rule.pattern.names.isEmpty ? ArrowLook(arrow: .none) : ArrowLook()
      look.color = rule.color ?? look.color
      look.line = rule.line ?? look.line
      look.arrow = rule.arrow ?? look.arrow
      entries.append(.arrow(look, PlainText(text)))
    }
    if let look = used.sequence {
      entries.append(.arrow(look, PlainText(context.language == .swedish ? "därefter" : "thereafter")))
    }
    // Rows of several kinds are explained by the boxes in which they stand.
    for kind in used.rowKinds where used.rowKinds.count == 1 && !isLeftOut(kind) {
      entries.append(.row(isTentative: false, PlainText(kindCaption(kind))))
    }
    for reason in used.tentativeReasons { entries.append(.row(isTentative: true, reason)) }
    return entries
  }

  /// What it means that the row of a node is in italics: the words of the rule that made it so.
  mutating func tentativeReason(_ look: NodeLook, _ relationship: RelationshipLook) -> PlainText {
    let ofNode = look.rules.last { number in
      let rule = definition.nodeStyles[number]
      return look.isItalic ? rule.isItalic == true : rule.line?.isBroken == true
    }
    let ofRelationship = relationship.rules.last { definition.relationshipStyles[$0].line?.isBroken == true }
    var words: String?
    if look.isItalic || look.style.line.isBroken {
      words = ofNode.flatMap { definition.nodeStyles[$0].legend?.text(in: context.language) }
    }
    if words == nil, relationship.look.line.isBroken {
      words = ofRelationship.flatMap { definition.relationshipStyles[$0].legend?.text(in: context.language) }
    }
    let reason = PlainText(words ?? (context.language == .swedish ? "härledd uppgift" : "inferred"))
    if !used.tentativeReasons.contains(reason) { used.tentativeReasons.append(reason) }
    return reason
  }

  private func orderedKinds() -> [String] {
    var ordered: [String] = []
    for rule in definition.nodeStyles {
      for kind in rule.pattern.names where used.kinds[kind] != nil && !ordered.contains(kind) { ordered.append(kind) }
    }
    let others = used.kinds.keys.filter { !ordered.contains($0) }.sorted { $0.precedesByCodePoints($1) }
    return (ordered + others).filter { !isLeftOut($0) }
  }

  /// Whether a rule on the kind alone keeps it out of the legend.
  private func isLeftOut(_ kind: String) -> Bool {
    definition.nodeStyles.contains { rule in
      rule.pattern.isKindsOnly && rule.pattern.names.contains(kind) && !rule.isInLegend
    }
  }

  /// The look of a kind by the rules that ask for nothing but kinds.
  private func plainStyle(of kind: String) -> BoxStyle? {
    var look = NodeLook()
    var isStyled = false
    for rule in definition.nodeStyles
    where rule.pattern.isKindsOnly && (rule.pattern.names.isEmpty || rule.pattern.names.contains(kind)) {
      apply(rule, to: &look)
      isStyled = true
    }
    return isStyled ? look.style : nil
  }

  private func plainLook(of type: String) -> ArrowLook? {
    let node = DrawnRelationship(type: type, from: 0, to: 0, id: 0, properties: [:])
    var look = ArrowLook()
    var isStyled = false
    for rule in definition.relationshipStyles where rule.isForTypesOnly && rule.pattern.matches(node) {
      look.color = rule.color ?? look.color
      look.line = rule.line ?? look.line
      look.arrow = rule.arrow ?? look.arrow
      isStyled = true
    }
    return isStyled ? look : nil
  }

  private func isInLegend(type: String) -> Bool {
    !definition.relationshipStyles.contains { rule in
      rule.isForTypesOnly && rule.pattern.names.contains(type) && (!rule.isInLegend || rule.legend != nil)
    }
  }
}

extension ElementPattern {
  var isKindsOnly: Bool {
    values.isEmpty && bounds.isEmpty && without.isEmpty && with.isEmpty && several.isEmpty && keys.isEmpty
  }
}

extension RelationshipStyleRule {
  var isForTypesOnly: Bool { pattern.isKindsOnly && from.isEmpty && to.isEmpty }
}
