import GraphModel

extension DefinitionPart {
  private static let names = DefinitionForm.list(.text)
  private static let conditions = DefinitionForm.named(.either([.list(.value), .part(.bounds)]))
  private static let color = DefinitionForm.words(PaletteColor.self)
  private static let line = DefinitionForm.words(LineStyle.self)
  private static let legend = DefinitionForm.either([.flag, .caption])
  private static let end = DefinitionForm.words(RelationshipEnd.self)
  private static let columns = DefinitionForm.number(1...12)

  static let diagramWords = [
    DefinitionWord(
      "title", .caption, "What the picture is called; $name is the value of a parameter.", isRequired: true),
    DefinitionWord("subtitle", .caption, "A line below the title."),
    DefinitionWord("description", .caption, "The picture in words, for those who do not see it."),
    DefinitionWord("source", .caption, "The line at the foot; $sources is where all that is drawn stands."),
    DefinitionWord("parameters", .named(.part(.parameter)), "Values that whoever draws it can give."),
    DefinitionWord(
      "queries", .list(.either([.text, .part(.query)]), least: 1),
      "Queries in openCypher; every node, relationship and path in their columns is drawn.", isRequired: true),
    DefinitionWord("connect", names, "Types of relationships drawn between all nodes that the queries found."),
    DefinitionWord("engine", .words(LayoutEngine.self), "Graphviz's layout engine; dot, in layers, if left out."),
    DefinitionWord(
      "direction", .either([.words(LayoutDirection.self), .word(["auto"])]), "From top to bottom or left to right."),
    DefinitionWord(
      "page", .word(PageShape.words), "The shape to aim at; only 'wide' may be wider than 2:1 or higher than 1:2."),
    DefinitionWord("columns", .either([.number(1...40), .word(["auto"])]), "How many columns of blocks."),
    DefinitionWord("lines", .words(ArrowCourse.self), "How lines run between boxes."),
    DefinitionWord("order", .text, "The property or fact in whose order boxes, lines and sequences stand."),
    DefinitionWord("group", .list(.part(.group)), "Frames, from the outer to the inner."),
    DefinitionWord("fold", .list(.part(.fold)), "Nodes as lines in another's box."),
    DefinitionWord("gather", .list(.part(.gather)), "Boxes alike as one box with a line for each."),
    DefinitionWord("align", .list(.part(.alignment)), "Boxes on one line."),
    DefinitionWord("sequence", .list(.part(.match)), "Nodes joined one after the other in the order of 'order'."),
    DefinitionWord("timeline", .part(.timeline), "Boxes along time, in the lanes that the outermost frames are."),
    DefinitionWord("styles", .part(.styles), "How boxes and lines look; later rules win over earlier ones."),
    DefinitionWord("words", .named(.caption), "What values are called in the picture."),
    DefinitionWord("legend", .flag, "false leaves the legend out."),
  ]

  static let parameterWords = [
    DefinitionWord("type", .word(PropertyType.scalars.map(\.name)), "The type of the value; string if left out."),
    DefinitionWord("default", .value, "The value where none is given."),
    DefinitionWord("description", .caption, "What the parameter is for."),
  ]

  static let queryWords = [
    DefinitionWord("query", .text, "A query in openCypher.", isRequired: true),
    DefinitionWord(
      "facts", .named(.list(.text, least: 1)),
      "For a column of nodes or relationships, the columns whose values become facts of them."),
  ]

  static let matchWords = [
    DefinitionWord("kind", names, "Kinds of nodes."),
    DefinitionWord("where", conditions, "A property or fact and the values it may have; null is none."),
    DefinitionWord("with", names, "Types of relationships of which the node has at least one in the picture."),
    DefinitionWord("without", names, "Types of relationships of which the node has none in the picture."),
    DefinitionWord("several", names, "Types of relationships of which the node has more than one in the picture."),
    DefinitionWord("key", names, "Keys of nodes; $name is the key that a parameter holds."),
  ]

  static let boundsWords = [
    DefinitionWord("at_least", .value, "The smallest value that fits."),
    DefinitionWord("at_most", .value, "The greatest value that fits."),
  ]

  static let groupWords = [
    DefinitionWord("property", .text, "A frame for each value of the property or fact."),
    DefinitionWord("relationship", .text, "The node at the other end of the relationship becomes the frame."),
    DefinitionWord("sets", .list(.part(.set)), "Frames of the definition's own."),
    DefinitionWord("member", end, "The end of the relationship that stands in the frame."),
    DefinitionWord("order", .list(.value), "The order of the values; makes bands."),
    DefinitionWord("bands", .flag, "Whether the sets run across the picture in their order."),
  ]

  static let setWords = [
    DefinitionWord("title", .caption, "What the frame is called."),
    DefinitionWord("fill", color, "The frame's colour."),
    DefinitionWord("match", .list(.part(.match)), "What stands in it."),
  ]

  static let foldWords = [
    DefinitionWord("relationship", .text, "The type of the relationship that folds.", isRequired: true),
    DefinitionWord("leaf", end, "The end that becomes a line."),
    DefinitionWord("columns", columns, "How many columns of lines."),
    DefinitionWord("keep", .flag, "Whether the node keeps a box of its own too."),
    DefinitionWord("having", conditions, "Which relationships fold."),
    DefinitionWord("into", .part(.match), "Which boxes take the lines in."),
  ]

  static let gatherWords = [
    DefinitionWord("smallest", .number(2...1000), "How many boxes it takes; 2 if left out."),
    DefinitionWord("title", .caption, "What the box is called; else the kind's plural."),
    DefinitionWord("columns", columns, "How many columns of lines."),
    DefinitionWord("rows", .number(1...1000), "The most boxes with a line; a last line counts the others."),
  ]

  static let alignmentWords = [
    DefinitionWord("place", .words(AlignmentRule.Place.self), "On one line, or on the first or last."),
    DefinitionWord("match", .list(.part(.match)), "Which boxes."),
  ]

  static let timelineWords = [
    DefinitionWord("by", .text, "The property or fact with the moment; date if left out."),
    DefinitionWord("match", .list(.part(.match)), "What stands on the line of time; all else heads a lane."),
  ]

  static let stylesWords = [
    DefinitionWord("nodes", .list(.part(.nodeStyle)), "How boxes and folded lines look."),
    DefinitionWord("relationships", .list(.part(.relationshipStyle)), "How lines look."),
  ]

  static let nodeStyleWords = [
    DefinitionWord("shape", .words(BoxShape.self), "The outline."),
    DefinitionWord("fill", color, "The colour of the box."),
    DefinitionWord("border", color, "The colour of its line, where it is not that of the box."),
    DefinitionWord("line", line, "How its line is drawn."),
    DefinitionWord("italic", .flag, "Whether the name stands in italics."),
    DefinitionWord("wrap", .number(6...120), "The most characters in a line of the name."),
    DefinitionWord("width", .number(1...120), "The least characters that the box has room for."),
    DefinitionWord("caption", names, "Small text above the name: 'kind', properties and facts."),
    DefinitionWord("note", .caption, "Words of the definition's own beside the caption."),
    DefinitionWord("link", .text, "The property with the address to which the name leads, or 'none'."),
    DefinitionWord("hide", .flag, "Whether the node is not drawn."),
    DefinitionWord("legend", legend, "The rule's line in the legend; false keeps it out."),
  ]

  static let relationshipStyleWords = [
    DefinitionWord("type", names, "Types of relationships."),
    DefinitionWord("where", conditions, "A property or fact and the values it may have; null is none."),
    DefinitionWord("from", .part(.match), "What the start must be."),
    DefinitionWord("to", .part(.match), "What the end must be."),
    DefinitionWord("color", color, "The colour of the line."),
    DefinitionWord("line", line, "How the line is drawn."),
    DefinitionWord("arrow", .words(ArrowStyle.self), "Where the arrowhead is, seen from the start."),
    DefinitionWord(
      "label", .text, "Text on the line: 'caption', 'inverse', a property or fact, or 'none'."),
    DefinitionWord("reverse", .flag, "Whether the end stands before the start."),
    DefinitionWord("hide", .flag, "Whether it is not drawn."),
    DefinitionWord("legend", legend, "The rule's line in the legend; false keeps it out."),
  ]
}
