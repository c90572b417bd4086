/// A label's number in one graph.
@frozen
public struct LabelID: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
  @inlinable public static func < (a: LabelID, b: LabelID) -> Bool { a.raw < b.raw }
}

/// A relationship type's number in one graph.
@frozen
public struct TypeID: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
  @inlinable public static func < (a: TypeID, b: TypeID) -> Bool { a.raw < b.raw }
}

/// A property key's number in one graph.
@frozen
public struct PropertyKeyID: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
  @inlinable public static func < (a: PropertyKeyID, b: PropertyKeyID) -> Bool { a.raw < b.raw }
}

/// The names of a graph's labels, relationship types and property keys, each with a number.
public struct GraphSymbols: Sendable {
  public private(set) var labels: [String] = []
  public private(set) var types: [String] = []
  public private(set) var propertyKeys: [String] = []
  private var labelIDs: [TextKey: LabelID] = [:]
  private var typeIDs: [TextKey: TypeID] = [:]
  private var propertyKeyIDs: [TextKey: PropertyKeyID] = [:]

  public init() {}

  public var count: Int { labels.count + types.count + propertyKeys.count }

  public func label(_ name: String) -> LabelID? { labelIDs[TextKey(name)] }
  public func type(_ name: String) -> TypeID? { typeIDs[TextKey(name)] }
  public func propertyKey(_ name: String) -> PropertyKeyID? { propertyKeyIDs[TextKey(name)] }

  public func name(of label: LabelID) -> String { labels[Int(label.raw)] }
  public func name(of type: TypeID) -> String { types[Int(type.raw)] }
  public func name(of key: PropertyKeyID) -> String { propertyKeys[Int(key.raw)] }

  /// The label's number, given now if it has none.
  public mutating func intern(label name: String) -> LabelID {
    if let id = label(name) { return id }
    let id = LabelID(UInt32(labels.count))
    labels.append(name)
    labelIDs[TextKey(name)] = id
    return id
  }

  /// The type's number, given now if it has none.
  public mutating func intern(type name: String) -> TypeID {
    if let id = type(name) { return id }
    let id = TypeID(UInt32(types.count))
    types.append(name)
    typeIDs[TextKey(name)] = id
    return id
  }

  /// The property key's number, given now if it has none.
  public mutating func intern(propertyKey name: String) -> PropertyKeyID {
    if let id = propertyKey(name) { return id }
    let id = PropertyKeyID(UInt32(propertyKeys.count))
    propertyKeys.append(name)
    propertyKeyIDs[TextKey(name)] = id
    return id
  }
}
