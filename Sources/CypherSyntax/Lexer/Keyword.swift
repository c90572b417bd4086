/// A word with a meaning in some place of the grammar. None is reserved: whether a word is meant as a keyword or as a
/// name is decided where it stands.
package enum Keyword: String, CaseIterable, Sendable {
  // Clauses
  case call = "CALL"
  case create = "CREATE"
  case delete = "DELETE"
  case detach = "DETACH"
  case filter = "FILTER"
  case finish = "FINISH"
  case `for` = "FOR"
  case forEach = "FOREACH"
  case insert = "INSERT"
  case `let` = "LET"
  case load = "LOAD"
  case match = "MATCH"
  case merge = "MERGE"
  case next = "NEXT"
  case optional = "OPTIONAL"
  case remove = "REMOVE"
  case `return` = "RETURN"
  case set = "SET"
  case show = "SHOW"
  case union = "UNION"
  case unwind = "UNWIND"
  case with = "WITH"
  // Parts of clauses
  case `as` = "AS"
  case asc = "ASC"
  case ascending = "ASCENDING"
  case by = "BY"
  case csv = "CSV"
  case cypher = "CYPHER"
  case desc = "DESC"
  case descending = "DESCENDING"
  case distinct = "DISTINCT"
  case explain = "EXPLAIN"
  case fieldTerminator = "FIELDTERMINATOR"
  case from = "FROM"
  case headers = "HEADERS"
  case limit = "LIMIT"
  case offset = "OFFSET"
  case on = "ON"
  case order = "ORDER"
  case profile = "PROFILE"
  case skip = "SKIP"
  case `where` = "WHERE"
  case yield = "YIELD"
  // Parts of SHOW
  case built = "BUILT"
  case current = "CURRENT"
  case defined = "DEFINED"
  case executable = "EXECUTABLE"
  case function = "FUNCTION"
  case functions = "FUNCTIONS"
  case procedure = "PROCEDURE"
  case procedures = "PROCEDURES"
  case user = "USER"
  // Patterns
  case acyclic = "ACYCLIC"
  case different = "DIFFERENT"
  case element = "ELEMENT"
  case elements = "ELEMENTS"
  case allShortestPaths = "ALLSHORTESTPATHS"
  case group = "GROUP"
  case groups = "GROUPS"
  case path = "PATH"
  case paths = "PATHS"
  case relationship = "RELATIONSHIP"
  case relationships = "RELATIONSHIPS"
  case repeatable = "REPEATABLE"
  case shortest = "SHORTEST"
  case shortestPath = "SHORTESTPATH"
  case trail = "TRAIL"
  case walk = "WALK"
  // Expressions
  case all = "ALL"
  case and = "AND"
  case any = "ANY"
  case `case` = "CASE"
  case collect = "COLLECT"
  case contains = "CONTAINS"
  case count = "COUNT"
  case `else` = "ELSE"
  case end = "END"
  case ends = "ENDS"
  case exists = "EXISTS"
  case `false` = "FALSE"
  case `in` = "IN"
  case `is` = "IS"
  case none = "NONE"
  case not = "NOT"
  case null = "NULL"
  case or = "OR"
  case reduce = "REDUCE"
  case single = "SINGLE"
  case starts = "STARTS"
  case then = "THEN"
  case `true` = "TRUE"
  case when = "WHEN"
  case xor = "XOR"
}

extension Keyword {
  /// Whether a clause can begin with it.
  package var startsClause: Bool {
    switch self {
    case .call, .create, .delete, .detach, .filter, .finish, .for, .forEach, .insert, .let, .load, .match, .merge,
      .next,
      .optional, .remove, .return, .set, .union, .unwind, .with:
      true
    default: false
    }
  }

  /// Whether it more likely ends an expression, or belongs between two, than names a variable.
  var isDelimiter: Bool {
    switch self {
    case .and, .as, .by, .contains, .else, .ends, .in, .is, .limit, .offset, .on, .or, .order, .skip, .starts, .then,
      .when, .where, .xor, .yield:
      true
    default: startsClause
    }
  }

  /// Whether a variable of this name must stand in backquotes where an expression may stand.
  var isQuotedAsVariable: Bool {
    switch self {
    case .case, .distinct, .end, .false, .not, .null, .true: true
    default: isDelimiter
    }
  }

  static let clauseStarts = Keyword.allCases.filter(\.startsClause)
}

/// A word of up to sixteen ASCII letters in upper case, packed into two integers.
struct PackedWord: Hashable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// `nil` for what no keyword can be.
  init?(_ bytes: some Sequence<UInt8>) {
    var length = 0
    for byte in bytes {
      let upper = byte & 0xDF
      guard upper >= UInt8(ascii: "A"), upper <= UInt8(ascii: "Z"), byte & 0xC0 == 0x40, length < 16 else { return nil }
      if length < 8 { high = high << 8 | UInt64(upper) } else { low = low << 8 | UInt64(upper) }
      length += 1
    }
    if length == 0 { return nil }
  }
}

extension Keyword {
  private static let table: [PackedWord: Keyword] = {
    var table: [PackedWord: Keyword] = [:]
    for keyword in Keyword.allCases {
      if let word = PackedWord(keyword.rawValue.utf8) { table[word] = keyword }
    }
    return table
  }()

  /// The keyword that a word spells in any mixture of cases.
  init?(spelling bytes: some Sequence<UInt8>) {
    guard let word = PackedWord(bytes), let keyword = Keyword.table[word] else { return nil }
    self = keyword
  }
}
