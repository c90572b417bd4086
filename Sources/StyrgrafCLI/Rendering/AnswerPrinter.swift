import GraphModel
import GraphWorkspace

/// Prints answers to queries: rows on standard output, what there is to say about them on standard error.
struct AnswerPrinter {
  let format: ResultEncoding?
  let texts: Texts
  let style: TerminalStyle
  /// Whether Ctrl-C stops the printing.
  var isInterruptible = false

  /// - Parameter seconds: how long the answer took, where that is to be told.
  func print(_ answer: QueryAnswer, seconds: Double? = nil) {
    if let format {
      return answer.table.write(as: format) { portion in
        if !isInterruptible || !Interruption.isRequested { Output.write(portion) }
      }
    }
    // Of an answer that was cut before its first row there is nothing to show.
    if answer.table.columns.isEmpty || answer.table.rows.isEmpty && answer.table.truncation != nil { return }
    let table = TextTable(answer.table).rendered(width: Environment.terminalWidth, style: style)
    if isInterruptible { write(table) } else { Output.write(table) }
    let count = texts.rows(answer.table.rows.count) + (seconds.map { ", " + texts.duration($0) } ?? "")
    if Environment.outputIsTerminal {
      Output.print(style.text(count, .faint))
    } else {
      Output.tell(count)
    }
  }

  private func write(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if Interruption.isRequested { return }
      Output.print(String(line))
    }
  }

  /// Tells what was changed, what a check found, and what cut the answer.
  func tellWhatElse(_ answer: QueryAnswer, _ expectsNoRows: SavedQuery.Severity?) {
    if let counts = answer.table.changes { Output.tell(texts.wrote(counts, revision: answer.revision)) }
    if let expectsNoRows, !answer.table.rows.isEmpty {
      Output.tell(texts.unexpectedRows(answer.table.rows.count, expectsNoRows))
    }
    guard let truncation = answer.table.truncation else { return }
    Output.tell(texts.cut(truncation))
    if let advice = answer.table.truncationAdvice { Output.tell(texts.advice(advice)) }
  }

  func print(_ plan: QueryPlan) {
    let isJSON = format == .json || format == .jsonLines
    Output.write(isJSON ? plan.json : Array((plan.text + "\n").utf8))
  }
}
