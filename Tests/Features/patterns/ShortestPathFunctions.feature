Feature: ShortestPathFunctions - shortestPath and allShortestPaths

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 'a'}), (b:N {n: 'b'}), (c:N {n: 'c'}), (d:N {n: 'd'}), (e:N {n: 'e'}), (z:N {n: 'z'}),
             (a)-[:R {w: 1}]->(b), (a)-[:R {w: 1}]->(c), (b)-[:R {w: 1}]->(d), (c)-[:R {w: 9}]->(d),
             (d)-[:R {w: 1}]->(e), (a)-[:S {w: 5}]->(e), (e)-[:R {w: 1}]->(a)
      """

  Scenario: [1] A shortest path along a direction and a type
    When executing query:
      """
      MATCH (a {n: 'a'}), (e {n: 'e'}), p = shortestPath((a)-[:R*]->(e))
      RETURN length(p) AS steps, nodes(p)[0].n AS first, nodes(p)[-1].n AS last
      """
    Then the result should be, in any order:
      | steps | first | last |
      | 3     | 'a'   | 'e'  |
    And no side effects

  Scenario: [2] Any type is shorter
    When executing query:
      """
      MATCH p = shortestPath((a {n: 'a'})-[*]->(e {n: 'e'}))
      RETURN [r IN relationships(p) | type(r)] AS types
      """
    Then the result should be, in any order:
      | types |
      | ['S'] |
    And no side effects

  Scenario: [3] Without direction
    When executing query:
      """
      MATCH p = shortestPath((d {n: 'd'})-[:R*]-(a {n: 'a'}))
      RETURN length(p) AS steps
      """
    Then the result should be, in any order:
      | steps |
      | 2     |
    And no side effects

  Scenario: [4] Against the direction
    When executing query:
      """
      MATCH p = shortestPath((e {n: 'e'})<-[:R*]-(a {n: 'a'}))
      RETURN [n IN nodes(p) | n.n][0] AS first, length(p) AS steps
      """
    Then the result should be, in any order:
      | first | steps |
      | 'e'   | 3     |
    And no side effects

  Scenario: [5] All of the shortest
    When executing query:
      """
      MATCH p = allShortestPaths((a {n: 'a'})-[:R*]->(e {n: 'e'}))
      RETURN [n IN nodes(p) | n.n] AS names
      """
    Then the result should be, in any order:
      | names                |
      | ['a', 'b', 'd', 'e'] |
      | ['a', 'c', 'd', 'e'] |
    And no side effects

  Scenario: [6] An upper bound that is too low finds nothing
    When executing query:
      """
      MATCH p = shortestPath((a {n: 'a'})-[:R*..2]->(e {n: 'e'}))
      RETURN p
      """
    Then the result should be, in any order:
      | p |
    And no side effects

  Scenario: [7] Nothing where there is no path
    When executing query:
      """
      MATCH (a {n: 'a'}), (z {n: 'z'})
      OPTIONAL MATCH p = shortestPath((a)-[*]-(z))
      RETURN p
      """
    Then the result should be, in any order:
      | p    |
      | null |
    And no side effects

  Scenario: [8] From each node to each other
    When executing query:
      """
      MATCH (x:N), (y:N) WHERE x.n < y.n AND y.n <> 'z'
      MATCH p = shortestPath((x)-[:R*]->(y))
      RETURN x.n AS x, y.n AS y, length(p) AS steps
      """
    Then the result should be, in any order:
      | x   | y   | steps |
      | 'a' | 'b' | 1     |
      | 'a' | 'c' | 1     |
      | 'a' | 'd' | 2     |
      | 'a' | 'e' | 3     |
      | 'b' | 'c' | 4     |
      | 'b' | 'd' | 1     |
      | 'b' | 'e' | 2     |
      | 'c' | 'd' | 1     |
      | 'c' | 'e' | 2     |
      | 'd' | 'e' | 1     |
    And no side effects

  Scenario: [9] Relationships that a property excludes
    When executing query:
      """
      MATCH p = allShortestPaths((a {n: 'a'})-[:R* {w: 1}]->(d {n: 'd'}))
      RETURN [n IN nodes(p) | n.n] AS names
      """
    Then the result should be, in any order:
      | names           |
      | ['a', 'b', 'd'] |
    And no side effects

  Scenario: [10] A condition on all relationships of the path
    When executing query:
      """
      MATCH p = shortestPath((a {n: 'a'})-[rs:R|S*]->(e {n: 'e'}))
      WHERE all(r IN relationships(p) WHERE r.w < 5)
      RETURN [n IN nodes(p) | n.n] AS names
      """
    Then the result should be, in any order:
      | names                |
      | ['a', 'b', 'd', 'e'] |
    And no side effects

  Scenario: [11] The relationships as a list
    When executing query:
      """
      MATCH shortestPath((a {n: 'a'})-[rs*]->(e {n: 'e'}))
      RETURN rs
      """
    Then the result should be, in any order:
      | rs              |
      | [[:S {w: 5}]]   |
    And no side effects

  Scenario: [12] In an expression
    When executing query:
      """
      MATCH (a {n: 'a'}), (d {n: 'd'})
      RETURN length(shortestPath((a)-[:R*]->(d))) AS steps, size(allShortestPaths((a)-[:R*]->(d))) AS ways
      """
    Then the result should be, in any order:
      | steps | ways |
      | 2     | 2    |
    And no side effects

  Scenario: [13] As a condition
    When executing query:
      """
      MATCH (x:N), (z {n: 'z'})
      WHERE x <> z AND shortestPath((x)-[*]-(z)) IS NULL
      RETURN count(x) AS apart
      """
    Then the result should be, in any order:
      | apart |
      | 5     |
    And no side effects

  Scenario: [14] The whole path
    When executing query:
      """
      MATCH p = shortestPath((a {n: 'a'})-[:R*]->(d:N {n: 'd'}))
      WHERE none(n IN nodes(p) WHERE n.n = 'c')
      RETURN p
      """
    Then the result should be, in any order:
      | p                                                                    |
      | <(:N {n: 'a'})-[:R {w: 1}]->(:N {n: 'b'})-[:R {w: 1}]->(:N {n: 'd'})> |
    And no side effects

  Scenario Outline: [15] More than one relationship pattern: <function>
    When executing query:
      """
      MATCH p = <function>((a)-[*]->(b)-[*]->(c))
      RETURN p
      """
    Then a SyntaxError should be raised at compile time: *

    Examples:
      | function         |
      | shortestPath     |
      | allShortestPaths |
