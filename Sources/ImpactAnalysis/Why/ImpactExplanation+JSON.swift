public import GraphModel

extension ImpactExplanation {
  /// The columns of `table`.
  public static let columns = ["chain", "effect", "because", "via", "text"]

  /// A row for each chain that is told.
  public func table(language: CaptionLanguage) -> ResultTable {
    let narrative = ImpactNarrative(report, language: language)
    let rows = chains.enumerated().map { number, chain -> [Value] in
      [
        .integer(Int64(number + 1)), .string(effect?.name ?? ""), .list(report.keys(of: chain).map { .string($0) }),
        .list(report.types(of: chain).map { .string($0) }),
        .string(effect.map { narrative.explanation(of: chain, effect: $0) } ?? ""),
      ]
    }
    return ResultTable(columns: ImpactExplanation.columns, rows: rows)
  }

  /// The explanation as one JSON object. Names and codes are the same in every language, texts are in the one asked for.
  public func write(to writer: inout JSONWriter, language: CaptionLanguage) {
    let narrative = ImpactNarrative(report, language: language)
    writer.object { writer in
      writer.key("target")
      writer.string(target.key)
      writer.key("kind")
      writer.string(target.kind)
      writer.key("name")
      writer.string(target.name)
      writer.key("retired")
      writer.array(report.retired) { $0.string($1.key) }
      writer.key("effect")
      if let effect { writer.string(effect.name) } else { writer.null() }
      if let reason {
        writer.key("reason")
        writer.string(reason.rawValue)
      } else {
        writer.key("distance")
        writer.integer(distance)
      }
      writer.key("chain_count")
      writer.integer(Int(clamping: chainCount))
      writer.key("chains")
      writer.array(chains) { writer, chain in
        writer.object { writer in
          writer.key("because")
          writer.array(report.keys(of: chain)) { $0.string($1) }
          writer.key("via")
          writer.array(report.types(of: chain)) { $0.string($1) }
          writer.key("states")
          writer.array(chain.states) { $0.string($1?.name ?? ImpactEffect.repoint.name) }
          writer.key("text")
          writer.string(effect.map { narrative.explanation(of: chain, effect: $0) } ?? "")
        }
      }
      writer.key("mend")
      writer.array(mendings) { writer, mending in
        writer.object { writer in
          writer.key("type")
          writer.string(mending.type)
          writer.key("dependent")
          writer.string(mending.dependent.key)
          writer.key("other")
          writer.string(mending.other.key)
          writer.key("remaining")
          if let remaining = mending.remaining { writer.string(remaining.name) } else { writer.null() }
          writer.key("text")
          writer.string(narrative.sentence(on: mending))
        }
      }
      writer.key("text")
      writer.array(narrative.sentences(on: self)) { $0.string($1) }
    }
  }

  public func json(language: CaptionLanguage) -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer, language: language)
    return writer.takeBytes()
  }
}
