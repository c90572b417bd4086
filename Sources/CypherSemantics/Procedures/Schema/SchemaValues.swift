import GraphModel

/// Parts of a schema as values of the query language.
enum SchemaValues {
  /// `{en: …, sv: …}`
  static func caption(_ caption: Caption) -> Value { .map(caption.texts.mapValues(Value.string)) }

  static func names(_ names: [String]) -> Value { .list(names.map(Value.string)) }

  static func required(_ properties: [PropertyDefinition]) -> Value {
    names(properties.filter(\.isRequired).map(\.name))
  }

  /// The word of `schema.yaml`; `list of string` for a list.
  static func type(_ type: PropertyType) -> String {
    if case .list(let item) = type { return "list of \(Self.type(item))" }
    return type.name
  }

  /// `{retired: 'broken', review: 'review'}`
  static func impact(_ table: ImpactTable) -> Value {
    .map(Dictionary(uniqueKeysWithValues: table.words.map { ($0.state, .string($0.effect)) }))
  }

  /// `{status: ['retired']}`
  static func inactive(_ values: [String: [Value]]) -> Value { .map(values.mapValues(Value.list)) }
}
