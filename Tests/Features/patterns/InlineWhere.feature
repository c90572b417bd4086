Feature: InlineWhere - Conditions inside nodes and relationships

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {x: 1}), (b:A {x: 2}), (c:B {x: 3}),
             (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c), (a)-[:R {w: 3}]->(c)
      """

  Scenario: [1] In a node
    When executing query:
      """
      MATCH (n:A WHERE n.x > 1)
      RETURN n.x AS x
      """
    Then the result should be, in any order:
      | x |
      | 2 |
    And no side effects

  Scenario: [2] In a relationship
    When executing query:
      """
      MATCH (n)-[r:R WHERE r.w >= 2]->(m)
      RETURN n.x AS n, m.x AS m
      """
    Then the result should be, in any order:
      | n | m |
      | 2 | 3 |
      | 1 | 3 |
    And no side effects

  Scenario: [3] With properties beside it
    When executing query:
      """
      MATCH (n {x: 1} WHERE n:A)-[r:R {w: 3} WHERE true]->(m WHERE m.x > n.x)
      RETURN m.x AS m
      """
    Then the result should be, in any order:
      | m |
      | 3 |
    And no side effects

  Scenario: [4] In OPTIONAL MATCH it belongs to the pattern
    When executing query:
      """
      MATCH (n:A)
      OPTIONAL MATCH (n)-[r:R]->(m:B WHERE m.x > 3)
      RETURN n.x AS n, m.x AS m
      """
    Then the result should be, in any order:
      | n | m    |
      | 1 | null |
      | 2 | null |
    And no side effects

  Scenario: [5] In a pattern comprehension and in EXISTS
    When executing query:
      """
      MATCH (n:A)
      WHERE EXISTS { (n)-[r WHERE r.w > 2]->() }
      RETURN [(n)-[r WHERE r.w < 3]->(m WHERE m.x > 1) | m.x] AS xs
      """
    Then the result should be, in any order:
      | xs  |
      | [2] |
    And no side effects

  Scenario: [6] On each relationship of a path of any length
    When executing query:
      """
      MATCH (a {x: 1})-[r:R WHERE r.w < 3]->+(c:B)
      RETURN size(r) AS steps
      """
    Then the result should be, in any order:
      | steps |
      | 2     |
    And no side effects

  Scenario: [7] An unknown variable inside
    When executing query:
      """
      MATCH (n WHERE q.x > 1)
      RETURN n
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [8] No condition for making a node
    When executing query:
      """
      CREATE (n WHERE n.x > 1)
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [9] A condition is a boolean
    When executing query:
      """
      MATCH (n WHERE 1)
      RETURN n
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType
