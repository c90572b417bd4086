import Diagnostics
import Governance
public import GraphModel
import ImpactAnalysis
import Interchange

extension GraphWorkspace {
  /// Writes one list for each council that has something to do, as a table that a spreadsheet opens, and one each for
  /// what several councils and what nobody is responsible for. Lists of an earlier impact are replaced.
  ///
  /// Files are called by the councils' keys, and `flera-ansvariga` and `utan-ansvarig`.
  /// - Throws: `DiagnosticsError` if a file of such a name is there that is no such list; then nothing is written.
  ///   `FileError`.
  public func writeLists(
    _ answer: ImpactAnswer, to folder: String, language: CaptionLanguage
  ) throws -> ImpactLists {
    let rows = ImpactListRows(answer, language)
    var names = ListNames(taken: [Self.severalList, Self.nobodyList])
    var planned: [(list: ImpactList, members: [Int])] = []
    for group in answer.grouping(by: .council).groups {
      let recipient: ImpactList.Recipient
      let name: String
      switch group.identity {
      case .element(let council):
        recipient = .council(key: council.key, name: council.name)
        name = names.name(for: council.key)
      case .several:
        recipient = .several
        name = Self.severalList
      case .nobody:
        recipient = .nobody
        name = Self.nobodyList
      case .code: continue
      }
      let path = WorkspaceFiles.path(folder, name + Self.listEnding)
      planned.append((ImpactList(recipient: recipient, path: path, count: group.members.count), group.members))
    }
    planned.sort { Self.precedes($0.list.recipient, $1.list.recipient) }

    let there = WorkspaceFiles.isFolder(folder) ? WorkspaceFiles.list(folder, ending: [Self.listEnding]) : []
    let paths = Set(planned.map { TextKey($0.list.path) })
    var foreign: [Diagnostic] = []
    var leftovers: [String] = []
    for file in there where !file.utf8.contains(UInt8(ascii: "/")) {
      let path = WorkspaceFiles.path(folder, file)
      let isOurs = ImpactListRows.isList(path)
      if paths.contains(TextKey(path)) {
        if !isOurs { foreign.append(.foreignList(path)) }
      } else if isOurs {
        leftovers.append(path)
      }
    }
    // A folder or a link to nowhere can have such a name too.
    for (list, _) in planned where WorkspaceFiles.exists(list.path) {
      let isListed = there.contains { TextKey(WorkspaceFiles.path(folder, $0)) == TextKey(list.path) }
      if !isListed { foreign.append(.foreignList(list.path)) }
    }
    if !foreign.isEmpty { throw DiagnosticsError(foreign) }

    try WorkspaceFiles.makeFolder(folder)
    for (list, members) in planned { try WorkspaceFiles.write(rows.table(members).bytes, to: list.path) }
    return ImpactLists(lists: planned.map(\.list), leftovers: leftovers)
  }

  private static let severalList = "flera-ansvariga"
  private static let nobodyList = "utan-ansvarig"
  private static let listEnding = ".csv"

  private static func precedes(_ a: ImpactList.Recipient, _ b: ImpactList.Recipient) -> Bool {
    switch (a, b) {
    case (.council(let keyA, let nameA), .council(let keyB, let nameB)):
      nameA.isIdenticalText(to: nameB) ? keyA.precedesByCodePoints(keyB) : SwedishOrder.precedes(nameA, nameB)
    case (.council, _): true
    case (.several, .nobody): true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func foreignList(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "foreign-file", message: "'\(path)' is there already and is no list of an impact",
      hint: "name another folder, or move the file away")
  }
}
