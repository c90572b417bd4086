import SeededRandom

/// Makes the governing documents of the vocabulary, with their areas, owners and predecessors.
struct DocumentGenerator {
  let owners: DocumentOwners

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
    func document(_ key: String, _ name: String, _ form: DocumentForm, isValid: Bool) -> RegisterDocument {
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
    let site = ExampleOrganisation.site(of: main.key)
    add(main, owner: owners.owner(of: main, team: topic.team, site: site))

    for (offset, title) in topic.locals.enumerated() {
      let site = site + 1 + offset
      let form = offset == 0 ? DocumentForm.localRoutine : .localMemo
      let place = ExampleOrganisation.author(ofLocalDocumentsIn: area.area, site: site).place
      let local = document("ex-doc-\(slug(title))-\(place)", title, form, isValid: true)
      add(local, owner: owners.owner(of: local, team: nil, site: site))
    }

    if let title = topic.earlier {
      var earlier = document("ex-doc-\(slug(title))", title, topic.form, isValid: true)
      earlier.retire()
      add(earlier, owner: owners.owner(of: earlier, team: nil, site: site))
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
    var document = RegisterDocument(key: key, name: name, form: form, area: area, subject: subject, status: status)
    document.date = PartialDates.date(in: year, &random)
    document.diarienummer = "EX \(year)-\(String(serial + 100_000).dropFirst())"
    if random.chance(percent: status == .draft ? 50 : 4) { document.diarienummer = nil }
    switch status {
    case .draft: break
    case .valid, .underRevision:
      document.validFrom = document.date.flatMap(PartialDates.withoutQualifier)
      document.reviewBy = "\(year + random.number(in: 2...4))"
      if year >= 2024 { document.validTo = "\(year + 5)-01-01" }
    case .retired: document.retire()
    }
    return document
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
    let end = year + random.number(in: 2...5)
    validTo = end > 2025 ? "2026-01-01" : PartialDates.date(in: end, &random, precise: true)
  }
}
