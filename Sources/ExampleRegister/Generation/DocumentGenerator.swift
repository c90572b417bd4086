/// Makes the governing documents of the vocabulary, with their areas, owners and predecessors.
struct DocumentGenerator {
  let region: RegionReferences

  func addDocuments(of vocabulary: [AreaVocabulary], to register: inout Register) {
    for (number, area) in vocabulary.enumerated() {
      var ordinal = 0
      for topic in area.topics {
        add(topic, of: area, areaNumber: number + 1, ordinal: &ordinal, to: &register)
      }
    }
  }

  private func add(
    _ topic: Topic, of area: AreaVocabulary, areaNumber: Int, ordinal: inout Int, to register: inout Register
  ) {
    func document(
      _ key: String, _ name: String, _ form: DocumentForm, isValid: Bool
    ) -> RegisterDocument {
      ordinal += 1
      return self.document(
        key: key, name: name, form: form, area: area.area, subject: topic.subject,
        serial: areaNumber * 1_000 + ordinal, isValid: isValid)
    }
    func add(_ document: RegisterDocument, owner: String?) {
      register.documents.append(document)
      register.relate(document.key, .belongsTo, area.area)
      if let owner { register.relate(document.key, .ownedBy, owner) }
    }

    let key = "ex-doc-\(slug(topic.title))"
    let isCiting = PlantedCitations.citing.contains(key)
    let main = document(key, topic.title, topic.form, isValid: topic.earlier != nil || isCiting)
    let hospital = SplitMix64.hospital(for: main.key)
    add(main, owner: owner(of: main, team: topic.team, hospital: hospital))

    for (offset, title) in topic.locals.enumerated() {
      let owner = ExampleOrganisation.hospitals[(hospital + 1 + offset) % ExampleOrganisation.hospitals.count]
      let place = slug(owner.rawValue).split(separator: "-").last.map(String.init) ?? ""
      let local = document(
        "ex-doc-\(slug(title))-\(place)", title, offset == 0 ? .localRoutine : .localMemo, isValid: true)
      add(local, owner: self.owner(of: local, team: nil, hospital: hospital + 1 + offset))
    }

    if let title = topic.earlier {
      var earlier = document("ex-doc-\(slug(title))", title, topic.form, isValid: true)
      earlier.retire()
      add(earlier, owner: owner(of: earlier, team: nil, hospital: hospital))
      register.relate(main.key, .supersedes, earlier.key)
    }
  }

  private func document(
    key: String, name: String, form: DocumentForm, area: String, subject: String, serial: Int,
    isValid: Bool
  ) -> RegisterDocument {
    var random = SplitMix64(key)
    let drawn = random.pick(
      weighted: [.valid: 76, .underRevision: 13, .draft: 5, .retired: 6], otherwise: RegisterDocument.Status.valid)
    let status = isValid ? .valid : drawn
    let year = status == .draft ? 2026 : random.number(in: 2015...2025)
    var document = RegisterDocument(key: key, name: name, form: form, area: area, subject: subject, status: .valid)
    document.date = PartialDates.date(in: year, &random)
    document.diarienummer = "EX \(year)-\(String(serial + 100_000).dropFirst())"
    if random.chance(percent: status == .draft ? 50 : 4) { document.diarienummer = nil }
    switch status {
    case .draft:
      document.status = .draft
    case .valid, .underRevision:
      document.status = status
      document.validFrom = document.date.flatMap(PartialDates.withoutQualifier)
      document.reviewBy = "\(year + random.number(in: 2...4))"
      if year >= 2024 { document.validTo = "\(year + 5)-01-01" }
    case .retired:
      document.retire()
    }
    return document
  }

  /// The owner that follows from the level; `nil` where nobody has taken the document on.
  private func owner(of document: RegisterDocument, team: String?, hospital: Int) -> String? {
    var random = SplitMix64("owner \(document.key)")
    if random.chance(percent: 4) { return nil }
    switch document.level {
    case .national: return ExampleOrganisation.authority.key
    case .local:
      switch document.area {
      case "po-tandvard": return ExampleOrganisation.dentalCare.key
      case "po-levnadsvanor": return ExampleOrganisation.primaryCare.key
      default: return ExampleOrganisation.hospitals[hospital % ExampleOrganisation.hospitals.count].key
      }
    case .county:
      if random.chance(percent: 50) { return ExampleOrganisation.cooperation.key }
      return random.pick(region.councils[document.area] ?? [])
    case .regional:
      if let team, random.chance(percent: 70) { return team }
      return random.pick(region.councils[document.area] ?? []) ?? team
    }
  }
}

extension RegisterDocument {
  /// Takes the document out of force, two to five years after its date.
  mutating func retire() {
    var random = SplitMix64("retired \(key)")
    status = .retired
    validFrom = date.flatMap(PartialDates.withoutQualifier)
    reviewBy = nil
    guard let year = validFrom.flatMap({ Int($0.prefix(4)) }) else { return }
    validTo = PartialDates.date(in: min(year + random.number(in: 2...5), 2025), &random, precise: year < 2025)
    if year >= 2025 { validTo = "2026-01-01" }
  }
}

extension SplitMix64 {
  /// Which example hospital a topic is at home in.
  static func hospital(for key: String) -> Int {
    var random = SplitMix64("hospital \(key)")
    return random.number(below: ExampleOrganisation.hospitals.count)
  }
}
