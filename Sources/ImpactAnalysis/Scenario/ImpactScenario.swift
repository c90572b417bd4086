public import GraphModel

/// What somebody wants to do, or fears: the question of an impact analysis.
public struct ImpactScenario: Sendable {
  /// One element that is to stand in for another, which the scenario retires.
  public struct Replacement: Hashable, Sendable {
    public var old: NodeIndex
    public var new: NodeIndex

    public init(old: NodeIndex, new: NodeIndex) {
      self.old = old
      self.new = new
    }
  }

  /// Nodes of any kind that are taken away; the same one twice counts once.
  public var retired: [NodeIndex]
  /// Nodes that go under review.
  public var underReview: [NodeIndex]
  /// Each retires its old node also where `retired` does not name it.
  public var replacements: [Replacement]

  public init(retired: [NodeIndex] = [], underReview: [NodeIndex] = [], replacements: [Replacement] = []) {
    self.retired = retired
    self.underReview = underReview
    self.replacements = replacements
  }
}
