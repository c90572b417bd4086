Feature: MathematicalFunctions - Numeric, logarithmic and trigonometric functions

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
      | call                         | result |
      | abs(-17)                     | 17     |
      | abs(-1.5)                    | 1.5    |
      | abs(55 - 90)                 | 35     |
      | ceil(0.1)                    | 1.0    |
      | ceil(-0.5)                   | 0.0    |
      | ceil(3)                      | 3.0    |
      | floor(0.9)                   | 0.0    |
      | floor(-0.1)                  | -1.0   |
      | isNaN(0/0.0)                 | true   |
      | isNaN(1)                     | false  |
      | sign(-17)                    | -1     |
      | sign(0.1)                    | 1      |
      | sign(0)                      | 0      |
      | round(3.141592)              | 3.0    |
      | round(2.5)                   | 3.0    |
      | round(-1.5)                  | -1.0   |
      | round(-2.5)                  | -2.0   |
      | round(7)                     | 7.0    |
      | round(3.141592, 3)           | 3.142  |
      | round(-1.55, 1)              | -1.6   |
      | round(1.249, 1, 'UP')        | 1.3    |
      | round(1.251, 1, 'DOWN')      | 1.2    |
      | round(-1.251, 1, 'CEILING')  | -1.2   |
      | round(-1.249, 1, 'FLOOR')    | -1.3   |
      | round(1.25, 1, 'HALF_UP')    | 1.3    |
      | round(1.25, 1, 'HALF_DOWN')  | 1.2    |
      | round(1.25, 1, 'HALF_EVEN')  | 1.2    |
      | round(1.35, 1, 'HALF_EVEN')  | 1.4    |
      | e()                          | 2.718281828459045 |
      | pi()                         | 3.141592653589793 |
      | exp(0)                       | 1.0    |
      | log(1)                       | 0.0    |
      | log(0)                       | -Inf   |
      | log(-1)                      | NaN    |
      | log10(1000)                  | 3.0    |
      | sqrt(256)                    | 16.0   |
      | sqrt(-1)                     | NaN    |
      | acos(2)                      | NaN    |
      | asin(2)                      | NaN    |
      | cot(0)                       | Inf    |
      | coth(0)                      | NaN    |
      | degrees(pi())                | 180.0  |
      | radians(180) = pi()          | true   |
      | atan2(0, 1)                  | 0.0    |
      | 0 <= rand() < 1              | true   |

  Scenario Outline: [2] To twelve decimals: <call>
    Given any graph
    When executing query:
      """
      RETURN round(<call>, 12) AS r
      """
    Then the result should be, in any order:
      | r        |
      | <result> |
    And no side effects

    Examples:
      | call            | result           |
      | exp(2)          | 7.389056098931   |
      | log(27)         | 3.295836866004   |
      | log10(27)       | 1.431363764159   |
      | sin(0.5)        | 0.479425538604   |
      | cos(0.5)        | 0.87758256189    |
      | tan(0.5)        | 0.546302489844   |
      | cot(0.5)        | 1.830487721712   |
      | asin(0.5)       | 0.523598775598   |
      | acos(0.5)       | 1.047197551197   |
      | atan(0.5)       | 0.463647609001   |
      | atan2(0.5, 0.6) | 0.694738276197   |
      | sinh(0.7)       | 0.758583701840   |
      | cosh(0.7)       | 1.255169005631   |
      | tanh(0.7)       | 0.604367777117   |
      | coth(0.7)       | 1.654621635803   |
      | haversin(0.5)   | 0.061208719055   |
      | degrees(3.14159) | 179.999847960504 |
      | 2 * asin(sqrt(haversin(radians(60)))) | 1.047197551197 |

  Scenario Outline: [3] null gives null: <name>
    Given any graph
    When executing query:
      """
      RETURN <name>(null) AS r
      """
    Then the result should be, in any order:
      | r    |
      | null |
    And no side effects

    Examples:
      | name     |
      | abs      |
      | ceil     |
      | floor    |
      | isNaN    |
      | sign     |
      | round    |
      | exp      |
      | log      |
      | log10    |
      | sqrt     |
      | sin      |
      | cos      |
      | tan      |
      | cot      |
      | asin     |
      | acos     |
      | atan     |
      | sinh     |
      | cosh     |
      | tanh     |
      | coth     |
      | haversin |
      | degrees  |
      | radians  |

  Scenario Outline: [4] A text is no number: <name>
    Given any graph
    When executing query:
      """
      RETURN <name>('1') AS r
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

    Examples:
      | name     |
      | abs      |
      | ceil     |
      | floor    |
      | isNaN    |
      | sign     |
      | round    |
      | sqrt     |
      | sin      |
      | haversin |

  Scenario: [5] The smallest integer has no positive counterpart
    Given any graph
    When executing query:
      """
      RETURN abs(-9223372036854775808)
      """
    Then a ArithmeticError should be raised at runtime: IntegerOverflow

  Scenario: [6] An unknown rounding mode
    Given any graph
    When executing query:
      """
      RETURN round(1.5, 0, 'SIDEWAYS')
      """
    Then a ArgumentError should be raised at runtime: InvalidArgumentValue

  Scenario: [7] A negative number of decimals
    Given any graph
    When executing query:
      """
      RETURN round(15.5, -1)
      """
    Then a ArgumentError should be raised at runtime: NegativeIntegerArgument

  Scenario Outline: [8] Beyond 64 bits: <sum>
    Given any graph
    When executing query:
      """
      WITH 9223372036854775807 AS max
      RETURN <sum> AS r
      """
    Then a ArithmeticError should be raised at runtime: IntegerOverflow

    Examples:
      | sum      |
      | max + 1  |
      | max * 2  |
      | -max - 2 |

  Scenario: [9] Division by zero
    Given any graph
    When executing query:
      """
      WITH 0 AS zero
      RETURN 1 / zero
      """
    Then a ArithmeticError should be raised at runtime: DivisionByZero

  Scenario: [10] Floats divide by zero
    Given any graph
    When executing query:
      """
      RETURN 1.0 / 0 AS a, -1 / 0.0 AS b, 0.0 / 0 AS c, 7 / 2 AS d, -7 / 2 AS e, 7.0 / 2 AS f, -7 % 3 AS g, 2 ^ 10 AS h
      """
    Then the result should be, in any order:
      | a   | b    | c   | d | e  | f   | g  | h      |
      | Inf | -Inf | NaN | 3 | -3 | 3.5 | -1 | 1024.0 |
    And no side effects

  Scenario: [11] Functions over many rows
    Given any graph
    When executing query:
      """
      UNWIND [-2, -0.5, 0, 0.5, null] AS x
      RETURN abs(x) AS a, sign(x) AS s, floor(x) AS f
      """
    Then the result should be, in order:
      | a    | s    | f    |
      | 2    | -1   | -2.0 |
      | 0.5  | -1   | -1.0 |
      | 0    | 0    | 0.0  |
      | 0.5  | 1    | 0.0  |
      | null | null | null |
    And no side effects

  Scenario: [12] A value of another type at run time
    Given any graph
    When executing query:
      """
      UNWIND [1, 'a'] AS x
      RETURN abs(x)
      """
    Then a TypeError should be raised at runtime: InvalidArgumentValue
