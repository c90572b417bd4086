import Foundation
import GraphModel

extension ScalarFunction {
  static let normalize = ScalarFunction(
    name: "normalize",
    summary: "The text in a Unicode normal form: NFC unless NFD, NFKC or NFKD is asked for, a word without quotes.",
    parameters: [.init("text", .string), .init("form", .string, isOptional: true)], result: .string,
    examples: [.init("size(normalize('å', NFD))", 2), .init("normalize('ﬁ', NFKC)", "fi")],
    portability: .neo4j(17)
  ) { _, arguments throws(EvaluationError) in
    let text = try TextArguments.text(arguments, 0, in: "normalize")
    let form = arguments.count > 1 ? try TextArguments.text(arguments, 1, in: "normalize") : "NFC"
    switch form.uppercased() {
    case "NFC": return .string(text.precomposedStringWithCanonicalMapping)
    case "NFD": return .string(text.decomposedStringWithCanonicalMapping)
    case "NFKC": return .string(text.precomposedStringWithCompatibilityMapping)
    case "NFKD": return .string(text.decomposedStringWithCompatibilityMapping)
    default: throw .argument("InvalidArgumentValue", "normalize expects NFC, NFD, NFKC or NFKD, not '\(form)'")
    }
  }
}
