import GraphModel
import GraphWorkspace

/// What is said of answers, and by the shell.
extension Texts {
  // MARK: Budgets

  func cut(_ truncation: Truncation) -> String {
    switch truncation {
    case .rows(let limit):
      say(
        "the answer is cut after \(limit) rows; --max-rows asks for more",
        "svaret är avkortat efter \(limit) rader; --max-rows ger fler")
    case .time(let seconds):
      say(
        "the query was stopped after \(plain(seconds)) s, the answer is not whole; --timeout allows more",
        "frågan avbröts efter \(plain(seconds)) s, svaret är inte helt; --timeout tillåter mer")
    case .memory(let bytes):
      say(
        "the query needed more than \(amount(bytes)) of memory and was stopped, the answer is not whole; --max-memory allows more",
        "frågan behövde mer än \(amount(bytes)) minne och avbröts, svaret är inte helt; --max-memory tillåter mer")
    case .patternSteps:
      say(
        "a regular expression tries too many ways to match a text, the answer is not whole; a repetition within a repetition, such as (a+)+, is the usual cause",
        "ett reguljärt uttryck prövar för många sätt att passa en text, svaret är inte helt; en upprepning i en upprepning, som (a+)+, är den vanliga orsaken"
      )
    case .cancelled: say("the query was stopped, the answer is not whole", "frågan avbröts, svaret är inte helt")
    }
  }

  func advice(_ advice: TruncationAdvice) -> String {
    switch advice {
    case .distinctEnds:
      say(
        "the query follows every path of a variable-length pattern; with DISTINCT, as in count(DISTINCT x), it looks for the nodes that are reached, which is fast",
        "frågan följer varje väg i ett mönster av varierande längd; med DISTINCT, som i count(DISTINCT x), söker den de noder som nås, vilket går fort"
      )
    }
  }

  /// `12 ms`, `3.4 s`
  func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(Int((seconds * 1000).rounded())) ms" }
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10)\(say(".", ","))\(tenths % 10) s"
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
  }

  private func amount(_ bytes: Int) -> String {
    for (unit, name) in [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")] where bytes >= unit {
      return "\(plain(Double(bytes * 10 / unit) / 10)) \(name)"
    }
    return "\(bytes) byte"
  }

  // MARK: The shell

  func shellGreeting(_ version: String, database: String) -> String {
    say(
      "styrgraf \(version) on '\(database)'; end statements with ';', :help for help",
      "styrgraf \(version) på ”\(database)”; avsluta satser med ';', :help ger hjälp")
  }

  func setting(_ setting: Shell.Setting) -> String {
    switch setting {
    case .format(let format): return "format: \(format.rawValue)"
    case .write(let isOn):
      return isOn ? say("write: on", "write: på (on)") : say("write: off", "write: av (off)")
    case .validOn(let date):
      return say("valid on: ", "giltigt: ") + (date.map { "\($0)" } ?? say("any date", "alla datum"))
    case .limits(let limits):
      let none = say("none", "ingen")
      let parts = [
        "timeout=" + (limits.seconds.map(plain) ?? none), "rows=" + (limits.rows.map { "\($0)" } ?? none),
        "memory=" + (limits.memory.map(amount)?.replacing(" ", with: "") ?? none),
      ]
      return parts.joined(separator: "  ")
    }
  }

  var shellHelp: String {
    say(
      """
      A statement ends with ';' or an empty line. Tab completes, the arrow keys bring back what was asked, Ctrl-R
      searches it, Ctrl-C stops a query or clears the line, Ctrl-D ends.

        :schema [NAME]                 kinds and relationship types
        :queries                       saved queries
        :run NAME [name=value…]        runs a saved query
        :param name = value            a value for $name; :params lists them
        :format table|json|jsonl|csv   how answers are printed
        :explain QUERY                 the plan, as EXPLAIN QUERY; PROFILE QUERY runs it too
        :write on|off                  whether statements may change the graph
        :valid-on DATE|off             only what is valid on a day
        :limits [timeout=30] [rows=1000000] [memory=1GB]   the budget of a query; 0 lifts a limit
        :history                       what was asked
        :quit

      """,
      """
      En sats slutar med ';' eller en tom rad. Tabb kompletterar, piltangenterna hämtar tidigare satser, Ctrl-R söker
      bland dem, Ctrl-C avbryter en fråga eller tömmer raden, Ctrl-D avslutar.

        :schema [NAMN]                 slag och relationstyper
        :queries                       sparade frågor
        :run NAMN [namn=värde…]        kör en sparad fråga
        :param namn = värde            ett värde för $namn; :params visar dem
        :format table|json|jsonl|csv   hur svar skrivs ut
        :explain FRÅGA                 planen, som EXPLAIN FRÅGA; PROFILE FRÅGA kör den också
        :write on|off                  om satser får ändra grafen
        :valid-on DATUM|off            bara det som gäller en viss dag
        :limits [timeout=30] [rows=1000000] [memory=1GB]   en frågas gränser; 0 tar bort en gräns
        :history                       vad som har frågats
        :quit

      """)
  }
}
