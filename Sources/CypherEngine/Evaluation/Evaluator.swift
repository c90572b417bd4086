import CypherSemantics
import CypherSyntax
import Diagnostics
import GraphModel
import Temporals

/// Computes expressions for the rows of a batch.
///
/// A copy belongs to one operator; it reads the run's graph, parameters and expression variables.
struct Evaluator {
  let run: QueryRun

  init(_ run: QueryRun) { self.run = run }

  var graph: GraphView { run.graph }

  /// The value of an expression for one row.
  func value(
    _ expression: BoundExpression, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> Value {
    switch expression.kind {
    case .constant(let value): return value
    case .slot(let slot): return batch[slot][row]
    case .local(let local): return run.locals[local.number]
    case .parameter(let name): return try parameter(name, at: expression.span)
    case .property(let base, let name):
      if case .slot(let slot) = base.kind, let node = batch[slot].node(at: row) {
        return try property(name, of: node, at: expression.span)
      }
      return try property(name, of: value(base, row: row, of: batch), at: expression.span)
    case .comparison(let op, let left, let right):
      let (x, y) = (try value(left, row: row, of: batch), try value(right, row: row, of: batch))
      return Operators.compare(op, x, y).map { .boolean($0) } ?? .null
    case .and(let operands): return try conjunction(operands, row: row, of: batch)
    case .or(let operands): return try disjunction(operands, row: row, of: batch)
    case .not(let operand):
      guard let truth = try truth(operand, row: row, of: batch) else { return .null }
      return .boolean(!truth)
    case .isNull(let operand, let isNegated):
      return .boolean(try value(operand, row: row, of: batch).isNull != isNegated)
    case .hasLabels(let operand, let labels):
      let owner = try value(operand, row: row, of: batch)
      return try located(at: expression.span) { () throws(EvaluationError) in try hasLabels(owner, labels) }
    case .binary(let op, let left, let right):
      if op == .xor {
        guard let x = try truth(left, row: row, of: batch), let y = try truth(right, row: row, of: batch) else {
          return .null
        }
        return .boolean(x != y)
      }
      let (x, y) = (try value(left, row: row, of: batch), try value(right, row: row, of: batch))
      return try located(at: expression.span) { () throws(EvaluationError) in
        op == .matches ? try run.patterns.matches(x, y, run.budget) : try Operators.apply(op, x, y, run.budget)
      }
    case .negate(let operand):
      let value = try value(operand, row: row, of: batch)
      return try located(at: expression.span) { () throws(EvaluationError) in try Operators.negate(value) }
    case .call(let reference, let arguments):
      return try call(reference.function, arguments, row: row, of: batch, at: expression.span)
    case .element(let base, let index):
      let (base, index) = (try value(base, row: row, of: batch), try value(index, row: row, of: batch))
      return try located(at: expression.span) { () throws(EvaluationError) in try element(of: base, at: index) }
    case .slice(let base, let from, let to): return try slice(base, from, to, row: row, of: batch)
    case .list(let items):
      var values: [Value] = []
      values.reserveCapacity(items.count)
      for item in items { values.append(try value(item, row: row, of: batch)) }
      try requireRoom(forNested: values)
      return .list(values)
    case .map(let entries):
      var map: [String: Value] = [:]
      for entry in entries { map[entry.key] = try value(entry.value, row: row, of: batch) }
      try requireRoom(forNested: map.values)
      return .map(map)
    case .conditional(let subject, let branches, let otherwise):
      return try conditional(subject, branches, otherwise, row: row, of: batch)
    case .listComprehension(let local, let list, let filter, let result):
      return try comprehension(local, list, filter, result, row: row, of: batch)
    case .quantifier(let kind, let local, let list, let filter):
      return try quantify(kind, local, list, filter, row: row, of: batch)
    case .reduce(let accumulator, let initial, let local, let list, let step):
      guard let items = try listItems(list, row: row, of: batch) else { return .null }
      var total = try value(initial, row: row, of: batch)
      var room = 1024
      for item in items {
        try run.budget.check()
        try requireRoom(for: total, measuredFrom: &room)
        run.locals[accumulator.number] = total
        run.locals[local.number] = item
        total = try value(step, row: row, of: batch)
      }
      return total
    case .mapProjection(let base, let items):
      return try located(at: expression.span) { () throws(EvaluationError) in
        try project(base, items, row: row, of: batch)
      }
    case .path(let start, let steps): return path(start: start, steps: steps, row: row, of: batch)
    case .isAcyclic(let start, let steps):
      guard case .path(let path) = path(start: start, steps: steps, row: row, of: batch) else { return .null }
      return .boolean(Set(path.nodes).count == path.nodes.count)
    case .subquery(let reference):
      return try run.subqueryRunner(reference.number).answer(reference.answer, row: row, of: batch)
    case .aggregate: preconditionFailure("an aggregate is computed by its operator")
    }
  }

  /// The value of a condition: `nil` is unknown.
  func truth(_ expression: BoundExpression, row: Int, of batch: RowBatch) throws(EvaluationError) -> Bool? {
    switch try value(expression, row: row, of: batch) {
    case .boolean(let flag): return flag
    case .null: return nil
    case let other:
      throw EvaluationError.invalidArgument(other, expected: "a boolean", in: "a condition").located(
        at: expression.span)
    }
  }

  /// The values of an expression for all rows.
  func column(_ expression: BoundExpression, of batch: RowBatch) throws(EvaluationError) -> Column {
    switch expression.kind {
    case .slot(let slot):
      if case .unused = batch[slot] { return .values([Value](repeating: .null, count: batch.count)) }
      return batch[slot]
    default:
      if let packed = texts(expression, of: batch) { return packed }
      var values: [Value] = []
      values.reserveCapacity(batch.count)
      var growing = GrowingValues(run)
      for row in 0..<batch.count {
        let value = try value(expression, row: row, of: batch)
        try growing.add(value)
        values.append(value)
        try run.budget.check()
      }
      return .values(values)
    }
  }

  // MARK: Names

  func parameter(_ name: String, at span: SourceSpan) throws(EvaluationError) -> Value {
    guard let value = run.context.parameter(name) else {
      throw EvaluationError(
        code: QueryErrorCode(type: "ParameterMissing", phase: .compile, detail: "MissingParameter"),
        message: "the parameter $\(name) has no value",
        hint: NameSuggestion.hint(for: name, among: run.context.parameters.keys.sorted()), span: span)
    }
    return value
  }

  private func property(
    _ name: PropertyName, of node: NodeIndex, at span: SourceSpan
  ) throws(EvaluationError) -> Value {
    do { try run.context.requireLive(node) } catch { throw error.located(at: span) }
    if name == run.keyName { run.context.ensureKey(of: node) }
    guard let key = run.key(name) else { return .null }
    return run.graph.property(key, of: node)
  }

  private func property(
    _ name: PropertyName, of owner: Value, at span: SourceSpan
  ) throws(EvaluationError) -> Value {
    switch owner {
    case .null: return .null
    case .node(let node): return try property(name, of: node, at: span)
    case .relationship(let relationship):
      do { try run.context.requireLive(relationship) } catch { throw error.located(at: span) }
      guard let key = run.key(name) else { return .null }
      return graph.property(key, of: relationship)
    case .map(let map): return map[run.query.names.text(of: name)] ?? .null
    default:
      do {
        let text = run.query.names.text(of: name)
        if let component = try TemporalComponentAccess.component(text, of: owner) { return component }
      } catch {
        throw error.located(at: span)
      }
      throw EvaluationError.type(
        "PropertyAccessOnNonMap",
        "\(owner.typeName) has no property '\(run.query.names.text(of: name))'"
      ).located(at: span)
    }
  }

  private func located(
    at span: SourceSpan, _ body: () throws(EvaluationError) -> Value
  ) throws(EvaluationError) -> Value {
    do { return try body() } catch { throw error.located(at: span) }
  }

  // MARK: Conditions

  private func conjunction(
    _ operands: [BoundExpression], row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> Value {
    var unknown = false
    for operand in operands {
      switch try truth(operand, row: row, of: batch) {
      case false?: return .boolean(false)
      case nil: unknown = true
      case true?: break
      }
    }
    return unknown ? .null : .boolean(true)
  }

  private func disjunction(
    _ operands: [BoundExpression], row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> Value {
    var unknown = false
    for operand in operands {
      switch try truth(operand, row: row, of: batch) {
      case true?: return .boolean(true)
      case nil: unknown = true
      case false?: break
      }
    }
    return unknown ? .null : .boolean(false)
  }

  func hasLabels(_ owner: Value, _ labels: BoundLabelExpression) throws(EvaluationError) -> Value {
    switch owner {
    case .null: return .null
    case .node(let node):
      try run.context.requireLive(node)
      let own = graph.labels(of: node)
      return .boolean(labels.matches(label: { run.label($0).map(own.contains) ?? false }, isEmpty: own.isEmpty))
    case .relationship(let relationship):
      let type = graph.type(of: relationship)
      return .boolean(matchesType(labels, type))
    default: throw .invalidArgument(owner, expected: "a node or a relationship", in: "a label test")
    }
  }

  private func matchesType(_ labels: BoundLabelExpression, _ type: TypeID) -> Bool {
    switch labels {
    case .name(_, let name): run.type(name) == type
    case .any: true
    case .not(let part): !matchesType(part, type)
    case .and(let parts): parts.allSatisfy { matchesType($0, type) }
    case .or(let parts): parts.contains { matchesType($0, type) }
    }
  }
}
