/// A list that was written for somebody to work through.
public struct ImpactList: Hashable, Sendable {
  public enum Recipient: Hashable, Sendable {
    case council(key: String, name: String)
    /// Hits that several councils are responsible for; they stand in the list of each too.
    case several
    /// Hits that nobody is responsible for.
    case nobody
  }

  public var recipient: Recipient
  /// The path of the file.
  public var path: String
  /// How many hits it has.
  public var count: Int
}

/// The lists of one impact.
public struct ImpactLists: Hashable, Sendable {
  /// Those of councils in Swedish order of their names, then what somebody must decide about.
  public var lists: [ImpactList]
  /// Paths of lists of an earlier impact that this one did not write: they are still in the folder.
  public var leftovers: [String]
}
