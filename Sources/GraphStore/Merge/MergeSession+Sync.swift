import Diagnostics
import GraphModel

extension MergeSession {
  /// Removes the nodes and relationships of the loaded kinds and types that no file has.
  func removeWhatNoFileHas() throws {
    let loadedSets = Set(kindPlans.values.filter(\.isLoaded).map(\.labelSet))
    let isGone = nodes.entries.map { $0.place.isNone && loadedSets.contains($0.labelSet) }
    let anyGone = isGone.contains(true)
    if anyGone || typePlans.values.contains(where: \.isLoaded) { try readRelationships() }

    let plansByNumber = Dictionary(typePlans.values.map { (UInt32(clamping: $0.number), $0) }) { first, _ in first }
    for entry in relationships.entries {
      let plan = plansByNumber[entry.key.type]
      if let plan, plan.isLoaded, entry.place.isNone {
        plan.count.removed += 1
        if !collector.hasErrors, let stored = relationships.stored(entry) {
          try writer.deleteRelationship(id: stored.id)
        }
      } else if anyGone {
        for end in Set([entry.key.start, entry.key.end]) where isGone[Int(end)] { reportStillNeeded(end, entry) }
      }
    }
    for (number, entry) in nodes.entries.enumerated() where isGone[number] {
      kindPlan(kindName(entry.labelSet))?.count.removed += 1
      if !collector.hasErrors { try writer.deleteNode(id: entry.id) }
    }
  }

  private func reportStillNeeded(_ node: UInt32, _ entry: MergedRelationships.Entry) {
    let type = names.types[Int64(entry.key.type)] ?? ""
    let relationship =
      "\(type) from '\(nodes.key(Int(entry.key.start)))' to '\(nodes.key(Int(entry.key.end)))'"
    collector.add(
      Diagnostic(
        id: "still-referenced",
        message: "'\(nodes.key(Int(node)))' is in no file, but \(relationship) (in \(placeText(entry.place))) needs it",
        place: place(entry.place)?.diagnosticPlace(),
        hint: "load the files of \(type) too, or keep the node"))
  }
}
