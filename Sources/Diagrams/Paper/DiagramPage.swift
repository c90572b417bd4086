/// The page for which a picture is drawn, where it is not the one that its definition asks for.
public enum DiagramPage: Hashable, Sendable {
  /// Aims at this shape; a PDF has sheets of this size.
  case shape(PageShape)
  /// The definition's shape; a PDF has one sheet of the picture's own size.
  case fit

  /// As people write it: the words of a definition's `page`, or `fit`.
  public init?(word: String) {
    if word == "fit" {
      self = .fit
    } else if let shape = PageShape(word: word) {
      self = .shape(shape)
    } else {
      return nil
    }
  }
}

extension PictureLayout {
  /// - Parameter page: `nil` leaves the page as it is.
  mutating func choose(_ page: DiagramPage?) {
    switch page {
    case .shape(let shape): self.page = shape
    case .fit: isFitted = true
    case nil: break
    }
  }
}
