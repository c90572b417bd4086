/// A line on the terminal that tells how far a load has come; nothing where standard error is no terminal.
final class ProgressLine {
  private let word: String
  private let isShown = Environment.errorIsTerminal
  private var last = ContinuousClock.now
  private var isDrawn = false

  init(_ word: String) { self.word = word }

  func show(_ count: Int) {
    guard isShown, ContinuousClock.now - last > .milliseconds(100) else { return }
    last = ContinuousClock.now
    isDrawn = true
    Output.tellPart("\r\(word): \(count)\u{1B}[K")
  }

  func clear() {
    if isDrawn { Output.tellPart("\r\u{1B}[K") }
    isDrawn = false
  }
}
