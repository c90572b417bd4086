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

  subscript(name: String) -> Variable? {
    get { variables[name] }
    set { variables[name] = newValue }
  }

  /// In alphabetical order, as `*` lists them.
  var names: [String] {
    variables.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
