package series_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/series"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func stat(t *testing.T, values map[int]string) ghg.Years[decimal.Decimal] {
	t.Helper()
	var all []ghg.OfYear[decimal.Decimal]
	for year, v := range values {
		all = append(all, ghg.OfYear[decimal.Decimal]{Year: year, Value: decimal.RequireFromString(v), Source: "yearbook"})
	}
	y, err := ghg.NewYears("population", "persons", nil, all...)
	require.NoError(t, err)
	return y
}

var two = map[int]string{2018: "100 t", 2020: "90 t"}

// What does not stand in a method is refused, all of it at once.
func TestMethodsRefuse(t *testing.T) {
	half := ghg.MustShare("50%")
	for name, c := range map[string]struct {
		method series.Method
		fields []string
	}{
		"no method":           {nil, []string{"method"}},
		"empty extrapolation": {series.Extrapolation{}, []string{"from", "to", "most", "line"}},
		"trend of one year":   {series.Extrapolation{From: 2018, To: 2018, Most: 1, Line: series.Through}, []string{"to"}},
		"another line":        {series.Extrapolation{From: 2018, To: 2020, Most: 1, Line: 3}, []string{"line"}},
		"empty surrogate":     {series.Surrogate{}, []string{"of", "reference"}},
		"empty overlap":       {series.Overlap{}, []string{"from", "to", "ratio", "spread"}},
		"overlap backwards":   {series.Overlap{From: 2020, To: 2018, Ratio: 1, Spread: half}, []string{"to"}},
		"long overlap":        {series.Overlap{From: 1900, To: 2000, Ratio: 1, Spread: half}, []string{"to"}},
		"another ratio":       {series.Overlap{From: 2018, To: 2020, Ratio: 5, Spread: half}, []string{"ratio"}},
		"empty substitution":  {series.Substitution{}, []string{"tolerance"}},
		"tolerance below":     {series.Substitution{Tolerance: ghg.MustShare("-1%")}, []string{"tolerance"}},
		"empty curve":         {series.Curve{}, []string{"coefficients", "unit", "metric", "zero", "from", "to", "source"}},
		"curve backwards": {series.Curve{Coefficients: []decimal.Decimal{decimal.New(1, 99)}, Unit: ghg.Tonne, Metric: ghg.AR5, Zero: 2000,
			From: 2020, To: 2018, Most: -1, Source: "x"}, []string{"coefficients", "to", "most"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := series.Fill(city(two), c.method, 2019)
			require.Error(t, err)
			var faults ghg.Faults
			if errors.As(err, &faults) {
				var fields []string
				for _, f := range faults.All {
					fields = append(fields, f.Field)
				}
				assert.Equal(t, c.fields, fields)
				return
			}
			var fault ghg.Fault
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, c.fields, []string{fault.Field})
		})
	}
}

// What a method needs and does not find is refused, and never taken from elsewhere.
func TestFillRefuses(t *testing.T) {
	share := ghg.MustShare("10%")
	trend := series.Extrapolation{From: 2018, To: 2020, Most: 2, Line: series.Through}
	squares := trend
	squares.Line = series.LeastSquares
	overlap := series.Overlap{Old: city(map[int]string{2018: "0 t", 2020: "10 t", 2016: "9 t", 2015: "5 t"}), From: 2020, To: 2020,
		Ratio: series.MeanOfRatios, Spread: share}
	with := func(change func(*series.Overlap)) series.Overlap {
		o := overlap
		change(&o)
		return o
	}
	curve := series.Curve{Coefficients: []decimal.Decimal{decimal.NewFromInt(1)}, Unit: ghg.Tonne, Metric: ghg.AR4, Zero: 2018, From: 2018,
		To: 2020, Source: "x"}
	for name, c := range map[string]struct {
		method series.Method
		years  []int
		says   string
	}{
		"no years":          {series.Interpolation{}, nil, "name those to fill"},
		"twice":             {series.Interpolation{}, []int{2019, 2019}, "named twice"},
		"no year":           {series.Interpolation{}, []int{1700}, "1850"},
		"exists":            {series.Interpolation{}, []int{2018, 2019, 2020}, "90 t: one that exists"},
		"before":            {series.Interpolation{}, []int{2017}, "no figure for 2017"},
		"both sides":        {series.Interpolation{}, []int{2021, 2017}, "no figure for 2021"},
		"within":            {trend, []int{2019}, "within the trend of 2018 to 2020"},
		"too far":           {trend, []int{2023}, "at most 2 years"},
		"too far back":      {trend, []int{2015}, "at most 2 years"},
		"no trend from":     {series.Extrapolation{From: 2017, To: 2020, Most: 2, Line: series.Through}, []int{2021}, "no figure for 2017"},
		"no trend to":       {series.Extrapolation{From: 2018, To: 2019, Most: 2, Line: series.Through}, []int{2021}, "no figure for 2019"},
		"two for squares":   {squares, []int{2021}, "three figures"},
		"no surrogate":      {series.Surrogate{Of: stat(t, map[int]string{2018: "5"}), Reference: 2018}, []int{2019}, "no figure for 2019"},
		"no reference":      {series.Surrogate{Of: stat(t, map[int]string{2019: "5"}), Reference: 2018}, []int{2019}, "no figure for 2018"},
		"reference unknown": {series.Surrogate{Of: stat(t, map[int]string{2019: "5"}), Reference: 2017}, []int{2019}, "no figure for 2017"},
		"surrogate of 0":    {series.Surrogate{Of: stat(t, map[int]string{2018: "0", 2019: "5"}), Reference: 2018}, []int{2019}, "more than 0"},
		"surrogate below 0": {series.Surrogate{Of: stat(t, map[int]string{2018: "1", 2019: "-5"}), Reference: 2018}, []int{2019}, "0 or more"},
		"surrogate of bounds": {series.Surrogate{Of: stat(t, map[int]string{2018: "1", 2019: "1e90"}), Reference: 2018}, []int{2019},
			"out of bounds"},
		"overlap, 0": {with(func(o *series.Overlap) {
			o.Old, o.From, o.To = city(map[int]string{2016: "1 t", 2020: "0 t"}), 2020, 2020
		}), []int{2016}, "a ratio to 0"},
		"overlap, old lacks":   {with(func(o *series.Overlap) { o.From = 2019 }), []int{2016}, "Garam, the other series: no figure for 2019"},
		"overlap, new lacks":   {with(func(o *series.Overlap) { o.From, o.To = 2016, 2016 }), []int{2015}, "Garam: no figure for 2016"},
		"overlap, none of old": {overlap, []int{2017}, "no figure for 2017"},
		"sums of 0": {with(func(o *series.Overlap) {
			o.Old, o.Ratio = city(map[int]string{2016: "1 t", 2020: "0 t"}), series.RatioOfSums
		}), []int{2016}, "come to 0"},
		"line of one":   {with(func(o *series.Overlap) { o.Ratio = series.LeastSquaresLine }), []int{2016}, "differ from each other"},
		"another place": {with(func(o *series.Overlap) { o.Old = seriesOf("Elsewhere", two) }), []int{2016}, "one place"},
		"inventories": {with(func(o *series.Overlap) { o.OldInventories = []ghg.Inventory{{}} }), []int{2016},
			"spliced with one of totals"},
		"nothing there":     {series.Substitution{From: city(two), Tolerance: share}, []int{2019}, "no figure for 2019"},
		"metric of a curve": {curve, []int{2019}, "AR4"},
		"too large": {series.Surrogate{Of: stat(t, map[int]string{2018: "1e-30", 2019: "1e30"}), Reference: 2018}, []int{2019},
			"out of bounds"},
	} {
		t.Run(name, func(t *testing.T) {
			filled, err := series.Fill(city(two), c.method, c.years...)
			require.ErrorContains(t, err, c.says)
			assert.Zero(t, filled.Yearly.Len())
		})
	}
	_, err := series.Fill(city(two), series.Interpolation{}, 2021, 2017)
	assert.ErrorContains(t, err, "no figure for 2017") // all at once
	_, err = series.Fill(ghg.Yearly{}, series.Interpolation{}, 2019)
	assert.ErrorIs(t, err, ghg.ErrNoView)
	curve.Metric, curve.To = ghg.AR5, 2019
	_, err = series.Fill(city(two), curve, 2021)
	assert.ErrorContains(t, err, "at most 0 years")
}

// Figures on another metric or view do not meet.
func TestSeriesThatDoNotMeet(t *testing.T) {
	other, err := ghg.YearlyFrom("Garam", ghg.MustDeclaredView("net", "yearbook"), ghg.AR4,
		[]ghg.OfYear[ghg.Mass]{{Year: 2018, Value: ghg.MustMass("1 t")}})
	require.NoError(t, err)
	o := series.Overlap{Old: other, From: 2018, To: 2018, Ratio: series.MeanOfRatios, Spread: ghg.MustShare("0%")}
	_, err = series.Fill(city(two), o, 2016)
	var differ *ghg.MismatchError
	require.ErrorAs(t, err, &differ)
	assert.True(t, differ.In(ghg.AspectView) && differ.In(ghg.AspectMetric))
	_, err = o.Ratios(city(two))
	assert.ErrorAs(t, err, &differ)
}

// Periods are of the same part of their years, and a filled figure is of that part too.
func TestPeriods(t *testing.T) {
	figure := func(year int, p ghg.Period, v ghg.Vintage, s ghg.Status) ghg.YearFigure {
		return ghg.YearFigure{Year: year, Period: p, CO2e: ghg.MustCO2e("10 tCO2e (AR5)"), Vintage: v, Status: s}
	}
	view := ghg.MustDeclaredView("gross", "yearbook")
	fiscal, err := ghg.NewYearly("Garam", view, ghg.AR5, []ghg.YearFigure{
		figure(2018, ghg.FiscalYear(2018, 4), 3, ghg.Actual), figure(2020, ghg.FiscalYear(2020, 4), 1, ghg.Projected)})
	require.NoError(t, err)
	filled, err := series.Fill(fiscal, series.Interpolation{}, 2019)
	require.NoError(t, err)
	f, _ := filled.Yearly.At(2019)
	assert.Equal(t, "2019-04-01/2020-03-31", f.Period.String())
	assert.Equal(t, ghg.Vintage(3), f.Vintage)
	assert.Equal(t, ghg.Projected, f.Status) // no more final than what it comes of
	april, err := ghg.ParsePeriod("2018-04-06/2019-04-05")
	require.NoError(t, err)
	tax, err := ghg.NewYearly("Garam", view, ghg.AR5, []ghg.YearFigure{figure(2018, april, 1, ghg.Actual)})
	require.NoError(t, err)
	filled, err = series.Fill(tax, series.Surrogate{Of: stat(t, map[int]string{2018: "1", 2017: "1"}), Reference: 2018}, 2017)
	require.NoError(t, err)
	assert.Equal(t, "2017-04-06/2018-04-05", mustAt(t, filled.Yearly, 2017).Period.String())
	mixed, err := ghg.NewYearly("Garam", view, ghg.AR5, []ghg.YearFigure{
		figure(2018, ghg.FiscalYear(2018, 4), 1, ghg.Actual), figure(2020, ghg.CalendarYear(2020), 1, ghg.Actual)})
	require.NoError(t, err)
	_, err = series.Fill(mixed, series.Interpolation{}, 2019)
	assert.ErrorContains(t, err, "same part of its year")
	_, err = series.Fill(city(two), series.Substitution{From: fiscal, Tolerance: ghg.MustShare("100%")}, 2019)
	assert.ErrorContains(t, err, "same part of its year")
}

// Every name is there in both languages, and no answer is an empty object.
func TestTextAndJSON(t *testing.T) {
	assert.Empty(t, series.Line(0).String()+series.Ratio(9).String()+series.Position(0).String()+
		series.Move(3).String()+series.Territory(7).Korean())
	for _, x := range []interface {
		String() string
		Korean() string
	}{series.Through, series.LeastSquares, series.MeanOfRatios, series.RatioOfSums, series.LeastSquaresRatio, series.LeastSquaresLine,
		series.AtStart, series.Between, series.AtEnd, series.Throughout, series.Joined, series.Left, series.Before, series.After, series.ByDay,
		series.Interpolation{}, series.Extrapolation{Line: series.Through}, series.Extrapolation{Line: series.LeastSquares}, series.Curve{},
		series.Surrogate{}, series.LocalTrends{}, series.Overlap{Ratio: series.MeanOfRatios}, series.Substitution{}} {
		assert.NotEmpty(t, x.String())
		assert.NotEqual(t, x.String(), x.Korean())
	}
	filled, err := series.Fill(city(two), series.Interpolation{}, 2019)
	require.NoError(t, err)
	text, err := json.Marshal(filled)
	require.NoError(t, err)
	for _, want := range []string{`"method":"linear interpolation`, `"method_ko":"선형 내삽`, `"uses":[2018,2020]`,
		`"status":"estimated"`, `"code":"filled"`} {
		assert.Contains(t, string(text), want)
	}
	for _, gap := range []series.Gap{{Position: series.AtEnd, First: 2021, Last: 2021}} {
		text, err = json.Marshal(gap)
		require.NoError(t, err)
		assert.Equal(t, `{"position":"after the last figure","first":2021,"last":2021}`, string(text))
		assert.Equal(t, "2021, after the last figure", gap.String())
	}
	o := series.Overlap{Old: city(two), From: 2018, To: 2018, Ratio: series.MeanOfRatios, Spread: ghg.MustShare("0%")}
	r, err := o.Ratios(city(two))
	require.NoError(t, err)
	text, err = json.Marshal(r)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"mean":"1"`)
	assert.True(t, strings.HasPrefix(filled.Steps[0].Korean(), "Garam, 2019년(추정): 선형 내삽"))
}

func TestGaps(t *testing.T) {
	gaps := func(y ghg.Yearly, first, last int) (out []series.Gap) {
		for g := range series.Gaps(y, first, last) {
			out = append(out, g)
		}
		return out
	}
	y := city(two)
	assert.Equal(t, []series.Gap{{series.AtStart, 2017, 2017}, {series.Between, 2019, 2019}, {series.AtEnd, 2021, 2022}}, gaps(y, 2017, 2022))
	assert.Equal(t, []series.Gap{{series.Between, 2019, 2019}}, gaps(y, 2019, 2019))
	assert.Empty(t, gaps(y, 2018, 2018))
	assert.Empty(t, gaps(y, 2020, 2019))
	assert.Equal(t, []series.Gap{{series.Throughout, 2000, 2001}}, gaps(ghg.Yearly{}, 2000, 2001))
	assert.Equal(t, []series.Gap{{series.AtStart, ghg.FirstYear, 2017}}, gaps(y, -1<<40, 2018))
	assert.Equal(t, []series.Gap{{series.AtEnd, 2021, ghg.LastYear}}, gaps(y, 2020, 1<<40))
	for g := range series.Gaps(y, 2017, 2022) {
		assert.Equal(t, []int{2017}, g.Years())
		break
	}
}
