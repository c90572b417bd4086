Feature: PathSelectors - SHORTEST, ANY and ALL

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 'a'}), (b:N {n: 'b'}), (c:N {n: 'c'}), (d:N {n: 'd'}), (e:N {n: 'e'}), (z:N {n: 'z'}),
             (a)-[:R]->(b), (a)-[:R]->(c), (b)-[:R]->(d), (c)-[:R]->(d), (d)-[:R]->(e), (a)-[:S]->(e)
      """

  Scenario Outline: [1] <selector>: lengths from a to e
    When executing query:
      """
      MATCH p = <selector> (a {n: 'a'})-[:R|S]->+(e {n: 'e'})
      WITH length(p) AS steps ORDER BY steps
      RETURN collect(steps) AS steps
      """
    Then the result should be, in any order:
      | steps   |
      | <steps> |
    And no side effects

    Examples:
      | selector             | steps     |
      | ALL                  | [1, 3, 3] |
      | SHORTEST 1           | [1]       |
      | SHORTEST 1 PATH      | [1]       |
      | SHORTEST 2           | [1, 3]    |
      | SHORTEST 2 PATHS     | [1, 3]    |
      | SHORTEST 3           | [1, 3, 3] |
      | SHORTEST 9           | [1, 3, 3] |
      | ANY SHORTEST         | [1]       |
      | ANY SHORTEST PATH    | [1]       |
      | ALL SHORTEST         | [1]       |
      | ALL SHORTEST PATHS   | [1]       |
      | SHORTEST 1 GROUP     | [1]       |
      | SHORTEST GROUP       | [1]       |
      | SHORTEST 1 GROUPS    | [1]       |
      | SHORTEST 2 GROUPS    | [1, 3, 3] |
      | SHORTEST 2 PATH GROUPS | [1, 3, 3] |
      | ANY 3                | [1, 3, 3] |
      | ANY 9 PATHS          | [1, 3, 3] |

  Scenario: [2] ANY finds one
    When executing query:
      """
      MATCH p = ANY (a {n: 'a'})-[:R|S]->+(e {n: 'e'})
      RETURN count(p) AS found
      """
    Then the result should be, in any order:
      | found |
      | 1     |
    And no side effects

  Scenario: [3] ANY 2 finds two
    When executing query:
      """
      MATCH p = ANY 2 PATHS (a {n: 'a'})-[:R|S]->+(e {n: 'e'})
      RETURN count(p) AS found
      """
    Then the result should be, in any order:
      | found |
      | 2     |
    And no side effects

  Scenario: [4] ALL SHORTEST finds ties
    When executing query:
      """
      MATCH p = ALL SHORTEST (a {n: 'a'})-[:R]->+(e {n: 'e'})
      RETURN [n IN nodes(p) | n.n] AS names
      """
    Then the result should be, in any order:
      | names                |
      | ['a', 'b', 'd', 'e'] |
      | ['a', 'c', 'd', 'e'] |
    And no side effects

  Scenario: [5] One for each pair of ends
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 'a'})-[:R]->+(m)
      RETURN m.n AS m, length(p) AS steps
      """
    Then the result should be, in any order:
      | m   | steps |
      | 'b' | 1     |
      | 'c' | 1     |
      | 'd' | 2     |
      | 'e' | 3     |
    And no side effects

  Scenario: [6] From every node to every node
    When executing query:
      """
      MATCH p = ANY SHORTEST (x:N)-[:R]->+(y:N)
      RETURN count(*) AS pairs, max(length(p)) AS longest
      """
    Then the result should be, in any order:
      | pairs | longest |
      | 9     | 3       |
    And no side effects

  Scenario: [7] Without direction
    When executing query:
      """
      MATCH p = SHORTEST 1 (b {n: 'b'})-[:R]-+(c {n: 'c'})
      RETURN length(p) AS steps
      """
    Then the result should be, in any order:
      | steps |
      | 2     |
    And no side effects

  Scenario: [8] With a quantified path
    When executing query:
      """
      MATCH p = ALL SHORTEST (a {n: 'a'}) ((x)-[:R]->(y) WHERE y.n <> 'c')+ (e {n: 'e'})
      RETURN [n IN nodes(p) | n.n] AS names, [n IN y | n.n] AS ys
      """
    Then the result should be, in any order:
      | names                | ys              |
      | ['a', 'b', 'd', 'e'] | ['b', 'd', 'e'] |
    And no side effects

  Scenario: [9] A WHERE behind the pattern comes after the selection
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 'a'})-[:R|S]->+(e {n: 'e'})
      WHERE length(p) > 1
      RETURN length(p) AS steps
      """
    Then the result should be, in any order:
      | steps |
    And no side effects

  Scenario: [10] A WHERE in parentheses comes before the selection
    When executing query:
      """
      MATCH p = SHORTEST 1 ((a {n: 'a'})-[r:R|S]->+(e {n: 'e'}) WHERE size(r) > 1)
      RETURN length(p) AS steps
      """
    Then the result should be, in any order:
      | steps |
      | 3     |
    And no side effects

  Scenario: [11] Nothing where there is no path
    When executing query:
      """
      MATCH (z {n: 'z'})
      OPTIONAL MATCH p = SHORTEST 1 (z)-[]->+(e {n: 'e'})
      RETURN p
      """
    Then the result should be, in any order:
      | p    |
      | null |
    And no side effects

  Scenario: [12] The star of openCypher
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 'a'})-[:R*]->(e {n: 'e'})
      RETURN length(p) AS steps
      """
    Then the result should be, in any order:
      | steps |
      | 3     |
    And no side effects

  Scenario: [13] Within an upper bound
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 'a'})-[:R]->{1,2}(m)
      RETURN m.n AS m
      """
    Then the result should be, in any order:
      | m   |
      | 'b' |
      | 'c' |
      | 'd' |
    And no side effects

  Scenario: [14] Above a lower bound
    When executing query:
      """
      MATCH p = SHORTEST 1 (a {n: 'a'})-[:R|S]->{2,}(e {n: 'e'})
      RETURN length(p) AS steps
      """
    Then the result should be, in any order:
      | steps |
      | 3     |
    And no side effects

  Scenario: [15] In EXISTS
    When executing query:
      """
      MATCH (x:N)
      WHERE NOT EXISTS { ANY SHORTEST (x)-[]-+({n: 'e'}) }
      RETURN x.n AS x
      """
    Then the result should be, in any order:
      | x   |
      | 'z' |
    And no side effects

  Scenario Outline: [16] No number of paths: <selector>
    When executing query:
      """
      MATCH p = <selector> (a)-[:R]->+(b)
      RETURN p
      """
    Then a SyntaxError should be raised at compile time: *

    Examples:
      | selector    |
      | SHORTEST 0  |
      | SHORTEST -1 |
      | ANY 0       |
      | SHORTEST 1.5 |

  Scenario: [17] A selector stands alone in its MATCH
    When executing query:
      """
      MATCH SHORTEST 1 (a)-[:R]->+(b), (c)-[:S]->(d)
      RETURN a
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [18] Not for making paths
    When executing query:
      """
      CREATE SHORTEST 1 (a)-[:R]->(b)
      """
    Then a SyntaxError should be raised at compile time: *
