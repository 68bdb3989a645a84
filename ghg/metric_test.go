package ghg_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMethaneByMetric(t *testing.T) {
	for m, want := range map[ghg.Metric][3]string{ // origin not stated, fossil, not fossil
		ghg.SAR: {"21", "21", "21"}, ghg.TAR: {"23", "23", "23"}, ghg.AR4: {"25", "25", "25"}, ghg.CFR98: {"25", "25", "25"},
		ghg.AR5: {"28", "28", "28"}, ghg.AR5Split: {"", "30", "28"}, ghg.AR5Feedback: {"34", "34", "34"},
		ghg.AR6: {"", "29.8", "27"}, ghg.AR6Single: {"27.9", "27.9", "27.9"},
		ghg.TARGWP20: {"62", "62", "62"}, ghg.AR4GWP20: {"72", "72", "72"}, ghg.AR5GWP20: {"84", "84", "84"},
		ghg.AR6GWP20: {"81.2", "81.2", "81.2"},
	} {
		for i, g := range []ghg.Gas{ghg.CH4, ghg.CH4Fossil, ghg.CH4NonFossil} {
			gwp, err := m.GWP(g)
			if want[i] == "" {
				assert.ErrorContains(t, err, "state CH4-fossil or CH4-nonfossil")
				continue
			}
			require.NoError(t, err)
			assert.True(t, gwp.Equal(dec(want[i])), "%s %s is %s", m, g, gwp)
		}
	}
}

func TestGWPOfWhatIsNoSpecies(t *testing.T) {
	for m := range ghg.AllMetrics() {
		gwp, err := m.GWP(ghg.CO2)
		require.NoError(t, err)
		assert.True(t, gwp.Equal(dec("1")), m.String())
		gwp, err = m.GWP(ghg.CO2Biogenic)
		require.NoError(t, err)
		assert.True(t, gwp.IsZero(), m.String())
		_, err = m.GWP(ghg.Gas{})
		assert.EqualError(t, err, "metric "+m.String()+" has no factor for all gases together: name the gas")
	}
}

func TestUnstatedMetric(t *testing.T) {
	gwp, err := ghg.Unstated.GWP(ghg.CO2)
	require.NoError(t, err)
	assert.Equal(t, "1", gwp.String())
	_, err = ghg.Unstated.GWP(ghg.CH4)
	assert.EqualError(t, err, "a mass of CH4 cannot join figures of unstated metric: state the metric")
	_, err = ghg.Unstated.GWP(ghg.MustGas("R-410A"))
	assert.EqualError(t, err, "a mass of HFC-32 (a constituent of R-410A) cannot join figures of unstated metric: state the metric")
	assert.Equal(t, "unstated", ghg.Unstated.String())
	assert.Equal(t, ghg.MetricID(""), ghg.Unstated.ID())
	assert.Equal(t, "metric not stated", ghg.Unstated.Title())
	assert.False(t, ghg.Unstated.IsZero())
}

func TestZeroMetricIsRefused(t *testing.T) {
	var m ghg.Metric
	assert.True(t, m.IsZero())
	assert.Equal(t, "no metric", m.Title())
	assert.Empty(t, m.Source())
	assert.Empty(t, m.ID())
	_, err := m.GWP(ghg.CO2)
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, err = m.GWP(ghg.CO2Biogenic)
	assert.ErrorIs(t, err, ghg.ErrNoMetric, "memo items as well")
}

func TestNoFactorError(t *testing.T) {
	_, err := ghg.AR6GWP20.GWP(ghg.SF6)
	assert.EqualError(t, err, "metric AR6-GWP20 has no factor for SF6")
	var none *ghg.NoFactorError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, ghg.NoFactorError{Gas: ghg.SF6, Metric: "AR6-GWP20"}, *none)
	_, err = ghg.AR4.GWP(ghg.MustGas("R-402A"))
	assert.EqualError(t, err, "metric AR4 has no factor for C3H8 (a constituent of R-402A): "+
		"ask for AR4-BasketOnly to count the constituents of the basket only")
	_, err = ghg.AR5.GWP(ghg.MustGas("HCFC-31"))
	assert.EqualError(t, err, "metric AR5 has no factor for HCFC-31", "of no blend")
	m := ownMetric(t, "m", map[ghg.Gas]decimal.Decimal{ghg.MustGas("HFC-32"): dec("675")})
	_, err = m.GWP(ghg.MustGas("R-410A"))
	assert.EqualError(t, err, "metric "+m.String()+" has no factor for HFC-125 (a constituent of R-410A)", "it is in the basket")
	_, err = ghg.AR6.GWP(ghg.MustGas("R-411A"))
	assert.ErrorContains(t, err, "metric AR6 has no factor for HO-1270")
}

func TestAllMetrics(t *testing.T) {
	ids := map[ghg.MetricID]bool{}
	var order []string
	for m := range ghg.AllMetrics() {
		assert.False(t, ids[m.ID()], m.String())
		ids[m.ID()] = true
		order = append(order, m.String())
		assert.Contains(t, m.Source(), "ghg/data/gwp.tsv, edition 2, column ")
		assert.Contains(t, m.Title(), "GWP")
		same, err := ghg.ParseMetric(m.String())
		require.NoError(t, err)
		assert.Equal(t, m.ID(), same.ID())
	}
	assert.Equal(t, "SAR TAR AR4 CFR98 AR5 AR5Split AR5Feedback AR6 AR6Single TAR-GWP20 AR4-GWP20 AR5-GWP20 AR6-GWP20",
		strings.Join(order, " "))
	for range ghg.AllMetrics() {
		break
	}
}

func TestParseMetric(t *testing.T) {
	for text, want := range map[string]ghg.Metric{
		"AR5": ghg.AR5, "ar5": ghg.AR5, "AR5 GWP100": ghg.AR5, "AR5_GWP100": ghg.AR5, "AR5-GWP100": ghg.AR5,
		"AR2": ghg.SAR, "AR3": ghg.TAR, "AR5CCF": ghg.AR5Feedback, "ar5 split": ghg.AR5Split, "AR6 single": ghg.AR6Single,
		"AR4GWP20": ghg.AR4GWP20, "TAR GWP20": ghg.TARGWP20, "": ghg.Unstated, "  ": ghg.Unstated, "Unstated": ghg.Unstated,
	} {
		m, err := ghg.ParseMetric(text)
		require.NoError(t, err, text)
		assert.Equal(t, want.ID(), m.ID(), text)
	}
	_, err := ghg.ParseMetric("AR6GWP100")
	assert.EqualError(t, err, `unknown metric "AR6GWP100": allowed are SAR, TAR, AR4, CFR98, AR5, AR5Split, AR5Feedback, AR6,`+
		` AR6Single, TAR-GWP20, AR4-GWP20, AR5-GWP20, AR6-GWP20`,
		"with one value for methane, or two?")
	own := ownMetric(t, "city", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("28")})
	m, err := ghg.ParseMetric(own.String(), ghg.Metric{}, own)
	require.NoError(t, err)
	assert.Equal(t, own.ID(), m.ID())
	_, err = ghg.ParseMetric(own.String())
	assert.Error(t, err, "not handed over")
	_, err = ghg.ParseMetric("city", ghg.Metric{}, own)
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "city", unknown.ID)
	assert.Len(t, unknown.Allowed, 14)
	assert.Equal(t, own.String(), unknown.Allowed[13], "its own ones come last")
}

func ownMetric(t *testing.T, name string, gwp map[ghg.Gas]decimal.Decimal) ghg.Metric {
	t.Helper()
	m, err := ghg.NewMetric(name, "city council, 2020", gwp)
	require.NoError(t, err)
	return m
}

func TestNewMetric(t *testing.T) {
	table := map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("28"), ghg.CH4Fossil: dec("30"), ghg.CO2: dec("1.0"),
		ghg.MustGas("HFC-32"): dec("700"), ghg.MustGas("HFC-134a"): dec("1400"), ghg.MustGas("HFC-125"): dec("3500")}
	m := ownMetric(t, "city-2020", table)
	table[ghg.CH4] = dec("1") // the metric has its own copy
	for g, want := range map[ghg.Gas]string{ghg.CO2: "1", ghg.CH4: "28", ghg.CH4Fossil: "30", ghg.CH4NonFossil: "28",
		ghg.MustGas("R-407C"): "1764", // 700 × 23 % + 3500 × 25 % + 1400 × 52 %
		ghg.CO2Biogenic:       "0"} {
		gwp, err := m.GWP(g)
		require.NoError(t, err, g.String())
		assert.True(t, gwp.Equal(dec(want)), "%s is %s", g, gwp)
	}
	_, err := m.GWP(ghg.N2O)
	assert.EqualError(t, err, "metric "+m.String()+" has no factor for N2O")
	assert.Equal(t, "city-2020", m.Title())
	assert.Equal(t, "city council, 2020", m.Source())
}

// A blend's own value counts, not that of its constituents.
func TestOwnBlend(t *testing.T) {
	r410a := ghg.MustGas("R-410A")
	m := ownMetric(t, "label", map[ghg.Gas]decimal.Decimal{r410a: dec("2088"), ghg.MustGas("HFC-32"): dec("675"),
		ghg.MustGas("HFC-125"): dec("3500")})
	gwp, err := m.GWP(r410a)
	require.NoError(t, err)
	assert.Equal(t, "2088", gwp.String())
}

func TestMetricIDIsThatOfItsTable(t *testing.T) {
	a := ownMetric(t, "city", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("28"), ghg.N2O: dec("265")})
	for name, m := range map[string]ghg.Metric{
		"the same table":    ownMetric(t, "city", map[ghg.Gas]decimal.Decimal{ghg.N2O: dec("265.00"), ghg.CH4: dec("28.0")}),
		"CO2 given as well": ownMetric(t, "city", map[ghg.Gas]decimal.Decimal{ghg.N2O: dec("265"), ghg.CH4: dec("28"), ghg.CO2: dec("1")}),
	} {
		assert.Equal(t, a.ID(), m.ID(), name)
	}
	for name, m := range map[string]ghg.Metric{
		"another value": ownMetric(t, "city", map[ghg.Gas]decimal.Decimal{ghg.N2O: dec("265"), ghg.CH4: dec("28.1")}),
		"one gas less":  ownMetric(t, "city", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("28")}),
		"another name":  ownMetric(t, "City", map[ghg.Gas]decimal.Decimal{ghg.N2O: dec("265"), ghg.CH4: dec("28")}),
	} {
		assert.NotEqual(t, a.ID(), m.ID(), name)
	}
	assert.Regexp(t, `^city@[0-9a-f]{32}$`, a.String())
}

func TestNewMetricRefuses(t *testing.T) {
	ok := map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("28")}
	for n, fine := range map[int]bool{199: true, 200: true, 201: false, 0: false} {
		_, err := ghg.NewMetric(strings.Repeat("m", n), "source", ok)
		assert.Equal(t, fine, err == nil, "a name of %d bytes", n)
	}
	_, err := ghg.NewMetric("m", "", ok)
	assert.EqualError(t, err, "metric m, source: the document of its values is needed")
	_, err = ghg.NewMetric("m", "s", map[ghg.Gas]decimal.Decimal{{}: dec("28")})
	assert.EqualError(t, err, `metric m, gas: a GWP needs a gas that counts`)
	_, err = ghg.NewMetric("m", "s", map[ghg.Gas]decimal.Decimal{ghg.CO2Biogenic: dec("1")})
	assert.EqualError(t, err, `metric m, gas "CO2(b)": a GWP needs a gas that counts`)
	_, err = ghg.NewMetric("m", "s", map[ghg.Gas]decimal.Decimal{ghg.CO2: dec("1.01")})
	assert.EqualError(t, err, `metric m, CO2, GWP "1.01": CO2 counts 1 by definition`)
	_, err = ghg.NewMetric("m", "s", map[ghg.Gas]decimal.Decimal{ghg.SF6: dec("-1")})
	assert.EqualError(t, err, `metric m, SF6, GWP "-1": it is below 0`)
	_, err = ghg.NewMetric("m", "s", map[ghg.Gas]decimal.Decimal{ghg.SF6: dec("0")})
	assert.NoError(t, err)
	_, err = ghg.NewMetric("m", "s", map[ghg.Gas]decimal.Decimal{ghg.SF6: decimal.New(1, 40)})
	assert.ErrorContains(t, err, `metric m, SF6, GWP "out of bounds": a number`)
	_, err = ghg.NewMetric("", "", map[ghg.Gas]decimal.Decimal{ghg.SF6: dec("-1"), ghg.CO2: dec("2")})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 4, faults.Len(), "all at once")
}
