package target_test

import (
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// on is a pathway's value in Mt.
func on(t *testing.T, tt target.Target, p target.Pathway, year int) decimal.Decimal {
	t.Helper()
	v, err := tt.Pathway(p, year)
	require.NoError(t, err)
	return mt(v)
}

func sum(t *testing.T, tt target.Target, p target.Pathway, first, last int) decimal.Decimal {
	t.Helper()
	v, err := tt.SumOfYears(p, first, last)
	require.NoError(t, err)
	return mt(v)
}

func piecewiseLinearDaegu(t *testing.T, v vector) {
	var in struct{ Milestones []pair }
	var out struct {
		Values     map[string]string `json:"values_mt"`
		Area       string            `json:"area_trapezoid_2018_2050_mt"`
		From19     string            `json:"sum_of_years_2019_2050_mt"`
		From18     string            `json:"sum_of_years_2018_2050_mt"`
		Difference string            `json:"difference_sum2018_minus_area_mt"`
	}
	v.read(t, &in, &out)
	tt := mustTarget(t, netZero())
	for i, m := range in.Milestones {
		near(t, m.value, on(t, tt, target.Linear, m.year), "0", i, m.year)
	}
	assert.Len(t, out.Values, 8)
	for year, want := range out.Values {
		y, err := strconv.Atoi(year)
		require.NoError(t, err)
		near(t, want, on(t, tt, target.Linear, y), "1e-7", year)
	}
	near(t, out.From18, sum(t, tt, target.Linear, 2018, 2050), "0")
	near(t, out.From19, sum(t, tt, target.Linear, 2019, 2050), "0")
	// The area under the line is another figure: half of the first year and
	// half of the last are not in it.
	half := dec("0.5")
	area := sum(t, tt, target.Linear, 2018, 2050).Sub(on(t, tt, target.Linear, 2018).Mul(half)).Sub(on(t, tt, target.Linear, 2050).Mul(half))
	near(t, out.Area, area, "0")
	near(t, out.Difference, sum(t, tt, target.Linear, 2018, 2050).Sub(area), "0")
}

func shapesMidpoint(t *testing.T, v vector) {
	var in struct {
		Base, Target pair
		StepYears    []int    `json:"step_years"`
		StepLevels   []string `json:"step_levels"`
	}
	var out struct {
		Linear    string `json:"linear_2023"`
		Geometric string `json:"geometric_2023"`
		Step      string `json:"step_2023"`
		SumLinear string `json:"cumulative_linear"`
		SumGeo    string `json:"cumulative_geometric"`
		SumStep   string `json:"cumulative_step"`
		Index     string `json:"backloading_index_step"`
	}
	v.read(t, &in, &out)
	first, due := in.Base.year, in.Target.year
	tt := fromBase(t, first, in.Base.value+" Mt", due, "45%")
	near(t, in.Target.value, on(t, tt, target.Linear, due), "0")
	require.Equal(t, []int{2026, due}, in.StepYears)
	require.Equal(t, in.Target.value, in.StepLevels[1])
	step := fromBase(t, first, in.Base.value+" Mt", due, "45%", target.Milestone{Year: in.StepYears[0],
		Level: ghg.MustMass(in.StepLevels[0] + " Mt")})
	for _, x := range []struct {
		target           target.Target
		pathway          target.Pathway
		midpoint, summed string
	}{{tt, target.Linear, out.Linear, out.SumLinear}, {tt, target.Geometric, out.Geometric, out.SumGeo}, {step, target.Stepwise,
		out.Step, out.SumStep}} {
		near(t, x.midpoint, on(t, x.target, x.pathway, 2023), "1e-7", x.pathway)
		near(t, x.summed, sum(t, x.target, x.pathway, first+1, due), "1e-7", x.pathway)
		b, err := x.target.BackLoading(x.pathway)
		require.NoError(t, err)
		near(t, x.summed, mt(amount(t, b.Path)), "1e-7", x.pathway)
		near(t, out.SumLinear, mt(amount(t, b.Line)), "1e-7", x.pathway)
	}
	b, err := step.BackLoading(target.Stepwise)
	require.NoError(t, err)
	near(t, out.Index, value(t, b.Index), "1e-7")
	b, err = tt.BackLoading(target.Linear)
	require.NoError(t, err)
	near(t, "0", value(t, b.Index), "0")
}

// The tool takes off the decimals only in the end, and so do we: all 32 values
// agree to the nine places of the vector, and with the three published.
func blendToZero(t *testing.T, v vector) {
	var in struct {
		First     int    `json:"first_year"`
		Value     string `json:"first_value"`
		Milestone pair
		Zero      int `json:"net_zero_year"`
	}
	var out struct {
		Years []int
		Path  []string
	}
	var published struct {
		Path []float64 `json:"path_3dp"`
	}
	v.read(t, &in, &out)
	v.readPublished(t, &published)
	blend, err := target.GeometricBlend(dec("11.11"))
	require.NoError(t, err)
	tt := fromBase(t, in.First, in.Value+" Mt", in.Zero, "100%", target.Milestone{Year: in.Milestone.year,
		Cut: ghg.MustShare(in.Milestone.value)})
	require.Len(t, out.Years, 32)
	for i, year := range out.Years {
		got := on(t, tt, blend, year)
		near(t, out.Path[i], got, "5.1e-10", year)
		near(t, decimal.NewFromFloat(published.Path[i]).String(), got, "0.0005", year)
	}
}

func carbonLaw(t *testing.T, v vector) {
	var in struct {
		Base  string
		Years []int
	}
	var out struct {
		Values map[int]string
		Rate   string `json:"annual_rate"`
		Sum    string `json:"cumulative_sum_2021_2050"`
	}
	v.read(t, &in, &out)
	first, last := in.Years[0], in.Years[len(in.Years)-1]
	tt := fromBase(t, first, in.Base+" Mt", last, "87.5%",
		target.Milestone{Year: in.Years[1], Cut: ghg.MustShare("50%")}, target.Milestone{Year: in.Years[2], Cut: ghg.MustShare("75%")})
	for year, want := range out.Values {
		near(t, want, on(t, tt, target.Geometric, year), "0", year)
	}
	near(t, out.Sum, sum(t, tt, target.Geometric, first+1, last), "1e-7")
	p := mustProgress(t, tt, first, one(first, dec(in.Base).Shift(6).String(), ghg.Actual))
	near(t, out.Rate, value(t, p.RequiredCompound), "1e-9")
	// Without the milestones it is the same path: halving is a constant share.
	near(t, out.Sum, sum(t, fromBase(t, first, in.Base+" Mt", last, "87.5%"), target.Geometric, first+1, last), "1e-7")
}

func linearOrCompound(t *testing.T, v vector) {
	var in struct {
		Rate  string
		Years int
	}
	var out struct {
		Linear   string `json:"linear_remaining"`
		Compound string `json:"compound_remaining"`
		Zero     string `json:"linear_zero_after_years"`
	}
	var published struct {
		Cut int64 `json:"linear_10y_cut_pct"`
	}
	v.read(t, &in, &out)
	v.readPublished(t, &published)
	due := 2020 + in.Years
	years, err := rolling(t, 2020, 1, in.Rate).Rolling(figures(gpc.Basic, ghg.AR5,
		ghg.YearFigure{Year: 2020, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: ghg.FirstVintage},
		ghg.YearFigure{Year: due - 1, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: ghg.FirstVintage},
		ghg.YearFigure{Year: due, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	if assert.Error(t, err, "a year before is missing") {
		assert.Nil(t, years)
	}
	var all []ghg.YearFigure
	for y := 2020; y <= due; y++ {
		all = append(all, ghg.YearFigure{Year: y, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: ghg.FirstVintage})
	}
	years, err = rolling(t, 2020, 1, in.Rate).Rolling(figures(gpc.Basic, ghg.AR5, all...))
	require.NoError(t, err)
	last := years[len(years)-1]
	near(t, out.Linear, amount(t, last.FixedLinear).Tonnes(), "0")
	near(t, out.Compound, amount(t, last.FixedCompound).Tonnes(), "1e-9")
	near(t, out.Zero, value(t, ghg.Quotient(dec("1"), dec(in.Rate), "")), "1e-6")

	// The same two readings, as the rates of a target of 42% in ten years.
	share, err := ghg.Percent(decimal.New(published.Cut, 0))
	require.NoError(t, err)
	p := mustProgress(t, fromBase(t, 2020, "1 t", due, share.String()), 2020, one(2020, "1", ghg.Actual))
	near(t, in.Rate, value(t, p.RequiredLinearShare), "0")
	assert.True(t, value(t, p.RequiredCompound).GreaterThan(dec(in.Rate)))
	cut := dec("1").Sub(amount(t, last.FixedCompound).Tonnes())
	p = mustProgress(t, fromBase(t, 2020, "1 t", due, cut.String()), 2020, one(2020, "1", ghg.Actual))
	near(t, in.Rate, value(t, p.RequiredCompound), "1e-11")
}
