import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the process was started with, and in.
enum Environment {
  /// A variable; an empty one counts as absent.
  static subscript(name: String) -> String? {
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe String(cString: value)
  }

  /// The language of the locale: the first of the variables that is set decides.
  static var language: CaptionLanguage {
    let locale = self["LC_ALL"] ?? self["LC_MESSAGES"] ?? self["LANG"] ?? ""
    return locale == "sv" || locale.hasPrefix("sv_") || locale.hasPrefix("sv.") || locale.hasPrefix("sv-")
      ? .swedish : .english
  }

  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// - Source: no-color.org; `TERM=dumb` has no colours either.
  static var allowsColor: Bool { outputIsTerminal && self["NO_COLOR"] == nil && self["TERM"] != "dumb" }

  /// Columns of the terminal that results are written to; `nil` where they are not.
  static var terminalWidth: Int? { outputIsTerminal ? width(of: STDOUT_FILENO) : nil }

  /// Columns of the terminal that messages are written to; `nil` where they are not, or where a line cannot be written
  /// over.
  static var errorTerminalWidth: Int? {
    isatty(STDERR_FILENO) == 1 && self["TERM"] != "dumb" ? width(of: STDERR_FILENO) : nil
  }

  private static func width(of stream: Int32) -> Int {
    var size = winsize()
    if unsafe ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return self["COLUMNS"].flatMap { Int($0) } ?? 80
  }
}
