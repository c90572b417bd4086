import GraphWorkspace

/// Statements from a pipe or a file: no prompt, nothing repeated.
struct PipedShell {
  private let shell: Shell
  private let keepsGoing: Bool
  private let options: GlobalOptions

  init(_ shell: Shell, keepsGoing: Bool, options: GlobalOptions) {
    self.shell = shell
    self.keepsGoing = keepsGoing
    self.options = options
  }

  /// - Returns: the status of the first statement that failed or was cut; `nil` if none was.
  func run() throws -> Int32? {
    var lines = LineInput()
    var input = ShellInput(endsAtEmptyLine: false)
    var failure: Int32?
    while true {
      let read = lines.next()
      var statements: [ShellInput.Statement] = []
      for line in read ?? [] { statements += input.add(String(decoding: line, as: UTF8.self)) }
      if read == nil { statements = input.finish() }
      for statement in statements {
        switch ReplyPrinter(shell, options: options, tellsTime: false).answer(statement, source: "input") {
        case .done: continue
        case .quit: return failure
        case .failed(let status):
          if failure == nil { failure = status }
          if !keepsGoing || status == Interruption.status { return failure }
        }
      }
      if read == nil { return failure }
    }
  }
}
