package main

import (
	"bytes"
	"errors"
	"flag"
	"math"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/localghg/localghg/examples/internal/korean"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

const district, faults = "data/district.csv", "testdata/faults.csv"

// months are the arguments for a table of monthly sales with their sums, and more of them.
func months(more ...string) []string {
	args := []string{"-metric", "AR5", "-mapping", "data/mapping.csv", "-labels", "구분,용도", "-merged", "구분", "-unit-column", "단위",
		"-year", "2023", "-months", "added", "-thousands", ",", "-sum-rows", "용도=소계", "-sum-columns", "합계"}
	return append(append(args, more...), "data/monthly.csv")
}

func ran(t *testing.T, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(args, &out, &errs)
	return out.String(), errs.String(), status
}

// Programs side by side come to what each comes to alone: what packages keep for all is read
// and made by several goroutines.
func TestSideBySide(t *testing.T) {
	var group sync.WaitGroup
	languages := []string{"en", "ko", "en"}
	texts := make([]bytes.Buffer, len(languages))
	for i, lang := range languages {
		group.Add(1)
		go func() {
			defer group.Done()
			run([]string{"-metric", "AR5", "-explain", "-lang", lang, district}, &texts[i], &texts[i])
		}()
	}
	group.Wait()
	for i, lang := range languages {
		want, err := os.ReadFile("testdata/" + lang + ".golden")
		require.NoError(t, err)
		assert.Equal(t, string(want), texts[i].String())
	}
}

func TestGolden(t *testing.T) {
	for golden, c := range map[string]struct {
		status int
		args   []string
	}{
		"records.csv.golden": {0, []string{"-metric", "AR5", district}},
		"en.golden":          {0, []string{"-metric", "AR5", "-explain", district}},
		"ko.golden":          {0, []string{"-metric", "AR5", "-explain", "-lang", "ko", district}},
		"wide.csv.golden":    {0, months()},
		"wide_en.golden":     {0, months("-explain")},
		"wide_ko.golden":     {0, months("-explain", "-lang", "ko")},
		"faults.golden":      {1, []string{"-metric", "AR5", faults}},
		"faults_ko.golden":   {1, []string{"-metric", "AR5", "-lang", "ko", faults}},
	} {
		out, errs, status := ran(t, c.args...)
		assert.Equal(t, c.status, status, golden)
		out += errs
		path := "testdata/" + golden
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(out), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, string(want), out, golden)
	}
}

// From bills to BASIC: what is written is read as an inventory, and its totals are those
// worked out by hand.
func TestBASIC(t *testing.T) {
	out, errs, _ := ran(t, "-metric", "AR5", district)
	for line := range strings.Lines(errs) { // every factor of fuel and grid holds in the year
		assert.Regexp(t, `^line (1[4-7], II.1.1, (speed-range-not-stated|gases-not-estimated)|2[45], I.4.4, waste-burnt-for-energy): `, line)
	}
	records, report, err := ghg.ReadCSV(strings.NewReader(out), ghg.CSVFormat{Scheme: gpc.Scheme, File: "records.csv"})
	require.NoError(t, errors.Join(err, report.Err()))
	inventories, _, err := ghg.Inventories(records, gpc.Scheme, ghg.FirstVintage)
	require.NoError(t, err)
	require.Len(t, inventories, 1)
	_, err = inventories[0].Total(gpc.Basic, ghg.AR5)
	var both *ghg.VariantError
	require.ErrorAs(t, err, &both, "fuel sold and distance travelled are never added")
	byFuel, err := gpc.Basic.WithVariant(ghg.FuelBased)
	require.NoError(t, err)
	total, err := inventories[0].Total(byFuel, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, byHand().StringFixed(6), total.CO2e.Tonnes().StringFixed(6))
	byDistance, err := gpc.Basic.WithVariant(ghg.DistanceBased)
	require.NoError(t, err)
	other, err := inventories[0].Total(byDistance, ghg.AR5)
	require.NoError(t, err)
	at := func(a, b float64) float64 { return a * math.Pow(25, b) } // g/vehicle-km at 25 km/h
	small := at(1256.0382, -0.5914) + 28*(0.0341/25-0.0003) + 265*at(0.1596, -1.3285)
	lorries := at(1250.4831, -0.4630) + 28*(0.1734/25-0.0013) + 265*at(0.3417, -1.1361)
	travelled := 185*small + 312*at(1446.3728, -0.5793) + 147*lorries + 29.6*(1.6720*80+141.2224) // millions of km: t
	assert.InDelta(t, total.CO2e.Tonnes().Sub(roadByHand()).InexactFloat64()+travelled, other.CO2e.Tonnes().InexactFloat64(), 0.001)
	for _, r := range records {
		assert.Contains(t, r.Place, "(가상)", "the district is made up, and says so on every line")
		assert.Contains(t, r.Evidence.Source(), "(가상)")
		assert.Equal(t, "district.csv", r.Evidence.File())
		assert.NotEmpty(t, r.Evidence.Method())
	}
}

// Months as columns: four records of uses, none of their sums, of the year's amounts.
func TestMonths(t *testing.T) {
	out, errs, status := ran(t, months()...)
	require.True(t, status == 0 && errs == "", errs)
	records, report, err := ghg.ReadCSV(strings.NewReader(out), ghg.CSVFormat{Scheme: gpc.Scheme, File: "records.csv"})
	require.NoError(t, errors.Join(err, report.Err()))
	inventories, _, err := ghg.Inventories(records, gpc.Scheme, ghg.FirstVintage)
	require.NoError(t, err)
	require.Len(t, inventories, 1)
	total, err := inventories[0].Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	var h hand
	h.korean("35540", "0.0385", "15.236", "5", "0.1") // city gas of homes
	h.korean("10610", "0.0385", "15.236", "5", "0.1") // and of offices
	h.add("396005", "0.4173")
	h.add("525500", "0.4173")
	assert.Equal(t, h.sum.StringFixed(6), total.CO2e.Tonnes().StringFixed(6))
	assert.NotContains(t, out, "소계")
	for _, wrong := range [][]string{{"-months", ""}, {"-unit", "MWh"}, {"-sum-rows", "소계"}, {"-mapping", "no/such.csv"},
		{"-labels", "없음"}, {"-mapping", "testdata/mapping.csv"}} {
		_, errs, status := ran(t, months(wrong...)...)
		assert.True(t, status == 2 && errs != "", wrong)
	}
}

// hand adds up products of numbers as they are written.
type hand struct{ sum decimal.Decimal }

func (h *hand) add(factors ...string) { h.ratio(1, 1, factors...) }

// ratio adds a product × a/b, such as 44/12 of carbon.
func (h *hand) ratio(a, b int64, factors ...string) {
	p := decimal.New(a, 0)
	for _, f := range factors {
		p = p.Mul(decimal.RequireFromString(f))
	}
	h.sum = h.sum.Add(p.DivRound(decimal.New(b, 0), 24))
}

// korean is fuel by its carbon, in t C/TJ, and ipcc by its CO2, in kg/TJ; CH4 and N2O by AR5.
func (h *hand) korean(amount, tj, carbon, ch4, n2o string) {
	h.ratio(44, 12, amount, tj, carbon)
	h.add(amount, tj, ch4, "0.028")
	h.add(amount, tj, n2o, "0.265")
}

func (h *hand) ipcc(amount, tj, co2, ch4, n2o string) {
	h.add(amount, tj, co2, "0.001")
	h.add(amount, tj, ch4, "0.028")
	h.add(amount, tj, n2o, "0.265")
}

// roadByHand is fuel sold for vehicles, in t CO2e by AR5.
func roadByHand() decimal.Decimal {
	var h hand
	h.korean("58300", "0.0353", "20.09", "3.9", "3.9") // diesel: TJ/kL, t C/TJ
	h.ipcc("30900", "0.0443", "69300", "25", "8")      // petrol: TJ/t, kg CO2/TJ
	h.ipcc("9210", "0.0473", "63100", "62", "0.2")     // LPG
	return h.sum
}

// byHand is BASIC of the district with fuel sold, in t CO2e by AR5, by arithmetic alone.
func byHand() decimal.Decimal {
	h := hand{roadByHand()}
	h.korean("41350", "0.0385", "15.236", "5", "0.1") // homes, city gas: TJ/thousand Nm3
	h.ipcc("990", "0.0438", "71900", "10", "0.6")     // kerosene
	h.korean("12480", "0.0385", "15.236", "5", "0.1") // trade
	h.korean("318.5", "0.0353", "20.09", "10", "0.6") // offices
	h.korean("5260", "0.0385", "15.236", "1", "0.1")  // industry
	for _, mwh := range []string{"398200", "512700", "187400", "4130"} {
		h.add(mwh, "0.4173")
	}
	for _, f := range [][2]string{{"52.792", "1"}, {"0.0054446", "28"}, {"0.0008832", "265"}} { // heat, t/TJ
		h.add("61500", "0.0041868", f[0], f[1])
	}
	for _, l := range [][2]string{{"1920", "0.4"}, {"540", "0.24"}, {"310", "0.43"}} { // landfill: DOC
		h.ratio(16, 12, l[0], l[1], "0.5", "0.5", "0.8", "0.9", "28")
	}
	h.add("9800", "0.004", "28") // compost
	h.add("9800", "0.00024", "265")
	h.add("5600", "0.0008", "28")                        // digestion
	h.add("23000", "0.04", "365", "0.6", "0.5", "0.028") // septic tanks
	h.add("8200", "7", "2.7", "0.25", "0.3", "0.028")    // dairy
	h.add("435000", "0.947", "1.25", "0.0032", "0.265")  // N2O of plants, and of nitrogen less theirs
	h.ratio(44, 28, "435000", "36", "0.16", "1.1", "1.25", "0.005", "0.265")
	h.ratio(-1, 1, "435000", "0.947", "1.25", "0.0032", "0.005", "0.265")
	return h.sum
}

// Every derivation replays, and any digit changed in one is told.
func TestDerivations(t *testing.T) {
	sheet, report, err := read(district, ghg.CSVFormat{}, "AR5", wideFlags{})
	require.NoError(t, errors.Join(err, report.Err()))
	var all []derivation.Derivation
	for line := range sheet.Lines() {
		d, found := sheet.Explain(line)
		require.True(t, found)
		all = append(all, d)
	}
	tally := derivationtest.Tampered(t, all...)
	t.Logf("%+v", tally)
	assert.Equal(t, 28, tally.Derivations)
	assert.Positive(t, tally.Named)
}

// In Korean nothing is left in English but units, citations and names of sets and fuels as
// tables have them.
func TestKorean(t *testing.T) {
	asWritten := strings.Fields("Fuel Energy stated per net Biogenic Carbon Oxidation Ratio nonfossil " +
		"thousand Nm3 MJ TJ kL Gcal kmol eq Ch2 " +
		"NCV all rec DOCf activity ncv kerosene Set InForceOn AR5Split AR5Feedback AR6Single " +
		"ten vehicle v0 Ln ln exp Bo Days day Protein protein person yr sludge effluent plant plants product dm biogenic fossil " +
		"wet waste CO2b Records Format SumRows " +
		"passenger car mini gasoline small diesel medium truck basis weight dry") // what may be written, in both languages
	for _, args := range [][]string{
		{"-explain", district}, {"-explain", faults}, {"-metric", "AR9", district}, {}, {district, faults}, {"no/such.csv"},
		months("-explain"), months("-explain", "-sum-rows", ""), months("-mapping", "testdata/mapping.csv"),
	} {
		out, errs, _ := ran(t, append([]string{"-lang", "ko"}, args...)...)
		for line := range strings.Lines(out + errs) { // sources stand behind the term
			line, _, _ = strings.Cut(line, "; 출처: ")
			line, _, _ = strings.Cut(line, "; 식 출처: ")
			assert.Empty(t, korean.English(line, asWritten...), "%v: %s", args, line)
		}
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{}, {"-lang", "fr", district}, {"-metric", "AR9", district}, {"no/such.csv"},
		{"-delimiter", ";;", district}} {
		out, errs, status := ran(t, args...)
		assert.Equal(t, 2, status, args)
		assert.Empty(t, out)
		assert.NotEmpty(t, errs)
	}
	_, _, status := ran(t, "-help")
	assert.Zero(t, status)
	for _, args := range [][]string{{district}, {"-explain", district}} {
		assert.Equal(t, 2, run(args, full{}, &bytes.Buffer{}))
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }
