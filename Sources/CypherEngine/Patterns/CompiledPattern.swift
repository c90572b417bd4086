import CPCRE2
import CypherSemantics
import GraphModel

/// A regular expression that matches whole texts, under the query's budget.
///
/// PCRE2 counts the ways that it tries. Where they are many, as for `(a+)+`, it begins anew with a form of the pattern
/// that asks the budget before every step.
/// - Source: pcre2api(3), pcre2callout(3), pcre2jit(3).
@safe final class CompiledPattern {
  /// Ways to match that are tried before the budget is asked: some milliseconds.
  private static let unwatchedSteps: UInt32 = 1_000_000
  /// The end also for a query without a budget: about a minute.
  private static let mostSteps: UInt32 = 1 << 30
  /// Bytes that one match may take while it goes back and forth.
  private static let heapLimit = 256 << 20
  private static let stackLimit = 4 << 20
  /// Machine code is worth its making from so many matches on.
  private static let matchesBeforeCode = 50

  private let text: String
  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer
  /// The form that asks the budget; made when it is needed.
  private var watchedCode: OpaquePointer?
  private var stack: OpaquePointer?
  private var matchCount = 0

  /// - Throws: `ArgumentError` with the place in the pattern.
  init(_ pattern: String) throws(EvaluationError) {
    text = pattern
    unsafe code = try Self.compile(pattern, options: 0)
    guard let data = unsafe pcre2_match_data_create_8(1, nil), let context = unsafe pcre2_match_context_create_8(nil)
    else {
      unsafe pcre2_code_free_8(code)
      throw .stopped(by: .memory(bytes: 0), "there is no memory left for a regular expression")
    }
    unsafe (self.data, self.context) = (data, context)
    unsafe pcre2_set_heap_limit_8(context, UInt32(Self.heapLimit >> 10))
  }

  deinit {
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_code_free_8(code)
    if let watchedCode = unsafe watchedCode { unsafe pcre2_code_free_8(watchedCode) }
    if let stack = unsafe stack { unsafe pcre2_jit_stack_free_8(stack) }
  }

  /// Whether the whole text matches.
  /// - Throws: an error with a truncation when the budget is spent.
  func matches(_ text: String, _ budget: BudgetMeter) throws(EvaluationError) -> Bool {
    matchCount += 1
    if matchCount == Self.matchesBeforeCode { makeMachineCode() }
    unsafe pcre2_set_match_limit_8(context, Self.unwatchedSteps)
    var outcome = unsafe match(text, code, 0)
    // The slower way takes its memory elsewhere, and more of it.
    if outcome == PCRE2_ERROR_JIT_STACKLIMIT { outcome = unsafe match(text, code, PCRE2_NO_JIT) }
    if outcome == PCRE2_ERROR_MATCHLIMIT { outcome = try watchedMatch(text, budget) }
    switch outcome {
    case 0...: return true
    case PCRE2_ERROR_NOMATCH: return false
    case PCRE2_ERROR_MATCHLIMIT:
      throw .stopped(
        by: .patternSteps, "a regular expression tries too many ways to match a text and was stopped",
        hint: "a repetition within a repetition, such as (a+)+, is the usual cause")
    case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY:
      throw .stopped(
        by: .memory(bytes: Self.heapLimit),
        "a regular expression needs more than \(Self.heapLimit.plainBytes) to match a text and was stopped")
    default:
      throw .argument("InvalidArgumentValue", "the regular expression failed on a text: \(Self.message(outcome))")
    }
  }

  private func match(_ text: String, _ code: OpaquePointer, _ options: UInt32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      // Values are always good UTF-8.
      unsafe pcre2_match_8(
        code, bytes.baseAddress, bytes.count, 0, options | PCRE2_NO_UTF_CHECK, data, context)
    }
  }

  // MARK: Under the budget's eyes

  private final class Watch {
    let budget: BudgetMeter
    var error: EvaluationError?
    init(_ budget: BudgetMeter) { self.budget = budget }
  }

  private func watchedMatch(_ text: String, _ budget: BudgetMeter) throws(EvaluationError) -> Int32 {
    try budget.checkNow()
    let code: OpaquePointer
    if let watchedCode = unsafe watchedCode {
      unsafe code = watchedCode
    } else {
      unsafe code = try Self.compile(self.text, options: PCRE2_AUTO_CALLOUT)
      unsafe watchedCode = code
    }
    let watch = Watch(budget)
    unsafe pcre2_set_callout_8(
      context,
      { _, owner in
        guard let owner = unsafe owner else { return 0 }
        let watch = unsafe Unmanaged<Watch>.fromOpaque(owner).takeUnretainedValue()
        do throws(EvaluationError) { try watch.budget.check() } catch {
          watch.error = error
          return PCRE2_ERROR_CALLOUT
        }
        return 0
      }, Unmanaged.passUnretained(watch).toOpaque())
    unsafe pcre2_set_match_limit_8(context, Self.mostSteps)
    let outcome = withExtendedLifetime(watch) { unsafe match(text, code, PCRE2_NO_JIT) }
    unsafe pcre2_set_callout_8(context, nil, nil)
    if let error = watch.error { throw error }
    return outcome
  }

  // MARK: Compiling

  private static func compile(_ pattern: String, options: UInt32) throws(EvaluationError) -> OpaquePointer {
    let settings = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(settings) }
    // `.` and `$` know the line ends that Java's do; nothing may look at single bytes of a character.
    unsafe pcre2_set_newline_8(settings, UInt32(PCRE2_NEWLINE_ANY))
    let options = options | PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_ANCHORED | PCRE2_ENDANCHORED
    var (failure, offset): (Int32, Int) = (0, 0)
    var text = pattern
    let made = text.withUTF8 { bytes in
      unsafe pcre2_compile_8(bytes.baseAddress, bytes.count, options, &failure, &offset, settings)
    }
    guard let made = unsafe made else { throw mistake(in: pattern, failure, at: offset) }
    return unsafe made
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
