/// How far a load has come with reading.
public struct LoadProgress: Hashable, Sendable {
  public var rows = 0
  public var bytesRead = 0
  /// Bytes of all files.
  public var byteCount: Int

  public init(rows: Int = 0, bytesRead: Int = 0, byteCount: Int) {
    self.rows = rows
    self.bytesRead = bytesRead
    self.byteCount = byteCount
  }
}
