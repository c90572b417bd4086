Feature: Reduce - reduce(a = start, x IN list | …)

  Scenario Outline: [1] <call>
    Given any graph
    When executing query:
      """
      RETURN <call> AS r
      """
    Then the result should be, in any order:
      | r        |
      | <result> |
    And no side effects

    Examples:
      | call                                                      | result |
      | reduce(a = 0, x IN [1, 2, 3] \| a + x)                    | 6      |
      | reduce(a = 1, x IN [2, 3, 4] \| a * x)                    | 24     |
      | reduce(a = '', x IN ['a', 'b'] \| a + x)                  | 'ab'   |
      | reduce(a = [], x IN [1, 2] \| [x] + a)                    | [2, 1] |
      | reduce(a = 0, x IN [] \| a + x)                           | 0      |
      | reduce(a = 0, x IN null \| a + x)                         | null   |
      | reduce(a = null, x IN [1] \| a + x)                       | null   |
      | reduce(a = 0, x IN [1, null, 2] \| a + x)                 | null   |
      | reduce(a = 0, x IN [1, null, 2] \| a + coalesce(x, 0))    | 3      |
      | reduce(a = 0, x IN [1, 2] \| a + reduce(b = 0, y IN [x, x] \| b + y)) | 6 |
      | reduce(a = 0, x IN [1, 5, 2] \| CASE WHEN x > a THEN x ELSE a END)    | 5 |
      | reduce(a = 0, x IN [1, 2] \| x)                           | 2      |
      | [y IN [1, 2] \| reduce(a = y, x IN [1, 1] \| a + x)]      | [3, 4] |

  Scenario: [2] Over a path
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: 'a'})-[:T {w: 1.5}]->(:A {n: 'b'})-[:T {w: 2}]->(:A {n: 'c'})
      """
    When executing query:
      """
      MATCH p = (:A {n: 'a'})-[:T*]->(m)
      RETURN m.n AS m, reduce(sum = 0, r IN relationships(p) | sum + r.w) AS w,
             reduce(s = '', n IN nodes(p) | s + n.n) AS way
      """
    Then the result should be, in any order:
      | m   | w   | way   |
      | 'b' | 1.5 | 'ab'  |
      | 'c' | 3.5 | 'abc' |
    And no side effects

  Scenario: [3] In WHERE with variables of the outside
    Given any graph
    When executing query:
      """
      UNWIND [[1, 2], [3, 4]] AS list
      WITH list, 5 AS most
      WHERE reduce(a = 0, x IN list | a + x) > most
      RETURN list
      """
    Then the result should be, in any order:
      | list   |
      | [3, 4] |
    And no side effects

  Scenario: [4] Of an aggregate
    Given any graph
    When executing query:
      """
      UNWIND [1, 2, 3] AS x
      RETURN reduce(a = 0, y IN collect(x) | a + y * y) AS squares
      """
    Then the result should be, in any order:
      | squares |
      | 14      |
    And no side effects

  Scenario: [5] Its variables end with it
    Given any graph
    When executing query:
      """
      RETURN reduce(a = 0, x IN [1] | a + x) + a AS r
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [6] The list does not see its variables
    Given any graph
    When executing query:
      """
      RETURN reduce(a = 0, x IN [a] | a + x) AS r
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [7] Only over a list
    Given any graph
    When executing query:
      """
      RETURN reduce(a = 0, x IN 'text' | a + x) AS r
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [8] No aggregate inside
    Given any graph
    When executing query:
      """
      UNWIND [1] AS z
      RETURN reduce(a = 0, x IN [1] | a + count(z)) AS r
      """
    Then a SyntaxError should be raised at compile time: InvalidAggregation
