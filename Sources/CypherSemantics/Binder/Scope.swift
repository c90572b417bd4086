import CypherSyntax
import Diagnostics

/// The variables that can be named at one point of a query.
struct Scope {
  struct Variable {
    enum Place: Hashable {
      case slot(Slot)
      case local(Local)
    }

    var place: Place
    var type: StaticType
    /// Whether it is the list of a variable-length relationship.
    var isRelationshipList = false
  }

  private(set) var variables: [String: Variable] = [:]
  /// Variables of the query around a subquery: no projection inside it drops them, and no name hides theirs.
  private(set) var imported: [String: Variable] = [:]
  /// Whether `RETURN *` leaves the imported ones out, since the query around has them already.
  var returnsOwnVariablesOnly = false
  /// Where the number of the line and the name of the file stand that LOAD CSV reads.
  var table: (line: Slot, file: Slot)?

  subscript(name: String) -> Variable? {
    get { variables[name] }
    set { variables[name] = newValue }
  }

  /// Makes variables of the query around visible in the whole of a subquery.
  mutating func `import`(_ names: [String], from outer: Scope) {
    for name in names {
      guard let variable = outer[name] else { continue }
      variables[name] = variable
      imported[name] = variable
    }
  }

  func importedVariable(_ name: String) -> Variable? { imported[name] }

  /// The names that are not imported, in alphabetical order.
  var ownNames: [String] { names.filter { imported[$0] == nil } }

  /// The scope after a projection: what was imported stays.
  func emptied() -> Scope {
    var scope = Scope()
    scope.returnsOwnVariablesOnly = returnsOwnVariablesOnly
    scope.import(Array(imported.keys), from: self.importedScope)
    return scope
  }

  private var importedScope: Scope {
    var scope = Scope()
    scope.variables = imported
    return scope
  }

  /// The slots of what was imported, in the order of the names.
  var importedSlots: [Slot] {
    imported.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { name in
      if case .slot(let slot)? = imported[name]?.place { return slot }
      return nil
    }
  }

  /// In alphabetical order, as `*` lists them.
  var names: [String] {
    variables.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
