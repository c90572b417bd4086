// Queries that every openCypher engine must answer alike, for scripts/differential.
//
// Each has a title in a comment and ends with a blank line. They read graph/region, return values and never elements,
// and are plain openCypher 9. "in order" in the title compares the rows in their order, else they are a multiset.

// filter: equality
MATCH (c:Council) WHERE c.name = 'SOR Ortopedi' RETURN c.key AS key

// filter: property map
MATCH (c:Council {number: 3}) RETURN c.name AS name

// filter: inequality
MATCH (c:Council) WHERE c.number <> 3 RETURN c.number AS n

// filter: less than
MATCH (c:Council) WHERE c.number < 5 RETURN c.name AS name, c.number AS n

// filter: chained comparison
MATCH (t:ProcessTeam) WHERE 10 <= t.position < 20 RETURN t.name AS name

// filter: and, or, not
MATCH (t:ProcessTeam) WHERE (t.position < 5 OR t.position > 70) AND NOT t.name STARTS WITH 'A' RETURN t.name AS name

// filter: xor
MATCH (t:ProcessTeam) WHERE t.position < 5 XOR t.name CONTAINS 'o' RETURN count(*) AS n

// filter: in a list
MATCH (c:Council) WHERE c.number IN [1, 2, 99] RETURN c.name AS name

// filter: not in a list
MATCH (c:Council) WHERE NOT c.number IN [1, 2, 3] RETURN count(c) AS n

// filter: starts with
MATCH (t:ProcessTeam) WHERE t.name STARTS WITH 'B' RETURN t.name AS name

// filter: ends with
MATCH (t:ProcessTeam) WHERE t.name ENDS WITH 'cancer' RETURN t.name AS name

// filter: contains
MATCH (a:ProgrammeArea) WHERE a.name CONTAINS 'hälsa' RETURN a.name AS name

// filter: lower case
MATCH (n:ProcessTeam) WHERE toLower(n.name) CONTAINS 'kol' RETURN n.name AS name

// filter: is null
MATCH (t:ProcessTeam) WHERE t.annotation IS NULL RETURN count(*) AS n

// filter: is not null
MATCH (t:ProcessTeam) WHERE t.annotation IS NOT NULL RETURN t.name AS name, t.annotation AS annotation

// filter: null is not equal to anything
MATCH (t:ProcessTeam) WHERE t.annotation <> 'x' RETURN count(*) AS n

// filter: not of null
MATCH (t:ProcessTeam) WHERE NOT (t.annotation = 'x') RETURN count(*) AS n

// filter: boolean property
MATCH (o:Organisation) WHERE o.collective RETURN o.name AS name

// filter: several labels
MATCH (n) WHERE n:Council OR n:ProgrammeArea RETURN labels(n) AS labels, count(*) AS n

// filter: a label that nothing has
MATCH (n:Nothing) RETURN n.name AS name

// filter: comparing texts
MATCH (c:Council) WHERE c.name > 'SOR M' RETURN c.name AS name

// filter: comparing different types
MATCH (c:Council) WHERE c.number < 'a' RETURN count(*) AS n

// filter: arithmetic
MATCH (c:Council) WHERE c.number % 5 = 0 RETURN c.number AS n

// filter: comparing two properties
MATCH (a:CarePathway), (b:CarePathway) WHERE a.block = b.block AND a.key < b.key AND a.part = b.part RETURN count(*) AS n

// expand: one step
MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a:ProgrammeArea) RETURN c.name AS council, a.name AS area

// expand: against the direction
MATCH (a:ProgrammeArea {name: 'Psykisk hälsa'})<-[:RESPONSIBLE_FOR]-(c) RETURN c.name AS council

// expand: without direction
MATCH (a:ProgrammeArea {name: 'Psykisk hälsa'})-[r]-(x) RETURN type(r) AS type, count(*) AS n

// expand: two types
MATCH (c:Council)-[r:RESPONSIBLE_FOR|INSTANCE_OF]->(x) RETURN type(r) AS type, count(*) AS n

// expand: two steps
MATCH (c:Council)-[:RESPONSIBLE_FOR]->(:ProgrammeArea)<-[:BELONGS_TO]-(t:ProcessTeam) RETURN c.name AS council, count(t) AS teams

// expand: three steps
MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a)<-[:BELONGS_TO]-(t:ProcessTeam)-[:INSTANCE_OF]->(g) RETURN g.name AS what, count(DISTINCT t) AS teams

// expand: property of the relationship
MATCH (c)-[r:RESPONSIBLE_FOR]->(a) RETURN DISTINCT r.as_of AS as_of, r.validity_basis AS basis

// expand: filter on the relationship
MATCH (t:ProcessTeam)-[r:BELONGS_TO]->(a) WHERE r.basis = 'inferred' RETURN count(*) AS n

// expand: a relationship is not used twice
MATCH (c1:Council)-[:RESPONSIBLE_FOR]->(a)<-[:RESPONSIBLE_FOR]-(c2:Council) RETURN c1.name AS one, c2.name AS other, a.name AS area

// expand: it may be used again in another MATCH
MATCH (c1:Council)-[:RESPONSIBLE_FOR]->(a) MATCH (a)<-[:RESPONSIBLE_FOR]-(c2:Council) RETURN count(*) AS n

// expand: two patterns with a common node
MATCH (t:ProcessTeam)-[:BELONGS_TO]->(a:ProgrammeArea), (c:Council)-[:RESPONSIBLE_FOR]->(a) RETURN a.name AS area, count(*) AS n

// expand: two patterns with nothing in common
MATCH (c:Council), (a:Phase) RETURN count(*) AS n

// expand: a circle of two
MATCH (a)-[r1]->(b)-[r2]->(a) WHERE a.key < b.key RETURN a.key AS a, type(r1) AS r1, type(r2) AS r2, b.key AS b

// expand: from a bound node to a bound node
MATCH (c:Council {name: 'SOR Internmedicin'}), (a:ProgrammeArea) MATCH (c)-[:RESPONSIBLE_FOR]->(a) RETURN a.name AS area

// expand: nodes without a certain relationship
MATCH (a:ProgrammeArea) WHERE NOT (a)<-[:RESPONSIBLE_FOR]-() RETURN a.name AS area

// expand: nodes with a certain relationship
MATCH (g:Group) WHERE (g)-[:PART_OF]->() RETURN g.name AS name

// expand: degree
MATCH (a:ProgrammeArea)-[r]-() RETURN a.name AS area, count(r) AS degree

// expand: types between two kinds
MATCH (a)-[r]->(b) RETURN labels(a)[0] AS one, type(r) AS type, labels(b)[0] AS other, count(*) AS n

// expand: start and end
MATCH (:Council {number: 3})-[r:RESPONSIBLE_FOR]->() RETURN startNode(r).name AS one, endNode(r).name AS other

// expand: no label anywhere
MATCH ()-->() RETURN count(*) AS n

// expand: without direction counts both ways
MATCH ()--() RETURN count(*) AS n

// aggregate: count of all nodes
MATCH (n) RETURN count(*) AS n

// aggregate: count by kind
MATCH (n) RETURN labels(n)[0] AS kind, count(*) AS n

// aggregate: count of a property passes over null
MATCH (t:ProcessTeam) RETURN count(t) AS teams, count(t.annotation) AS annotations

// aggregate: count distinct
MATCH (t:ProcessTeam)-[:BELONGS_TO]->(a) RETURN count(a) AS rows, count(DISTINCT a) AS areas

// aggregate: sum, avg, min, max
MATCH (t:ProcessTeam) RETURN sum(t.position) AS sum, avg(t.position) AS avg, min(t.position) AS min, max(t.position) AS max

// aggregate: min and max of texts
MATCH (a:ProgrammeArea) RETURN min(a.name) AS first, max(a.name) AS last

// aggregate: collect in order
MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a) WITH c, a ORDER BY a.name RETURN c.name AS council, collect(a.name) AS areas

// aggregate: collect passes over null
MATCH (t:ProcessTeam) WITH t ORDER BY t.position RETURN collect(t.annotation)[0..3] AS annotations

// aggregate: collect distinct
MATCH (p:CarePathway) WITH p.phase AS phase ORDER BY phase RETURN collect(DISTINCT phase) AS phases

// aggregate: of nothing
MATCH (n:Nothing) RETURN count(*) AS c, sum(n.x) AS s, avg(n.x) AS a, min(n.x) AS m, collect(n.x) AS l

// aggregate: group of nothing
MATCH (n:Nothing) RETURN n.x AS x, count(*) AS c

// aggregate: null is a group
MATCH (t:ProcessTeam) RETURN t.annotation IS NULL AS without, t.lifecycle AS lifecycle, count(*) AS n

// aggregate: of a group of nulls
MATCH (d:Document) RETURN d.level AS level, count(*) AS n

// aggregate: by two keys
MATCH (p:CarePathway) RETURN p.phase AS phase, p.block AS block, count(*) AS n

// aggregate: twice
MATCH (c:Council)-[:RESPONSIBLE_FOR]->(a) WITH c, count(a) AS areas RETURN areas, count(c) AS councils

// aggregate: filter after
MATCH (a:ProgrammeArea)<-[:BELONGS_TO]-(t:ProcessTeam) WITH a, count(t) AS teams WHERE teams > 3 RETURN a.name AS area, teams

// aggregate: expression around it
MATCH (t:ProcessTeam) RETURN count(*) * 2 + 1 AS n, toFloat(count(t.annotation)) / count(*) AS share

// aggregate: standard deviation
MATCH (t:ProcessTeam) RETURN round(stDev(t.position) * 1000) AS s, round(stDevP(t.position) * 1000) AS p

// aggregate: percentiles
MATCH (t:ProcessTeam) RETURN percentileCont(t.position, 0.25) AS c, percentileDisc(t.position, 0.25) AS d

// aggregate: by an expression
MATCH (t:ProcessTeam) RETURN t.position / 10 AS ten, count(*) AS n

// aggregate: by a CASE
MATCH (t:ProcessTeam) RETURN CASE WHEN t.position <= 37 THEN 'first' ELSE 'second' END AS half, count(*) AS n

// order: by a number, in order
MATCH (c:Council) RETURN c.number AS n, c.name AS name ORDER BY n

// order: falling, in order
MATCH (c:Council) RETURN c.number AS n ORDER BY n DESC LIMIT 5

// order: by text, in order
MATCH (a:ProgrammeArea) RETURN a.name AS name ORDER BY name

// order: by two keys, in order
MATCH (p:CarePathway) RETURN p.phase AS phase, p.key AS key ORDER BY phase DESC, key

// order: null comes last, in order
MATCH (t:ProcessTeam) WHERE t.position < 30 RETURN t.annotation AS a, t.position AS p ORDER BY a, p

// order: null comes first when falling, in order
MATCH (t:ProcessTeam) WHERE t.position < 30 RETURN t.annotation AS a, t.position AS p ORDER BY a DESC, p

// order: by what is not returned, in order
MATCH (c:Council) RETURN c.name AS name ORDER BY c.number SKIP 3 LIMIT 4

// order: by an aggregate, in order
MATCH (a:ProgrammeArea)<-[:BELONGS_TO]-(t:ProcessTeam) RETURN a.name AS area, count(t) AS teams ORDER BY teams DESC, area LIMIT 6

// order: by an expression, in order
MATCH (c:Council) RETURN c.name AS name ORDER BY size(c.name), name LIMIT 5

// order: skip beyond the end
MATCH (c:Council) RETURN c.name AS name ORDER BY name SKIP 100

// order: limit 0
MATCH (c:Council) RETURN c.name AS name LIMIT 0

// order: distinct, in order
MATCH (p:CarePathway) RETURN DISTINCT p.block AS block ORDER BY block

// order: in the middle of a query, in order
MATCH (t:ProcessTeam) WITH t ORDER BY t.position DESC LIMIT 3 MATCH (t)-[:BELONGS_TO]->(a) RETURN t.position AS p, a.name AS area ORDER BY p, area

// optional: nothing found gives null
MATCH (a:ProgrammeArea) OPTIONAL MATCH (a)<-[:RESPONSIBLE_FOR]-(c:Council) RETURN a.name AS area, c.name AS council

// optional: the condition belongs to it
MATCH (a:ProgrammeArea) OPTIONAL MATCH (a)<-[:RESPONSIBLE_FOR]-(c) WHERE c.number > 10 RETURN a.name AS area, c.name AS council

// optional: count of null is 0
MATCH (a:ProgrammeArea) OPTIONAL MATCH (a)<-[:RESPONSIBLE_FOR]-(c) RETURN a.name AS area, count(c) AS councils, count(*) AS rows

// optional: two after each other
MATCH (c:Council) OPTIONAL MATCH (c)-[:RESPONSIBLE_FOR]->(a) OPTIONAL MATCH (a)<-[:BELONGS_TO]-(t:ProcessTeam) RETURN c.name AS council, count(DISTINCT a) AS areas, count(t) AS teams

// optional: from a null node
OPTIONAL MATCH (n:Nothing) OPTIONAL MATCH (n)-->(m) RETURN n.name AS n, m.name AS m

// optional: as the first clause
OPTIONAL MATCH (n:Nothing) RETURN n.name AS name

// optional: properties and labels of null
OPTIONAL MATCH (n:Nothing)-[r]->() RETURN n.name AS name, labels(n) AS labels, type(r) AS type, coalesce(n.name, 'nobody') AS who

// optional: filter what was not found
MATCH (a:ProgrammeArea) OPTIONAL MATCH (a)<-[:RESPONSIBLE_FOR]-(c) WITH a, c WHERE c IS NULL RETURN a.name AS area

// union: without duplicates
MATCH (c:Council) RETURN labels(c)[0] AS kind UNION MATCH (a:ProgrammeArea) RETURN labels(a)[0] AS kind

// union: with duplicates
MATCH (c:Council) WHERE c.number < 4 RETURN c.name AS name UNION ALL MATCH (c:Council) WHERE c.number < 3 RETURN c.name AS name

// union: the same rows twice
MATCH (c:Council) RETURN c.name AS name UNION MATCH (c:Council) RETURN c.name AS name

// union: three parts
RETURN 1 AS x UNION RETURN 2 AS x UNION RETURN 1 AS x

// paths: variable length
MATCH (o:Organisation)-[:PART_OF*1..3]->(p) RETURN o.key AS one, p.key AS other

// paths: from zero steps
MATCH (g:Group)-[:PART_OF*0..1]->(p) RETURN g.key AS one, p.key AS other

// paths: an exact length
MATCH (a)-[:PART_OF*2]->(b) RETURN a.key AS one, b.key AS other

// paths: of any length
MATCH (a:Group)-[:PART_OF*]->(b) RETURN count(*) AS n, count(DISTINCT b) AS reached

// paths: of several types
MATCH (a:Council {number: 3})-[:RESPONSIBLE_FOR|BELONGS_TO|INSTANCE_OF*1..2]-(b) RETURN DISTINCT b.key AS key

// paths: length
MATCH p = (a:Organisation)-[:PART_OF*1..4]->(b) RETURN length(p) AS steps, count(*) AS n

// paths: nodes and relationships
MATCH p = (a:Group)-[:PART_OF*2..2]->(b) RETURN [n IN nodes(p) | n.key] AS keys, [r IN relationships(p) | type(r)] AS types

// paths: without direction
MATCH (a:Council {number: 3})-[:RESPONSIBLE_FOR*1..2]-(b) RETURN b.key AS key

// paths: a condition on every node
MATCH p = (a:Organisation)-[:PART_OF*1..3]->(b) WHERE all(n IN nodes(p) WHERE n:Organisation) RETURN count(p) AS n

// paths: shortest
MATCH (a:ProcessTeam {name: 'KOL'}), (b:Council {name: 'SOR Internmedicin'}) MATCH p = shortestPath((a)-[*..6]-(b)) RETURN length(p) AS steps

// with: pass on and rename
MATCH (c:Council) WITH c.name AS name, c.number AS n WHERE n > 20 RETURN name, n

// with: distinct
MATCH (t:ProcessTeam)-[:BELONGS_TO]->(a) WITH DISTINCT a RETURN count(*) AS n

// with: unwind a collected list
MATCH (c:Council) WITH collect(c.number) AS ns UNWIND ns AS n WITH n WHERE n < 4 RETURN n

// with: unwind literals
UNWIND [1, 2, null, 'a'] AS x RETURN x, x IS NULL AS missing

// with: unwind an empty list
UNWIND [] AS x RETURN x

// with: range
UNWIND range(1, 10, 3) AS x RETURN x, x * x AS square

// expressions: list comprehension
RETURN [x IN range(1, 10) WHERE x % 2 = 0 | x * x] AS squares

// expressions: pattern comprehension
MATCH (c:Council) WHERE c.number < 6 RETURN c.name AS name, size([(c)-[:RESPONSIBLE_FOR]->(a) | a.name]) AS areas

// expressions: quantifiers
RETURN all(x IN [1, 2] WHERE x > 0) AS a, any(x IN [1, 2] WHERE x > 1) AS b, none(x IN [1] WHERE x > 1) AS c, single(x IN [1, 2] WHERE x = 1) AS d

// expressions: three-valued logic
RETURN null AND false AS a, null OR true AS b, null AND true AS c, NOT null AS d, null = null AS e, 1 IN [2, null] AS f, 1 IN [1, null] AS g

// expressions: integers and floats
RETURN 7 / 2 AS a, 7.0 / 2 AS b, 7 % 3 AS c, -7 / 2 AS d, -7 % 3 AS e, 2 ^ 3 AS f, 1 = 1.0 AS g

// expressions: lists
WITH [1, 2, 3, 4] AS l RETURN l[0] AS a, l[-1] AS b, l[1..3] AS c, l[9] AS d, size(l) AS e, head(l) AS f, last(l) AS g, tail(l) AS h

// expressions: maps
WITH {a: 1, b: 'x', c: null} AS m RETURN m.a AS a, m['b'] AS b, m.d AS d, m.c IS NULL AS c

// expressions: text
RETURN substring('samordning', 3, 4) AS a, split('a,b', ',') AS b, replace('aba', 'a', 'c') AS c, trim(' x ') AS d, toUpper('åäö') AS e, left('abc', 2) AS f, right('abc', 2) AS g, reverse('abc') AS h, size('åäö') AS i

// expressions: conversion
RETURN toInteger('42') AS a, toInteger('x') AS b, toFloat('1.5') AS c, toString(1.5) AS d, toBoolean('true') AS e, toInteger(2.9) AS f

// expressions: CASE
UNWIND [1, 2, 3, null] AS x RETURN x, CASE x WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'many' END AS a, CASE WHEN x > 1 THEN 'big' WHEN x <= 1 THEN 'small' END AS b

// expressions: coalesce
MATCH (t:ProcessTeam) WHERE t.position < 6 RETURN t.name AS name, coalesce(t.annotation, '-') AS annotation

// expressions: order of unlike values, in order
UNWIND ['a', 1, true, null, 2.5, 'B', false] AS x RETURN x ORDER BY x

// expressions: equality of lists and maps
RETURN [1, 2] = [1, 2] AS a, [1, 2] = [2, 1] AS b, {a: 1} = {a: 1} AS c, [1, null] = [1, 2] AS d, [1, null] = [2, null] AS e

// expressions: exists
MATCH (a:ProgrammeArea) WHERE EXISTS { (a)<-[:RESPONSIBLE_FOR]-(:Council) } RETURN count(a) AS n

// expressions: keys
MATCH (c:Phase) UNWIND keys(c) AS key WITH DISTINCT key WHERE key IN ['key', 'name', 'order', 'nothing'] RETURN key

// expressions: distinct rows with null
MATCH (t:ProcessTeam) RETURN DISTINCT t.lifecycle AS lifecycle, t.lifecycle_basis AS basis

// expressions: rounding
RETURN round(2.5) AS a, round(-2.5) AS b, floor(-1.5) AS c, ceil(1.2) AS d, abs(-3) AS e, sign(-2) AS f, sqrt(16) AS g
