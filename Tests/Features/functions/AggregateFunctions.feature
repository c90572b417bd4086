Feature: AggregateFunctions - Percentiles, standard deviations and the rest

  Scenario Outline: [1] <call> of <list>
    Given any graph
    When executing query:
      """
      UNWIND <list> AS x
      RETURN <call> AS r
      """
    Then the result should be, in any order:
      | r        |
      | <result> |
    And no side effects

    Examples:
      | list                         | call                      | result |
      | [10, 20, 30, 40, 50]         | percentileCont(x, 0.4)    | 26.0   |
      | [10, 20, 30, 40, 50]         | percentileCont(x, 0)      | 10.0   |
      | [10, 20, 30, 40, 50]         | percentileCont(x, 1)      | 50.0   |
      | [50, 10, 30, 20, 40]         | percentileCont(x, 0.5)    | 30.0   |
      | [10, 20, null]               | percentileCont(x, 0.5)    | 15.0   |
      | [10, 20, 30, 40, 50]         | percentileDisc(x, 0.5)    | 30     |
      | [10, 20, 30, 40, 50]         | percentileDisc(x, 0.3)    | 20     |
      | [10, 20, 30, 40, 50]         | percentileDisc(x, 0)      | 10     |
      | [10, 20, 30, 40, 50]         | percentileDisc(x, 1)      | 50     |
      | [1.5, 2.5]                   | percentileDisc(x, 0.5)    | 1.5    |
      | [2, 4, 4, 4, 5, 5, 7, 9]     | stDevP(x)                 | 2.0    |
      | [1, 2, 3]                    | stDev(x)                  | 1.0    |
      | [1]                          | stDev(x)                  | 0.0    |
      | [1]                          | stDevP(x)                 | 0.0    |
      | [1, null, 3]                 | stDevP(x)                 | 1.0    |
      | [1, 2, 3, 4]                 | avg(x)                    | 2.5    |
      | [1, 2, 3, 4]                 | sum(x)                    | 10     |
      | [1, 2.5]                     | sum(x)                    | 3.5    |
      | [null]                       | sum(x)                    | 0      |
      | [null]                       | avg(x)                    | null   |
      | [1, 1, 2]                    | sum(DISTINCT x)           | 3      |
      | [1, 1, 2]                    | count(DISTINCT x)         | 2      |
      | [1, 1, 4]                    | avg(DISTINCT x)           | 2.5    |
      | [1, null, 1.0]               | collect(DISTINCT x)       | [1]    |
      | [[1], [2, 1], [1, 2]]        | max(x)                    | [2, 1] |
      | ['a', 'B', 'b']              | min(x)                    | 'B'    |
      | ['a', 1, true, null]         | max(x)                    | 1      |
      | ['a', 1, true, null]         | min(x)                    | 'a'    |
      | [1, 2, 3]                    | max(x) - min(x) + count(*) | 5     |
      | [1, 2, 3]                    | collect(x)[1..]           | [2, 3] |
      | [1, 2, 3]                    | size(collect(x))          | 3      |

  Scenario: [2] Aggregates of nothing
    Given an empty graph
    When executing query:
      """
      MATCH (n)
      RETURN count(*) AS a, count(n) AS b, sum(n.x) AS c, avg(n.x) AS d, min(n.x) AS e, max(n.x) AS f,
             collect(n.x) AS g, stDev(n.x) AS h, stDevP(n.x) AS i, percentileCont(n.x, 0.5) AS j,
             percentileDisc(n.x, 0.5) AS k
      """
    Then the result should be, in any order:
      | a | b | c | d    | e    | f    | g  | h   | i   | j    | k    |
      | 0 | 0 | 0 | null | null | null | [] | 0.0 | 0.0 | null | null |
    And no side effects

  Scenario: [3] Nothing grouped gives no rows
    Given an empty graph
    When executing query:
      """
      MATCH (n)
      RETURN n.x AS x, count(*) AS c
      """
    Then the result should be, in any order:
      | x | c |
    And no side effects

  Scenario: [4] By group
    Given any graph
    When executing query:
      """
      UNWIND [['a', 1], ['a', 3], ['b', 5], [null, 7], [null, 9]] AS row
      RETURN row[0] AS g, stDevP(row[1]) AS s, percentileCont(row[1], 0.5) AS p, avg(row[1]) AS m
      """
    Then the result should be, in any order:
      | g    | s   | p   | m   |
      | 'a'  | 1.0 | 2.0 | 2.0 |
      | 'b'  | 0.0 | 5.0 | 5.0 |
      | null | 1.0 | 8.0 | 8.0 |
    And no side effects

  Scenario Outline: [5] A percentile outside 0 to 1: <call>
    Given any graph
    When executing query:
      """
      UNWIND [1, 2] AS x
      RETURN <call>
      """
    Then a ArgumentError should be raised at runtime: NumberOutOfRange

    Examples:
      | call                     |
      | percentileCont(x, 1.1)   |
      | percentileCont(x, -0.1)  |
      | percentileDisc(x, 2)     |
      | percentileDisc(x, 0 - 1) |

  Scenario Outline: [6] No numbers: <call>
    Given any graph
    When executing query:
      """
      UNWIND [true] AS x
      RETURN <call>
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

    Examples:
      | call                   |
      | sum(x)                 |
      | avg(x)                 |
      | stDev(x)               |
      | percentileDisc(x, 0.5) |

  Scenario: [7] Durations are added and averaged
    Given any graph
    When executing query:
      """
      UNWIND [duration('P1DT2H'), duration('P3D')] AS d
      RETURN sum(d) AS s, avg(d) AS a
      """
    Then the result should be, in any order:
      | s         | a         |
      | 'P4DT2H'  | 'P2DT1H'  |
    And no side effects

  Scenario Outline: [8] An aggregate in the wrong place: <query>
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: InvalidAggregation

    Examples:
      | query                                           |
      | MATCH (n) WHERE stDev(n.x) > 1 RETURN n         |
      | RETURN [x IN [1] WHERE percentileCont(x, 0.5) > 0] |
      | RETURN reduce(a = 0, x IN [1] \| a + count(*))  |

  Scenario: [9] An aggregate in an aggregate
    Given any graph
    When executing query:
      """
      UNWIND [1] AS x
      RETURN stDev(count(x))
      """
    Then a SyntaxError should be raised at compile time: NestedAggregation

  Scenario: [10] sum beyond 64 bits
    Given any graph
    When executing query:
      """
      UNWIND [9223372036854775807, 1] AS x
      RETURN sum(x)
      """
    Then a ArithmeticError should be raised at runtime: IntegerOverflow
