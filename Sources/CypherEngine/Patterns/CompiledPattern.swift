import CPCRE2
import CypherSemantics
import GraphModel

/// A regular expression that matches whole texts, under the query's budget.
///
/// PCRE2 counts the ways that it tries. It is given few of them at first, and more as long as the budget's clock allows,
/// so that a pattern like `(a+)+` stops where the query does.
/// - Source: pcre2api(3), pcre2jit(3).
@safe final class CompiledPattern {
  /// Ways to match that are tried before the clock is looked at; then four times as many, and so on.
  private static let firstSteps: UInt32 = 1_000_000
  /// The end also for a query without a budget: a minute or so.
  private static let lastSteps: UInt32 = 1 << 30
  /// Bytes that one match may take while it goes back and forth.
  private static let heapLimit = 256 << 20
  private static let stackLimit = 4 << 20
  /// Machine code is worth its making from so many matches on.
  private static let matchesBeforeCode = 50

  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer
  private var stack: OpaquePointer?
  private var matchCount = 0
  private var usesMachineCode = false

  /// - Throws: `ArgumentError` with the place in the pattern.
  init(_ pattern: String) throws(EvaluationError) {
    // `.` and `$` know the line ends that Java's do; nothing may look at single bytes of a character.
    let settings = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(settings) }
    unsafe pcre2_set_newline_8(settings, UInt32(PCRE2_NEWLINE_ANY))
    let options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_ANCHORED | PCRE2_ENDANCHORED
    var (failure, offset): (Int32, Int) = (0, 0)
    var text = pattern
    let made = text.withUTF8 { bytes in
      unsafe pcre2_compile_8(bytes.baseAddress, bytes.count, options, &failure, &offset, settings)
    }
    guard let made = unsafe made else { throw Self.mistake(in: pattern, failure, at: offset) }
    guard let data = unsafe pcre2_match_data_create_8(1, nil), let context = unsafe pcre2_match_context_create_8(nil)
    else {
      unsafe pcre2_code_free_8(made)
      throw .stopped(by: .memory(bytes: 0), "there is no memory left for a regular expression")
    }
    unsafe (code, self.data, self.context) = (made, data, context)
    unsafe pcre2_set_heap_limit_8(context, UInt32(Self.heapLimit >> 10))
  }

  deinit {
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_code_free_8(code)
    if let stack = unsafe stack { unsafe pcre2_jit_stack_free_8(stack) }
  }

  /// Whether the whole text matches.
  /// - Throws: an error with a truncation when the budget is spent.
  func matches(_ text: String, _ budget: BudgetMeter) throws(EvaluationError) -> Bool {
    matchCount += 1
    if matchCount == Self.matchesBeforeCode { makeMachineCode() }
    var text = text
    var steps = Self.firstSteps
    // Values are always good UTF-8.
    var options = PCRE2_NO_UTF_CHECK
    while true {
      unsafe pcre2_set_match_limit_8(context, steps)
      let outcome = text.withUTF8 { bytes in
        unsafe pcre2_match_8(code, bytes.baseAddress, bytes.count, 0, options, data, context)
      }
      switch outcome {
      case 0...: return true
      case PCRE2_ERROR_NOMATCH: return false
      case PCRE2_ERROR_MATCHLIMIT:
        try budget.checkNow()
        guard steps < Self.lastSteps else {
          throw .stopped(
            by: .patternSteps, "a regular expression tries too many ways to match a text and was stopped",
            hint: "a repetition within a repetition, such as (a+)+, is the usual cause")
        }
        steps *= 4
      case PCRE2_ERROR_JIT_STACKLIMIT where options & PCRE2_NO_JIT == 0:
        // The slower way takes its memory elsewhere, and more of it.
        options |= PCRE2_NO_JIT
      case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY, PCRE2_ERROR_JIT_STACKLIMIT:
        throw .stopped(
          by: .memory(bytes: Self.heapLimit),
          "a regular expression needs more than \(Self.heapLimit.plainBytes) to match a text and was stopped")
      default:
        throw .argument(
          "InvalidArgumentValue", "the regular expression failed on a text: \(Self.message(outcome))")
      }
    }
  }

  /// Where the machine forbids it, matching goes on without.
  private func makeMachineCode() {
    guard unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0 else { return }
    guard let made = unsafe pcre2_jit_stack_create_8(32 << 10, Self.stackLimit, nil) else { return }
    unsafe stack = made
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(made))
  }

  private static func mistake(in pattern: String, _ failure: Int32, at offset: Int) -> EvaluationError {
    // Counted in characters, as a person sees the pattern.
    let position = String(decoding: Array(pattern.utf8.prefix(offset)), as: UTF8.self).unicodeScalars.count + 1
    return .argument(
      "InvalidArgumentValue",
      "'\(pattern)' is not a regular expression: \(message(failure)), at character \(position)")
  }

  private static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
    }
    return String(decoding: buffer.prefix(max(0, Int(count))), as: UTF8.self)
  }
}
