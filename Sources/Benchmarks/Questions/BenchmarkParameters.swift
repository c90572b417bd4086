/// What the questions are asked about: the file that names it has one member for each.
struct BenchmarkParameters: Codable {
  struct Subject: Codable {
    var key: String
    /// How many design items depend on it.
    var count: Int?
  }

  struct Ends: Codable {
    var a: Subject
    var b: Subject
    /// The length of the shortest path between them.
    var dist: Int?
  }

  /// The document on which most design items depend.
  var hot: Subject
  /// A document with the median number of dependents, of those that have any.
  var typ: Subject
  /// An uncited document with the fewest dependents.
  var leaf: Subject
  var set: [Subject]
  /// Documents to look up by key.
  var look: [Subject]
  /// A design item, and the person farthest from it.
  var q5: Ends
}
