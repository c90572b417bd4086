import GraphModel

extension ScalarFunction {
  static let randomUUID = ScalarFunction(
    name: "randomUUID", summary: "A random universally unique identifier (version 4), another at each call.",
    parameters: [], result: .string, isDeterministic: false,
    examples: [.init("size(randomUUID())", 36), .init("randomUUID() = randomUUID()", false)],
    portability: .neo4j()
  ) { _, _ throws(EvaluationError) in
    .string(RandomIdentifier.text())
  }
}

/// - Source: RFC 9562, §5.4.
enum RandomIdentifier {
  static func text() -> String {
    let high = UInt64.random(in: .min ... .max) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    var text = ""
    for (position, digit) in (digits(of: high) + digits(of: low)).enumerated() {
      if [8, 12, 16, 20].contains(position) { text += "-" }
      text.append(digit)
    }
    return text
  }

  private static func digits(of number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
