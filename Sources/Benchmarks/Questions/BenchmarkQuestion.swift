import GraphModel
import GraphWorkspace

/// A question of the benchmark: its text, what it is asked about, and how its answer is put into one word.
struct BenchmarkQuestion {
  var name: String
  var text: String
  /// Asked one after the other; the time is per asking.
  var parameters: [[String: Value]]
  /// The canonical answer of all the tables together.
  var answer: ([ResultTable]) -> String

  private init(
    _ name: String, _ text: String, _ parameters: [[String: Value]], answer: @escaping ([ResultTable]) -> String
  ) {
    self.name = name
    self.text = text
    self.parameters = parameters
    self.answer = answer
  }

  /// The questions that peers are compared by, in the order of their numbers.
  static func all(_ parameters: BenchmarkParameters) -> [BenchmarkQuestion] {
    func key(_ subject: BenchmarkParameters.Subject) -> [String: Value] { ["k": .string(subject.key)] }
    let dependents = "<-[:CITES|LINKS_TO|USES|CONTAINS*1..]-(i:DesignItem)"
    let impact = "MATCH (d:Document {key: $k})\(dependents) RETURN count(DISTINCT i)"
    return [
      BenchmarkQuestion("Q1hot", impact, [key(parameters.hot)], answer: firstCell),
      BenchmarkQuestion("Q1typ", impact, [key(parameters.typ)], answer: firstCell),
      BenchmarkQuestion("Q1leaf", impact, [key(parameters.leaf)], answer: firstCell),
      BenchmarkQuestion(
        "Q2", "MATCH (d:Document)\(dependents) WHERE d.key IN $ks RETURN count(DISTINCT i)",
        [["ks": .list(parameters.set.map { .string($0.key) })]], answer: firstCell),
      BenchmarkQuestion(
        "Q3",
        """
        MATCH (t:Organisation {top: 1})<-[:PART_OF*0..6]-(o)-[:OWNS]->(d:Document {status: 'valid'})
        RETURN t.name, count(*)
        """, [[:]]
      ) { tables in
        let rows = tables[0].rows
        return "\(rows.count)/\(rows.reduce(0) { $0 + integer($1.last) })"
      },
      BenchmarkQuestion(
        "Q4",
        """
        MATCH (l:DesignLink)-[:LINKS_TO]->(d:Document)<-[:OWNS]-(c:Council)
        WHERE d.level IN ['local', 'national'] OR d.status = 'retired' RETURN l.key, d.key, c.name
        """, [[:]]
      ) { String($0[0].rows.count) },
      BenchmarkQuestion(
        "Q5",
        "MATCH p = shortestPath((a:DesignItem {key: $a})-[*..30]-(b:Person {key: $b})) RETURN length(p)",
        [["a": .string(parameters.q5.a.key), "b": .string(parameters.q5.b.key)]], answer: firstCell),
      BenchmarkQuestion(
        "Q6", "MATCH (d:Document {key: $k})-[*1..3]-(x) WHERE x.key <> $k RETURN count(DISTINCT x)",
        [key(parameters.typ)], answer: firstCell),
      BenchmarkQuestion(
        "Q7",
        "MATCH (d:Document)\(dependents) RETURN d.key, count(DISTINCT i) AS n ORDER BY n DESC LIMIT 20", [[:]]
      ) { tables in
        let rows = tables[0].rows
        return "\(integer(rows.first?.last))/\(integer(rows.last?.last))"
      },
      BenchmarkQuestion(
        "Q8",
        """
        MATCH (d:Document) WHERE d.title CONTAINS 'sepsis' AND d.level = 'regional'
        RETURN d.key ORDER BY d.valid_from DESC, d.key LIMIT 20
        """, [[:]], answer: firstCell),
      BenchmarkQuestion("Q9", "MATCH (d:Document {key: $k}) RETURN d.title", parameters.look.map(key)) { tables in
        String(tables.reduce(0) { $0 + (text($1.rows.first?.first)?.utf8.count ?? 0) })
      },
    ]
  }

  private static func firstCell(_ tables: [ResultTable]) -> String {
    switch tables.first?.rows.first?.first {
    case .integer(let number)?: String(number)
    case .string(let text)?: text
    default: "none"
    }
  }

  private static func integer(_ value: Value?) -> Int {
    if case .integer(let number)? = value { Int(number) } else { 0 }
  }

  private static func text(_ value: Value?) -> String? {
    if case .string(let text)? = value { text } else { nil }
  }
}
