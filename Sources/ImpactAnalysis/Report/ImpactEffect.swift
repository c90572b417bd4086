/// What a scenario does to a node, from harmless to worst.
public enum ImpactEffect: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// It must point at the replacement, and then all is well.
  case repoint = 1
  case review, degraded, broken

  /// The word of `schema.yaml` and of the JSON output.
  public var name: String {
    switch self {
    case .repoint: "repoint"
    case .review: "review"
    case .degraded: "degraded"
    case .broken: "broken"
    }
  }

  public init?(name: String) {
    guard let effect = ImpactEffect.allCases.first(where: { $0.name == name }) else { return nil }
    self = effect
  }

  public static func < (a: ImpactEffect, b: ImpactEffect) -> Bool { a.rawValue < b.rawValue }
}

/// The worst that a scenario does at all.
public enum ImpactVerdict: String, Hashable, Sendable {
  case safe
  /// Nothing is affected, and something loses its owner or the like and has no other.
  case unowned
  case repoint, review, degrades, breaks

  init(worst: ImpactEffect?, leavesUnowned: Bool) {
    self =
      switch worst {
      case nil: leavesUnowned ? .unowned : .safe
      case .repoint: .repoint
      case .review: .review
      case .degraded: .degrades
      case .broken: .breaks
      }
  }
}

/// How many nodes got each effect.
public struct ImpactCounts: Hashable, Sendable {
  public internal(set) var broken = 0
  public internal(set) var degraded = 0
  public internal(set) var review = 0
  public internal(set) var repoint = 0
  /// How many nodes have nobody left in a role that they had somebody in; no effect, and no part of the total.
  public internal(set) var unowned = 0

  public init() {}

  /// - Parameter levels: how many nodes got each level, by level.
  init(levels: [Int]) {
    for effect in ImpactEffect.allCases { count(effect, times: levels[effect.rawValue]) }
  }

  public subscript(effect: ImpactEffect) -> Int {
    switch effect {
    case .broken: broken
    case .degraded: degraded
    case .review: review
    case .repoint: repoint
    }
  }

  public mutating func count(_ effect: ImpactEffect, times: Int = 1) {
    switch effect {
    case .broken: broken += times
    case .degraded: degraded += times
    case .review: review += times
    case .repoint: repoint += times
    }
  }

  public var total: Int { broken + degraded + review + repoint }
}
