public import GraphModel

extension ImpactReport {
  /// The report as one JSON object on one line. Names and codes are the same in every language; the words of reasons are
  /// in the language asked for.
  ///
  /// `already` stands only where it is true; `reviewed`, `refusals`, `notes` and `unowned` only where there are any.
  /// - Source: contract §4.
  public func json(language: CaptionLanguage) -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer, language: language)
    return writer.takeBytes()
  }

  /// Writes the report as one JSON object, into a larger text perhaps.
  public func write(to writer: inout JSONWriter, language: CaptionLanguage) {
    writer.object { writeMembers(to: &$0, language: language) }
  }

  /// Writes what the object of the report has, into an object that has more.
  public func writeMembers(to writer: inout JSONWriter, language: CaptionLanguage) {
    writer.key("retired")
    writer.array(retired) { $0.string($1.key) }
    writer.key("replaced")
    writer.object { writer in
      for replacement in replaced {
        writer.key(replacement.old.key)
        writer.string(replacement.new.key)
      }
    }
    writer.key("refused")
    writeRefused(to: &writer, language)
    writer.key("verdict")
    writer.string(verdict.rawValue)
    writer.key("counts")
    writer.object { writer in
      for effect in ImpactEffect.allCases.reversed() {
        writer.key(effect.name)
        writer.integer(counts[effect])
      }
      if !unowned.isEmpty {
        writer.key("unowned")
        writer.integer(counts.unowned)
      }
    }
    writer.key("affected")
    writer.array(affected) { write($1, to: &$0) }
    writeExtensions(to: &writer, language)
  }

  /// The reasons in words by the key of the old node, as they are told; of several for one node the first.
  private func writeRefused(to writer: inout JSONWriter, _ language: CaptionLanguage) {
    writer.object { writer in
      var written: NodeIndex?
      for refusal in refused where refusal.old.node != written {
        written = refusal.old.node
        writer.key(refusal.old.key)
        writer.string(refusal.reason.text.text(in: language) ?? refusal.reason.code.rawValue)
      }
    }
  }

  private func write(_ element: AffectedElement, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("key")
      writer.string(element.key)
      writer.key("kind")
      writer.string(element.kind)
      writer.key("name")
      writer.string(element.name)
      writer.key("effect")
      writer.string(element.effect.name)
      writer.key("distance")
      writer.integer(element.distance)
      writer.key("because")
      writer.array(element.chain.nodes) { $0.string(names.key(of: $1)) }
      writer.key("via")
      writer.array(via(element)) { $0.string($1) }
      writer.key("responsible")
      writer.array(element.responsible) { $0.string($1.key) }
      if element.already {
        writer.key("already")
        writer.boolean(true)
      }
    }
  }

  private func write(_ element: UnownedElement, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("key")
      writer.string(element.element.key)
      writer.key("kind")
      writer.string(element.element.kind)
      writer.key("name")
      writer.string(element.element.name)
      writer.key("lost")
      writer.string(element.lost.key)
      writer.key("role")
      writer.string(element.role)
      writer.key("remaining")
      writer.array(element.remaining) { $0.string($1.key) }
      if let successor = element.takenOverBy {
        writer.key("taken_over_by")
        writer.string(successor.key)
      }
    }
  }

  private func writeExtensions(to writer: inout JSONWriter, _ language: CaptionLanguage) {
    if !underReview.isEmpty {
      writer.key("reviewed")
      writer.array(underReview) { $0.string($1.key) }
    }
    if !unowned.isEmpty {
      writer.key("unowned")
      writer.array(unowned) { write($1, to: &$0) }
    }
    if !refused.isEmpty {
      writer.key("refusals")
      writer.array(refused) { writer, refusal in
        writer.object { writer in
          writer.key("old")
          writer.string(refusal.old.key)
          writer.key("new")
          writer.string(refusal.new.key)
          writer.key("code")
          writer.string(refusal.reason.code.rawValue)
        }
      }
    }
    if !notes.isEmpty {
      writer.key("notes")
      writer.array(notes) { writer, note in
        writer.object { writer in
          writer.key("code")
          writer.string(note.code)
          writer.key("text")
          writer.string(note.text.text(in: language) ?? "")
        }
      }
    }
  }
}
