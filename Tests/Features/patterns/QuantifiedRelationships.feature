Feature: QuantifiedRelationships - A relationship with a quantifier

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 'a'}), (b:N {n: 'b'}), (c:N {n: 'c'}), (d:N {n: 'd'}),
             (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c), (c)-[:R {w: 3}]->(d), (a)-[:S]->(d)
      """

  Scenario Outline: [1] From a: -[:R]-><quantifier>
    When executing query:
      """
      MATCH (a {n: 'a'})-[:R]-><quantifier>(m)
      WITH m.n AS name ORDER BY name
      RETURN collect(name) AS names
      """
    Then the result should be, in any order:
      | names   |
      | <names> |
    And no side effects

    Examples:
      | quantifier | names                |
      | +          | ['b', 'c', 'd']      |
      | *          | ['a', 'b', 'c', 'd'] |
      | {2}        | ['c']                |
      | {1,2}      | ['b', 'c']           |
      | {2,}       | ['c', 'd']           |
      | {,2}       | ['a', 'b', 'c']      |
      | {0,1}      | ['a', 'b']           |
      | {4,9}      | []                   |

  Scenario Outline: [2] Directions and types: (a)<arrow>(m)
    When executing query:
      """
      MATCH (x {n: '<from>'})<arrow>(m)
      WITH DISTINCT m.n AS name ORDER BY name
      RETURN collect(name) AS names
      """
    Then the result should be, in any order:
      | names   |
      | <names> |
    And no side effects

    Examples:
      | from | arrow               | names                |
      | d    | <-[:R]-{1,2}        | ['b', 'c']           |
      | d    | -[:R]-{1,2}         | ['b', 'c']           |
      | a    | -[:R\|S]->{1}       | ['b', 'd']           |
      | a    | -->+                | ['b', 'c', 'd']      |
      | d    | <--+                | ['a', 'b', 'c']      |
      | a    | --{3}               | ['b', 'd']           |
      | a    | -[:!S]->{3}         | ['d']                |

  Scenario: [3] The variable is a list
    When executing query:
      """
      MATCH (a {n: 'a'})-[r:R]->{2}(m)
      RETURN r, [x IN r | x.w] AS ws
      """
    Then the result should be, in any order:
      | r                            | ws     |
      | [[:R {w: 1}], [:R {w: 2}]]   | [1, 2] |
    And no side effects

  Scenario: [4] The path
    When executing query:
      """
      MATCH p = (a {n: 'b'})-[:R]->+(m {n: 'd'})
      RETURN p, length(p) AS steps
      """
    Then the result should be, in any order:
      | p                                                                    | steps |
      | <(:N {n: 'b'})-[:R {w: 2}]->(:N {n: 'c'})-[:R {w: 3}]->(:N {n: 'd'})> | 2     |
    And no side effects

  Scenario: [5] Properties hold for each relationship
    When executing query:
      """
      MATCH (a {n: 'a'})-[r:R {w: 1}]->+(m)
      RETURN m.n AS m
      """
    Then the result should be, in any order:
      | m   |
      | 'b' |
    And no side effects

  Scenario: [6] A condition holds for each relationship, which is a single one inside
    When executing query:
      """
      MATCH (a {n: 'a'})-[r:R WHERE r.w < 3]->+(m)
      RETURN m.n AS m
      """
    Then the result should be, in any order:
      | m   |
      | 'b' |
      | 'c' |
    And no side effects

  Scenario: [7] No relationship twice, in circles
    Given having executed:
      """
      MATCH (d {n: 'd'}), (a {n: 'a'}) CREATE (d)-[:R {w: 4}]->(a)
      """
    When executing query:
      """
      MATCH p = (a {n: 'a'})-[:R]->+(m)
      RETURN m.n AS m, length(p) AS steps
      """
    Then the result should be, in any order:
      | m   | steps |
      | 'b' | 1     |
      | 'c' | 2     |
      | 'd' | 3     |
      | 'a' | 4     |
    And no side effects

  Scenario: [8] More after it
    When executing query:
      """
      MATCH (a {n: 'a'})-[:R]->{1,2}(m)-[:R]->(o)
      RETURN m.n AS m, o.n AS o
      """
    Then the result should be, in any order:
      | m   | o   |
      | 'b' | 'c' |
      | 'c' | 'd' |
    And no side effects

  Scenario Outline: [9] Wrong bounds: <quantifier>
    When executing query:
      """
      MATCH (a)-[:R]-><quantifier>(m)
      RETURN m
      """
    Then a SyntaxError should be raised at compile time: *

    Examples:
      | quantifier |
      | {3,1}      |
      | {0}        |
      | {-1}       |
      | {1.5}      |
      | {0,0}{2}   |

  Scenario: [10] Not both a star and a quantifier
    When executing query:
      """
      MATCH (a)-[:R*2]->{2}(m)
      RETURN m
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [11] Not for making relationships
    When executing query:
      """
      CREATE (a)-[:R]->{2}(b)
      """
    Then a SyntaxError should be raised at compile time: *
