import GraphModel
import GraphWorkspace

/// Answers a statement of a shell and prints what it gave.
struct ReplyPrinter {
  enum Outcome {
    case done, quit
    /// It failed, or its answer was cut; with the exit status that says so.
    case failed(Int32)
  }

  private let shell: Shell
  private let options: GlobalOptions
  private let tellsTime: Bool
  private let history: [String]

  init(_ shell: Shell, options: GlobalOptions, tellsTime: Bool, history: [String] = []) {
    self.shell = shell
    self.options = options
    self.tellsTime = tellsTime
    self.history = history
  }

  func answer(_ statement: ShellInput.Statement, source: String) -> Outcome {
    Interruption.watched {
      do {
        let reply = try shell.answer(statement, source: source, cancellation: Interruption.cancellation)
        return print(reply)
      } catch {
        let report = FailureReport(error)
        if shell.format == .json || shell.format == .jsonl, !tellsTime {
          Output.write(report.json())
        } else {
          Findings.tell(report)
        }
        return .failed(Interruption.isRequested ? Interruption.status : ExitStatus(report.cause).rawValue)
      }
    }
  }

  private func print(_ reply: Shell.Reply) -> Outcome {
    let texts = options.texts
    switch reply {
    case .quit: return .quit
    case .answer(let answer, let seconds, let expectsNoRows): return print(answer, seconds, expectsNoRows)
    case .plan(let plan, let warnings):
      Findings.tell(warnings)
      printer.print(plan)
    case .schema(let overview): Output.write(SchemaPage(overview, options: options).text)
    case .queries(let queries, let unreadable):
      Findings.tell(unreadable + queries.flatMap(\.diagnostics))
      Output.write(
        QueriesCommand.table(queries, options).rendered(width: Environment.terminalWidth, style: options.style))
    case .parameters(let parameters):
      for name in parameters.keys.sorted(by: { $0.precedesByCodePoints($1) }) {
        Output.print(line(name, parameters[name] ?? .null))
      }
    case .parameter(let name, let value): if tellsTime { Output.print(line(name, value)) }
    case .settings(let settings):
      // A file of statements is read for its answers.
      for setting in settings { tellsTime ? Output.print(texts.setting(setting)) : Output.tell(texts.setting(setting)) }
    case .history: for line in history { Output.print(PlainLines.oneLine(line)) }
    case .help: Output.write(texts.shellHelp)
    }
    return .done
  }

  private func print(
    _ answer: QueryAnswer, _ seconds: Double, _ expectsNoRows: SavedQuery.Severity?
  ) -> Outcome {
    Findings.tell(answer.warnings)
    if let plan = answer.plan {
      printer.print(plan)
    } else {
      printer.print(answer, seconds: tellsTime ? seconds : nil)
    }
    printer.tellWhatElse(answer, expectsNoRows)
    switch answer.table.truncation {
    case nil: return .done
    case .cancelled?: return .failed(Interruption.status)
    default: return .failed(ExitStatus.budgetSpent.rawValue)
    }
  }

  private func line(_ name: String, _ value: Value) -> String {
    "$\(name) = " + PlainLines.oneLine(ValueDisplay(elements: Subgraph()).text(value))
  }

  private var printer: AnswerPrinter {
    // What was stopped is printed as far as it came; what comes then, Ctrl-C stops too.
    AnswerPrinter(
      format: shell.format.encoding, texts: options.texts, style: options.style,
      isInterruptible: !Interruption.isRequested)
  }
}
