Feature: PathModes - WALK, TRAIL and ACYCLIC

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:N {n: 'a'}), (b:N {n: 'b'}), (c:N {n: 'c'}),
             (a)-[:R]->(b), (b)-[:R]->(a), (b)-[:R]->(c)
      """

  Scenario Outline: [1] <mode>: paths from a of 1 to 4 steps
    When executing query:
      """
      MATCH p = <mode> (a {n: 'a'})-[:R]->{1,4}(m)
      WITH reduce(s = '', n IN nodes(p) | s + n.n) AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | mode         | paths                                                     |
      | TRAIL        | ['ab', 'aba', 'abc']                                      |
      | TRAIL PATH   | ['ab', 'aba', 'abc']                                      |
      | ACYCLIC      | ['ab', 'abc']                                             |
      | ACYCLIC PATHS | ['ab', 'abc']                                            |
      | WALK         | ['ab', 'aba', 'abc']                                      |
      | WALK PATHS   | ['ab', 'aba', 'abc']                                      |

  Scenario: [2] Without a mode no relationship is used twice
    When executing query:
      """
      MATCH p = (a {n: 'a'})-[:R]->+(m)
      RETURN length(p) AS steps
      """
    Then the result should be, in any order:
      | steps |
      | 1     |
      | 2     |
      | 2     |
    And no side effects

  Scenario: [3] ACYCLIC over paths of any length
    When executing query:
      """
      MATCH p = ACYCLIC (x:N)-[:R]->+(y:N)
      RETURN x.n AS x, y.n AS y
      """
    Then the result should be, in any order:
      | x   | y   |
      | 'a' | 'b' |
      | 'a' | 'c' |
      | 'b' | 'a' |
      | 'b' | 'c' |
    And no side effects

  Scenario: [4] ACYCLIC without direction
    When executing query:
      """
      MATCH p = ACYCLIC (c {n: 'c'})-[:R]-{1,3}(y)
      RETURN [n IN nodes(p) | n.n] AS names
      """
    Then the result should be, in any order:
      | names           |
      | ['c', 'b']      |
      | ['c', 'b', 'a'] |
      | ['c', 'b', 'a'] |
    And no side effects

  Scenario: [5] ACYCLIC with a fixed pattern
    When executing query:
      """
      MATCH p = ACYCLIC (x)-[:R]->(y)-[:R]->(z)
      RETURN [n IN nodes(p) | n.n] AS names
      """
    Then the result should be, in any order:
      | names           |
      | ['a', 'b', 'c'] |
    And no side effects

  Scenario: [6] With a selector
    When executing query:
      """
      MATCH p = ANY SHORTEST ACYCLIC (a {n: 'a'})-[:R]->+(m)
      RETURN m.n AS m, length(p) AS steps
      """
    Then the result should be, in any order:
      | m   | steps |
      | 'b' | 1     |
      | 'c' | 2     |
    And no side effects

  Scenario: [7] With a quantified path
    When executing query:
      """
      MATCH p = ACYCLIC (a {n: 'a'}) ((x)-[:R]->(y))+ (m)
      RETURN [n IN y | n.n] AS ys
      """
    Then the result should be, in any order:
      | ys         |
      | ['b']      |
      | ['b', 'c'] |
    And no side effects

  Scenario: [8] The relationships of a MATCH differ in a walk too, so it ends
    When executing query:
      """
      MATCH p = WALK (a {n: 'a'})-[:R]->+(m)
      RETURN length(p) AS steps
      """
    Then the result should be, in any order:
      | steps |
      | 1     |
      | 2     |
      | 2     |
    And no side effects

  Scenario: [9] The shortest walk may be of any length
    When executing query:
      """
      MATCH p = SHORTEST 1 WALK (a {n: 'a'})-[:R]->+(m)
      RETURN m.n AS m, length(p) AS steps
      """
    Then the result should be, in any order:
      | m   | steps |
      | 'b' | 1     |
      | 'a' | 2     |
      | 'c' | 2     |
    And no side effects

  Scenario: [10] A fixed walk does not use a relationship twice either
    When executing query:
      """
      MATCH p = WALK (x {n: 'b'})-[:R]-(y)-[:R]-(z {n: 'b'})
      RETURN count(p) AS walks
      """
    Then the result should be, in any order:
      | walks |
      | 2     |
    And no side effects

  Scenario Outline: [11] <start>: paths from a of 1 to 4 steps
    When executing query:
      """
      MATCH <start> p = (a {n: 'a'})-[:R]->{1,4}(m)
      WITH reduce(s = '', n IN nodes(p) | s + n.n) AS path ORDER BY path
      RETURN collect(path) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |
    And no side effects

    Examples:
      | start                   | paths                                          |
      | REPEATABLE ELEMENTS     | ['ab', 'aba', 'abab', 'ababa', 'ababc', 'abc'] |
      | DIFFERENT RELATIONSHIPS | ['ab', 'aba', 'abc']                           |

  Scenario: [12] Where elements repeat, a path must have an upper bound
    When executing query:
      """
      MATCH REPEATABLE ELEMENTS (a {n: 'a'})-[:R]->+(m)
      RETURN m
      """
    Then a SyntaxError should be raised at compile time: *
