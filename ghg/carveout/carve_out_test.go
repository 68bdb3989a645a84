package carveout_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func townTotals() carveout.Totals {
	return carveout.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both}
}

func TestCarveOutRefusals(t *testing.T) {
	r := must(carveout.NewRegister(townRegister(mill())))
	other := must(ghg.NewYearly("village", published, ghg.AR5, nil))
	ar6 := must(ghg.NewYearly("town", published, ghg.AR6, nil))
	crf := ghg.MustDeclaredView("managed authority", "town")
	sector := func(s carveout.Sector) carveout.Totals {
		x := townTotals()
		x.Sectors = []carveout.Sector{s}
		return x
	}
	foreign := townRegister(mill())
	foreign.Scheme = must(ghg.NewScheme(ghg.SchemeDefinition{ID: "own", Names: []string{"own"}, Title: "own", Source: "s",
		Nodes: []ghg.Node{{Code: "1", Name: "all", Reportable: true}}}))
	foreign.Facilities = nil
	for name, x := range map[string]struct {
		r      carveout.Register
		totals carveout.Totals
		as     ghg.View
		want   string
	}{
		"place":            {r, carveout.Totals{Citywide: other, Scopes: both}, managedView, `place "town" and "village"`},
		"no series":        {r, carveout.Totals{Scopes: both}, managedView, "no view given"},
		"no view":          {r, townTotals(), ghg.View{}, "no view given"},
		"view of a scheme": {r, townTotals(), gpc.Basic, "needs a declared view"},
		"same view":        {r, townTotals(), published, "needs one of its own"},
		"edition": {r, carveout.Totals{Citywide: citywide(gpc.Basic, map[int]string{2021: "1"})}, crf,
			"do not meet: view managed authority"},
		"metric":    {r, carveout.Totals{Citywide: ar6, Scopes: both}, managedView, "do not meet"},
		"no scopes": {r, carveout.Totals{Citywide: townTotals().Citywide}, managedView, "say which scopes its total holds"},
		"odd scope": {r, carveout.Totals{Citywide: townTotals().Citywide, Scopes: []ghg.Scope{0}}, managedView,
			"a total holds scope 1, 2 or 3"},
		"needless scopes": {r, carveout.Totals{Citywide: citywide(gpc.Basic, map[int]string{2021: "812000"}), Scopes: both}, inGPC,
			"leave them out"},
		"scheme": {must(carveout.NewRegister(foreign)),
			carveout.Totals{Citywide: citywide(gpc.Basic, map[int]string{2021: "1"})}, inGPC, "do not meet: edition own@"},
		"sector unknown": {r, sector(carveout.Sector{Category: category("X")}), managedView, "categories of GPC 1.1 are allowed, each once"},
		"sector scheme":  {r, sector(carveout.Sector{Category: ghg.Category{Scheme: "own", Code: "I.3"}}), managedView, "each once"},
		"sector metric": {r, sector(carveout.Sector{Category: category("I.3"),
			ByYear: map[int]ghg.CO2e{2021: ghg.MustCO2e("1 tCO2e")}}), managedView, `sector GPC 1.1 I.3 in 2021, total "1 tCO2e": CO2e on metric`},
		"sector no year": {r, sector(carveout.Sector{Category: category("I.3")}), managedView,
			"sector GPC 1.1 I.3: no figure for 2021: it holds sites in that year"},
		"sectors twice": {r, carveout.Totals{Citywide: townTotals().Citywide, Scopes: both, Sectors: []carveout.Sector{
			{Category: category("I"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}, {Category: category("I"),
				ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView, "each once"},
		"enough": {r, carveout.Totals{Citywide: townTotals().Citywide, Scopes: both, Sectors: make([]carveout.Sector, 1000)},
			managedView, "each once"},
		"many sectors": {r, carveout.Totals{Citywide: townTotals().Citywide, Scopes: both, Sectors: make([]carveout.Sector, 1001)},
			managedView, "at most 1000"},
	} {
		_, err := x.r.CarveOut(x.totals, x.as)
		assert.ErrorContains(t, err, x.want, name)
	}
}

// The first year at fault is named, on every run.
func TestSectorYearsInOrder(t *testing.T) {
	r := must(carveout.NewRegister(townRegister(mill())))
	totals := townTotals()
	totals.Sectors = []carveout.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{}}}
	for year := range 30 {
		totals.Sectors[0].ByYear[2040-year] = ghg.MustCO2e("1 tCO2e")
	}
	_, err := r.CarveOut(totals, managedView)
	assert.ErrorContains(t, err, `I.3 in 2011, total "1 tCO2e": CO2e on metric`)
}

// A total of direct emissions holds no electricity: it is not subtracted.
func TestPurchasedEnergyOutsideTheTotal(t *testing.T) {
	r := must(carveout.NewRegister(townRegister(mill())))
	totals := townTotals()
	totals.Scopes = []ghg.Scope{ghg.Scope1}
	c, err := r.CarveOut(totals, managedView)
	require.NoError(t, err)
	y, err := c.At(2021)
	require.NoError(t, err)
	assert.Equal(t, "770799.5", y.Managed.Tonnes().String())
	require.Len(t, y.LeftOut, 1)
	assert.Equal(t, "mill", y.LeftOut[0].Facility)
	assert.Equal(t, ghg.Scope2, y.LeftOut[0].Emission.Scope)
	assert.Contains(t, y.Explain().String(), "not subtracted: mill, scope 2 18750.25 tCO2e (AR5): the citywide total does not hold it")
	assert.Equal(t, "0", y.Sites[0].Purchased.Tonnes().String())

	// The same site under a scheme of direct emissions.
	d := townRegister(mill())
	d.Trading = carveout.EUETS
	c, err = must(carveout.NewRegister(d)).CarveOut(townTotals(), managedView)
	require.NoError(t, err)
	y, _ = c.At(2021)
	assert.Equal(t, "770799.5", y.Managed.Tonnes().String())
	assert.Equal(t, "EU ETS does not cover scope 2", y.LeftOut[0].Why.En)
	assert.Equal(t, "EU ETS does not cover scope 2", must(c.At(2021)).LeftOut[0].Why.En)

	// Electricity need not be known where nothing subtracts it.
	m := mill()
	m.Emissions = m.Emissions[:1]
	_, err = must(carveout.NewRegister(townRegister(m))).CarveOut(totals, managedView)
	assert.NoError(t, err)
	totals.Scopes = []ghg.Scope{ghg.Scope3}
	y = must(must(r.CarveOut(totals, managedView)).At(2021))
	assert.True(t, y.Managed.Equal(y.Citywide), "a total of scope 3 alone holds nothing of the mill")
}

// BASIC holds no industrial processes, BASIC+ does.
func TestCarveOutInViewsOfAScheme(t *testing.T) {
	kiln := mill()
	kiln.Emissions = append(kiln.Emissions, emits(2021, "IV.1", ghg.Scope1, "7000"))
	r := must(carveout.NewRegister(townRegister(kiln)))
	for view, want := range map[ghg.View]string{gpc.Basic: "752049.25", gpc.BasicPlus: "745049.25", gpc.Territorial: "763799.5"} {
		c, err := r.CarveOut(carveout.Totals{Citywide: citywide(view, map[int]string{2021: "812000"})}, inGPC)
		require.NoError(t, err, view)
		y, _ := c.At(2021)
		assert.Equal(t, want, y.Managed.Tonnes().String(), view)
		assert.Equal(t, inGPC.ID(), c.Managed().View().ID())
		f, _ := c.Managed().At(2021)
		assert.Equal(t, ghg.Provisional, f.Status)
		assert.Equal(t, ghg.FirstVintage, f.Vintage)
		assert.Equal(t, "inventory; less what K-ETS covers by facility register, 2022", f.Source)
		assert.Equal(t, view.ID(), c.Citywide().View().ID())
	}
}

// Net of forests, a town may manage less than nothing.
func TestManagedBelowZero(t *testing.T) {
	r := must(carveout.NewRegister(townRegister(mill())))
	totals := carveout.Totals{Citywide: citywide(published, map[int]string{2021: "50000"}), Scopes: both,
		Sectors: []carveout.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("59950.75")}}}}
	c, err := r.CarveOut(totals, managedView)
	require.NoError(t, err, "the sector holds exactly its sites")
	y, _ := c.At(2021)
	assert.Equal(t, "-9950.75", y.Managed.Tonnes().String())
	assert.Equal(t, "119.90%", y.CoveredShare().Percent(2))
	assert.Equal(t, "100.00%", y.Sectors[0].CoveredShare().Percent(2))
	totals.Sectors = nil
	_, err = r.CarveOut(totals, managedView)
	var exceeds *carveout.ExceedsError
	require.ErrorAs(t, err, &exceeds, "without the sector the town's total is all there is to check against")
	assert.Equal(t, "59950.75", exceeds.Sum.Tonnes().String())
	require.Len(t, exceeds.Sites, 1)
	assert.Equal(t, "59950.75", exceeds.Sites[0].CO2e.Tonnes().String())
}

// Sites that are not covered are in the sector too.
func TestSitesTogetherExceed(t *testing.T) {
	r := must(carveout.NewRegister(townRegister(mill(), smallMill())))
	totals := townTotals()
	totals.Sectors = []carveout.Sector{{Category: category("I.3.1"), ByYear: map[int]ghg.CO2e{2021: t5("44200.49")}}}
	_, err := r.CarveOut(totals, managedView)
	var exceeds *carveout.ExceedsError
	require.ErrorAs(t, err, &exceeds)
	assert.Equal(t, []string{"mill", "small mill"}, []string{exceeds.Sites[0].Facility, exceeds.Sites[1].Facility})
	totals.Sectors[0].ByYear[2021] = t5("44200.5")
	c, err := r.CarveOut(totals, managedView)
	require.NoError(t, err)
	y, _ := c.At(2021)
	assert.Equal(t, "41200.5", y.Sectors[0].Covered.Tonnes().String())
	assert.Equal(t, "3000", y.Sectors[0].Managed.Tonnes().String(), "the small mill stays")
	many := &carveout.ExceedsError{Of: "I.3", Total: t5("1"), Sum: t5("21"), Sites: make([]carveout.SiteAmount, 21)}
	assert.Contains(t, many.Error(), "and 1 more")
	many.Sites = many.Sites[:20]
	assert.NotContains(t, many.Error(), "more")
}

// The supplier that is not subtracted itself is no double subtraction.
func TestSupplierOutsideTheTotal(t *testing.T) {
	m := mill()
	m.Emissions[1].Supplier = "incinerator"
	plant := incinerator()
	plant.From = 2022
	r := must(carveout.NewRegister(townRegister(m, plant)))
	_, err := r.CarveOut(townTotals(), managedView)
	assert.NoError(t, err, "not covered yet")
	r = must(carveout.NewRegister(townRegister(m, incinerator())))
	_, err = r.CarveOut(townTotals(), managedView)
	var double *carveout.DoubleError
	require.ErrorAs(t, err, &double)
	assert.Equal(t, carveout.DoubleError{Facility: "mill", Supplier: "incinerator", Year: 2021}, *double)
	totals := townTotals()
	totals.Scopes = []ghg.Scope{ghg.Scope2}
	_, err = r.CarveOut(totals, managedView)
	assert.NoError(t, err, "a total of purchased energy alone holds it once")
}

func TestNothingCovered(t *testing.T) {
	r := must(carveout.NewRegister(townRegister(smallMill())))
	c, err := r.CarveOut(carveout.Totals{Citywide: citywide(published, map[int]string{2020: "5000", 2021: "5000"}), Scopes: both}, managedView)
	require.NoError(t, err)
	n := 0
	for y := range c.Years() {
		assert.True(t, y.Managed.Equal(y.Citywide))
		assert.Empty(t, y.Sites)
		n++
	}
	assert.Equal(t, 2, n)
	for range c.Years() {
		break
	}
	_, err = c.At(2022)
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	_, err = c.At(2019)
	assert.ErrorAs(t, err, &none)
	_, err = carveout.CarveOut{}.At(2021)
	assert.ErrorAs(t, err, &none)
	sink, err := must(carveout.NewRegister(townRegister())).CarveOut(carveout.Totals{Citywide: citywide(published,
		map[int]string{2021: "-700"}), Scopes: both}, managedView)
	require.NoError(t, err, "a county may be a net sink")
	assert.Equal(t, "-700", must(sink.At(2021)).Managed.Tonnes().String())
	zero, err := must(carveout.NewRegister(townRegister())).CarveOut(carveout.Totals{Citywide: citywide(published,
		map[int]string{2021: "0"}), Scopes: both}, managedView)
	require.NoError(t, err)
	y, _ := zero.At(2021)
	assert.Contains(t, y.CoveredShare().String(), "undefined: the citywide total is 0")
	assert.Contains(t, y.Explain().String(), "undefined")
}

func TestCarveOutIsImmutable(t *testing.T) {
	r := must(carveout.NewRegister(townRegister(mill(), incinerator())))
	totals := townTotals()
	totals.Sectors = []carveout.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}
	c, err := r.CarveOut(totals, managedView)
	require.NoError(t, err)
	want := must(c.At(2021)).Explain()
	for y := range c.Years() {
		y.Sites[0].Facility, y.Sectors[0].Citywide = "changed", t5("1")
	}
	y := must(c.At(2021))
	y.Sites[0].Facility = "changed"
	assert.Equal(t, want, must(c.At(2021)).Explain())
}

// All that does not fit comes at once, and the mismatch beside the faults.
func TestCarveOutAllAtOnce(t *testing.T) {
	d := townRegister(mill())
	d.Place = "village"
	r := must(carveout.NewRegister(d))
	totals := townTotals()
	totals.Scopes = nil
	totals.Sectors = []carveout.Sector{{Category: category("X")},
		{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: ghg.MustCO2e("1 tCO2e")}}}
	_, err := r.CarveOut(totals, gpc.Basic)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	var fields []string
	for _, f := range faults.All {
		fields = append(fields, f.Of+" "+f.Field)
	}
	assert.Equal(t, []string{`carve-out for "town" managed view`, `carve-out for "town" scopes`, `carve-out for "town", sector 1 category`,
		`carve-out for "town", sector GPC 1.1 I.3 in 2021 total`}, fields)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace))
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric)
}

// A register without a metric hides no facility that does not stand.
func TestRegisterAllAtOnce(t *testing.T) {
	d := townRegister(mill())
	d.Facilities[0].Name, d.Facilities[0].From = "", 3000
	d.Metric = ghg.Metric{}
	_, err := carveout.NewRegister(d)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 3, faults.Len(), "%v", err)

	d = townRegister(mill())
	d.Facilities[0].Emissions[0].CO2e = ghg.MustCO2e("1 tCO2e (AR6)")
	_, err = carveout.NewRegister(d)
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric, "beside the faults")
	assert.Equal(t, ghg.MetricID("AR6"), metric.B)
}
