public import GraphModel

/// What a database holds.
public struct DatabaseOverview: Sendable {
  public struct Count: Hashable, Sendable {
    public var name: String
    public var count: Int
  }

  /// One revision: when it was made, by whom, and why.
  public struct ChangeSet: Hashable, Sendable {
    public var revision: Int64
    /// UTC, such as `2026-03-20T12:31:14.645Z`.
    public var recordedAt: String
    public var actor: String
    public var reason: String?
    public var caseNumber: String?
  }

  /// The image of the graph in memory, kept beside the database.
  public struct MapFile: Hashable, Sendable {
    public var path: String
    /// Bytes.
    public var size: Int64
    /// The revision it shows; `nil` for one that cannot be used and will be written anew.
    public var revision: Int64?
  }

  public var path: String
  public var revision: Int64
  /// Bytes without the log; 0 in memory.
  public var fileSize: Int64
  public var nodeCount: Int
  public var relationshipCount: Int
  /// The map file; `nil` where there is none.
  public var mapFile: MapFile?
  /// In order of name.
  public var kinds: [Count]
  public var relationshipTypes: [Count]
  /// The latest, newest first.
  public var changes: [ChangeSet]

  /// The overview as one JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("database")
      writer.string(path)
      writer.key("revision")
      writer.integer(revision)
      writer.key("size")
      writer.integer(fileSize)
      writer.key("nodes")
      writer.integer(nodeCount)
      writer.key("relationships")
      writer.integer(relationshipCount)
      writer.key("map")
      if let mapFile { Self.write(mapFile, to: &writer) } else { writer.null() }
      for (name, counts) in [("kinds", kinds), ("relationship_types", relationshipTypes)] {
        writer.key(name)
        writer.object { writer in
          for count in counts {
            writer.key(count.name)
            writer.integer(count.count)
          }
        }
      }
      writer.key("changes")
      writer.array(changes) { Self.write($1, to: &$0) }
    }
  }

  private static func write(_ file: MapFile, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("file")
      writer.string(file.path)
      writer.key("size")
      writer.integer(file.size)
      writer.key("revision")
      if let revision = file.revision { writer.integer(revision) } else { writer.null() }
    }
  }

  private static func write(_ change: ChangeSet, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("revision")
      writer.integer(change.revision)
      writer.key("recorded_at")
      writer.string(change.recordedAt)
      writer.key("actor")
      writer.string(change.actor)
      for (name, text) in [("reason", change.reason), ("case", change.caseNumber)] {
        writer.key(name)
        if let text { writer.string(text) } else { writer.null() }
      }
    }
  }
}
