Feature: Introspection - db.* procedures, SHOW FUNCTIONS and SHOW PROCEDURES

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (:A {x: 1})-[:T {w: 2}]->(:B:C {y: 'b'})
      """

  Scenario: [1] db.labels
    When executing query:
      """
      CALL db.labels()
      """
    Then the result should be, in any order:
      | label |
      | 'A'   |
      | 'B'   |
      | 'C'   |
    And no side effects

  Scenario: [2] db.relationshipTypes
    When executing query:
      """
      CALL db.relationshipTypes() YIELD relationshipType AS t
      RETURN t
      """
    Then the result should be, in any order:
      | t   |
      | 'T' |
    And no side effects

  Scenario: [3] db.propertyKeys
    When executing query:
      """
      CALL db.propertyKeys() YIELD propertyKey
      WHERE propertyKey <> 'w'
      RETURN collect(propertyKey) AS keys
      """
    Then the result should be (ignoring element order for lists):
      | keys       |
      | ['x', 'y'] |
    And no side effects

  Scenario: [4] A procedure in a query that goes on
    When executing query:
      """
      CALL db.labels() YIELD label
      MATCH (n) WHERE label IN labels(n)
      RETURN label, count(n) AS nodes ORDER BY label
      """
    Then the result should be, in order:
      | label | nodes |
      | 'A'   | 1     |
      | 'B'   | 1     |
      | 'C'   | 1     |
    And no side effects

  Scenario: [5] An unknown procedure
    When executing query:
      """
      CALL db.lables()
      """
    Then a ProcedureError should be raised at compile time: ProcedureNotFound

  Scenario: [6] A wrong number of arguments
    When executing query:
      """
      CALL db.labels(1)
      """
    Then a SyntaxError should be raised at compile time: InvalidNumberOfArguments

  Scenario: [7] A column that the procedure does not have
    When executing query:
      """
      CALL db.labels() YIELD name
      RETURN name
      """
    Then a SyntaxError should be raised at compile time: *

  Scenario: [8] db.schema.nodeTypeProperties
    When executing query:
      """
      CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName, propertyTypes
      RETURN nodeLabels, propertyName, propertyTypes
      """
    Then the result should be (ignoring element order for lists):
      | nodeLabels | propertyName | propertyTypes |
      | ['A']      | 'x'          | ['INTEGER']   |
      | ['B', 'C'] | 'y'          | ['STRING']    |
    And no side effects

  Scenario: [9] db.schema.relTypeProperties
    When executing query:
      """
      CALL db.schema.relTypeProperties() YIELD propertyName, propertyTypes
      RETURN propertyName, propertyTypes
      """
    Then the result should be, in any order:
      | propertyName | propertyTypes |
      | 'w'          | ['INTEGER']   |
    And no side effects

  Scenario: [10] SHOW FUNCTIONS
    When executing query:
      """
      SHOW FUNCTIONS YIELD name, category
      WHERE name IN ['toUpper', 'abs']
      RETURN name
      ORDER BY name
      """
    Then the result should be, in order:
      | name      |
      | 'abs'     |
      | 'toUpper' |
    And no side effects

  Scenario: [11] SHOW PROCEDURES
    When executing query:
      """
      SHOW PROCEDURES YIELD name
      WHERE name = 'db.labels'
      RETURN name
      """
    Then the result should be, in any order:
      | name        |
      | 'db.labels' |
    And no side effects
