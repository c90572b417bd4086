/// What a document or an item is about.
struct RegisterTopic: Hashable {
  let area: String
  let subject: String
}

extension RegisterDocument {
  var topic: RegisterTopic { RegisterTopic(area: area, subject: subject) }
}

extension RegisterItem {
  var topic: RegisterTopic { RegisterTopic(area: area, subject: subject) }
}
