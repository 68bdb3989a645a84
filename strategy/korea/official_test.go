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

// rowsOf are the annual rows of one thing that a project counts.
func rowsOf(t *testing.T, d strategy.QuantificationDefinition) map[int]korea.QuantitativeReduction {
	t.Helper()
	out := map[int]korea.QuantitativeReduction{}
	for _, r := range must(korea.QuantitativeReductions(korea.Annual, planOf(action("E-01", "E", d)), noBase)) {
		out[r.Year] = r
		require.False(t, r.Explain().IsZero())
	}
	for _, r := range must(korea.QuantitativeReductions(korea.Annual, planOf(action("E-01", "E", d)), noBase)) {
		assert.Equal(t, out[r.Year].Explain().ID(), r.Explain().ID())
	}
	return out
}

// A panel of three years of life that was put up in 2026 saves until 2028.
func TestLife(t *testing.T) {
	d := solar()
	d.Life.Years = 3
	d.Quantities = planned(map[int]decimal.Decimal{2026: n("300"), 2027: n("0"), 2028: n("50"), 2029: n("7"), 2030: n("0.5")}, nil)
	rows := rowsOf(t, d)
	for year, standing := range map[int]string{2026: "300", 2027: "300", 2028: "350", 2029: "57", 2030: "57.5"} {
		assert.True(t, n(standing).Mul(n("0.617")).Equal(rows[year].Expected.Tonnes()), "%d: %s", year, rows[year].Expected)
		assert.True(t, n(standing).Equal(rows[year].Quantity.Amount()))
	}
	assert.Len(t, rows, 5, "what follows 2030 is not known")

	// Where it is stated that nothing follows, rows go on to the end of the plan.
	d.Quantities[0].Last = 2030
	rows = rowsOf(t, d)
	assert.Len(t, rows, 10)
	assert.Equal(t, "4.6275 tCO2e", rows[2031].Expected.String(), "7 and 0.5 kW")
	assert.Equal(t, "0 tCO2e", rows[2033].Expected.String())
	assert.Len(t, must(korea.QuantitativeReductions(korea.Cumulative, planOf(action("E-01", "E", d)), noBase)), 10)
}

// A year that is missing is not 0: what it would have added is unknown for as
// long as it would save.
func TestMissingYears(t *testing.T) {
	d := solar()
	d.Life.Years = 2
	d.Quantities = planned(map[int]decimal.Decimal{2026: n("300"), 2028: n("500"), 2029: n("100")}, nil)
	rows := rowsOf(t, d)
	assert.Len(t, rows, 2)
	assert.NotContains(t, rows, 2028, "2027 would still save")
	assert.Equal(t, "370.2 tCO2e", rows[2029].Expected.String(), "2028 and 2029 are known")
	_, err := korea.QuantitativeReductions(korea.Cumulative, planOf(action("E-01", "E", d)), noBase)
	var missing *ghg.NoFigureError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, `expected reductions of project "E-01", quantification "1"`, missing.Of)
	assert.Equal(t, 2027, missing.Year)

	d = cars()
	delete(d.Quantities[0].ByYear, 2027)
	_, err = korea.QuantitativeReductions(korea.Cumulative, planOf(action("E-01", "E", d)), noBase)
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2027, missing.Year)
	assert.Len(t, rowsOf(t, d), 2)
	d.Quantities = d.Quantities[1:]
	assert.Empty(t, rowsOf(t, d), "nothing is planned")
}

// Standing units and their saving against a count of every single one with
// fractions.
func TestRowsAgainstRationals(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		d := solar()
		d.Life = strategy.Life{Years: 1 + r.IntN(8)}
		life := d.Life.Years
		d.Counting = strategy.Counting(1 + r.IntN(3))
		if d.Counting != strategy.NewInYear {
			d.Life = strategy.Life{}
		}
		byYear := map[int]decimal.Decimal{}
		years := 1 + r.IntN(12)
		for y := range years {
			byYear[2025+y] = decimal.New(r.Int64N(100000), -int32(r.IntN(5)))
		}
		d.Quantities = planned(byYear, nil)
		total := new(big.Rat)
		p := planOf(action("E-01", "E", d))
		annual := must(korea.QuantitativeReductions(korea.Annual, p, noBase))
		rows := must(korea.QuantitativeReductions(korea.Cumulative, p, noBase))
		for _, r := range append(rows, annual...) {
			require.False(t, r.Explain().IsZero())
		}
		require.Len(t, annual, years)
		for y := range years {
			want := new(big.Rat)
			for from := range years {
				alive := from == y
				if d.Counting == strategy.NewInYear {
					alive = from <= y && y < from+life
				}
				if alive {
					want.Add(want, byYear[2025+from].Rat())
				}
			}
			want.Mul(want, big.NewRat(617, 1000))
			total.Add(total, want)
			require.Zero(t, want.Cmp(annual[y].Expected.Tonnes().Rat()), "%s: %s and %s", d.Counting, want, annual[y].Expected)
			require.Zero(t, total.Cmp(rows[y].Expected.Tonnes().Rat()))
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
		u := must(korea.NewReductionUnit(korea.ReductionUnitDefinition{Factor: name, Per: ghg.MustUnit(c.per),
			Saves: ghg.MustCO2e(c.saves), Source: name}))
		rows := rowsOf(t, strategy.QuantificationDefinition{ID: "1", Counts: name, Unit: u.Per(), Counting: strategy.DoneInYear, Source: "plan",
			Quantities: planned(map[int]decimal.Decimal{2026: n(c.quantity)}, nil),
			Published:  must(u.PublishedUnit(strategy.EmissionSource{EndUse: name}, 0))})
		assert.Equal(t, c.want, rows[2026].Expected.Tonnes().String(), name)
	}
}

// Quantities in MWh beside a unit by kWh: the rows have them in kWh, times what a kWh saves.
func TestRowsAreInTheUnitOfTheReductionUnit(t *testing.T) {
	rows := rowsOf(t, strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.MegawattHour, Counting: strategy.DoneInYear,
		Source: "plan", Quantities: planned(map[int]decimal.Decimal{2026: n("26000")}, nil),
		Published: must(unit("1-1/2").PublishedUnit(strategy.EmissionSource{EndUse: "전력"}, 0))})
	assert.Equal(t, "26000000 kWh", rows[2026].Quantity.String())
	assert.Equal(t, "0.0004781", rows[2026].PerUnit.Tonnes().String())
	assert.Equal(t, "12430.6", rows[2026].Expected.Tonnes().String())
}

// Cars (4-1) and trucks (4-2) of one project are both counted in 대: a row each, in every
// table, and nothing stands twice.
func TestCarsAndTrucksOfOneProject(t *testing.T) {
	trucks := cars()
	trucks.ID, trucks.Counts, trucks.Published = "2", "전기화물차 보급대수(대)", published("4-2", "II.1.1", "diesel")
	trucks.Quantities = planned(map[int]decimal.Decimal{2026: n("20"), 2027: n("45")}, map[int]decimal.Decimal{2027: n("40")})
	p := planOf(action("T-01", "T", cars(), trucks))
	d := korea.DocumentDefinition{Place: "하늘군", Meta: korea.DocumentMeta{First: 2026, Last: 2035, IsCheck: true},
		MitigationProjects: korea.MitigationProjects(p), AnnualImplementation: korea.AnnualImplementations(p),
		QuantitativeReductions: must(korea.QuantitativeReductions(korea.Annual, p, noBase)),
		MonitoringPerformance:  must(korea.MonitoringPerformance(2027, korea.OwnStatusRules, p, noBase)),
		ChangesActions:         []korea.ChangeAction{{Year: 2027, Project: "T-01", DelayReason: "보조금 소진", Action: "추경"}}}
	require.Len(t, d.MonitoringPerformance, 2)
	assert.Equal(t, "88.9%", d.MonitoringPerformance[1].OfQuantity.Percent(1), "40 of 45")
	assert.Equal(t, "86.2 tCO2e", d.MonitoringPerformance[1].Implemented.String(), "40 × 2.155")
	assert.Equal(t, "96.975 tCO2e", d.QuantitativeReductions[4].Expected.String(), "45 × 2.155")
	doc, findings, err := korea.NewDocument(d)
	require.NoError(t, err)
	assert.Empty(t, findings.String())
	assert.Contains(t, text(t, doc, korea.MonitoringPerformanceTable),
		"하늘군,2027,수송,T-01,T-01,2,,,45,40,대,88.89,96.975,86.2,88.89,,,정상추진,,,미기재,\n")

	// A row that is the same again still is one too many.
	d.MonitoringPerformance = append(d.MonitoringPerformance, d.MonitoringPerformance[1])
	d.AnnualImplementation = append(d.AnnualImplementation, d.AnnualImplementation[0])
	d.QuantitativeReductions = append(d.QuantitativeReductions, d.QuantitativeReductions[0])
	_, findings, err = korea.NewDocument(d)
	require.NoError(t, err)
	require.Len(t, findings.All, 3)
	for _, f := range findings.All {
		assert.Equal(t, korea.FindingDuplicateRow, f.Code)
	}
}

// grid is the place's factor of electricity.
func grid() ghg.Factors {
	return must(ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR 2025", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2026, CO2e: ghg.MustCO2e("0.4 tCO2e")}, {Year: 2027, CO2e: ghg.MustCO2e("0.3 tCO2e")}}}))
}

// pumps have no published unit: gas is cut, and power added by the grid of each year.
func pumps() strategy.QuantificationDefinition {
	gas := must(strategy.FixedSaving(strategy.EmissionSource{EndUse: "도시가스"}, 0, "보일러", ghg.Vehicle, ghg.MustCO2e("4 tCO2e"), "study"))
	return strategy.QuantificationDefinition{ID: "1", Counts: "히트펌프 대수", Unit: ghg.Vehicle, Counting: strategy.StandingInYear, Source: "plan",
		Quantities: planned(map[int]decimal.Decimal{2026: n("100"), 2027: n("250")}, map[int]decimal.Decimal{2027: n("200")}),
		Effects: []strategy.UnitEffect{gas, {On: strategy.EmissionSource{EndUse: "전력"}, Saves: ghg.MustQuantity("-5000 kWh"),
			Factors: grid(), Of: strategy.OfYear}}}
}

// Projects without a reduction unit are filled too, by what their effects come to.
func TestProjectsWithoutAUnit(t *testing.T) {
	rows := rowsOf(t, pumps())
	assert.Equal(t, "200 tCO2e", rows[2026].Expected.String(), "100 × (4 - 5 × 0.4)")
	assert.Equal(t, "2 tCO2e", rows[2026].PerUnit.String())
	assert.Equal(t, "625 tCO2e", rows[2027].Expected.String(), "250 × (4 - 5 × 0.3)")
	assert.Equal(t, "250 vehicle", rows[2027].Quantity.String())
	assert.Empty(t, rows[2027].UnitID)
	assert.Contains(t, rows[2027].Explain().String(), "R = q × u = 250 × 2.5 = 625 tCO2e")
	assert.Empty(t, rows[2027].Explain().Replay())
	sums := must(korea.QuantitativeReductions(korea.Cumulative, planOf(action("E-01", "E", pumps())), noBase))
	assert.Equal(t, "825 tCO2e", sums[1].Expected.String())
	assert.True(t, sums[1].PerUnit.IsUnset(), "2 and 2.5 t are no one unit")
	assert.Contains(t, sums[1].Explain().String(), "R = sum(y: r[y]) = 200 + 625 = 825 tCO2e")

	// Where some would be there anyway, quantity × unit is not the reduction.
	d := pumps()
	d.Quantities[0].Without = map[int]decimal.Decimal{2026: n("0"), 2027: n("50")}
	rows = rowsOf(t, d)
	assert.Equal(t, "500 tCO2e", rows[2027].Expected.String(), "200 × 2.5")
	assert.True(t, rows[2027].PerUnit.IsUnset())
	assert.Equal(t, "2 tCO2e", rows[2026].PerUnit.String())

	// A published unit goes before effects.
	d = pumps()
	d.Published = must(unit("3-12/2").PublishedUnit(strategy.EmissionSource{}, 0))
	assert.Equal(t, "491.6 tCO2e", rowsOf(t, d)[2026].Expected.String())

	// Cars that last for good and lose 1 % a year: the product is held to the places of the figure.
	d = solar()
	d.Life = strategy.Life{Decay: ghg.MustShare("1%")}
	d.Quantities = planned(map[int]decimal.Decimal{2026: n("300.123"),
		2027: n("0"), 2028: n("0"), 2029: n("0"), 2030: n("0"), 2031: n("0")}, nil)
	p := planOf(action("E-01", "E", d))
	doc := korea.DocumentDefinition{Place: "하늘군", Meta: korea.DocumentMeta{First: 2026, Last: 2035},
		MitigationProjects:     korea.MitigationProjects(p),
		QuantitativeReductions: must(korea.QuantitativeReductions(korea.Annual, p, noBase))}
	_, findings, err := korea.NewDocument(doc)
	require.NoError(t, err)
	assert.Empty(t, findings.String())
	assert.Equal(t, "176.100429822367 tCO2e", doc.QuantitativeReductions[5].Expected.String(), "300.123 × 0.99^5 × 0.617, to 12 places")
}

// A share of a source is an amount on a baseline, and what was monitored is not that share
// of the forecast.
func TestSharesInRows(t *testing.T) {
	landfill := strategy.EmissionSource{Category: category("III.1.1")}
	d := strategy.QuantificationDefinition{ID: "1", Counts: "포집률", Counting: strategy.StandingInYear, Source: "plan",
		Quantities: planned(map[int]decimal.Decimal{2027: n("0.34"), 2028: n("0.485")}, map[int]decimal.Decimal{2027: n("0.17")}),
		Effects:    []strategy.UnitEffect{strategy.WholeSource(landfill, strategy.Overlapping)}}
	p := planOf(action("W-01", "W", d))
	base := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "BAU", Place: "하늘군", View: county().View(), Metric: ghg.Unstated,
		Source: "forecast", Sources: []strategy.SourceEmissions{{On: landfill, ByYear: tonnes("180000", "100")}}}))
	rows := must(korea.QuantitativeReductions(korea.Annual, p, base))
	require.Len(t, rows, 2)
	assert.Equal(t, "61200 tCO2e", rows[0].Expected.String())
	assert.Equal(t, "48.5 tCO2e", rows[1].Expected.String())
	assert.True(t, rows[0].Quantity.IsUnset() && rows[0].PerUnit.IsUnset())
	sums := must(korea.QuantitativeReductions(korea.Cumulative, p, base))
	for _, r := range append(rows, sums...) {
		require.False(t, r.Explain().IsZero())
	}
	assert.Equal(t, "61248.5 tCO2e", sums[1].Expected.String())
	_, err := korea.QuantitativeReductions(korea.Annual, p, noBase)
	assert.ErrorIs(t, err, strategy.ErrShares)
	_, err = korea.MonitoringPerformance(2027, korea.OwnStatusRules, p, noBase)
	assert.ErrorIs(t, err, strategy.ErrShares)
	short := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "BAU", Place: "하늘군", View: county().View(), Metric: ghg.Unstated,
		Source:  "forecast to 2027",
		Sources: []strategy.SourceEmissions{{On: landfill, ByYear: map[int]ghg.CO2e{2027: ghg.MustCO2e("180000 tCO2e")}}}}))
	rows = must(korea.QuantitativeReductions(korea.Annual, p, short)) // the forecast ends before the plan
	require.Len(t, rows, 1)
	assert.Equal(t, 2027, rows[0].Year)
	_, err = korea.QuantitativeReductions(korea.Cumulative, p, short)
	var missing *ghg.NoFigureError
	assert.ErrorAs(t, err, &missing)
	plans := korea.AnnualImplementations(p)
	assert.Equal(t, "34%", plans[0].Plan)
	assert.Equal(t, "48.5%", plans[1].Plan)
	assert.True(t, plans[0].Target.IsUnset())

	check := must(korea.MonitoringPerformance(2027, korea.OwnStatusRules, p, base))
	assert.Equal(t, "50.0%", check[0].OfQuantity.Percent(1))
	assert.Equal(t, korea.Delayed, check[0].Status)
	assert.Equal(t, "61200 tCO2e", check[0].Expected.String())
	assert.True(t, check[0].Implemented.IsUnset())
	assert.Equal(t, "no reduction is known of what was done", check[0].OfReduction.Undefined())
}

// What an action states itself is in the rows as it is, on its sources together.
func TestStatedReductionsInRows(t *testing.T) {
	a := action("T-01", "T")
	stated := func(k strategy.Kind, fuel, amount string) strategy.Effect {
		return strategy.Effect{On: strategy.EmissionSource{Category: category("II.1.1"), Fuel: fuel}, Interaction: strategy.Independent,
			Reductions: must(strategy.NewReductions(k, ghg.Unstated, map[int]ghg.CO2e{2027: ghg.MustCO2e(amount)}))}
	}
	a.Effects = []strategy.Effect{stated(strategy.Expected, "diesel", "500 tCO2e"), stated(strategy.Expected, "petrol", "-20.5 tCO2e"),
		stated(strategy.Implemented, "diesel", "240 tCO2e")}
	withdrawn := action("T-02", "T", cars())
	withdrawn.Stage = strategy.Cancelled
	p := planOf(a, withdrawn)
	rows := must(korea.QuantitativeReductions(korea.Annual, p, noBase))
	require.Len(t, rows, 1, "what was given up has no row")
	assert.Equal(t, []any{"T-01", 2027, korea.Annual, "", true}, []any{rows[0].Project, rows[0].Year, rows[0].Basis, rows[0].UnitID,
		rows[0].Quantity.IsUnset()})
	assert.Contains(t, rows[0].Explain().String(), "R = sum(i: c[i]) = 500 + -20.5 = 479.5 tCO2e")
	assert.Equal(t, "479.5 tCO2e", rows[0].Expected.String())
	check := must(korea.MonitoringPerformance(2027, korea.OwnStatusRules, p, noBase))
	require.Len(t, check, 1)
	assert.Equal(t, "240 tCO2e", check[0].Implemented.String())
	assert.Equal(t, "50.1%", check[0].OfReduction.Percent(1))
	assert.Equal(t, "nothing is counted: the plan states a reduction alone", check[0].OfQuantity.Undefined())
	assert.Zero(t, check[0].Status)
	assert.Empty(t, must(korea.MonitoringPerformance(2028, korea.OwnStatusRules, p, noBase)))
	assert.Empty(t, korea.AnnualImplementations(p))
}
