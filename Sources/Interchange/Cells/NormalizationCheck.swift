// Foundation alone offers the normal form in public; it is used here and nowhere else in this target.
import Foundation

/// Whether text is in Unicode's normal form C, in which `å` is one code point.
enum NormalizationCheck {
  /// - Complexity: O(*length*), and only for text with a combining mark or another rare character in it.
  static func isNormalized(_ text: String) -> Bool {
    if text.unicodeScalars.allSatisfy(isInert) { return true }
    return text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8)
  }

  /// A character that normalisation never touches: all below U+0300, and common punctuation.
  private static func isInert(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || (0x2002...0x20CF).contains(scalar.value)
  }
}
