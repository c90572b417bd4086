import GraphModel

/// The properties of one element as the ledger stores them: a JSON object, keys in order of code points.
enum PropertyText {
  /// - Precondition: no nulls, nothing that `TaggedJSON` cannot hold.
  static func append(_ properties: [(name: String, value: Value)], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (position, property) in properties.sorted(by: { $0.name.precedesByCodePoints($1.name) }).enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      TaggedJSON.appendKey(property.name, to: &bytes)
      TaggedJSON.append(property.value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  static func read(_ bytes: Span<UInt8>, fileName: String) throws(StoreError) -> [(name: String, value: Value)] {
    var properties: [(name: String, value: Value)] = []
    do {
      try TaggedJSON.parseMembers(of: bytes) { name, value in properties.append((name, value)) }
    } catch {
      throw damaged(error, fileName: fileName)
    }
    return properties
  }

  static func damaged(_ error: JSONError, fileName: String) -> StoreError {
    StoreError(.damaged, "'\(fileName)' is damaged: the properties of a row cannot be read: \(error)")
  }

  /// For telling whether stored properties are still the same, without keeping them: 64 bits, seeded anew in each
  /// process, so that no input can be made to collide.
  static func fingerprint(_ bytes: Span<UInt8>) -> UInt64 {
    var hasher = Hasher()
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  static func fingerprint(_ bytes: [UInt8]) -> UInt64 { fingerprint(bytes.span) }
}
