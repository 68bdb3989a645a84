package ghg_test

import (
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The tables as the package embeds them, read here in another way.

func tsv(t *testing.T, path string) (header map[string]int, rows [][]string) {
	t.Helper()
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	for _, l := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		cells := strings.Split(l, "\t")
		switch {
		case strings.HasPrefix(l, "#"):
		case header == nil:
			header = map[string]int{}
			for i, c := range cells {
				header[c] = i
			}
		default:
			require.Len(t, cells, len(header), l)
			rows = append(rows, cells)
		}
	}
	return header, rows
}

// tableMetrics are the metrics that read a column of data/gwp.tsv.
var tableMetrics = map[string][]ghg.Metric{
	"SAR": {ghg.SAR}, "TAR": {ghg.TAR}, "AR4": {ghg.AR4}, "AR5": {ghg.AR5, ghg.AR5Split}, "AR5CCF": {ghg.AR5Feedback},
	"AR6": {ghg.AR6, ghg.AR6Single}, "CFR98": {ghg.CFR98},
	"TAR20": {ghg.TARGWP20}, "AR4_20": {ghg.AR4GWP20}, "AR5_20": {ghg.AR5GWP20}, "AR6_20": {ghg.AR6GWP20},
}

// splits says which metrics tell methane by its origin.
var splits = map[ghg.Metric]bool{ghg.AR5Split: true, ghg.AR6: true}

func TestEverySpecies(t *testing.T) {
	header, rows := tsv(t, "data/gwp.tsv")
	require.Len(t, header, 18)
	values, aliases := 0, 0
	for _, row := range rows {
		code := row[header["species"]]
		gas, err := ghg.ParseGas(code)
		require.NoError(t, err)
		assert.Equal(t, code, gas.String())
		assert.Equal(t, row[header["family"]], gas.Family(), code)
		if name := row[header["name"]]; name != "" {
			assert.Equal(t, name, gas.Name(), code)
		} else {
			assert.Equal(t, code, gas.Name())
		}
		assert.Equal(t, row[header["note"]], gas.Note(), code)
		assert.False(t, gas.IsBlend(), code)
		for _, alias := range strings.Split(row[header["aliases"]], " | ") {
			if alias == "" {
				continue
			}
			aliases++
			same, err := ghg.ParseGas(alias)
			require.NoError(t, err, alias)
			assert.Equal(t, gas, same, "%s is another name of %s", alias, code)
		}
		for column, metrics := range tableMetrics {
			cell := row[header[column]]
			if cell != "" {
				values++
				assert.False(t, dec(cell).IsNegative(), "%s %s", code, column)
			}
			for _, metric := range metrics {
				gwp, err := metric.GWP(gas)
				switch {
				case splits[metric] && gas == ghg.CH4:
					assert.Error(t, err, "%s: origin not stated", metric)
				case !splits[metric] && (gas == ghg.CH4Fossil || gas == ghg.CH4NonFossil):
					any, anyErr := metric.GWP(ghg.CH4)
					assert.True(t, err == nil && anyErr == nil && gwp.Equal(any), "%s: one value for methane", metric)
				case cell == "":
					var none *ghg.NoFactorError
					require.ErrorAs(t, err, &none, "%s %s", code, metric)
					assert.Equal(t, ghg.NoFactorError{Gas: gas, Metric: metric.ID()}, *none)
				default:
					require.NoError(t, err, "%s %s", code, metric)
					assert.True(t, gwp.Equal(dec(cell)), "%s %s", code, metric)
				}
			}
		}
	}
	assert.Equal(t, [3]int{268, 1447, 396}, [3]int{len(rows), values, aliases}, "rows, cells with a value, aliases")
}

func TestEveryBlend(t *testing.T) {
	header, rows := tsv(t, "data/blends.tsv")
	require.Len(t, rows, 126)
	for _, row := range rows {
		code := row[header["blend"]]
		gas, err := ghg.ParseGas(code)
		require.NoError(t, err)
		assert.Equal(t, code, gas.String())
		assert.Equal(t, row[header["family"]], gas.Family())
		assert.True(t, gas.IsBlend(), code)
		for _, alias := range strings.Split(row[header["alias"]], " | ") {
			assert.Equal(t, gas, ghg.MustGas(alias), code)
		}
		var sum decimal.Decimal
		var parts []string
		for part, share := range gas.Components() {
			assert.False(t, part.IsZero() || part.IsBlend(), code)
			assert.True(t, share.Fraction().IsPositive(), code)
			sum = sum.Add(share.Fraction())
			parts = append(parts, part.String()+" "+share.Fraction().Shift(2).String())
		}
		assert.True(t, sum.Equal(dec("1")), "%s adds up to 100 %%", code)
		assert.Equal(t, strings.ReplaceAll(row[header["components"]], ".0", ""), strings.Join(parts, " + "))
	}
}

// No spelling that is written in the tables means two gases, in whatever way it is
// folded, but for the formula of methane; and each means its row.
func TestNoAliasMeansTwoGases(t *testing.T) {
	fold := strings.NewReplacer("-", "", " ", "")
	seen := map[string]string{}
	see := func(code, spelling string) {
		if spelling == "" {
			return
		}
		f := strings.ToUpper(fold.Replace(spelling))
		if other, taken := seen[f]; taken {
			assert.Equal(t, other, code, "%s", spelling)
		}
		seen[f] = code
		gas, err := ghg.ParseGas(spelling)
		require.NoError(t, err, spelling)
		assert.Equal(t, code, gas.String(), spelling)
	}
	header, rows := tsv(t, "data/gwp.tsv")
	for _, row := range rows {
		see(row[0], row[0])
		see(row[0], row[header["name"]])
		if row[0] != "CH4-fossil" && row[0] != "CH4-nonfossil" {
			see(row[0], row[header["formula"]])
		}
		for _, alias := range strings.Split(row[header["aliases"]], " | ") {
			see(row[0], alias)
		}
	}
	_, rows = tsv(t, "data/blends.tsv")
	for _, row := range rows {
		see(row[0], row[0])
		for _, alias := range strings.Split(row[2], " | ") {
			see(row[0], alias)
		}
	}
	for _, s := range []string{"CO2(b)", "CO2b", "CO2-biogenic", "biogenic CO2", "CO2 (bio)", "생물기원 이산화탄소"} {
		see("CO2(b)", s)
		assert.Equal(t, ghg.CO2Biogenic, ghg.MustGas(s), s)
	}
}

// Two rows are two substances: no CAS number stands twice but where a report gives
// that of a substance to another, and no two rows have one formula.
func TestRowsAreSubstances(t *testing.T) {
	header, rows := tsv(t, "data/gwp.tsv")
	for column, shared := range map[string]map[string]int{
		"cas":     {"74-82-8": 3, "163702-05-4": 2, "188690-77-9": 2},
		"formula": {"CH4": 3},
	} {
		times := map[string]int{}
		for _, row := range rows {
			if v := row[header[column]]; v != "" {
				times[v]++
			}
		}
		for v, n := range times {
			if n > 1 {
				assert.Equal(t, shared[v], n, "%s %s", column, v)
			}
		}
	}
	for one, other := range map[string]string{
		"HFE-7200": "HFE-569sf2", "HG-10": "HFE-236ca12", "HG-01": "HFE-338pcc13", "H-Galden 1040x": "HFE-43-10pccc124",
		"HFE-254cb2": "HFE-254cb1", "HFE-263mf": "HFE-263fb2", "HFE-7100": "HFE-449s1", "HFE-338mmz1": "(CF3)2CHOCHF2",
		"HFE7200": "HFE-569sf2", "HGalden1040x": "HFE-43-10pccc124", "HFE7100": "HFE-449s1", "HFE254cb2": "HFE-254cb1", // of edition 1
	} {
		assert.Equal(t, other, ghg.MustGas(one).String(), one)
	}
	for code, want := range map[string][4]string{ // TAR, AR4, AR5, AR6: each had a part of these
		"HFE-7200": {"55", "59", "57", "60.7"}, "HG-10": {"2700", "2800", "5350", "6060"}, "HG-01": {"1500", "1500", "2910", "3320"},
		"H-Galden 1040x": {"1800", "1870", "2820", "3220"}, "HFE-254cb2": {"30", "359", "301", "328"}, "HFE-7100": {"390", "297", "421", "460"},
	} {
		for i, metric := range []ghg.Metric{ghg.TAR, ghg.AR4, ghg.AR5, ghg.AR6} {
			assert.Equal(t, want[i], gwpOf(t, metric, code), "%s in %s", code, metric)
		}
	}
}

// gwpOf is a factor of the table as text, and "" where it has none.
func gwpOf(t *testing.T, metric ghg.Metric, gas string) string {
	t.Helper()
	gwp, err := metric.GWP(ghg.MustGas(gas))
	if err != nil {
		require.ErrorAs(t, err, new(*ghg.NoFactorError))
		return ""
	}
	return gwp.String()
}

// The header says which edition it is, and Metric.Source says it too.
func TestEditionOfTheTable(t *testing.T) {
	b, err := os.ReadFile("data/gwp.tsv")
	require.NoError(t, err)
	assert.Contains(t, string(b), "\n# edition: 2\n")
	assert.Equal(t, "ghg/data/gwp.tsv, edition 2, column CFR98", ghg.CFR98.Source())
}

// Facts: mass-weighted GWP100 of blends in AR4, AR5 and AR6, computed by hand
// from ANSI/ASHRAE 34-2019. "": a constituent has no value in that report.
func TestBlendGWPs(t *testing.T) {
	for code, want := range map[string][3]string{
		"R-400":  {"10450", "9395", "10965"}, // (10900 + 10000)/2, ...
		"R-401A": {"1182.48", "1129.92", "1263.1"},
		"R-402A": {"", "", "2988.8004"}, // propane has a value in AR6 only
		"R-404A": {"3921.6", "3942.8", "4728"},
		"R-405A": {"5327.73", "4965.06", "5354.98"},
		"R-407C": {"1773.85", "1624.21", "1907.93"},
		"R-410A": {"2087.5", "1923.5", "2255.5"},
		"R-440A": {"", "", "184.87212"},
		"R-500":  {"8076.688", "7563.756", "9267.968"},
		"R-507A": {"3985", "3985", "4775"},
		"R-406A": {"", "", ""}, // isobutane has none
	} {
		for i, metric := range []ghg.Metric{ghg.AR4, ghg.AR5, ghg.AR6} {
			gwp, err := metric.GWP(ghg.MustGas(code))
			if want[i] == "" {
				var none *ghg.NoFactorError
				require.ErrorAs(t, err, &none, "%s %s", code, metric)
				assert.Equal(t, code, none.Within.String())
				continue
			}
			require.NoError(t, err)
			assert.True(t, gwp.Equal(dec(want[i])), "%s in %s is %s", code, metric, gwp)
		}
	}
}
