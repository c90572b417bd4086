import GraphModel

extension Diagram {
  /// A picture of a query's plan: a box for each step, arrows in the direction in which rows go, on them how many were
  /// expected and came.
  public init(plan: PlanDrawing, context: DiagramContext = DiagramContext()) throws(DiagramError) {
    var builder = PlanPictureBuilder(plan: plan, context: context)
    try self.init(builder.picture(), by: context.layouts)
  }
}

/// Makes the picture of a plan.
struct PlanPictureBuilder {
  let plan: PlanDrawing
  let context: DiagramContext
  private var names = ElementNames()
  private var hasSurprise = false

  init(plan: PlanDrawing, context: DiagramContext) {
    self.plan = plan
    self.context = context
  }

  /// How many times more, or fewer, rows than expected are marked.
  private static let surprise = 10.0

  private var isSwedish: Bool { context.language == .swedish }

  mutating func picture() -> Picture {
    let isProfiled = plan.answer.rows != nil
    let title =
      isSwedish
      ? (isProfiled ? "Så besvarades frågan" : "Så besvaras frågan")
      : (isProfiled ? "How the query was answered" : "How the query is answered")
    var picture = Picture(
      title: PlainText(title), subtitle: PlainText(plan.query, limit: 400), language: context.language,
      summary: PlainText(""))
    picture.layout = PictureLayout(engine: .dot, directions: [.topToBottom, .leftToRight], page: .a4Portrait)
    picture.layout.directionPreference = 2
    let answer = addBox(
      PictureBox(
        id: names.name(for: "answer"), name: PlainText(isSwedish ? "Svaret" : "The answer"),
        style: BoxStyle(shape: .ellipse, fill: .white), sort: PlainText("answer")), to: &picture)
    add(plan.answer, feeding: answer, to: &picture)
    PictureSummary.condense(&picture, limits: context.limits)
    picture.legend = legend
    picture.footer = footer
    picture.summary = PlainText("\(title): \(plan.query)", limit: 2000)
    return picture
  }

  private func addBox(_ box: PictureBox, to picture: inout Picture) -> Int {
    picture.boxes.append(box)
    return picture.boxes.count - 1
  }

  private mutating func add(
    _ step: PlanDrawing.Step, feeding target: Int, to picture: inout Picture
  ) {
    var caption = step.name
    if let seconds = step.seconds { caption += " · " + milliseconds(seconds) }
    var style = step.role.style
    style.wrap = 44
    let box = addBox(
      PictureBox(
        id: names.name(for: "step-\(picture.boxes.count)"),
        name: PlainText(step.details.isEmpty ? step.name : step.details, limit: 240),
        caption: step.details.isEmpty && step.seconds == nil ? nil : PlainText(caption), style: style,
        sort: PlainText(step.name)), to: &picture)
    let isOff = isSurprising(step)
    hasSurprise = hasSurprise || isOff
    var label = rows(of: step)
    if step.isPerRow { label = (isSwedish ? "för varje rad" : "for each row") + (label.isEmpty ? "" : ": " + label) }
    var arrow = PictureArrow(
      id: names.name(for: "rows-\(box)"), from: box, to: target, label: label.isEmpty ? nil : PlainText(label),
      meaning: PlainText("\(step.name): \(label)"))
    arrow.look.line = step.isPerRow ? .dashed : (isOff ? .bold : .solid)
    if isOff { arrow.look.color = .red }
    picture.arrows.append(arrow)
    for input in step.inputs { add(input, feeding: box, to: &picture) }
  }

  // MARK: Texts

  private func rows(of step: PlanDrawing.Step) -> String {
    let expected = step.estimatedRows.map { "≈ " + PlanPictureBuilder.count($0) }
    guard let rows = step.rows else { return expected ?? "" }
    let unit = isSwedish ? (rows == 1 ? "rad" : "rader") : (rows == 1 ? "row" : "rows")
    return "\(rows) \(unit)" + (expected.map { " (\($0))" } ?? "")
  }

  private static func count(_ number: Double) -> String {
    if number >= 1e15 { return "10¹⁵" }
    if number >= 9.95 || number == number.rounded() { return String(Int(number.rounded())) }
    let tenths = Int((number * 10).rounded())
    return tenths == 0 ? "0" : (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
  }

  private func isSurprising(_ step: PlanDrawing.Step) -> Bool {
    guard let expected = step.estimatedRows, let rows = step.rows else { return false }
    let (low, high) = (max(1, min(expected, Double(rows))), max(1, max(expected, Double(rows))))
    return high / low > Self.surprise
  }

  private func milliseconds(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100_000).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100)\(isSwedish ? "," : ".")\(fraction < 10 ? "0" : "")\(fraction) ms"
  }

  private var footer: PlainText? {
    var parts: [String] = []
    if let source = context.sourceLine { parts.append((isSwedish ? "Källa: " : "Source: ") + source) }
    if let date = context.date { parts.append(date) }
    if let revision = context.revision { parts.append("revision \(revision)") }
    return parts.isEmpty ? nil : PlainText(parts.joined(separator: " · "), limit: 600)
  }

  private var legend: [LegendEntry] {
    var roles: Set<PlanDrawing.Role> = []
    var waiting = [plan.answer]
    var isNested = false
    while let step = waiting.popLast() {
      roles.insert(step.role)
      isNested = isNested || step.isPerRow
      waiting += step.inputs
    }
    var entries = PlanDrawing.Role.allCases.filter(roles.contains).map { role in
      LegendEntry.box(role.style, PlainText(role.word(context.language)))
    }
    if isNested {
      entries.append(
        .arrow(ArrowLook(line: .dashed), PlainText(isSwedish ? "körs för varje rad" : "run for each row")))
    }
    if hasSurprise {
      entries.append(
        .arrow(
          ArrowLook(color: .red, line: .bold),
          PlainText(
            isSwedish
              ? "mer än tio gånger fler eller färre rader än väntat"
              : "more than ten times as many or as few rows as expected")))
    }
    return entries
  }
}

extension PlanDrawing.Role {
  /// A colour and an outline of its own.
  var style: BoxStyle {
    switch self {
    case .find: BoxStyle(shape: .rounded, fill: .blue)
    case .walk: BoxStyle(shape: .rounded, fill: .teal, line: .bold)
    case .restrict: BoxStyle(shape: .hexagon, fill: .amber)
    case .compute: BoxStyle(shape: .box, fill: .grey)
    case .arrange: BoxStyle(shape: .box, fill: .purple, line: .double)
    case .write: BoxStyle(shape: .note, fill: .red, line: .bold)
    case .nest: BoxStyle(shape: .tab, fill: .green)
    }
  }

  func word(_ language: CaptionLanguage) -> String {
    switch (self, language) {
    case (.find, .swedish): "hittar noder att börja med"
    case (.find, .english): "finds nodes to begin with"
    case (.walk, .swedish): "följer relationer"
    case (.walk, .english): "follows relationships"
    case (.restrict, .swedish): "släpper igenom en del rader"
    case (.restrict, .english): "lets some rows through"
    case (.compute, .swedish): "räknar ut kolumner"
    case (.compute, .english): "computes columns"
    case (.arrange, .swedish): "ordnar, grupperar eller samlar rader"
    case (.arrange, .english): "orders, groups or gathers rows"
    case (.write, .swedish): "ändrar grafen"
    case (.write, .english): "changes the graph"
    case (.nest, .swedish): "frågar på nytt för varje rad"
    case (.nest, .english): "asks again for each row"
    }
  }
}
