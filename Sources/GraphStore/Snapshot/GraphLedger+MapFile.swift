import Glibc
public import GraphModel

/// The map as it was kept beside the database.
public struct MapFileInfo: Hashable, Sendable {
  public var path: String
  /// Bytes.
  public var size: Int64
  /// The revision it shows; `nil` for a file that is damaged, of another format or of another database, and is written
  /// anew at the next occasion.
  public var revision: Int64?
}

/// The map file: the image of a snapshot in a file beside the database, so that opening a large graph need not read
/// all of it. It is a cache: what it says is checked, and without it the map is built from the ledger.
extension GraphLedger {
  /// Where the map file stands: `.map` behind the database's name. `nil` in memory.
  public var mapFilePath: String? { isInMemory ? nil : path + ".map" }

  /// What is known of the map file; `nil` where there is none.
  /// - Complexity: reads the whole file.
  public func mapFileInfo() throws -> MapFileInfo? {
    guard let mapFilePath, let file = MappedFile(path: mapFilePath) else { return nil }
    let stamp = unsafe try? GraphSnapshot.imageStamp(in: file.bytes, owner: file)
    let isOurs = try stamp.map { try $0.identity == historyIdentity(at: $0.revision) } ?? false
    return MapFileInfo(
      path: mapFilePath, size: Int64(unsafe file.bytes.count), revision: isOurs ? stamp?.revision : nil)
  }

  /// The map of the map file, at its own revision, which may be an earlier one.
  /// - Returns: `nil` where there is no such file, or it is damaged, of another format, or of another database.
  public func snapshotFromMapFile() throws -> GraphSnapshot? {
    guard let mapFilePath, let file = MappedFile(path: mapFilePath) else { return nil }
    return try connection.read {
      do {
        return try unsafe GraphSnapshot.reading(
          image: file.bytes, owner: file,
          isWanted: { stamp in try stamp.identity == historyIdentity(at: stamp.revision) },
          schema: { try schema(at: $0) })
      } catch is SnapshotImageError {
        return nil
      }
    }
  }

  /// Keeps a map of the whole graph in the map file. A folder that cannot be written, a full disk and another process
  /// that is writing the file are no mistakes: the file stays as it is.
  /// - Parameter snapshot: of this ledger at some revision, without a day of validity.
  /// - Returns: whether the file was written.
  @discardableResult
  public func writeMapFile(_ snapshot: GraphSnapshot) throws -> Bool {
    guard let mapFilePath, let identity = try historyIdentity(at: snapshot.revision) else { return false }
    var status = stat()
    // Whoever may not read the database may not read its map.
    let mode = unsafe stat(path, &status) == 0 ? status.st_mode & 0o666 : 0o600
    guard let file = LockedReplacement(path: mapFilePath, mode: mode) else { return false }
    let stamp = SnapshotImageStamp(revision: snapshot.revision, identity: identity)
    try unsafe snapshot.writeImage(stamp: stamp) { unsafe file.write($0) }
    return file.finish()
  }

  /// Tells this database and this course of its history from others: its first change set and that of the revision.
  /// `nil` for a revision that it does not have.
  public func historyIdentity(at revision: Int64) throws -> String? {
    let rows = try connection.statement(
      """
      SELECT revision, recorded_at, actor, reason, case_number FROM change_set
      WHERE revision = ?1 OR revision = (SELECT min(revision) FROM change_set) ORDER BY revision
      """)
    rows.bind(revision, at: 1)
    defer { rows.reset() }
    var identity: [Value] = []
    var hasRevision = false
    while try rows.step() {
      hasRevision = hasRevision || rows.integer(0) == revision
      identity.append(.integer(rows.integer(0)))
      for column in Int32(1)...4 { identity.append(rows.optionalText(column).map { .string($0) } ?? .null) }
    }
    guard hasRevision else { return nil }
    var bytes: [UInt8] = []
    TaggedJSON.append(.list(identity), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
