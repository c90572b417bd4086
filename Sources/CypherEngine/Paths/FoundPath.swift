import CypherSemantics
import GraphModel

/// A path with what each part of its pattern matched, in the order written.
struct FoundPath {
  /// One more than relationships.
  var nodes: [NodeIndex]
  var relationships: [RelationshipIndex]
  /// How many repetitions of each part.
  var counts: [Int]
}

/// Reads the variables of a pattern off a found path.
struct FoundPathReader {
  let search: PathSearch

  /// Where each part begins, and behind the last the path's length.
  func offsets(of path: FoundPath) -> [Int] {
    var offsets = [0]
    for (part, count) in zip(search.parts, path.counts) {
      offsets.append(offsets[offsets.count - 1] + count * part.body.steps.count)
    }
    return offsets
  }

  /// The relationship of a part that stands once, else the list of all.
  func relationships(ofPart part: Int, of path: FoundPath, _ offsets: [Int]) -> Value {
    let range = offsets[part]..<offsets[part + 1]
    if search.parts[part].length == nil { return .relationship(path.relationships[range.lowerBound]) }
    return .list(path.relationships[range].map { .relationship($0) })
  }

  func list(at position: PathBody.Position, ofPart part: Int, of path: FoundPath, _ offsets: [Int]) -> Value {
    let length = search.parts[part].body.steps.count
    return .list(
      (0..<path.counts[part]).map { repetition in
        let start = offsets[part] + repetition * length
        return switch position {
        case .node(let index): .node(path.nodes[start + index])
        case .step(let index): .relationship(path.relationships[start + index])
        }
      })
  }

  /// Sets the variables of conditions on a whole path.
  func setLocals(_ path: FoundPath, run: QueryRun) {
    let offsets = offsets(of: path)
    for (joint, offset) in zip(search.joints, offsets) { run.locals[joint.local.number] = .node(path.nodes[offset]) }
    for (number, part) in search.parts.enumerated() {
      if part.length == nil, part.body.steps.count == 1 {
        run.locals[part.body.steps[0].local.number] = .relationship(path.relationships[offsets[number]])
      }
      for (group, position) in part.body.groups {
        run.locals[group.local.number] = list(at: position, ofPart: number, of: path, offsets)
      }
    }
    run.locals[search.pathLocal.number] = .path(Path(nodes: path.nodes, relationships: path.relationships))
  }
}
