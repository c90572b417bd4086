import CypherSemantics
import CypherSyntax
import Diagnostics
import GraphModel

extension Evaluator {
  func call(
    _ function: ScalarFunction, _ arguments: [BoundExpression], row: Int, of batch: RowBatch, at span: SourceSpan
  ) throws(EvaluationError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      let value = try value(argument, row: row, of: batch)
      if value.isNull, function.propagatesNull { return .null }
      values.append(value)
    }
    do {
      return try function.implementation(run.context, values)
    } catch {
      throw error.located(at: span)
    }
  }

  /// The items of a list; `nil` for null.
  func listItems(
    _ expression: BoundExpression, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> [Value]? {
    switch try value(expression, row: row, of: batch) {
    case .list(let items): return items
    case .null: return nil
    case let other:
      throw EvaluationError.invalidArgument(other, expected: "a list", in: "this").located(at: expression.span)
    }
  }

  func element(of base: Value, at index: Value) throws(EvaluationError) -> Value {
    switch (base, index) {
    case (.null, _), (_, .null): return .null
    case (.list(let items), .integer(let position)):
      let offset = position < 0 ? Int64(items.count) + position : position
      return offset >= 0 && offset < Int64(items.count) ? items[Int(offset)] : .null
    case (.list, _):
      throw .type("ListElementAccessByNonInteger", "a list is indexed by an integer, not \(index.typeName)")
    case (.map(let map), .string(let key)): return map[key] ?? .null
    case (.node(let node), .string(let key)):
      try run.context.requireLive(node)
      if key == "key" { run.context.ensureKey(of: node) }
      return graph.property(key, of: node)
    case (.relationship(let relationship), .string(let key)):
      try run.context.requireLive(relationship)
      return graph.property(key, of: relationship)
    case (.map, _), (.node, _), (.relationship, _):
      throw .type("MapElementAccessByNonString", "properties are named by a text, not \(index.typeName)")
    default: throw .type("InvalidArgumentType", "\(base.typeName) cannot be indexed")
    }
  }

  func slice(
    _ base: BoundExpression, _ from: BoundExpression?, _ to: BoundExpression?, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> Value {
    guard let items = try listItems(base, row: row, of: batch) else { return .null }
    func bound(_ expression: BoundExpression?, default fallback: Int) throws(EvaluationError) -> Int? {
      guard let expression else { return fallback }
      switch try value(expression, row: row, of: batch) {
      case .null: return nil
      case .integer(let position):
        let offset = position < 0 ? Int64(items.count) + position : position
        return Int(Swift.min(Swift.max(offset, 0), Int64(items.count)))
      case let other:
        throw EvaluationError.invalidArgument(other, expected: "integers", in: "a slice").located(at: expression.span)
      }
    }
    guard let lower = try bound(from, default: 0), let upper = try bound(to, default: items.count) else {
      return .null
    }
    return .list(lower < upper ? Array(items[lower..<upper]) : [])
  }

  func conditional(
    _ subject: BoundExpression?, _ branches: [BoundExpression.Branch], _ otherwise: BoundExpression?, row: Int,
    of batch: RowBatch
  ) throws(EvaluationError) -> Value {
    if let subject {
      let wanted = try value(subject, row: row, of: batch)
      for branch in branches where try wanted.equality(with: value(branch.condition, row: row, of: batch)) == true {
        return try value(branch.result, row: row, of: batch)
      }
    } else {
      for branch in branches where try truth(branch.condition, row: row, of: batch) == true {
        return try value(branch.result, row: row, of: batch)
      }
    }
    guard let otherwise else { return .null }
    return try value(otherwise, row: row, of: batch)
  }

  func comprehension(
    _ local: Local, _ list: BoundExpression, _ filter: BoundExpression?, _ result: BoundExpression?, row: Int,
    of batch: RowBatch
  ) throws(EvaluationError) -> Value {
    guard let items = try listItems(list, row: row, of: batch) else { return .null }
    var values: [Value] = []
    var growing = GrowingValues(run)
    for item in items {
      try run.budget.check()
      run.locals[local.number] = item
      if let filter, try truth(filter, row: row, of: batch) != true { continue }
      guard let result else {
        values.append(item)
        continue
      }
      let value = try value(result, row: row, of: batch)
      try growing.add(value)
      values.append(value)
    }
    return .list(values)
  }

  /// Measures lists and maps that are put into another one: what is shared within counts as often as whoever prints or
  /// compares it has to look at it.
  func requireRoom(forNested values: some Collection<Value>) throws(EvaluationError) {
    guard run.budget.limitsMemory, values.contains(where: \.isNested) else { return }
    var growing = GrowingValues(run)
    for value in values { try growing.add(value) }
  }

  /// Measures a value that grows step by step, whenever it has grown by half.
  func requireRoom(for value: Value, measuredFrom size: inout Int) throws(EvaluationError) {
    let count: Int
    switch value {
    case .list(let items): count = items.count
    case .string(let text): count = text.utf8.count
    case .map(let members): count = members.count
    default: return
    }
    guard count > size else { return }
    size = count + count / 2
    var growing = GrowingValues(run)
    try growing.add(value)
  }

  /// Quantifiers in three-valued logic: an item whose condition is unknown may tip the answer to unknown.
  func quantify(
    _ kind: QuantifierKindSyntax, _ local: Local, _ list: BoundExpression, _ filter: BoundExpression, row: Int,
    of batch: RowBatch
  ) throws(EvaluationError) -> Value {
    guard let items = try listItems(list, row: row, of: batch) else { return .null }
    var (trueCount, falseCount, unknownCount) = (0, 0, 0)
    for item in items {
      try run.budget.check()
      run.locals[local.number] = item
      switch try truth(filter, row: row, of: batch) {
      case true?: trueCount += 1
      case false?: falseCount += 1
      case nil: unknownCount += 1
      }
    }
    switch kind {
    case .all: return falseCount > 0 ? false : (unknownCount > 0 ? .null : true)
    case .any: return trueCount > 0 ? true : (unknownCount > 0 ? .null : false)
    case .none: return trueCount > 0 ? false : (unknownCount > 0 ? .null : true)
    case .single: return trueCount > 1 ? false : (unknownCount > 0 ? .null : .boolean(trueCount == 1))
    }
  }

  func project(
    _ base: BoundExpression, _ items: [BoundExpression.MapProjectionItem], row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> Value {
    let owner = try value(base, row: row, of: batch)
    if owner.isNull { return .null }
    var map: [String: Value] = [:]
    for item in items {
      switch item {
      case .allProperties:
        if case .node(let node) = owner { run.context.ensureKey(of: node) }
        let own: [String: Value] =
          switch owner {
          case .node(let node): graph.data(of: node).properties
          case .relationship(let relationship): graph.data(of: relationship).properties
          case .map(let map): map
          default: [:]
          }
        map.merge(own) { $1 }
      case .entry(let entry): map[entry.key] = try value(entry.value, row: row, of: batch)
      }
    }
    try requireRoom(forNested: map.values)
    return .map(map)
  }

  /// Puts a path together; null if an element is missing.
  func path(start: Slot, steps: [Slot], row: Int, of batch: RowBatch) -> Value {
    guard let first = batch[start].node(at: row) else { return .null }
    var nodes = [first]
    var relationships: [RelationshipIndex] = []
    func add(_ relationship: RelationshipIndex) {
      let (from, to) = (graph.start(of: relationship), graph.end(of: relationship))
      relationships.append(relationship)
      nodes.append(from == nodes[nodes.count - 1] ? to : from)
    }
    for step in steps {
      switch batch[step][row] {
      case .relationship(let relationship): add(relationship)
      case .list(let items):
        for item in items { if case .relationship(let relationship) = item { add(relationship) } }
      default: return .null
      }
    }
    return .path(Path(nodes: nodes, relationships: relationships))
  }
}
