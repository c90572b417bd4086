/// The nodes or relationships of a walk, to ask whether one is among them: by looking at all while the walk is short.
struct WalkMarks<Element: Hashable> {
  private(set) var elements: [Element] = []
  private var members: Set<Element> = []
  private static var shortLength: Int { 24 }

  var count: Int { elements.count }

  func contains(_ element: Element) -> Bool {
    elements.count <= Self.shortLength ? elements.contains(element) : members.contains(element)
  }

  /// - Precondition: the element is not in the walk, or nobody asks what is.
  mutating func append(_ element: Element) {
    elements.append(element)
    if elements.count == Self.shortLength + 1 {
      members = Set(elements)
    } else if elements.count > Self.shortLength {
      members.insert(element)
    }
  }

  mutating func removeLast(_ count: Int = 1) {
    for _ in 0..<count {
      let element = elements.removeLast()
      if elements.count >= Self.shortLength { members.remove(element) }
    }
  }

  mutating func removeAll() {
    elements.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
  }
}
