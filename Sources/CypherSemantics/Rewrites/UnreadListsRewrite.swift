/// The relationships of a variable-length pattern are not put into lists where nothing in the query reads them: its
/// paths are still counted one by one, and cost nothing but their ends.
///
/// Every slot belongs to one variable, so that one look over the whole query tells what is read.
extension PlanRewrite {
  static let unreadLists = PlanRewrite(name: "unread-lists") { query in
    // What is written may be read by any clause behind.
    guard !query.isWriting else { return query }
    let read = (query.subplans + [query.plan]).reduce(into: Set(query.output)) { $0.formUnion($1.allSlotsRead) }
      .union(query.subqueryAnswers.compactMap { if case .collect(let slot) = $0 { slot } else { nil } })
    var result = query
    result.plan = query.plan.droppingLists(notIn: read)
    result.subplans = query.subplans.map { $0.droppingLists(notIn: read) }
    return result
  }
}

extension LogicalPlan {
  fileprivate func droppingLists(notIn read: Set<Slot>) -> LogicalPlan {
    let plan = mappingInputs { $0.droppingLists(notIn: read) }
    guard case .expandVariable(let input, var expand) = plan else { return plan }
    expand.isListRead = read.contains(expand.relationships)
    return .expandVariable(input, expand)
  }
}
