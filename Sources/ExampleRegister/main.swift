let output = CommandLine.arguments[1]
let region = try RegionReferences(graph: "graph")
let register = try RegisterGenerator.register(region: region)
try write(RegisterRecords(register), to: output)
