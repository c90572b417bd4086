Feature: LoadCSV - LOAD CSV of a file below the workspace

  Background:
    Given an empty graph
    And there exists a CSV file with URL as $file, with rows:
      | key | name    | number |
      | 'a' | 'Anna'  | 1      |
      | 'b' | 'Bo'    | 2      |
      | 'c' | ''      | 3      |

  Scenario: [1] With headers, each row is a map of texts
    When executing query:
      """
      LOAD CSV WITH HEADERS FROM $file AS row
      RETURN row.key AS key, row.name AS name, toInteger(row.number) AS number
      """
    Then the result should be, in order:
      | key | name   | number |
      | 'a' | 'Anna' | 1      |
      | 'b' | 'Bo'   | 2      |
      | 'c' | null   | 3      |
    And no side effects

  Scenario: [2] Without headers, each row is a list of texts
    When executing query:
      """
      LOAD CSV FROM $file AS row
      RETURN row[0] AS key, row[2] AS number, size(row) AS size
      """
    Then the result should be, in order:
      | key   | number   | size |
      | 'key' | 'number' | 3    |
      | 'a'   | '1'      | 3    |
      | 'b'   | '2'      | 3    |
      | 'c'   | '3'      | 3    |
    And no side effects

  Scenario: [3] Create from it
    When executing query:
      """
      LOAD CSV WITH HEADERS FROM $file AS row
      CREATE (:A {key: row.key, number: toInteger(row.number)})
      """
    Then the result should be empty
    And the side effects should be:
      | +nodes      | 3 |
      | +labels     | 1 |
      | +properties | 6 |

  Scenario: [4] Count and filter
    When executing query:
      """
      LOAD CSV WITH HEADERS FROM $file AS row
      WITH row WHERE row.name IS NOT NULL
      RETURN count(*) AS rows, sum(toInteger(row.number)) AS sum
      """
    Then the result should be, in any order:
      | rows | sum |
      | 2    | 3   |
    And no side effects

  Scenario: [5] Once for each row before it
    When executing query:
      """
      UNWIND [1, 2] AS i
      LOAD CSV WITH HEADERS FROM $file AS row
      RETURN i, count(row) AS rows
      """
    Then the result should be, in any order:
      | i | rows |
      | 1 | 3    |
      | 2 | 3    |
    And no side effects

  Scenario: [6] Another field terminator
    When executing query:
      """
      LOAD CSV FROM $file AS row FIELDTERMINATOR ';'
      RETURN row[0] AS line, size(row) AS size
      LIMIT 2
      """
    Then the result should be, in order:
      | line              | size |
      | 'key,name,number' | 1    |
      | 'a,Anna,1'        | 1    |
    And no side effects

  Scenario: [7] A file that is not there
    When executing query:
      """
      LOAD CSV FROM 'file:///no-such-file.csv' AS row
      RETURN row
      """
    Then a Error should be raised at runtime: *

  Scenario Outline: [8] Nothing but files below the workspace: <url>
    When executing query:
      """
      LOAD CSV FROM '<url>' AS row
      RETURN row
      """
    Then a Error should be raised at any time: *

    Examples:
      | url                          |
      | https://example.org/a.csv    |
      | http://127.0.0.1/a.csv       |
      | ftp://example.org/a.csv      |
      | file:///../../etc/passwd     |
      | ../../../../etc/passwd       |

  Scenario: [9] The variable is new
    When executing query:
      """
      MATCH (row)
      LOAD CSV FROM $file AS row
      RETURN row
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: [10] The address is a text
    When executing query:
      """
      LOAD CSV FROM 1 AS row
      RETURN row
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType
