import Diagnostics
import GraphModel
import Yams

extension DefinitionReader {
  // MARK: Names of the schema

  mutating func kinds(_ node: Node) -> [String] {
    names(node, "kind", among: schema?.kinds.map(\.name))
  }

  mutating func types(_ node: Node) -> [String] {
    names(node, "relationship type", among: schema?.relationshipTypes.map(\.name))
  }

  private mutating func names(_ node: Node, _ what: String, among known: [String]?) -> [String] {
    var names: [String] = []
    for item in yaml.items(node) {
      guard let name = yaml.text(item, "a \(what)") else { continue }
      if let known, !known.contains(name) {
        yaml.report(
          "unknown-name", "the schema has no \(what) '\(name)'", at: item,
          hint: NameSuggestion.hint(for: name, among: known), severity: .warning)
      }
      names.append(name)
    }
    return names
  }

  mutating func property(_ node: Node) -> String? {
    guard let name = yaml.text(node, "a property") else { return nil }
    check(property: name, at: node)
    return name
  }

  private mutating func check(property name: String, at node: Node) {
    guard let schema else { return }
    if let (type, property) = RelationshipProperty.parts(of: name) {
      guard schema.relationshipType(named: type)?.properties.contains(where: { $0.name == property }) != true else {
        return
      }
      yaml.report(
        "unknown-name", "the schema has no property '\(property)' of the relationship type '\(type)'", at: node,
        severity: .warning)
      return
    }
    let known = Set(
      schema.kinds.flatMap { $0.properties.map(\.name) }
        + schema.relationshipTypes.flatMap { $0.properties.map(\.name) } + ["key"])
    if known.contains(name) { return }
    yaml.report(
      "unknown-name", "the schema has no property '\(name)'", at: node,
      hint: NameSuggestion.hint(for: name, among: known), severity: .warning)
  }

  // MARK: Patterns

  private static let patternWords = ["kind", "where", "with", "without", "several", "key"]

  private mutating func read(_ key: String, _ node: Node, into pattern: inout ElementPattern) {
    switch key {
    case "kind": pattern.names = kinds(node)
    case "type": pattern.names = types(node)
    case "with": pattern.with = types(node)
    case "without": pattern.without = types(node)
    case "several": pattern.several = types(node)
    case "key":
      pattern.keys = yaml.texts(node, "a key")
      for item in yaml.items(node) {
        guard let name = item.scalar.flatMap({ ElementPattern.parameter(in: $0.string) }) else { continue }
        keyParameters.append((name, item))
      }
    case "where":
      for entry in yaml.entries(node, of: "where") {
        check(property: entry.key, at: entry.keyNode)
        var values: [Value] = []
        for item in yaml.items(entry.value) {
          if let value = yaml.value(item, "a value") { values.append(value) }
        }
        pattern.values[entry.key] = values
      }
    default: break
    }
  }

  mutating func pattern(_ node: Node) -> ElementPattern {
    var pattern = ElementPattern()
    for field in yaml.fields(node, of: "a match", known: Self.patternWords) {
      read(field.key, field.value, into: &pattern)
    }
    return pattern
  }

  // MARK: Grouping, folding, alignment

  mutating func grouping(_ node: Node) -> GroupingRule? {
    var pattern = ElementPattern()
    var rule: GroupingRule?
    var order: [Value] = []
    var member = RelationshipEnd.from
    var isBanded = false
    var ways = 0
    let known = ["property", "relationship", "sets", "member", "order", "bands"] + Self.patternWords
    for field in yaml.fields(node, of: "a group", known: known) {
      switch field.key {
      case "property":
        ways += 1
        rule = property(field.value).map { .property($0, pattern: pattern, order: []) }
      case "relationship":
        ways += 1
        rule = types(field.value).first.map { .relationship($0, member: .from, pattern: pattern) }
      case "sets":
        ways += 1
        rule = .sets(yaml.items(field.value).map { namedSet($0) }, isBanded: false)
      case "member": member = yaml.word(field.value, "end of a relationship") ?? member
      case "order":
        for item in yaml.items(field.value) { if let value = yaml.value(item, "a value") { order.append(value) } }
      case "bands": isBanded = yaml.flag(field.value, "bands") ?? false
      default: read(field.key, field.value, into: &pattern)
      }
    }
    if ways != 1 {
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
    for field in yaml.fields(node, of: "a set", known: ["title", "fill", "match"]) {
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
    let known = ["relationship", "leaf", "columns", "keep", "having", "into"] + Self.patternWords
    for field in yaml.fields(node, of: "a fold", known: known) {
      switch field.key {
      case "relationship":
        hasType = true
        rule.type = types(field.value).first ?? ""
      case "leaf": rule.leaf = yaml.word(field.value, "end of a relationship") ?? rule.leaf
      case "columns": rule.columns = yaml.number(field.value, "columns", in: 1...12)
      case "into": rule.parent = pattern(field.value)
      case "keep": rule.keepsBox = yaml.flag(field.value, "keep") ?? false
      case "having":
        for entry in yaml.entries(field.value, of: "having") {
          check(property: entry.key, at: entry.keyNode)
          var values: [Value] = []
          for item in yaml.items(entry.value) {
            if let value = yaml.value(item, "a value") { values.append(value) }
          }
          rule.relationship.values[entry.key] = values
        }
      default: read(field.key, field.value, into: &rule.pattern)
      }
    }
    if !hasType {
      yaml.report("missing-word", "a fold needs 'relationship'", at: node)
      return nil
    }
    return rule
  }

  mutating func gathering(_ node: Node) -> GatheringRule {
    var rule = GatheringRule(pattern: ElementPattern(), smallest: 2, title: Caption(), columns: nil)
    for field in yaml.fields(node, of: "a gather", known: ["smallest", "title", "columns"] + Self.patternWords) {
      switch field.key {
      case "smallest": rule.smallest = yaml.number(field.value, "smallest", in: 2...1000) ?? rule.smallest
      case "title": rule.title = yaml.caption(field.value, "title")
      case "columns": rule.columns = yaml.number(field.value, "columns", in: 1...12)
      default: read(field.key, field.value, into: &rule.pattern)
      }
    }
    return rule
  }

  mutating func alignment(_ node: Node) -> AlignmentRule {
    var rule = AlignmentRule(patterns: [], place: .same)
    for field in yaml.fields(node, of: "an alignment", known: ["place", "match"]) {
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
    for field in yaml.fields(node, of: "a timeline", known: ["match", "by"]) {
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
    for field in yaml.fields(node, of: "styles", known: ["nodes", "relationships"]) {
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
    let known = [
      "shape", "fill", "border", "line", "italic", "wrap", "width", "caption", "note", "link", "hide", "legend",
    ]
    for field in yaml.fields(node, of: "a style of nodes", known: known + Self.patternWords) {
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
    let known = ["type", "where", "color", "line", "arrow", "label", "hide", "reverse", "legend", "from", "to"]
    for field in yaml.fields(node, of: "a style of relationships", known: known) {
      switch field.key {
      case "color": rule.color = color(field.value)
      case "line": rule.line = yaml.word(field.value, "line")
      case "arrow": rule.arrow = yaml.word(field.value, "arrow")
      case "label":
        rule.label = yaml.text(field.value, "label")
        if let label = rule.label, label != "caption", label != "none" { check(property: label, at: field.value) }
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
