import CypherSyntax
import Diagnostics
import GraphModel

/// Puts the operators of a plan into words: what each is called, and what it works on.
struct PlanText {
  let query: PlannedQuery
  private let expressions: ExpressionText

  init(query: PlannedQuery) {
    self.query = query
    expressions = ExpressionText(slots: query.slots, names: query.names)
  }

  func describe(_ plan: LogicalPlan) -> (name: String, details: String) {
    switch plan {
    case .argument(let imports): ("Argument", imports.map { name($0.slot) }.joined(separator: ", "))
    case .nodeScan(_, let scan):
      (
        scan.isCount ? "NodeCount" : scan.label == nil ? "AllNodesScan" : "NodeByLabelScan",
        "(\(scan.isCount ? "" : name(scan.slot))\(label(scan.label)))"
          + (scan.isCount ? " AS " + name(scan.slot) : conditions(scan.conditions))
      )
    case .nodeSeek(_, let seek): ("NodeIndexSeek", self.seek(seek))
    case .expand(_, let expand):
      (
        expand.count != nil ? "RelationshipCount" : expand.isInto ? "ExpandInto" : "Expand",
        step(
          expand.from, expand.to, expand.direction, relationship(expand.relationship, expand.types),
          ends: expand.count?.ends)
          + (expand.count.map { " AS " + name($0.slot) } ?? conditions(expand.conditions) + dropped(expand))
      )
    case .expandVariable(_, let expand):
      (
        expand.isReachability ? "Reachability" : "VariableLengthExpand",
        step(
          expand.from, expand.to, expand.direction,
          relationship(expand.relationships, expand.types, expand.length, expand.stepConditions),
          ends: expand.endLabels)
          + (expand.isReachability || expand.isListRead ? "" : " without lists") + (expand.isCounted ? " counted" : "")
          + conditions(expand.endConditions)
      )
    case .followList(_, let follow):
      ("FollowList", step(follow.from, follow.to, follow.direction, name(follow.relationships)))
    case .repeatPath(_, let repetition): describe(repetition)
    case .searchPaths(_, let search): describe(search)
    case .filter(_, let condition): ("Filter", expressions.text(condition))
    case .project(_, let items): ("Project", items.map(expressions.text).joined(separator: ", "))
    case .keep(_, let slots): ("Keep", slots.map(expressions.column).joined(separator: ", "))
    case .aggregate(_, let keys, let aggregates): ("Aggregate", aggregation(keys, aggregates))
    case .reachCount(_, let count): ("ReachCount", reachCount(count))
    case .distinct(_, let slots): ("Distinct", slots.map(expressions.column).joined(separator: ", "))
    case .sort(_, let keys): ("Sort", expressions.text(keys))
    case .top(_, let keys, let skip, let limit):
      (
        "Top",
        "\(skip.map { expressions.text($0) + " + " } ?? "")\(expressions.text(limit)) by \(expressions.text(keys))"
      )
    case .skip(_, let count): ("Skip", expressions.text(count))
    case .limit(_, let count): ("Limit", expressions.text(count))
    case .unwind(_, let list, let slot): ("Unwind", "\(expressions.text(list)) AS \(name(slot))")
    case .loadCSV(_, let load): ("LoadCSV", "\(expressions.text(load.url)) AS \(name(load.row))")
    case .call(_, let call): ("ProcedureCall", self.call(call))
    case .apply(_, _, let apply):
      (apply.isOptional ? "OptionalApply" : "Apply", apply.outputs.map(expressions.column).joined(separator: ", "))
    case .pipe: ("Pipe", "")
    case .restore(_, let slots): ("Restore", slots.map(expressions.column).joined(separator: ", "))
    case .forEach(_, let loop, _): ("Foreach", "\(name(loop.slot)) IN \(expressions.text(loop.list))")
    case .optional(_, _, let slots):
      ("Optional", slots.filter { query.slots[$0.number].name != nil }.map(name).joined(separator: ", "))
    case .union(let branches, let output):
      ("Union", "\(branches.count) parts: \(output.map(expressions.column).joined(separator: ", "))")
    case .eager: ("Eager", "")
    case .create(_, let create): ("Create", pattern(create))
    case .merge(_, let merge, _): ("Merge", pattern(merge.create))
    case .set(_, let items): ("Set", items.map(text).joined(separator: ", "))
    case .delete(_, let items, let isDetaching):
      (isDetaching ? "DetachDelete" : "Delete", items.map(expressions.text).joined(separator: ", "))
    }
  }

  // MARK: Parts

  func name(_ slot: Slot) -> String { expressions.name(slot) }

  private func label(_ label: LabelName?) -> String {
    label.map { ":" + QueryPrinter.quoted(query.names.text(of: $0)) } ?? ""
  }

  private func seek(_ seek: LogicalPlan.NodeSeek) -> String {
    let property = "\(name(seek.slot)).\(QueryPrinter.quoted(query.names.text(of: seek.property)))"
    let found = "\(property) \(seek.isList ? "IN" : "=") \(expressions.text(seek.value))"
    return seek.label == nil ? found : "(\(name(seek.slot))\(label(seek.label))) \(found)"
  }

  /// What stands in the brackets: `r:A|B*1..3`; a name only where the query gave one.
  private func relationship(
    _ slot: Slot, _ types: [TypeName]?, _ length: BoundPattern.Length? = nil, _ conditions: [BoundExpression] = []
  ) -> String {
    var text = query.slots[slot.number].name.map(QueryPrinter.quoted) ?? ""
    if let types {
      text += ":" + types.map { QueryPrinter.quoted(query.names.text(of: $0)) }.joined(separator: "|")
    }
    if let length { text += "*\(length.lower)..\(length.upper.map(String.init) ?? "")" }
    if !conditions.isEmpty { text += " WHERE " + conditions.map(expressions.text).joined(separator: " AND ") }
    return text
  }

  func conditions(_ conditions: [BoundExpression]) -> String {
    conditions.isEmpty ? "" : " WHERE " + conditions.map(expressions.text).joined(separator: " AND ")
  }

  /// The named ones of the step's own variables that nobody reads after it.
  private func dropped(_ expand: LogicalPlan.Expand) -> String {
    guard let carried = expand.carried else { return "" }
    let dropped = [expand.from, expand.relationship, expand.to].filter {
      !carried.contains($0) && query.slots[$0.number].name != nil
    }
    return dropped.isEmpty ? "" : ", dropping " + dropped.map(name).joined(separator: ", ")
  }

  private func step(
    _ from: Slot, _ to: Slot, _ direction: RelationshipPatternSyntax.Direction, _ relationship: String,
    ends labels: BoundLabelExpression? = nil
  ) -> String {
    let (left, right) = ends(of: direction)
    let end = labels.map {
      expressions.text(
        BoundExpression(
          .hasLabels(.init(.slot(to), type: .node, span: .init(at: 0)), $0), type: .boolean, span: .init(at: 0)))
    }
    return "(\(name(from)))\(left)[\(relationship)]\(right)(\(end ?? name(to)))"
  }

  /// `:A|B`, as behind a node's name.
  func text(_ labels: BoundLabelExpression?) -> String { labels.map { ":" + expressions.label($0) } ?? "" }

  func ends(of direction: RelationshipPatternSyntax.Direction) -> (left: String, right: String) {
    switch direction {
    case .leftToRight: ("-", "->")
    case .rightToLeft: ("<-", "-")
    case .either: ("-", "-")
    }
  }

  private func aggregation(_ keys: [BoundProjection.Item], _ aggregates: [LogicalPlan.Aggregate]) -> String {
    let calls = aggregates.map { aggregate in
      "\(expressions.text(aggregate.call)) AS \(name(aggregate.slot))"
    }
    let by = keys.map(expressions.text).joined(separator: ", ")
    return [calls.joined(separator: ", "), by.isEmpty ? "" : "by \(by)"].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func reachCount(_ count: LogicalPlan.ReachCount) -> String {
    let expand = count.expand
    let walk = step(
      expand.from, expand.to, expand.direction, relationship(expand.relationships, expand.types, expand.length))
    let labels = count.labels.map { "\(name(expand.to)):\(expressions.label($0))" }
    return ([aggregation(count.keys, count.counts), walk] + labels).joined(separator: ", ")
  }

  private func call(_ call: BoundCall) -> String {
    let arguments = call.arguments.map(expressions.text).joined(separator: ", ")
    let outputs = call.outputs.map { output in
      let field = call.procedure.outputs[output.field].name
      return field == name(output.slot) ? field : "\(field) AS \(name(output.slot))"
    }
    return "\(call.procedure.name)(\(arguments))"
      + (outputs.isEmpty ? "" : " YIELD " + outputs.joined(separator: ", "))
  }

  private func pattern(_ create: BoundCreate) -> String {
    func map(_ properties: BoundExpression?) -> String { properties.map { " " + expressions.text($0) } ?? "" }
    let nodes = create.nodes.map { node in
      "(\(name(node.slot))\(node.labels.map { ":" + QueryPrinter.quoted($0) }.joined())\(map(node.properties)))"
    }
    let relationships = create.relationships.map { relationship in
      let type = QueryPrinter.quoted(relationship.type)
      return "(\(name(relationship.from)))-[:\(type)\(map(relationship.properties))]->(\(name(relationship.to)))"
    }
    return (nodes + relationships).joined(separator: ", ")
  }

  private func text(_ item: BoundSetItem) -> String {
    switch item {
    case .property(let owner, let property, let value):
      "\(expressions.text(owner)).\(QueryPrinter.quoted(property)) = \(expressions.text(value))"
    case .replaceProperties(let slot, let value): "\(name(slot)) = \(expressions.text(value))"
    case .mergeProperties(let slot, let value): "\(name(slot)) += \(expressions.text(value))"
    case .addLabels(let slot, let labels):
      "\(name(slot))" + labels.map { ":" + QueryPrinter.quoted($0) }.joined()
    case .removeLabels(let slot, let labels):
      "REMOVE \(name(slot))" + labels.map { ":" + QueryPrinter.quoted($0) }.joined()
    }
  }
}
