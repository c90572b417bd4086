import GraphModel
import SeededRandom
import Temporals
import Testing

@Suite("Values as JSON with tags")
struct TaggedJSONTests {
  @Test(arguments: [
    (Value.null, "null"),
    (.boolean(true), "true"),
    (.integer(.min), "-9223372036854775808"),
    (.integer(.max), "9223372036854775807"),
    (.float(1), #"{"~float":"1.0"}"#),
    (.float(-0.0), #"{"~float":"-0.0"}"#),
    (.float(.nan), #"{"~float":"NaN"}"#),
    (.float(-.infinity), #"{"~float":"-Infinity"}"#),
    (.float(1e16), #"{"~float":"1e+16"}"#),
    (.string("å\"\\\n\u{1}\u{7f}"), #""å\"\\\n\u0001"# + "\u{7f}\""),
    (.list([1, "a", nil, []]), #"[1,"a",null,[]]"#),
    (.map(["b": 1, "a": 2, "å": 3]), #"{"a":2,"b":1,"å":3}"#),
    (.map(["~float": "1"]), #"{"~map":{"~float":"1"}}"#),
    (.map([:]), "{}"),
    (.date(CalendarDate(daysSinceEpoch: 0)), #"{"~date":"1970-01-01"}"#),
    (.localTime(LocalTime(nanosecondOfDay: 78_000_000_000_000)), #"{"~localtime":"21:40"}"#),
    (.duration(CalendarDuration(months: 14, days: 3)), #"{"~duration":"P1Y2M3D"}"#),
  ])
  func isWrittenAndReadBack(value: Value, text: String) throws {
    var bytes: [UInt8] = []
    TaggedJSON.append(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    let read = try TaggedJSON.parse(bytes)
    #expect(read == value)
    #expect(read.typeName == value.typeName)
  }

  @Test(arguments: [
    #"{"~time":"21:40+01:00"}"#, #"{"~localdatetime":"1984-10-11T12:31:14.645"}"#,
    #"{"~datetime":"1984-10-11T12:31:14.645+01:00[Europe/Stockholm]"}"#, #"{"~datetime":"1984-10-11T12:31Z"}"#,
    // A zone that this machine need not know, and an offset that the zone does not have.
    #"{"~datetime":"1984-10-11T12:31+07:00[Europe/Stockholm]"}"#,
  ])
  func temporalsKeepTheirText(text: String) throws {
    var bytes: [UInt8] = []
    TaggedJSON.append(try TaggedJSON.parse(text), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    ("1.0", Value.float(1)), ("1e2", .float(100)), ("-0.5E-1", .float(-0.05)), ("-0", .integer(0)),
    (#"{"~int":"42"}"#, .integer(42)), (#"{"~float":"1.5"}"#, .float(1.5)),
    (#""\u00e5\ud83d\ude00\/""#, .string("å😀/")),
    (" [ 1 , { \"a\" : null } ]\n", .list([1, .map(["a": .null])])), (#"{"~map":{}}"#, .map([:])),
  ])
  func otherSpellingsAreRead(text: String, value: Value) throws {
    let read = try TaggedJSON.parse(text)
    #expect(read == value)
    #expect(read.typeName == value.typeName)
  }

  @Test(arguments: [
    ("", 0), ("[1,]", 3), ("[1 2]", 3), ("{\"a\":1,\"a\":2}", 11), ("9223372036854775808", 0), ("01", 0), ("1.", 2),
    ("1e", 2), ("-", 1), (#""\ud800""#, 1), (#""\ud800\u0041""#, 1), (#""\x""#, 1), ("\"a\nb\"", 2), ("\"abc", 0),
    ("nul", 0), ("1 2", 2), (#"{"~float":"0x1"}"#, 10), (#"{"~float":"inf"}"#, 10), (#"{"~what":"1"}"#, 0),
    (#"{"~date":"2020-13-01"}"#, 9), (#"{"~date":1}"#, 9), (#"{"~int":"1","a":2}"#, 12), (#"{"a":1,"~int":"1"}"#, 7),
    ("1e999", 0), ("{1:2}", 1), ("+1", 0), ("\u{FEFF}1", 0), ("'a'", 0),
  ])
  func malformedTextIsRefusedWithItsPlace(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try TaggedJSON.parse(text) }
    #expect(error?.offset == offset)
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(throws: JSONError.self) { try TaggedJSON.parse([0x22, 0xFF, 0x22]) }
    #expect(throws: JSONError.self) { try TaggedJSON.parse([0x22, 0x5C, 0x6E, 0xC3, 0x22]) }
  }

  @Test func depthIsBounded() throws {
    let deep = { (levels: Int) in String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
    _ = try TaggedJSON.parse(deep(500))
    #expect(throws: JSONError.self) { try TaggedJSON.parse(deep(100_000)) }
  }

  @Test(arguments: 0..<200)
  func randomValuesComeBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let value = randomValue(&random, depth: 4)
    var bytes: [UInt8] = []
    TaggedJSON.append(value, to: &bytes)
    let read = try TaggedJSON.parse(bytes)
    #expect(read == value)
    var again: [UInt8] = []
    TaggedJSON.append(read, to: &again)
    #expect(again == bytes)
    var writer = JSONWriter()
    writer.value(value)
    #expect(writer.bytes == bytes)
  }

  /// Every prefix and many damaged copies of a valid text are refused or read, never a crash.
  @Test(arguments: 0..<50)
  func damagedTextNeverCrashes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    TaggedJSON.append(randomValue(&random, depth: 3), to: &bytes)
    for length in bytes.indices { _ = try? TaggedJSON.parse(Array(bytes[..<length])) }
    for _ in 0..<200 {
      var damaged = bytes
      damaged[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = try? TaggedJSON.parse(damaged)
    }
  }

  @Test func writerPutsTheCommas() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("columns")
      writer.array(["a", "b"]) { writer, name in writer.string(name) }
      writer.key("rows")
      writer.array([[1, 2], []]) { writer, row in
        writer.array(row) { writer, number in writer.integer(number) }
      }
      writer.key("time")
      writer.number(0.5)
      writer.key("nothing")
      writer.null()
    }
    writer.endLine()
    writer.boolean(false)
    #expect(writer.text == #"{"columns":["a","b"],"rows":[[1,2],[]],"time":0.5,"nothing":null}"# + "\nfalse")
  }

  @Test func writerGivesElementsToItsCaller() {
    var writer = JSONWriter()
    writer.value(.list([.node(NodeIndex(7)), .map(["~k": .node(NodeIndex(8))])])) { value, writer in
      if case .node(let node) = value { writer.integer(node.raw) }
    }
    #expect(writer.text == #"[7,{"~map":{"~k":8}}]"#)
  }
}

private func randomValue(_ random: inout SplitMix64, depth: Int) -> Value {
  switch Int.random(in: 0..<(depth > 0 ? 11 : 8), using: &random) {
  case 0: .null
  case 1: .boolean(Bool.random(using: &random))
  case 2: .integer(Int64.random(in: .min ... .max, using: &random))
  case 3: .float(Double(bitPattern: UInt64.random(in: .min ... .max, using: &random)))
  case 4, 5: .string(randomText(&random))
  case 6: .date(CalendarDate(daysSinceEpoch: Int64.random(in: -1_000_000...1_000_000, using: &random)))
  case 7:
    .localDateTime(
      LocalDateTime(
        date: CalendarDate(daysSinceEpoch: Int64.random(in: -9999...9999, using: &random)),
        time: LocalTime(nanosecondOfDay: Int64.random(in: 0..<86_400_000_000_000, using: &random))))
  case 8, 9: .list((0..<Int.random(in: 0..<5, using: &random)).map { _ in randomValue(&random, depth: depth - 1) })
  default:
    .map(
      Dictionary(
        (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          (randomText(&random), randomValue(&random, depth: depth - 1))
        }, uniquingKeysWith: { first, _ in first }))
  }
}

private func randomText(_ random: inout SplitMix64) -> String {
  let letters: [Unicode.Scalar] = [
    "a", "~", "\"", "\\", "\u{0}", "\n", "\u{1f}", "å", "é", "\u{301}", "😀", "\u{2028}", "/",
  ]
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0..<8, using: &random) { text.append(letters.randomElement(using: &random) ?? "x") }
  return String(text)
}
