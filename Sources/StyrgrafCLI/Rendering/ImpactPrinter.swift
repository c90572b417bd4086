import GraphModel
import GraphWorkspace

/// Brings an impact where it is wanted, in the form that is wanted.
struct ImpactPrinter {
  let options: GlobalOptions
  /// A path; `nil` is standard output.
  let output: String?
  /// By what the hits are counted; `nil` lists them.
  let grouping: String?
  /// Whether what could be pointed at instead is told.
  var showsCures = false

  private var texts: Texts { options.texts }
  private var language: CaptionLanguage { options.language }

  func deliverTable(_ answer: ImpactAnswer) throws {
    var text = heading(answer)
    if let table = grouping.flatMap({ groups(answer, by: $0) }) ?? hits(answer) {
      text += "\n" + rendered(table)
    }
    if let table = losses(answer) { text += "\n" + rendered(table) }
    if showsCures { for cure in answer.cureReadings(in: language) { text += "\n" + page(cure) } }
    try Pictures.deliver(Array(text.utf8), isText: true, to: output)
  }

  private func page(_ cure: ImpactAnswer.CureReading) -> String {
    let title = style.text(PlainLines.oneLine(texts.cures(of: cure)), .heading) + "\n"
    if cure.candidates.isEmpty { return title }
    var table = TextTable([texts.score, texts.name, texts.key, texts.reasons])
    table.columns[0].isRight = true
    table.keep(0, 2)
    for candidate in cure.candidates {
      table.add([
        texts.score(candidate.score), candidate.name, candidate.key,
        candidate.refusal.map(texts.refused) ?? candidate.reasons.joined(separator: "; "),
      ])
    }
    return title + rendered(table)
  }

  func deliverJSON(_ answer: ImpactAnswer) throws {
    let bytes =
      grouping.map { answer.json(in: language, groupedBy: $0) }
      ?? (showsCures ? answer.jsonWithCures(in: language) : answer.json(in: language))
    try Pictures.deliver(bytes + [0x0A], isText: true, to: output)
  }

  func deliverCSV(_ answer: ImpactAnswer) throws {
    var bytes: [UInt8] = []
    (grouping.flatMap(answer.groupTable) ?? answer.table).write(as: .csv) { bytes += $0 }
    try Pictures.deliver(bytes, isText: true, to: output)
  }

  func deliver(_ answer: ImpactAnswer, as format: PictureFormat, _ workspace: GraphWorkspace) throws {
    try Pictures.deliver(try workspace.draw(answer, as: format, language: language), to: output)
  }

  func deliverPage(_ answer: ImpactAnswer, _ workspace: GraphWorkspace) throws {
    try Pictures.deliver(try workspace.page(answer, language: language), isText: true, to: output)
  }

  /// Which lists were written, for whom.
  func deliver(_ lists: ImpactLists, of answer: ImpactAnswer) throws {
    var text = heading(answer)
    if !lists.lists.isEmpty {
      var table = TextTable([texts.recipient, texts.hits, texts.file])
      table.columns[1].isRight = true
      table.keep(1, 2)
      for list in lists.lists { table.add([texts.recipient(list.recipient), String(list.count), list.path]) }
      text += "\n" + rendered(table)
    }
    Output.write(text)
    tellLeftovers(lists)
  }

  /// The same beside another answer.
  func tell(_ lists: ImpactLists) {
    for list in lists.lists { Output.tell(PlainLines.clean(list.path)) }
    tellLeftovers(lists)
  }

  private func tellLeftovers(_ lists: ImpactLists) {
    for path in lists.leftovers { Output.tell(PlainLines.clean(texts.leftover(path))) }
  }

  // MARK: Tables

  private var isShown: Bool { output == nil }
  private var style: TerminalStyle { isShown ? options.style : TerminalStyle(isColored: false) }

  private func rendered(_ table: TextTable) -> String {
    table.rendered(width: isShown ? Environment.terminalWidth : nil, style: style)
  }

  private func heading(_ answer: ImpactAnswer) -> String {
    var text = style.text(PlainLines.oneLine(answer.sentence(in: language)), .heading) + "\n"
    for remark in answer.remarks(in: language) { text += PlainLines.oneLine(remark) + "\n" }
    return text
  }

  private func hits(_ answer: ImpactAnswer) -> TextTable? {
    let readings = answer.readings(in: language)
    if readings.isEmpty { return nil }
    var table = TextTable([
      texts.effect, texts.kind, texts.name, texts.key, texts.steps, texts.responsible, texts.because,
    ])
    table.columns[4].isRight = true
    table.keep(0, 3)
    for reading in readings {
      table.add([
        texts.effectName(reading.effect) + (reading.isAlready ? " (\(texts.already))" : ""), reading.kind,
        reading.name, reading.key, String(reading.distance),
        reading.responsible.isEmpty ? texts.nobody : reading.responsible.joined(separator: ", "),
        reading.chain.dropLast().joined(separator: " → ") + (reading.pointsAt.map { texts.pointingAt($0) } ?? ""),
      ])
    }
    return table
  }

  /// What loses an owner or the like.
  private func losses(_ answer: ImpactAnswer) -> TextTable? {
    let losses = answer.losses(in: language)
    if losses.isEmpty || grouping != nil { return nil }
    var table = TextTable([texts.losesOwner, texts.kind, texts.name, texts.key, texts.because])
    table.keep(3)
    for loss in losses {
      table.add([loss.isLeftAlone ? texts.nobodyLeft : texts.othersLeft, loss.kind, loss.name, loss.key, loss.what])
    }
    return table
  }

  private func groups(_ answer: ImpactAnswer, by grouping: String) -> TextTable? {
    guard let groups = answer.groups(by: grouping, in: language), answer.affectedCount > 0 else { return nil }
    let effects = Array(ImpactAnswer.effects.reversed())
    var table = TextTable(
      [texts.group, texts.key] + effects.map(texts.effectName) + [texts.total, texts.alreadyCount])
    for column in 2..<table.columns.count { table.columns[column].isRight = true }
    for group in groups {
      table.add(
        [group.name, group.key] + effects.map { String(group.counts[$0] ?? 0) }
          + [String(group.total), String(group.alreadyCount)])
    }
    return table
  }
}
