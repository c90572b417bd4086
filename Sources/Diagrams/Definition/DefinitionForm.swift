/// What may stand behind a word of the definition language.
indirect enum DefinitionForm: Sendable {
  /// A text for all languages, or one for each.
  case caption
  case text
  case flag
  case number(ClosedRange<Int>)
  /// One of these words.
  case word([String])
  /// A text, number, date or flag, or `null`.
  case value
  /// One of what follows, or a list of them.
  case list(DefinitionForm, least: Int = 0)
  /// A mapping whose keys are names of the writer's own.
  case named(DefinitionForm)
  case part(DefinitionPart)
  case either([DefinitionForm])

  static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> DefinitionForm
  where Word.RawValue == String {
    .word(Word.allCases.map(\.rawValue))
  }
}

/// A word of a mapping, with what it means for those who write it.
struct DefinitionWord: Sendable {
  var name: String
  var form: DefinitionForm
  var meaning: String
  var isRequired = false

  init(_ name: String, _ form: DefinitionForm, _ meaning: String, isRequired: Bool = false) {
    self.name = name
    self.form = form
    self.meaning = meaning
    self.isRequired = isRequired
  }
}
