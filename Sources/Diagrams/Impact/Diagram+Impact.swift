public import GraphModel

extension Diagram {
  /// A picture of an impact: what is retired, the chains to what it hits, and who is responsible for each.
  ///
  /// Effects differ by colour, border and a word; those responsible have a frame each, those of several and of nobody
  /// frames of their own. Above `boxes` elements alike are drawn together with counts.
  /// - Parameter boxes: how many are drawn singly at most.
  public init(
    impact: ImpactDrawing, schema: Schema, context: DiagramContext = DiagramContext(), boxes: Int = 60
  ) throws(DiagramError) {
    var context = context
    context.limits.boxes = min(context.limits.boxes, max(1, boxes))
    var builder = ImpactPictureBuilder(impact: impact, schema: schema, context: context)
    try self.init(builder.picture(), by: context.layouts)
  }
}
