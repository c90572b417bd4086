import GraphModel
import GraphWorkspace

/// All about one node as a page of text.
struct NodePage {
  private let description: NodeDescription
  private let captions: [String: String]
  private let texts: Texts
  private let style: TerminalStyle
  private let width: Int

  init(_ description: NodeDescription, captions: [String: String], options: GlobalOptions) {
    self.description = description
    self.captions = captions
    texts = options.texts
    style = options.style
    width = Environment.terminalWidth ?? 100
  }

  var text: String {
    var lines = [style.text(PlainLines.oneLine(description.element.name), .heading)]
    lines.append("\(kind(description.element.kind))  \(PlainLines.oneLine(description.element.key))")
    lines.append("")
    appendFacts(to: &lines)
    appendResponsible(to: &lines)
    for group in description.groups { append(group, to: &lines) }
    return lines.map(PlainText.trimmedEnd).joined(separator: "\n") + "\n"
  }

  private func kind(_ name: String) -> String { captions[name] ?? name }

  // MARK: Facts

  private func appendFacts(to lines: inout [String]) {
    var facts = description.facts.map { fact in
      (fact.caption.text(in: texts.language) ?? fact.property, text(of: fact))
    }
    if !description.provenance.isEmpty { facts.append((texts.source, told(description.provenance))) }
    let indent = min((facts.map { DisplayWidth.width(of: $0.0) }.max() ?? 0) + 2, 32)
    for (name, value) in facts {
      let padding = String(repeating: " ", count: max(1, indent - DisplayWidth.width(of: name)))
      let told = PlainText.wrapped(PlainLines.oneLine(value), width: max(30, width - indent))
      lines.append("\(name)\(padding)\(told.first ?? "")")
      for line in told.dropFirst() { lines.append(String(repeating: " ", count: indent) + line) }
    }
  }

  private func text(of fact: NodeDescription.Fact) -> String {
    switch fact.value {
    case .boolean(let flag): texts.boolean(flag)
    case .string(let code): texts.code(code, of: fact.property)
    default: ValueDisplay(elements: Subgraph()).text(fact.value)
    }
  }

  private func told(_ provenance: NodeDescription.Provenance) -> String {
    var parts: [String] = []
    if let source = provenance.source { parts.append(source) }
    if let lines = provenance.lines { parts.append("\(texts.lines) \(lines)") }
    if let basis = provenance.basis { parts.append(texts.basis(basis)) }
    return parts.joined(separator: ", ")
  }

  // MARK: Responsibility

  private func appendResponsible(to lines: inout [String]) {
    guard let responsible = description.responsible else { return }
    let names = responsible.councils.map { PlainLines.oneLine("\($0.name) (\($0.key))") }
    var text = names.isEmpty ? texts.nobody : names.joined(separator: ", ")
    var remarks: [String] = []
    if let rule = responsible.rule { remarks.append(texts.rule(rule)) }
    if names.count > 1 { remarks.insert(texts.several, at: 0) }
    if !remarks.isEmpty { text += " – " + remarks.joined(separator: "; ") }
    if responsible.restsOnInference { text += style.text(" [\(texts.inferred)]", .doubtful) }
    if lines.last != "" { lines.append("") }
    let head = style.text(texts.responsible + ":", .heading)
    lines.append("\(head) \(text)")
    if !responsible.owners.isEmpty {
      let owners = responsible.owners.map { "\($0.name) (\($0.key))" }.joined(separator: ", ")
      lines.append("\(style.text(texts.owner + ":", .heading)) \(PlainLines.oneLine(owners))")
    }
  }

  // MARK: Relationships

  private func append(_ group: NodeDescription.Group, to lines: inout [String]) {
    let caption =
      group.caption.text(in: texts.language)
      ?? (group.isOutgoing ? group.type : texts.reversed(group.type))
    let arrow = group.isOutgoing ? "→" : "←"
    lines.append("")
    lines.append(
      "\(style.text("\(arrow) \(caption)", .heading)) \(style.text("\(group.type), \(group.relationships.count)", .faint))"
    )
    for relationship in group.relationships { lines.append("  " + line(relationship)) }
  }

  private func line(_ relationship: NodeDescription.Relationship) -> String {
    let other = relationship.other
    var text = PlainLines.oneLine(other.name)
    text += style.text("  \(kind(other.kind)) \(PlainLines.oneLine(other.key))", .faint)
    let properties = relationship.properties.map {
      "\($0.caption.text(in: texts.language) ?? $0.property): \(self.text(of: $0))"
    }
    if !properties.isEmpty { text += PlainLines.oneLine("  " + properties.joined(separator: "; ")) }
    if relationship.provenance.isInferred { text += style.text("  [\(texts.inferred)]", .doubtful) }
    return text
  }
}
