Feature: MapProjections - n {.a, .*, b: 1, c}

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:P {n: 'Anna', age: 30})-[:ACTED {role: 'x'}]->(:M {t: 'One', y: 2000}), (a)-[:ACTED {role: 'y'}]->(:M {t: 'Two'})
      """

  Scenario Outline: [1] <projection>
    When executing query:
      """
      MATCH (p:P)
      WITH p, 7 AS lucky, {a: 1, b: 2} AS m
      RETURN <projection> AS r
      """
    Then the result should be, in any order:
      | r        |
      | <result> |
    And no side effects

    Examples:
      | projection                          | result                             |
      | p {.n}                              | {n: 'Anna'}                        |
      | p {.n, .age}                        | {n: 'Anna', age: 30}               |
      | p {.*}                              | {n: 'Anna', age: 30}               |
      | p {.n, .missing}                    | {n: 'Anna', missing: null}         |
      | p {.*, age: 31}                     | {n: 'Anna', age: 31}               |
      | p {age: 31, .n}                     | {n: 'Anna', age: 31}               |
      | p {lucky}                           | {lucky: 7}                         |
      | p {.n, lucky}                       | {n: 'Anna', lucky: 7}              |
      | p {}                                | {}                                 |
      | p {labels: labels(p)}               | {labels: ['P']}                    |
      | m {.a}                              | {a: 1}                             |
      | m {.*, c: 3}                        | {a: 1, b: 2, c: 3}                 |
      | p {.n, films: [(p)-[:ACTED]->(f) WHERE f.y > 1 \| f {.t}]} | {n: 'Anna', films: [{t: 'One'}]} |
      | p {.n, films: COUNT { (p)-->() }}   | {n: 'Anna', films: 2}              |
      | p {inner: m {.b}}                   | {inner: {b: 2}}                    |
      | p {.n}.n                            | 'Anna'                             |
      | keys(p {.n})                        | ['n']                              |

  Scenario: [2] Of a relationship
    When executing query:
      """
      MATCH (:P)-[r]->(f)
      RETURN r {.role, film: f.t} AS r
      """
    Then the result should be, in any order:
      | r                          |
      | {role: 'x', film: 'One'}   |
      | {role: 'y', film: 'Two'}   |
    And no side effects

  Scenario: [3] Of null
    When executing query:
      """
      OPTIONAL MATCH (q:Nobody)
      RETURN q {.n, a: 1} AS r
      """
    Then the result should be, in any order:
      | r    |
      | null |
    And no side effects

  Scenario: [4] In an aggregate
    When executing query:
      """
      MATCH (p:P)-[r]->(f)
      WITH p, r, f ORDER BY f.t
      WITH p, collect(f {.t, r}) AS films
      RETURN p {.n, films} AS r
      """
    Then the result should be, in any order:
      | r                                                                                              |
      | {n: 'Anna', films: [{t: 'One', r: [:ACTED {role: 'x'}]}, {t: 'Two', r: [:ACTED {role: 'y'}]}]} |
    And no side effects

  Scenario: [7] With an aggregate inside, of what is returned itself
    When executing query:
      """
      MATCH (p:P)-->(f)
      RETURN p, p {.n, films: count(f)} AS r
      """
    Then the result should be, in any order:
      | p                        | r                     |
      | (:P {n: 'Anna', age: 30}) | {n: 'Anna', films: 2} |
    And no side effects

  Scenario: [8] With an aggregate inside, of what is not returned
    When executing query:
      """
      MATCH (p:P)-->(f)
      RETURN p {.n, films: count(f)} AS r
      """
    Then a SyntaxError should be raised at compile time: AmbiguousAggregationExpression

  Scenario: [5] Of something else
    When executing query:
      """
      WITH 1 AS x
      RETURN x {.n}
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [6] An unknown variable
    When executing query:
      """
      RETURN q {.n}
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable
