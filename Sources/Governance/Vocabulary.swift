import GraphModel

/// The names of the region's vocabulary that this target reads.
/// - Source: contract §5.
enum Vocabulary {
  enum Kind {
    static let council = "Council"
    static let processTeam = "ProcessTeam"
    static let programmeArea = "ProgrammeArea"
    static let designItem = "DesignItem"
    static let policy = "Policy"
    static let source = "Source"
  }

  enum Relationship {
    static let ownedBy = "OWNED_BY"
    static let belongsTo = "BELONGS_TO"
    static let responsibleFor = "RESPONSIBLE_FOR"
    static let linksTo = "LINKS_TO"
    static let supersedes = "SUPERSEDES"
    /// What a review says shall take the place of a link, or of what it leads to.
    static let replaceWith = "REPLACE_WITH"
    /// What a design item is made of.
    static let parts = ["USES", "BASED_ON", "CONTAINS"]
  }

  enum Property {
    static let topic = "topic"
    static let type = "type"
  }

  static let inferred = "inferred"
}
