Feature: LabelExpressions - Conditions on labels and types

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'}), (b:B {n: 'b'}), (ab:A:B {n: 'ab'}), (c:C {n: 'c'}), (x {n: 'x'}),
             (a)-[:R]->(b), (a)-[:S]->(ab), (a)-[:T]->(c), (b)-[:R]->(x)
      """

  Scenario Outline: [1] Nodes (n <labels>)
    When executing query:
      """
      MATCH (n <labels>)
      WITH n.n AS name ORDER BY name
      RETURN collect(name) AS names
      """
    Then the result should be, in any order:
      | names   |
      | <names> |
    And no side effects

    Examples:
      | labels           | names                      |
      | :A               | ['a', 'ab']                |
      | :A:B             | ['ab']                     |
      | :A&B             | ['ab']                     |
      | :A\|B            | ['a', 'ab', 'b']           |
      | :A\|B\|C         | ['a', 'ab', 'b', 'c']      |
      | :!A              | ['b', 'c', 'x']            |
      | :!!A             | ['a', 'ab']                |
      | :A&!B            | ['a']                      |
      | :!A&!B           | ['c', 'x']                 |
      | :!(A\|B)         | ['c', 'x']                 |
      | :%               | ['a', 'ab', 'b', 'c']      |
      | :!%              | ['x']                      |
      | :%&!C            | ['a', 'ab', 'b']           |
      | :(A\|C)&!B       | ['a', 'c']                 |
      | :A\|B&C          | ['a', 'ab']                |
      | :Nothing\|C      | ['c']                      |
      | IS A             | ['a', 'ab']                |
      | IS A\|C          | ['a', 'ab', 'c']           |
      | IS !%            | ['x']                      |
      | :A {n: 'ab'}     | ['ab']                     |

  Scenario Outline: [2] Types -[r <types>]->
    When executing query:
      """
      MATCH (n)-[r <types>]->()
      WITH type(r) AS type ORDER BY type
      RETURN collect(type) AS types
      """
    Then the result should be, in any order:
      | types   |
      | <found> |
    And no side effects

    Examples:
      | types       | found                |
      | :R          | ['R', 'R']           |
      | :R\|S       | ['R', 'R', 'S']      |
      | :R\|:S      | ['R', 'R', 'S']      |
      | :!R         | ['S', 'T']           |
      | :!R&!S      | ['T']                |
      | :!(R\|S)    | ['T']                |
      | :%          | ['R', 'R', 'S', 'T'] |
      | :!%         | []                   |
      | :R&S        | []                   |
      | IS S\|T     | ['S', 'T']           |

  Scenario Outline: [3] As an expression: <test>
    When executing query:
      """
      MATCH (n)
      WHERE <test>
      WITH n.n AS name ORDER BY name
      RETURN collect(name) AS names
      """
    Then the result should be, in any order:
      | names   |
      | <names> |
    And no side effects

    Examples:
      | test                | names              |
      | n:A                 | ['a', 'ab']        |
      | n:A:B               | ['ab']             |
      | n:A\|C              | ['a', 'ab', 'c']   |
      | n:!A                | ['b', 'c', 'x']    |
      | NOT n:A\|B          | ['c', 'x']         |
      | n IS A              | ['a', 'ab']        |
      | n IS A&B            | ['ab']             |
      | n:% AND n.n > 'b'   | ['c']              |
      | n IS A OR n.n = 'x' | ['a', 'ab', 'x']   |

  Scenario: [4] A type as an expression
    When executing query:
      """
      MATCH ()-[r]->()
      RETURN r:R AS isR, r:R|S AS isEither, r:!R AS isNot, count(*) AS times
      """
    Then the result should be, in any order:
      | isR   | isEither | isNot | times |
      | true  | true     | false | 2     |
      | false | true     | true  | 1     |
      | false | false    | true  | 1     |
    And no side effects

  Scenario: [5] A label of nothing
    When executing query:
      """
      OPTIONAL MATCH (n:Nothing)
      RETURN n:A AS a, n:!A AS b, n IS A|B AS c
      """
    Then the result should be, in any order:
      | a    | b    | c    |
      | null | null | null |
    And no side effects

  Scenario: [6] In a longer pattern
    When executing query:
      """
      MATCH (n:A&!B)-[r:!T]->(m:B|C)
      RETURN n.n AS n, type(r) AS r, m.n AS m
      """
    Then the result should be, in any order:
      | n   | r   | m    |
      | 'a' | 'R' | 'b'  |
      | 'a' | 'S' | 'ab' |
    And no side effects

  Scenario: [7] In a path of any length
    When executing query:
      """
      MATCH (:A {n: 'a'})-[:!S]->{1,2}(m)
      RETURN m.n AS m
      """
    Then the result should be, in any order:
      | m   |
      | 'b' |
      | 'x' |
      | 'c' |
    And no side effects

  Scenario: [8] In a pattern predicate and in EXISTS
    When executing query:
      """
      MATCH (n:%)
      WHERE EXISTS { (n)-[:R|T]->(:!A) } AND NOT (n)<-[:R]-()
      RETURN n.n AS n
      """
    Then the result should be, in any order:
      | n   |
      | 'a' |
    And no side effects

  Scenario Outline: [9] Not for making nodes: CREATE (:<labels>)
    When executing query:
      """
      CREATE (:<labels>)
      """
    Then a SyntaxError should be raised at compile time: *

    Examples:
      | labels |
      | A\|B   |
      | !A     |
      | %      |
      | A&!B   |

  Scenario: [10] A node is made with A&B
    When executing query:
      """
      CREATE (n:D&E)
      RETURN labels(n) AS labels
      """
    Then the result should be (ignoring element order for lists):
      | labels     |
      | ['D', 'E'] |
    And the side effects should be:
      | +nodes  | 1 |
      | +labels | 2 |
