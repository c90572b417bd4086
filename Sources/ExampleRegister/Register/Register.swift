/// The invented register: what is to be written, in the order it was made.
struct Register {
  var documents: [RegisterDocument] = []
  var links: [RegisterLink] = []
  var items: [RegisterItem] = []
  private(set) var relationships: [RegisterRelationship] = []
  private var known: Set<RegisterRelationship> = []

  /// Adds the relationship unless it is there already.
  mutating func relate(_ from: String, _ type: RegisterRelationship.Kind, _ to: String) {
    let relationship = RegisterRelationship(type: type, from: from, to: to)
    if known.insert(relationship).inserted { relationships.append(relationship) }
  }

  mutating func removeRelationships(from key: String, _ types: Set<RegisterRelationship.Kind>) {
    relationships.removeAll { $0.from == key && types.contains($0.type) }
    known = Set(relationships)
  }
}

struct RegisterRelationship: Hashable {
  enum Kind: String, CaseIterable {
    case belongsTo = "BELONGS_TO"
    case ownedBy = "OWNED_BY"
    case cites = "CITES"
    case supersedes = "SUPERSEDES"
    case linksTo = "LINKS_TO"
    case uses = "USES"
    case basedOn = "BASED_ON"
    case contains = "CONTAINS"
    case moveTo = "MOVE_TO"
    case replaceWith = "REPLACE_WITH"
  }

  let type: Kind
  let from: String
  let to: String
}

/// A governing document. Dates are EDTF.
struct RegisterDocument {
  enum Status: String {
    case draft, valid, retired
    case underRevision = "under_revision"
  }

  let key: String
  let name: String
  let form: DocumentForm
  let area: String
  /// The subject of its topic: documents that share it are about the same thing.
  let subject: String
  var status: Status
  var diarienummer: String?
  var date: String?
  var reviewBy: String?
  var validFrom: String?
  var validTo: String?

  var level: DocumentLevel { form.level }
  var url: String { "https://example.org/styrande-dokument/\(key.dropFirst("ex-doc-".count))" }
}

/// A link from the design to a governing document.
struct RegisterLink {
  enum Outcome: String {
    case unreviewed, approved, move, replace, remove
    case underRevision = "under_revision"
  }

  let key: String
  let name: String
  let area: String
  let url: String
  var outcome: Outcome = .unreviewed
  var reviewedOn: String?
  var comment: String?
  /// Whether its review is written out by hand.
  var isWrittenOut = false
}

/// An item of the design.
struct RegisterItem {
  let key: String
  let name: String
  let type: ItemType
  let area: String
  let subject: String
  let status: String
  /// Whether its relationships are written out by hand.
  var isWrittenOut = false
}
