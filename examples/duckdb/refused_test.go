package main

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What DuckDB would round, skip or mistake is refused, and gives no table.
func TestRefused(t *testing.T) {
	const row = "town,2024,I.1.1,CO2,gas,"
	for name, c := range map[string]struct{ rows, said string }{
		"places":      {row + "0.1234,kg\n", "a mass with more than 15 digits, or 3 places, or that is no number: 0.1234"},
		"digits":      {row + "1234567890123456,kg\n", "1234567890123456"},
		"exponent":    {row + "1e3,kg\n", "1e3"},
		"underscores": {row + "1_000,kg\n", "1_000"},
		"word":        {row + "many,kg\n", "many"},
		"empty":       {row + ",kg\n", "empty"},
		"unit":        {row + "1,lb\n", "masses are in kg or t, and not in lb"},
		"no unit":     {row + "1,\n", "not in no unit"},
		"no place":    {",2024,I.1.1,CO2,gas,1,kg\n", "a meter lacks its place, year, category or gas"},
		"no year":     {"town,,I.1.1,CO2,gas,1,kg\n", "a meter lacks its place, year, category or gas"},
		"no category": {"town,2024,,CO2,gas,1,kg\n", "a meter lacks its place, year, category or gas"},
		"no gas":      {"town,2024,I.1.1,,gas,1,kg\n", "a meter lacks its place, year, category or gas"},
	} {
		t.Run(name, func(t *testing.T) {
			out, said, status := ran(file(t, "meters.csv", header+row+"1,kg\n"+c.rows))
			assert.Equal(t, []any{2, ""}, []any{status, out})
			assert.Contains(t, said, c.said)
		})
	}
}

// made is a Parquet file that others made.
func made(t *testing.T, mass string) string {
	t.Helper()
	db, err := open(context.Background(), 2)
	require.NoError(t, err)
	defer db.close()
	path := filepath.Join(t.TempDir(), "others.PARQUET")
	require.NoError(t, db.run("COPY (SELECT 'town' AS place, 2024 AS year, 'I.1.1' AS category, 'CO2' AS gas, 'gas' AS fuel, "+
		mass+" AS mass, 'kg' AS unit FROM range(30)) TO "+quoted(path)+" (FORMAT parquet)"))
	return path
}

// Masses of a Parquet file that are no decimals, or lacking.
func TestParquetOfOthers(t *testing.T) {
	assert.Contains(t, table(t, made(t, "CAST(0.001 AS DECIMAL(9, 4))")), "\ntown,2024,I.1.1,CO2,,,,,gas,,,0.00003,t\n")
	for mass, why := range map[string]string{
		"0.1::DOUBLE": "masses are DOUBLE, whose sums are not exact: make them DECIMAL",
		"1":           "masses are HUGEINT",
		"CASE WHEN range > 0 THEN CAST(1 AS DECIMAL(4, 1)) END": "1 meters of town have no mass",
	} {
		out, said, status := ran(made(t, mass))
		assert.Equal(t, []any{2, ""}, []any{status, out}, mass)
		assert.Contains(t, said, why, mass)
	}
}

// A sum that outgrows the decimals of DuckDB is an error that says what to do; the ledger's
// sums have room for it.
func TestOverflow(t *testing.T) {
	for _, mass := range []string{
		"CAST('9999999999999999999999999999999999.9999' AS DECIMAL(38, 4))", // in the sum
		"CAST('500000000000000000000000000000000.0001' AS DECIMAL(38, 4))",  // in tonnes of the sum, which is of 39 digits
	} {
		out, said, status := ran(made(t, mass))
		assert.Equal(t, []any{2, ""}, []any{status, out}, mass)
		assert.Contains(t, said, "a sum has more digits than the 38 of a DECIMAL: sum parts of the file", mass)
	}
	assert.Contains(t, table(t, made(t, "CAST('300000000000000000000000000000000.0001' AS DECIMAL(38, 4))")),
		",9000000000000000000000000000000.000003,t\n")

	rows := ""
	for range 30 {
		rows += "town,2024,I.1.1,CO2,gas,9999999999999999999999999999999999.9999,kg\n"
	}
	assert.Contains(t, meters(t, "-table", file(t, "meters.csv", header+rows)), ",299999999999999999999999999999999.999997,t\n")
}

func TestWrongUse(t *testing.T) {
	csv := file(t, "meters.csv", hard)
	for _, args := range [][]string{{}, {csv, csv}, {"-threads", "0", csv}, {"-threads", "1001", csv}, {"-times", "-1", csv},
		{"-times", "1001", csv}, {"-no-flag"}, {"no/such.csv"}, {"-parquet", "no/such/folder.parquet", csv},
		{"-times", "1", file(t, "no.csv", "a,b\n1,2\n")}} {
		out, said, status := ran(args...)
		assert.Equal(t, []any{2, ""}, []any{status, out}, args)
		assert.NotEmpty(t, said, args)
	}
	_, _, status := ran("-h")
	assert.Zero(t, status)
}
