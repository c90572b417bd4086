import CypherSyntax
import GraphModel

/// A plan as a tree to read: the operator's name, what it works on, what is below it.
public struct PlanDescription: Sendable {
  public var name: String
  public var detail: String
  public var children: [PlanDescription]
  /// Rows given and seconds spent, below included, if the plan was profiled.
  public var rows: Int?
  public var seconds: Double?

  /// The description of a query's plan.
  public init(_ query: PlannedQuery) {
    self.init(query.plan, query: query)
  }

  /// - Parameter plan: a part of the query's plan.
  init(_ plan: LogicalPlan, query: PlannedQuery) {
    let text = PlanText(query: query)
    (name, detail) = text.describe(plan)
    children = plan.inputs.map { PlanDescription($0, query: query) }
  }

  /// The tree as lines, the answer's operator first, inputs indented below.
  public var text: String {
    var lines: [String] = []
    append(to: &lines, indent: 0)
    return lines.joined(separator: "\n")
  }

  private func append(to lines: inout [String], indent: Int) {
    var line = String(repeating: "  ", count: indent) + name
    if !detail.isEmpty { line += " " + detail }
    if let rows { line += "  [\(rows) rows" + (seconds.map { ", \(PlanDescription.milliseconds($0)) ms]" } ?? "]") }
    lines.append(line)
    for child in children { child.append(to: &lines, indent: indent + 1) }
  }

  private static func milliseconds(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1_000_000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

extension LogicalPlan {
  /// The plans whose rows this one takes, in the order in which operators are made.
  public var inputs: [LogicalPlan] {
    switch self {
    case .argument: []
    case .nodeScan(let input, _), .nodeSeek(let input, _), .expand(let input, _), .expandVariable(let input, _),
      .followList(let input, _), .shortestPath(let input, _), .filter(let input, _), .project(let input, _),
      .keep(let input, _), .aggregate(let input, _, _), .distinct(let input, _), .sort(let input, _),
      .top(let input, _, _, _), .skip(let input, _), .limit(let input, _), .unwind(let input, _, _),
      .call(let input, _), .loadCSV(let input, _), .restore(let input, _),
      .eager(let input), .create(let input, _), .set(let input, _), .delete(let input, _, _):
      [input]
    case .optional(let input, let inner, _), .merge(let input, _, let inner), .apply(let input, let inner, _),
      .pipe(let input, let inner), .forEach(let input, _, let inner):
      [input, inner]
    case .union(let branches, _): branches.map(\.plan)
    }
  }
}

/// Puts a plan's parts into words.
struct PlanText {
  let query: PlannedQuery

  func describe(_ plan: LogicalPlan) -> (name: String, detail: String) {
    switch plan {
    case .argument(let imports): ("Argument", imports.isEmpty ? "" : "\(imports.count) from outside")
    case .nodeScan(_, let scan):
      (scan.label == nil ? "AllNodesScan" : "NodeByLabelScan", "(\(name(scan.slot))\(label(scan.label)))")
    case .nodeSeek(_, let seek):
      (
        "NodeIndexSeek",
        "(\(name(seek.slot))) by \(query.names.text(of: seek.property))\(seek.isList ? " in a list" : "")"
      )
    case .expand(_, let expand):
      (
        expand.isInto ? "ExpandInto" : "Expand",
        step(expand.from, expand.to, expand.direction, types: expand.types, star: "")
      )
    case .expandVariable(_, let expand):
      (
        expand.isReachability ? "Reachability" : "VariableLengthExpand",
        step(expand.from, expand.to, expand.direction, types: expand.types, star: star(expand.length))
      )
    case .followList(_, let follow): ("FollowList", "\(name(follow.relationships))")
    case .shortestPath(_, let search):
      (
        search.isAll ? "AllShortestPaths" : "ShortestPath",
        step(search.from, search.to, search.direction, types: search.types, star: star(search.length))
      )
    case .filter: ("Filter", "")
    case .project(_, let items): ("Project", items.map { name($0.slot) }.joined(separator: ", "))
    case .keep(_, let slots): ("Keep", slots.map(name).joined(separator: ", "))
    case .aggregate(_, let keys, let aggregates):
      (
        "Aggregate",
        (aggregates.map(\.call.function.name)
          + (keys.isEmpty ? [] : ["by " + keys.map { name($0.slot) }.joined(separator: ", ")])).joined(separator: " ")
      )
    case .distinct(_, let slots): ("Distinct", slots.map(name).joined(separator: ", "))
    case .sort(_, let keys): ("Sort", "\(keys.count) key\(keys.count == 1 ? "" : "s")")
    case .top(_, let keys, _, _): ("Top", "\(keys.count) key\(keys.count == 1 ? "" : "s")")
    case .skip: ("Skip", "")
    case .limit: ("Limit", "")
    case .unwind(_, _, let slot): ("Unwind", name(slot))
    case .call(_, let call): ("ProcedureCall", call.procedure.name)
    case .optional(_, _, let slots): ("Optional", slots.map(name).joined(separator: ", "))
    case .union(let branches, _): ("Union", "\(branches.count) parts")
    case .apply(_, _, let apply):
      (apply.isOptional ? "OptionalApply" : "Apply", apply.outputs.map(name).joined(separator: ", "))
    case .pipe: ("Pipe", "")
    case .restore(_, let slots): ("Restore", slots.map(name).joined(separator: ", "))
    case .loadCSV(_, let load): ("LoadCSV", name(load.row))
    case .forEach(_, let loop, _): ("Foreach", name(loop.slot))
    case .eager: ("Eager", "")
    case .create: ("Create", "")
    case .merge: ("Merge", "")
    case .set: ("Set", "")
    case .delete(_, _, let isDetaching): (isDetaching ? "DetachDelete" : "Delete", "")
    }
  }

  private func name(_ slot: Slot) -> String { query.slots[slot.number].name ?? "_\(slot.number)" }

  private func label(_ label: LabelName?) -> String { label.map { ":" + query.names.text(of: $0) } ?? "" }

  private func star(_ length: BoundPattern.Length) -> String {
    "*\(length.lower)..\(length.upper.map(String.init) ?? "")"
  }

  private func step(
    _ from: Slot, _ to: Slot, _ direction: RelationshipPatternSyntax.Direction, types: [TypeName]?, star: String
  ) -> String {
    let names = types.map { ":" + $0.map(query.names.text(of:)).joined(separator: "|") } ?? ""
    let (left, right) =
      switch direction {
      case .leftToRight: ("-", "->")
      case .rightToLeft: ("<-", "-")
      case .either: ("-", "-")
      }
    return "(\(name(from)))\(left)[\(names)\(star)]\(right)(\(name(to)))"
  }
}
