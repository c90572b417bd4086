/// The names of labels, types and properties that a query uses, each with a number, so that a run looks each up in its
/// graph once and not for every row.
public struct QueryNames: Sendable {
  public private(set) var labels: [String] = []
  public private(set) var types: [String] = []
  public private(set) var properties: [String] = []

  mutating func label(_ name: String) -> LabelName { LabelName(raw: QueryNames.number(name, in: &labels)) }
  mutating func type(_ name: String) -> TypeName { TypeName(raw: QueryNames.number(name, in: &types)) }
  mutating func property(_ name: String) -> PropertyName {
    PropertyName(raw: QueryNames.number(name, in: &properties))
  }

  public func text(of label: LabelName) -> String { labels[label.raw] }
  public func text(of type: TypeName) -> String { types[type.raw] }
  public func text(of property: PropertyName) -> String { properties[property.raw] }

  private static func number(_ name: String, in names: inout [String]) -> Int {
    if let known = names.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) { return known }
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
