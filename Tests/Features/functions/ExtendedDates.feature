Feature: ExtendedDates - EDTF and validity, functions of this database

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
      | call                                              | result       |
      | edtf.isValid('2018')                              | true         |
      | edtf.isValid('2018-13')                           | false        |
      | edtf.isValid('2018-21')                           | true         |
      | edtf.isValid('2018-23?')                          | true         |
      | edtf.isValid('')                                  | false        |
      | edtf.isValid('2018/2020')                         | true         |
      | edtf.isValid('hösten 2018')                       | false        |
      | edtf.earliest('2018')                             | '2018-01-01' |
      | edtf.latest('2018')                               | '2018-12-31' |
      | edtf.earliest('2018-02')                          | '2018-02-01' |
      | edtf.latest('2018-02')                            | '2018-02-28' |
      | edtf.latest('2020-02')                            | '2020-02-29' |
      | edtf.earliest('2018-02-03~')                      | '2018-02-03' |
      | edtf.earliest('201X')                             | '2010-01-01' |
      | edtf.latest('201X')                               | '2019-12-31' |
      | edtf.latest('2018/..')                            | null         |
      | edtf.earliest('../2018')                          | null         |
      | edtf.latest('2018/2020')                          | '2020-12-31' |
      | edtf.earliest(null)                               | null         |
      | edtf.isValid(null)                                | null         |
      | validOn('2018', '2023-05-01', date('2017-12-31')) | false        |
      | validOn('2018', '2023-05-01', date('2018-01-01')) | true         |
      | validOn('2018', '2023-05-01', date('2023-04-30')) | true         |
      | validOn('2018', '2023-05-01', date('2023-05-01')) | false        |
      | validOn(null, '2020', date('1900-01-01'))         | true         |
      | validOn('2018', null, date('2999-01-01'))         | true         |
      | validOn(null, null, date('2020-01-01'))           | true         |
      | validOn('2018', null, null)                       | null         |
      | validOn(date('2018-01-01'), date('2019-01-01'), date('2018-06-01')) | true |

  Scenario Outline: [2] No extended date: <call>
    Given any graph
    When executing query:
      """
      RETURN <call> AS r
      """
    Then a ArgumentError should be raised at runtime: InvalidArgumentValue

    Examples:
      | call                                        |
      | edtf.earliest('hösten 2018')                |
      | edtf.latest('2018-13')                      |
      | validOn('igår', null, date('2020-01-01'))   |

  Scenario: [3] What was valid on a day
    Given an empty graph
    And having executed:
      """
      CREATE (:Council {name: 'A', from: '2018', to: '2022-08-23'}), (:Council {name: 'B', from: '2022-08-23'}),
             (:Council {name: 'C'})
      """
    When executing query:
      """
      UNWIND [date('2020-01-01'), date('2022-08-22'), date('2022-08-23')] AS day
      MATCH (c:Council)
      WHERE validOn(c.from, c.to, day)
      WITH day, c.name AS name ORDER BY name
      RETURN day, collect(name) AS councils
      ORDER BY day
      """
    Then the result should be, in order:
      | day          | councils   |
      | '2020-01-01' | ['A', 'C'] |
      | '2022-08-22' | ['A', 'C'] |
      | '2022-08-23' | ['B', 'C'] |
    And no side effects
