package sheet_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// dumpModels is all that the quantifications of actions say.
func dumpModels(actions []strategy.Action) string {
	var b strings.Builder
	for _, a := range actions {
		fmt.Fprintf(&b, "action %q\n", a.ID)
		for _, q := range a.Quantifications {
			d := q.Definition()
			fmt.Fprintf(&b, "%q %q %q %s %d %s %t %v %d %q\n", d.ID, d.Counts, d.Unit, d.Counting, d.Life.Years, d.Life.Decay,
				d.Life.Decay.IsUnset(), d.Life.ByAge, d.Life.RenewedTo, d.Source)
			for _, l := range d.Quantities {
				fmt.Fprintf(&b, "quantities %s %d %q %q %s", l.Kind, l.Last, l.By, l.Source, dumpFactors(l.Factors))
				for _, y := range slices.Sorted(maps.Keys(l.ByYear)) {
					fmt.Fprintf(&b, " %d:%s", y, l.ByYear[y])
				}
				for _, y := range slices.Sorted(maps.Keys(l.Without)) {
					fmt.Fprintf(&b, " -%d:%s", y, l.Without[y])
				}
				b.WriteString("\n")
			}
			for _, u := range d.Effects {
				fmt.Fprintf(&b, "effect %q %s %s %s %t %s %q %t\n", u.On, u.Interaction, u.Saves, dumpFactors([]ghg.Factors{u.Factors}),
					u.Factors.IsZero(), u.Of, u.Source, u.IsWhole())
			}
			for _, j := range d.Judged {
				fmt.Fprintf(&b, "judged %s %s %q %q\n", j.Why, j.Kept, j.Text, j.Source)
			}
			p := d.Published
			fmt.Fprintf(&b, "published %t %q %q %s %s %s %s %q\n", p.IsZero(), p.ID, p.On, p.Interaction, p.Saves, p.Per,
				dumpFactors([]ghg.Factors{p.Contains}),
				p.Source)
		}
	}
	return b.String()
}

// dumpFactors are series as documents.
func dumpFactors(factors []ghg.Factors) string {
	var b strings.Builder
	for _, f := range factors {
		text, _ := f.MarshalJSON()
		b.Write(text)
	}
	return b.String()
}

// name is a text that something may be called.
func (r dice) name(most int) string { return "n" + strings.ReplaceAll(r.text(most), "\n", " ") }

// maybe is a text, or none.
func (r dice) maybe() string { return []string{"", "a", "b"}[r.IntN(3)] }

// series are some that quantifications take, all on one metric: several of some uses.
func (r dice) series(metric ghg.Metric) (out []ghg.Factors) {
	for i := range 6 {
		d := ghg.FactorsDefinition{Of: []string{"전력", "gas", "heat-" + fmt.Sprint(i)}[i%3],
			Edition: []string{"", "2024", "", "v2 A", "v2 A", "v2 A"}[i],
			Source:  r.maybe(), Per: []ghg.Unit{ghg.MegawattHour, ghg.Litre, ghg.MustUnit("천톤")}[r.IntN(3)]}
		for y := 2024; y < 2024+1+r.IntN(6); y++ {
			x := ghg.Factor{Year: y, CO2e: must(ghg.NewCO2e(r.number(), ghg.Tonne, metric)), Status: ghg.Status(r.IntN(5)), Source: r.maybe()}
			if d.Source == "" && x.Source == "" {
				x.Source = "own"
			}
			if r.IntN(3) == 0 {
				x.From, x.To, x.Published = y-3, y-1, ghg.Date{Year: y, Month: 12, Day: 18}
			}
			d.Years = append(d.Years, x)
		}
		if r.IntN(4) == 0 {
			d.Years = d.Years[:1]
			d.Years[0].Year = 0
		}
		out = append(out, must(ghg.NewFactors(d)))
	}
	return out
}

func (r dice) source() strategy.EmissionSource {
	return on([]string{"I.1.1", "II.1.1"}[r.IntN(2)], []string{"", "gas", "Gas"}[r.IntN(3)], r.text(3))
}

// model is a quantification that takes some of the series; false where they do not go
// together.
func (r dice) model(id string, metric ghg.Metric, series []ghg.Factors) (strategy.Quantification, bool) {
	d := strategy.QuantificationDefinition{ID: id, Counts: r.name(4), Counting: strategy.Counting(1 + r.IntN(3)),
		Source: []string{"a", "plan"}[r.IntN(2)],
		Unit:   []ghg.Unit{ghg.Vehicle, ghg.MegawattHour, ghg.MustUnit("천톤"), ghg.MustUnit("TJ (net)")}[r.IntN(4)]}
	isShare := r.IntN(5) == 0
	if isShare {
		d.Unit = ghg.Unit{}
	}
	if d.Counting == strategy.NewInYear {
		switch r.IntN(3) {
		case 0:
			d.Life = strategy.Life{Years: 1 + r.IntN(20), RenewedTo: 2050 * r.IntN(2)}
			if r.IntN(2) == 0 {
				d.Life.Decay = must(ghg.Percent(decimal.New(r.Int64N(1001), -1)))
			}
		case 1:
			for range 1 + r.IntN(4) {
				d.Life.ByAge = append(d.Life.ByAge, must(ghg.Percent(decimal.New(r.Int64N(1001), -1))))
			}
		}
	}
	number := func() decimal.Decimal {
		if isShare {
			return decimal.New(r.Int64N(100_001), -5)
		}
		return r.number()
	}
	for _, k := range strategy.Kinds() {
		first := 2024
		for range r.IntN(3) {
			q := strategy.Quantities{Kind: k, ByYear: map[int]decimal.Decimal{}, Source: r.maybe()}
			withouts := r.IntN(2) == 0
			for y := first; y < first+1+r.IntN(3); y++ {
				q.ByYear[y] = number()
				if withouts {
					if q.Without == nil {
						q.Without = map[int]decimal.Decimal{}
					}
					q.Without[y] = number()
				}
			}
			first += 4
			if k == strategy.Verified {
				q.By = r.name(3)
			}
			d.Quantities = append(d.Quantities, q)
		}
	}
	if n := len(d.Quantities); n > 0 && d.Counting == strategy.NewInYear && r.IntN(2) == 0 {
		d.Quantities[n-1].Last = 2040
	}
	r.Shuffle(len(d.Quantities), func(i, j int) { d.Quantities[i], d.Quantities[j] = d.Quantities[j], d.Quantities[i] })
	for range r.IntN(4) {
		f := series[r.IntN(len(series))]
		u := strategy.UnitEffect{On: r.source(), Interaction: strategy.Interaction(r.IntN(5)), Factors: f, Source: r.maybe(),
			Saves: must(ghg.NewQuantity(r.number().Sub(r.number()), f.Per())),
			Of:    []strategy.FactorOf{strategy.OfYear, strategy.FrozenAt(2024), strategy.OfInstallation}[r.IntN(3)]}
		if d.Counting != strategy.NewInYear && u.Of == strategy.OfInstallation {
			u.Of = strategy.FactorOf{}
		}
		switch {
		case isShare:
			u = strategy.WholeSource(u.On, u.Interaction)
			u.Source = r.maybe()
		case r.IntN(2) == 0:
			u = must(strategy.FixedSaving(u.On, u.Interaction, r.name(3), d.Unit, must(ghg.NewCO2e(r.number().Sub(r.number()), ghg.Tonne, metric)),
				[]string{"a", "model"}[r.IntN(2)]))
		}
		d.Effects = append(d.Effects, u)
	}
	for i := range d.Quantities { // an edition of one's own, or several series
		for _, u := range d.Effects {
			for _, f := range series {
				if !u.Factors.IsZero() && u.Factors.IsOf(f.Of()) && r.IntN(6) == 0 {
					d.Quantities[i].Factors = append(d.Quantities[i].Factors, f)
				}
			}
		}
	}
	if !isShare && (len(d.Effects) == 0 || r.IntN(3) == 0) {
		d.Published = strategy.PublishedUnit{ID: r.maybe(), Saves: must(ghg.NewCO2e(r.number(), ghg.Tonne, metric)), Source: "guideline"}
		if len(d.Effects) == 0 {
			d.Published.On, d.Published.Interaction = r.source(), strategy.Interaction(r.IntN(5))
		}
		if d.Unit == ghg.MegawattHour && r.IntN(2) == 0 {
			d.Published.Per = []ghg.Unit{ghg.KilowattHour, ghg.OilEquivalent}[r.IntN(2)]
		}
		if r.IntN(2) == 0 {
			d.Published.Contains = series[r.IntN(len(series))]
		}
	}
	for i := range r.IntN(3) {
		d.Judged = append(d.Judged, strategy.Judged{Why: strategy.JudgedAs(1 + r.IntN(7)), Kept: ghg.MustShare([]string{"0%", "100%"}[r.IntN(2)]),
			Text: r.name(4) + fmt.Sprint(i), Source: r.maybe()})
	}
	q, err := strategy.NewQuantification(d)
	return q, err == nil
}

// againModels writes the two files of quantifications and reads them.
func againModels(actions []strategy.Action, f sheet.Format) ([]strategy.Action, string, error) {
	var models, factors strings.Builder
	if err := sheet.WriteQuantifications(&models, actions); err != nil {
		return nil, "", err
	}
	text := models.String()
	if err := sheet.WriteFactors(&factors, sheet.FactorsOf(actions...)); err != nil {
		return nil, text, err
	}
	series, report, err := sheet.ReadFactors(strings.NewReader(factors.String()), f)
	if err == nil {
		err = report.Err()
	}
	if err != nil {
		return nil, text + factors.String(), err
	}
	var bare []strategy.Action
	for _, a := range actions {
		bare = append(bare, strategy.Action{ID: a.ID, Source: "elsewhere"})
	}
	read, report, err := sheet.ReadQuantifications(strings.NewReader(text), f, bare, sheet.Named{Factors: series})
	if err == nil {
		err = report.Err()
	}
	return read, text + factors.String(), err
}

// What is written is read as the same values.
func TestQuantificationRoundTrip(t *testing.T) {
	r := dice{rand.New(rand.NewPCG(17, 2030))}
	made, refused := 0, 0
	for range 250 {
		metric := []ghg.Metric{ghg.AR5, ghg.Unstated, ghg.CO2Only}[r.IntN(3)]
		series := r.series(metric)
		var actions []strategy.Action
		for i := range 1 + r.IntN(3) {
			a := strategy.Action{ID: fmt.Sprint(r.text(3), i)}
			for n := range r.IntN(4) {
				if q, ok := r.model(fmt.Sprint(r.text(2), n), metric, series); ok {
					a.Quantifications = append(a.Quantifications, q)
					made++
				} else {
					refused++
				}
			}
			actions = append(actions, a)
		}
		read, text, err := againModels(actions, sheet.Format{CSVFormat: plainCSV.CSVFormat})
		require.NoError(t, err, text)
		require.Equal(t, dumpModels(actions), dumpModels(read), text)
	}
	require.Greater(t, made, refused)
}

// Whatever is read is written, and read as the same values.
func FuzzReadQuantifications(f *testing.F) {
	for _, lines := range []string{carsRow + petrolRow, sunRow + row("실적물량", "2025", "6", "source", "check"),
		carsRow + row("effect", "category", "II.1.2", "per_one", "-2000", "per_one_unit", "kWh", "factor", "전력", "factor_year", "2024년 고정"),
		row("expected", "counts", "x", "unit", "%", "counting", "누적", "2024", "30") + row("effect", "end_use", "gas", "per_one", "배출원 전체"),
		row("목표물량", "counts", "=x", "unit", "천톤", "counting", "활동량", "2025", "1e3", "unit_id", "9", "end_use", "y") +
			row("without", "2025", "2") +
			row("published unit", "per_one", "-1.5", "per_one_unit", "kg CO2e", "factor", "전력 2021") + row("지속률", "kept", "80%")} {
		f.Add(modelHead + lines)
	}
	f.Add("title\n" + townProjects)
	factors, _, err := sheet.ReadFactors(strings.NewReader("factor,edition,unit,source,2023,2024,2025\n"+
		"전력,,tCO2/MWh,GIR,0.42,0.4173,0.39\n전력,2021,kg CO2e/kWh,GIR,0.4781,0.4781,0.4781\n"), plainCSV)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		read, report, err := sheet.ReadQuantifications(strings.NewReader(text), plainCSV, abc(),
			sheet.Named{Factors: factors, Units: projectUnits()})
		if err != nil {
			t.Fatal(err)
		}
		if len(report.Faults.All) > 1000 {
			t.Fatal(len(report.Faults.All))
		}
		again, written, err := againModels(read, plainCSV)
		if err != nil {
			if strings.Contains(text, "\r") || len(text) > 5000 {
				return
			}
			t.Fatal(err, written)
		}
		if a, b := dumpModels(read), dumpModels(again); a != b {
			t.Fatalf("%s became %s", a, b)
		}
	})
}

// A series is what its lines say, whatever their order.
func FuzzReadFactors(f *testing.F) {
	f.Add(townFactors)
	f.Add("factor,edition,unit,metric,status,source,factor_source,mean_from,mean_to,published,all_years,2024\n" +
		"=gas,2,kg CO2/L,AR4,추정,s,o,2020,2022,2023.1.2,,2e3\nx,,tCO2e/ha,,,s,,,,,1,\n")
	f.Fuzz(func(t *testing.T, text string) {
		read, _, err := sheet.ReadFactors(strings.NewReader(text), plainCSV)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := sheet.WriteFactors(&b, read); err != nil {
			if strings.Contains(text, "\r") || len(text) > 5000 {
				return
			}
			t.Fatal(err)
		}
		again, report, err := sheet.ReadFactors(strings.NewReader(b.String()), sheet.Format{CSVFormat: plainCSV.CSVFormat})
		if err != nil || report.Faults.Len() > 0 {
			t.Fatal(err, report.Faults, b.String())
		}
		if a, b := dumpFactors(read), dumpFactors(again); a != b {
			t.Fatalf("%s became %s", a, b)
		}
	})
}
