import GraphModel

/// The dictionary behind a column of texts. Two columns have the same source exactly if it is the same object; equal
/// codes then are equal texts, and different ones different texts.
typealias TextSource = TextDictionary

extension TextSource {
  var dictionary: TextDictionary { self }

  /// The text of a code; null for 0.
  func value(of code: UInt32) -> Value { code == 0 ? .null : .string(self[Int(code) - 1]) }
}
