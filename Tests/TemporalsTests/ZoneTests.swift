import SeededRandom
import Testing

@testable import Temporals

@Suite struct ZoneTests {
  @Test(arguments: [
    // Clocks leaped: moved on by as much.
    ("2018-03-25T02:30", "Europe/Stockholm", "2018-03-25T03:30+02:00[Europe/Stockholm]"),
    ("2018-10-07T02:15", "Australia/Lord_Howe", "2018-10-07T02:45+11:00[Australia/Lord_Howe]"),
    ("2011-12-30T12:00", "Pacific/Apia", "2011-12-31T12:00+14:00[Pacific/Apia]"),
    // Twice: the earlier.
    ("2018-10-28T02:30", "Europe/Stockholm", "2018-10-28T02:30+02:00[Europe/Stockholm]"),
    ("2018-04-01T01:45", "Australia/Lord_Howe", "2018-04-01T01:45+11:00[Australia/Lord_Howe]"),
    // Just outside.
    ("2018-03-25T01:59:59", "Europe/Stockholm", "2018-03-25T01:59:59+01:00[Europe/Stockholm]"),
    ("2018-03-25T03:00", "Europe/Stockholm", "2018-03-25T03:00+02:00[Europe/Stockholm]"),
    ("2018-10-28T03:00", "Europe/Stockholm", "2018-10-28T03:00+01:00[Europe/Stockholm]"),
    // Winter is the one with its own sign, and the southern summer spans the new year.
    ("2018-07-01T12:00", "Europe/Dublin", "2018-07-01T12:00+01:00[Europe/Dublin]"),
    ("2500-01-01T12:00", "Australia/Sydney", "2500-01-01T12:00+11:00[Australia/Sydney]"),
    ("2500-07-01T12:00", "Australia/Sydney", "2500-07-01T12:00+10:00[Australia/Sydney]"),
    // Beyond the table: by rule.
    ("2499-03-29T02:30", "Europe/Stockholm", "2499-03-29T03:30+02:00[Europe/Stockholm]"),
    ("2499-10-25T02:30", "Europe/Stockholm", "2499-10-25T02:30+02:00[Europe/Stockholm]"),
    ("+999999999-07-01T00:00", "Europe/Stockholm", "+999999999-07-01T00:00+02:00[Europe/Stockholm]"),
    // Before standard time.
    ("1818-07-21T21:40:32.142", "Europe/Stockholm", "1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]"),
    ("-999999999-01-02T00:00", "America/New_York", "-999999999-01-02T00:00-04:56:02[America/New_York]"),
    ("1984-10-11T12:00", "Pacific/Honolulu", "1984-10-11T12:00-10:00[Pacific/Honolulu]"),
    ("2015-07-21T12:00", "Australia/Eucla", "2015-07-21T12:00+08:45[Australia/Eucla]"),
  ])
  func resolution(local: String, zone: String, expected: String) throws {
    let value = try ZonedDateTime(local: LocalDateTime(parsing: local), in: .named(zone))
    #expect(value.description == expected)
    #expect(try ZonedDateTime(epochSecond: value.epochSecond, in: .named(zone)).epochSecond == value.epochSecond)
  }

  @Test func theLaterOfTwoCanBePreferred() throws {
    let local = try LocalDateTime(parsing: "2018-10-28T02:30")
    let later = try ZonedDateTime(local: local, in: .named("Europe/Stockholm"), preferringOffset: 3_600)
    #expect(later.description == "2018-10-28T02:30+01:00[Europe/Stockholm]")
    let other = try ZonedDateTime(local: local, in: .named("Europe/Stockholm"), preferringOffset: 7_201)
    #expect(other.offsetSeconds == 7_200)
  }

  /// Every quarter of an hour of a window, against searching all instants for those with that local time.
  @Test(
    arguments: [
      ("Europe/Stockholm", 1_521_900_000), ("Europe/Stockholm", 1_540_600_000), ("Australia/Lord_Howe", 1_538_750_000),
      ("Pacific/Apia", 1_325_150_000), ("Africa/Casablanca", 1_557_000_000), ("America/St_Johns", 1_143_900_000),
      ("Europe/Stockholm", 16_700_000_000),
    ] as [(String, Int64)])
  func againstASearch(zone: String, start: Int64) throws {
    let rules = try TimeZoneDatabase.system.rules(for: zone)
    let step: Int64 = 900
    var instantsOfLocal: [Int64: [Int64]] = [:]
    for instant in stride(from: start - start % step, to: start + 400_000, by: Int(step)) {
      instantsOfLocal[instant + Int64(rules.offset(atEpochSecond: instant)), default: []].append(instant)
    }
    for local in stride(from: start - start % step + 90_000, to: start + 270_000, by: Int(step)) {
      let resolved = rules.resolve(localSecond: local, preferredOffset: nil)
      let instant = resolved.localSecond - Int64(resolved.offset)
      #expect(rules.offset(atEpochSecond: instant) == resolved.offset)
      if let instants = instantsOfLocal[local] {
        #expect(resolved.localSecond == local && instant == instants.min())
      } else {
        #expect(resolved.localSecond > local)
      }
    }
  }

  @Test(
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", 1_530_000_000, 7_200), ("CET-1CEST,M3.5.0,M10.5.0/3", 1_515_000_000, 3_600),
      ("<+0330>-3:30", 0, 12_600), ("EST5", 0, -18_000), ("EST5EDT,J60,J300/1", 1_530_000_000, -14_400),
      ("AAA0BBB,0/0,J365/25", 1_515_000_000, 3_600), ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_530_000_000, -3_600),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_515_000_000, 0), ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_530_000_000, 3_600),
    ] as [(String, Int64, Int32)])
  func rules(text: String, second: Int64, offset: Int32) throws {
    #expect(try #require(PosixTimeZoneRule(text)).offset(atEpochSecond: second) == offset)
  }

  @Test(arguments: [
    "", "CET", "-1", "CET-", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,",
    "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J1", "CET-1CEST,1,366", "<>-1",
    "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3x", "<CET-1", "CET-1:60",
  ])
  func refusedRules(text: String) {
    #expect(PosixTimeZoneRule(text) == nil)
  }

  @Test func withoutDataOnlyUTCIsKnown() throws {
    let missing = TimeZoneDatabase(directory: "/nonexistent/zoneinfo")
    let local = try LocalDateTime(parsing: "2018-03-25T02:30")
    #expect(
      throws: TemporalError.unreadableZone(
        "Europe/Stockholm", reason: "this system has no time zone data (package tzdata)")
    ) {
      try ZonedDateTime(local: local, in: .named("Europe/Stockholm"), zones: missing)
    }
    #expect(try ZonedDateTime(local: local, in: .named("UTC"), zones: missing).offsetSeconds == 0)
  }

  @Test func damagedDataAreRefused() throws {
    let bytes = try #require(readFile("/usr/share/zoneinfo/Europe/Berlin"))
    #expect(TZifReader.rules(of: bytes) != nil)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(TZifReader.rules(of: Array(bytes[..<length])) == nil)
    }
    var random = SplitMix64(seed: 3)
    for _ in 0..<3_000 {
      var damaged = bytes
      for _ in 0...random.number(below: 3) {
        damaged[random.number(below: bytes.count)] = UInt8(random.number(below: 256))
      }
      guard let rules = TZifReader.rules(of: damaged) else { continue }
      _ = rules.resolve(localSecond: Int64(random.number(below: 4_000_000_000)), preferredOffset: nil)
    }
  }

  @Test func zonesAreReadFromManyThreads() async throws {
    let names = ["Europe/Berlin", "Asia/Tokyo", "America/Lima", "Africa/Cairo", "Etc/GMT+5", "UTC", "EST5EDT"]
    let zones = TimeZoneDatabase(directory: "/usr/share/zoneinfo")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for round in 0..<200 {
        group.addTask { _ = try zones.rules(for: names[round % names.count]) }
      }
      try await group.waitForAll()
    }
  }

  @Test func linksAreFollowedOnce() {
    #expect(TimeZoneLinks.target(of: "Europe/Stockholm") == "Europe/Berlin")
    #expect(TimeZoneLinks.target(of: "Europe/Berlin") == nil)
  }
}
