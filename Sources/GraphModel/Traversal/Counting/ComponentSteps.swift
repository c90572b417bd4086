import Dispatch

/// The steps between the components of a condensation, turned round: from each to those of higher number that lead to
/// it.
struct ComponentSteps: Sendable {
  /// Where the steps of a component begin and end.
  let bounds: [Bounds]
  let ends: PackedArray<UInt32>

  struct Bounds: BitwiseCopyable, Sendable {
    var first: UInt32
    var end: UInt32
  }

  /// Components are shared out in pieces of so many.
  private static let pieceSize = 1 << 14

  /// - Complexity: O(*nodes* + *relationships*), on all cores.
  init(_ graph: WalkAdjacency, _ condensation: Condensation) {
    let parts = graph.backward
    let count = condensation.count
    let pieceCount = (count + Self.pieceSize - 1) / Self.pieceSize
    // Room for every piece: as much as it can need.
    var room = [Int](repeating: 0, count: pieceCount + 1)
    unsafe room.withUnsafeMutableBufferPointer { room in
      let room = unsafe SharedMemory(room)
      DispatchQueue.concurrentPerform(iterations: pieceCount) { piece in
        let nodes = condensation.nodes(of: Self.components(of: piece, count))
        var sum = 0
        for node in nodes {
          for part in parts { sum += part.adjacency.positions(of: NodeIndex(node)).count }
        }
        unsafe room.elements[piece + 1] = sum
      }
    }
    for piece in 0..<pieceCount { room[piece + 1] += room[piece] }
    precondition(room[pieceCount] <= Int(UInt32.max), "more steps than a number of 32 bits counts")
    let begins = room
    var bounds = [Bounds](repeating: Bounds(first: 0, end: 0), count: count)
    ends = unsafe PackedArray(count: room[pieceCount]) { ends in
      let ends = unsafe SharedMemory(ends)
      unsafe bounds.withUnsafeMutableBufferPointer { bounds in
        let bounds = unsafe SharedMemory(bounds)
        DispatchQueue.concurrentPerform(iterations: pieceCount) { piece in
          var position = begins[piece]
          for component in Self.components(of: piece, count) {
            let first = position
            for node in condensation.nodes(of: component..<component + 1) {
              for part in parts {
                for place in part.adjacency.positions(of: NodeIndex(node)) {
                  guard let other = condensation.component(of: part.neighbours[place]), other != component else {
                    continue
                  }
                  unsafe ends.elements[position] = other
                  position += 1
                }
              }
            }
            unsafe bounds.elements[component] = Bounds(first: UInt32(first), end: UInt32(position))
          }
          // What was not needed stays unused, and is made harmless.
          while position < begins[piece + 1] {
            unsafe ends.elements[position] = 0
            position += 1
          }
        }
      }
    }
    self.bounds = bounds
  }

  private static func components(of piece: Int, _ count: Int) -> Range<Int> {
    piece * pieceSize..<min(count, (piece + 1) * pieceSize)
  }

  /// What such steps take, in bytes.
  static func bytes(nodes: Int, steps: Int) -> Int { 8 * nodes + 4 * steps }
}

/// Memory in which several threads write, each at places of its own.
@unsafe
struct SharedMemory<Element>: @unchecked Sendable {
  let elements: UnsafeMutablePointer<Element>

  init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    // Only an empty buffer has no address; then nobody writes.
    unsafe elements = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment)!
  }
}
