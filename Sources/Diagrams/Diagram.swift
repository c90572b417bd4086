public import GraphModel

/// A picture of a subgraph, laid out and ready to be written.
///
/// The same definition, content, schema and context give the same bytes, whatever numbers the snapshot gave its elements.
public struct Diagram: Sendable {
  let drawn: DrawnPicture

  /// Lays out what a definition asks for.
  /// - Parameter subgraph: all that the definition's queries found, with its facts, and the relationships of the
  ///   definition's `connect` types.
  /// - Parameter parameters: values for the definition's parameters; defaults are added.
  /// - Throws: `DiagramError` where a parameter is missing or unknown, or Graphviz fails.
  public init(
    _ definition: DiagramDefinition, subgraph: Subgraph, schema: Schema, parameters: [String: Value] = [:],
    context: DiagramContext = DiagramContext()
  ) throws(DiagramError) {
    let values = try definition.values(from: parameters)
    var builder = PictureBuilder(definition: definition, subgraph: subgraph, schema: schema, context: context)
    drawn = try DrawnPicture(builder.picture(parameters: values), by: context.layouts)
  }

  init(_ picture: Picture, by layouts: LayoutService = .inProcess) throws(DiagramError) {
    drawn = try DrawnPicture(picture, by: layouts)
  }

  /// The picture as a file's bytes.
  /// - Parameter scale: of PNG only; 1 is 96 dots an inch.
  public func render(_ format: DiagramFormat, scale: Double = 1) throws(DiagramError) -> [UInt8] {
    try drawn.bytes(format, scale: scale)
  }

  /// The picture's content as text and tables, for those who do not see it.
  public var outline: PictureOutline { PictureOutline(drawn.picture) }

  /// Whether nothing is drawn but the title: the queries found nothing, or only what is hidden.
  public var isEmpty: Bool { drawn.picture.boxes.isEmpty }

  /// What the picture leaves out or draws together, as it says itself.
  public var notes: [String] { drawn.picture.notes.map(\.text) }
}

extension DiagramDefinition {
  /// The values of all parameters: those given, else the defaults.
  /// - Throws: `DiagramError` with code `parameter`.
  public func values(from given: [String: Value]) throws(DiagramError) -> [String: Value] {
    var values: [String: Value] = [:]
    for name in given.keys.sorted(by: { $0.precedesByCodePoints($1) })
    where !parameters.contains(where: { $0.name == name }) {
      throw DiagramError(code: .parameter, message: "the diagram has no parameter called '\(name)'")
    }
    for parameter in parameters {
      guard let value = given[parameter.name] ?? parameter.defaultValue else {
        throw DiagramError(code: .parameter, message: "the diagram needs a value for the parameter '\(parameter.name)'")
      }
      guard parameter.type.accepts(value) else {
        throw DiagramError(
          code: .parameter, message: "the parameter '\(parameter.name)' must be of type \(parameter.type.name)")
      }
      values[parameter.name] = value
    }
    return values
  }
}
