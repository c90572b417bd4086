public import GraphModel
import ImpactAnalysis

extension Cure {
  /// Writes the cure as one JSON object. Codes are the same in every language; words are in the language asked for.
  ///
  /// `refused` and `notes` stand only where there are any.
  public func write(to writer: inout JSONWriter, language: CaptionLanguage) {
    writer.object { writer in
      writer.key("old")
      writer.string(old.key)
      writer.key("links")
      writer.array(dependents) { $0.string($1.key) }
      writer.key("candidates")
      writer.array(candidates) { $1.write(to: &$0, language) }
    }
  }
}

extension CureCandidate {
  fileprivate func write(to writer: inout JSONWriter, _ language: CaptionLanguage) {
    writer.object { writer in
      writer.key("key")
      writer.string(element.key)
      writer.key("name")
      writer.string(element.name)
      writer.key("score")
      writer.number(score)
      writer.key("reasons")
      writer.array(reasons) { Self.write($1.code.rawValue, $1.text, to: &$0, language) }
      if let refusal {
        writer.key("refused")
        Self.write(refusal.code.rawValue, refusal.text, to: &writer, language)
      }
      if !notes.isEmpty {
        writer.key("notes")
        writer.array(notes) { Self.write($1.code, $1.text, to: &$0, language) }
      }
    }
  }

  private static func write(
    _ code: String, _ text: Caption, to writer: inout JSONWriter, _ language: CaptionLanguage
  ) {
    writer.object { writer in
      writer.key("code")
      writer.string(code)
      writer.key("text")
      writer.string(text.text(in: language) ?? code)
    }
  }
}
