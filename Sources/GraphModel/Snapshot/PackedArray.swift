#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Numbers packed side by side in memory that nobody changes: made once, shared by any number of readers. The memory
/// is the array's own or a stretch of a mapped file.
///
/// Subscripts are checked in debug builds only; whoever builds or reads in a packed array checks its contents once.
@frozen
@safe
public struct PackedArray<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<Element>
  public let count: Int
  @usableFromInline let owner: AnyObject

  /// Takes `count` elements that `initializer` writes, each exactly once.
  public init(count: Int, initializingWith initializer: (UnsafeMutableBufferPointer<Element>) -> Void) {
    let storage = unsafe PackedStorage<Element>(capacity: count)
    unsafe initializer(UnsafeMutableBufferPointer(start: storage.base, count: count))
    unsafe self.init(base: UnsafePointer(storage.base), count: count, owner: storage)
  }

  public init(_ elements: some Collection<Element>) {
    unsafe self.init(count: elements.count) { buffer in
      _ = unsafe buffer.initialize(fromContentsOf: elements)
    }
  }

  public init() { self.init(EmptyCollection()) }

  init(repeating element: Element, count: Int) {
    unsafe self.init(count: count) { unsafe $0.initialize(repeating: element) }
  }

  /// Elements that stand in the memory of `owner`, which keeps them unchanged for as long as it lives.
  init(base: UnsafePointer<Element>, count: Int, owner: AnyObject) {
    unsafe self.base = base
    self.count = count
    self.owner = owner
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable
  public subscript(position: Int) -> Element {
    assert(position >= 0 && position < count, "index out of range")
    return unsafe base[position]
  }

  /// Lends the elements for a loop over many of them.
  @inlinable
  public func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(owner) {} }
    return try unsafe body(UnsafeBufferPointer(start: base, count: count))
  }
}

/// Memory that grows, for numbers that come one by one.
@unsafe
final class PackedStorage<Element: BitwiseCopyable> {
  @exclusivity(unchecked) private(set) var base: UnsafeMutablePointer<Element>
  @exclusivity(unchecked) private(set) var capacity: Int

  init(capacity: Int) {
    unsafe self.capacity = Swift.max(1, capacity)
    unsafe base = PackedStorage.memory(self.capacity, nil)
  }

  deinit { unsafe free(base) }

  func resize(to capacity: Int) {
    unsafe self.capacity = Swift.max(1, capacity)
    unsafe base = PackedStorage.memory(self.capacity, base)
  }

  private static func memory(
    _ capacity: Int, _ old: UnsafeMutablePointer<Element>?
  ) -> UnsafeMutablePointer<Element> {
    let (size, overflow) = capacity.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflow, let bytes = unsafe realloc(old, size) else { fatalError("out of memory") }
    return unsafe bytes.bindMemory(to: Element.self, capacity: capacity)
  }
}

/// An array that grows at its end and becomes a packed array without being copied.
@safe
final class GrowingArray<Element: BitwiseCopyable & Sendable> {
  private let storage: PackedStorage<Element>
  @exclusivity(unchecked) private(set) var count = 0

  init(capacity: Int = 0) { unsafe storage = PackedStorage(capacity: capacity) }

  @inline(__always)
  func append(_ element: Element) {
    if unsafe count == storage.capacity { unsafe grow(to: count + 1) }
    unsafe storage.base[count] = element
    unsafe count += 1
  }

  @inline(__always)
  func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let start = elements.baseAddress else { return }
    let end = unsafe count + elements.count
    if unsafe end > storage.capacity { grow(to: end) }
    unsafe (storage.base + count).update(from: start, count: elements.count)
    unsafe count = end
  }

  @inline(never)
  private func grow(to needed: Int) {
    unsafe storage.resize(to: Swift.max(16, needed, storage.capacity + storage.capacity / 2))
  }

  @inline(__always)
  subscript(position: Int) -> Element {
    get {
      unsafe assert(position >= 0 && position < count, "index out of range")
      return unsafe storage.base[position]
    }
    set {
      unsafe assert(position >= 0 && position < count, "index out of range")
      unsafe storage.base[position] = newValue
    }
  }

  /// The elements so far. The array may not grow or change any more while they are used.
  var elements: UnsafeMutableBufferPointer<Element> {
    unsafe UnsafeMutableBufferPointer(start: storage.base, count: count)
  }

  /// Gives the elements away.
  func packed() -> PackedArray<Element> {
    unsafe storage.resize(to: count)
    return unsafe PackedArray(base: UnsafePointer(storage.base), count: count, owner: storage)
  }
}
