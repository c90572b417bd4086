import CypherEngine
public import Diagnostics
import Diagrams
public import GraphModel
import GraphStore
import Interchange
public import Temporals

extension GraphWorkspace {
  /// The folder of the diagrams.
  public var diagramFolder: String { WorkspaceFiles.path(folder, "diagrams") }

  /// The diagnostic of a diagram whose queries find nothing.
  static let nothingToDraw = "nothing-to-draw"

  private static let diagramEndings = [".yaml", ".yml"]

  /// All diagrams, in order of name; a file that cannot be read is left out, with a diagnostic.
  public func diagrams() -> (diagrams: [SavedDiagram], unreadable: [Diagnostic]) {
    readDiagrams(against: nil)
  }

  /// A diagram by its name.
  /// - Throws: a `Diagnostic` if there is none; `FileError`.
  public func diagram(named name: String) throws -> SavedDiagram { try readDiagram(file(ofDiagram: name)) }

  private func file(ofDiagram name: String) throws(Diagnostic) -> String {
    let files = WorkspaceFiles.list(diagramFolder, ending: Self.diagramEndings)
    if let file = files.first(where: { $0.isIdenticalText(to: name) || Self.stem($0).isIdenticalText(to: name) }) {
      return file
    }
    let names = files.map(Self.stem)
    let hint =
      names.isEmpty
      ? "there are none in '\(diagramFolder)'; name their folder's folder with --workspace DIR"
      : NameSuggestion.hint(for: name, among: names) ?? "'styrgraf diagrams' lists them"
    throw Diagnostic(id: "unknown-diagram", message: "there is no diagram '\(name)'", hint: hint)
  }

  /// Draws a diagram of the graph as it stands, or of the difference to another state of it.
  /// - Throws: `DiagnosticsError` for mistakes in the definition, its queries or the parameters; `DiagramError`;
  ///   `StoreError`.
  public func draw(
    _ diagram: SavedDiagram, _ given: GivenParameters, as format: PictureFormat, language: CaptionLanguage,
    validOn date: CalendarDate? = nil, after scenario: Scenario? = nil, comparedTo state: ComparedState? = nil,
    page: PicturePage? = nil, boxes: Int? = nil, scale: Double = 1
  ) throws -> DrawnDiagram {
    let picture = try picture(
      of: diagram, given, language: language, validOn: date, after: scenario, comparedTo: state, page: page,
      boxes: boxes)
    return try picture.drawn(as: format, scale: scale)
  }

  /// Lays a diagram of the graph out as it stands.
  /// - Parameters:
  ///   - state: what the picture is compared with; what differs is marked.
  ///   - boxes: above how many boxes, or 2.4 times as many lines, the picture is folded.
  /// - Throws: as `draw`.
  public func picture(
    of diagram: SavedDiagram, _ given: GivenParameters, language: CaptionLanguage, validOn date: CalendarDate? = nil,
    after scenario: Scenario? = nil, comparedTo state: ComparedState? = nil, page: PicturePage? = nil, boxes: Int? = nil
  ) throws -> DiagramPicture {
    guard let definition = diagram.definition else { throw DiagnosticsError(diagram.diagnostics) }
    layouts.prepare()
    let values = try given.values(for: diagram.parameters, of: "the diagram '\(diagram.name)'")
    if let state {
      let worlds = try worlds(validOn: date, after: scenario, comparedTo: state, language)
      var context = try context(worlds.after.graph, language, worlds.after.day)
      context.draw(for: page, boxes: boxes)
      return try picture(of: definition, diagram, comparing: worlds, values, context)
    }
    let graph = try graph(validOn: date, after: scenario)
    let subgraph = try subgraph(of: definition, diagram, values, in: graph, validOn: date)
    var context = try context(graph, language, date)
    context.draw(for: page, boxes: boxes)
    let drawn = try Diagram(
      definition, subgraph: subgraph, schema: graph.schema ?? Schema(), parameters: values, context: context)
    if drawn.isEmpty { throw nothingToDraw(with: values, of: diagram, in: graph) }
    return DiagramPicture(diagram: drawn)
  }

  private func picture(
    of definition: DiagramDefinition, _ diagram: SavedDiagram, comparing pair: WorldPair, _ values: [String: Value],
    _ context: DiagramContext
  ) throws -> DiagramPicture {
    let before = try subgraph(of: definition, diagram, values, in: pair.before.graph, validOn: pair.before.day)
    let after = try subgraph(of: definition, diagram, values, in: pair.after.graph, validOn: pair.after.day)
    let worlds = ComparedWorlds(
      before: ComparedWorlds.World(
        name: pair.before.name, subgraph: before, unfound: pair.before.graph.unfound(of: after, besides: before)),
      after: ComparedWorlds.World(
        name: pair.after.name, subgraph: after, unfound: pair.after.graph.unfound(of: before, besides: after)))
    let drawn = try Diagram(
      definition, comparing: worlds, schema: pair.after.graph.schema ?? Schema(), parameters: values,
      context: context)
    if drawn.isEmpty { throw nothingToDraw(with: values, of: diagram, in: pair.after.graph) }
    return DiagramPicture(diagram: drawn)
  }

  /// What a diagram's queries find in a graph, and the relationships that it connects.
  private func subgraph(
    of definition: DiagramDefinition, _ diagram: SavedDiagram, _ values: [String: Value], in graph: GraphView,
    validOn date: CalendarDate?
  ) throws -> Subgraph {
    var subgraph = Subgraph()
    var facts = ElementFacts()
    for (position, asked) in definition.queries.enumerated() {
      let source = SourceText(
        name: definition.queries.count == 1 ? diagram.name : "\(diagram.name), query \(position + 1)", text: asked.text)
      let found = try read(
        QueryRequest(source, parameters: values, validOn: date, limits: .interactive), in: graph)
      if found.truncation != nil {
        throw Diagnostic(id: "budget-exceeded", message: "a query of the diagram '\(diagram.name)' took too long")
      }
      let drawn = ElementFacts.drawn(of: found, to: asked)
      subgraph.nodes.merge(drawn.nodes) { first, _ in first }
      subgraph.relationships.merge(drawn.relationships) { first, _ in first }
      facts.add(found, of: asked)
    }
    connect(definition.connect, in: graph, &subgraph)
    facts.apply(to: &subgraph)
    return subgraph
  }

  /// Lays out pictures for the process that started this one, which is stopped or ends if a layout must not go on.
  public static func serveLayouts() { LayoutService.serve() }

  /// The parameters for each of several diagrams: those that it declares.
  /// - Throws: `DiagnosticsError` for one that none of them has.
  public func distribute(
    _ given: GivenParameters, over diagrams: [SavedDiagram]
  ) throws(DiagnosticsError) -> [GivenParameters] {
    let known = diagrams.flatMap { $0.parameters.map(\.name) }
    let unknown = given.texts.map(\.name).filter { name in !known.contains { $0.isIdenticalText(to: name) } }
    if !unknown.isEmpty {
      throw DiagnosticsError(
        unknown.map {
          Diagnostic(
            id: "unknown-parameter", message: "no diagram has a parameter '\($0)'",
            hint: NameSuggestion.hint(for: $0, among: known))
        })
    }
    return diagrams.map { given.named($0.parameters.map(\.name)) }
  }

  /// What a picture of this graph says about itself.
  func context(
    _ graph: GraphView, _ language: CaptionLanguage, _ date: CalendarDate?
  ) throws -> DiagramContext {
    let recorded = try ledger().changeSets(limit: 1).first.map { String($0.recordedAt.prefix(10)) }
    return DiagramContext(
      language: language, date: date?.description ?? recorded, revision: Int(graph.revision),
      sourceLine: databaseName.map { language == .swedish ? "databasen \($0)" : "database \($0)" },
      layouts: layouts)
  }

  /// The name of the database's file, without its folder; `nil` without a file.
  private var databaseName: String? {
    if isInMemory { return nil }
    return databasePath.split(separator: "/").last.map(String.init)
  }

  private func nothingToDraw(
    with values: [String: Value], of diagram: SavedDiagram, in graph: GraphView
  ) -> Diagnostic {
    Diagnostic(
      id: Self.nothingToDraw, message: "the queries of the diagram '\(diagram.name)' find nothing to draw",
      hint: diagram.parameters.isEmpty ? nil : hint(onNothingFoundWith: values, of: diagram, in: graph))
  }

  /// Names the parameters that may be to blame: first those that no node is called.
  private func hint(
    onNothingFoundWith values: [String: Value], of diagram: SavedDiagram, in graph: GraphView
  ) -> String {
    let resolver = NodeResolver(graph)
    let texts = diagram.parameters.map(\.name).compactMap { name -> (name: String, text: String)? in
      if case .string(let text)? = values[name] { (name, text) } else { nil }
    }
    for (name, text) in texts {
      guard let problem = resolver.problem(with: text) else { continue }
      let further = problem.hint.map { "; " + $0 } ?? ""
      return "the parameter '\(name)': \(problem.message)\(further)"
    }
    let names = diagram.parameters.map { "'\($0.name)'" }.joined(separator: ", ")
    return texts.isEmpty
      ? "check the value of \(names)" : "what \(names) names is in the graph, and has nothing of what the diagram shows"
  }

  private func connect(_ types: [String], in graph: GraphView, _ subgraph: inout Subgraph) {
    let ids = types.compactMap(graph.symbols.type)
    if ids.isEmpty { return }
    var neighbours: [Neighbour] = []
    for node in subgraph.nodes.keys.sorted() {
      neighbours.removeAll(keepingCapacity: true)
      graph.appendRelationships(of: node, .outgoing, types: ids, to: &neighbours)
      for neighbour in neighbours where subgraph.nodes[neighbour.node] != nil {
        subgraph.relationships[neighbour.relationship] = graph.data(of: neighbour.relationship)
      }
    }
  }

  /// Reads what is wrong with diagrams, or with all, without drawing any. With a database their names of kinds, types
  /// and properties are held to its schema, and those in queries to what it has.
  /// - Throws: a `Diagnostic` for a name that no diagram has; `FileError`; `StoreError`.
  public func checkDiagrams(
    named names: [String] = []
  ) throws -> (diagrams: [SavedDiagram], unreadable: [Diagnostic]) {
    let graph = isInMemory || WorkspaceFiles.exists(databasePath) ? try graph() : nil
    if !names.isEmpty { return (try names.map { try readDiagram(file(ofDiagram: $0), against: graph) }, []) }
    return readDiagrams(against: graph)
  }

  private func readDiagrams(against graph: GraphView?) -> (diagrams: [SavedDiagram], unreadable: [Diagnostic]) {
    var diagrams: [SavedDiagram] = []
    var unreadable: [Diagnostic] = []
    for file in WorkspaceFiles.list(diagramFolder, ending: Self.diagramEndings) {
      do throws(FileError) { diagrams.append(try readDiagram(file, against: graph)) } catch {
        unreadable.append(Diagnostic(id: "unreadable-file", message: error.description))
      }
    }
    return (diagrams, unreadable)
  }

  private func readDiagram(_ file: String, against graph: GraphView? = nil) throws(FileError) -> SavedDiagram {
    let path = WorkspaceFiles.path(diagramFolder, file)
    let read = DiagramDefinition.read(
      SourceText(name: path, utf8: try WorkspaceFiles.read(path)), schema: graph?.schema
    ) { self.reading(ofQuery: $0, in: graph) }
    return SavedDiagram(name: Self.stem(file), diagnostics: read.diagnostics, definition: read.definition)
  }

  private static func stem(_ file: String) -> String {
    let ending = diagramEndings.first { file.hasSuffix($0) } ?? ""
    return String(file.utf8.dropLast(ending.utf8.count)) ?? file
  }
}

extension DiagramContext {
  /// For a page and a size other than the definition's and the usual one.
  fileprivate mutating func draw(for page: PicturePage?, boxes: Int?) {
    self.page = page?.page
    if let boxes { limits = DiagramLimits(boxes: boxes, arrows: boxes * 12 / 5, comfortableBoxes: boxes) }
  }
}
