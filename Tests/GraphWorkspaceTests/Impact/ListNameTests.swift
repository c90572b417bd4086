import Testing

@testable import GraphWorkspace

@Suite struct ListNameTests {
  @Test func longNamesAreCutByWhatTheyBecome() {
    var names = ListNames(taken: ["utan-ansvarig"])
    let long = String(repeating: "ö", count: 200)
    let first = names.name(for: long)
    #expect(first.utf8.count <= 180 && first.hasSuffix("_b6"))
    #expect(names.name(for: long + "x") == first + "_2")
    #expect(names.name(for: String(repeating: "a", count: 150)).utf8.count == 150)
    #expect(names.name(for: "utan-ansvarig") == "utan-ansvarig_2")
  }
}
