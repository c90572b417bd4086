/// A document written out by hand, because a fault or an example depends on it.
struct PlantedDocument: Sendable {
  let key: String
  let name: String
  let form: DocumentForm
  let area: String
  let subject: String
  let status: RegisterDocument.Status
  let date: String
  let validFrom: String?
  let validTo: String?
  let owner: String?
  let supersedes: [String]

  init(
    _ key: String, _ name: String, _ form: DocumentForm, area: String, subject: String,
    status: RegisterDocument.Status = .valid, date: String, validFrom: String? = nil, validTo: String? = nil,
    owner: String?, supersedes: [String] = []
  ) {
    self.key = key
    self.name = name
    self.form = form
    self.area = area
    self.subject = subject
    self.status = status
    self.date = date
    self.validFrom = validFrom
    self.validTo = validTo
    self.owner = owner
    self.supersedes = supersedes
  }

  /// - Parameter serial: the number in its record number, unique among the planted.
  func add(to register: inout Register, serial: Int) {
    var document = RegisterDocument(key: key, name: name, form: form, area: area, subject: subject, status: status)
    document.date = date
    document.diarienummer = "EX \(date.prefix(4))-\(90_000 + serial)"
    document.validFrom = validFrom ?? date
    document.validTo = validTo
    register.documents.append(document)
    register.relate(key, .belongsTo, area)
    if let owner { register.relate(key, .ownedBy, owner) }
    for older in supersedes { register.relate(key, .supersedes, older) }
  }
}
