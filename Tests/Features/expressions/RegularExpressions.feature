Feature: RegularExpressions - text =~ pattern

  Scenario Outline: [1] <test>
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
      | test                                  | result |
      | 'Andy' =~ 'An.*'                      | true   |
      | 'Andy' =~ 'n'                         | false  |
      | 'Andy' =~ 'Andy'                      | true   |
      | 'Andy' =~ '^Andy$'                    | true   |
      | 'ANDY' =~ '(?i)an.*'                  | true   |
      | 'ÅRE' =~ '(?i)åre'                    | true   |
      | '' =~ ''                              | true   |
      | 'a\\nb' =~ 'a.b'                      | false  |
      | 'a\\nb' =~ '(?s)a.b'                  | true   |
      | 'address@mail.com' =~ '.*\\\\.com'    | true   |
      | 'mailXcom' =~ 'mail\\\\.com'          | false  |
      | '2024-02-29' =~ '\\\\d{4}-\\\\d{2}-\\\\d{2}' | true |
      | 'åäö' =~ '[ä-öå]+'                    | true   |
      | 'åäö' =~ '\\\\p{L}+'                  | true   |
      | 'abab' =~ '(ab)+'                     | true   |
      | 'abab' =~ '(?:ab){2}'                 | true   |
      | 'b' =~ 'a\|b'                         | true   |
      | 'aab' =~ 'a*?b'                       | true   |
      | 'x1' =~ '\\\\w\\\\d'                  | true   |
      | 'a b' =~ 'a\\\\sb'                    | true   |
      | 'a' =~ '[^b]'                         | true   |
      | null =~ 'a'                           | null   |
      | 'a' =~ null                           | null   |
      | NOT 'a' =~ 'b'                        | true   |

  Scenario: [2] In WHERE, with a parameter
    Given an empty graph
    And parameters are:
      | pattern | '(?i).*sjuk.*' |
    And having executed:
      """
      CREATE (:A {n: 'Ögonsjukvård'}), (:A {n: 'Sjukresor'}), (:A {n: 'Tandvård'}), (:A)
      """
    When executing query:
      """
      MATCH (a:A)
      WHERE a.n =~ $pattern
      RETURN a.n AS n
      """
    Then the result should be, in any order:
      | n              |
      | 'Ögonsjukvård' |
      | 'Sjukresor'    |
    And no side effects

  Scenario: [3] A property that is no text does not match
    Given an empty graph
    And having executed:
      """
      CREATE (:A {n: '1'}), (:A {n: 1})
      """
    When executing query:
      """
      MATCH (a:A)
      WHERE a.n =~ '.*'
      RETURN a
      """
    Then the result should be, in any order:
      | a             |
      | (:A {n: '1'}) |
    And no side effects

  Scenario Outline: [4] No regular expression: <pattern>
    Given any graph
    When executing query:
      """
      RETURN 'a' =~ '<pattern>' AS r
      """
    Then a ArgumentError should be raised at any time: InvalidArgumentValue

    Examples:
      | pattern |
      | (       |
      | [       |
      | *       |
      | a{2,1}  |

  Scenario: [5] A pattern that asks for much is answered in time
    Given any graph
    When executing query:
      """
      RETURN 'aaaaaaaaaaaaaaaa' =~ '(a+)+b' AS r
      """
    Then the result should be, in any order:
      | r     |
      | false |
    And no side effects
