Feature: CallSubqueries - CALL (…) { … }

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'Anna'}), (b:P {n: 'Bo'}), (c:P {n: 'Cia'}),
             (a)-[:OWNS]->(:D {n: 'Fido', age: 3}), (a)-[:OWNS]->(:D {n: 'Rex', age: 5}), (b)-[:OWNS]->(:D {n: 'Max', age: 1})
      """

  Scenario: [1] Once for each row
    When executing query:
      """
      UNWIND [1, 2, 3] AS x
      CALL (x) { RETURN x * 10 AS y }
      RETURN x, y
      """
    Then the result should be, in any order:
      | x | y  |
      | 1 | 10 |
      | 2 | 20 |
      | 3 | 30 |
    And no side effects

  Scenario: [2] A row is dropped where the subquery gives none
    When executing query:
      """
      MATCH (p:P)
      CALL (p) { MATCH (p)-[:OWNS]->(d) RETURN d.n AS dog }
      RETURN p.n AS name, dog
      """
    Then the result should be, in any order:
      | name   | dog    |
      | 'Anna' | 'Fido' |
      | 'Anna' | 'Rex'  |
      | 'Bo'   | 'Max'  |
    And no side effects

  Scenario: [3] An aggregate always gives a row
    When executing query:
      """
      MATCH (p:P)
      CALL (p) { MATCH (p)-[:OWNS]->(d) RETURN count(d) AS dogs, max(d.age) AS oldest }
      RETURN p.n AS name, dogs, oldest
      """
    Then the result should be, in any order:
      | name   | dogs | oldest |
      | 'Anna' | 2    | 5      |
      | 'Bo'   | 1    | 1      |
      | 'Cia'  | 0    | null   |
    And no side effects

  Scenario: [4] The first of each
    When executing query:
      """
      MATCH (p:P)
      CALL (p) {
        MATCH (p)-[:OWNS]->(d)
        RETURN d ORDER BY d.age DESC LIMIT 1
      }
      RETURN p.n AS name, d.n AS oldest
      """
    Then the result should be, in any order:
      | name   | oldest |
      | 'Anna' | 'Rex'  |
      | 'Bo'   | 'Max'  |
    And no side effects

  Scenario: [5] OPTIONAL CALL keeps the row
    When executing query:
      """
      MATCH (p:P)
      OPTIONAL CALL (p) { MATCH (p)-[:OWNS]->(d) WHERE d.age > 2 RETURN d.n AS dog }
      RETURN p.n AS name, dog
      """
    Then the result should be, in any order:
      | name   | dog    |
      | 'Anna' | 'Fido' |
      | 'Anna' | 'Rex'  |
      | 'Bo'   | null   |
      | 'Cia'  | null   |
    And no side effects

  Scenario: [6] Without variables of the outside
    When executing query:
      """
      UNWIND [1, 2] AS x
      CALL () { RETURN 'y' AS y }
      RETURN x, y
      """
    Then the result should be, in any order:
      | x | y   |
      | 1 | 'y' |
      | 2 | 'y' |
    And no side effects

  Scenario: [7] All variables of the outside
    When executing query:
      """
      WITH 1 AS a, 2 AS b
      CALL (*) { RETURN a + b AS c }
      RETURN a, b, c
      """
    Then the result should be, in any order:
      | a | b | c |
      | 1 | 2 | 3 |
    And no side effects

  Scenario: [8] As the first clause
    When executing query:
      """
      CALL () { MATCH (p:P) RETURN count(p) AS people }
      CALL () { MATCH (d:D) RETURN count(d) AS dogs }
      RETURN people, dogs
      """
    Then the result should be, in any order:
      | people | dogs |
      | 3      | 3    |
    And no side effects

  Scenario: [9] A UNION inside
    When executing query:
      """
      CALL () {
        MATCH (p:P) RETURN p.n AS name ORDER BY name LIMIT 1
        UNION
        MATCH (d:D) RETURN d.n AS name ORDER BY name DESC LIMIT 1
      }
      RETURN name
      """
    Then the result should be, in any order:
      | name   |
      | 'Anna' |
      | 'Rex'  |
    And no side effects

  Scenario: [10] A UNION inside with variables of the outside
    When executing query:
      """
      MATCH (p:P)
      CALL (p) {
        MATCH (p)-[:OWNS]->(d) RETURN d.n AS name
        UNION ALL
        RETURN p.n AS name
      }
      RETURN p.n AS owner, count(name) AS names
      """
    Then the result should be, in any order:
      | owner  | names |
      | 'Anna' | 3     |
      | 'Bo'   | 2     |
      | 'Cia'  | 1     |
    And no side effects

  Scenario: [11] One in another
    When executing query:
      """
      MATCH (p:P)
      CALL (p) {
        MATCH (p)-[:OWNS]->(d)
        CALL (d) { RETURN d.age * 7 AS years }
        RETURN sum(years) AS years
      }
      RETURN p.n AS name, years
      """
    Then the result should be, in any order:
      | name   | years |
      | 'Anna' | 56    |
      | 'Bo'   | 7     |
      | 'Cia'  | 0     |
    And no side effects

  Scenario: [12] A unit subquery writes and keeps the rows
    When executing query:
      """
      MATCH (p:P)
      CALL (p) {
        UNWIND range(1, 2) AS i
        CREATE (p)-[:HAS]->(:Note {i: i})
      }
      RETURN count(*) AS rows
      """
    Then the result should be, in any order:
      | rows |
      | 3    |
    And the side effects should be:
      | +nodes         | 6 |
      | +relationships | 6 |
      | +labels        | 1 |
      | +properties    | 6 |

  Scenario: [13] Writes are seen afterwards
    When executing query:
      """
      MATCH (p:P)
      CALL (p) { SET p.seen = true RETURN p.n AS name }
      WITH count(name) AS names
      MATCH (q:P {seen: true})
      RETURN names, count(q) AS seen
      """
    Then the result should be, in any order:
      | names | seen |
      | 3     | 3    |
    And the side effects should be:
      | +properties | 3 |

  Scenario: [14] Writes of a row are seen by the next
    When executing query:
      """
      UNWIND [1, 2, 3] AS x
      CALL (x) {
        OPTIONAL MATCH (c:Counter)
        WITH x, count(c) AS before
        CREATE (:Counter)
        RETURN before
      }
      RETURN x, before
      """
    Then the result should be, in order:
      | x | before |
      | 1 | 0      |
      | 2 | 1      |
      | 3 | 2      |
    And the side effects should be:
      | +nodes  | 3 |
      | +labels | 1 |

  Scenario: [15] A unit subquery may end the query
    When executing query:
      """
      MATCH (p:P)
      CALL (p) { SET p.seen = true }
      """
    Then the result should be empty
    And the side effects should be:
      | +properties | 3 |

  Scenario: [16] The older way to import
    When executing query:
      """
      MATCH (p:P)
      CALL { WITH p MATCH (p)-[:OWNS]->(d) RETURN count(d) AS dogs }
      RETURN p.n AS name, dogs
      """
    Then the result should be, in any order:
      | name   | dogs |
      | 'Anna' | 2    |
      | 'Bo'   | 1    |
      | 'Cia'  | 0    |
    And no side effects

  Scenario: [17] An unknown variable to import
    When executing query:
      """
      CALL (q) { RETURN 1 AS x }
      RETURN x
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [18] What is not imported is not seen
    When executing query:
      """
      MATCH (p:P)
      CALL () { RETURN p.n AS name }
      RETURN name
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [19] A column cannot have the name of a variable outside
    When executing query:
      """
      MATCH (p:P)
      CALL (p) { MATCH (p)-[:OWNS]->(d) RETURN d AS p }
      RETURN p
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: [20] An imported variable cannot be made anew
    When executing query:
      """
      MATCH (p:P)
      CALL (p) { WITH 1 AS p RETURN p AS x }
      RETURN x
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [21] An expression that is returned needs a name
    When executing query:
      """
      CALL () { RETURN 1 + 1 }
      RETURN 1 AS x
      """
    Then a SyntaxError should be raised at compile time: NoExpressionAlias

  Scenario: [22] A query cannot end with a subquery that returns
    When executing query:
      """
      MATCH (p:P)
      CALL (p) { RETURN p.n AS name }
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [23] Names of the inside are not seen outside
    When executing query:
      """
      CALL () { MATCH (p:P) RETURN p.n AS name }
      RETURN p
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [24] A failing subquery undoes everything
    When executing query:
      """
      UNWIND [2, 1, 0] AS x
      CALL (x) { CREATE (:N {x: 10 / x}) }
      """
    Then a ArithmeticError should be raised at runtime: DivisionByZero

  Scenario: [25] Inside a subquery in an expression
    When executing query:
      """
      MATCH (p:P)
      WHERE EXISTS { CALL (p) { MATCH (p)-[:OWNS]->(d) RETURN d } WITH d WHERE d.age > 4 RETURN d }
      RETURN p.n AS name
      """
    Then the result should be, in any order:
      | name   |
      | 'Anna' |
    And no side effects

  Scenario: [26] RETURN * inside gives what it made
    When executing query:
      """
      UNWIND [1, 2] AS x
      CALL (x) { WITH x, x * 2 AS y RETURN y }
      RETURN *
      """
    Then the result should be, in any order:
      | x | y |
      | 1 | 2 |
      | 2 | 4 |
    And no side effects
