-- The meters of a CSV file as a view, with masses of at most 18 digits, 3 of them behind the
-- point. A CAST alone rounds 0.1234 to 0.123 without a word: the text is looked at first.
--
--   SET VARIABLE file = 'meters.csv';
CREATE OR REPLACE VIEW meters AS
SELECT place, year, category, gas, fuel,
       CASE WHEN regexp_full_match(mass, '-?[0-9]{1,15}(\.[0-9]{1,3})?') THEN CAST(mass AS DECIMAL(18, 3))
            ELSE error('a mass with more than 15 digits, or 3 places, or that is no number: ' || coalesce(mass, 'empty')) END AS mass,
       unit
FROM read_csv(getvariable('file'), all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');
