import CypherSemantics
import Diagrams
public import GraphModel
import GraphStore
import Temporals

/// How a query is answered: its operators with the rows that are expected of each, and where it was profiled with those
/// that came and the time that each took.
public struct QueryPlan: Sendable {
  let description: PlanDescription
  /// The query's text.
  public let query: String
  let graph: GraphView
  let validOn: CalendarDate?

  /// Whether the query was run to find out.
  public var isProfiled: Bool { description.rows != nil }

  /// A tree in aligned columns.
  public var text: String { description.text }

  /// `{"query": …, "profiled": …, "plan": {"operator": …, "details": …, "estimatedRows": …, "children": [ … ]}}`, with
  /// rows and milliseconds in each operator if the query was profiled.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("query")
      writer.string(query)
      writer.key("profiled")
      writer.boolean(isProfiled)
      write(to: &writer)
    }
    writer.endLine()
    return writer.takeBytes()
  }

  /// Adds the member `plan` to an open object.
  func write(to writer: inout JSONWriter) {
    writer.key("plan")
    Self.write(description, to: &writer)
  }

  private static func write(_ step: PlanDescription, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("operator")
      writer.string(step.name)
      writer.key("details")
      writer.string(step.details)
      if let rows = step.estimatedRows {
        writer.key("estimatedRows")
        writer.number(rows)
      }
      if let rows = step.rows {
        writer.key("rows")
        writer.integer(rows)
      }
      if let rows = step.heldRows {
        writer.key("heldRows")
        writer.integer(rows)
      }
      if let own = step.ownSeconds, let all = step.seconds {
        writer.key("ownMilliseconds")
        writer.number((own * 1e6).rounded() / 1e3)
        writer.key("milliseconds")
        writer.number((all * 1e6).rounded() / 1e3)
      }
      writer.key("children")
      writer.array(step.children) { write($1, to: &$0) }
    }
  }
}

extension GraphWorkspace {
  /// Draws a plan: boxes for the operators, on the arrows the rows.
  /// - Throws: `DiagramError`, `StoreError`.
  public func draw(
    _ plan: QueryPlan, as format: PictureFormat, language: CaptionLanguage
  ) throws -> DrawnDiagram {
    let picture = try Diagram(
      plan: PlanDrawing(query: plan.query, answer: .init(plan.description)),
      context: try context(plan.graph, language, plan.validOn))
    return DrawnDiagram(bytes: try picture.render(format.diagramFormat), notes: picture.notes)
  }
}

extension PlanDrawing.Step {
  fileprivate init(_ step: PlanDescription, isPerRow: Bool = false) {
    let inputs = step.children.enumerated().map { position, child in
      (child, isPerRow: position > 0 && step.name != "Union")
    }
    self.init(
      name: step.name, details: step.details, role: PlanDrawing.Role(operatorName: step.name),
      estimatedRows: step.estimatedRows, rows: step.rows, seconds: step.ownSeconds,
      // One empty row to begin with tells nobody anything.
      inputs: inputs.filter { $0.0.name != "Argument" || !$0.0.details.isEmpty }.map(Self.init), isPerRow: isPerRow)
  }
}

extension PlanDrawing.Role {
  fileprivate init(operatorName: String) {
    switch operatorName {
    case "Argument", "AllNodesScan", "NodeByLabelScan", "NodeIndexSeek", "ProcedureCall", "Unwind",
      "LoadCSV":
      self = .find
    case "Expand", "ExpandInto", "VariableLengthExpand", "Reachability", "FollowList", "RepeatPath",
      "RepeatPathInto", "ReachabilityInto", "ShortestPath", "ShortestPathInto", "ShortestPaths", "ShortestPathsInto":
      self = .walk
    case "Filter", "Skip", "Limit": self = .restrict
    case "Aggregate", "Distinct", "Sort", "Top", "Union", "Eager": self = .arrange
    case "Create", "Merge", "Set", "Delete", "DetachDelete", "Foreach": self = .write
    case "Optional", "Apply", "OptionalApply", "Pipe", "Exists", "Count", "Collect": self = .nest
    default: self = .compute
    }
  }
}
