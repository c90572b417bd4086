Feature: ListAndScalarFunctions - Functions of lists, entities and any value

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
      | call                                      | result                 |
      | coalesce(null, null, 3, 4)                | 3                      |
      | coalesce(null)                            | null                   |
      | nullIf(4, 4)                              | null                   |
      | nullIf('abc', 'def')                      | 'abc'                  |
      | nullIf(1, null)                           | 1                      |
      | head([1, 2])                              | 1                      |
      | head([])                                  | null                   |
      | head([null])                              | null                   |
      | last([1, 2])                              | 2                      |
      | last([])                                  | null                   |
      | tail([1, 2, 3])                           | [2, 3]                 |
      | tail([])                                  | []                     |
      | reverse([4923, 'abc', 521, null])         | [null, 521, 'abc', 4923] |
      | range(0, 10)                              | [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] |
      | range(2, 18, 3)                           | [2, 5, 8, 11, 14, 17]  |
      | range(0, 5, -1)                           | []                     |
      | range(3, 1, -1)                           | [3, 2, 1]              |
      | size([1, null, 3])                        | 3                      |
      | isEmpty([])                               | true                   |
      | isEmpty(['a'])                            | false                  |
      | isEmpty('')                               | true                   |
      | isEmpty({})                               | true                   |
      | isEmpty(null)                             | null                   |
      | properties({a: 1})                        | {a: 1}                 |
      | toBoolean('true')                         | true                   |
      | toBoolean('FALSE')                        | false                  |
      | toBoolean('not a boolean')                | null                   |
      | toBoolean(0)                              | false                  |
      | toBoolean(2)                              | true                   |
      | toBooleanOrNull(1.5)                      | null                   |
      | toBooleanOrNull('true')                   | true                   |
      | toFloat('11.5')                           | 11.5                   |
      | toFloat('not a number')                   | null                   |
      | toFloat(3)                                | 3.0                    |
      | toFloatOrNull(true)                       | null                   |
      | toInteger('42')                           | 42                     |
      | toInteger('not a number')                 | null                   |
      | toInteger(2.9)                            | 2                      |
      | toInteger(-2.9)                           | -2                     |
      | toInteger(true)                           | 1                      |
      | toIntegerOrNull('42')                     | 42                     |
      | toIntegerOrNull(['A'])                    | null                   |
      | toIntegerOrNull(null)                     | null                   |
      | toBooleanList(['a', true, 'false', null, 0]) | [null, true, false, null, false] |
      | toFloatList(['a', 2.5, '3.25', null])     | [null, 2.5, 3.25, null] |
      | toIntegerList(['a', 2, '5', 2.9, null])   | [null, 2, 5, 2, null]  |
      | toStringList([1, 'a', 2.5, null, true])   | ['1', 'a', '2.5', null, 'true'] |
      | toIntegerList(null)                       | null                   |
      | valueType(null)                           | 'NULL'                 |
      | valueType(true)                           | 'BOOLEAN NOT NULL'     |
      | valueType('abc')                          | 'STRING NOT NULL'      |
      | valueType(1)                              | 'INTEGER NOT NULL'     |
      | valueType(2.0)                            | 'FLOAT NOT NULL'       |
      | valueType({a: 1})                         | 'MAP NOT NULL'         |
      | valueType([1, 2])                         | 'LIST<INTEGER NOT NULL> NOT NULL' |
      | valueType([1, null])                      | 'LIST<INTEGER> NOT NULL' |
      | valueType([])                             | 'LIST<NOTHING> NOT NULL' |
      | valueType(date('2024-01-01'))             | 'DATE NOT NULL'        |
      | valueType(datetime('2024-01-01T00:00Z'))  | 'ZONED DATETIME NOT NULL' |
      | valueType(duration('P1D'))                | 'DURATION NOT NULL'    |
      | timestamp() > 1600000000000               | true                   |

  Scenario Outline: [2] Of an entity: <call>
    Given an empty graph
    And having executed:
      """
      CREATE (:A:B {x: 1, y: 'b'})-[:T {w: 2.5}]->(:C)
      """
    When executing query:
      """
      MATCH p = (a:A)-[r:T]->(c)
      RETURN <call> AS r
      """
    Then the result should be (ignoring element order for lists):
      | r        |
      | <result> |
    And no side effects

    Examples:
      | call                              | result             |
      | labels(a)                         | ['A', 'B']         |
      | labels(c)                         | ['C']              |
      | keys({name: 'Alice', age: null})  | ['name', 'age']    |
      | keys(a)                           | ['x', 'y']         |
      | keys(r)                           | ['w']              |
      | keys(c)                           | []                 |
      | properties(a)                     | {x: 1, y: 'b'}     |
      | properties(r)                     | {w: 2.5}           |
      | type(r)                           | 'T'                |
      | startNode(r)                      | (:A:B {x: 1, y: 'b'}) |
      | endNode(r)                        | (:C)               |
      | length(p)                         | 1                  |
      | nodes(p)                          | [(:A:B {x: 1, y: 'b'}), (:C)] |
      | relationships(p)                  | [[:T {w: 2.5}]]    |
      | id(a) = id(startNode(r))          | true               |
      | id(a) = id(c)                     | false              |
      | elementId(a) = elementId(startNode(r)) | true          |
      | elementId(a) = elementId(c)       | false              |
      | valueType(elementId(r))           | 'STRING NOT NULL'  |
      | valueType(id(r))                  | 'INTEGER NOT NULL' |
      | valueType(a)                      | 'NODE NOT NULL'    |
      | valueType(r)                      | 'RELATIONSHIP NOT NULL' |
      | valueType(p)                      | 'PATH NOT NULL'    |
      | a.x IS NOT NULL                   | true               |
      | c.x IS NULL                       | true               |
      | a['x']                            | 1                  |
      | head(labels(c))                   | 'C'                |

  Scenario: [3] An element is found again by its elementId
    Given an empty graph
    And having executed:
      """
      CREATE (:A {x: 1}), (:A {x: 2})
      """
    When executing query:
      """
      MATCH (a:A {x: 2})
      WITH elementId(a) AS id
      MATCH (b) WHERE elementId(b) = id
      RETURN b
      """
    Then the result should be, in any order:
      | b           |
      | (:A {x: 2}) |
    And no side effects

  Scenario Outline: [4] Of nothing: <call>
    Given an empty graph
    When executing query:
      """
      OPTIONAL MATCH p = (a)-[r]->()
      RETURN <call> AS r
      """
    Then the result should be, in any order:
      | r    |
      | null |
    And no side effects

    Examples:
      | call             |
      | id(a)            |
      | elementId(a)     |
      | labels(a)        |
      | keys(a)          |
      | properties(r)    |
      | type(r)          |
      | startNode(r)     |
      | endNode(r)       |
      | nodes(p)         |
      | relationships(p) |
      | length(p)        |

  Scenario Outline: [5] An argument of another type: <call>
    Given any graph
    When executing query:
      """
      MATCH (n)-[r]->()
      RETURN <call> AS r
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

    Examples:
      | call                |
      | labels(r)           |
      | type(n)             |
      | startNode(n)        |
      | length(n)           |
      | nodes(r)            |
      | elementId(1)        |
      | properties(1)       |
      | head(1)             |
      | tail('a')           |
      | isEmpty(1)          |
      | toIntegerList('a')  |

  Scenario Outline: [6] A value that cannot be converted: <call>
    Given any graph
    When executing query:
      """
      UNWIND [[1]] AS x
      RETURN <call> AS r
      """
    Then a TypeError should be raised at any time: InvalidArgumentValue

    Examples:
      | call         |
      | toInteger(x) |
      | toFloat(x)   |
      | toBoolean(x) |
      | toString(x)  |

  Scenario: [7] range cannot stand still
    Given any graph
    When executing query:
      """
      RETURN range(1, 5, 0)
      """
    Then a ArgumentError should be raised at runtime: NumberOutOfRange

  Scenario: [8] Functions in every clause
    Given an empty graph
    And having executed:
      """
      UNWIND range(1, 5) AS i CREATE (:A {i: i, name: 'n' + toString(i)})
      """
    When executing query:
      """
      MATCH (a:A)
      WHERE toInteger(right(a.name, 1)) > 2
      WITH a ORDER BY -a.i LIMIT toInteger('2')
      UNWIND range(1, a.i - 3) AS k
      RETURN a.name AS name, k
      """
    Then the result should be, in order:
      | name | k |
      | 'n5' | 1 |
      | 'n5' | 2 |
      | 'n4' | 1 |
    And no side effects
