import Foundation

/// The built program, run as a process of its own.
struct Program {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Beside the tests' own program.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "styrgraf").path
  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// A folder of its own, with a small graph in `small`.
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "styrgraf-cli-" + UUID().uuidString
    let files = [
      "small/schema.yaml": """
      version: 1
      kinds:
        Part: {caption: {en: Part, sv: Del}, properties: {name: {type: string, required: true}, size: {type: integer}}}
      relationships:
        NEEDS: {from: Part, to: Part, impact: {retired: broken}}
      """,
      "small/nodes/Part.csv": "key,name,size\np-1,Ångpanna,1\np-2,Rör,2\n",
      "small/relationships/NEEDS.csv": "from,to\np-1,p-2\n",
      "queries/all.cypher":
        "// All parts\n// parameter least: integer = 0\n// expect: no rows\nMATCH (p:Part) WHERE p.size >= $least RETURN p.name AS name ORDER BY name",
      "bad/nodes/Part.csv": "key,nme\np-1,x\n",
    ]
    for (name, text) in files { try write(text, to: name) }
  }

  func write(_ text: String, to name: String) throws {
    let file = folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    variables.merge(environment) { $1 }
    process.environment = variables
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    let told = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: told, as: UTF8.self))
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
