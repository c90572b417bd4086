import GraphModel
import ImpactAnalysis

/// Who is responsible for one node.
struct ResponsibilityFinding: Hashable, Sendable {
  /// By key.
  var councils: [NodeIndex] = []
  var rule: Responsibility.Rule?
  var restsOnInference = false

  static let nobody = ResponsibilityFinding()
}

/// What is known so far: few distinct findings, and for each node which of them is its own.
struct ResponsibilityFindings: Sendable {
  /// By node: the finding's code and one; 0 is not known yet.
  private var codes: [UInt32]
  private var distinct: [ResponsibilityFinding] = []
  private var codeOfFinding: [ResponsibilityFinding: UInt32] = [:]
  /// The councils of each area.
  var byArea: [NodeIndex: ResponsibilityFinding] = [:]
  /// The councils of each distinct finding as reports name them, as far as they were asked for.
  private var elements: [[ImpactElement]] = []

  init(nodes: Int) {
    codes = [UInt32](repeating: 0, count: nodes)
  }

  func code(of node: NodeIndex) -> UInt32? {
    let code = codes[Int(node.raw)]
    return code == 0 ? nil : code - 1
  }

  subscript(node: NodeIndex) -> ResponsibilityFinding? { code(of: node).map { distinct[Int($0)] } }

  mutating func set(_ finding: ResponsibilityFinding, of node: NodeIndex) {
    if let known = codeOfFinding[finding] {
      codes[Int(node.raw)] = known + 1
      return
    }
    let code = UInt32(distinct.count)
    distinct.append(finding)
    codeOfFinding[finding] = code
    codes[Int(node.raw)] = code + 1
  }

  /// The councils of every distinct finding, by code.
  mutating func lists(_ names: ElementNames) -> [[ImpactElement]] {
    while elements.count < distinct.count { elements.append(distinct[elements.count].councils.map(names.element)) }
    return elements
  }

  mutating func list(_ code: UInt32, _ names: ElementNames) -> [ImpactElement] { lists(names)[Int(code)] }
}
