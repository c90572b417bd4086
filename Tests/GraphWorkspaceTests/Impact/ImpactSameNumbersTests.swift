import Foundation
import GraphModel
import Testing

@testable import GraphWorkspace

/// One impact has one set of numbers, in whatever form it is asked for.
@Suite struct ImpactSameNumbersTests {
  struct Scenario: CustomTestStringConvertible, Sendable {
    var name: String
    var retired: [String]
    var replacements: [String: String] = [:]
    var testDescription: String { name }
  }

  static let scenarios = [
    Scenario(name: "one document", retired: ["ex-doc-antibiotikaprofylax-ledprotes"]),
    Scenario(
      name: "a set",
      retired: [
        "ex-doc-antibiotikaprofylax-ledprotes", "ex-doc-antibiotika-tandingrepp-profylax-riskpatienter",
        "ex-doc-elektrokonvulsiv-behandling-forberedelser-uppfoljning",
      ]),
    Scenario(
      name: "a replacement", retired: [],
      replacements: ["ex-doc-antibiotikaprofylax-ledprotes": "ex-doc-antibiotikaprofylax-ledproteskirurgi-regional"]),
    Scenario(
      name: "a refused replacement", retired: ["ex-doc-klozapin-insattning-blodprovskontroll"],
      replacements: ["ex-doc-antibiotikaprofylax-kolorektal-kirurgi-norr": "ex-doc-antibiotikaprofylax-tarmkirurgi"]),
    Scenario(name: "a council that closes", retired: ["sor-ortopedi"]),
  ]

  /// How many there are of each effect, worst first.
  typealias Numbers = [Int]
  static let effects = ["broken", "degraded", "review", "repoint"]

  @Test(arguments: scenarios, [CaptionLanguage.swedish, .english])
  func everyFormHasTheSameNumbers(of scenario: Scenario, in language: CaptionLanguage) throws {
    let region = try LoadedRegion()
    let answer = try region.workspace.impact(
      ImpactRequest(retired: scenario.retired, replacements: scenario.replacements.map { "\($0)=\($1)" }))
    let expected = Self.effects.map { effect in answer.readings(in: language).count { $0.effect == effect } }
    let total = expected.reduce(0, +)
    #expect(total == answer.affectedCount)

    #expect(try numbers(ofJSON: answer.json(in: language)) == expected)
    #expect(numbers(ofCSV: answer.table) == expected)
    for grouping in ImpactAnswer.groupings {
      #expect(try numbers(ofGroups: answer, by: grouping, language) == expected, "\(grouping)")
    }
    #expect(try numbers(ofCall: scenario, region.workspace) == expected)
    #expect(try numbers(ofLists: answer, region, language) == expected)

    let page = String(decoding: try region.workspace.page(answer, language: language), as: UTF8.self)
    let unowned = Set(answer.losses(in: language).filter(\.isLeftAlone).map(\.key)).count
    #expect(numbers(ofFigures: page) == expected + [total] + (unowned > 0 ? [unowned] : []))
    #expect(numbers(ofRows: page, language) == expected)
    #expect(numbers(ofSumRows: page).allSatisfy { $0 == expected + [total] })
    let svg = try region.workspace.draw(answer, as: .svg, language: language).bytes
    #expect(numbers(ofPicture: String(decoding: svg, as: UTF8.self), language) == expected)
  }

  // MARK: Forms

  private func numbers(ofJSON bytes: [UInt8]) throws -> Numbers {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let counts = try #require(object["counts"] as? [String: Int])
    let affected = try #require(object["affected"] as? [[String: Any]])
    let counted = Self.effects.map { effect in affected.count { $0["effect"] as? String == effect } }
    #expect(counted == Self.effects.map { counts[$0] ?? -1 })
    return counted
  }

  private func numbers(ofCSV table: ResultTable) -> Numbers {
    var bytes: [UInt8] = []
    table.write(as: .csv) { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return Self.effects.map { effect in lines.count { $0.hasPrefix(effect + ",") } }
  }

  /// The distinct numbers, which groups that do not overlap add up to.
  private func numbers(
    ofGroups answer: ImpactAnswer, by grouping: String, _ language: CaptionLanguage
  ) throws -> Numbers {
    let groups = try #require(answer.groups(by: grouping, in: language))
    let distinct = try #require(groups.last { $0.code == "distinct" })
    let several = groups.first { $0.code == "several" }
    for effect in Self.effects where several == nil {
      #expect(groups.dropLast().reduce(0) { $0 + ($1.counts[effect] ?? 0) } == distinct.counts[effect])
    }
    let object = try JSONSerialization.jsonObject(with: Data(answer.json(in: language, groupedBy: grouping)))
    let grouped = try #require((object as? [String: Any])?["grouped"] as? [String: Any])
    #expect(((grouped["distinct"] as? [String: Any])?["counts"] as? [String: Int]) == distinct.counts)
    #expect((grouped["groups"] as? [Any])?.count == groups.count - 1)
    #expect(answer.groupTable(by: grouping)?.rows.count == groups.count)
    return Self.effects.map { distinct.counts[$0] ?? -1 }
  }

  private func numbers(ofCall scenario: Scenario, _ workspace: GraphWorkspace) throws -> Numbers {
    let request = QueryRequest(
      text: """
        CALL impact.retire($keys, {replace: $replace}) YIELD node, effect
        RETURN effect, count(DISTINCT node) AS n
        """,
      parameters: [
        "keys": .list(scenario.retired.map { .string($0) }),
        "replace": .map(scenario.replacements.mapValues { .string($0) }),
      ])
    var numbers = [0, 0, 0, 0]
    for row in try workspace.query(request).table.rows {
      guard case .string(let effect) = row[0], case .integer(let count) = row[1],
        let position = Self.effects.firstIndex(of: effect)
      else { continue }
      numbers[position] = Int(count)
    }
    return numbers
  }

  /// Every hit stands in a list; one that stands in several is told by its key.
  private func numbers(
    ofLists answer: ImpactAnswer, _ region: LoadedRegion, _ language: CaptionLanguage
  ) throws -> Numbers {
    let folder = region.folder.path + "/lists-\(language.rawValue)"
    let written = try region.workspace.writeLists(answer, to: folder, language: language)
    let separator: Character = language == .swedish ? ";" : ","
    var effectOfKey: [String: String] = [:]
    for list in written.lists {
      let text = try String(contentsOfFile: list.path, encoding: .utf8)
      let rows = text.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }
      #expect(rows.count == list.count, "\(list.path)")
      for row in rows {
        let effect = String(row.prefix { $0 != separator })
        let key = row.split(separator: separator, omittingEmptySubsequences: false)
          .first { $0.hasPrefix("ex-") || $0.hasPrefix("sor-") || $0.hasPrefix("rpt-") || $0.hasPrefix("po-") }
        effectOfKey[String(try #require(key))] = effect
      }
    }
    return Self.effects.map { effect in
      effectOfKey.values.count { $0 == ImpactWords.effect(effect, language) }
    }
  }

  /// The large figures of the page: one for each effect, all, and what has nobody left.
  private func numbers(ofFigures page: String) -> Numbers {
    page.matches(of: /<span class="figure">([0-9]+)<\/span>/).compactMap { Int($0.1) }
  }

  private func numbers(ofRows page: String, _ language: CaptionLanguage) -> Numbers {
    Self.effects.map { effect in
      page.components(separatedBy: "<tr data-effect=\"\(ImpactWords.effect(effect, language))\"").count - 1
    }
  }

  /// The last row of every table of sums.
  private func numbers(ofSumRows page: String) -> [Numbers] {
    page.components(separatedBy: "<tfoot>").dropFirst().map { part in
      part.prefix { $0 != "\u{0}" }.components(separatedBy: "</tfoot>")[0]
        .matches(of: /<td>([0-9]+)<\/td>/).compactMap { Int($0.1) }
    }
  }

  /// As the picture's description tells them to those who do not see it.
  private func numbers(ofPicture svg: String, _ language: CaptionLanguage) -> Numbers {
    let description =
      svg.components(separatedBy: "<desc").dropFirst().first?.components(separatedBy: "</desc>")[0] ?? ""
    let words =
      language == .swedish
      ? ["slutar fungera", "försämras", "ses över", "pekas om"]
      : ["broken", "degraded", "to be reviewed", "to be repointed"]
    return words.map { word in
      let before = description.components(separatedBy: " " + word)
      guard before.count > 1, let number = before[0].split(whereSeparator: { !$0.isNumber }).last else { return 0 }
      return Int(number) ?? -1
    }
  }
}

/// The repository's own data, loaded once for a test.
struct LoadedRegion {
  let folder: TemporaryFolder
  let workspace: GraphWorkspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = GraphWorkspace(database: folder.path + "/region.db", folder: Repository.root)
    _ = try workspace.load(Repository.folders, context: ChangeContext(actor: "test"))
  }
}
