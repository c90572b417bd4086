import Diagnostics
import GraphModel

extension GraphView {
  /// The nodes of a kind; all of them for `nil`.
  /// - Throws: a finding for a kind that neither the schema nor the graph has.
  func nodes(ofKind kind: String?) throws(Diagnostic) -> [NodeIndex] {
    guard let kind else { return Array(nodes) }
    guard let label = symbols.label(kind) else {
      if schema?.kind(named: kind) != nil { return [] }
      let known = schema?.kinds.map(\.name) ?? symbols.labels
      throw Diagnostic(
        id: "unknown-kind", message: "no kind is called '\(kind)'", hint: NameSuggestion.hint(for: kind, among: known))
    }
    return candidateRanges(label: label).flatMap { $0.map { NodeIndex($0) } }.filter { contains($0, label: label) }
  }

  /// The nodes of a kind; for `nil` those of all kinds that declare when they end, without a schema all nodes.
  /// - Throws: as `nodes(ofKind:)`.
  func nodes(ofKindThatEnds kind: String?) throws(Diagnostic) -> [NodeIndex] {
    guard kind == nil, let schema else { return try nodes(ofKind: kind) }
    var found: Set<NodeIndex> = []
    for kind in schema.kinds where kind.properties.contains(where: { $0.name == "valid_to" }) {
      found.formUnion(try nodes(ofKind: kind.name))
    }
    return found.sorted { $0.raw < $1.raw }
  }
}
