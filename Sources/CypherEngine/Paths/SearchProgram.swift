import CypherSemantics
import CypherSyntax
import GraphModel

/// A path pattern made ready to be searched for, seen from the end where the search starts.
///
/// A state of the search is a node, a part of the pattern, and how many repetitions of that part are done.
struct SearchProgram {
  struct Part {
    /// From the search's start on, and back.
    var forward: BodyMatcher
    var backward: BodyMatcher
  }

  /// How often a part stands.
  struct Bounds {
    var lower: Int
    var upper: Int?

    /// A number of repetitions above which the number does not matter.
    func capped(_ count: Int) -> Int { upper == nil ? min(count, lower) : count }
    func allowsMore(_ count: Int) -> Bool { count < upper ?? .max }
    func mayEnd(_ count: Int) -> Bool { count >= lower && count <= upper ?? .max }
  }

  var parts: [Part]
  let bounds: [Bounds]
  var joints: [PathSearch.Joint]
  let evaluator: Evaluator
  let run: QueryRun

  init(run: QueryRun, plan: LogicalPlan.SearchPaths) {
    let (search, isReversed) = (plan.search, plan.isReversed)
    self.run = run
    evaluator = Evaluator(run)
    let written = isReversed ? search.parts.reversed() : search.parts
    joints = isReversed ? search.joints.reversed() : search.joints
    parts = written.map { part in
      Part(
        forward: BodyMatcher(run: run, body: part.body, mode: search.mode, isReversed: isReversed),
        backward: BodyMatcher(run: run, body: part.body, mode: search.mode, isReversed: !isReversed))
    }
    bounds = written.map { Bounds(lower: $0.length?.lower ?? 1, upper: $0.length == nil ? 1 : $0.length?.upper) }
  }

  /// Whether a node can stand between two parts.
  func allows(_ node: NodeIndex, atJoint joint: Int, row: Int, of batch: RowBatch) throws(EvaluationError) -> Bool {
    guard !joints[joint].conditions.isEmpty else { return true }
    run.locals[joints[joint].local.number] = .node(node)
    return try holds(joints[joint].conditions, row: row, of: batch)
  }

  func holds(_ conditions: [BoundExpression], row: Int, of batch: RowBatch) throws(EvaluationError) -> Bool {
    for condition in conditions where try evaluator.truth(condition, row: row, of: batch) != true { return false }
    return true
  }
}
