import Diagnostics
import GraphModel

extension MergeSession {
  /// Removes the nodes and relationships of the loaded kinds and types that no file has.
  func removeWhatNoFileHas() throws {
    let loadedSets = Set(kindPlans.values.filter(\.isLoaded).map(\.labelSet))
    let isGone = nodes.entries.map { $0.place.isNone && loadedSets.contains($0.labelSet) }
    let anyGone = isGone.contains(true)
    if anyGone || typePlans.values.contains(where: \.isLoaded) { try readRelationships() }

    var needed = NeededNodes()
    let plansByNumber = Dictionary(typePlans.values.map { (UInt32(clamping: $0.number), $0) }) { first, _ in first }
    for entry in relationships.entries {
      let plan = plansByNumber[entry.key.type]
      if let plan, plan.isLoaded, entry.place.isNone {
        plan.count.removed += 1
        if !collector.hasErrors, let stored = relationships.stored(entry) {
          try writer.deleteRelationship(id: stored.id)
        }
      } else if anyGone {
        if isGone[Int(entry.key.start)] { needed.note(entry, isStart: true) }
        if isGone[Int(entry.key.end)] { needed.note(entry, isStart: false) }
      }
    }
    for found in needed.found { reportStillNeeded(found) }
    for (number, entry) in nodes.entries.enumerated() where isGone[number] {
      kindPlan(kindName(entry.labelSet))?.count.removed += 1
      if !collector.hasErrors { try writer.deleteNode(id: entry.id) }
    }
  }

  private func reportStillNeeded(_ found: NeededNodes.Found) {
    let entry = found.example
    let type = names.types[Int64(entry.key.type)] ?? ""
    let node = nodes.key(Int(found.isStart ? entry.key.start : entry.key.end))
    let relationship = "\(type) from '\(nodes.key(Int(entry.key.start)))' to '\(nodes.key(Int(entry.key.end)))'"
    let subject =
      found.count == 1 ? "a relationship \(type) needs" : "\(found.count) relationships \(type) need"
    collector.add(
      Diagnostic(
        id: "still-referenced",
        message: "\(subject) nodes at '\(found.isStart ? "from" : "to")' that are in no file, such as '\(node)': "
          + "\(relationship) (in \(placeText(entry.place)))",
        place: entry.place.isNone ? nil : place(entry.place).diagnosticPlace(),
        hint: "load the files of \(type) too, or keep the nodes"))
  }
}

/// Relationships that keep a node from being removed: one finding for each type and end.
private struct NeededNodes {
  struct Found {
    var isStart: Bool
    var example: MergedRelationships.Entry
    var count: Int
  }

  private(set) var found: [Found] = []

  mutating func note(_ entry: MergedRelationships.Entry, isStart: Bool) {
    if let known = found.firstIndex(where: { $0.isStart == isStart && $0.example.key.type == entry.key.type }) {
      found[known].count += 1
    } else {
      found.append(Found(isStart: isStart, example: entry, count: 1))
    }
  }
}
