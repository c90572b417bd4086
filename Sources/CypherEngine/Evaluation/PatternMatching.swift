import CypherSemantics
import GraphModel
import Synchronization

/// `text =~ pattern`: whether a regular expression matches the whole text.
enum PatternMatching {
  private static let compiled = Mutex<[String: CompiledPattern]>([:])

  /// A compiled expression; used under the lock alone, since regular expressions cannot be shared.
  private final class CompiledPattern {
    let regex: Regex<AnyRegexOutput>
    init(_ regex: Regex<AnyRegexOutput>) { self.regex = regex }
  }

  static func matches(_ text: Value, _ pattern: Value) throws(EvaluationError) -> Value {
    guard case .string(let text) = text, case .string(let pattern) = pattern else { return .null }
    let outcome: Result<Bool, EvaluationError> = compiled.withLock { cache in
      do {
        let regex: Regex<AnyRegexOutput>
        if let known = cache[pattern] {
          regex = known.regex
        } else {
          regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
          if cache.count > 100 { cache.removeAll() }
          cache[pattern] = CompiledPattern(regex)
        }
        return .success(try regex.wholeMatch(in: text) != nil)
      } catch {
        return .failure(
          .argument("InvalidArgumentValue", "'\(pattern)' is not a regular expression: \(error)"))
      }
    }
    return .boolean(try outcome.get())
  }
}
