public import Diagnostics
public import GraphModel
import GraphStore

/// What a load did, or would do.
public struct LoadReport: Sendable {
  /// How many elements of one kind or relationship type.
  public struct Count: Hashable, Sendable {
    public var name: String
    public var isRelationship: Bool
    public var added: Int
    public var changed: Int
    public var unchanged: Int
    public var removed: Int
  }

  /// Kinds, then relationship types, each in order of name; only those that the load met.
  public var counts: [Count]
  public var schemaChanged: Bool
  public var isChange: Bool
  /// The revision after the load; the one before if nothing changed.
  public var revision: Int64
  public var warnings: [Diagnostic]

  init(_ summary: MergeSummary, warnings: [Diagnostic]) {
    counts =
      summary.nodes.map { Count($0, isRelationship: false) }
      + summary.relationships.map { Count($0, isRelationship: true) }
    schemaChanged = summary.schemaChanged
    isChange = summary.isChange
    revision = summary.revisionAfter
    self.warnings = warnings
  }

  /// All nodes, or all relationships, together.
  public func total(relationships: Bool) -> Count {
    var total = Count(
      name: "", isRelationship: relationships, added: 0, changed: 0, unchanged: 0, removed: 0)
    for count in counts where count.isRelationship == relationships {
      total.added += count.added
      total.changed += count.changed
      total.unchanged += count.unchanged
      total.removed += count.removed
    }
    return total
  }

  /// The report as one JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for isRelationship in [false, true] {
        writer.key(isRelationship ? "relationships" : "nodes")
        total(relationships: isRelationship).write(to: &writer)
      }
      for isRelationship in [false, true] {
        writer.key(isRelationship ? "relationship_types" : "kinds")
        writer.object { writer in
          for count in counts where count.isRelationship == isRelationship {
            writer.key(count.name)
            count.write(to: &writer)
          }
        }
      }
      writer.key("schema_changed")
      writer.boolean(schemaChanged)
      writer.key("changed")
      writer.boolean(isChange)
      writer.key("revision")
      writer.integer(revision)
    }
  }
}

extension LoadReport.Count {
  fileprivate init(_ count: MergeSummary.Count, isRelationship: Bool) {
    self.init(
      name: count.name, isRelationship: isRelationship, added: count.added, changed: count.changed,
      unchanged: count.unchanged, removed: count.removed)
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, number) in [
        ("added", added), ("changed", changed), ("unchanged", unchanged), ("removed", removed),
      ] {
        writer.key(name)
        writer.integer(number)
      }
    }
  }
}
