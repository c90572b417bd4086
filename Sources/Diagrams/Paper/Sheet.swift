/// The paper that a page is printed on, in points.
struct Sheet: Sendable, Equatable {
  var width: Double
  var height: Double

  /// Ten millimetres, which every printer keeps free.
  static let margin = 28.35
  /// The least size of text on a sheet, in points: a picture that would need smaller text takes several sheets. The
  /// small letters of the pictures' font are then 1.25 mm high.
  /// - Source: Regulation (EU) No 1169/2011, article 13, asks 1.2 mm of what must be readable on a label.
  static let leastText = 6.5
  /// How much smaller than its natural size a picture may be drawn, for that.
  static let leastScale = leastText / PageStyle.leastText

  var content: LayoutGeometry.Size {
    LayoutGeometry.Size(width: width - 2 * Self.margin, height: height - 2 * Self.margin)
  }

  /// The greatest scale up to 1 at which something fits.
  func scale(for size: LayoutGeometry.Size) -> Double {
    min(1, content.width / max(size.width, 1), content.height / max(size.height, 1))
  }

  /// The paper that a page shape names; one that holds a picture of this size where no paper is meant.
  static func sheet(for layout: PictureLayout, around size: LayoutGeometry.Size) -> Sheet {
    let (short, medium, long) = (595.28, 841.89, 1190.55)
    let own = Sheet(width: size.width + 2 * margin, height: size.height + 2 * margin)
    if layout.isFitted { return own }
    switch layout.page {
    case .a4Landscape: return Sheet(width: medium, height: short)
    case .a4Portrait: return Sheet(width: short, height: medium)
    case .a3Landscape: return Sheet(width: long, height: medium)
    case .a3Portrait: return Sheet(width: medium, height: long)
    case .wide: return own
    case .screen:
      // A slide fills its screen whatever its size, so that a large picture has a large one.
      let height = max(540, own.height, own.width / layout.page.ratio)
      return Sheet(width: height * layout.page.ratio, height: height)
    }
  }
}
