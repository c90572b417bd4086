import CypherSemantics
import GraphModel

/// `CREATE`: makes the pattern's nodes and relationships for each row.
final class CreateOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let writer: PatternWriter

  init(run: QueryRun, input: any PhysicalOperator, create: BoundCreate) {
    self.run = run
    self.input = input
    writer = PatternWriter(run: run, create: create)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard var batch = try input.next() else { return nil }
    for row in 0..<batch.count {
      try writer.write(row: row, of: &batch)
      try run.budget.check()
    }
    return batch
  }

  func reset() { input.reset() }
}

/// Makes a pattern for one row after the other.
struct PatternWriter {
  private let run: QueryRun
  private let create: BoundCreate
  private let evaluator: Evaluator

  init(run: QueryRun, create: BoundCreate) {
    self.run = run
    self.create = create
    evaluator = Evaluator(run)
  }

  /// Makes the pattern and sets its slots in the row.
  func write(row: Int, of batch: inout RowBatch) throws(EvaluationError) {
    for node in create.nodes {
      let properties = try properties(node.properties, row: row, of: batch)
      try run.budget.hold(OverlayBytes.created(properties, run.budget))
      let made = run.context.graph.createNode(labels: node.labels, properties: properties.map { ($0.key, $0.value) })
      run.context.counts.nodesCreated += 1
      run.context.counts.labelsAdded += Set(node.labels).count
      run.context.counts.propertiesSet += properties.count
      batch.set(.node(made), row: row, slot: node.slot)
    }
    for relationship in create.relationships {
      let properties = try properties(relationship.properties, row: row, of: batch)
      try run.budget.hold(OverlayBytes.created(properties, run.budget))
      let from = try end(relationship.from, of: relationship, row: row, of: batch)
      let to = try end(relationship.to, of: relationship, row: row, of: batch)
      let made = run.context.graph.createRelationship(
        type: relationship.type, from: from, to: to, properties: properties.map { ($0.key, $0.value) })
      run.context.counts.relationshipsCreated += 1
      run.context.counts.propertiesSet += properties.count
      batch.set(.relationship(made), row: row, slot: relationship.slot)
    }
    for path in create.paths {
      batch.set(evaluator.path(start: path.start, steps: path.steps, row: row, of: batch), row: row, slot: path.slot)
    }
  }

  private func end(
    _ slot: Slot, of relationship: BoundCreate.Relationship, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> NodeIndex {
    try EvaluationError.locating(at: relationship.span) { () throws(EvaluationError) in
      guard let node = batch[slot].node(at: row) else {
        throw .type("InvalidArgumentType", "a relationship cannot be made to null")
      }
      try run.context.requireLive(node)
      return node
    }
  }

  private func properties(
    _ expression: BoundExpression?, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> [String: Value] {
    guard let expression else { return [:] }
    let value = try evaluator.value(expression, row: row, of: batch)
    return try EvaluationError.locating(at: expression.span) { () throws(EvaluationError) in
      try PropertyMap.properties(value, of: "CREATE", in: run.context).filter { !$0.value.isNull }
    }
  }
}

extension RowBatch {
  /// Sets one value; the slot's column becomes one of plain values.
  mutating func set(_ value: Value, row: Int, slot: Slot) {
    var values: [Value]
    switch columns[slot.number] {
    case .values(let known): values = known
    case let other: values = (0..<count).map { other[$0] }
    }
    columns[slot.number] = .unused
    values[row] = value
    columns[slot.number] = .values(values)
  }
}
