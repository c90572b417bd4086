/// The type of a declared property.
public indirect enum PropertyType: Hashable, Sendable {
  case string, integer, float, boolean, date, datetime, url
  /// A date that may be known in part only; a string in the query language.
  case edtf
  case list(of: PropertyType)

  /// The word of `schema.yaml`; a list answers `list`.
  public var name: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .float: "float"
    case .boolean: "boolean"
    case .date: "date"
    case .datetime: "datetime"
    case .url: "url"
    case .edtf: "edtf"
    case .list: "list"
    }
  }

  /// The types a property, or an item of a list, can have.
  public static let scalars: [PropertyType] = [.string, .integer, .float, .boolean, .date, .datetime, .edtf, .url]
}
