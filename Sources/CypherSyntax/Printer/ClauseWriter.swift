extension SyntaxWriter {
  mutating func write(_ query: QuerySyntax, onOneLine: Bool = false) {
    switch query.mode {
    case .run: break
    case .explain: write("EXPLAIN ")
    case .profile: write("PROFILE ")
    }
    for (index, part) in query.parts.enumerated() {
      if index > 0 {
        breakLine(onOneLine)
        let isAll = index <= query.unions.count && query.unions[index - 1].isAll
        write(isAll ? "UNION ALL" : "UNION")
        breakLine(onOneLine)
      }
      for (position, clause) in part.clauses.enumerated() {
        if position > 0 { breakLine(onOneLine) }
        write(clause, onOneLine: onOneLine)
      }
    }
  }

  private mutating func breakLine(_ onOneLine: Bool) {
    if onOneLine { write(" ") } else { newLine() }
  }

  private mutating func write(_ clause: ClauseSyntax, onOneLine: Bool) {
    switch clause {
    case .match(let match):
      write(match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
      write(match.pattern)
      if let condition = match.condition {
        breakLine(onOneLine)
        write("WHERE ")
        write(condition)
      }
    case .unwind(let unwind):
      write("UNWIND ")
      write(unwind.list)
      write(" AS ")
      write(variable: unwind.variable)
    case .with(let projection):
      write("WITH ")
      write(projection)
      if let condition = projection.condition {
        breakLine(onOneLine)
        write("WHERE ")
        write(condition)
      }
    case .returning(let projection):
      write("RETURN ")
      write(projection)
    case .create(let create):
      write("CREATE ")
      write(create.pattern)
    case .merge(let merge): write(merge, onOneLine: onOneLine)
    case .set(let set):
      write("SET ")
      writeList(set.items) { $0.write($1) }
    case .remove(let remove):
      write("REMOVE ")
      writeList(remove.items) { $0.write($1) }
    case .delete(let delete):
      write(delete.isDetaching ? "DETACH DELETE " : "DELETE ")
      writeList(delete.items) { $0.write($1) }
    case .call(let call): write(call)
    case .callSubquery(let call): write(call, onOneLine: onOneLine)
    case .forEach(let forEach): write(forEach)
    case .loadCSV(let load): write(load)
    case .finish: write("FINISH")
    }
  }

  private mutating func write(_ projection: ProjectionClauseSyntax) {
    if projection.isDistinct { write("DISTINCT ") }
    if projection.includesAll { write(projection.items.isEmpty ? "*" : "*, ") }
    writeList(projection.items) { writer, item in
      if let alias = item.alias {
        writer.write(item.expression)
        writer.write(" AS ")
        writer.write(variable: alias)
      } else if item.text.isEmpty {
        writer.write(item.expression)
      } else {
        writer.write(item.text)
      }
    }
    if !projection.order.isEmpty {
      write(" ORDER BY ")
      writeList(projection.order) { writer, item in
        writer.write(item.expression)
        if item.isDescending { writer.write(" DESC") }
      }
    }
    if let skip = projection.skip {
      write(" SKIP ")
      write(skip)
    }
    if let limit = projection.limit {
      write(" LIMIT ")
      write(limit)
    }
  }

  // MARK: Writing clauses

  private mutating func write(_ merge: MergeClauseSyntax, onOneLine: Bool) {
    write("MERGE ")
    write(merge.path)
    for (word, items) in [("CREATE", merge.onCreate), ("MATCH", merge.onMatch)] where !items.isEmpty {
      breakLine(onOneLine)
      write("ON \(word) SET ")
      writeList(items) { $0.write($1) }
    }
  }

  private mutating func write(_ item: SetItemSyntax) {
    switch item.kind {
    case .property(let owner, let name, let value):
      write(owner, atLeast: .postfix)
      write(".")
      write(name: name)
      write(" = ")
      write(value)
    case .replaceProperties(let variable, let value):
      write(variable: variable)
      write(" = ")
      write(value)
    case .mergeProperties(let variable, let value):
      write(variable: variable)
      write(" += ")
      write(value)
    case .labels(let variable, let labels): write(variable, labels)
    }
  }

  private mutating func write(_ item: RemoveItemSyntax) {
    switch item.kind {
    case .property(let owner, let name):
      write(owner, atLeast: .postfix)
      write(".")
      write(name: name)
    case .labels(let variable, let labels): write(variable, labels)
    }
  }

  private mutating func write(_ variable: NameSyntax, _ labels: [NameSyntax]) {
    write(variable: variable)
    for label in labels {
      write(":")
      write(name: label)
    }
  }

  private mutating func write(_ forEach: ForEachClauseSyntax) {
    writeEnclosed("FOREACH (", ")") { writer in
      writer.write(variable: forEach.variable)
      writer.write(" IN ")
      writer.barEndsExpression = true
      writer.write(forEach.list)
      writer.barEndsExpression = false
      writer.write(" | ")
      writer.writeList(forEach.clauses, separator: " ") { $0.write($1, onOneLine: true) }
    }
  }

  // MARK: Calls

  private mutating func write(_ call: ProcedureCallSyntax) {
    write("CALL ")
    writeList(call.name, separator: ".") { $0.write(variable: $1) }
    if let arguments = call.arguments {
      writeEnclosed("(", ")") { writer in
        writer.writeList(arguments) { $0.write($1) }
      }
    }
    guard let yield = call.yield else { return }
    write(" YIELD ")
    if yield.includesAll { write("*") } else if yield.items.isEmpty { write("-") }
    writeList(yield.items) { writer, item in
      writer.write(variable: item.field)
      if let alias = item.alias {
        writer.write(" AS ")
        writer.write(variable: alias)
      }
    }
    writeCondition(yield.condition)
  }

  private mutating func write(_ call: SubqueryCallSyntax, onOneLine: Bool) {
    write("CALL ")
    if call.importsAll {
      write("(*) ")
    } else if let imports = call.imports {
      writeEnclosed("(", ") ") { writer in
        writer.writeList(imports) { $0.write(variable: $1) }
      }
    }
    write("{")
    indentation += 1
    breakLine(onOneLine)
    let bar = barEndsExpression
    barEndsExpression = false
    write(call.query, onOneLine: onOneLine)
    barEndsExpression = bar
    indentation -= 1
    breakLine(onOneLine)
    write("}")
  }

  private mutating func write(_ load: LoadCSVClauseSyntax) {
    write(load.withHeaders ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM ")
    write(load.url)
    write(" AS ")
    write(variable: load.variable)
    if let terminator = load.fieldTerminator {
      write(" FIELDTERMINATOR ")
      write(terminator)
    }
  }
}
