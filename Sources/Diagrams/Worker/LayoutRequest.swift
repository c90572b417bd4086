/// What is asked of Graphviz.
enum LayoutRequest: Sendable {
  case geometry(LayoutGraph, engine: String)
  case drawing(LayoutGraph, format: String)
  case text(LayoutGraph)

  /// Does what is asked in this process.
  func answer() throws(DiagramError) -> LayoutAnswer {
    switch self {
    case .geometry(let graph, let engine): .geometry(try Graphviz.geometry(of: graph, engine: engine))
    case .drawing(let graph, let format): .bytes(try Graphviz.drawing(of: graph, format: format))
    case .text(let graph): .bytes(try Graphviz.text(of: graph))
    }
  }
}

enum LayoutAnswer: Sendable {
  case geometry(LayoutGeometry)
  case bytes([UInt8])
}

extension LayoutRequest {
  var wire: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .geometry(let graph, let engine):
      writer.number(0)
      writer.text(engine)
      writer.graph(graph)
    case .drawing(let graph, let format):
      writer.number(1)
      writer.text(format)
      writer.graph(graph)
    case .text(let graph):
      writer.number(2)
      writer.graph(graph)
    }
    return writer.bytes
  }

  init(wire: [UInt8]) throws(WireError) {
    var reader = WireReader(wire)
    switch try reader.number() {
    case 0:
      let engine = try reader.text()
      self = .geometry(try reader.graph(), engine: engine)
    case 1:
      let format = try reader.text()
      self = .drawing(try reader.graph(), format: format)
    case 2: self = .text(try reader.graph())
    default: throw WireError()
    }
  }
}

extension Result where Success == LayoutAnswer, Failure == DiagramError {
  var wire: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .success(.geometry(let geometry)):
      writer.number(0)
      writer.geometry(geometry)
    case .success(.bytes(let bytes)):
      writer.number(1)
      writer.data(bytes)
    case .failure(let error):
      writer.number(2)
      writer.text(error.code.rawValue)
      writer.text(error.message)
    }
    return writer.bytes
  }

  init(wire: [UInt8]) throws(WireError) {
    var reader = WireReader(wire)
    switch try reader.number() {
    case 0: self = .success(.geometry(try reader.geometry()))
    case 1: self = .success(.bytes(try reader.data()))
    case 2:
      guard let code = DiagramError.Code(rawValue: try reader.text()) else { throw WireError() }
      self = .failure(DiagramError(code: code, message: try reader.text()))
    default: throw WireError()
    }
  }
}
