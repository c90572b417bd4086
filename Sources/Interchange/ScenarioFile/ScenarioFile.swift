public import Diagnostics

/// What a scenario file says: what is to be done, why, and where each name stands in the file.
public struct ScenarioFile: Sendable {
  /// A text of the file with its place.
  public struct Term: Sendable {
    public var text: String
    public var place: DiagnosticPlace
  }

  public enum Action: Sendable {
    case retire(Term)
    case revise(Term)
    case replace(old: Term, new: Term)
    case move(node: Term, area: Term)
  }

  public struct Step: Sendable {
    public var action: Action
    public var reason: String?
    public var caseNumber: String?
  }

  public var title: String?
  public var reason: String?
  public var caseNumber: String?
  public var date: Term?
  /// The revision of the database that it was made against.
  public var revision: Int64?
  /// In the order of the file; never empty where there are no mistakes.
  public var steps: [Step] = []

  /// Everything that the steps name, in order.
  public var names: [String] {
    steps.flatMap { step in
      switch step.action {
      case .retire(let node), .revise(let node): [node.text]
      case .replace(let old, let new): [old.text, new.text]
      case .move(let node, let area): [node.text, area.text]
      }
    }
  }
}
