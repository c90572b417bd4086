import CypherSemantics
import Diagnostics
public import GraphModel
import GraphStore
import Interchange

/// A conversation in JSON lines: each request gets one answer, in order.
///
/// Each `run` is one transaction: what it writes is committed and the next request sees it, or nothing is.
/// - Source: TCK line protocol.
public final class QuerySession {
  public static let protocolVersion = 1

  private let workspace: GraphWorkspace
  private let version: String
  private let isScratch: Bool
  private let limits: QueryLimits
  private let context: ChangeContext

  /// - Parameters:
  ///   - scratch: allows `reset`, which empties the database; one in memory always allows it.
  ///   - limits: of each query.
  public init(
    _ workspace: GraphWorkspace, version: String, scratch: Bool, context: ChangeContext,
    limits: QueryLimits = .unlimited
  ) {
    self.workspace = workspace
    self.version = version
    isScratch = scratch || workspace.isInMemory
    self.limits = limits
    self.context = context
  }

  /// Opens the database, so that a wrong one is told before the first request.
  /// - Throws: `StoreError`.
  public func open() throws {
    _ = try workspace.ledger(create: isScratch)
  }

  /// Answers one line with one line. Never fails: what is wrong with a request is its answer. An operation writes
  /// nothing before all of it that can fail is done.
  public func answer(_ line: [UInt8], to writer: inout JSONWriter) {
    writer.beginObject()
    var sequence: Int64?
    do throws(RequestError) {
      let request = try SessionRequest(line)
      sequence = request.sequence
      try answer(request, to: &writer)
    } catch {
      error.report.write(to: &writer)
      sequence = sequence ?? SessionRequest.sequence(of: line)
    }
    if let sequence {
      writer.key("seq")
      writer.integer(sequence)
    }
    writer.endObject()
    writer.endLine()
  }

  private func answer(_ request: SessionRequest, to reply: inout JSONWriter) throws(RequestError) {
    switch request.operation {
    case "hello": hello(to: &reply)
    case "reset": try reset(to: &reply)
    case "run": try run(request, to: &reply)
    case "dump": try dump(to: &reply)
    case "procedure":
      workspace.procedures.add(try request.procedure())
      reply.key("ok")
      reply.boolean(true)
    case let unknown:
      throw RequestError(detail: "UnknownOp", message: "there is no operation '\(unknown)'")
    }
  }

  // MARK: Operations

  private func hello(to reply: inout JSONWriter) {
    reply.key("protocol")
    reply.integer(Self.protocolVersion)
    reply.key("name")
    reply.string("styrgraf")
    reply.key("version")
    reply.string(version)
    reply.key("features")
    reply.array(["dump", "procedures"]) { $0.string($1) }
  }

  private func reset(to reply: inout JSONWriter) throws(RequestError) {
    guard isScratch else {
      throw RequestError(
        detail: "NotAllowed",
        message: "reset empties the database, and is for :memory: or a session with --scratch only")
    }
    try wrapped { try workspace.clear() }
    workspace.procedures = .workspace(workspace.impacts)
    reply.key("ok")
    reply.boolean(true)
  }

  private func run(_ request: SessionRequest, to reply: inout JSONWriter) throws(RequestError) {
    let query = try request.query()
    let answer = try wrapped {
      try workspace.query(
        QueryRequest(
          text: query, parameters: request.parameters(), writing: context,
          limits: request.limits(else: limits)))
    }
    Interchange.ResultFormat.writeMembers(of: answer.table, to: &reply)
    if let counts = answer.table.changes {
      reply.key("stats")
      ResultFormat.write(counts, to: &reply)
    }
    if let truncation = answer.table.truncation {
      reply.key("truncated")
      reply.boolean(true)
      reply.key("truncation")
      ResultFormat.write(truncation, advice: answer.table.truncationAdvice, to: &reply)
    }
    answer.plan?.write(to: &reply)
  }

  private func dump(to reply: inout JSONWriter) throws(RequestError) {
    let graph = try wrapped { try workspace.graph() }
    reply.key("nodes")
    reply.array(Array(graph.nodes)) { writer, node in
      ElementJSON.write(graph.data(of: node), to: &writer)
    }
    reply.key("relationships")
    reply.array(Array(graph.relationships)) { writer, relationship in
      ElementJSON.write(graph.data(of: relationship), to: &writer)
    }
  }

  // MARK: Errors

  private func wrapped<Result>(_ body: () throws -> Result) throws(RequestError) -> Result {
    do { return try body() } catch let error as RequestError { throw error } catch {
      throw RequestError(report: FailureReport(error))
    }
  }
}
