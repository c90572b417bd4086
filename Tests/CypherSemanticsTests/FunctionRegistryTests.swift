import CypherSemantics
import Testing

@Suite struct FunctionRegistryTests {
  private let names = FunctionRegistry.scalars.map(\.name) + FunctionRegistry.aggregates.map(\.name)

  @Test func namesAreUniqueWhateverTheirCase() {
    let keys = names.map { $0.lowercased() } + FunctionRegistry.synonyms.keys
    #expect(Set(keys).count == keys.count)
  }

  @Test func signaturesAreUnique() {
    let signatures = FunctionRegistry.scalars.map(\.signature) + FunctionRegistry.aggregates.map(\.signature)
    #expect(Set(signatures).count == signatures.count)
  }

  @Test func listsAreSortedByName() {
    for category in FunctionRegistry.categories {
      for list in [category.scalars.map(\.name), category.aggregates.map(\.name)] {
        #expect(list == list.sorted { $0.lowercased() < $1.lowercased() }, "\(category.title)")
      }
    }
  }

  @Test func everyFunctionIsInACategory() {
    let listed = FunctionRegistry.categories.flatMap { $0.scalars.map(\.name) + $0.aggregates.map(\.name) }
    #expect(listed.sorted() == names.sorted())
  }

  @Test func everyFunctionIsFoundByItsName() {
    for name in names + FunctionRegistry.synonyms.keys {
      for spelling in [name, name.uppercased(), name.lowercased()] {
        #expect(
          FunctionRegistry.scalar(named: spelling) != nil || FunctionRegistry.aggregate(named: spelling) != nil,
          "\(spelling)")
      }
    }
    #expect(FunctionRegistry.scalar(named: "Character_Length")?.name == "char_length")
    #expect(FunctionRegistry.scalar(named: "toUpperCase") == nil)
  }

  @Test func everyFunctionIsDescribedAndHasAnExample() {
    for function in FunctionRegistry.scalars {
      #expect(function.summary.hasSuffix("."), "\(function.name)")
      #expect(!function.examples.isEmpty, "\(function.name)")
    }
    for function in FunctionRegistry.aggregates {
      #expect(function.summary.hasSuffix("."), "\(function.name)")
      #expect(!function.examples.isEmpty, "\(function.name)")
    }
  }

  @Test func requiredParametersComeFirst() {
    for function in FunctionRegistry.scalars {
      let optional = function.parameters.map(\.isOptional)
      #expect(optional == optional.filter { !$0 } + optional.filter(\.self), "\(function.name)")
    }
  }

  @Test func signature() {
    #expect(
      FunctionRegistry.scalar(named: "substring")?.signature
        == "substring(text :: STRING, start :: INTEGER [, length :: INTEGER]) :: STRING")
    #expect(FunctionRegistry.scalar(named: "coalesce")?.signature == "coalesce(value :: ANY, …) :: ANY")
    #expect(
      FunctionRegistry.scalar(named: "split")?.signature
        == "split(text :: STRING, separator :: STRING | LIST<ANY>) :: LIST<STRING>")
    #expect(FunctionRegistry.aggregate(named: "count")?.signature == "count(value :: ANY) :: INTEGER")
  }
}
