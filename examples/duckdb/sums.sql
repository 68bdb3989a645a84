-- The partial sums of meters, by all that their keys say: row by row, column by column and
-- digit by digit the table that `go run ./examples/meters -table FILE.csv` writes.
--
-- Masses must be DECIMAL. Their sum is exact as long as it fits in a whole number of 128 bits;
-- beyond it DuckDB ends with an error (Out of Range), and gives no wrong sum. Three things it
-- does without a word are refused here: sums of DOUBLE, which are rounded; rows without a
-- mass, which a sum leaves out; and units that are not known.
--
-- Categories and gases are taken as they are written: that they exist is checked by
-- whatever reads the table, such as ledger.ReadCSV.
-- Texts may be ENUM, which is grouped faster: they are made text once they are few.
WITH grouped AS (
    SELECT place, year, category, gas, fuel, unit, sum(mass) AS mass, count(*) AS meters, count(mass) AS masses
    FROM meters
    GROUP BY ALL
), named AS (
    SELECT CAST(place AS VARCHAR) AS place, CAST(year AS VARCHAR) AS year, CAST(category AS VARCHAR) AS category,
           CAST(gas AS VARCHAR) AS gas, coalesce(CAST(fuel AS VARCHAR), '') AS fuel, CAST(unit AS VARCHAR) AS unit, mass, meters, masses
    FROM grouped
), in_tonnes AS (
    SELECT place, year, category, gas, fuel,
           CASE WHEN typeof(mass) NOT LIKE 'DECIMAL%' THEN error('masses are ' || typeof(mass) || ', whose sums are not exact: make them DECIMAL')
                WHEN place IS NULL OR year IS NULL OR category IS NULL OR gas IS NULL
                THEN error('a meter lacks its place, year, category or gas')
                WHEN masses < meters THEN error((meters - masses) || ' meters of ' || place || ' have no mass')
                ELSE mass END
         * CASE unit WHEN 'kg' THEN 0.001
                     WHEN 't' THEN 1.000
                     ELSE error('masses are in kg or t, and not in ' || coalesce(unit, 'no unit')) END AS mass
    FROM named
), summed AS (
    SELECT place, year, category, gas, fuel, sum(mass) AS mass
    FROM in_tonnes
    GROUP BY ALL
)
SELECT place, year, category, gas, '' AS scope, '' AS variant, '' AS status, '' AS tags,
       fuel, '' AS activity, '' AS facility,
       rtrim(rtrim(CAST(mass AS VARCHAR), '0'), '.') AS mass, 't' AS unit
FROM summed
ORDER BY place, year, category, gas, fuel;
