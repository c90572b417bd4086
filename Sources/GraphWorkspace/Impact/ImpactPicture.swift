import Diagrams
public import GraphModel
import GraphStore
import ImpactAnalysis

extension GraphWorkspace {
  /// Draws an impact: what is retired, the chains to what it hits, and who is responsible.
  /// - Throws: `DiagramError`.
  public func draw(
    _ answer: ImpactAnswer, as format: PictureFormat, language: CaptionLanguage
  ) throws -> DrawnDiagram {
    let picture = try Diagram(
      impact: ImpactDrawing(answer.report), schema: answer.graph.schema ?? Schema(),
      context: try context(answer.graph, language, answer.validOn))
    return DrawnDiagram(bytes: try picture.render(format.diagramFormat), notes: picture.notes)
  }
}

extension ImpactDrawing {
  fileprivate init(_ report: ImpactReport) {
    self.init(
      retired: report.retired.map(Element.init),
      replacements: report.replaced.map { Replacement(old: $0.old.key, new: Element($0.new)) },
      affected: report.affected.map { element in
        Affected(
          element: Element(element.element), effect: Effect(element.effect), because: report.because(element),
          via: report.via(element),
          responsible: element.responsible.map(\.name).sorted(by: SwedishOrder.precedes),
          isAlready: element.already)
      })
  }
}

extension ImpactDrawing.Element {
  fileprivate init(_ element: ImpactElement) {
    self.init(key: element.key, name: element.name, kind: element.kind)
  }
}

extension ImpactDrawing.Effect {
  fileprivate init(_ effect: ImpactEffect) {
    switch effect {
    case .repoint: self = .repoint
    case .review: self = .review
    case .degraded: self = .degraded
    case .broken: self = .broken
    }
  }
}
