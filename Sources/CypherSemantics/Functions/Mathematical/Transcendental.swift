import FoundationEssentials
import GraphModel

#if canImport(Glibc)
  import Glibc
#endif

extension ScalarFunction {
  static let sqrt = ofOneNumber("sqrt", "The square root; NaN for a negative number.", example: ("sqrt(9)", 3)) {
    $0.squareRoot()
  }
  static let exp = ofOneNumber("exp", "e to the power of a number.", example: ("exp(0)", 1)) { Glibc.exp($0) }
  static let log = ofOneNumber("log", "The natural logarithm.", example: ("log(1)", 0)) { Glibc.log($0) }
  static let log10 = ofOneNumber("log10", "The logarithm to base 10.", example: ("log10(100)", 2)) { Glibc.log10($0) }
  static let sin = ofOneNumber("sin", "The sine of an angle in radians.", example: ("sin(0)", 0)) { Glibc.sin($0) }
  static let cos = ofOneNumber("cos", "The cosine of an angle in radians.", example: ("cos(0)", 1)) { Glibc.cos($0) }
  static let tan = ofOneNumber("tan", "The tangent of an angle in radians.", example: ("tan(0)", 0)) { Glibc.tan($0) }
  static let cot = ofOneNumber(
    "cot", "The cotangent of an angle in radians.", example: ("cot(0)", .infinity)
  ) { 1 / Glibc.tan($0) }
  static let asin = ofOneNumber("asin", "The arcsine, in radians.", example: ("asin(0)", 0)) { Glibc.asin($0) }
  static let acos = ofOneNumber("acos", "The arccosine, in radians.", example: ("acos(1)", 0)) { Glibc.acos($0) }
  static let atan = ofOneNumber("atan", "The arctangent, in radians.", example: ("atan(0)", 0)) { Glibc.atan($0) }
  static let degrees = ofOneNumber(
    "degrees", "An angle in degrees, from radians.", example: ("degrees(pi())", 180)
  ) { $0 * 180 / .pi }
  static let radians = ofOneNumber(
    "radians", "An angle in radians, from degrees.", example: ("radians(180)", .pi)
  ) { $0 * .pi / 180 }
  static let haversin = ofOneNumber(
    "haversin", "Half the versine of an angle in radians.", example: ("haversin(0)", 0)
  ) { (1 - Glibc.cos($0)) / 2 }

  static let sinh = ofOneNumber("sinh", "The hyperbolic sine.", example: ("sinh(0)", 0), .cypher25) { Glibc.sinh($0) }
  static let cosh = ofOneNumber("cosh", "The hyperbolic cosine.", example: ("cosh(0)", 1), .cypher25) { Glibc.cosh($0) }
  static let tanh = ofOneNumber("tanh", "The hyperbolic tangent.", example: ("tanh(0)", 0), .cypher25) {
    Glibc.tanh($0)
  }
  static let coth = ofOneNumber(
    "coth", "The hyperbolic cotangent; NaN for 0.", example: ("coth(0)", .nan), .cypher25
  ) { $0 == 0 ? .nan : 1 / Glibc.tanh($0) }

  static let atan2 = ScalarFunction(
    name: "atan2", summary: "The angle of a point, in radians.",
    parameters: [.init("y", .number), .init("x", .number)], result: .float, examples: [.init("atan2(0, 1)", 0.0)]
  ) { _, arguments throws(EvaluationError) in
    let y = try NumberArguments.float(arguments, 0, in: "atan2")
    return .float(Glibc.atan2(y, try NumberArguments.float(arguments, 1, in: "atan2")))
  }

  static let pi = ScalarFunction(
    name: "pi", summary: "The number π.", parameters: [], result: .float, examples: [.init("pi()", .float(.pi))]
  ) { _, _ throws(EvaluationError) in .float(.pi) }

  static let e = ScalarFunction(
    name: "e", summary: "The base of the natural logarithm.", parameters: [], result: .float,
    examples: [.init("e()", .float(M_E))]
  ) { _, _ throws(EvaluationError) in .float(M_E) }

  static let rand = ScalarFunction(
    name: "rand", summary: "A random number from 0 to below 1.", parameters: [], result: .float,
    isDeterministic: false, examples: [.init("0 <= rand() < 1", true)]
  ) { _, _ throws(EvaluationError) in .float(Double.random(in: 0..<1)) }
}
