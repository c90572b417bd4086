import Temporals

/// Values as JSON, with a tag where JSON alone would lose the type: `{"~float":"1.0"}`, `{"~date":"1984-10-11"}`.
///
/// The ledger stores properties so, and results print so; every value is distinguishable.
/// - Source: TCK line protocol, §3.
public enum TaggedJSON {
  /// Appends a value. The keys of a map come in order of code points, so that equal values give equal bytes.
  /// - Precondition: no node, relationship or path in it: they have no place in a property. `JSONWriter.value` takes
  ///   them.
  public static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): JSONText.append(number, to: &bytes)
    case .float(let number): append(tag: "float", JSONText.text(of: number), to: &bytes)
    case .string(let text): JSONText.append(text, to: &bytes)
    case .date(let date): append(tag: "date", date.description, to: &bytes)
    case .localTime(let time): append(tag: "localtime", time.description, to: &bytes)
    case .time(let time): append(tag: "time", time.description, to: &bytes)
    case .localDateTime(let time): append(tag: "localdatetime", time.description, to: &bytes)
    case .dateTime(let time): append(tag: "datetime", time.description, to: &bytes)
    case .duration(let duration): append(tag: "duration", duration.description, to: &bytes)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (position, item) in items.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        append(item, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .map(let members): append(members, to: &bytes)
    case .node, .relationship, .path: preconditionFailure("an element of the graph has no place in a property")
    }
  }

  /// Whether a value can be a property at all: no element of the graph in it.
  public static func canHold(_ value: Value) -> Bool {
    switch value {
    case .node, .relationship, .path: false
    case .list(let items): items.allSatisfy(canHold)
    case .map(let members): members.values.allSatisfy(canHold)
    default: true
    }
  }

  /// A key that begins as a tag does; a map with such a key is written as `{"~map":{…}}`.
  static func isReserved(_ key: String) -> Bool { key.utf8.first == UInt8(ascii: "~") }

  private static func append(tag: String, _ text: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "{\"~".utf8)
    bytes.append(contentsOf: tag.utf8)
    bytes.append(contentsOf: "\":".utf8)
    JSONText.append(text, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  private static func append(_ members: [String: Value], to bytes: inout [UInt8]) {
    let names = members.keys.sorted { $0.precedesByCodePoints($1) }
    let needsTag = names.contains(where: isReserved)
    if needsTag { bytes.append(contentsOf: "{\"~map\":".utf8) }
    bytes.append(UInt8(ascii: "{"))
    for (position, name) in names.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      appendKey(name, to: &bytes)
      append(members[name] ?? .null, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    if needsTag { bytes.append(UInt8(ascii: "}")) }
  }

  /// Appends the name of an object's member and its colon.
  public static func appendKey(_ name: String, to bytes: inout [UInt8]) {
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
  }
}

extension TaggedJSON {
  /// Reads a value: a number without `.`, `e` or `E` is an integer, any other a float.
  /// - Throws: `JSONError` for anything but one JSON value, for an unknown tag or a tag's text that cannot be read, an
  ///   integer beyond 64 bits, a key given twice, half a surrogate pair, bytes that are not UTF-8, and more than 512
  ///   levels.
  public static func parse(_ bytes: Span<UInt8>) throws(JSONError) -> Value {
    var parser = TaggedJSONParser()
    let value = try parser.value(in: bytes)
    try parser.finish(in: bytes)
    return value
  }

  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> Value { try parse(bytes.span) }

  public static func parse(_ text: String) throws(JSONError) -> Value { try parse(Array(text.utf8)) }

  /// Reads an object whose values' tags are not understood: `{"~date":"x"}` is a map.
  /// - Throws: `JSONError` for anything but one JSON object, and otherwise as `parse`.
  public static func parseUntagged(_ bytes: [UInt8]) throws(JSONError) -> [String: Value] {
    var parser = TaggedJSONParser(understandsTags: false)
    let value = try parser.value(in: bytes.span)
    try parser.finish(in: bytes.span)
    guard case .map(let members) = value else { throw JSONError("this is not an object", at: 0) }
    return members
  }

  /// Reads an object member by member, without making a map of it: the properties of one row of the ledger.
  ///
  /// A key that begins with `~` is a key like any other here, and a key given twice is not noticed.
  public static func parseMembers(
    of bytes: Span<UInt8>, _ member: (String, Value) -> Void
  ) throws(JSONError) {
    var parser = TaggedJSONParser()
    var hasMore = try parser.beginObject(in: bytes)
    while hasMore {
      let name = try parser.memberName(in: bytes)
      member(name, try parser.value(in: bytes))
      hasMore = try parser.nextMember(in: bytes)
    }
    try parser.finish(in: bytes)
  }
}
