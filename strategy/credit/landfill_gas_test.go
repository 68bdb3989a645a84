package credit_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy/credit"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func acm0001() credit.LandfillGas {
	return credit.LandfillGas{
		Methane:   credit.Density{KilogramsPerM3: dec("0.7168"), At: credit.NormalConditions(), Source: "ACM0001"},
		Oxidation: ghg.MustShare("0%"), BurntAnyway: ghg.MustShare("0%"), Metric: ghg.SAR, Source: "ACM0001",
	}
}

func reading(when, device, m3, ch4, destroyed string) credit.Monitored {
	return credit.Monitored{Period: period(when), Device: device, Gas: dec(m3), At: credit.NormalConditions(),
		CH4: ghg.MustShare(ch4), Destroyed: ghg.MustShare(destroyed)}
}

// Published for 2008: 49.27 million m3 at 50.14 % CH4, and some 372 kt CO2e.
// 49,270,000 × 0.5014 × 0.7168 kg = 17,707,811.4304 kg; × 21 = 371,864.0400384 t.
func TestGasOf2008(t *testing.T) {
	r, err := acm0001().Reduction(sar("0"), reading("2008", "발전·소각", "49270000", "50.14%", "100%"))
	require.NoError(t, err)
	same(t, "17707.8114304", r.Methane.Tonnes())
	same(t, "17707.8114304", r.Destroyed.Tonnes())
	tonnes(t, "371864.0400384", r.Reduction)
	same(t, "372", exact.Round(r.Reduction.In(ghg.Kilotonne), 0))
	assert.Equal(t, ghg.CH4NonFossil, r.Destroyed.Gas())
}

// 1000 m3 × 0.5 × 0.7168 = 358.4 kg, 90 % destroyed = 322.56 kg; 2000 m3 × 0.45
// × 0.7168 = 645.12 kg, 99.5 % destroyed = 641.8944 kg. Together 1003.52 kg and
// 964.4544 kg; × (1 - 0.2) × (1 - 0.1) × 21 = 14.582550528 t; less 0.5 t.
func TestGasStepByStep(t *testing.T) {
	g := acm0001()
	g.Oxidation, g.BurntAnyway = ghg.MustShare("10%"), ghg.MustShare("20%")
	in := []credit.Monitored{reading("2008", "flare", "1000", "50%", "90%"), reading("2008", "engine", "2000", "45%", "99.5%")}
	r, err := g.Reduction(sar("0.5"), in...)
	require.NoError(t, err)
	same(t, "3000", r.Gas)
	same(t, "1.00352", r.Methane.Tonnes())
	same(t, "0.9644544", r.Destroyed.Tonnes())
	tonnes(t, "14.582550528", r.Baseline)
	tonnes(t, "0.5", r.Project)
	tonnes(t, "14.082550528", r.Reduction)
	in[0].Device = "changed"
	assert.Equal(t, "flare", slices.Collect(r.Readings())[0].Device)
	assert.Equal(t, "14.082550528 tCO2e (SAR) reduced by 0.964 t CH4-nonfossil of CH4 destroyed, not yet verified", r.String())
}

func TestProjectThatEmitsMoreReducesLessThanNothing(t *testing.T) {
	r, err := acm0001().Reduction(sar("10"), reading("2008", "flare", "0", "50%", "90%"))
	require.NoError(t, err)
	tonnes(t, "-10", r.Reduction)
}

func TestNoGas(t *testing.T) {
	var r credit.GasReduction
	assert.True(t, r.IsZero())
	assert.Equal(t, "no gas monitored", r.String())
	assert.Equal(t, "no gas monitored", r.Details())
}

func TestGasRefused(t *testing.T) {
	good := func() (credit.LandfillGas, []credit.Monitored) {
		return acm0001(), []credit.Monitored{
			reading("2008-01-01/2008-06-30", "flare", "1000", "50%", "90%"), reading("2008-07-01/2008-12-31", "flare", "1000", "50%", "90%")}
	}
	huge := decimal.New(1, 1000)
	for name, c := range map[string]struct {
		change func(*credit.LandfillGas, []credit.Monitored)
		want   string
	}{
		"no metric": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Metric = ghg.Metric{} }, "metric"},
		"density 0": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Methane.KilogramsPerM3 = decimal.Decimal{} },
			"density of methane"},
		"density huge": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Methane.KilogramsPerM3 = huge }, "density out of bounds"},
		"no conditions": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Methane.At = credit.Conditions{} },
			`landfill gas, conditions "0 °C, 0 kPa": a temperature above -273.15 °C and a pressure above 0 kPa are needed`},
		"cold": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Methane.At.Celsius = dec("-273.15") },
			"-273.15 °C, 101.325 kPa"},
		"conditions huge": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Methane.At.Celsius = huge },
			`"conditions out of bounds": shorter numbers are needed`},
		"pressure huge": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Methane.At.Kilopascals = huge },
			`"conditions out of bounds": shorter numbers are needed`},
		"no oxidation": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Oxidation = ghg.Share{} },
			`oxidation: state a share from 0% to 100%; 0% where there is none`},
		"oxidation > 1":  {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Oxidation = ghg.MustShare("100.1%") }, `oxidation "100.1%"`},
		"oxidation < 0":  {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Oxidation = ghg.MustShare("-1%") }, `oxidation "-1%"`},
		"oxidation fine": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Oxidation = ghg.MustShare("0.0000001%") }, "millionths"},
		"oxidation wild": {func(g *credit.LandfillGas, _ []credit.Monitored) {
			g.Oxidation = must(ghg.Percent(decimal.New(1, -30)))
		}, "out of bounds"},
		"no burnt anyway": {func(g *credit.LandfillGas, _ []credit.Monitored) { g.BurntAnyway = ghg.Share{} }, "burnt anyway"},
		"no source":       {func(g *credit.LandfillGas, _ []credit.Monitored) { g.Source = "" }, "source"},
		"no period": {func(_ *credit.LandfillGas, m []credit.Monitored) { m[1].Period = ghg.Period{} },
			"reading 2 (flare, no period), period"},
		"no device":      {func(_ *credit.LandfillGas, m []credit.Monitored) { m[0].Device = "" }, "device"},
		"gas below 0":    {func(_ *credit.LandfillGas, m []credit.Monitored) { m[0].Gas = dec("-1") }, `gas "-1"`},
		"gas huge":       {func(_ *credit.LandfillGas, m []credit.Monitored) { m[0].Gas = huge }, `gas "out of bounds"`},
		"gas bare":       {func(_ *credit.LandfillGas, m []credit.Monitored) { m[0].At = credit.Conditions{} }, "reading 1"},
		"no CH4":         {func(_ *credit.LandfillGas, m []credit.Monitored) { m[0].CH4 = ghg.Share{} }, "CH4"},
		"no destruction": {func(_ *credit.LandfillGas, m []credit.Monitored) { m[0].Destroyed = ghg.Share{} }, "destroyed"},
		"one day overlaps": {func(_ *credit.LandfillGas, m []credit.Monitored) { m[0].Period = period("2008-01-01/2008-07-01") },
			`readings of "flare", periods "2008-01-01/2008-07-01 and 2008-07-01/2008-12-31"`},
		"too long": {func(g *credit.LandfillGas, m []credit.Monitored) {
			g.Methane.KilogramsPerM3, m[0].Gas = dec("0.71681234567890123456789"), dec("0.12345678901234567891")
		}, "out of bounds"},
		"baseline too long": {func(g *credit.LandfillGas, m []credit.Monitored) {
			g.Methane.KilogramsPerM3 = dec("0.71681234567890123456")
			g.Oxidation, g.BurntAnyway = ghg.MustShare("10.000001%"), ghg.MustShare("10.000001%")
		}, "baseline emissions"},
		"destroyed too long": {func(g *credit.LandfillGas, m []credit.Monitored) {
			g.Methane.KilogramsPerM3, m[0].Gas = dec("0.71681234567890123456789"), dec("0.1234567891")
			m[0].CH4, m[0].Destroyed = ghg.MustShare("50.1%"), ghg.MustShare("50.000001%")
		}, "methane"},
	} {
		t.Run(name, func(t *testing.T) {
			g, m := good()
			_, err := g.Reduction(sar("0"), m...)
			require.NoError(t, err)
			c.change(&g, m)
			r, err := g.Reduction(sar("0"), m...)
			require.ErrorContains(t, err, c.want)
			assert.True(t, r.IsZero())
		})
	}

	g, m := good()
	_, err := g.Reduction(sar("0"))
	require.ErrorContains(t, err, "readings")
	_, err = g.Reduction(sar("0"), make([]credit.Monitored, 10_001)...)
	require.ErrorContains(t, err, `readings "10001"`)
	_, err = g.Reduction(sar("-1"), m...)
	require.ErrorContains(t, err, "project emissions")
	_, err = g.Reduction(ghg.MustCO2e("1 tCO2e (AR5)"), m...)
	require.ErrorContains(t, err, `landfill gas, project emissions "1 tCO2e (AR5)": an amount on the metric SAR is needed`)
	g.Metric = ghg.Unstated
	_, err = g.Reduction(ghg.MustCO2e("0 tCO2e"), m...)
	require.Error(t, err, "the unstated metric has no GWP of CH4")

	g, m = good()
	m[1].At = credit.Conditions{Celsius: dec("25"), Kilopascals: dec("101.325")}
	_, err = g.Reduction(sar("0"), m...)
	assert.EqualError(t, err, `reading 2 (flare, 2008-07-01/2008-12-31), conditions "25 °C, 101.325 kPa": `+
		"those of the density, 0 °C, 101.325 kPa, are needed: restate one of them")
	m[1].At = credit.Conditions{Kilopascals: dec("100")}
	_, err = g.Reduction(sar("0"), m...)
	require.ErrorContains(t, err, `conditions "0 °C, 100 kPa"`)
}

func TestReadingsAreBounded(t *testing.T) {
	m := make([]credit.Monitored, 10_000)
	for i := range m {
		m[i] = reading("2008", fmt.Sprint(i), "1", "50%", "100%")
	}
	r, err := acm0001().Reduction(sar("0"), m...)
	require.NoError(t, err)
	same(t, "3.584", r.Destroyed.Tonnes())
}

// In 2008 the landfill of Bangcheon-ri gave 49.27 million normal cubic metres of
// gas with 50.14 % of methane. Counted at 21, that is the 372 kt that the city
// published.
func ExampleLandfillGas() {
	normal := credit.NormalConditions()
	gas := credit.LandfillGas{
		Methane:   credit.Density{KilogramsPerM3: decimal.RequireFromString("0.7168"), At: normal, Source: "ACM0001"},
		Oxidation: ghg.MustShare("0%"), BurntAnyway: ghg.MustShare("0%"), Metric: ghg.SAR, Source: "CDM, ACM0001",
	}
	r, err := gas.Reduction(ghg.MustCO2e("0 tCO2e (SAR)"), credit.Monitored{
		Period: ghg.CalendarYear(2008), Device: "방천리 매립가스 자원화시설", Gas: decimal.New(49_270_000, 0), At: normal,
		CH4: ghg.MustShare("50.14%"), Destroyed: ghg.MustShare("100%"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Reduction.Format(ghg.Kilotonne, 0))
	fmt.Println(r.Details())
	// Output:
	// 372 ktCO2e (SAR)
	// 2008, 방천리 매립가스 자원화시설: 49270000 m3 at 0 °C, 101.325 kPa × 50.14% CH4, 100% of it destroyed
	// CH4 in the gas = Σ m3 × CH4 × 0.7168 kg/m3 at 0 °C, 101.325 kPa = 17707.8114304 t CH4-nonfossil
	// CH4 destroyed = 17707.8114304 t CH4-nonfossil
	// baseline = CH4 destroyed × (1 - 0% burnt anyway) × (1 - 0% oxidised) × 21 = 371864.0400384 tCO2e (SAR)
	// reduction = baseline - project emissions of 0 tCO2e (SAR) = 371864.0400384 tCO2e (SAR)
	// source: CDM, ACM0001
}

// A meter that reads at 25 °C does not go with a density at 0 °C.
func ExampleMonitored_conditions() {
	gas := acm0001()
	m := reading("2008", "소각기", "49270000", "50.14%", "99.5%")
	m.At.Celsius = decimal.New(25, 0)
	_, err := gas.Reduction(sar("0"), m)
	fmt.Println(err)
	// Output:
	// reading 1 (소각기, 2008), conditions "25 °C, 101.325 kPa": those of the density, 0 °C, 101.325 kPa, are needed: restate one of them
}

// The engine took most of the gas, and the flare the rest. The second half of
// the year is entered once more by mistake, and refused.
func ExampleMonitored() {
	engine, flare := reading("2011", "가스엔진", "31400000", "49.2%", "98%"), reading("2011", "소각기", "5750000", "47.8%", "90%")
	r, err := acm0001().Reduction(sar("2150"), engine, flare)
	fmt.Println(r, err)
	again := engine
	again.Period = period("2011-07-01/2011-12-31")
	_, err = acm0001().Reduction(sar("2150"), engine, flare, again)
	fmt.Println(err)
	// Output:
	// 262982.1014272 tCO2e (SAR) reduced by 12625.338 t CH4-nonfossil of CH4 destroyed, not yet verified <nil>
	// readings of "가스엔진", periods "2011 and 2011-07-01/2011-12-31": periods that do not overlap are needed
}

// The cover of the landfill would have oxidised a tenth of the methane, and the
// blowers need power: both lower the reduction.
func ExampleGasReduction() {
	gas := acm0001()
	gas.Oxidation = ghg.MustShare("10%")
	r, err := gas.Reduction(sar("2150"), reading("2011", "가스엔진", "31400000", "49.2%", "98%"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("CH4:", r.Destroyed.Format(ghg.Tonne, 1), "of", r.Methane.Format(ghg.Tonne, 1))
	fmt.Println(r.Baseline.Format(ghg.Tonne, 0), "less", r.Project, "is", r.Reduction.Format(ghg.Tonne, 0))
	for m := range r.Readings() {
		fmt.Println(m.Device, m.Gas, "m3")
	}
	fmt.Println(credit.GasReduction{})
	// Output:
	// CH4: 10852.2 t CH4-nonfossil of 11073.7 t CH4-nonfossil
	// 205107 tCO2e (SAR) less 2150 tCO2e (SAR) is 202957 tCO2e (SAR)
	// 가스엔진 31400000 m3
	// no gas monitored
}
