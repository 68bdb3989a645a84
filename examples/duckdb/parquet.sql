-- The meters of a Parquet file as a view.
--
--   SET VARIABLE file = 'meters.parquet';
CREATE OR REPLACE VIEW meters AS
SELECT place, year, category, gas, fuel, mass, unit
FROM read_parquet(getvariable('file'));
