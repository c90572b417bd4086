Feature: Concatenation - a || b

  Scenario Outline: [1] <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS r
      """
    Then the result should be, in any order:
      | r        |
      | <result> |
    And no side effects

    Examples:
      | expression                     | result       |
      | 'a' \|\| 'b'                   | 'ab'         |
      | 'a' \|\| 'b' \|\| 'c'          | 'abc'        |
      | '' \|\| ''                     | ''           |
      | [1] \|\| [2, 'x']              | [1, 2, 'x']  |
      | [] \|\| []                     | []           |
      | [[1]] \|\| [null]              | [[1], null]  |
      | 'a' \|\| null                  | null         |
      | null \|\| [1]                  | null         |
      | 'a' \|\| toString(1 + 1)       | 'a2'         |
      | 'ab' = 'a' \|\| 'b'            | true         |
      | 'ab' STARTS WITH 'a' \|\| 'b'  | true         |
      | size('a' \|\| 'bc')            | 3            |

  Scenario Outline: [2] Only texts and lists: <expression>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS r
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

    Examples:
      | expression       |
      | 1 \|\| 2         |
      | 'a' \|\| 1       |
      | 1.5 \|\| 'a'     |
      | true \|\| 'a'    |
      | {} \|\| {}       |
      | [1] \|\| 2       |

  Scenario: [3] A value of another type at run time
    Given any graph
    When executing query:
      """
      UNWIND ['a', 1] AS x
      RETURN 'x' || x
      """
    Then a TypeError should be raised at runtime: *
