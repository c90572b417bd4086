/// The cycles of a graph, each taken together as one component: what is left has no cycles.
///
/// Components are numbered so that every walk leads to smaller numbers: the first ones lead nowhere else. What is near
/// in the graph is near in number, as a depth-first search found it.
/// - Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
struct Condensation {
  private static let closed: UInt32 = 1 << 31

  /// The nodes by component.
  private(set) var members: [UInt32] = []
  /// Where the members of a component begin; one more at the end.
  private(set) var starts: [UInt32] = [0]
  /// Whether a walk leads from a component's node back to it.
  private(set) var cyclic = BitSet(count: 0)
  /// 0: not reached; with the highest bit: the component; else, while the search is at it, the order in which it came.
  private var marks: [UInt32]

  var count: Int { starts.count - 1 }

  private struct Frame {
    let node: UInt32
    /// The earliest open node that was reached from here.
    var low: UInt32
    var hasLoop = false
    var part: Int32 = 0
    var position: UInt32
    var end: UInt32
  }

  /// Of what can be reached from some nodes.
  /// - Parameter check: asked now and then; what it throws ends the work.
  /// - Complexity: O(*nodes* + relationships reached).
  init<Failure: Error>(
    _ graph: WalkAdjacency, from roots: [UInt32], check: () throws(Failure) -> Void
  ) throws(Failure) {
    marks = [UInt32](repeating: 0, count: graph.nodeBound)
    // Bare memory, which the graph keeps: taking hold of it for every node would cost more than reading it.
    let parts = unsafe graph.forward.map { unsafe $0.lane }
    defer { withExtendedLifetime(graph) {} }
    guard let first = unsafe parts.first else {
      for root in roots where marks[Int(root)] == 0 { close(root) }
      cyclic = BitSet(count: count)
      return
    }
    var cycles: [UInt32] = []
    var open: [UInt32] = []
    var frames: [Frame] = []
    var order: UInt32 = 0
    for root in roots where marks[Int(root)] == 0 {
      var entering = root
      while true {
        order += 1
        if order & 0xFFF == 0 { try check() }
        marks[Int(entering)] = order
        open.append(entering)
        let (position, end) = unsafe first.positions(of: entering)
        var frame = Frame(node: entering, low: order, position: position, end: end)
        var next: UInt32?
        // Goes on until it enters another node, or leaves the root.
        while true {
          let neighbours = unsafe parts[Int(frame.part)].neighbours
          while frame.position < frame.end {
            let neighbour = unsafe neighbours[Int(frame.position)]
            frame.position += 1
            let mark = marks[Int(neighbour)]
            if mark == 0 {
              next = neighbour
              break
            }
            if mark < Self.closed {
              if mark < frame.low { frame.low = mark }
              if neighbour == frame.node { frame.hasLoop = true }
            }
          }
          if next != nil { break }
          frame.part += 1
          if unsafe frame.part < parts.count {
            unsafe (frame.position, frame.end) = parts[Int(frame.part)].positions(of: frame.node)
            continue
          }
          if frame.low == marks[Int(frame.node)] {
            let component = UInt32(count)
            let start = members.count
            var member: UInt32
            repeat {
              member = open.removeLast()
              marks[Int(member)] = Self.closed | component
              members.append(member)
            } while member != frame.node
            starts.append(UInt32(members.count))
            if frame.hasLoop || members.count - start > 1 { cycles.append(component) }
          }
          guard var above = frames.popLast() else { break }
          above.low = min(above.low, frame.low)
          frame = above
        }
        guard let found = next else { break }
        frames.append(frame)
        entering = found
      }
    }
    cyclic = BitSet(count: count)
    for component in cycles { cyclic.insert(component) }
  }

  /// Makes a component of one node.
  private mutating func close(_ node: UInt32) {
    marks[Int(node)] = Self.closed | UInt32(count)
    members.append(node)
    starts.append(UInt32(members.count))
  }

  /// The component of a node; `nil` for one that was not reached.
  @inline(__always)
  func component(of node: UInt32) -> UInt32? {
    let mark = marks[Int(node)]
    return mark == 0 ? nil : mark ^ Self.closed
  }

  /// The nodes of some components, in order.
  @inline(__always)
  func nodes(of components: Range<Int>) -> ArraySlice<UInt32> {
    members[Int(starts[components.lowerBound])..<Int(starts[components.upperBound])]
  }
}
