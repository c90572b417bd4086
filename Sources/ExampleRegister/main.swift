import Diagnostics
import GraphModel
import Interchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes the register from the region in `graph`, writes it, and reads it back with the region to see that it loads.
func generate(into directory: String, graph: String) throws {
  let region = try RegionReader(graph: graph)
  let register = try RegisterGenerator.register(region: region.references)
  var writer = RegisterWriter(directory: directory, schema: region.schema)
  let summary = try writer.write(register)
  let reader = GraphFolderReader(directories: [directory])
  try reader.read(schema: region.schema, nodes: { _ in }, relationships: { _ in })
  try reader.diagnostics.throwIfErrors()
  print("\(directory): \(summary.nodes) nodes, \(summary.relationships) relationships")
}

func fail(_ message: String, status: Int32) -> Never {
  let bytes = Array("\(message)\n".utf8)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(status)
}

let arguments = CommandLine.arguments.dropFirst()
guard let directory = arguments.first, arguments.count <= 2, !directory.hasPrefix("-") else {
  fail("usage: styrgraf-example FOLDER [GRAPH]\nwrites the example register; GRAPH is 'graph' unless given", status: 2)
}
do {
  try generate(into: directory, graph: arguments.dropFirst().first ?? "graph")
} catch let error as FileError {
  fail(error.description, status: 3)
} catch let error as DiagnosticsError {
  fail(error.diagnostics.map { $0.rendered() }.joined(separator: "\n"), status: 2)
} catch let diagnostic as Diagnostic {
  fail(diagnostic.rendered(), status: 2)
} catch {
  fail("\(error)", status: 2)
}
