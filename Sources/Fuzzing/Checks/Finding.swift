/// A query that showed something that must not be.
struct Finding: Hashable, Sendable {
  enum Check: String, CaseIterable, Sendable {
    /// What the printer writes has mistakes, or is another tree.
    case printing
    /// A diagnostic without a place, or with one outside the text.
    case place
    /// Rows that do not fit the columns, or elements that are not in the answer.
    case answer
    /// Another answer in batches of another size.
    case batchSize
    /// Another answer without the rewrites.
    case rewrites
    /// A relationship whose end is deleted, or a graph changed by a query that failed.
    case graph
    /// Much more time than the budget gave.
    case time
  }

  var check: Check
  var query: String
  var detail: String
}
