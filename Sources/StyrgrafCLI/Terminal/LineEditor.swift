import CEdit
import GraphWorkspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lines typed at a terminal, with editing, history and completion, by libedit.
/// - Source: editline(3), editrc(5).
@safe final class LineEditor {
  enum Line {
    case text(String)
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D on an empty line.
    case end
  }

  private static let historySize: Int32 = 1000
  private static let mostCandidates = 200

  private let editor: OpaquePointer
  private let history: OpaquePointer?
  private var prompt: UnsafeMutablePointer<CChar>?
  private var wasInterrupted = false
  private let complete: (_ line: String) -> ShellCompletion

  /// - Parameter complete: gives what may come next behind a line up to the cursor.
  init?(complete: @escaping (_ line: String) -> ShellCompletion) {
    // Characters beyond ASCII are read right in a UTF-8 locale only.
    if unsafe setlocale(LC_CTYPE, "") == nil || !Self.isUnicode { unsafe setlocale(LC_CTYPE, "C.UTF-8") }
    guard let editor = unsafe cedit_make("styrgraf") else { return nil }
    unsafe (self.editor, history) = (editor, cedit_make_history(Self.historySize))
    self.complete = complete
    unsafe cedit_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    unsafe cedit_set_prompt(editor) { unsafe LineEditor.owner(of: $0)?.prompt }
    unsafe cedit_use_keys(editor)
    if let history = unsafe history { unsafe cedit_use_history(editor, history) }
    unsafe cedit_bind(editor, "^I", "styrgraf-complete") { editor, _ in
      unsafe LineEditor.owner(of: editor)?.completeLine() ?? UInt8(CC_NORM)
    }
    unsafe cedit_bind(editor, "^C", "styrgraf-interrupt") { editor, _ in
      unsafe LineEditor.owner(of: editor)?.wasInterrupted = true
      return UInt8(CC_EOF)
    }
    unsafe cedit_take_interrupt_key(editor)
  }

  deinit {
    if let history = unsafe history { unsafe history_end(history) }
    unsafe el_end(editor)
    unsafe free(prompt)
  }

  private static var isUnicode: Bool { unsafe String(cString: nl_langinfo(CInt(CODESET))) == "UTF-8" }

  private static func owner(of editor: OpaquePointer?) -> LineEditor? {
    guard let editor = unsafe editor, let owner = unsafe cedit_owner(editor) else { return nil }
    return unsafe Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  func remember(_ line: String) {
    if let history = unsafe history { unsafe cedit_remember(history, line) }
  }

  /// The next line, without its end.
  func read(prompt: String) -> Line {
    unsafe free(self.prompt)
    unsafe self.prompt = strdup(prompt)
    wasInterrupted = false
    unsafe el_resize(editor)
    unsafe cedit_take_keys(editor)
    var count: Int32 = 0
    let text = unsafe el_gets(editor, &count)
    if wasInterrupted {
      Output.tell("^C")
      return .interrupted
    }
    guard let text = unsafe text, count > 0 else { return .end }
    var line = unsafe String(cString: text)
    if line.unicodeScalars.last == "\n" { line.unicodeScalars.removeLast() }
    return .text(line)
  }

  private func completeLine() -> UInt8 {
    guard let info = unsafe el_line(editor) else { return UInt8(CC_NORM) }
    let length = unsafe info.pointee.cursor - info.pointee.buffer
    let line = unsafe String(
      decoding: UnsafeRawBufferPointer(start: info.pointee.buffer, count: length), as: UTF8.self)
    let completion = complete(line)
    guard !completion.candidates.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
    let typed = String(line.unicodeScalars.suffix(completion.replacedCount))
    let wanted = completion.commonPrefix
    if wanted.unicodeScalars.count >= completion.replacedCount, wanted != typed {
      unsafe el_deletestr(editor, Int32(completion.replacedCount))
      _ = unsafe el_insertstr(editor, wanted)
      return UInt8(CC_REFRESH)
    }
    if completion.candidates.count == 1 { return UInt8(CC_REFRESH) }
    Output.write("\r\n" + Self.columns(completion.candidates, width: Environment.terminalWidth ?? 80))
    return UInt8(CC_REDISPLAY)
  }

  /// Words in columns, read downwards.
  private static func columns(_ words: [String], width: Int) -> String {
    let shown = words.prefix(mostCandidates).map(PlainLines.oneLine)
    let column = min(width, (shown.map { DisplayWidth.width(of: $0) }.max() ?? 0) + 2)
    let perLine = max(1, width / max(column, 1))
    let lineCount = (shown.count + perLine - 1) / perLine
    var text = ""
    for line in 0..<lineCount {
      for position in stride(from: line, to: shown.count, by: lineCount) {
        let padding = column - DisplayWidth.width(of: shown[position])
        text += shown[position] + String(repeating: " ", count: max(0, padding))
      }
      text += "\r\n"
    }
    return words.count > shown.count ? text + "… +\(words.count - shown.count)\r\n" : text
  }
}
