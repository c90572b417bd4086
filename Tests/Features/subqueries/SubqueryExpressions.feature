Feature: SubqueryExpressions - EXISTS, COUNT and COLLECT

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'Anna', age: 30}), (b:P {n: 'Bo', age: 40}), (c:P {n: 'Cia', age: 50}),
             (x:D {n: 'Fido'}), (y:D {n: 'Rex'}),
             (a)-[:OWNS {since: 2020}]->(x), (a)-[:OWNS {since: 2010}]->(y), (b)-[:OWNS {since: 2015}]->(y),
             (a)-[:KNOWS]->(b), (b)-[:KNOWS]->(c)
      """

  Scenario Outline: [1] WHERE <condition>
    When executing query:
      """
      MATCH (p:P)
      WHERE <condition>
      WITH p.n AS name ORDER BY name
      RETURN collect(name) AS names
      """
    Then the result should be, in any order:
      | names   |
      | <names> |
    And no side effects

    Examples:
      | condition                                                                    | names           |
      | EXISTS { (p)-[:OWNS]->(:D) }                                                 | ['Anna', 'Bo']  |
      | NOT EXISTS { (p)-[:OWNS]->() }                                               | ['Cia']         |
      | EXISTS { MATCH (p)-[:OWNS]->(d) WHERE d.n = 'Fido' }                         | ['Anna']        |
      | EXISTS { MATCH (p)-[o:OWNS]->() WHERE o.since < 2012 RETURN o }              | ['Anna']        |
      | EXISTS { MATCH (p)-[:OWNS]->(d) WITH d WHERE d.n STARTS WITH 'R' RETURN d.n AS n } | ['Anna', 'Bo'] |
      | EXISTS { MATCH (p)-[:KNOWS]->(q) WHERE EXISTS { (q)-[:OWNS]->() } }          | ['Anna']        |
      | EXISTS { MATCH (p)-[:OWNS]->(d) WITH count(d) AS c WHERE c > 1 RETURN c }    | ['Anna']        |
      | EXISTS { MATCH (p)-[:KNOWS]->(q) RETURN q UNION MATCH (p)-[:OWNS]->(q) RETURN q } | ['Anna', 'Bo'] |
      | EXISTS { UNWIND [30, 40] AS a WITH a WHERE p.age = a RETURN a }              | ['Anna', 'Bo']  |
      | COUNT { (p)-[:OWNS]->() } > 1                                                | ['Anna']        |
      | COUNT { (p)-[:OWNS]->() } = 0                                                | ['Cia']         |
      | COUNT { MATCH (p)-[o:OWNS]->() WHERE o.since > 2012 } = 1                    | ['Anna', 'Bo']  |
      | 'Rex' IN COLLECT { MATCH (p)-[:OWNS]->(d) RETURN d.n }                       | ['Anna', 'Bo']  |
      | size(COLLECT { MATCH (p)-->(x) RETURN x }) >= 2                              | ['Anna', 'Bo']  |

  Scenario: [2] EXISTS, COUNT and COLLECT in RETURN
    When executing query:
      """
      MATCH (p:P)
      RETURN p.n AS name, EXISTS { (p)-[:OWNS]->() } AS owns, COUNT { (p)-[:OWNS]->(:D) } AS dogs,
             COLLECT { MATCH (p)-[:OWNS]->(d) RETURN d.n ORDER BY d.n } AS names
      ORDER BY name
      """
    Then the result should be, in order:
      | name   | owns  | dogs | names           |
      | 'Anna' | true  | 2    | ['Fido', 'Rex'] |
      | 'Bo'   | true  | 1    | ['Rex']         |
      | 'Cia'  | false | 0    | []              |
    And no side effects

  Scenario: [3] COUNT of rows, also of equal ones
    When executing query:
      """
      RETURN COUNT { MATCH (p:P)-[:OWNS]->(d) RETURN d.n } AS a,
             COUNT { MATCH (p:P)-[:OWNS]->(d) RETURN DISTINCT d.n } AS b,
             COUNT { UNWIND [1, 1, null] AS x RETURN x } AS c,
             COUNT { MATCH (:P)-[:OWNS]->(d) RETURN d UNION ALL MATCH (d:D) RETURN d } AS e,
             COUNT { MATCH (:P)-[:OWNS]->(d) RETURN d UNION MATCH (d:D) RETURN d } AS f
      """
    Then the result should be, in any order:
      | a | b | c | e | f |
      | 3 | 2 | 3 | 5 | 2 |
    And no side effects

  Scenario: [4] COLLECT keeps nulls, order and duplicates
    When executing query:
      """
      RETURN COLLECT { UNWIND [3, null, 1, 1] AS x RETURN x ORDER BY x DESC } AS a,
             COLLECT { MATCH (p:P) RETURN p.age ORDER BY p.age SKIP 1 LIMIT 1 } AS b,
             COLLECT { MATCH (p:P) RETURN {n: p.n, dogs: COUNT { (p)-[:OWNS]->() }} AS m ORDER BY p.n } AS c
      """
    Then the result should be, in any order:
      | a               | b    | c                                                                |
      | [null, 3, 1, 1] | [40] | [{n: 'Anna', dogs: 2}, {n: 'Bo', dogs: 1}, {n: 'Cia', dogs: 0}] |
    And no side effects

  Scenario: [5] Variables of the outside are seen
    When executing query:
      """
      WITH 12 AS least
      MATCH (p:P)
      RETURN p.n AS name, COUNT { MATCH (p)-[o:OWNS]->() WHERE o.since > 2000 + least } AS c
      """
    Then the result should be, in any order:
      | name   | c |
      | 'Anna' | 1 |
      | 'Bo'   | 1 |
      | 'Cia'  | 0 |
    And no side effects

  Scenario: [6] Variables of the inside are not seen outside
    When executing query:
      """
      MATCH (p:P)
      WHERE EXISTS { (p)-[:OWNS]->(d) }
      RETURN d
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [7] In other clauses
    When executing query:
      """
      MATCH (p:P)
      WITH p, COUNT { (p)--() } AS degree
      ORDER BY COUNT { (p)-[:OWNS]->() } DESC, p.n LIMIT 2
      RETURN p.n AS name, degree, CASE WHEN EXISTS { (p)-[:KNOWS]->({n: 'Cia'}) } THEN 'yes' ELSE 'no' END AS knowsCia
      """
    Then the result should be, in order:
      | name   | degree | knowsCia |
      | 'Anna' | 3      | 'no'     |
      | 'Bo'   | 3      | 'yes'    |
    And no side effects

  Scenario: [8] In SET
    When executing query:
      """
      MATCH (p:P)
      SET p.dogs = COUNT { (p)-[:OWNS]->() }
      RETURN sum(p.dogs) AS dogs
      """
    Then the result should be, in any order:
      | dogs |
      | 3    |
    And the side effects should be:
      | +properties | 3 |

  Scenario: [9] In aggregates
    When executing query:
      """
      MATCH (p:P)
      RETURN sum(COUNT { (p)-[:OWNS]->() }) AS sum, max(COUNT { (p)-->() }) AS most
      """
    Then the result should be, in any order:
      | sum | most |
      | 3   | 3    |
    And no side effects

  Scenario: [10] In a list comprehension
    When executing query:
      """
      MATCH (p:P)
      WITH collect(p) AS ps
      RETURN [p IN ps WHERE EXISTS { (p)-[:KNOWS]->() } | COUNT { (p)-[:OWNS]->() }] AS dogs
      """
    Then the result should be (ignoring element order for lists):
      | dogs   |
      | [2, 1] |
    And no side effects

  Scenario: [11] Of a null node
    When executing query:
      """
      OPTIONAL MATCH (p:Nobody)
      RETURN EXISTS { (p)-->() } AS e, COUNT { (p)-->() } AS c, COLLECT { MATCH (p)-->(x) RETURN x } AS l
      """
    Then the result should be, in any order:
      | e     | c | l  |
      | false | 0 | [] |
    And no side effects

  Scenario: [12] COLLECT returns one column
    When executing query:
      """
      RETURN COLLECT { MATCH (p:P) RETURN p.n, p.age } AS l
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [13] COLLECT must return
    When executing query:
      """
      RETURN COLLECT { MATCH (p:P) } AS l
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario Outline: [14] A subquery in an expression only reads: <subquery>
    When executing query:
      """
      MATCH (p:P)
      RETURN <subquery> AS r
      """
    Then a SyntaxError should be raised at compile time: *

    Examples:
      | subquery                                    |
      | EXISTS { CREATE (q) RETURN q }              |
      | COUNT { MATCH (q) SET q.x = 1 RETURN q }    |
      | COLLECT { MATCH (q) DELETE q RETURN 1 AS x } |

  Scenario: [15] Columns of a UNION inside must agree
    When executing query:
      """
      RETURN EXISTS { RETURN 1 AS a UNION RETURN 2 AS b } AS e
      """
    Then a SyntaxError should be raised at compile time: DifferentColumnsInUnion
