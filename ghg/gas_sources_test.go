package ghg_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The tables of gases held against what they were made from.

// reference is the folder of the tables that ours were made from, if it is
// there.
func reference(t *testing.T, name string) string {
	t.Helper()
	folder := os.Getenv("LOCALGHG_DATA")
	if folder == "" {
		t.Skip("LOCALGHG_DATA names no folder")
	}
	return filepath.Join(folder, "reference", name)
}

// added are the cells that edition 2 filled, by species and column.
func added(t *testing.T) map[[2]string]string {
	t.Helper()
	header, rows := tsv(t, "testdata/gwp_added.tsv")
	cells := map[[2]string]string{}
	for _, row := range rows {
		cells[[2]string{row[header["species"]], row[header["column"]]}] = row[header["value"]]
	}
	require.Len(t, cells, len(rows), "none is there twice")
	return cells
}

func TestAddedCells(t *testing.T) {
	header, rows := tsv(t, "data/gwp.tsv")
	cells := map[[2]string]string{}
	for _, row := range rows {
		for column := range header {
			cells[[2]string{row[0], column}] = row[header[column]]
		}
	}
	for at, want := range added(t) {
		assert.Equal(t, want, cells[at], "%s", at)
	}
	// Nine cells that edition 1 had blank.
	for gas, want := range map[string]string{"(CF3)2CHOCHF2": "2620", "HFE-7100": "421", "(CF3)2CFOCH3": "363", "HFE-254cb1": "301",
		"(CF3)2CHOH": "182", "CF3CH2OH": "20", "CF3CF2CH2OH": "19", "(CF3)2CHOCH3": "14", "-(CF2)4CH(OH)-": "13"} {
		assert.Equal(t, want, gwpOf(t, ghg.AR5, gas), gas)
	}
}

// Every line of Table A-1 against the table: what the rule of April 2024 left alone
// is the value of before, what it changed is another, what it added was not there.
// Its values are those of AR5 and AR6 too, in more digits where AR5 prints <1.
func TestCFR98(t *testing.T) {
	header, rows := tsv(t, "testdata/cfr98_a1.tsv")
	ours, table := tsv(t, "data/gwp.tsv")
	cas := map[string]string{}
	for _, row := range table {
		cas[row[0]] = row[ours["cas"]]
	}
	listed := map[ghg.Gas]bool{}
	var missing []string
	for _, row := range rows {
		name, value := row[header["name"]], dec(row[header["value"]]).String()
		if name == "Carbonyl fluoride" {
			_, err := ghg.ParseGas(name)
			assert.Error(t, err, "of no report, and not there before 2025")
			continue
		}
		gas, err := ghg.ParseGas(strings.ReplaceAll(name, "1-propanol", "propan-1-ol"))
		if err != nil { // its name is another
			for code, number := range cas {
				if number == row[header["cas"]] {
					gas, err = ghg.ParseGas(code)
				}
			}
		}
		require.NoError(t, err, name)
		if number := row[header["cas"]]; number != "" {
			assert.Equal(t, number, cas[gas.String()], name)
		}
		listed[gas] = true
		before, ar4, ar5, ar6 := gwpOf(t, ghg.CFR98, gas.String()), gwpOf(t, ghg.AR4, gas.String()),
			gwpOf(t, ghg.AR5, gas.String()), gwpOf(t, ghg.AR6Single, gas.String())
		switch marks := row[header["footnotes"]]; {
		case marks == "b" || marks == "c" || marks == "":
			assert.Equal(t, value, before, name)
		case marks == "e":
			assert.Equal(t, "", before, name)
			assert.True(t, dec(ar6).Round(places(value)).Equal(dec(value)) || dec(ar6).Round(1).Equal(dec(value)), "%s: %s, %s", name, value, ar6)
			continue
		case before == "":
			assert.Equal(t, "", ar4, name)
			missing = append(missing, gas.String())
		default:
			assert.NotEqual(t, value, before, name)
			if ar4 != "" {
				assert.Equal(t, ar4, before, name)
			}
		}
		if ar5 != "" && ar5 != "1" { // 1: prints <1
			assert.True(t, dec(value).Round(0).Equal(dec(ar5)), "%s: %s, %s", name, value, ar5)
		}
	}
	assert.Len(t, missing, 29)
	assert.Contains(t, ghg.CFR98.Title(), "without 29 species")
	b, err := os.ReadFile("data/gwp.tsv")
	require.NoError(t, err)
	assert.Contains(t, string(b), "Not found, and empty: "+strings.Join(missing, ", ")+".")
	for gas := range ghg.AllGases() {
		if !gas.IsBlend() && !gas.IsMemo() && gas != ghg.CH4Fossil && gas != ghg.CH4NonFossil && !listed[gas] {
			assert.Equal(t, "", gwpOf(t, ghg.CFR98, gas.String()), "%s is not in Table A-1", gas)
		}
	}
}

// places are the decimal places of a number as it is written.
func places(number string) int32 { return -dec(number).Exponent() }

// What the reference has, the table has; what the table has beyond it is in the
// list of added cells or in Table A-1, so that a blank cell is compared as any other.
func TestEverySpeciesAgainstItsSource(t *testing.T) {
	header, rows := tsv(t, reference(t, "gwp.tsv"))
	here, ours := tsv(t, "data/gwp.tsv")
	theirColumn := map[string]string{
		"SAR": "SAR_GWP100", "TAR": "TAR_GWP100", "AR4": "AR4_GWP100", "AR5": "AR5_GWP100", "AR5CCF": "AR5CCF_GWP100",
		"AR6": "AR6_GWP100", "CFR98": "CFR98_A1_GWP100", "TAR20": "TAR_GWP20", "AR4_20": "AR4_GWP20", "AR5_20": "AR5_GWP20",
		"AR6_20": "AR6_GWP20",
	}
	theirs := map[[2]string]string{} // of each substance, whatever its rows are called
	var compared, blank int
	for _, row := range rows {
		gas, err := ghg.ParseGas(strings.TrimSuffix(row[0], " (as CHBrF2)"))
		require.NoError(t, err, row[0])
		for column, name := range theirColumn {
			if at := [2]string{gas.String(), column}; row[header[name]] != "" {
				require.Empty(t, theirs[at], "%s has two values", at)
				theirs[at] = row[header[name]]
			}
		}
		if name := row[header["name"]]; name != "" && gas.String() == row[0] {
			same, err := ghg.ParseGas(strings.ReplaceAll(name, "\u2010", "-"))
			require.NoError(t, err, name)
			assert.Equal(t, gas, same, name)
		}
	}
	theirs[[2]string{"SF6", "AR6"}] = "24300" // the sources conflict
	delete(theirs, [2]string{"SF6", "AR6_20"})
	more := added(t)
	for _, row := range ours {
		for column := range theirColumn {
			at := [2]string{row[0], column}
			want, got := theirs[at], row[here[column]]
			if want == "" {
				blank++
				if want = more[at]; column == "CFR98" {
					continue // TestCFR98 has it
				}
			} else {
				assert.NotContains(t, more, at)
			}
			assert.Equal(t, want, got, "%s", at)
			compared++
		}
	}
	assert.Equal(t, [2]int{2721, 1962}, [2]int{compared, blank}, "cells compared, blank in the reference")
}

// What a second source has and the first had not stands in the table.
func TestCrossCheckedCells(t *testing.T) {
	header, rows := tsv(t, reference(t, "gwp_crosscheck.tsv"))
	metrics := map[string]ghg.Metric{"AR4_GWP100": ghg.AR4, "AR5_GWP100": ghg.AR5, "AR6GWP100": ghg.AR6Single, "AR6GWP20": ghg.AR6GWP20}
	checked := 0
	for _, row := range rows {
		metric, ours := metrics[row[header["metric"]]]
		if row[header["source_b"]] == "CFR98" {
			metric = ghg.CFR98
		}
		if ours && row[header["status"]] == "MISSING_IN_OCD" {
			checked++
			assert.Equal(t, row[header["value_b"]], gwpOf(t, metric, row[0]), "%s in %s", row[0], metric)
		}
	}
	assert.Equal(t, 54, checked)
}

func TestEveryBlendAgainstItsSource(t *testing.T) {
	header, rows := tsv(t, reference(t, "refrigerant_blends.tsv"))
	require.Len(t, rows, 126)
	// Isomers that the source leaves open.
	isomers := map[string]string{"HFO1234ze": "HFO-1234ze(E)", "HFC1336mzz": "HFO-1336mzz(Z)", "HCO1130": "HCO-1130(E)"}
	stated := 0
	for _, row := range rows {
		gas, err := ghg.ParseGas(row[header["r_number"]])
		require.NoError(t, err)
		assert.Equal(t, gas, ghg.MustGas(row[header["blend"]]))
		var parts []string
		for part, share := range gas.Components() {
			parts = append(parts, part.String()+" "+share.Fraction().Shift(2).String())
		}
		var theirs []string
		for _, s := range strings.Split(row[header["components_mass_pct"]], " + ") {
			code, percent, _ := strings.Cut(s, " ")
			if isomer, open := isomers[code]; open {
				code = isomer
			}
			g, err := ghg.ParseGas(code)
			require.NoError(t, err, "%s in %s", code, gas)
			theirs = append(theirs, g.String()+" "+dec(percent).String())
		}
		assert.Equal(t, theirs, parts, gas.String())
		for column, metric := range map[string]ghg.Metric{"AR4_GWP100": ghg.AR4, "AR5_GWP100": ghg.AR5, "AR6_GWP100": ghg.AR6} {
			gwp, err := metric.GWP(gas)
			if row[header[column]] == "" {
				assert.Error(t, err, "%s %s", gas, metric)
				continue
			}
			stated++
			require.NoError(t, err, "%s %s", gas, metric)
			assert.True(t, gwp.Equal(dec(row[header[column]])), "%s in %s is %s, stated is %s", gas, metric, gwp, row[header[column]])
		}
	}
	assert.Equal(t, 206, stated)
}
