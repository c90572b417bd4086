import CypherSyntax
import Diagnostics

extension Binding {
  /// `LOAD CSV`: a row of the file as a map, or as a list where no headers are asked for.
  func bindTableLoad(_ load: LoadCSVClauseSyntax, scope: inout Scope) -> BoundClause {
    let url = bind(load.url, in: scope)
    require(url, [.string], in: "LOAD CSV", expected: "the name of a file")
    let terminator = load.fieldTerminator.map { bind($0, in: scope) }
    if let terminator { require(terminator, [.string], in: "FIELDTERMINATOR", expected: "a string") }
    let name = load.variable
    if scope[name.text] != nil { alreadyBound(name.text, at: name.span) }
    let type: StaticType = load.withHeaders ? .map : .list(of: .string)
    let row = newSlot(name.text, type)
    scope[name.text] = Scope.Variable(place: .slot(row), type: type)
    let (line, file) = (newSlot(nil, .integer), newSlot(nil, .string))
    scope.table = (line, file)
    return .loadCSV(
      BoundTableLoad(
        url: url, fieldTerminator: terminator, withHeaders: load.withHeaders, row: row, line: line, file: file))
  }

  /// What `linenumber()` and `file()` stand for behind LOAD CSV; elsewhere they are null, as their declarations say.
  func tableReference(_ function: ScalarFunction, in scope: Scope, at span: SourceSpan) -> BoundExpression? {
    guard let table = scope.table, [ScalarFunction.lineNumber.name, ScalarFunction.file.name].contains(function.name)
    else { return nil }
    let slot = function.name == ScalarFunction.file.name ? table.file : table.line
    noteUse(of: slot)
    return BoundExpression(.slot(slot), type: function.result, span: span)
  }
}
