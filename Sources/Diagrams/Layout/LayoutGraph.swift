/// The input of a layout: what cgraph will hold, as a plain value.
///
/// It can be compared, kept and sent to another process; only `Graphviz` turns it into cgraph's objects.
struct LayoutGraph: Sendable, Equatable {
  enum Attribute: Sendable, Equatable {
    /// A word or number of ours. Text of the graph never comes here.
    case word(String)
    case label(LabelMarkup)
  }

  struct Node: Sendable, Equatable {
    var name: String
    var attributes: [(name: String, value: Attribute)] = []

    static func == (a: Node, b: Node) -> Bool { a.name == b.name && same(a.attributes, b.attributes) }
  }

  struct Edge: Sendable, Equatable {
    var name: String
    /// Numbers of the nodes.
    var tail: Int
    var head: Int
    var attributes: [(name: String, value: Attribute)] = []

    static func == (a: Edge, b: Edge) -> Bool {
      a.name == b.name && a.tail == b.tail && a.head == b.head && same(a.attributes, b.attributes)
    }
  }

  /// A subgraph: drawn as a frame if its name begins with `cluster`, else only a set of nodes (of one rank, say).
  struct Subgraph: Sendable, Equatable {
    var name: String
    /// Number of the subgraph around it; a parent comes before its children.
    var parent: Int?
    var nodes: [Int]
    var attributes: [(name: String, value: Attribute)] = []

    static func == (a: Subgraph, b: Subgraph) -> Bool {
      a.name == b.name && a.parent == b.parent && a.nodes == b.nodes && same(a.attributes, b.attributes)
    }
  }

  var attributes: [(name: String, value: Attribute)] = []
  var nodeDefaults: [(name: String, value: String)] = []
  var edgeDefaults: [(name: String, value: String)] = []
  var nodes: [Node] = []
  var edges: [Edge] = []
  var subgraphs: [Subgraph] = []

  static func == (a: LayoutGraph, b: LayoutGraph) -> Bool {
    same(a.attributes, b.attributes) && a.nodes == b.nodes && a.edges == b.edges && a.subgraphs == b.subgraphs
      && a.nodeDefaults.elementsEqual(b.nodeDefaults, by: ==) && a.edgeDefaults.elementsEqual(b.edgeDefaults, by: ==)
  }

  private static func same(_ a: [(name: String, value: Attribute)], _ b: [(name: String, value: Attribute)]) -> Bool {
    a.elementsEqual(b) { $0.name == $1.name && $0.value == $1.value }
  }
}

/// Where a layout put things, in points, the origin at the lower left.
struct LayoutGeometry: Sendable, Equatable {
  struct Size: Sendable, Equatable {
    var width: Double
    var height: Double
  }

  struct NodePlace: Sendable, Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  struct EdgePlace: Sendable, Equatable {
    /// Graphviz's own notation of the curve and its arrowheads; empty where it drew none.
    var curve: String
    var labelPlace: String
  }

  struct SubgraphPlace: Sendable, Equatable {
    var box: Frame
    var labelPlace: String
  }

  var box = Frame()
  var nodes: [NodePlace] = []
  var edges: [EdgePlace] = []
  /// Empty places for subgraphs that are not drawn.
  var subgraphs: [SubgraphPlace] = []
}

/// A rectangle with its sides parallel to the page.
struct Frame: Sendable, Equatable {
  var left = 0.0
  var bottom = 0.0
  var right = 0.0
  var top = 0.0

  var width: Double { right - left }
  var height: Double { top - bottom }

  func moved(x: Double, y: Double) -> Frame {
    Frame(left: left + x, bottom: bottom + y, right: right + x, top: top + y)
  }

  func union(_ other: Frame) -> Frame {
    Frame(
      left: min(left, other.left), bottom: min(bottom, other.bottom), right: max(right, other.right),
      top: max(top, other.top))
  }
}
