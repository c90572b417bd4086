/// What the estimates assume where the graph's statistics are silent.
///
/// - Source: for equality, comparison and lists of values: Selinger, Astrahan, Chamberlin, Lorie, Price, "Access path
///   selection in a relational database management system", SIGMOD 1979, table 1. The others are round guesses that only
///   have to lie between the extremes.
enum EstimateDefaults {
  /// Share of rows for which `a = b`, where the number of different values is not known.
  static let equality = 1.0 / 10
  /// Share of rows for which `a < b` and its kin.
  static let comparison = 1.0 / 3
  /// The most that `a IN list` lets through.
  static let anyOfList = 1.0 / 2
  /// Share of texts that contain, begin with, end with or match another.
  static let textSearch = 1.0 / 10
  /// Share of rows for which a property is missing, if some nodes have it.
  static let missingProperty = 1.0 / 2
  /// Share of rows for which any other condition holds.
  static let condition = 1.0 / 2
  /// What a node costs that a scan looks at, against one that an index finds.
  static let scannedNode = 1.0 / 20
  /// So many nodes an index is asked for, however few nodes a scan would have to look at.
  static let alwaysSought = 100.0
  /// Items of a list of unknown length; rows of a procedure for each call.
  static let listLength = 10.0
  /// Rows of a file that LOAD CSV reads.
  static let tableRows = 1000.0
  /// Rows that LIMIT lets through, or SKIP leaves out, where the number is a parameter.
  static let rowCount = 50.0
  /// Steps after which a walk of unbounded length is no longer followed.
  static let steps = 8
}
