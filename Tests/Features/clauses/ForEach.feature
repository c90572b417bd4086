Feature: ForEach - FOREACH (x IN list | …)

  Scenario: [1] One node for each item
    Given an empty graph
    When executing query:
      """
      FOREACH (i IN range(1, 3) | CREATE (:A {i: i}))
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes      | 3 |
      | +labels     | 1 |
      | +properties | 3 |

  Scenario: [2] The rows stay
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x
      FOREACH (i IN range(1, x) | CREATE (:A {i: i}))
      RETURN x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
      | 2 |
    And the side effects should be:
      | +nodes      | 3 |
      | +labels     | 1 |
      | +properties | 3 |

  Scenario: [3] Mark the nodes of a path
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1})-[:T]->(:A {n: 2})-[:T]->(:A {n: 3})
      """
    When executing query:
      """
      MATCH p = (:A {n: 1})-[:T*]->(:A {n: 3})
      FOREACH (n IN nodes(p) | SET n.marked = true)
      """
    Then the result should be empty
    And the side effects should be:
      | +properties | 3 |

  Scenario: [4] Nothing for an empty list and for null
    Given an empty graph
    When executing query:
      """
      UNWIND [[], null] AS list
      FOREACH (x IN list | CREATE (:A))
      RETURN count(*) AS rows
      """
    Then the result should be, in any order:
      | rows |
      | 2    |
    And no side effects

  Scenario: [5] One in another
    Given an empty graph
    When executing query:
      """
      FOREACH (i IN [1, 2] | FOREACH (j IN [1, 2, 3] | CREATE (:A {i: i, j: j})))
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes      | 6  |
      | +labels     | 1  |
      | +properties | 12 |

  Scenario: [6] Several clauses
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:A {n: 2})
      """
    When executing query:
      """
      MATCH (a:A)
      WITH collect(a) AS list
      FOREACH (a IN list |
        SET a.x = a.n * 10
        REMOVE a.n
        CREATE (a)-[:T]->(b:B)
        SET b.y = a.x)
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes         | 2 |
      | +relationships | 2 |
      | +labels        | 1 |
      | +properties    | 4 |
      | -properties    | 2 |

  Scenario: [7] MERGE inside
    Given an empty graph
    When executing query:
      """
      FOREACH (name IN ['a', 'b', 'a'] | MERGE (:A {name: name}))
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes      | 2 |
      | +labels     | 1 |
      | +properties | 2 |

  Scenario: [8] DELETE inside
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:T]->(:A), (:B)
      """
    When executing query:
      """
      MATCH (a:A)
      WITH collect(a) AS list
      FOREACH (a IN list | DETACH DELETE a)
      """
    Then the result should be empty
    And the side effects should be:
      | -nodes         | 2 |
      | -relationships | 1 |
      | -labels        | 1 |

  Scenario: [9] The way to write on a condition
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 1}), (:A {n: 2})
      """
    When executing query:
      """
      MATCH (a:A)
      FOREACH (ignored IN CASE WHEN a.n > 1 THEN [1] ELSE [] END | SET a:Big)
      RETURN count(a) AS all
      """
    Then the result should be, in any order:
      | all |
      | 2   |
    And the side effects should be:
      | +labels | 1 |

  Scenario: [10] Later clauses see what was written
    Given an empty graph
    When executing query:
      """
      FOREACH (i IN [1, 2, 3] | CREATE (:A {i: i}))
      WITH 1 AS one
      MATCH (a:A)
      RETURN sum(a.i) AS sum
      """
    Then the result should be, in any order:
      | sum |
      | 6   |
    And the side effects should be:
      | +nodes      | 3 |
      | +labels     | 1 |
      | +properties | 3 |

  Scenario: [11] Variables of the inside are not seen outside
    Given an empty graph
    When executing query:
      """
      FOREACH (i IN [1] | CREATE (a:A))
      RETURN a
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario Outline: [12] Only writing clauses inside: <clause>
    Given an empty graph
    When executing query:
      """
      FOREACH (i IN [1] | <clause>)
      """
    Then a SyntaxError should be raised at compile time: *

    Examples:
      | clause              |
      | MATCH (n)           |
      | RETURN i            |
      | WITH i              |
      | UNWIND [1] AS x     |

  Scenario: [13] Only over a list
    Given an empty graph
    When executing query:
      """
      FOREACH (i IN 1 | CREATE (:A))
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [14] The variable is new
    Given an empty graph
    When executing query:
      """
      MATCH (i)
      FOREACH (i IN [1] | CREATE (:A))
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: [15] A failure undoes everything
    Given an empty graph
    When executing query:
      """
      FOREACH (i IN [1, 0] | CREATE (:A {x: 1 / i}))
      """
    Then a ArithmeticError should be raised at runtime: DivisionByZero
