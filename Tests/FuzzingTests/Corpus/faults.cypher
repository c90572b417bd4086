RETURN DISTINCT 1 AS x, null AS y ORDER BY -avg(2) < 0 <= 1 DESC, y

RETURN count(*) AS n ORDER BY sum(1)
