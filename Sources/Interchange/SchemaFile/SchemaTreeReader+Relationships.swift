import Diagnostics
import GraphModel
import Yams

extension SchemaTreeReader {
  mutating func readRelationshipTypes(_ node: Node, kinds: [String]) -> [RelationshipType] {
    if Self.isNull(node) { return [] }
    guard let entries = mapping(node, of: "'relationships'", expected: "names of relationship types to what they are")
    else {
      reading.mayLackTypes = true
      return []
    }
    var types: [RelationshipType] = []
    for entry in entries {
      guard isUsable(entry, as: "a relationship type", isFileName: true) else {
        reading.mayLackTypes = true
        continue
      }
      types.append(readRelationshipType(entry, kinds: kinds))
    }
    return types
  }

  private mutating func readRelationshipType(_ entry: YAMLEntry, kinds: [String]) -> RelationshipType {
    // Where an end cannot be read, any kind may stand there: the data are not to blame.
    var type = RelationshipType(name: entry.name, from: kinds, to: kinds)
    guard let parts = mapping(entry.value, of: "relationship type '\(type.name)'", expected: "'from', 'to' and more")
    else {
      reading.incompleteTypes.insert(TextKey(type.name))
      return type
    }
    let words = ["from", "to", "caption", "inverse", "description", "dependent", "impact", "identity", "properties"]
    let misspelt = check(parts, words: words, in: "a relationship type")
    var isComplete = !misspelt.contains("properties")
    for end in ["from", "to"] where !misspelt.contains(end) && !parts.contains(where: { $0.name == end }) {
      report(
        "missing-end", "relationship type '\(type.name)' does not say which kinds it runs \(end)", at: entry.key,
        hint: "add '\(end): <Kind>'")
    }
    for part in parts {
      switch part.name {
      case "from": type.from = readEnd(part, kinds: kinds)
      case "to": type.to = readEnd(part, kinds: kinds)
      case "caption": type.caption = caption(part.value, of: "a caption")
      case "inverse": type.inverseCaption = caption(part.value, of: "an inverse caption")
      case "description": type.description = caption(part.value, of: "a description")
      case "dependent": type.dependentEnd = readDependentEnd(part.value) ?? .from
      case "impact": type.impact = readImpact(part.value)
      case "properties":
        let properties = readProperties(part.value, reserved: ["from", "to"])
        type.properties = properties.definitions
        isComplete = isComplete && properties.isComplete
      default: break
      }
    }
    if !isComplete { reading.incompleteTypes.insert(TextKey(type.name)) }
    if let identity = parts.first(where: { $0.name == "identity" }) { readIdentity(identity.value, into: &type) }
    return type
  }

  private mutating func readEnd(_ part: YAMLEntry, kinds: [String]) -> [String] {
    guard let items = items(part.value, of: "'\(part.name)'") else { return kinds }
    if items.isEmpty {
      report("missing-end", "'\(part.name)' names no kind", at: part.value)
      return kinds
    }
    var names: [String] = []
    var isSound = true
    for item in items {
      guard let name = text(item, of: "a kind") else {
        isSound = false
        continue
      }
      if !kinds.contains(where: { $0.isIdenticalText(to: name) }) {
        isSound = false
        if !reading.mayLackKinds {
          report(
            "unknown-kind", "no kind is called '\(name.shortened)'", at: item,
            hint: NameSuggestion.hint(for: name, among: kinds))
        }
      } else if names.contains(where: { $0.isIdenticalText(to: name) }) {
        report("duplicate-value", "'\(name)' is listed twice", at: document.place(of: item), severity: .warning)
      } else {
        names.append(name)
      }
    }
    return isSound ? names : kinds
  }

  private mutating func readDependentEnd(_ node: Node) -> RelationshipType.DependentEnd? {
    guard let word = text(node, of: "'dependent'") else { return nil }
    if let end = RelationshipType.DependentEnd(rawValue: word) { return end }
    report("wrong-value", "the dependent end is 'from' or 'to', and here stands '\(word.shortened)'", at: node)
    return nil
  }

  private mutating func readImpact(_ node: Node) -> ImpactTable {
    guard let entries = mapping(node, of: "'impact'", expected: "states to effects, such as {retired: broken},") else {
      return ImpactTable([:])
    }
    let states = ImpactState.allCases.map(\.name)
    let effects = states.filter { $0 != ImpactState.retired.name } + [ImpactTable.unownedWord]
    var unowned: Node?
    var table: [ImpactState: ImpactState] = [:]
    var nodes: [ImpactState: Node] = [:]
    for entry in entries {
      let state = ImpactState(name: entry.name)
      if state == nil {
        report(
          "unknown-state", "there is no state '\(entry.name.shortened)'", at: entry.key,
          hint: NameSuggestion.hint(for: entry.name, among: states) ?? "the states are \(Self.list(states))")
      }
      guard let word = text(entry.value, of: "an effect") else { continue }
      if word == ImpactState.retired.name {
        report(
          "unknown-effect", "an effect is never 'retired': only the scenario retires", at: entry.value,
          hint: "the worst effect is 'broken'")
      } else if word == ImpactTable.unownedWord {
        guard let state else { continue }
        if state == .retired {
          unowned = entry.value
        } else {
          report(
            "unknown-effect", "'\(state.name)' leaves nothing unowned: only what is retired does", at: entry.value,
            hint: "write 'retired: unowned'")
        }
      } else if let effect = ImpactState(name: word) {
        guard let state else { continue }
        table[state] = effect
        nodes[state] = entry.value
      } else {
        report(
          "unknown-effect", "there is no effect '\(word.shortened)'", at: entry.value,
          hint: NameSuggestion.hint(for: word, among: effects) ?? "the effects are \(Self.list(effects))")
      }
    }
    if let unowned {
      if !table.isEmpty {
        report(
          "contradicting-impact", "'retired: unowned' stands alone: nothing passes on from what is left unowned",
          at: unowned, hint: "give one of the effects to a relationship type of its own")
      }
      return .unowned
    }
    return rising(table, at: nodes)
  }

  /// The table as far as its effects do not fall; a report for each entry that does.
  private mutating func rising(_ table: [ImpactState: ImpactState], at nodes: [ImpactState: Node]) -> ImpactTable {
    var sound: [ImpactState: ImpactState] = [:]
    var worst: (state: ImpactState, effect: ImpactState)?
    for state in ImpactState.allCases {
      guard let effect = table[state] else { continue }
      if let worst, effect < worst.effect {
        report(
          "falling-impact",
          "'\(state.name)' has the effect '\(effect.name)', and the lesser state '\(worst.state.name)' has '\(worst.effect.name)'",
          at: nodes[state].map { document.place(of: $0) } ?? document.place(line: 1, column: 1),
          hint: "effects never fall as states rise")
        continue
      }
      sound[state] = effect
      worst = (state, effect)
    }
    return ImpactTable(sound)
  }

  private mutating func readIdentity(_ node: Node, into type: inout RelationshipType) {
    guard let items = items(node, of: "'identity'") else { return }
    for item in items {
      guard let name = text(item, of: "a property") else { continue }
      if type.property(named: name) == nil {
        if reading.incompleteTypes.contains(TextKey(type.name)) { continue }
        report(
          "unknown-property", "relationship type '\(type.name)' has no property '\(name.shortened)'", at: item,
          hint: NameSuggestion.hint(for: name, among: type.properties.map(\.name)))
      } else if type.identity.contains(where: { $0.isIdenticalText(to: name) }) {
        report("duplicate-value", "'\(name)' is listed twice", at: document.place(of: item), severity: .warning)
      } else {
        type.identity.append(name)
      }
    }
  }
}
