import GraphWorkspace

/// A conversation at a terminal.
final class InteractiveShell {
  private let shell: Shell
  private let options: GlobalOptions
  private var history: ShellHistory
  private var input = ShellInput(endsAtEmptyLine: true)

  init(_ shell: Shell, history: ShellHistory, options: GlobalOptions) {
    self.shell = shell
    self.history = history
    self.options = options
  }

  func run() {
    let editor = LineEditor { [unowned self] line in
      shell.completion(pending: input.pendingText, line: line)
    }
    guard let editor else { return Output.tell("styrgraf: error: the terminal cannot be used") }
    // Between a query's end and the prompt Ctrl-C has nothing to stop, and least of all the shell.
    Interruption.ignore()
    for line in history.lines { editor.remember(line) }
    Output.print(options.texts.shellGreeting(Styrgraf.version, database: shell.workspace.databasePath))
    while true {
      switch editor.read(prompt: prompt) {
      case .interrupted: input.clear()
      case .end:
        if !input.isOpen { return Output.print("") }
        // What was typed and not ended is not asked by leaving.
        Output.print("")
        input.clear()
      case .text(let line):
        for statement in input.add(line) {
          if let line = history.add(statement.isDirective ? statement.text : statement.text + ";") {
            editor.remember(line)
          }
          let printer = ReplyPrinter(shell, options: options, tellsTime: true, history: history.lines)
          if case .quit = printer.answer(statement, source: "query") { return }
        }
      }
    }
  }

  private var prompt: String {
    let name = shell.isWriting ? "styrgraf (write)> " : "styrgraf> "
    return input.isOpen ? String(repeating: " ", count: name.count - 4) + "... " : name
  }
}
