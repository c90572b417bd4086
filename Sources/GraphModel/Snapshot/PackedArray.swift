/// Numbers packed side by side in memory that nobody changes: made once, shared by any number of readers.
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
    let storage = unsafe PackedStorage<Element>(count: count)
    unsafe initializer(UnsafeMutableBufferPointer(start: storage.base, count: count))
    unsafe base = UnsafePointer(storage.base)
    self.count = count
    unsafe owner = storage
  }

  public init(_ elements: some Collection<Element>) {
    unsafe self.init(count: elements.count) { buffer in
      _ = unsafe buffer.initialize(fromContentsOf: elements)
    }
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable
  public subscript(position: Int) -> Element {
    assert(position >= 0 && position < count, "index out of range")
    return unsafe base[position]
  }
}

@unsafe
final class PackedStorage<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>

  init(count: Int) {
    unsafe base = .allocate(capacity: max(1, count))
  }

  deinit { unsafe base.deallocate() }
}
