import Diagnostics
import GraphModel
import Yams

extension DefinitionReader {
  // MARK: Grouping, folding, alignment

  mutating func grouping(_ node: Node) -> GroupingRule? {
    var pattern = ElementPattern()
    var rule: GroupingRule?
    var order: [Value] = []
    var member = RelationshipEnd.from
    var isBanded = false
    var ways = 0
    let fields = yaml.fields(node, of: .group)
    for field in fields {
      switch field.key {
      case "property":
        ways += 1
        rule = property(field.value).map { .property($0, pattern: pattern, order: []) }
      case "relationship":
        ways += 1
        rule = type(field.value).map { .relationship($0, member: .from, pattern: pattern) }
      case "sets":
        ways += 1
        rule = .sets(yaml.items(field.value).map { namedSet($0) }, isBanded: false)
      case "member": member = yaml.word(field.value, "end of a relationship") ?? member
      case "order": order = yaml.values(field.value)
      case "bands": isBanded = yaml.flag(field.value, "bands") ?? false
      default: read(field.key, field.value, into: &pattern)
      }
    }
    if ways != 1 {
      // What is no mapping, or has a misspelt word, is told already.
      guard let mapping = node.mapping, ways > 1 || mapping.count == fields.count else { return nil }
      yaml.report("ambiguous-rule", "a group needs one of 'property', 'relationship' and 'sets'", at: node)
      return nil
    }
    switch rule {
    case .property(let name, _, _)?: return .property(name, pattern: pattern, order: order)
    case .relationship(let type, _, _)?: return .relationship(type, member: member, pattern: pattern)
    case .sets(let sets, _)?: return .sets(sets, isBanded: isBanded)
    case nil: return nil
    }
  }

  private mutating func namedSet(_ node: Node) -> GroupingRule.NamedSet {
    var set = GroupingRule.NamedSet(title: Caption(), fill: nil, patterns: [])
    for field in yaml.fields(node, of: .set) {
      switch field.key {
      case "title": set.title = yaml.caption(field.value, "title")
      case "fill": set.fill = color(field.value)
      default: set.patterns = yaml.items(field.value).map { pattern($0) }
      }
    }
    return set
  }

  mutating func folding(_ node: Node) -> FoldingRule? {
    var rule = FoldingRule(
      type: "", leaf: .from, pattern: ElementPattern(), parent: ElementPattern(), relationship: ElementPattern(),
      columns: nil, keepsBox: false)
    var hasType = false
    for field in yaml.fields(node, of: .fold) {
      switch field.key {
      case "relationship":
        hasType = true
        rule.type = type(field.value) ?? ""
      case "leaf": rule.leaf = yaml.word(field.value, "end of a relationship") ?? rule.leaf
      case "columns": rule.columns = yaml.number(field.value, "columns", in: 1...12)
      case "into": rule.parent = pattern(field.value)
      case "keep": rule.keepsBox = yaml.flag(field.value, "keep") ?? false
      case "having": conditions(field.value, of: "having", into: &rule.relationship)
      default: read(field.key, field.value, into: &rule.pattern)
      }
    }
    // That it is missing is told already.
    return hasType ? rule : nil
  }

  mutating func gathering(_ node: Node) -> GatheringRule {
    var rule = GatheringRule(pattern: ElementPattern(), smallest: 2, title: Caption(), columns: nil, rows: nil)
    for field in yaml.fields(node, of: .gather) {
      switch field.key {
      case "smallest": rule.smallest = yaml.number(field.value, "smallest", in: 2...1000) ?? rule.smallest
      case "title": rule.title = yaml.caption(field.value, "title")
      case "columns": rule.columns = yaml.number(field.value, "columns", in: 1...12)
      case "rows": rule.rows = yaml.number(field.value, "rows", in: 1...1000)
      default: read(field.key, field.value, into: &rule.pattern)
      }
    }
    return rule
  }

  mutating func alignment(_ node: Node) -> AlignmentRule {
    var rule = AlignmentRule(patterns: [], place: .same)
    for field in yaml.fields(node, of: .alignment) {
      if field.key == "place" {
        rule.place = yaml.word(field.value, "place") ?? rule.place
      } else {
        rule.patterns = yaml.items(field.value).map { pattern($0) }
      }
    }
    return rule
  }

  mutating func timeline(_ node: Node) -> TimelineRule {
    var rule = TimelineRule(patterns: [], property: "date")
    for field in yaml.fields(node, of: .timeline) {
      if field.key == "by" {
        rule.property = property(field.value) ?? rule.property
      } else {
        rule.patterns = yaml.items(field.value).map { pattern($0) }
      }
    }
    return rule
  }

  // MARK: Styles

  mutating func styles(_ node: Node, into definition: inout DiagramDefinition) {
    for field in yaml.fields(node, of: .styles) {
      for item in yaml.items(field.value) {
        if field.key == "nodes" {
          definition.nodeStyles.append(nodeStyle(item))
        } else {
          definition.relationshipStyles.append(relationshipStyle(item))
        }
      }
    }
  }

  private mutating func nodeStyle(_ node: Node) -> NodeStyleRule {
    var rule = NodeStyleRule(pattern: ElementPattern(), isInLegend: true)
    for field in yaml.fields(node, of: .nodeStyle) {
      switch field.key {
      case "shape": rule.shape = yaml.word(field.value, "shape")
      case "fill": rule.fill = color(field.value)
      case "border": rule.border = color(field.value)
      case "line": rule.line = yaml.word(field.value, "line")
      case "italic": rule.isItalic = yaml.flag(field.value, "italic")
      case "wrap": rule.wrap = yaml.number(field.value, "wrap", in: 6...120)
      case "width": rule.width = yaml.number(field.value, "width", in: 1...120)
      case "caption": rule.caption = captionParts(field.value)
      case "note": rule.note = yaml.caption(field.value, "note")
      case "link": rule.link = link(field.value)
      case "hide": rule.isHidden = yaml.flag(field.value, "hide")
      case "legend": (rule.legend, rule.isInLegend) = legend(field.value)
      default: read(field.key, field.value, into: &rule.pattern)
      }
    }
    return rule
  }

  private mutating func link(_ node: Node) -> String? {
    guard let name = yaml.text(node, "link") else { return nil }
    if name != "none" { check(property: name, at: node) }
    return name
  }

  private mutating func relationshipStyle(_ node: Node) -> RelationshipStyleRule {
    var rule = RelationshipStyleRule(pattern: ElementPattern(), isInLegend: true)
    for field in yaml.fields(node, of: .relationshipStyle) {
      switch field.key {
      case "color": rule.color = color(field.value)
      case "line": rule.line = yaml.word(field.value, "line")
      case "arrow": rule.arrow = yaml.word(field.value, "arrow")
      case "label":
        rule.label = yaml.text(field.value, "label")
        if let label = rule.label, !["caption", "inverse", "none"].contains(label) {
          check(property: label, at: field.value)
        }
      case "hide": rule.isHidden = yaml.flag(field.value, "hide")
      case "from": rule.from = pattern(field.value)
      case "to": rule.to = pattern(field.value)
      case "reverse": rule.isReversed = yaml.flag(field.value, "reverse")
      case "legend": (rule.legend, rule.isInLegend) = legend(field.value)
      default: read(field.key, field.value, into: &rule.pattern)
      }
    }
    return rule
  }

  /// `false` leaves the rule out of the legend; a text is its line there.
  private mutating func legend(_ node: Node) -> (Caption?, Bool) {
    if node.tag.description == Tag.Name.bool.rawValue, let flag = node.bool { return (nil, flag) }
    return (yaml.caption(node, "legend"), true)
  }

  private mutating func captionParts(_ node: Node) -> [String] {
    var parts: [String] = []
    for item in yaml.items(node) {
      guard let part = yaml.text(item, "a caption"), part != "none" else { continue }
      if part != "kind" { check(property: part, at: item) }
      parts.append(part)
    }
    return parts
  }

  private mutating func color(_ node: Node) -> PaletteColor? { yaml.word(node, "colour of the palette") }
}
