import CypherSemantics
import Diagnostics
import GraphModel

/// `SET` and `REMOVE`.
final class SetOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let setter: PropertySetter

  init(run: QueryRun, input: any PhysicalOperator, items: [BoundSetItem]) {
    self.run = run
    self.input = input
    setter = PropertySetter(run: run, items: items)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    for row in 0..<batch.count {
      try setter.apply(row: row, of: batch)
      try run.budget.check()
    }
    return batch
  }

  func reset() { input.reset() }
}

/// Applies SET items for one row after the other.
struct PropertySetter {
  private let run: QueryRun
  private let items: [BoundSetItem]
  private let evaluator: Evaluator

  init(run: QueryRun, items: [BoundSetItem]) {
    self.run = run
    self.items = items
    evaluator = Evaluator(run)
  }

  func apply(row: Int, of batch: RowBatch) throws(EvaluationError) {
    for item in items {
      switch item {
      case .property(let owner, let name, let value):
        let element = try evaluator.value(owner, row: row, of: batch)
        let new = try evaluator.value(value, row: row, of: batch)
        try EvaluationError.locating(at: owner.span.union(value.span)) { () throws(EvaluationError) in
          try set(name, of: element, to: new)
        }
      case .replaceProperties(let slot, let value):
        let owner = batch[slot][row]
        if owner.isNull { continue }
        let new = try properties(from: value, row: row, of: batch)
        try EvaluationError.locating(at: value.span) { () throws(EvaluationError) in
          for name in properties(of: owner).keys where new[name] == nil { try set(name, of: owner, to: .null) }
          for (name, value) in new { try set(name, of: owner, to: value) }
        }
      case .mergeProperties(let slot, let value):
        let owner = batch[slot][row]
        if owner.isNull { continue }
        let new = try properties(from: value, row: row, of: batch)
        try EvaluationError.locating(at: value.span) { () throws(EvaluationError) in
          for (name, value) in new { try set(name, of: owner, to: value) }
        }
      case .addLabels(let slot, let labels):
        guard let node = batch[slot].node(at: row) else { continue }
        for label in labels where run.context.graph.addLabel(label, to: node) { run.context.counts.labelsAdded += 1 }
      case .removeLabels(let slot, let labels):
        guard let node = batch[slot].node(at: row) else { continue }
        for label in labels where run.context.graph.removeLabel(label, from: node) {
          run.context.counts.labelsRemoved += 1
        }
      }
    }
  }

  private func properties(
    from expression: BoundExpression, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> [String: Value] {
    let value = try evaluator.value(expression, row: row, of: batch)
    return try EvaluationError.locating(at: expression.span) { () throws(EvaluationError) in
      try PropertyMap.properties(value, of: "SET", in: run.context)
    }
  }

  private func properties(of owner: Value) -> [String: Value] {
    switch owner {
    case .node(let node): run.context.graph.data(of: node).properties
    case .relationship(let relationship): run.context.graph.data(of: relationship).properties
    default: [:]
    }
  }

  private func set(_ name: String, of owner: Value, to value: Value) throws(EvaluationError) {
    try PropertyMap.requireStorable(value, name: name)
    try run.budget.hold(OverlayBytes.property + run.budget.footprint.bytes(of: value))
    switch owner {
    case .null: return
    case .node(let node):
      try run.context.requireLive(node)
      count(old: run.context.graph.property(name, of: node), new: value)
      if name == "key" { run.context.noteKey(value) }
      run.context.graph.setProperty(name, of: node, to: value)
    case .relationship(let relationship):
      try run.context.requireLive(relationship)
      count(old: run.context.graph.property(name, of: relationship), new: value)
      run.context.graph.setProperty(name, of: relationship, to: value)
    default: throw .invalidArgument(owner, expected: "a node or a relationship", in: "SET")
    }
  }

  private func count(old: Value, new: Value) {
    if !new.isNull {
      run.context.counts.propertiesSet += 1
    } else if !old.isNull {
      run.context.counts.propertiesRemoved += 1
    }
  }
}
