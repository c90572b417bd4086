extension SyntaxWriter {
  func write(_ query: QuerySyntax, onOneLine: Bool = false) {
    switch query.mode {
    case .run: break
    case .explain: write("EXPLAIN ")
    case .profile: write("PROFILE ")
    }
    for leading in query.leading {
      write(leading, onOneLine: onOneLine)
      breakLine(onOneLine)
      write("NEXT")
      breakLine(onOneLine)
    }
    for (index, part) in query.parts.enumerated() {
      if index > 0 {
        let isAll = index <= query.unions.count && query.unions[index - 1].isAll
        breakLine(onOneLine)
        write(isAll ? "UNION ALL" : "UNION")
        breakLine(onOneLine)
      }
      write(part.clauses, onOneLine: onOneLine)
    }
  }

  private func write(_ clauses: [ClauseSyntax], onOneLine: Bool) {
    var isFirst = true
    for clause in clauses {
      if !isFirst { breakLine(onOneLine) }
      isFirst = false
      write(clause, onOneLine: onOneLine)
    }
  }

  private func breakLine(_ onOneLine: Bool) {
    if onOneLine { write(" ") } else { newLine() }
  }

  private func write(_ clause: ClauseSyntax, onOneLine: Bool) {
    switch clause {
    case .match(let match): write(match, onOneLine: onOneLine)
    case .unwind(let unwind): write(unwind)
    case .with(let projection): write(projection, word: "WITH ", onOneLine: onOneLine)
    case .returning(let projection): write(projection, word: "RETURN ", onOneLine: onOneLine)
    case .create(let create): write(create)
    case .merge(let merge): write(merge, onOneLine: onOneLine)
    case .set(let set): write(set)
    case .remove(let remove): write(remove)
    case .delete(let delete): write(delete)
    case .call(let call): write(call)
    case .callSubquery(let call): write(call, onOneLine: onOneLine)
    case .forEach(let forEach): write(forEach)
    case .loadCSV(let load): write(load)
    case .show(let show): write(show, onOneLine: onOneLine)
    case .finish: write("FINISH")
    }
  }

  // MARK: Reading clauses

  private func write(_ match: MatchClauseSyntax, onOneLine: Bool) {
    write(match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
    switch match.mode {
    case .differentRelationships: write("DIFFERENT RELATIONSHIPS ")
    case .repeatableElements: write("REPEATABLE ELEMENTS ")
    case nil: break
    }
    write(match.pattern)
    writeWhere(match.condition, onOneLine: onOneLine)
  }

  private func writeWhere(_ condition: ExpressionSyntax?, onOneLine: Bool) {
    guard let condition else { return }
    breakLine(onOneLine)
    write("WHERE ")
    write(condition)
  }

  private func write(_ unwind: UnwindClauseSyntax) {
    write("UNWIND ")
    write(unwind.list)
    write(" AS ")
    write(variable: unwind.variable)
  }

  private func write(_ projection: ProjectionClauseSyntax, word: String, onOneLine: Bool) {
    switch projection.wording {
    case .plain:
      write(word)
      write(projection)
      writeWhere(projection.condition, onOneLine: onOneLine)
    case .letting:
      write("LET ")
      writeList(projection.items) { writer, item in
        if let alias = item.alias { writer.write(variable: alias) }
        writer.write(" = ")
        writer.write(item.expression)
      }
    case .filtering:
      write("FILTER ")
      if let condition = projection.condition { write(condition) }
    }
  }

  private func write(_ projection: ProjectionClauseSyntax) {
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

  private func write(_ create: CreateClauseSyntax) {
    write("CREATE ")
    write(create.pattern)
  }

  private func write(_ set: SetClauseSyntax) {
    write("SET ")
    writeList(set.items) { $0.write($1) }
  }

  private func write(_ remove: RemoveClauseSyntax) {
    write("REMOVE ")
    writeList(remove.items) { $0.write($1) }
  }

  private func write(_ delete: DeleteClauseSyntax) {
    write(delete.isDetaching ? "DETACH DELETE " : "DELETE ")
    write(delete.items, separator: ", ", atLeast: .or)
  }

  private func write(_ merge: MergeClauseSyntax, onOneLine: Bool) {
    write("MERGE ")
    write(merge.path)
    for (word, items) in [("CREATE", merge.onCreate), ("MATCH", merge.onMatch)] where !items.isEmpty {
      breakLine(onOneLine)
      write("ON \(word) SET ")
      writeList(items) { $0.write($1) }
    }
  }

  private func write(_ item: SetItemSyntax) {
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

  private func write(_ item: RemoveItemSyntax) {
    switch item.kind {
    case .property(let owner, let name):
      write(owner, atLeast: .postfix)
      write(".")
      write(name: name)
    case .labels(let variable, let labels): write(variable, labels)
    }
  }

  private func write(_ variable: NameSyntax, _ labels: [NameSyntax]) {
    write(variable: variable)
    for label in labels {
      write(":")
      write(name: label)
    }
  }

  private func write(_ forEach: ForEachClauseSyntax) {
    let bar = enter("FOREACH (")
    write(variable: forEach.variable)
    write(" IN ")
    barEndsExpression = true
    write(forEach.list)
    barEndsExpression = false
    write(" |")
    for clause in forEach.clauses {
      write(" ")
      write(clause, onOneLine: true)
    }
    leave(")", bar)
  }

  // MARK: Calls

  private func write(_ call: ProcedureCallSyntax) {
    write(call.isOptional ? "OPTIONAL CALL " : "CALL ")
    write(call.name.map { Self.quoted($0.text, isVariable: true) }.joined(separator: "."))
    if let arguments = call.arguments {
      let bar = enter("(")
      write(arguments, separator: ", ", atLeast: .or)
      leave(")", bar)
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

  private func write(_ show: ShowClauseSyntax, onOneLine: Bool) {
    write("SHOW " + (show.origin.map { $0.rawValue + " " } ?? "") + show.subject.rawValue)
    if let executable = show.executable { write(" " + executable) }
    guard let yield = show.yield else { return writeWhere(show.condition, onOneLine: onOneLine) }
    write(yield, word: " YIELD ", onOneLine: onOneLine)
  }

  private func write(_ call: SubqueryCallSyntax, onOneLine: Bool) {
    write(call.isOptional ? "OPTIONAL CALL " : "CALL ")
    if call.importsAll {
      write("(*) ")
    } else if let imports = call.imports {
      write("(")
      writeList(imports) { $0.write(variable: $1) }
      write(") ")
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

  private func write(_ load: LoadCSVClauseSyntax) {
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
