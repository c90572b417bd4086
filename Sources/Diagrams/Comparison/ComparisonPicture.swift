import GraphModel

/// Makes one picture of two worlds.
///
/// Each world is placed by its own rules: what is folded, framed and hidden there. The picture is that of the later world,
/// with what only the earlier one has put where it stood.
enum ComparisonPicture {
  static func picture(
    _ definition: DiagramDefinition, comparing worlds: ComparedWorlds, schema: Schema, parameters: [String: Value],
    context: DiagramContext
  ) -> Picture {
    let compared = ComparedGraph(worlds)
    let writer = ValueWriter(language: context.language, words: definition.words)
    let changes = ElementChanges(compared, schema: schema, writer: writer)
    func placed(_ world: DrawnGraph.World) -> PictureBuilder {
      var builder = PictureBuilder(
        definition: definition, graph: DrawnGraph(compared, as: world), schema: schema, context: context)
      builder.place(parameters: parameters)
      return builder
    }
    var builder = placed(.after)
    var adoption = EarlierWorldAdoption(
      earlier: placed(.before), compared: compared, changes: changes,
      names: (worlds.before.name, worlds.after.name))
    adoption.adopt(into: &builder)
    return builder.drawnPicture(parameters: parameters)
  }
}
