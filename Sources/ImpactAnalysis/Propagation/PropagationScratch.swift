import GraphModel
import Synchronization

/// The latest step of each node in the present run, in an array that runs share one after another.
///
/// What earlier runs left is told by its number alone, so that a small run costs nothing for the nodes it never sees.
struct PropagationScratch {
  private var numbers: [UInt32]
  /// Numbers below it are of earlier runs.
  private var base: UInt32 = 1

  init(nodes: Int) {
    numbers = [UInt32](repeating: 0, count: nodes)
  }

  func step(of node: NodeIndex) -> Int? {
    let number = numbers[Int(node.raw)]
    return number >= base ? Int(number - base) : nil
  }

  mutating func set(step: Int, of node: NodeIndex) { numbers[Int(node.raw)] = base + UInt32(step) }

  /// Ends a run that took a number of steps.
  mutating func forget(steps: Int) {
    base += UInt32(steps)
    // A run takes at most four steps a node, and node numbers have 32 bits; half of the numbers is room enough for it.
    if base > UInt32.max / 2 {
      for position in numbers.indices { numbers[position] = 0 }
      base = 1
    }
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

  func put(back scratch: consuming sending PropagationScratch) {
    let space = scratch
    idle.withLock { $0.append(space) }
  }
}
