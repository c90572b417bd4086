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
    static let role = "Role"
    static let channel = "Channel"
  }

  enum Relationship {
    static let ownedBy = "OWNED_BY"
    static let belongsTo = "BELONGS_TO"
    static let responsibleFor = "RESPONSIBLE_FOR"
    static let linksTo = "LINKS_TO"
    static let supersedes = "SUPERSEDES"
    /// What a review says shall take the place of a link, or of what it leads to.
    static let replaceWith = "REPLACE_WITH"
    /// From one of a class to the class that a source speaks of.
    static let instanceOf = "INSTANCE_OF"
    /// From a role to the body that it is part of.
    static let placedIn = "PLACED_IN"
    static let hasAddress = "HAS_ADDRESS"
    /// What a design item is made of.
    static let parts = ["USES", "BASED_ON", "CONTAINS"]
  }

  enum Property {
    static let topic = "topic"
    static let type = "type"
    static let validTo = "valid_to"
  }

  static let inferred = "inferred"
}
