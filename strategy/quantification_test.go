package strategy_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type definition = strategy.QuantificationDefinition

func TestQuantificationRefuses(t *testing.T) {
	long := string(make([]byte, 201))
	byGas := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "gas", Source: "own", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Gases: []ghg.Mass{ghg.MustMass("0.2 tCO2")}}}}))
	for name, c := range map[string]struct {
		change func(*definition)
		want   string
	}{
		"id":            {func(d *definition) { d.ID = "" }, `quantification "", id: an ID of 1 to 200 bytes`},
		"long id":       {func(d *definition) { d.ID = long }, "an ID of 1 to 200 bytes"},
		"counts":        {func(d *definition) { d.Counts = "" }, "counts: say in 1 to 200 bytes what is counted"},
		"source":        {func(d *definition) { d.Source = "" }, "source: name the document"},
		"counting":      {func(d *definition) { d.Counting = 9 }, `counting "unknown counting (9)": say what`},
		"long life":     {func(d *definition) { d.Life.Years = 201 }, `life "201": 1 to 200 years`},
		"no life":       {func(d *definition) { d.Life.Years = -1 }, `life "-1": 1 to 200 years`},
		"stray life":    {func(d *definition) { d.Counting = strategy.StandingInYear }, `life "10 years": it is given only`},
		"decay":         {func(d *definition) { d.Life.Decay = ghg.MustShare("-1%") }, `decay "-1%": 0% to 100%`},
		"two profiles":  {func(d *definition) { d.Life.ByAge = []ghg.Share{ghg.MustShare("50%")} }, "in place of years"},
		"share by age":  {func(d *definition) { d.Life = strategy.Life{ByAge: []ghg.Share{{}}} }, "age 0, life by age: state it"},
		"many ages":     {func(d *definition) { d.Life = strategy.Life{ByAge: make([]ghg.Share, 201)} }, `life by age "201": at most 200`},
		"renewed":       {func(d *definition) { d.Life.RenewedTo = 1700 }, `renewed to "1700"`},
		"renewed good":  {func(d *definition) { d.Life = strategy.Life{RenewedTo: 2040} }, "never replaced"},
		"no quantities": {func(d *definition) { d.Quantities = nil }, "quantities: at least those of one kind"},
		"no kind":       {func(d *definition) { d.Quantities[0].Kind = 0 }, "quantities 1, kind: no kind of reduction given"},
		"no years":      {func(d *definition) { d.Quantities[0].ByYear = nil }, "quantities 1, years: at least one"},
		"verified": {func(d *definition) { d.Quantities[0].Kind = strategy.Verified },
			"quantities 1, by: say who verified"},
		"not verified": {func(d *definition) { d.Quantities[0].By = "KECO" }, `by "KECO": only what is verified`},
		"twice": {func(d *definition) {
			d.Quantities = append(d.Quantities, strategy.Quantities{Kind: strategy.Expected, ByYear: of(2024, "7")})
		}, `quantities 2, 2024, year "2024": quantities 1 give it too`},
		"below 0":     {func(d *definition) { d.Quantities[0].ByYear[2025] = decimal.New(-1, 0) }, `2025, quantity "-1": 0 or more`},
		"bounds":      {func(d *definition) { d.Quantities[0].ByYear[2025] = decimal.New(1, 1000) }, `2025, quantity "`},
		"early":       {func(d *definition) { d.Quantities[0].ByYear[1700] = full }, `year "1700"`},
		"without":     {func(d *definition) { d.Quantities[0].Without = of(2024, "1") }, "2025, without: give what there would be"},
		"stray":       {func(d *definition) { d.Quantities[0].Without = of(2022, manyOnes...) }, "no quantity is given for this year"},
		"last":        {func(d *definition) { d.Quantities[0].Last = 2029 }, `last "2029": a quantity is given for 2030`},
		"last twice":  {func(d *definition) { twoLasts(d) }, `last "2032": another line of the kind states it`},
		"stray last":  {func(d *definition) { d.Counting, d.Life = strategy.DoneInYear, strategy.Life{} }, `last "2030": it is for what is new`},
		"no effects":  {func(d *definition) { d.Effects = nil }, "effects: say what one changes"},
		"no source":   {func(d *definition) { d.Effects[0].On = strategy.EmissionSource{} }, "effect 1, source: name what"},
		"two effects": {func(d *definition) { d.Effects[1].On = d.Effects[0].On }, "two effects act on it"},
		"interaction": {func(d *definition) { d.Effects[0].Interaction = 9 }, "effect 1, interaction"},
		"no saving":   {func(d *definition) { d.Effects[0].Saves = ghg.Quantity{} }, "effect 1, saves: say what one"},
		"no factors":  {func(d *definition) { d.Effects[0].Factors = ghg.Factors{} }, "effect 1, factors"},
		"by gas":      {func(d *definition) { d.Effects[0].Factors = byGas }, "name a metric with Factors.On"},
		"no rule":     {func(d *definition) { d.Effects[1].Of = strategy.FactorOf{} }, "effect 2, factor of: the factors differ by year"},
		"frozen":      {func(d *definition) { d.Effects[1].Of = strategy.FrozenAt(3) }, `factor of "3"`},
		"installed": {func(d *definition) {
			d.Counting, d.Life, d.Quantities[0].Last = strategy.StandingInYear, strategy.Life{}, 0
			d.Effects[1].Of = strategy.OfInstallation
		}, "has no year of installation"},
		"metrics": {func(d *definition) {
			d.Published = strategy.PublishedUnit{Saves: ghg.MustCO2e("1 tCO2e (AR4)"), Source: "x"}
		}, "published unit, metric"},
		"published": {func(d *definition) { d.Published = strategy.PublishedUnit{ID: "1-1"} },
			`published unit "1-1", saves: say what one saves`},
		"published on": {func(d *definition) {
			d.Published = strategy.PublishedUnit{On: petrol, Saves: ghg.MustCO2e("1 tCO2e (AR5)"), Source: "x"}
		}, "effects are given too"},
		"unit":   {func(d *definition) { d.Unit = ghg.Unit{} }, "unit: give that of the quantities"},
		"shares": {func(d *definition) { d.Effects[0] = strategy.WholeSource(petrol, 0) }, "do not go together"},
		"whole": {func(d *definition) {
			u := strategy.WholeSource(petrol, 0)
			u.Saves = ghg.MustQuantity("1 대")
			d.Effects[0] = u
		}, "takes no activity"},
		"reason":   {func(d *definition) { d.Judged = []strategy.Judged{{}} }, `judgement 1, reason "no reason": say why`},
		"kept":     {func(d *definition) { d.Judged = []strategy.Judged{{Why: strategy.Persistence}} }, "kept: state it"},
		"half law": {func(d *definition) { d.Judged = judged(strategy.RequiredByLaw, "50%", "act") }, "100% or 0%"},
		"no law":   {func(d *definition) { d.Judged = judged(strategy.RequiredByLaw, "0%", "") }, "say what it rests on"},
		"factors of a kind": {func(d *definition) {
			d.Quantities[0].Factors = []ghg.Factors{fixedFactor("등유", ghg.Litre, "0.002")}
		}, `factors "등유": no effect uses them`},
		"factors that move": {func(d *definition) {
			d.Quantities[0].Factors, d.Effects[0].Of = []ghg.Factors{petrolCar("1.8", "1.7")}, strategy.FactorOf{}
		},
			`factors "휘발유 승용차": they differ by year, and effect 1 does not say`},
		"many effects":    {func(d *definition) { d.Effects = make([]strategy.UnitEffect, 51) }, `effects "51": at most 50`},
		"many judgements": {func(d *definition) { d.Judged = make([]strategy.Judged, 21) }, `judged "21": at most 20`},
		"many lines":      {func(d *definition) { d.Quantities = make([]strategy.Quantities, 501) }, `quantities "501": at most 500`},
	} {
		d := electricCars(petrolCar("1.8"), strategy.OfYear)
		c.change(&d)
		_, err := strategy.NewQuantification(d)
		assert.ErrorContains(t, err, c.want, name)
	}
	_, err := strategy.NewQuantification(strategy.QuantificationDefinition{})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.All, 7, "all at once")
	d := electricCars(petrolCar("1.8"), strategy.OfYear)
	d.Published = strategy.PublishedUnit{Saves: ghg.MustCO2e("1 tCO2e (AR4)"), Source: "x"}
	_, err = strategy.NewQuantification(d)
	var metrics *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metrics)
	assert.Equal(t, ghg.AR5.ID(), metrics.A)
}

var (
	full     = decimal.New(1, 0)
	manyOnes = []string{"1", "1", "1", "1", "1", "1", "1", "1", "1"}
)

func twoLasts(d *strategy.QuantificationDefinition) {
	d.Quantities = append(d.Quantities, strategy.Quantities{Kind: strategy.Expected, ByYear: of(2031, "7"), Last: 2032})
}

func judged(why strategy.JudgedAs, kept, text string) []strategy.Judged {
	return []strategy.Judged{{Why: why, Kept: ghg.MustShare(kept), Text: text}}
}

func TestSharesRefuse(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*definition)
		want   string
	}{
		"above 1": {func(d *definition) { d.Quantities[0].ByYear[2030] = decimal.New(48, 0) }, "at most 1, which is 100%"},
		"unit":    {func(d *definition) { d.Unit = ghg.MegawattHour }, "quantities that are shares of a source have none"},
		"done":    {func(d *definition) { d.Counting = strategy.DoneInYear }, "a share of a source stands"},
	} {
		d := strategy.QuantificationDefinition{ID: "1", Counts: "포집률", Counting: strategy.StandingInYear, Source: "plan",
			Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2030, "0.48")}},
			Effects:    []strategy.UnitEffect{strategy.WholeSource(petrol, strategy.Overlapping)}}
		c.change(&d)
		_, err := strategy.NewQuantification(d)
		assert.ErrorContains(t, err, c.want, name)
	}
}

func TestZeroQuantification(t *testing.T) {
	var q strategy.Quantification
	assert.True(t, q.IsZero())
	assert.Empty(t, q.ID()+q.Counts())
	assert.True(t, q.Unit().IsZero() && q.Published().IsZero())
	assert.Empty(t, q.Definition())
	assert.Empty(t, q.Findings(strategy.Expected, 2024, 2030).All)
	for range q.Kinds() {
		t.Error("no kinds")
	}
	for range q.Years(strategy.Expected) {
		t.Error("no years")
	}
	_, ok := q.Quantity(strategy.Expected, 2024)
	assert.False(t, ok)
	_, ok = q.Working(strategy.Expected, 2024)
	assert.False(t, ok)
	_, ok = q.PerOne(strategy.Expected, 2024)
	assert.False(t, ok)
	_, ok = q.Verifier(2024)
	assert.False(t, ok)
	for _, try := range []func() error{
		func() error { _, err := q.Effects(strategy.Expected, 2024, 2024); return err },
		func() error { _, err := q.Net(strategy.Expected, 2024, 2024); return err },
		func() error { _, err := q.ByPublishedUnit(strategy.Expected, 2024, 2024); return err },
		func() error { _, err := q.With(); return err },
		func() error { _, err := q.WithFactors(); return err },
		func() error { _, err := q.Delayed(1); return err },
		func() error { _, err := q.Scaled(full); return err },
	} {
		assert.ErrorContains(t, try(), "no quantification given")
	}
}

// What is not known is not 0, and is told.
func TestUnknownYears(t *testing.T) {
	d := electricCars(petrolCar("1.8"), strategy.OfYear)
	d.Quantities[0].Last = 0
	delete(d.Quantities[0].ByYear, 2027)
	q := must(strategy.NewQuantification(d))
	r := must(q.Net(strategy.Expected, 2020, 2040))
	var years []int
	for y := range r.All() {
		years = append(years, y)
	}
	assert.Equal(t, []int{2024, 2025, 2026}, years, "2027 would still save in 2028")
	_, err := q.Effects(strategy.Expected, 2027, 2030)
	var missing *ghg.NoFigureError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2027, missing.Year)
	_, err = q.Effects(strategy.Implemented, 2024, 2030)
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, `implemented quantities of quantification "1"`, missing.Of)

	d = electricCars(petrolCar("1.8"), strategy.OfYear)
	d.Effects[1].Factors = grid("0.405", "0.39") // none from 2026 on
	q = must(strategy.NewQuantification(d))
	r = must(q.Net(strategy.Expected, 2024, 2030))
	assert.Equal(t, 2, r.Len())
	_, err = q.Effects(strategy.Expected, 2026, 2030)
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2026, missing.Year)
	f := q.Findings(strategy.Expected, 2024, 2030)
	require.Equal(t, []string{strategy.FindingNoFactor}, codesOf(f))
	assert.Equal(t, "전력 계수가 2026~2030년에 없어 감축량을 알 수 없음", f.All[0].DetailKo)

	for _, c := range []struct {
		kind        strategy.Kind
		first, last int
		want        string
	}{
		{0, 2024, 2025, "no kind"}, {strategy.Expected, 1700, 2025, "1700"}, {strategy.Expected, 2025, 2400, "2400"},
		{strategy.Expected, 2026, 2025, `years "2026 to 2025": the last is before the first`},
	} {
		_, err = q.Effects(c.kind, c.first, c.last)
		assert.ErrorContains(t, err, c.want)
	}
}

// A definition and what is given out are not shared with a caller.
func TestQuantificationIsImmutable(t *testing.T) {
	d := electricCars(petrolCar("1.8"), strategy.OfYear)
	d.Quantities[0].Without = of(2024, "1", "2", "3", "4", "5", "6", "7")
	q := must(strategy.NewQuantification(d))
	before := net(t, q, strategy.Expected, 2030)
	for _, x := range []strategy.QuantificationDefinition{d, q.Definition()} {
		x.Quantities[0].ByYear[2024], x.Quantities[0].Without[2024] = decimal.New(9, 5), full
		x.Effects[0].Saves = ghg.MustQuantity("9 대")
		x.Quantities[0].Kind = strategy.Claimed
	}
	assert.Equal(t, before, net(t, q, strategy.Expected, 2030))
	assert.Equal(t, before, net(t, must(strategy.NewQuantification(q.Definition())), strategy.Expected, 2030))
}

// An adopted plan keeps its factors, and what was done takes the current ones.
func TestFactorsOfAKind(t *testing.T) {
	d := electricCars(petrolCar("1.8"), strategy.OfYear)
	q := must(must(strategy.NewQuantification(d)).With(strategy.Quantities{Kind: strategy.Implemented, ByYear: of(2024, "2600"),
		Factors: []ghg.Factors{grid("0.4541")}}))
	assert.Equal(t, []string{"5076", "-2284.2"}, amountsOf(t, q, strategy.Expected, 2024))
	assert.Equal(t, []string{"4680", "-2361.32"}, amountsOf(t, q, strategy.Implemented, 2024))
	q = must(q.WithFactors(grid("0.3", "0.3", "0.3", "0.3", "0.3", "0.3", "0.3")))
	assert.Equal(t, []string{"5076", "-1692"}, amountsOf(t, q, strategy.Expected, 2024))
	assert.Equal(t, []string{"4680", "-2361.32"}, amountsOf(t, q, strategy.Implemented, 2024), "its own stay")
}

// Every year against a count of each single one with fractions.
func TestQuantificationAgainstRationals(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 7))
	for range 200 {
		n := 1 + r.IntN(9)
		d := strategy.QuantificationDefinition{ID: "1", Counts: "x", Unit: ghg.Household,
			Counting: strategy.Counting(1 + r.IntN(3)), Source: "own"}
		factors := ghg.FactorsDefinition{Of: "전력", Source: "own", Per: ghg.KilowattHour}
		x, x0, f := make([]*big.Rat, 20), make([]*big.Rat, 20), make([]*big.Rat, 20)
		line := strategy.Quantities{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{}, Without: map[int]decimal.Decimal{}}
		for y := range 20 {
			a, b, c := decimal.New(r.Int64N(1e6), -int32(r.IntN(4))), decimal.New(r.Int64N(1e5), -2), decimal.New(1+r.Int64N(9999), -7)
			x[y], x0[y], f[y] = new(big.Rat), new(big.Rat), c.Rat()
			factors.Years = append(factors.Years, ghg.Factor{Year: 2020 + y, CO2e: must(ghg.NewCO2e(c, ghg.Tonne, ghg.AR5))})
			if y < n {
				line.ByYear[2020+y], line.Without[2020+y] = a, b
				x[y], x0[y] = a.Rat(), b.Rat()
			}
		}
		life, decay, renewed := 0, big.NewRat(0, 1), 0
		rules := []strategy.FactorOf{strategy.OfYear, strategy.FrozenAt(2023), strategy.OfInstallation}
		if d.Counting == strategy.NewInYear {
			line.Last = 2020 + n - 1
			life, decay = r.IntN(6), big.NewRat(int64(r.IntN(20)), 100)
			d.Life = strategy.Life{Years: life, Decay: ghg.MustShare(decay.FloatString(2))}
			if life > 0 && r.IntN(2) == 0 {
				renewed = 2020 + r.IntN(15)
				d.Life.RenewedTo = renewed
			}
		} else {
			rules = rules[:2]
		}
		rule := rules[r.IntN(len(rules))]
		kept := big.NewRat(int64(1+r.IntN(100)), 100)
		d.Quantities, d.Judged = []strategy.Quantities{line}, judged(strategy.FreeRiders, kept.FloatString(2), "survey")
		saves := big.NewRat(int64(r.IntN(3000)-1000), 10)
		d.Effects = []strategy.UnitEffect{{On: power, Saves: ghg.MustQuantity(saves.FloatString(1) + " kWh"),
			Factors: must(ghg.NewFactors(factors)), Of: rule}}
		q := must(strategy.NewQuantification(d))
		effects := must(q.Effects(strategy.Expected, 2020, 2039))

		units := make([]*big.Rat, 20) // new in each year, renewals with it
		for y := range 20 {
			units[y] = new(big.Rat).Sub(x[y], x0[y])
			if life > 0 && y >= life && 2020+y <= renewed {
				units[y].Add(units[y], units[y-life])
			}
		}
		for y := range 20 {
			want := new(big.Rat)
			for i := 0; i <= y; i++ {
				works := i == y
				if d.Counting == strategy.NewInYear {
					works = life == 0 || y-i < life
				}
				if !works {
					continue
				}
				factor := f[y]
				switch rule {
				case strategy.FrozenAt(2023):
					factor = f[3]
				case strategy.OfInstallation:
					factor = f[i]
				}
				each := new(big.Rat).Mul(units[i], factor)
				for range y - i {
					each.Mul(each, new(big.Rat).Sub(big.NewRat(1, 1), decay))
				}
				want.Add(want, each)
			}
			want.Mul(want, saves).Mul(want, kept)
			got, ok := effects[0].Reductions.At(2020 + y)
			require.Equal(t, d.Counting == strategy.NewInYear || y < n, ok)
			if ok {
				off := want.Sub(want, got.Tonnes().Rat())
				require.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 2e12)), 0, "%s in %d", rule, 2020+y)
			}
		}
	}
}

func TestNamesOfQuantifications(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{strategy.NewInYear.Korean(), "연간 신규"}, {strategy.Counting(9).Korean(), "unknown counting (9)"},
		{strategy.Persistence.Korean(), "지속률"}, {strategy.JudgedAs(9).String(), "unknown reason (9)"},
		{strategy.Judged{Why: strategy.InBaseline, Kept: ghg.MustShare("90%"), Text: "survey"}.String(), "in baseline: 90% kept (survey)"},
		{strategy.OfYear.String(), "of each year"}, {strategy.OfInstallation.Korean(), "설치연도"},
		{strategy.FrozenAt(2023).String(), "of 2023"}, {strategy.FrozenAt(2023).Korean(), "2023년 고정"}, {strategy.FactorOf{}.String(), "no year"},
		{strategy.Life{}.String(), "for good"}, {strategy.Life{Years: 9, Decay: ghg.MustShare("1%"), RenewedTo: 2040}.String(),
			"9 years, decay 1% a year, renewed to 2040"},
		{strategy.Life{ByAge: []ghg.Share{ghg.MustShare("50%")}}.String(), "1 years by age"},
	} {
		assert.Equal(t, c.want, c.got)
	}
	assert.True(t, strategy.WholeSource(petrol, 0).IsWhole())
	q := must(strategy.NewQuantification(electricCars(petrolCar("1.8"), strategy.OfYear)))
	assert.Equal(t, "전기승용차 보급대수, vehicle", q.Counts()+", "+q.Unit().String())
	for y := range q.Years(strategy.Expected) {
		assert.Equal(t, 2024, y)
		break
	}
	for k := range q.Kinds() {
		assert.Equal(t, strategy.Expected, k)
		break
	}
}

func TestFixedSaving(t *testing.T) {
	u := must(strategy.FixedSaving(petrol, 0, "배터리", ghg.Vehicle, ghg.MustCO2e("-0.5 tCO2e"), "study"))
	assert.Equal(t, "-1 vehicle", u.Saves.String(), "one that adds")
	_, err := strategy.FixedSaving(petrol, 0, "x", ghg.Unit{}, ghg.MustCO2e("1 tCO2e"), "study")
	assert.ErrorContains(t, err, "unit")
	_, err = strategy.FixedSaving(petrol, 0, "", ghg.Vehicle, ghg.MustCO2e("1 tCO2e"), "study")
	assert.Error(t, err)
}

// What is remarked on a figure: frozen factors, few doing it, things counted twice.
func TestFindingsOfQuantifications(t *testing.T) {
	d := electricCars(petrolCar("1.8", "1.7"), strategy.FrozenAt(2024))
	d.Quantities = []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2024, "5", "7"), Without: of(2024, "6", "1")}}
	d.Effects = d.Effects[:1]
	d.Judged = append(judged(strategy.OverlapWithin, "90%", ""), judged(strategy.CommonPractice, "100%", "half of all buyers")...)
	q := must(strategy.NewQuantification(d))
	f := q.Findings(strategy.Expected, 2024, 2030)
	assert.Equal(t, `정량화 "1", 이미 널리 행해지는 사업: 일반 관행: half of all buyers, 100% 인정
정량화 "1", 두 번 뺐을 수 있음: 내부 중복 및 배출원의 중복 효과: 같은 부분을 두 번 뺄 수 있음
정량화 "1", 다른 연도의 배출계수: 휘발유 승용차 계수는 모든 연도에 2024년 값
정량화 "1", 사업이 없을 때보다 적음: 2024년 물량이 사업이 없을 때보다 적음`, f.Korean())
	assert.Empty(t, q.Findings(strategy.Implemented, 2024, 2030).All)
	assert.Equal(t, "-1.62", net(t, q, strategy.Expected, 2024), "1 fewer × 1.8 × 90%")

	// Of one year alone it is that year's.
	d.Quantities = []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2024, "5")}}
	f = must(strategy.NewQuantification(d)).Findings(strategy.Expected, 2024, 2030)
	assert.NotContains(t, codesOf(f), strategy.FindingFactorOfAnotherYear)

	// A factor is missing for cars that still drive.
	e := electricCars(petrolCar("1.8"), strategy.OfYear)
	f = must(strategy.NewQuantification(e)).Findings(strategy.Expected, 2024, 2035)
	require.Equal(t, []string{strategy.FindingFactorProjected, strategy.FindingNoFactor}, codesOf(f))
	assert.Equal(t, "there is no factor of 전력 for 2031 to 2035: what is cut is not known then", f.All[1].Detail)
}

func TestChangedQuantifications(t *testing.T) {
	q := must(strategy.NewQuantification(electricCars(petrolCar("1.8"), strategy.OfYear)))
	half := must(q.Scaled(decimal.New(5, -1)))
	assert.Equal(t, "54448.4", net(t, half, strategy.Expected, 2030))
	_, err := q.Scaled(decimal.New(-1, 0))
	assert.ErrorContains(t, err, `factor "-1": one of 0 or more`)
	_, err = q.Delayed(1000)
	assert.ErrorContains(t, err, `delay "1000"`)
	_, err = q.Delayed(300)
	assert.ErrorContains(t, err, "year")
	d := electricCars(petrolCar("1.8"), strategy.OfYear)
	d.Quantities[0].Without = of(2024, "20", "0", "0", "0", "0", "0", "40")
	d.Quantities = append(d.Quantities, strategy.Quantities{Kind: strategy.Implemented, ByYear: of(2024, "2000")})
	q = must(strategy.NewQuantification(d))
	late := must(must(q.Delayed(1)).Scaled(decimal.New(2, 0)))
	assert.Equal(t, "2031", exactYear(late), "the last year moves")
	assert.Equal(t, "10080", amountsOf(t, late, strategy.Expected, 2025)[0], "(2820 - 20) × 2 × 1.8")
	assert.Equal(t, "3600", amountsOf(t, late, strategy.Implemented, 2024)[0], "what was done stays")
}

func exactYear(q strategy.Quantification) string {
	return decimal.NewFromInt(int64(q.Definition().Quantities[0].Last)).String()
}

// What stands at the edge: texts of the longest length, a share that has no quantity, a
// year of which nothing is known, a published unit in one year alone.
func TestEdgesOfQuantifications(t *testing.T) {
	d := electricCars(petrolCar("1.8"), strategy.OfYear)
	d.ID = string(make([]byte, ghg.MaxName))
	_, err := strategy.NewQuantification(d)
	assert.NoError(t, err)

	gas := must(strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "포집률", Counting: strategy.StandingInYear,
		Source: "plan", Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2030, "0.48")}},
		Effects: []strategy.UnitEffect{strategy.WholeSource(petrol, strategy.Overlapping)}}))
	_, ok := gas.Working(strategy.Expected, 2030)
	assert.False(t, ok, "a share is no quantity")
	assert.Contains(t, gas.Explain(strategy.Expected, 2030).String(), "C1 = K = 0.48   # share that is cut of GPC 1.1 II.1.1, 휘발유")
	assert.Contains(t, gas.Explain(strategy.Expected, 2031).String(), "reduction on 포집률: unknown: a quantity that would work")
	assert.True(t, gas.Explain(strategy.Verified, 2030).IsZero())
	assert.True(t, strategy.Quantification{}.Explain(strategy.Expected, 2030).IsZero())

	cars := must(strategy.NewQuantification(electricCars(petrolCar("1.8"), strategy.OfYear)))
	for _, year := range []int{1700, 2400} {
		_, ok = cars.Working(strategy.Expected, year)
		assert.False(t, ok, year)
		_, ok = cars.PerOne(strategy.Expected, year)
		assert.False(t, ok, year)
	}

	unit := strategy.PublishedUnit{ID: "4-1", On: petrol, Saves: ghg.MustCO2e("0.97 tCO2e (AR5)"), Source: "appendix 3"}
	alone := must(strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "보급대수", Unit: ghg.Vehicle,
		Counting: strategy.DoneInYear, Source: "plan", Published: unit, Judged: judged(strategy.FreeRiders, "50%", "survey"),
		Quantities: []strategy.Quantities{{Kind: strategy.Verified, By: "KECO", ByYear: of(2024, "10")}}}))
	assert.Equal(t, []string{strategy.FindingDeemed}, codesOf(alone.Findings(strategy.Verified, 2024, 2030)))
	assert.Equal(t, "4.85", net(t, alone, strategy.Verified, 2024), "half of 9.7")
	assert.Contains(t, alone.Explain(strategy.Verified, 2024).String(), "C    = N × Cs = 5 × 0.97 = 4.85 tCO2e (AR5)")

	unit.On = strategy.EmissionSource{}
	d = electricCars(petrolCar("1.8"), strategy.OfYear)
	d.Published = unit
	f := must(strategy.NewQuantification(d)).Findings(strategy.Expected, 2024, 2024)
	require.Equal(t, []string{strategy.FindingPublishedDiffers}, codesOf(f))
	// 2,820 × 0.97, and 2,820 × (1.8 - 2 × 0.405)
	assert.Equal(t, "2024년 감축원단위로는 2735.4 tCO2e (AR5), 단위효과로는 2791.8 tCO2e (AR5)", f.All[0].DetailKo)
}
