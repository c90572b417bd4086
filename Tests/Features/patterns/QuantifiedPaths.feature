Feature: QuantifiedPaths - Quantified path patterns

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 'a', x: 1}), (b:N {n: 'b', x: 2}), (c:N {n: 'c', x: 3}), (d:M {n: 'd', x: 0}),
             (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c), (c)-[:R {w: 3}]->(d), (a)-[:S]->(d)
      """

  Scenario Outline: [1] (a) <path> (m)
    When executing query:
      """
      MATCH (a {n: 'a'}) <path> (m)
      WITH m.n AS name ORDER BY name
      RETURN collect(name) AS names
      """
    Then the result should be, in any order:
      | names   |
      | <names> |
    And no side effects

    Examples:
      | path                                   | names                |
      | (()-[:R]->()){1,2}                     | ['b', 'c']           |
      | (()-[:R]->())+                         | ['b', 'c', 'd']      |
      | (()-[:R]->())*                         | ['a', 'b', 'c', 'd'] |
      | (()-[:R]->()){0,1}                     | ['a', 'b']           |
      | (()-[:R]->()){2,}                      | ['c', 'd']           |
      | (()-[:R]->()-[:R]->()){1,2}            | ['c']                |
      | ((:N)-[:R]->(:N))+                     | ['b', 'c']           |
      | ((x)-[:R]->(y) WHERE x.x < y.x)+       | ['b', 'c']           |
      | ((x)-[r:R WHERE r.w < 2]->())+         | ['b']                |
      | ((x)-[r:R]->(y) WHERE r.w + x.x > 3)*  | ['a']                |
      | ((x WHERE x.x < 3)-[:R]->())+          | ['b', 'c']           |
      | (()-[:R\|S]->()){1}                    | ['b', 'd']           |

  Scenario: [2] Variables inside are lists outside
    When executing query:
      """
      MATCH (a {n: 'a'}) ((x)-[r:R]->(y)){2} (m)
      RETURN [n IN x | n.n] AS xs, [n IN y | n.n] AS ys, [e IN r | e.w] AS ws, m.n AS m
      """
    Then the result should be, in any order:
      | xs         | ys         | ws     | m   |
      | ['a', 'b'] | ['b', 'c'] | [1, 2] | 'c' |
    And no side effects

  Scenario: [3] No repetition gives empty lists
    When executing query:
      """
      MATCH (a {n: 'a'}) ((x)-[r:R]->(y)){0,1} (m)
      RETURN size(x) AS x, size(r) AS r, m.n AS m
      """
    Then the result should be, in any order:
      | x | r | m   |
      | 0 | 0 | 'a' |
      | 1 | 1 | 'b' |
    And no side effects

  Scenario: [4] The path
    When executing query:
      """
      MATCH p = (a {n: 'a'}) (()-[:R]->())+ (d:M)
      RETURN [n IN nodes(p) | n.n] AS names, length(p) AS steps
      """
    Then the result should be, in any order:
      | names                | steps |
      | ['a', 'b', 'c', 'd'] | 3     |
    And no side effects

  Scenario: [5] At the beginning and at the end
    When executing query:
      """
      MATCH ((x)-[:R]->(y)){3}
      RETURN head(x).n AS first, last(y).n AS last
      """
    Then the result should be, in any order:
      | first | last |
      | 'a'   | 'd'  |
    And no side effects

  Scenario: [6] Two in a row
    When executing query:
      """
      MATCH (a {n: 'a'}) (()-[r:R]->(:N)){1,2} (()-[s:R]->(:M)){1} (m)
      RETURN size(r) AS r, m.n AS m
      """
    Then the result should be, in any order:
      | r | m   |
      | 2 | 'd' |
    And no side effects

  Scenario: [7] Aggregated outside
    When executing query:
      """
      MATCH (a {n: 'a'}) ((x)-[r:R]->(y))+ (m)
      RETURN m.n AS m, reduce(sum = 0, e IN r | sum + e.w) AS sum
      ORDER BY sum DESC
      """
    Then the result should be, in order:
      | m   | sum |
      | 'd' | 6   |
      | 'c' | 3   |
      | 'b' | 1   |
    And no side effects

  Scenario: [8] A condition inside sees variables outside that were bound before
    When executing query:
      """
      MATCH (c {n: 'c'})
      MATCH (a {n: 'a'}) ((x)-[:R]->(y) WHERE y.x < c.x)+ (m)
      RETURN m.n AS m
      """
    Then the result should be, in any order:
      | m   |
      | 'b' |
    And no side effects

  Scenario: [9] A WHERE after the pattern sees the lists
    When executing query:
      """
      MATCH (a {n: 'a'}) ((x)-[r:R]->(y))+ (m)
      WHERE all(e IN r WHERE e.w < 3) AND size(r) > 1
      RETURN m.n AS m
      """
    Then the result should be, in any order:
      | m   |
      | 'c' |
    And no side effects

  Scenario: [10] OPTIONAL MATCH that finds nothing
    When executing query:
      """
      MATCH (d:M)
      OPTIONAL MATCH (d) ((x)-[:R]->(y))+ (m)
      RETURN d.n AS d, x, m
      """
    Then the result should be, in any order:
      | d   | x    | m    |
      | 'd' | null | null |
    And no side effects

  Scenario: [11] In EXISTS and COUNT
    When executing query:
      """
      MATCH (n:N)
      WHERE EXISTS { (n) (()-[:R]->())+ (:M) }
      RETURN n.n AS n, COUNT { (n) (()-[:R]->()){1,2} () } AS c
      """
    Then the result should be, in any order:
      | n   | c |
      | 'a' | 2 |
      | 'b' | 2 |
      | 'c' | 1 |
    And no side effects

  Scenario: [12] Far and in circles, each node once
    Given having executed:
      """
      MATCH (d:M), (a {n: 'a'}) CREATE (d)-[:R {w: 4}]->(a)
      """
    When executing query:
      """
      MATCH (a {n: 'a'}) (()-[:R|S]->())+ (m)
      RETURN count(DISTINCT m) AS reached
      """
    Then the result should be, in any order:
      | reached |
      | 4       |
    And no side effects

  Scenario: [13] A variable inside is not seen as a node outside
    When executing query:
      """
      MATCH (a {n: 'a'}) ((x)-[:R]->(y))+ (m)
      RETURN x.n
      """
    Then a TypeError should be raised at compile time: InvalidArgumentType

  Scenario: [14] A name cannot stand inside and outside
    When executing query:
      """
      MATCH (a {n: 'a'}) ((a)-[:R]->(y))+ (m)
      RETURN m
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [15] Not inside each other
    When executing query:
      """
      MATCH ((()-[:R]->())+ ()-[:S]->()){2}
      RETURN 1
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [16] Something must be able to repeat
    When executing query:
      """
      MATCH ((x)){2}
      RETURN x
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [17] Not for making paths
    When executing query:
      """
      CREATE (()-[:R]->()){2}
      """
    Then a SyntaxError should be raised at compile time: *
