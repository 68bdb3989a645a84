package trend_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a worked case with its published or independently computed answer.
type vector struct {
	ID      string          `json:"id"`
	Inputs  json.RawMessage `json:"inputs"`
	Outputs json.RawMessage `json:"outputs"`
}

func (v vector) read(t *testing.T, inputs, outputs any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(v.Inputs, inputs))
	require.NoError(t, json.Unmarshal(v.Outputs, outputs))
}

func TestVectors(t *testing.T) {
	b, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(b, &file))
	run := map[string]func(*testing.T, vector){
		"trend-ols-pi-hamburg":                hamburg,
		"trend-ols-pi-uk":                     unitedKingdom,
		"trend-rising-korea":                  risingKorea,
		"trend-irregular-muenster":            muenster,
		"trend-lad-ale":                       leastAbsolute,
		"trend-lad-kiruna":                    leastAbsolute,
		"nist-norris":                         norris,
		"prediction-interval-faithful":        faithful,
		"attain-zero-date-alingsas":           zeroDate,
		"nowcast-gap-norrkoping":              nowcastGap,
		"prob-on-track-inventory-uncertainty": inventoryUncertainty,
	}
	assert.Len(t, file.Vectors, len(run))
	for _, v := range file.Vectors {
		f, ok := run[v.ID]
		if assert.True(t, ok, v.ID) {
			t.Run(v.ID, func(t *testing.T) { f(t, v) })
		}
	}
}

// number is a number that JSON holds as such or as a text.
type number float64

func (n *number) UnmarshalJSON(b []byte) error {
	f, err := strconv.ParseFloat(strings.Trim(string(b), `"`), 64)
	*n = number(f)
	return err
}

// amounts are numbers as texts, kept exactly.
type amounts []string

func (a *amounts) UnmarshalJSON(b []byte) error {
	var raw []json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	for _, r := range raw {
		*a = append(*a, strings.Trim(string(r), `"`))
	}
	return nil
}

// expected is what the vectors say of a trend, in their own unit.
type expected struct {
	Slope      number
	Intercept  number
	SESlope    number   `json:"se_slope"`
	SD         number   `json:"residual_sd"`
	R2         number   `json:"r2"`
	Fit2018    number   `json:"fit_2018"`
	PI2018     []number `json:"pi95_2018"`
	Fit2030    number   `json:"fit_2030"`
	PI2030     []number `json:"pi95_2030"`
	CI2030     []number `json:"ci95_2030"`
	SEPred     number   `json:"se_pred_2030"`
	Prob2030   number   `json:"prob_meets_target_2030"`
	Prob       number   `json:"prob_meets_target"`
	Year       number   `json:"year_line_reaches_target"`
	Earliest   int      `json:"first_year_pi_lower_below_target"`
	Latest     int      `json:"first_year_pi_upper_below_target"`
	DW         number   `json:"durbin_watson"`
	R1         number   `json:"lag1_autocorr"`
	S          int      `json:"mk_S"`
	Var        number   `json:"mk_var"`
	Z          number   `json:"mk_z"`
	Tau        number   `json:"kendall_tau"`
	P          number   `json:"kendall_exact_p"`
	Sen        number   `json:"sen_slope"`
	TargetMtC  string   `json:"target_mtc"`
	Attainment any      `json:"attainment_year"`
}

// check holds a fit against what a vector says; unit is tonnes in one unit of
// the vector. A figure that the vector does not give is 0 and skipped.
func (e expected) check(t *testing.T, f trend.Fit, unit float64) {
	t.Helper()
	const rel = 1e-8
	same := func(name string, want number, got float64) {
		t.Helper()
		if want != 0 {
			near(t, float64(want), got, rel, name)
		}
	}
	same("slope", e.Slope, f.Slope()/unit)
	same("intercept", e.Intercept, f.Intercept()/unit)
	same("SE of the slope", e.SESlope, f.SlopeSE()/unit)
	same("residual sd", e.SD, f.ResidualSD()/unit)
	r2, ok := f.RSquared()
	require.True(t, ok)
	same("R²", e.R2, r2)
	bounds := func(name string, want []number, i trend.Interval, err error) {
		t.Helper()
		require.NoError(t, err)
		if len(want) == 2 {
			same(name+" low", want[0], i.Low/unit)
			same(name+" high", want[1], i.High/unit)
		}
	}
	i, err := f.Prediction(2018, sure)
	bounds("prediction 2018", e.PI2018, i, err)
	same("fit 2018", e.Fit2018, i.Fit/unit)
	i, err = f.Confidence(2030, sure)
	bounds("confidence 2030", e.CI2030, i, err)
	i, err = f.Prediction(2030, sure)
	bounds("prediction 2030", e.PI2030, i, err)
	same("fit 2030", e.Fit2030, i.Fit/unit)
	same("SE of prediction", e.SEPred, i.SE/unit)
	a, ok := f.Autocorrelation()
	require.True(t, ok)
	same("Durbin-Watson", e.DW, a.DurbinWatson)
	same("r1", e.R1, a.Lag1)
	k, err := trend.MannKendall(f.Points())
	require.NoError(t, err)
	assert.Equal(t, e.S, k.S)
	assert.True(t, k.Exact)
	same("variance of S", e.Var, k.Variance)
	same("z", e.Z, k.Z)
	same("tau", e.Tau, k.Tau)
	same("p", e.P, k.P)
	sen, err := trend.TheilSen(f.Points())
	require.NoError(t, err)
	same("Theil-Sen", e.Sen, sen.Slope()/unit)
}

func hamburg(t *testing.T, v vector) {
	var in struct {
		Years     []int
		Emissions amounts `json:"emissions_kt"`
		Target    []json.RawMessage
	}
	var out expected
	v.read(t, &in, &out)
	f := fitted(t, yearly(t, "Hamburg", ghg.Kilotonne, in.Years, in.Emissions))
	out.check(t, f, 1000)
	limit := level(strings.Trim(string(in.Target[1]), `"`), ghg.Kilotonne)
	p, err := f.Probability(limit, 2030)
	require.NoError(t, err)
	near(t, float64(out.Prob2030), p.Value, 1e-8)
	a, err := f.Attainment(limit, sure)
	require.NoError(t, err)
	assert.Equal(t, trend.Reaches, a.Answer)
	near(t, float64(out.Year), a.Year, 1e-8)
	assert.Equal(t, []int{2047, out.Earliest, out.Latest}, []int{a.FirstYear, a.Earliest, a.Latest})
}

func unitedKingdom(t *testing.T, v vector) {
	var in struct {
		Years     []int
		Emissions amounts `json:"emissions_mtc"`
		Base      string  `json:"base_1990"`
		Share     string  `json:"target_share"`
	}
	var out expected
	v.read(t, &in, &out)
	// The amounts are Mt of carbon; the statistics do not ask of what.
	f := fitted(t, yearly(t, "UK", ghg.Megatonne, in.Years, in.Emissions))
	out.check(t, f, 1e6)
	limit, err := level(in.Base, ghg.Megatonne).Scale(decimal.RequireFromString(in.Share))
	require.NoError(t, err)
	assert.True(t, limit.Equal(level(out.TargetMtC, ghg.Megatonne)))
	p, err := f.Probability(limit, 2030)
	require.NoError(t, err)
	near(t, float64(out.Prob), p.Value, 1e-8)
	a, err := f.Attainment(limit, sure)
	require.NoError(t, err)
	near(t, float64(out.Year), a.Year, 1e-8)
	assert.Equal(t, 2030, a.FirstYear)
}

func risingKorea(t *testing.T, v vector) {
	var in struct {
		Years     []int
		Emissions amounts `json:"emissions_mtc"`
	}
	var out expected
	v.read(t, &in, &out)
	f := fitted(t, yearly(t, "Korea", ghg.Megatonne, in.Years, in.Emissions))
	out.check(t, f, 1e6)
	assert.Nil(t, out.Attainment)
	a, err := f.Attainment(level("100", ghg.Megatonne), sure)
	require.NoError(t, err)
	assert.Equal(t, trend.Never, a.Answer)
	assert.Zero(t, a.Year)
	assert.Zero(t, a.FirstYear)
	assert.Zero(t, a.Latest)
}

func muenster(t *testing.T, v vector) {
	var in struct {
		Years     []int
		Emissions amounts `json:"emissions_kt"`
	}
	var out expected
	v.read(t, &in, &out)
	out.check(t, fitted(t, yearly(t, "Münster", ghg.Kilotonne, in.Years, in.Emissions)), 1000)
}

func leastAbsolute(t *testing.T, v vector) {
	var in struct {
		Years     []int
		Emissions amounts `json:"emissions_t"`
	}
	var out struct {
		Low  number `json:"lad_slope_min"`
		High number `json:"lad_slope_max"`
		Sum  number `json:"sum_abs_residuals"`
		OLS  number `json:"ols_slope"`
	}
	v.read(t, &in, &out)
	s := yearly(t, "Kiruna", ghg.Tonne, in.Years, in.Emissions)
	a, err := trend.LeastAbsolute(choose(t, s))
	require.NoError(t, err)
	within(t, float64(out.Low), a.SlopeLow, 1e-8)
	within(t, float64(out.High), a.SlopeHigh, 1e-8)
	within(t, float64(out.Sum), a.Deviation, 1e-5)
	within(t, float64(out.OLS), fitted(t, s).Slope(), 1e-7)
	assert.Equal(t, out.Low == out.High, a.IsUnique())
	near(t, float64(out.Low+out.High)/2, a.Line.Slope(), 1e-11)
	// The line given reaches the smallest sum itself.
	sum := 0.0
	for f := range s.All() {
		y := f.CO2e.Tonnes().InexactFloat64()
		sum += max(y-a.Line.At(float64(f.Year)), a.Line.At(float64(f.Year))-y)
	}
	within(t, float64(out.Sum), sum, 1e-5)
	// The published slope is an approximation, rounded to a tenth or hundredth of
	// a tonne, within the range.
	publishedSlope := map[string]float64{"trend-lad-ale": -1340.3, "trend-lad-kiruna": -5979.78}[v.ID]
	assert.GreaterOrEqual(t, publishedSlope, a.SlopeLow-0.006)
	assert.LessOrEqual(t, publishedSlope, a.SlopeHigh+0.006)
}

func norris(t *testing.T, v vector) {
	var in struct{ X, Y []number }
	var out struct {
		B0, B1 number
		SE0    number `json:"se_b0"`
		SE1    number `json:"se_b1"`
		SD     number `json:"residual_sd"`
		R2     number
	}
	v.read(t, &in, &out)
	x, y := make([]float64, len(in.X)), make([]float64, len(in.Y))
	for i := range x {
		x[i], y[i] = float64(in.X[i]), float64(in.Y[i])
	}
	f := trend.FitOf(x, y)
	r2, _ := f.RSquared()
	const rel = 1e-12 // the vector asks for 1e-9
	near(t, float64(out.B0), f.Intercept(), rel)
	near(t, float64(out.B1), f.Slope(), rel)
	near(t, float64(out.SE0), f.InterceptSE(), rel)
	near(t, float64(out.SE1), f.SlopeSE(), rel)
	near(t, float64(out.SD), f.ResidualSD(), rel)
	near(t, float64(out.R2), r2, rel)
}

func faithful(t *testing.T, v vector) {
	var in struct{ At float64 }
	var out struct {
		Intercept, Slope, Fit number
		PI, CI                []number
	}
	v.read(t, &in, &out)
	file, err := os.Open("testdata/faithful.tsv")
	require.NoError(t, err)
	defer file.Close()
	var eruptions, waiting []float64
	for s := bufio.NewScanner(file); s.Scan(); {
		y, x, _ := strings.Cut(s.Text(), "\t")
		e, err := strconv.ParseFloat(y, 64)
		if err != nil {
			continue // comment and header
		}
		w, err := strconv.ParseFloat(x, 64)
		require.NoError(t, err)
		eruptions, waiting = append(eruptions, e), append(waiting, w)
	}
	require.Len(t, eruptions, 272)
	f := trend.FitOf(waiting, eruptions)
	const rel = 1e-11 // R's digits; the vector asks for those published
	near(t, float64(out.Intercept), f.Intercept(), rel)
	near(t, float64(out.Slope), f.Slope(), rel)
	i, err := f.PredictionAt(in.At, sure)
	require.NoError(t, err)
	near(t, float64(out.Fit), i.Fit, rel)
	near(t, float64(out.PI[0]), i.Low, rel)
	near(t, float64(out.PI[1]), i.High, rel)
	c, err := f.ConfidenceAt(in.At, sure)
	require.NoError(t, err)
	near(t, float64(out.CI[0]), c.Low, rel)
	near(t, float64(out.CI[1]), c.High, rel)
	for want, got := range map[float64]float64{4.1762: i.Fit, 3.1961: i.Low, 5.1564: i.High} { // as published
		within(t, want, got, 5e-5)
	}
}

func zeroDate(t *testing.T, v vector) {
	var in struct {
		Alingsas, Ale []number
		Last          int `json:"last_data_year"`
	}
	var out struct {
		Year number  `json:"alingsas_year"`
		Date string  `json:"alingsas_date"`
		Ale  *string `json:"ale_date"`
	}
	v.read(t, &in, &out)
	zero := level("0", ghg.Tonne)
	attains := func(line []number) trend.Attainment {
		l, err := trend.NewLine(float64(line[0]), float64(line[1]), in.Last, ghg.Unstated, "Klimatkollen")
		require.NoError(t, err)
		a, err := l.Attainment(zero)
		require.NoError(t, err)
		return a
	}
	a := attains(in.Alingsas)
	assert.Equal(t, trend.Reaches, a.Answer)
	within(t, float64(out.Year), a.Year, 5e-7)
	assert.Equal(t, 2055, a.FirstYear)

	// The published date counts years of 365 days from 1 January after the
	// last figure, and so loses the leap days of 2022 to 2053, eight of them:
	// 32.471188 years × 365 days = 11851.98 days after 1 January 2022 are 13 June
	// 2054. The same point of the axis, as a part of the 365 days of 2054 itself,
	// is day 0.471188 × 365 = 171.98, 21 June. We give the number, and no date.
	start := time.Date(in.Last+1, 1, 1, 0, 0, 0, 0, time.UTC)
	days := (a.Year - float64(in.Last+1)) * 365
	assert.Equal(t, out.Date, start.AddDate(0, 0, int(days)).Format(time.DateOnly))
	calendar := time.Date(2054, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int((a.Year-2054)*365))
	assert.Equal(t, "2054-06-21", calendar.Format(time.DateOnly))

	assert.Nil(t, out.Ale)
	assert.Equal(t, trend.Never, attains(in.Ale).Answer)
}

func nowcastGap(t *testing.T, v vector) {
	var in struct {
		Last  []json.RawMessage `json:"last_actual"`
		Trend []number
		To    int `json:"to_year"`
	}
	var out struct {
		Approx map[int]number
		Total  number `json:"total_trapezoid"`
	}
	v.read(t, &in, &out)
	series := yearly(t, "Norrköping", ghg.Tonne, []int{2021}, []string{strings.Trim(string(in.Last[1]), `"`)})
	l, err := trend.NewLine(float64(in.Trend[0]), float64(in.Trend[1]), 2021, ghg.Unstated, "Klimatkollen")
	require.NoError(t, err)
	filled, findings, err := trend.Nowcast(series, in.To, trend.Along(l))
	require.NoError(t, err)
	assert.Zero(t, findings.Len())
	require.Equal(t, len(out.Approx), filled.Len())
	total, before := 0.0, 0.0
	for f := range filled.All() {
		y := f.CO2e.Tonnes().InexactFloat64()
		within(t, float64(out.Approx[f.Year]), y, 1e-6, f.Year)
		if f.Year > 2021 {
			assert.Equal(t, ghg.Nowcast, f.Status)
			total += (before + y) / 2
		} else {
			assert.Equal(t, ghg.Actual, f.Status)
		}
		before = y
	}
	within(t, float64(out.Total), total, 1e-6)
	within(t, 1560788.47673442, total, 1) // as published, from coefficients with more digits
}

func inventoryUncertainty(t *testing.T, v vector) {
	var in struct {
		Base        string `json:"base_mt"`
		Current     string `json:"current_mt"`
		UBase       string `json:"u_base_95"`
		UCurrent    string `json:"u_current_95"`
		Correlation string
		Required    string `json:"required_cut_mt"`
	}
	var out struct {
		Cut         string `json:"cut_mt"`
		SD          number `json:"sd_cut_mt"`
		P           number `json:"prob_required_cut_reached"`
		Any         number `json:"prob_any_cut"`
		Independent number `json:"sd_if_independent_mt"`
	}
	v.read(t, &in, &out)
	base := trend.Measured{CO2e: level(in.Base, ghg.Megatonne), Uncertainty: ghg.MustShare(in.UBase)}
	current := trend.Measured{CO2e: level(in.Current, ghg.Megatonne), Uncertainty: ghg.MustShare(in.UCurrent)}
	p, err := trend.CutReached(level(in.Required, ghg.Megatonne), base, current, ghg.MustShare(in.Correlation))
	require.NoError(t, err)
	assert.True(t, p.Cut.Equal(level(out.Cut, ghg.Megatonne)))
	within(t, float64(out.SD), p.SD/1e6, 1e-8)
	within(t, float64(out.P), p.Value, 1e-8)
	p, err = trend.CutReached(level("0", ghg.Megatonne), base, current, ghg.MustShare(in.Correlation))
	require.NoError(t, err)
	within(t, float64(out.Any), p.Value, 1e-8)
	p, err = trend.CutReached(level(in.Required, ghg.Megatonne), base, current, ghg.MustShare("0"))
	require.NoError(t, err)
	within(t, float64(out.Independent), p.SD/1e6, 1e-8)
}
