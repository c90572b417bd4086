import GraphModel

/// The names of labels, types and properties that a query uses, each with a number, so that a run looks each up in its
/// graph once and not for every row.
public struct QueryNames: Sendable {
  public private(set) var labels: [String] = []
  public private(set) var types: [String] = []
  public private(set) var properties: [String] = []
  private var labelNumbers: [TextKey: Int] = [:]
  private var typeNumbers: [TextKey: Int] = [:]
  private var propertyNumbers: [TextKey: Int] = [:]

  mutating func label(_ name: String) -> LabelName {
    LabelName(raw: QueryNames.number(name, in: &labels, &labelNumbers))
  }
  mutating func type(_ name: String) -> TypeName {
    TypeName(raw: QueryNames.number(name, in: &types, &typeNumbers))
  }
  mutating func property(_ name: String) -> PropertyName {
    PropertyName(raw: QueryNames.number(name, in: &properties, &propertyNumbers))
  }

  /// The number of a property that the query uses.
  public func knownProperty(_ name: String) -> PropertyName? { propertyNumbers[TextKey(name)].map(PropertyName.init) }

  public func text(of label: LabelName) -> String { labels[label.raw] }
  public func text(of type: TypeName) -> String { types[type.raw] }
  public func text(of property: PropertyName) -> String { properties[property.raw] }

  private static func number(_ name: String, in names: inout [String], _ numbers: inout [TextKey: Int]) -> Int {
    let key = TextKey(name)
    if let known = numbers[key] { return known }
    numbers[key] = names.count
    names.append(name)
    return names.count - 1
  }
}

/// A label's number in a query's names.
public struct LabelName: Hashable, Sendable { public var raw: Int }
/// A relationship type's number in a query's names.
public struct TypeName: Hashable, Sendable { public var raw: Int }
/// A property's number in a query's names.
public struct PropertyName: Hashable, Sendable { public var raw: Int }
