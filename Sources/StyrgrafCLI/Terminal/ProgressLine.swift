import GraphWorkspace

/// A line on the terminal that tells how far a load has come; nothing where standard error is no terminal. It has no
/// colours.
final class ProgressLine {
  private let text: ProgressText?
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant
  private var isDrawn = false

  init(_ texts: Texts) {
    text = Environment.errorTerminalWidth.map { ProgressText(texts: texts, width: $0) }
    last = start
  }

  func show(_ progress: LoadProgress) {
    guard let text else { return }
    let now = ContinuousClock.now
    // What is done before anybody looks needs no line; that everything is read is told at once.
    let isRead = progress.bytesRead >= progress.byteCount
    guard now - last > .milliseconds(100) || isRead && isDrawn else { return }
    last = now
    isDrawn = true
    Output.tellPart("\r\(text.line(progress, seconds: (now - start) / .seconds(1)))\u{1B}[K")
  }

  func clear() {
    if isDrawn { Output.tellPart("\r\u{1B}[K") }
    isDrawn = false
  }
}
