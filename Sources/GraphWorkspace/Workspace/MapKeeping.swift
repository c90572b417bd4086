/// How the map of a graph is kept from one revision to the next, and from one process to the next.
public struct MapKeeping: Sendable {
  /// Whether the map is read from and written to the map file.
  public var usesFile: Bool
  /// The least number of nodes and relationships for which a map file is written: smaller graphs are built faster than
  /// anybody notices.
  public var smallestFile = 50_000
  /// The least number of nodes and relationships for which commits are followed by an overlay; smaller maps are built
  /// anew, and have the speed of a map without overlay at once.
  public var smallestFollowed = 20_000

  public init(usesFile: Bool = true) { self.usesFile = usesFile }

  /// How many elements may differ from the map before it is built anew.
  func overlayLimit(ofGraph size: Int) -> Int { max(16, min(16_384, size / 64)) }
}
