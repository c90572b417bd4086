import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import Temporals
import Testing

/// Every example in the manual gives what it says, through the whole pipeline.
@Suite struct FunctionExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var function: String
    var example: ScalarFunction.Example
    var testDescription: String { "\(function): \(example.query)" }
  }

  static let cases: [Case] =
    FunctionRegistry.scalars.flatMap { function in
      function.examples.map { Case(function: function.name, example: $0) }
    }
    + FunctionRegistry.aggregates.flatMap { function in
      function.examples.map { Case(function: function.name, example: $0) }
    }

  @Test(arguments: cases)
  func example(_ example: Case) throws {
    let value = try QueryAnswer.value(of: example.example.query)
    #expect(value == example.example.result, "\(example.example.query)")
    #expect(value.typeName == example.example.result.typeName)
  }

  @Test(arguments: FunctionRegistry.scalars.filter(\.propagatesNull))
  func nullGivesNull(of function: ScalarFunction) throws {
    for count in function.arity where count > 0 {
      let nulls = Array(repeating: "null", count: count).joined(separator: ", ")
      #expect(try QueryAnswer.value(of: "RETURN \(function.name)(\(nulls))").isNull)
    }
  }

  /// No value of any type makes a function stop the program; it answers or refuses with a code of the language.
  @Test(arguments: FunctionRegistry.scalars)
  func anyArgumentIsAnsweredOrRefused(_ function: ScalarFunction) throws {
    let values: [Value] = [
      .null, true, .integer(.min), -1, 0, .integer(.max), .float(.nan), .float(-.infinity), 1.5, "", "å\u{301}🩺", "day",
      [], [nil, "x", 1], .map([:]), .map(["year": 2024, "days": .float(.nan), "timezone": "?"]),
    ]
    let context = EvaluationContext(
      graph: GraphView(.empty()), parameters: [:], statementTime: try .now())
    let fewest = function.arity.lowerBound
    for count in fewest...min(function.arity.upperBound, fewest + 2) {
      for first in values {
        for second in values {
          let arguments = (0..<count).map { $0 % 2 == 0 ? first : second }
          do throws(EvaluationError) {
            _ = try function.implementation(context, arguments)
          } catch {
            #expect(["TypeError", "ArgumentError", "ArithmeticError"].contains(error.code.type), "\(error)")
          }
        }
      }
    }
  }
}
