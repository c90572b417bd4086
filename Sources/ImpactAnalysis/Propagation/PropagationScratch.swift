import GraphModel
import Synchronization

/// The level of each node in the present run, in an array that runs share one after another.
///
/// A run wipes out behind it only what it wrote, so that a small one costs nothing for the nodes it never sees.
struct PropagationScratch {
  private var levels: [UInt8]

  init(nodes: Int) {
    levels = [UInt8](repeating: ImpactLevel.none, count: nodes)
  }

  subscript(node: NodeIndex) -> UInt8 {
    get { levels[Int(node.raw)] }
    set { levels[Int(node.raw)] = newValue }
  }
}

/// Scratch spaces of one graph, one for each run that goes on at the same time.
final class PropagationScratchPool: Sendable {
  private let nodes: Int
  private let idle = Mutex<[PropagationScratch]>([])

  init(nodes: Int) {
    self.nodes = nodes
  }

  func take() -> PropagationScratch {
    idle.withLock { $0.popLast() } ?? PropagationScratch(nodes: nodes)
  }

  /// - Parameter scratch: with every level wiped out.
  func put(back scratch: consuming sending PropagationScratch) {
    let space = scratch
    idle.withLock { $0.append(space) }
  }
}
