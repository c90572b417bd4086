public import CypherSyntax
public import Diagnostics

/// A query ready to be run: its plan, the plans of the queries inside its expressions, and what the plans speak of.
public struct PlannedQuery: Sendable {
  public var plan: LogicalPlan
  public var subplans: [LogicalPlan]
  /// What is asked of each of them.
  public var subqueryAnswers: [SubqueryReference.Answer]
  public var mode: QuerySyntax.Mode
  public var slots: [SlotInfo]
  public var localCount: Int
  public var names: QueryNames
  public var columns: [String]
  public var output: [Slot]
  public var isWriting: Bool
  public var warnings: [Diagnostic]
}
