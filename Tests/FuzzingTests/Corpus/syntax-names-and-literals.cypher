RETURN 0 AS a, 1 AS b, -1 AS c, 9223372036854775807 AS d, -9223372036854775808 AS e

RETURN 0x1F AS a, 0Xff AS b, -0x8000000000000000 AS c, 0x7FFFFFFFFFFFFFFF AS d

RETURN 0o17 AS a, 017 AS b, -0o1000000000000000000000 AS c

RETURN 1.0 AS a, .5 AS b, -.5 AS c, 1e9 AS d, 1E-3 AS e, 1.5e+10 AS f, 123456789012345680.0 AS g, -0.0 AS h

RETURN true AS a, FALSE AS b, Null AS c

RETURN 'a\'b"c' AS a, "a'b\"c" AS b, '\\ \b \f \n \r \t' AS c

RETURN '\u00e5\U0001F600' AS a, '\uD83D\uDE00' AS b, 'å😀' AS c, '' AS d

RETURN 'two
lines' AS a

RETURN '// no comment' AS a, '/* none */' AS b

MATCH (`a b`:`A B` {`c d`: 1})-[`e f`:`G H`]->() RETURN `a b`.`c d` AS `i j`

MATCH (`a``b`) RETURN `a``b`

MATCH (`n`:`A`) RETURN `n`

MATCH (ÅÄÖ:Människa {ålder: 1}) RETURN ÅÄÖ.ålder AS 名前

MATCH (_a1:_B2) RETURN _a1

MATCH (count)-[type:order]->(end) RETURN count, type, end ORDER BY end.limit, count.skip DESC

MATCH (n) WHERE n.where = n.return AND n.set IS NULL RETURN n.order AS order, n.match AS match

WITH 1 AS `match`, 2 AS `where` RETURN `match` + `where` AS x

RETURN `all`(x) AS a, `count`(x) AS b, `true` AS c

RETURN keys({null: 1, true: 2, in: 3}) AS x

MATCH (n:Match:Where:`Null`) RETURN n
