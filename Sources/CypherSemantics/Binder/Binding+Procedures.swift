import CypherSyntax
import Diagnostics
import GraphModel

extension Binding {
  /// - Parameter isStandalone: whether the call is the whole query, so that it may leave out arguments and YIELD.
  /// - Returns: the clause, what YIELD … WHERE asks, and the slots and names that it gives.
  func bindCall(
    _ call: ProcedureCallSyntax, isStandalone: Bool, scope: inout Scope
  ) -> (clause: BoundClause?, output: [(name: String, slot: Slot)]) {
    let name = call.name.map(\.text).joined(separator: ".")
    guard let procedure = options.procedures.procedure(named: name) else {
      report(
        "unknown-procedure", "no procedure is called '\(name)'", at: call.name.first?.span ?? call.span,
        detail: "ProcedureNotFound", type: "ProcedureError",
        hint: NameSuggestion.hint(for: name, among: options.procedures.all.map(\.name)))
      for item in call.yield?.items ?? [] {
        let field = item.alias ?? item.field
        scope[field.text] = Scope.Variable(place: .slot(newSlot(field.text, .any)), type: .any)
      }
      return (nil, [])
    }
    if procedure.mode == .write { isWriting = true }
    let arguments = bindArguments(call, of: procedure, isStandalone: isStandalone, scope: scope)
    let output = bindYield(call, of: procedure, isStandalone: isStandalone, scope: &scope)
    let condition = call.yield?.condition.map { bindPredicate($0, in: scope) }
    let bound = BoundCall(
      isOptional: call.isOptional, procedure: procedure, arguments: arguments,
      outputs: output.map { ($0.field, $0.slot) }, condition: condition)
    return (.call(bound), output.map { ($0.name, $0.slot) })
  }

  private func bindArguments(
    _ call: ProcedureCallSyntax, of procedure: Procedure, isStandalone: Bool, scope: Scope
  ) -> [BoundExpression] {
    guard let given = call.arguments else {
      if !isStandalone {
        report(
          "implicit-arguments", "inside a query a procedure's arguments must be written out", at: call.span,
          detail: "InvalidArgumentPassingMode", hint: "write \(procedure.name)(…)")
      }
      return procedure.inputs.map { BoundExpression(.parameter($0.name), type: .any, span: call.span) }
    }
    let arguments = given.map { bind($0, in: scope) }
    let arity = procedure.arity
    guard arity.contains(arguments.count) else {
      let wanted = arity.count == 1 ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
      report(
        "wrong-argument-count", "\(procedure.name) takes \(wanted) arguments, not \(arguments.count)",
        at: call.span, detail: "InvalidNumberOfArguments", hint: procedure.signature)
      return []
    }
    for (argument, input) in zip(arguments, procedure.inputs) {
      // An integer will do where a float is wanted.
      let wanted = input.type.members.contains(.float) ? input.type.members.union(.integer) : input.type.members
      require(argument, wanted, in: procedure.name, expected: input.type.description)
    }
    let defaults = procedure.inputs.dropFirst(arguments.count).map { input in
      BoundExpression(.constant(input.defaultValue ?? .null), type: input.type, span: call.span)
    }
    return arguments + defaults
  }

  private func bindYield(
    _ call: ProcedureCallSyntax, of procedure: Procedure, isStandalone: Bool, scope: inout Scope
  ) -> [(name: String, field: Int, slot: Slot)] {
    var output: [(name: String, field: Int, slot: Slot)] = []
    func add(_ name: String, field: Int, at span: SourceSpan) {
      if scope[name] != nil { alreadyBound(name, at: span) }
      let slot = newSlot(name, procedure.outputs[field].type)
      scope[name] = Scope.Variable(place: .slot(slot), type: procedure.outputs[field].type)
      output.append((name, field, slot))
    }
    guard let yield = call.yield, !yield.includesAll else {
      if call.yield != nil, !isStandalone {
        report(
          "yield-all", "YIELD * can only follow a call that is the whole query", at: call.span,
          detail: "UnexpectedSyntax", hint: "name the fields: \(procedure.signature)")
      }
      if call.yield == nil, !isStandalone, !procedure.outputs.isEmpty {
        report(
          "yield-required", "inside a query the fields of a procedure must be named with YIELD", at: call.span,
          detail: "UndefinedVariable", hint: procedure.signature)
      }
      for field in procedure.outputs.indices { add(procedure.outputs[field].name, field: field, at: call.span) }
      return output
    }
    for item in yield.items {
      guard let field = procedure.outputs.firstIndex(where: { $0.name == item.field.text }) else {
        report(
          "unknown-field", "\(procedure.name) gives no field '\(item.field.text)'", at: item.field.span,
          detail: "UndefinedVariable",
          hint: NameSuggestion.hint(for: item.field.text, among: procedure.outputs.map(\.name)))
        continue
      }
      add((item.alias ?? item.field).text, field: field, at: (item.alias ?? item.field).span)
    }
    return output
  }
}
