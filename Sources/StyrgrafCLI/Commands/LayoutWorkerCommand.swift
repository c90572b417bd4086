import ArgumentParser
import GraphWorkspace

/// Lays out pictures for another process of this program; nobody else calls it.
struct LayoutWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout-worker", abstract: "Lays out pictures for the process that started it.", shouldDisplay: false)

  /// How this program starts itself for that.
  static let command = ["/proc/self/exe", "layout-worker"]

  func run() { GraphWorkspace.serveLayouts() }
}
