import CypherSyntax
import GraphModel

/// Writes bound expressions as the query language would, for people who read a plan.
///
/// What the query does not name gets a name that cannot be written, such as `_3` or `item`.
struct ExpressionText {
  let slots: [SlotInfo]
  let names: QueryNames

  /// How strongly an expression binds; an operand that binds less strongly stands in parentheses.
  private enum Strength: Int, Comparable {
    case or, xor, and, not, comparison, predicate, sum, product, power, sign, postfix

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  func name(_ slot: Slot) -> String {
    slots[slot.number].name.map(QueryPrinter.quoted) ?? "_\(slot.number)"
  }

  func text(_ expression: BoundExpression) -> String {
    switch expression.kind {
    case .constant(let value): return ExpressionText.literal(value)
    case .parameter(let name): return "$\(name)"
    case .slot(let slot): return name(slot)
    case .local(let local): return variable(local)
    case .property(let base, let property):
      return "\(text(base, .postfix)).\(QueryPrinter.quoted(names.text(of: property)))"
    case .element(let base, let index): return "\(text(base, .postfix))[\(text(index))]"
    case .slice(let base, let from, let to):
      return "\(text(base, .postfix))[\(from.map(text) ?? "")..\(to.map(text) ?? "")]"
    case .list(let items): return "[\(list(items))]"
    case .map(let entries): return "{\(self.entries(entries))}"
    case .not, .negate, .and, .or, .binary, .comparison, .isNull: return operation(expression)
    case .hasLabels(let base, let labels): return "\(text(base, .postfix)):\(label(labels))"
    case .call(let reference, let arguments): return "\(reference.function.name)(\(list(arguments)))"
    case .aggregate(let call): return text(call)
    case .conditional(let subject, let branches, let otherwise):
      let cases = branches.map { " WHEN \(text($0.condition)) THEN \(text($0.result))" }.joined()
      return "CASE\(subject.map { " " + text($0) } ?? "")\(cases)\(otherwise.map { " ELSE " + text($0) } ?? "") END"
    case .listComprehension, .quantifier, .reduce: return iteration(expression)
    case .mapProjection(let base, let items):
      let parts = items.map { item in
        switch item {
        case .allProperties: ".*"
        case .entry(let entry): "\(entry.key): \(text(entry.value))"
        }
      }
      return "\(text(base, .postfix)) {\(parts.joined(separator: ", "))}"
    case .path(let start, let steps): return "path(\(([start] + steps).map(name).joined(separator: ", ")))"
    case .isAcyclic(let start, let steps): return "acyclic(\(([start] + steps).map(name).joined(separator: ", ")))"
    case .subquery(let reference):
      switch reference.answer {
      case .exists: return "EXISTS { … }"
      case .count: return "COUNT { … }"
      case .collect: return "COLLECT { … }"
      }
    }
  }

  func text(_ call: AggregateCall) -> String {
    let arguments = ([call.argument].compactMap(\.self) + call.furtherArguments).map(text)
    let inside = arguments.isEmpty ? "*" : arguments.joined(separator: ", ")
    return "\(call.function.name)(\(call.isDistinct ? "DISTINCT " : "")\(inside))"
  }

  /// `score DESC, n.name`
  func text(_ keys: [BoundProjection.SortKey]) -> String {
    keys.map { text($0.expression) + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
  }

  /// A column's name as the answer has it, without backquotes.
  func column(_ slot: Slot) -> String { slots[slot.number].name ?? "_\(slot.number)" }

  /// `n.name AS name`; what is called as it is written comes once.
  func text(_ item: BoundProjection.Item) -> String {
    let expression = text(item.expression)
    return expression == column(item.slot) ? expression : "\(expression) AS \(name(item.slot))"
  }

  func label(_ expression: BoundLabelExpression) -> String {
    switch expression {
    case .name(let label, _): QueryPrinter.quoted(names.text(of: label))
    case .any: "%"
    case .not(let inner): "!" + grouped(inner)
    case .and(let parts): parts.map(grouped).joined(separator: "&")
    case .or(let parts): parts.map(grouped).joined(separator: "|")
    }
  }

  private func grouped(_ expression: BoundLabelExpression) -> String {
    switch expression {
    case .and, .or: "(\(label(expression)))"
    case .name, .any, .not: label(expression)
    }
  }

  // MARK: Parts

  private func text(_ expression: BoundExpression, _ least: Strength) -> String {
    strength(of: expression) < least ? "(\(text(expression)))" : text(expression)
  }

  private func list(_ expressions: [BoundExpression]) -> String { expressions.map(text).joined(separator: ", ") }

  private func entries(_ entries: [BoundExpression.MapEntry]) -> String {
    entries.map { "\(QueryPrinter.quoted($0.key)): \(text($0.value))" }.joined(separator: ", ")
  }

  private func variable(_ local: Local) -> String { local.number == 0 ? "item" : "item\(local.number + 1)" }

  private func operation(_ expression: BoundExpression) -> String {
    switch expression.kind {
    case .not(let operand): "NOT \(text(operand, .not))"
    case .negate(let operand): "-\(text(operand, .sign))"
    case .and(let operands): operands.map { text($0, .not) }.joined(separator: " AND ")
    case .or(let operands): operands.map { text($0, .xor) }.joined(separator: " OR ")
    case .binary(let symbol, let left, let right):
      "\(text(left, strength(of: symbol))) \(symbol.rawValue) \(text(right, next(strength(of: symbol))))"
    case .comparison(let symbol, let left, let right):
      "\(text(left, .predicate)) \(symbol.rawValue) \(text(right, .predicate))"
    case .isNull(let operand, let isNegated): "\(text(operand, .sum)) IS \(isNegated ? "NOT " : "")NULL"
    default: ""
    }
  }

  private func iteration(_ expression: BoundExpression) -> String {
    switch expression.kind {
    case .listComprehension(let local, let list, let filter, let result):
      "[\(variable(local)) IN \(text(list))\(filter.map { " WHERE " + text($0) } ?? "")"
        + "\(result.map { " | " + text($0) } ?? "")]"
    case .quantifier(let kind, let local, let list, let filter):
      "\(kind.rawValue)(\(variable(local)) IN \(text(list)) WHERE \(text(filter)))"
    case .reduce(let accumulator, let initial, let local, let list, let step):
      "reduce(\(variable(accumulator)) = \(text(initial)), \(variable(local)) IN \(text(list)) | \(text(step)))"
    default: ""
    }
  }

  private func strength(of expression: BoundExpression) -> Strength {
    switch expression.kind {
    case .or: .or
    case .and: .and
    case .not: .not
    case .comparison: .comparison
    case .isNull: .predicate
    case .binary(let symbol, _, _): strength(of: symbol)
    case .negate: .sign
    default: .postfix
    }
  }

  private func strength(of symbol: BinaryOperatorSyntax) -> Strength {
    switch symbol {
    case .xor: .xor
    case .in, .startsWith, .endsWith, .contains, .matches: .predicate
    case .add, .subtract, .concatenate: .sum
    case .multiply, .divide, .modulo: .product
    case .power: .power
    }
  }

  private func next(_ strength: Strength) -> Strength { Strength(rawValue: strength.rawValue + 1) ?? .postfix }
}

extension ExpressionText {
  /// Items of a list or map that are written before the rest is only counted.
  private static let shownItems = 8

  /// A value as the query language writes it; what it cannot write comes as its text.
  static func literal(_ value: Value) -> String {
    switch value {
    case .null: return "null"
    case .string(let text):
      return "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'").replacing("\n", with: "\\n") + "'"
    case .list(let items):
      let more = items.count > shownItems ? ", … \(items.count - shownItems) more" : ""
      return "[" + items.prefix(shownItems).map(literal).joined(separator: ", ") + more + "]"
    case .map(let map):
      let keys = map.keys.sorted { $0.precedesByCodePoints($1) }
      let entries = keys.prefix(shownItems).map { "\(QueryPrinter.quoted($0)): \(literal(map[$0] ?? .null))" }
      return "{" + entries.joined(separator: ", ") + (keys.count > shownItems ? ", …" : "") + "}"
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: return "'\(value.plainText ?? "")'"
    default: return value.plainText ?? value.typeName.lowercased()
    }
  }
}
