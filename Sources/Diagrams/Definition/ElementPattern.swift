import GraphModel
import Temporals

extension ElementPattern {
  /// Whether the pattern says anything at all.
  var isEmpty: Bool {
    names.isEmpty && isKindsOnly
  }

  func matches(_ relationship: DrawnRelationship) -> Bool {
    matches(names: [relationship.type]) { relationship.properties[$0] ?? .null }
  }

  fileprivate func matches(names candidates: [String], value: (String) -> Value) -> Bool {
    if !names.isEmpty, !names.contains(where: candidates.contains) { return false }
    return values.allSatisfy { name, allowed in
      let value = value(name)
      if case .list(let items) = value { return items.contains(where: allowed.contains) }
      return allowed.contains(value)
    }
      && bounds.allSatisfy { name, bounds in
        let value = value(name)
        if case .list(let items) = value { return items.contains(where: bounds.allow) }
        return bounds.allow(value)
      }
  }
}

extension ValueBounds {
  /// Whether a value lies between the bounds; one that cannot be compared with them does not.
  func allow(_ value: Value) -> Bool {
    if let least, let order = order(of: value, against: least) {
      if order == .less { return false }
    } else if least != nil {
      return false
    }
    guard let greatest else { return true }
    return order(of: value, against: greatest).map { $0 != .greater } ?? false
  }

  /// A day or time is compared with a bound by its text, which a definition writes.
  private func order(of value: Value, against bound: Value) -> ValueOrder? {
    guard case .string = bound else { return value.comparison(with: bound) }
    switch value {
    case .date(let date): return Value.string(date.description).comparison(with: bound)
    case .dateTime(let time): return Value.string(time.description).comparison(with: bound)
    case .localDateTime(let time): return Value.string(time.description).comparison(with: bound)
    default: return value.comparison(with: bound)
    }
  }
}

extension DrawnGraph {
  /// Whether a pattern means a node, by its number.
  func matches(_ pattern: ElementPattern, _ node: Int) -> Bool {
    guard pattern.matches(names: nodes[node].labels, value: { value($0, of: node) }) else { return false }
    if !pattern.keys.isEmpty, !pattern.keys.contains(where: { isKey($0, of: node) }) { return false }
    return pattern.without.allSatisfy { !types[node].contains($0) } && pattern.with.allSatisfy(types[node].contains)
      && pattern.several.allSatisfy { type in
        touching[node].count { relationships[$0].type.isIdenticalText(to: type) } > 1
      }
  }
}

extension DrawnGraph {
  /// Whether a node has a key that a definition writes out, or as `$name` leaves to a parameter.
  private func isKey(_ text: String, of node: Int) -> Bool {
    guard let name = ElementPattern.parameter(in: text) else { return nodes[node].key.isIdenticalText(to: text) }
    guard case .string(let key)? = parameters[name] else { return false }
    return nodes[node].key.isIdenticalText(to: key)
  }
}

extension ElementPattern {
  /// The parameter that a key names; `nil` where the key is written out.
  static func parameter(in key: String) -> String? {
    key.unicodeScalars.first == "$" ? String(key.unicodeScalars.dropFirst()) : nil
  }
}

extension ValueOrder {
  var isLess: Bool { self == .less }
}
