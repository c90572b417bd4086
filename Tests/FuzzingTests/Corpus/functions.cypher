RETURN avg(x) AS x

RETURN collect(x) AS x

RETURN collect(DISTINCT x) AS x

RETURN count(x) AS x

RETURN count(*) AS x

RETURN min(x) AS x

RETURN max(x) AS x

RETURN percentileCont(x, 0.4) AS x

RETURN percentileDisc(x, 0.5) AS x

RETURN stDev(x) AS x

RETURN stDevP(x) AS x

RETURN sum(x) AS x

RETURN toBoolean('TRUE') AS x

RETURN toBoolean('ja') AS x

RETURN toBooleanList(['true', 0, 'ja']) AS x

RETURN toBooleanOrNull('false') AS x

RETURN toBooleanOrNull([]) AS x

RETURN toFloat('1.5') AS x

RETURN toFloat(2) AS x

RETURN toFloat('x') AS x

RETURN toFloatList(['1.5', 2, 'x']) AS x

RETURN toFloatOrNull('1.5') AS x

RETURN toFloatOrNull(true) AS x

RETURN toInteger('42') AS x

RETURN toInteger(2.9) AS x

RETURN toInteger('x') AS x

RETURN toIntegerList(['42', 2.9, 'x']) AS x

RETURN toIntegerOrNull('42') AS x

RETURN toIntegerOrNull({}) AS x

RETURN toString(1.0) AS x

RETURN toString(true) AS x

RETURN toString(date('2024-02-29')) AS x

RETURN toStringList([1, true, {}]) AS x

RETURN toStringOrNull(1) AS x

RETURN toStringOrNull([1]) AS x

RETURN elementId(a) = elementId(b) AS x

RETURN endNode(r).name AS x

RETURN id(a) = id(b) AS x

RETURN keys({a: 1, b: null}) AS x

RETURN keys(n) AS x

RETURN labels(n) AS x

RETURN length(p) AS x

RETURN [n IN nodes(p) | n.name] AS x

RETURN properties({a: 1}) AS x

RETURN properties(n) AS x

RETURN [r IN relationships(p) | type(r)] AS x

RETURN startNode(r).name AS x

RETURN type(r) AS x

RETURN head([1, 2]) AS x

RETURN head([]) AS x

RETURN last([1, 2]) AS x

RETURN range(1, 4) AS x

RETURN range(10, 4, -3) AS x

RETURN reverse('abc') AS x

RETURN reverse([1, 2]) AS x

RETURN size([1, null]) AS x

RETURN size('väg') AS x

RETURN tail([1, 2, 3]) AS x

RETURN abs(-3) AS x

RETURN abs(-1.5) AS x

RETURN round(2.5) AS x

RETURN round(-1.5) AS x

RETURN round(1.005, 2) AS x

RETURN round(-1.55, 1) AS x

RETURN round(1.29, 1, 'DOWN') AS x

RETURN sign(-2.5) AS x

RETURN atan2(0, 1) AS x

RETURN pi() AS x

RETURN e() AS x

RETURN 0 <= rand() < 1 AS x

RETURN coalesce(null, 'a', 'b') AS x

RETURN coalesce(null) AS x

RETURN exists({a: 1}.a) AS x

RETURN isEmpty('') AS x

RETURN isEmpty([0]) AS x

RETURN isNaN(0.0 / 0.0) AS x

RETURN isNaN(1) AS x

RETURN nullIf('', '') AS x

RETURN nullIf('a', '') AS x

RETURN valueType(1) AS x

RETURN valueType(['a', 2]) AS x

RETURN valueType([1, null]) AS x

RETURN valueType(null) AS x

RETURN btrim('  a ') AS x

RETURN btrim('--a-b--', '-') AS x

RETURN char_length('väg') AS x

RETURN character_length('') AS x

RETURN lTrim('  a ') AS x

RETURN lTrim('00123', '0') AS x

RETURN left('ortopedi', 4) AS x

RETURN rTrim(' a  ') AS x

RETURN rTrim('1.500', '0') AS x

RETURN size(randomUUID()) AS x

RETURN randomUUID() = randomUUID() AS x

RETURN replace('a-b-c', '-', '+') AS x

RETURN right('ortopedi', 4) AS x

RETURN split('a,b,,c', ',') AS x

RETURN split('a,b;c', [',', ';']) AS x

RETURN substring('samordning', 2) AS x

RETURN substring('samordning', 0, 3) AS x

RETURN toLower('ÅRE') AS x

RETURN toUpper('Åre') AS x

RETURN trim('  a b ') AS x

RETURN \(kind.name).statement() = \(kind.name)() AS x

RETURN \(kind.name).transaction() = \(kind.name).statement() AS x

RETURN \(kind.name).realtime('Europe/Stockholm') IS NOT NULL AS x

RETURN \(kind.name)() = \(kind.name).statement() AS x

RETURN timestamp() = datetime().epochMillis AS x

RETURN edtf.earliest('../2018') AS x

RETURN edtf.isValid('2018-21') AS x

RETURN edtf.isValid('autumn 2018') AS x

RETURN edtf.latest('2018/..') AS x

RETURN validOn('2018', '2023-05-01', date('2023-04-30')) AS x

RETURN validOn('2018', '2023-05-01', date('2023-05-01')) AS x

RETURN validOn('2018', null, date('2023-05-01')) AS x

RETURN validOn(null, null, null) AS x
