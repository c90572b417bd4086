Feature: GQLClauses - OFFSET, FILTER, LET, FOR, NEXT, INSERT and FINISH

  Scenario Outline: [1] <name>
    Given any graph
    When executing query:
      """
      UNWIND [3, 1, 4, 1, 5] AS x
      <rest>
      """
    Then the result should be, in order:
      | x |
      | 3 |
      | 4 |
    And no side effects

    Examples:
      | name                     | rest                                                       |
      | OFFSET                   | RETURN x ORDER BY x OFFSET 2 LIMIT 2                       |
      | SKIP                     | RETURN x ORDER BY x SKIP 2 LIMIT 2                         |
      | OFFSET in WITH           | WITH x ORDER BY x OFFSET 2 LIMIT 2 RETURN x                |
      | FILTER                   | FILTER x > 2 FILTER x < 5 RETURN x                         |
      | FILTER WHERE             | FILTER WHERE x > 2 AND x < 5 RETURN x                      |
      | FILTER and ORDER BY      | FILTER x > 1 RETURN x ORDER BY x LIMIT 2                   |

  Scenario: [2] LET names values
    Given any graph
    When executing query:
      """
      UNWIND [1, 2] AS x
      LET y = x * 10, z = x + 1
      LET w = y + z
      RETURN x, y, z, w
      """
    Then the result should be, in any order:
      | x | y  | z | w  |
      | 1 | 10 | 2 | 12 |
      | 2 | 20 | 3 | 23 |
    And no side effects

  Scenario: [3] LET as the first clause
    Given any graph
    When executing query:
      """
      LET x = 1
      RETURN x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
    And no side effects

  Scenario: [4] LET does not name again
    Given any graph
    When executing query:
      """
      LET x = 1
      LET x = 2
      RETURN x
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [5] No aggregates in FILTER
    Given any graph
    When executing query:
      """
      UNWIND [1] AS x
      FILTER count(x) > 0
      RETURN x
      """
    Then a SyntaxError should be raised at compile time: InvalidAggregation

  Scenario: [6] FOR is UNWIND
    Given any graph
    When executing query:
      """
      FOR x IN [1, 2, null]
      FOR y IN [x, x]
      RETURN x, y
      """
    Then the result should be, in any order:
      | x    | y    |
      | 1    | 1    |
      | 1    | 1    |
      | 2    | 2    |
      | 2    | 2    |
      | null | null |
      | null | null |
    And no side effects

  Scenario: [7] FOR over null and nothing
    Given any graph
    When executing query:
      """
      FOR x IN null
      RETURN x
      """
    Then the result should be, in any order:
      | x |
    And no side effects

  Scenario: [8] NEXT goes on with the columns
    Given an empty graph
    And having executed:
      """
      CREATE (:P {n: 'a', age: 30}), (:P {n: 'b', age: 40}), (:P {n: 'c', age: 20})
      """
    When executing query:
      """
      MATCH (p:P)
      RETURN p, p.age AS age ORDER BY age DESC LIMIT 2

      NEXT

      RETURN avg(age) AS mean, collect(p.n) AS names
      """
    Then the result should be (ignoring element order for lists):
      | mean | names      |
      | 35.0 | ['a', 'b'] |
    And no side effects

  Scenario: [9] NEXT twice
    Given any graph
    When executing query:
      """
      UNWIND [1, 2, 3] AS x RETURN x * 2 AS y
      NEXT
      FILTER y > 2 RETURN y, y + 1 AS z
      NEXT
      RETURN sum(y) AS y, sum(z) AS z
      """
    Then the result should be, in any order:
      | y  | z  |
      | 10 | 12 |
    And no side effects

  Scenario: [10] What was not returned is gone after NEXT
    Given any graph
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN x * 2 AS y
      NEXT
      RETURN x
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [11] INSERT makes nodes and relationships
    Given an empty graph
    When executing query:
      """
      INSERT (a:A {x: 1})-[:T {w: 2}]->(b:B&C)
      RETURN a, b
      """
    Then the result should be, in any order:
      | a           | b      |
      | (:A {x: 1}) | (:B:C) |
    And the side effects should be:
      | +nodes         | 2 |
      | +relationships | 1 |
      | +labels        | 3 |
      | +properties    | 2 |

  Scenario: [12] FINISH answers nothing
    Given an empty graph
    And having executed:
      """
      CREATE (:A), (:A)
      """
    When executing query:
      """
      MATCH (a:A)
      FINISH
      """
    Then the result should be empty
    And no side effects

  Scenario: [13] FINISH after writing
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x
      CREATE (:A {x: x})
      FINISH
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes      | 2 |
      | +labels     | 1 |
      | +properties | 2 |

  Scenario: [14] Nothing comes after FINISH
    Given an empty graph
    When executing query:
      """
      MATCH (a) FINISH RETURN a
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [15] A condition is a boolean
    Given any graph
    When executing query:
      """
      UNWIND [1] AS x
      FILTER 1
      RETURN x
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario Outline: [16] OFFSET of <count>
    Given any graph
    When executing query:
      """
      RETURN 1 AS x OFFSET <count>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | count | detail                  |
      | -1    | NegativeIntegerArgument |
      | 1.5   | InvalidArgumentType     |

  Scenario: [17] Words of these clauses are names elsewhere
    Given any graph
    When executing query:
      """
      WITH {filter: 1, offset: 2} AS let, [3] AS shortest, 4 AS next
      RETURN let.filter AS finish, let.offset AS offset, shortest[0] AS insert, next AS acyclic
      """
    Then the result should be, in any order:
      | finish | offset | insert | acyclic |
      | 1      | 2      | 3      | 4       |
    And no side effects
