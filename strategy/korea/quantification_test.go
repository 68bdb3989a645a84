package korea_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestQuantificationRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*korea.QuantificationDefinition)
		want   string
	}{
		"project":      {func(d *korea.QuantificationDefinition) { d.Project = "" }, "quantification, project: a management number"},
		"long project": {func(d *korea.QuantificationDefinition) { d.Project = string(make([]byte, 201)) }, "1 to 200 bytes"},
		"unit":         {func(d *korea.QuantificationDefinition) { d.Unit = korea.ReductionUnit{} }, "no reduction unit given"},
		"counting":     {func(d *korea.QuantificationDefinition) { d.Counting = 9 }, `project "E-01", counting "unknown counting (9)": say`},
		"no life":      {func(d *korea.QuantificationDefinition) { d.Life = 0 }, "from 1 to 200"},
		"long life":    {func(d *korea.QuantificationDefinition) { d.Life = 201 }, "from 1 to 200"},
		"stray life":   {func(d *korea.QuantificationDefinition) { d.Counting = korea.DoneInYear }, `life "20": it is given only`},
		"year": {func(d *korea.QuantificationDefinition) { d.Planned[1800] = n("1") },
			`project "E-01", 1800, planned "1": year 1800: years from 1850`},
		"below 0": {func(d *korea.QuantificationDefinition) { d.Monitored[2026] = n("-1") },
			`project "E-01", 2026, monitored "-1": quantities of 0`},
		"bounds": {func(d *korea.QuantificationDefinition) { d.Planned[2026] = decimal.New(1, 1000) }, `project "E-01", 2026, planned "`},
		"grown": {func(d *korea.QuantificationDefinition) { d.Planned[2026], d.Planned[2027] = n("1e30"), n("1e-30") },
			`project "E-01", 2027, planned "`},
		"not monitored": {func(d *korea.QuantificationDefinition) { d.Verified = map[int]string{2028: "KECO"} },
			`2028, verified "KECO": a monitored`},
		"by nobody": {func(d *korea.QuantificationDefinition) { d.Verified = map[int]string{2026: ""} }, `2026, verified: a monitored`},
	} {
		d := solar()
		c.change(&d)
		_, err := korea.NewQuantification(d)
		assert.ErrorContains(t, err, c.want, name)
	}
	d := solar()
	d.Life = 1
	_, err := korea.NewQuantification(d)
	assert.NoError(t, err)
	d.Life = 200
	_, err = korea.NewQuantification(d)
	assert.NoError(t, err)
	d.Project = string(make([]byte, 200))
	_, err = korea.NewQuantification(d)
	assert.NoError(t, err)
	d = solar()
	d.Planned[2026] = decimal.New(1, 31)
	_, err = korea.NewQuantification(d)
	assert.ErrorContains(t, err, `project "E-01", 2026, planned`)
	_, err = korea.NewQuantification(korea.QuantificationDefinition{})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.All, 3, "all at once")
}

// A panel of three years of life that was put up in 2026 saves until 2028.
func TestLife(t *testing.T) {
	d := solar()
	d.Life = 3
	d.Planned = map[int]decimal.Decimal{2026: n("300"), 2027: n("0"), 2028: n("50"), 2029: n("7"), 2030: n("0.5")}
	q := must(korea.NewQuantification(d))
	for year, standing := range map[int]string{2026: "300", 2027: "300", 2028: "350", 2029: "57", 2030: "57.5"} {
		got, ok := q.Annual(strategy.Expected, year)
		assert.True(t, ok)
		assert.True(t, n(standing).Mul(n("0.617")).Equal(got.Tonnes()), "%d: %s", year, got)
	}
	_, ok := q.Annual(strategy.Expected, 2031)
	assert.False(t, ok)
}

// A year that is missing is not 0: what it would have added is unknown for as
// long as it would save.
func TestMissingYears(t *testing.T) {
	d := solar()
	d.Life = 2
	d.Planned = map[int]decimal.Decimal{2026: n("300"), 2028: n("500"), 2029: n("100")}
	q := must(korea.NewQuantification(d))
	_, ok := q.Annual(strategy.Expected, 2028) // 2027 would still save
	assert.False(t, ok)
	got, ok := q.Annual(strategy.Expected, 2029) // 2028 and 2029 are known
	assert.True(t, ok)
	assert.Equal(t, "370.2 tCO2e", got.String())
	assert.Equal(t, "expected reductions of project E-01 in 2028: unknown", q.Explain(strategy.Expected, 2028))
	r := must(q.Reductions(strategy.Expected))
	assert.Equal(t, 2, r.Len())
	rows := must(korea.QuantitativeReductions(korea.Annual, q))
	assert.Len(t, rows, 2)
	_, err := korea.QuantitativeReductions(korea.Cumulative, q)
	var missing *ghg.NoFigureError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, `expected reductions of project "E-01" to 2028`, missing.Of)
	assert.Equal(t, 2027, missing.Year)

	d = cars()
	delete(d.Planned, 2027)
	q = must(korea.NewQuantification(d))
	_, err = q.Cumulative(strategy.Expected, 2028)
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2027, missing.Year)
	sum, err := q.Cumulative(strategy.Expected, 2026)
	assert.NoError(t, err)
	assert.Equal(t, "116.4 tCO2e", sum.String())
	for year, want := range map[int]int{2027: 2027, 2025: 2025, 2030: 2027} {
		_, err = q.Cumulative(strategy.Expected, year)
		require.ErrorAs(t, err, &missing)
		assert.Equal(t, want, missing.Year)
	}
}

func TestKinds(t *testing.T) {
	d := cars()
	d.Verified = map[int]string{2026: "KECO, letter of 2027-05-02"}
	q := must(korea.NewQuantification(d))
	for kind, want := range map[strategy.Kind]string{strategy.Expected: "116.4 tCO2e", strategy.Implemented: "93.12 tCO2e",
		strategy.Verified: "93.12 tCO2e"} {
		r, err := q.Reductions(kind)
		require.NoError(t, err)
		assert.Equal(t, kind, r.Kind())
		c, ok := r.At(2026)
		assert.True(t, ok)
		assert.Equal(t, want, c.String())
	}
	_, ok := must(q.Reductions(strategy.Verified)).At(2027)
	assert.False(t, ok, "only what was verified")
	assert.Equal(t, "verified reductions of project T-01 in 2026: 96 대 standing in the year (전기승용차 보급대수(대)) × 0.97 tCO2e per 대 "+
		"= 93.12 tCO2e; "+
		"guideline for local carbon-neutrality plans, appendix 3 (third party's transcription); medium; verified: KECO, letter of 2027-05-02",
		q.Explain(strategy.Verified, 2026))
	assert.NotContains(t, q.Explain(strategy.Implemented, 2026), "KECO")
	for _, kind := range []strategy.Kind{strategy.Claimed, strategy.Potential, 0} {
		_, err := q.Reductions(kind)
		assert.ErrorContains(t, err, "a plan gives expected reductions", kind)
		_, err = q.Cumulative(kind, 2026)
		assert.Error(t, err)
		_, ok := q.Annual(kind, 2026)
		assert.False(t, ok)
		for range q.Years(kind) {
			t.Error("no years")
		}
	}
	for range q.Years(strategy.Expected) {
		break
	}
	d.Planned = nil
	_, err := must(korea.NewQuantification(d)).Reductions(strategy.Expected)
	assert.ErrorContains(t, err, `project "T-01"`)
}

func TestQuantificationIsImmutable(t *testing.T) {
	d := solar()
	d.Verified = map[int]string{2026: "KECO"}
	q := must(korea.NewQuantification(d))
	d.Planned[2026], d.Monitored[2026], d.Verified[2026] = n("9"), n("9"), ""
	e := q.Definition()
	e.Planned[2026], e.Monitored[2026], e.Verified[2026] = n("9"), n("9"), ""
	assert.True(t, n("300").Equal(q.Definition().Planned[2026]))
	assert.True(t, n("310").Equal(q.Definition().Monitored[2026]))
	assert.Equal(t, "KECO", q.Definition().Verified[2026])
	var zero korea.Quantification
	assert.Empty(t, zero.Project())
	assert.Empty(t, zero.Definition())
	_, err := zero.Reductions(strategy.Expected)
	assert.ErrorContains(t, err, "no quantification given")
	_, err = zero.Attainment(2026)
	assert.ErrorContains(t, err, "no quantification given")
	_, err = korea.MonitoringPerformance(2026, korea.OwnStatusRules, zero)
	assert.ErrorContains(t, err, "no quantification given")
	_, err = korea.QuantitativeReductions(korea.Annual, zero)
	assert.ErrorContains(t, err, "no quantification given")
	assert.Empty(t, korea.AnnualImplementations(zero))
}

// Standing units and their saving against a count of every single one with
// fractions.
func TestQuantificationAgainstRationals(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		d := solar()
		d.Life = 1 + r.IntN(8)
		d.Counting = korea.Counting(1 + r.IntN(3))
		if d.Counting != korea.NewInYear {
			d.Life = 0
		}
		d.Planned = map[int]decimal.Decimal{}
		years := 1 + r.IntN(12)
		for y := range years {
			d.Planned[2025+y] = decimal.New(r.Int64N(100000), -int32(r.IntN(5)))
		}
		q := must(korea.NewQuantification(d))
		total := new(big.Rat)
		rows := must(korea.QuantitativeReductions(korea.Cumulative, q))
		for y := range years {
			want := new(big.Rat)
			for from := range years {
				alive := from == y
				if d.Counting == korea.NewInYear {
					alive = from <= y && y < from+d.Life
				}
				if alive {
					want.Add(want, d.Planned[2025+from].Rat())
				}
			}
			want.Mul(want, big.NewRat(617, 1000))
			total.Add(total, want)
			got, ok := q.Annual(strategy.Expected, 2025+y)
			require.True(t, ok)
			require.Zero(t, want.Cmp(got.Tonnes().Rat()), "%s: %s and %s", d.Counting, want, got)
			sum, err := q.Cumulative(strategy.Expected, 2025+y)
			require.NoError(t, err)
			require.Zero(t, total.Cmp(sum.Tonnes().Rat()))
			require.True(t, sum.Equal(rows[y].Expected))
			product := must(rows[y].PerUnit.Scale(rows[y].Quantity.Amount()))
			require.True(t, product.Equal(rows[y].Expected), "quantity × unit holds for cumulative rows")
		}
	}
}

// Figures that cities printed, by the formula of the tables.
func TestPublishedProducts(t *testing.T) {
	for name, c := range map[string]struct{ saves, per, quantity, want string }{
		"pine of 30 years, 9.1 kg (Daegu, 2019)":             {"9.1 kgCO2e", "그루", "1000", "9.1"},
		"1110 at home, printed as 79,352 t":                  {"75.1 kgCO2e", "가구", "1056627", "79352.6877"},
		"photovoltaics, notice 2020-304: E × 0.45941 / 1000": {"0.00045941 tCO2e", "kWh", "1971000", "905.49711"},
	} {
		u := must(korea.NewReductionUnit(korea.ReductionUnitDefinition{Factor: name, Per: c.per, Saves: ghg.MustCO2e(c.saves), Source: name}))
		q := must(korea.NewQuantification(korea.QuantificationDefinition{Project: "A", Unit: u, Counting: korea.DoneInYear,
			Planned: map[int]decimal.Decimal{2026: n(c.quantity)}}))
		got, ok := q.Annual(strategy.Expected, 2026)
		assert.True(t, ok)
		assert.Equal(t, c.want, got.Tonnes().String(), name)
	}
}
