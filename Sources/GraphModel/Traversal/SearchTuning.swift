#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// When a search changes how it works: of interest to tests, which have small graphs.
public struct SearchTuning: Sendable {
  /// How many nodes, at least, a level has that is walked by bits: as a part of the graph's nodes, one in so many.
  public var wideShare: Int
  /// How many nodes, at least, a level has that is shared by the cores.
  public var parallelWidth: Int
  /// How many nodes one core takes at a time.
  public var chunkSize: Int
  /// How many cores work on a level.
  public var workers: Int

  public init(wideShare: Int, parallelWidth: Int, chunkSize: Int, workers: Int) {
    self.wideShare = wideShare
    self.parallelWidth = parallelWidth
    self.chunkSize = chunkSize
    self.workers = workers
  }

  /// For this machine.
  public static let standard = SearchTuning(
    wideShare: 256, parallelWidth: 8192, chunkSize: 2048, workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
}
