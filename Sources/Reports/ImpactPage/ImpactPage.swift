public import GraphModel

/// What a page about an impact shows, as plain data: the caller has it from its analysis.
public struct ImpactPage: Sendable {
  /// How many rows the page has at most: of all hits, and of each list. What is left out is counted.
  public struct Limits: Sendable {
    public var hits: Int
    public var listed: Int

    public init(hits: Int = 2000, listed: Int = 300) {
      self.hits = max(1, hits)
      self.listed = max(1, listed)
    }
  }

  /// A node as the page names it.
  public struct Element: Sendable {
    public var key: String
    public var name: String
    /// The kind in the page's language.
    public var kind: String

    public init(key: String, name: String, kind: String) {
      self.key = key
      self.name = name
      self.kind = kind
    }
  }

  /// One effect in figures; a page has them worst first, also those that nothing has.
  public struct Effect: Sendable {
    /// `broken`, `degraded`, `review` or `repoint`.
    public var code: String
    public var word: String
    public var count: Int
    /// How many of them were like this before.
    public var alreadyCount: Int

    public init(code: String, word: String, count: Int, alreadyCount: Int) {
      self.code = code
      self.word = word
      self.count = count
      self.alreadyCount = alreadyCount
    }
  }

  /// One affected node.
  public struct Hit: Sendable {
    public var element: Element
    /// A code of `effects`.
    public var effect: String
    public var isAlready: Bool
    public var distance: Int
    /// Names of the responsible councils.
    public var responsible: [String]
    /// Names of owners that are no councils.
    public var owners: [String]
    /// Names of its programme areas.
    public var areas: [String]
    /// Its chain in words.
    public var why: String

    public init(
      element: Element, effect: String, isAlready: Bool, distance: Int, responsible: [String], owners: [String],
      areas: [String], why: String
    ) {
      self.element = element
      self.effect = effect
      self.isAlready = isAlready
      self.distance = distance
      self.responsible = responsible
      self.owners = owners
      self.areas = areas
      self.why = why
    }
  }

  /// Hits that somebody is to work through.
  public struct List: Sendable {
    /// Empty where it is nobody's or several councils'.
    public var name: String
    /// Whom to turn to, a sentence each.
    public var contacts: [String]
    /// Worst first, by the codes of `effects`.
    public var counts: [String: Int]
    public var total: Int
    /// As many as are shown.
    public var hits: [Hit]

    public init(name: String, contacts: [String] = [], counts: [String: Int], total: Int, hits: [Hit]) {
      self.name = name
      self.contacts = contacts
      self.counts = counts
      self.total = total
      self.hits = hits
    }
  }

  /// Hits counted by something.
  public struct Sum: Sendable {
    public var name: String
    public var counts: [String: Int]
    public var total: Int

    public init(name: String, counts: [String: Int], total: Int) {
      self.name = name
      self.counts = counts
      self.total = total
    }
  }

  /// What could take the place of something that is retired.
  public struct Cure: Sendable {
    public var old: Element
    public var new: Element
    /// Why it is proposed, and what should be known first.
    public var reasons: [String]
    /// Why it may not take its place as things stand; `nil` if it may.
    public var refusal: String?

    public init(old: Element, new: Element, reasons: [String], refusal: String?) {
      self.old = old
      self.new = new
      self.reasons = reasons
      self.refusal = refusal
    }
  }

  /// A node that loses an owner or the like because that is retired.
  public struct Loss: Sendable {
    public var element: Element
    /// What it loses, and who is left, in a sentence.
    public var what: String
    /// Whether nobody is left.
    public var isLeftAlone: Bool

    public init(element: Element, what: String, isLeftAlone: Bool) {
      self.element = element
      self.what = what
      self.isLeftAlone = isLeftAlone
    }
  }

  public var language: CaptionLanguage
  /// What is asked, such as "What breaks if … is retired".
  public var title: String
  /// `breaks`, `degrades`, `review`, `repoint`, `unowned` or `safe`; `unknown` if the schema says nothing of what is asked.
  public var verdict: String
  /// The verdict in one sentence.
  public var sentence: String
  public var retired: [Element]
  public var replacements: [(old: Element, new: Element)]
  /// Refused replacements and what else should be known, a sentence each.
  public var remarks: [String]
  public var effects: [Effect]
  /// How many hits there are; `hits` may have fewer.
  public var total: Int
  /// How many have nobody left in a role; no hits.
  public var unowned: Int
  public var byKind: [Sum]
  public var byArea: [Sum]
  public var cures: [Cure]
  public var picture: InlineSVG?
  /// What the picture leaves out or draws together.
  public var pictureNotes: [String]
  public var hits: [Hit]
  /// In the order in which they are looked up.
  public var councils: [List]
  /// Hits that several councils are responsible for; `nil` for none.
  public var several: List?
  /// Hits that nobody is responsible for; `nil` for none.
  public var nobody: List?
  /// As many as are shown of what loses an owner or the like, those with nobody left first.
  public var losses: [Loss]
  public var lossTotal: Int
  /// Where it all comes from: database, revision, day, command.
  public var sources: [(label: String, text: String)]

  public init(language: CaptionLanguage, title: String, verdict: String, sentence: String) {
    self.language = language
    self.title = title
    self.verdict = verdict
    self.sentence = sentence
    (retired, replacements, remarks, effects, total) = ([], [], [], [], 0)
    (byKind, byArea, cures, picture, pictureNotes) = ([], [], [], nil, [])
    (hits, councils, several, nobody, sources) = ([], [], nil, nil, [])
    (losses, lossTotal, unowned) = ([], 0, 0)
  }

  /// The page as an HTML file that needs nothing else: no network, no script for reading.
  public var html: [UInt8] {
    ImpactPageWriter(self).written()
  }
}
