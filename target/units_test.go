package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// credit is 1 kt of landfill gas captured in 2030.
func credit(s target.UnitStatus) target.Units {
	return target.Units{Year: 2030, Vintage: 2030, Amount: ghg.MustMass("1 kt"), Type: target.ReductionUnit, Status: s, Source: "registry"}
}

func TestAdjustmentsRefuse(t *testing.T) {
	p := mustProgress(t, mustTarget(t, daegu2030()), 2030, one(2030, "5000000", ghg.Actual))
	for _, x := range []struct {
		name   string
		change func(*target.Units)
		says   string
	}{
		{"no year", func(u *target.Units) { u.Year = 0 }, `year "0": years from 1850 to 2300 are allowed`},
		{"no vintage", func(u *target.Units) { u.Vintage = 2301 }, `vintage "2301": years from 1850`},
		{"no status", func(u *target.Units) { u.Status = 0 }, `status "not stated": allowed are ["issued"`},
		{"an unknown status", func(u *target.Units) { u.Status = target.UnitCancelled + 1 }, `status "unknown (5)": allowed are`},
		{"no type", func(u *target.Units) { u.Type = 0 }, `type "not stated": allowed are`},
		{"an unknown type", func(u *target.Units) { u.Type = target.RemovalUnit + 1 }, `type "unknown (3)": allowed are`},
		{"no amount", func(u *target.Units) { u.Amount = ghg.Mass{} }, "above zero"},
		{"an amount of zero", func(u *target.Units) { u.Amount = ghg.MustMass("0 t") }, "above zero"},
		{"less than zero", func(u *target.Units) { u.Amount = ghg.MustMass("-1 t") }, "above zero"},
		{"methane", func(u *target.Units) { u.Amount = ghg.MustMass("1 t CH4") }, "names no gas"},
		{"beyond all measure", func(u *target.Units) { u.Amount = ghg.MustMass("1.1e24 t") }, "above zero"},
		{"sold of another year", func(u *target.Units) { u.Year = 2031 }, `year "2031": a unit sold counts in the year of its reduction, 2030`},
		{"retired before its vintage", func(u *target.Units) { u.Status, u.Vintage = target.UnitRetired, 2031 },
			`year "2030": a unit of 2031 cannot be retired for it`},
	} {
		u := credit(target.UnitSold)
		x.change(&u)
		_, err := p.Account(target.Adjustments{Units: []target.Units{credit(target.UnitSold), u}})
		assert.ErrorContains(t, err, `target "Daegu 2030", units 2 (`, x.name)
		assert.ErrorContains(t, err, x.says, x.name)
	}
	for _, l := range []target.LandChange{
		{Change: ghg.MustMass("1 t")}, {Year: 2030}, {Year: 2030, Change: ghg.MustMass("1 t CO2")}, {Year: 2030,
			Change: ghg.MustMass("-1.1e24 t")},
	} {
		_, err := p.Account(target.Adjustments{Land: []target.LandChange{l}})
		assert.ErrorContains(t, err, `target "Daegu 2030", land sector 1, `)
	}
	_, err := target.Progress{}.Account(target.Adjustments{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
}

// Sold is added, retired subtracted; what is issued, cancelled or of another
// year changes nothing.
func TestAccount(t *testing.T) {
	p := mustProgress(t, mustTarget(t, daegu2030()), 2030, one(2030, "5186000", ghg.Actual))
	require.Equal(t, target.Achieved, p.Status)
	early := credit(target.UnitSold)
	early.Year, early.Vintage = 2029, 2029
	old := credit(target.UnitRetired)
	old.Vintage, old.CorrespondingAdjustment, old.Type = 2025, true, target.RemovalUnit
	got, err := p.Account(target.Adjustments{
		Units: []target.Units{credit(target.UnitSold), credit(target.UnitSold), old, credit(target.UnitIssued),
			credit(target.UnitCancelled), early},
		Land: []target.LandChange{{Year: 2030, Change: ghg.MustMass("-100 t")}, {Year: 2029, Change: ghg.MustMass("7 t")}},
	})
	require.NoError(t, err)
	assert.Equal(t, "2000 tCO2e (AR5)", got.Adjusted.Sold.String())
	assert.Equal(t, "1000 tCO2e (AR5)", got.Adjusted.Retired.String())
	assert.Equal(t, "-100 tCO2e (AR5)", got.Adjusted.Land.String())
	assert.Equal(t, "5186900 tCO2e (AR5)", got.Emissions.String())
	assert.Equal(t, "5186000 tCO2e (AR5)", got.Figure.CO2e.String())
	assert.Equal(t, target.ExpiredMissed, got.Status)
	assert.Equal(t, "400 tCO2e (AR5)", got.Gap.String())
	require.Equal(t, 2, got.Findings.Len(), "what is left out is said")
	assert.Equal(t, "the level of 2030 is 5186500 tCO2e (AR5), and emissions are 400 tCO2e (AR5) above it",
		found(t, got.Findings, target.FindingMilestoneMissed).Detail)
	assert.Equal(t, "adjustments of other years than 2030: 2, left out", found(t, got.Findings, target.FindingOtherYears).Detail)
	assert.Contains(t, got.Explain().String(),
		"E               = F + sold - retired + land = 5,186,000 + 2000 - 1000 + -100 = 5,186,900 tCO2e (AR5)   # accountable emissions\n")
	assert.Equal(t, target.Achieved, p.Status, "the panel before is as it was")
	b, err := json.Marshal(got)
	require.NoError(t, err)
	var read struct{ Accountable, Adjusted json.RawMessage }
	require.NoError(t, json.Unmarshal(b, &read))
	assert.JSONEq(t, `{"sold": "2000 tCO2e (AR5)", "retired": "1000 tCO2e (AR5)", "land": "-100 tCO2e (AR5)"}`, string(read.Adjusted))
	assert.JSONEq(t, `"5186900 tCO2e (AR5)"`, string(read.Accountable))

	// What is accounted replaces what was accounted before.
	again, err := got.Account(target.Adjustments{Units: []target.Units{credit(target.UnitSold)}})
	require.NoError(t, err)
	assert.Equal(t, "5187000 tCO2e (AR5)", again.Emissions.String())

	// Sums beyond what can be held are an error.
	all := make([]target.Units, 2)
	for i := range all {
		all[i] = credit(target.UnitSold)
		all[i].Amount = ghg.MustMass("0.000000000000000000000000000001 t")
	}
	_, err = p.Account(target.Adjustments{Units: all, Land: []target.LandChange{{Year: 2030, Change: ghg.MustMass("1e23 t")}}})
	assert.ErrorContains(t, err, `target "Daegu 2030", 2030: `)
	all[0].Amount, all[1].Amount = ghg.MustMass("1e24 t"), ghg.MustMass("0.00000000000000000001 t")
	_, err = p.Account(target.Adjustments{Units: all})
	assert.ErrorContains(t, err, "out of bounds")
}

func TestAccountNothing(t *testing.T) {
	tt := mustTarget(t, netZero())
	for _, year := range []int{2018, 2025, 2030, 2050, 2052} {
		p := mustProgress(t, tt, year, one(year, "8000000", ghg.Actual))
		got, err := p.Account(target.Adjustments{})
		require.NoError(t, err)
		assert.Equal(t, panel(p), panel(got))
	}
}

func TestUnitFindings(t *testing.T) {
	p := mustProgress(t, mustTarget(t, daegu2030()), 2030, one(2030, "5187000", ghg.Actual))
	bare := credit(target.UnitRetired)
	bare.Source = ""
	early := credit(target.UnitRetired)
	early.Year, early.Vintage = 2029, 2029
	late := early
	late.Year = 2031
	a := target.Adjustments{Units: []target.Units{bare, early, late, credit(target.UnitSold), credit(target.UnitRetired)}}
	a.Units[4].CorrespondingAdjustment = true
	got, err := p.Account(a)
	require.NoError(t, err)
	require.Equal(t, 2, got.Findings.Len())
	assert.Equal(t, "adjustments of other years than 2030: 2, left out", got.Findings.All[1].Detail)
	f := got.Findings.All[0]
	assert.Equal(t, target.FindingNoCorrespondingAdjustment, f.Code)
	assert.Equal(t, ghg.Warning, f.Severity)
	assert.Equal(t, "1000 t", f.Found)
	assert.Equal(t, "1000 t of units retired for it (not stated) have no corresponding adjustment: "+
		"the place that sold them may count them too", f.Detail)

	// Over a timeframe, those of its years.
	d := daegu2030()
	d.Timeframe = target.AverageFrom(2029)
	o, err := mustTarget(t, d).Outcome(figures(gpc.Basic, ghg.AR5), a)
	require.NoError(t, err)
	require.Equal(t, 3, o.Findings.Len())
	assert.Equal(t, target.FindingOtherYears, o.Findings.All[2].Code, "the unit of 2031")
	assert.Contains(t, o.Explain().String(), " where min(i: known(E[i])) = 1   # accountable; a year that counts has no figure\n")
}

// The panel of a multi-year goal in its due year counts the units of all years.
func TestAccountOverATimeframe(t *testing.T) {
	tt := over(t, target.CumulativeFrom(2022, target.Linear))
	sold := target.Units{Year: 2022, Vintage: 2022, Amount: ghg.MustMass("1 t"), Type: target.RemovalUnit, Status: target.UnitSold}
	p := mustProgress(t, tt, 2024, tonnes("100", "60", "50"))
	assert.Equal(t, target.Achieved, p.Status)
	got, err := p.Account(target.Adjustments{Units: []target.Units{sold}})
	require.NoError(t, err)
	assert.Equal(t, "50 tCO2e (AR5)", got.Emissions.String())
	assert.Equal(t, target.ExpiredMissed, got.Status)
	assert.Zero(t, got.Findings.Len(), "2022 counts: nothing is left out")
}

func TestUnitNames(t *testing.T) {
	for s, want := range map[target.UnitStatus]string{0: "not stated",
		target.UnitIssued: "issued", target.UnitSold: "sold", target.UnitRetired: "retired", target.UnitCancelled: "cancelled",
		5: "unknown (5)"} {
		assert.Equal(t, want, s.String())
	}
	for s, want := range map[target.UnitType]string{0: "not stated", target.ReductionUnit: "reduction", target.RemovalUnit: "removal",
		3: "unknown (3)"} {
		assert.Equal(t, want, s.String())
	}
}
