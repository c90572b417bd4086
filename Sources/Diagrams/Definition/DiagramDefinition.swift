public import GraphModel

/// What a diagram shows and how: the contents of a file in `diagrams/`. It holds no data.
///
/// The caller runs `queries`, joins their results into one `Subgraph`, adds the relationships of the types in `connect`
/// between its nodes, and gives it to `Diagram`. The language is described in docs/diagrams.md.
public struct DiagramDefinition: Hashable, Sendable {
  public var title: Caption
  public var subtitle: Caption
  public var description: Caption
  public var parameters: [DiagramParameter]
  /// Every node and relationship of their results is drawn.
  public var queries: [DiagramQuery]
  /// Types of relationships that are drawn between the nodes that the queries found.
  public var connect: [String]
  public var engine: LayoutEngine
  /// `nil`: whichever fits the page better.
  public var direction: LayoutDirection?
  public var page: PageShape
  public var columns: Int?
  public var lines: ArrowCourse
  /// The property by which blocks, bands and rows are ordered; then by key.
  public var order: String?
  public var grouping: [GroupingRule]
  public var folding: [FoldingRule]
  /// Boxes that become one with a line for each.
  public var gathering: [GatheringRule]
  public var alignments: [AlignmentRule]
  /// Nodes joined one after the other in the order of `order`: a line of time.
  public var sequences: [ElementPattern]
  /// `nil`: the picture is no line of time.
  public var timeline: TimelineRule?
  public var nodeStyles: [NodeStyleRule]
  public var relationshipStyles: [RelationshipStyleRule]
  /// How values are called, such as the words of an `enum`.
  public var words: [String: Caption]
  public var hasLegend: Bool
  public var source: Caption

  public init(title: Caption, queries: [DiagramQuery]) {
    self.title = title
    self.queries = queries
    subtitle = Caption()
    description = Caption()
    parameters = []
    connect = []
    engine = .dot
    page = .a4Landscape
    lines = .curved
    grouping = []
    folding = []
    gathering = []
    alignments = []
    sequences = []
    nodeStyles = []
    relationshipStyles = []
    words = [:]
    hasLegend = true
    source = Caption()
  }
}

/// A text in the query language, and what its answer tells of the elements in it beside their properties.
public struct DiagramQuery: Hashable, Sendable, ExpressibleByStringLiteral {
  public var text: String
  /// For a column of elements, the columns whose values become facts of them.
  public var facts: [String: [String]]

  public init(_ text: String, facts: [String: [String]] = [:]) {
    self.text = text
    self.facts = facts
  }

  public init(stringLiteral text: String) { self.init(text) }
}

/// A value that the caller gives, for the queries (`$name`) and the texts.
public struct DiagramParameter: Hashable, Sendable {
  public var name: String
  public var type: PropertyType
  /// `nil`: the caller must give one.
  public var defaultValue: Value?
  public var description: Caption
}

/// Which nodes or relationships a rule means; a part that is left out means all.
public struct ElementPattern: Hashable, Sendable {
  /// Kinds of nodes or types of relationships.
  public var names: [String] = []
  /// A property and the values it may have; `.null` stands for *no such property*.
  public var values: [String: [Value]] = [:]
  /// A property and the bounds between which its value must lie.
  public var bounds: [String: ValueBounds] = [:]
  /// Types of relationships of which the node has none in the subgraph.
  public var without: [String] = []
  /// Types of relationships of which the node has at least one in the subgraph.
  public var with: [String] = []
  /// Types of relationships of which the node has more than one in the subgraph.
  public var several: [String] = []
  /// Keys of nodes.
  public var keys: [String] = []
}

/// The least and the greatest value that a condition allows.
public struct ValueBounds: Hashable, Sendable {
  public var least: Value?
  public var greatest: Value?
}

/// How nodes come into frames. Rules stand from the outer frame to the inner.
public enum GroupingRule: Hashable, Sendable {
  /// A frame for each value of a property.
  case property(String, pattern: ElementPattern, order: [Value])
  /// The node at one end is the frame of the nodes at the other.
  case relationship(String, member: RelationshipEnd, pattern: ElementPattern)
  /// Frames that the definition names.
  case sets([NamedSet], isBanded: Bool)

  public struct NamedSet: Hashable, Sendable {
    public var title: Caption
    public var fill: PaletteColor?
    public var patterns: [ElementPattern]
  }
}

public enum RelationshipEnd: String, CaseIterable, Hashable, Sendable {
  case from, to
}

/// Nodes that become lines in the box of the node at the other end.
public struct FoldingRule: Hashable, Sendable {
  public var type: String
  public var leaf: RelationshipEnd
  public var pattern: ElementPattern
  /// Which nodes take leaves in.
  public var parent: ElementPattern
  /// Which relationships fold; the others are drawn.
  public var relationship: ElementPattern
  /// Lines beside one another; `nil`: by their number.
  public var columns: Int?
  /// Whether the leaf keeps a box of its own.
  public var keepsBox: Bool
}

/// Boxes of one kind in one frame, joined to the same boxes in the same way, that become one box with a line for each.
public struct GatheringRule: Hashable, Sendable {
  public var pattern: ElementPattern
  /// Fewer boxes than this stay as they are.
  public var smallest: Int
  /// What the box is called, with the number of its lines; else the kind's plural.
  public var title: Caption
  /// Lines beside one another; `nil`: by their number.
  public var columns: Int?
  /// The most boxes that have a line, but where worlds are compared.
  public var rows: Int?
}

/// Boxes that stand on one line.
public struct AlignmentRule: Hashable, Sendable {
  public enum Place: String, CaseIterable, Hashable, Sendable {
    case same, first, last
  }

  /// A box that fits one of these.
  public var patterns: [ElementPattern]
  public var place: Place
}

/// A picture that is read along time: boxes stand in the order of a property, in the lanes that the outermost frames
/// are.
public struct TimelineRule: Hashable, Sendable {
  /// A node that fits one of these stands on the line; the others head its lanes.
  public var patterns: [ElementPattern]
  /// The property with the moment; a node without it stands after all that have one.
  public var property: String
}

public struct NodeStyleRule: Hashable, Sendable {
  public var pattern: ElementPattern
  public var shape: BoxShape?
  public var fill: PaletteColor?
  public var border: PaletteColor?
  public var line: LineStyle?
  public var isItalic: Bool?
  public var wrap: Int?
  public var width: Int?
  /// Small text above the name: `kind`, or properties whose values are joined.
  public var caption: [String]?
  /// Words of the definition's own beside the caption, or after a folded name.
  public var note: Caption?
  /// The property with the address to which the name leads, or `none`; else the kind's first property of type `url`.
  public var link: String?
  public var isHidden: Bool?
  /// The rule's own line in the legend; a rule on kinds alone has the kind's caption.
  public var legend: Caption?
  public var isInLegend: Bool
}

public struct RelationshipStyleRule: Hashable, Sendable {
  public var pattern: ElementPattern
  /// What its ends must be.
  public var from = ElementPattern()
  public var to = ElementPattern()
  public var color: PaletteColor?
  public var line: LineStyle?
  public var arrow: ArrowStyle?
  /// Text on the line: `caption`, `inverse`, `none` or the name of a property.
  public var label: String?
  public var isHidden: Bool?
  /// Whether the end is drawn before the start, as where a member stands below what it is part of.
  public var isReversed: Bool?
  public var legend: Caption?
  public var isInLegend: Bool
}
