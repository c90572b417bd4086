Feature: StringFunctions - The string functions of the reference manual

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
      | call                                      | result          |
      | toLower('ÅRE 7 ß')                        | 'åre 7 ß'       |
      | toUpper('åre 7 ß')                        | 'ÅRE 7 SS'      |
      | lower('A')                                | 'a'             |
      | upper('a')                                | 'A'             |
      | TOUPPER('a')                              | 'A'             |
      | left('hello', 3)                          | 'hel'           |
      | left('hello', 0)                          | ''              |
      | left('hello', 99)                         | 'hello'         |
      | right('hello', 3)                         | 'llo'           |
      | right('hello', 0)                         | ''              |
      | right('hello', 99)                        | 'hello'         |
      | substring('hello', 1, 3)                  | 'ell'           |
      | substring('hello', 2)                     | 'llo'           |
      | substring('hello', 9)                     | ''              |
      | substring('hello', 0, 0)                  | ''              |
      | ltrim('   hello ')                        | 'hello '        |
      | rtrim(' hello   ')                        | ' hello'        |
      | trim('   hello   ')                       | 'hello'         |
      | btrim('   hello   ')                      | 'hello'         |
      | ltrim('xyxhello', 'xy')                   | 'hello'         |
      | rtrim('hellox', 'x')                      | 'hello'         |
      | btrim('xxyyhelloxyxy', 'xy')              | 'hello'         |
      | btrim('hello', '')                        | 'hello'         |
      | trim('\\u2003 hello\\t')                  | 'hello'         |
      | trim(BOTH 'x' FROM 'xxxhelloxxx')         | 'hello'         |
      | trim(LEADING 'x' FROM 'xxxhelloxxx')      | 'helloxxx'      |
      | trim(TRAILING 'x' FROM 'xxxhelloxxx')     | 'xxxhello'      |
      | trim(BOTH FROM '  hello ')                | 'hello'         |
      | trim('x' FROM 'xhellox')                  | 'hello'         |
      | trim(BOTH null FROM 'xhellox')            | null            |
      | replace('hello', 'l', 'w')                | 'hewwo'         |
      | replace('hello', 'x', 'w')                | 'hello'         |
      | replace('aaa', 'aa', 'b')                 | 'ba'            |
      | reverse('palindrome')                     | 'emordnilap'    |
      | reverse('åäö')                            | 'öäå'           |
      | split('one,two', ',')                     | ['one', 'two']  |
      | split('one,two;three', [',', ';'])        | ['one', 'two', 'three'] |
      | split(',', ',')                           | ['', '']        |
      | split('', ',')                            | ['']            |
      | char_length('väg')                        | 3               |
      | character_length('')                      | 0               |
      | size('väg')                               | 3               |
      | size('👍')                                | 1               |
      | toString(11.5)                            | '11.5'          |
      | toString(12)                              | '12'            |
      | toString(true)                            | 'true'          |
      | toString('text')                          | 'text'          |
      | toString(duration({minutes: 12}))         | 'PT12M'         |
      | toStringOrNull(date('2021-01-01'))        | '2021-01-01'    |
      | toStringOrNull(['A'])                     | null            |
      | normalize('\\u212B') = '\\u00C5'          | true            |
      | size(normalize('\\u00C5', NFD))           | 2               |
      | normalize('\\uFE64', NFKC)                | '<'             |
      | normalize('\\uFE64', NFC) = '\\uFE64'     | true            |
      | normalize('\\uFB01', NFKD)                | 'fi'            |

  Scenario Outline: [2] null gives null: <call>
    Given any graph
    When executing query:
      """
      RETURN <call> AS r
      """
    Then the result should be, in any order:
      | r    |
      | null |
    And no side effects

    Examples:
      | call                      |
      | toLower(null)             |
      | toUpper(null)             |
      | left(null, 1)             |
      | left(null, null)          |
      | right(null, 1)            |
      | substring(null, 1, 2)     |
      | ltrim(null)               |
      | rtrim(null)               |
      | trim(null)                |
      | btrim('x', null)          |
      | replace(null, 'a', 'b')   |
      | replace('a', null, 'b')   |
      | replace('a', 'b', null)   |
      | reverse(null)             |
      | split(null, ',')          |
      | split('a,b', null)        |
      | char_length(null)         |
      | size(null)                |
      | toString(null)            |
      | toStringOrNull(null)      |
      | normalize(null)           |

  Scenario Outline: [3] A negative length: <call>
    Given any graph
    When executing query:
      """
      RETURN <call> AS r
      """
    Then a ArgumentError should be raised at runtime: NegativeIntegerArgument

    Examples:
      | call                     |
      | left('hello', -1)        |
      | right('hello', -1)       |
      | substring('hello', -1)   |
      | substring('hello', 0, -1) |

  Scenario Outline: [4] An argument of another type: <call>
    Given any graph
    When executing query:
      """
      RETURN <call> AS r
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

    Examples:
      | call                      |
      | toLower(1)                |
      | toUpper(true)             |
      | left([1], 1)              |
      | left('a', 'b')            |
      | right('a', 1.5)           |
      | substring({}, 1)          |
      | trim(1)                   |
      | trim(BOTH 1 FROM 'a')     |
      | replace('a', 1, 'b')      |
      | reverse(1)                |
      | split(1, ',')             |
      | char_length([1])          |
      | size({a: 1})              |
      | normalize(1)              |

  Scenario Outline: [5] A wrong number of arguments: <call>
    Given any graph
    When executing query:
      """
      RETURN <call> AS r
      """
    Then a SyntaxError should be raised at compile time: InvalidNumberOfArguments

    Examples:
      | call                       |
      | toLower()                  |
      | left('a')                  |
      | substring('a')             |
      | substring('a', 1, 2, 3)    |
      | replace('a', 'b')          |
      | split('a')                 |
      | char_length()              |

  Scenario: [6] A value of another type at run time
    Given any graph
    When executing query:
      """
      UNWIND ['a', 1] AS x
      RETURN toUpper(x)
      """
    Then a TypeError should be raised at runtime: InvalidArgumentValue

  Scenario: [7] An unknown normal form
    Given any graph
    When executing query:
      """
      RETURN normalize('a', NFX)
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [8] An unknown function
    Given any graph
    When executing query:
      """
      RETURN toUper('a')
      """
    Then a SyntaxError should be raised at compile time: UnknownFunction

  Scenario Outline: [9] IS NORMALIZED: <test>
    Given any graph
    When executing query:
      """
      RETURN <test> AS r
      """
    Then the result should be, in any order:
      | r        |
      | <result> |
    And no side effects

    Examples:
      | test                             | result |
      | 'the \\u212B char' IS NORMALIZED | false  |
      | 'abc' IS NORMALIZED              | true   |
      | 'the \\u212B char' IS NOT NORMALIZED | true |
      | '\\uFE64' IS NFKD NORMALIZED     | false  |
      | '\\uFE64' IS NFC NORMALIZED      | true   |
      | null IS NORMALIZED               | null   |

  Scenario: [10] randomUUID
    Given any graph
    When executing query:
      """
      UNWIND range(1, 100) AS i
      WITH randomUUID() AS u
      RETURN count(DISTINCT u) AS different, min(size(u)) AS least, max(size(u)) AS most,
             all(x IN collect(u) WHERE x =~ '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}') AS ok
      """
    Then the result should be, in any order:
      | different | least | most | ok   |
      | 100       | 36    | 36   | true |
    And no side effects
