package factor_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// carbonOf is a carbon content, which tests tell apart by its number.
func carbonOf(t string) factor.Carbon {
	return factor.Carbon{Tonnes: decimal.RequireFromString(t), Per: ghg.MustUnit("TJ (net)")}
}

// one is a value that stands.
func one(name string) factor.Published[factor.Carbon] {
	return factor.Published[factor.Carbon]{Name: name, Value: carbonOf("20"), On: ghg.MustDate("2020-02-29"), Standing: factor.Approved,
		Confidence: ghg.MediumConfidence, Source: "here"}
}

func definition(values ...factor.Published[factor.Carbon]) factor.SetDefinition[factor.Carbon] {
	return factor.SetDefinition[factor.Carbon]{Name: words.Term{En: "carbon", Ko: "탄소"}, Of: "diesel", Values: values}
}

func setOf(t *testing.T, values ...factor.Published[factor.Carbon]) factor.Set[factor.Carbon] {
	t.Helper()
	s, err := factor.NewSet(definition(values...))
	require.NoError(t, err)
	return s
}

// What does not stand is refused by its field, all at once.
func TestNewSetRefuses(t *testing.T) {
	with := func(change func(*factor.Published[factor.Carbon])) factor.SetDefinition[factor.Carbon] {
		p := one("a")
		change(&p)
		return definition(one("b"), p)
	}
	for field, d := range map[string]factor.SetDefinition[factor.Carbon]{
		"name":           with(func(p *factor.Published[factor.Carbon]) { p.Name = "" }),
		"name ":          with(func(p *factor.Published[factor.Carbon]) { p.Name = strings.Repeat("x", ghg.MaxName+1) }),
		"source":         with(func(p *factor.Published[factor.Carbon]) { p.Source = "" }),
		"kind":           with(func(p *factor.Published[factor.Carbon]) { p.Kind = 9 }),
		"standing":       with(func(p *factor.Published[factor.Carbon]) { p.Standing = 0 }),
		"standing ":      with(func(p *factor.Published[factor.Carbon]) { p.Standing = factor.Own }),
		"confidence":     with(func(p *factor.Published[factor.Carbon]) { p.Confidence = 0 }),
		"confidence ":    with(func(p *factor.Published[factor.Carbon]) { p.Confidence = ghg.HighConfidence + 1 }),
		"first year":     with(func(p *factor.Published[factor.Carbon]) { p.Kind, p.From, p.To = factor.MeanOfYears, 1849, 2020 }),
		"last year":      with(func(p *factor.Published[factor.Carbon]) { p.Kind, p.From, p.To = factor.MeanOfYears, 2020, 2301 }),
		"last year ":     with(func(p *factor.Published[factor.Carbon]) { p.Kind, p.From, p.To = factor.MeanOfYears, 2020, 2019 }),
		"first year ":    with(func(p *factor.Published[factor.Carbon]) { p.Kind, p.To = factor.MeanOfYears, 2020 }),
		"years":          with(func(p *factor.Published[factor.Carbon]) { p.Kind = factor.SingleYear }),
		"years ":         with(func(p *factor.Published[factor.Carbon]) { p.Kind, p.From, p.To = factor.SingleYear, 2019, 2020 }),
		"kind ":          with(func(p *factor.Published[factor.Carbon]) { p.From, p.To = 2019, 2020 }),
		"kind  ":         with(func(p *factor.Published[factor.Carbon]) { p.Kind, p.From, p.To = factor.MeanOfYears, 2020, 2020 }),
		"day":            with(func(p *factor.Published[factor.Carbon]) { p.On = ghg.Date{Year: 2023, Month: 2, Day: 29} }),
		"last day":       with(func(p *factor.Published[factor.Carbon]) { p.Until = ghg.MustDate("2020-02-28") }),
		"last day ":      with(func(p *factor.Published[factor.Carbon]) { p.On, p.Until = ghg.Date{}, ghg.MustDate("2020-02-28") }),
		"value":          with(func(p *factor.Published[factor.Carbon]) { p.Value.Tonnes = decimal.Zero }),
		"value ":         with(func(p *factor.Published[factor.Carbon]) { p.Value.Per = ghg.MustUnit("TJ") }),
		"value  ":        with(func(p *factor.Published[factor.Carbon]) { p.Value.Per = ghg.Head }),
		"value   ":       with(func(p *factor.Published[factor.Carbon]) { p.Value.Tonnes = decimal.New(1, 1000) }),
		"values":         definition(),
		"name in Korean": {Name: words.Term{En: "carbon"}, Of: "diesel", Values: []factor.Published[factor.Carbon]{one("a")}},
		"of":             {Name: words.Term{En: "carbon", Ko: "탄소"}, Values: []factor.Published[factor.Carbon]{one("a")}},
	} {
		_, err := factor.NewSet(d)
		var faults ghg.Faults
		if assert.ErrorAs(t, err, &faults, field) {
			assert.Equal(t, strings.TrimSpace(field), faults.All[len(faults.All)-1].Field)
		}
	}
	bad := one("a")
	bad.Source, bad.Standing, bad.Confidence = "", 0, 0
	_, err := factor.NewSet(definition(bad, bad))
	var twice *ghg.TwiceError
	require.ErrorAs(t, err, &twice)
	assert.Equal(t, "a", twice.ID)
	_, err = factor.NewSet(definition(bad))
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 3, faults.Len(), "all at once")
}

// How many values a set may have.
func TestMostValues(t *testing.T) {
	var values []factor.Published[factor.Carbon]
	for i := range 1001 {
		values = append(values, one(fmt.Sprint(i)))
	}
	_, err := factor.NewSet(definition(values...))
	assert.ErrorContains(t, err, "from 1 to 1000")
	assert.NotNil(t, setOf(t, values[:1000]...))
	d := definition(values[0])
	d.Name.Ko = strings.Repeat("x", ghg.MaxName)
	_, err = factor.NewSet(d)
	assert.NoError(t, err)
	d.Name.Ko += "x"
	_, err = factor.NewSet(d)
	assert.Error(t, err)
}

// Emission factors of one set are per one unit; calorific values must say net or gross.
func TestValuesOfASet(t *testing.T) {
	perTJ, err := factor.NewEmission(ghg.Terajoule, ghg.Figure{}, ghg.Metric{}, ghg.MustMass("1 t CO2"))
	require.NoError(t, err)
	p := factor.Published[factor.Emission]{Name: "a", Value: heatOf("1"), Standing: factor.Approved,
		Confidence: ghg.HighConfidence, Source: "x"}
	q := p
	q.Name, q.Value = "b", perTJ
	name := words.Term{En: "heat", Ko: "열"}
	_, err = factor.NewSet(factor.SetDefinition[factor.Emission]{Name: name, Of: "heat", Values: []factor.Published[factor.Emission]{p, q}})
	assert.ErrorContains(t, err, "one set has one unit of activity")
	q.Value = factor.Emission{}
	_, err = factor.NewSet(factor.SetDefinition[factor.Emission]{Name: name, Of: "heat", Values: []factor.Published[factor.Emission]{p, q}})
	assert.ErrorContains(t, err, ghg.ErrNoFactors.Error())
	calorific := func(energy string, per ghg.Unit, source string) error {
		c := ghg.CalorificValue{Energy: ghg.MustQuantity(energy), Per: per, Source: source}
		_, err := factor.NewSet(factor.SetDefinition[ghg.CalorificValue]{Name: name, Of: "diesel", Values: []factor.Published[ghg.CalorificValue]{
			{Name: "a", Value: c, Standing: factor.Prescribed, Confidence: ghg.HighConfidence, Source: "x"}}})
		return err
	}
	assert.NoError(t, calorific("35.2 MJ (net)", ghg.Litre, "x"))
	assert.Error(t, calorific("35.2 MJ", ghg.Litre, "x"))
	assert.Error(t, calorific("35.2 MJ (net)", ghg.Head, "x"))
	assert.Error(t, calorific("0 MJ (net)", ghg.Litre, "x"))
	assert.Error(t, calorific("35.2 MJ (net)", ghg.Litre, ""))
}

// A set keeps what it was made of, and a narrowed one leaves it as it is.
func TestSetIsAValue(t *testing.T) {
	ref := one("ref")
	ref.Standing = factor.Reference
	ref.On = ghg.MustDate("2021-01-01")
	low := one("low")
	low.Confidence, low.On = ghg.LowMediumConfidence, ghg.MustDate("2022-01-01")
	values := []factor.Published[factor.Carbon]{low, one("a"), ref}
	s := setOf(t, values...)
	values[1].Name = "changed"
	var names []string
	for p := range s.All() {
		names = append(names, p.Name)
		if p.Name == "ref" {
			break
		}
	}
	assert.Equal(t, []string{"a", "ref"}, names, "by day of publication")
	day := ghg.MustDate("2023-01-01")
	first, err := s.Also("ref")
	require.NoError(t, err)
	second, err := first.Also("low")
	require.NoError(t, err)
	third, err := first.Also("a")
	require.NoError(t, err)
	for set, want := range map[*factor.Set[factor.Carbon]]string{&s: "a", &first: "ref", &second: "low", &third: "ref"} {
		p, err := set.InForceOn(day)
		require.NoError(t, err)
		assert.Equal(t, want, p.Name)
	}
	assert.Equal(t, words.Term{En: "carbon", Ko: "탄소"}, s.Name())
	assert.Equal(t, "diesel", s.Of())
	assert.False(t, s.IsZero())
}

func TestZeroSet(t *testing.T) {
	var s factor.Set[factor.Carbon]
	_, err1 := s.InForceOn(ghg.MustDate("2020-01-01"))
	_, err2 := s.OfYear(2020)
	_, err3 := s.Prescribed()
	_, err4 := s.During(ghg.CalendarYear(2020))
	_, err5 := s.Also("a")
	_, err6 := factor.ByYear(factor.Set[factor.Emission]{}, factor.OfTheYear, 2020, 2021)
	for _, err := range []error{err1, err2, err3, err4, err5, err6} {
		assert.ErrorIs(t, err, factor.ErrNoSet)
	}
	for range s.All() {
		t.Error("it has none")
	}
	assert.True(t, s.IsZero())
	assert.Empty(t, s.Of())
	assert.Equal(t, "no set of factors, single year", s.Only(factor.SingleYear).String())
	assert.Equal(t, "배출계수 집합 없음", s.Korean())
}

// What is known of a value is told with it, and no more.
func TestTextOfAValue(t *testing.T) {
	day := ghg.MustDate("2020-02-29")
	for _, x := range []struct {
		change func(*factor.Published[factor.Carbon])
		en, ko string
	}{
		{func(p *factor.Published[factor.Carbon]) {}, "approved; from 2020-02-29 on", "승인; 2020-02-29부터"},
		{func(p *factor.Published[factor.Carbon]) { p.Until = ghg.MustDate("2021-01-01") }, "approved; from 2020-02-29 to 2021-01-01",
			"승인; 2020-02-29~2021-01-01"},
		{func(p *factor.Published[factor.Carbon]) { p.On = ghg.Date{} }, "approved; day of publication not known", "승인; 공표일 모름"},
		{func(p *factor.Published[factor.Carbon]) { p.Standing = factor.Prescribed }, "prescribed; from 2020-02-29 on",
			"제도에서 정함; 2020-02-29부터"},
		{func(p *factor.Published[factor.Carbon]) { p.Standing, p.On = factor.Prescribed, ghg.Date{} }, "prescribed", "제도에서 정함"},
		{func(p *factor.Published[factor.Carbon]) { p.From, p.To, p.On = 2019, 2019, day }, "of 2019; approved; from 2020-02-29 on",
			"2019년; 승인; 2020-02-29부터"},
		{func(p *factor.Published[factor.Carbon]) { p.Kind = factor.MeanOfYears }, "mean of years; approved; from 2020-02-29 on",
			"다년 평균; 승인; 2020-02-29부터"},
		{func(p *factor.Published[factor.Carbon]) { p.Kind, p.From, p.To = factor.MeanOfYears, 2017, 2019 },
			"mean of 2017 to 2019; approved; from 2020-02-29 on", "2017~2019년 평균; 승인; 2020-02-29부터"},
	} {
		p := one("a")
		x.change(&p)
		assert.Equal(t, "20 t C per TJ (net) ("+x.en+")", p.String())
		assert.Equal(t, "20 tC/TJ (순발열량) ("+x.ko+")", p.Korean())
	}
	assert.Empty(t, one("a").Findings().All)
}

// Closed sets have their names in both languages, and other numbers are none of them.
func TestNames(t *testing.T) {
	assert.Equal(t, "single year 단년도 kind not stated", fmt.Sprint(factor.SingleYear, " ", factor.SingleYear.Korean(), " ", factor.Kind(9)))
	assert.Equal(t, "approved 승인 standing not stated", fmt.Sprint(factor.Approved, " ", factor.Approved.Korean(), " ", factor.Standing(9)))
	assert.Equal(t, "low 낮음 not stated", fmt.Sprint(ghg.LowConfidence, " ", ghg.LowConfidence.Korean(), " ", ghg.Confidence(9)))
	assert.Equal(t, "of the year 해당 연도의 계수 no rule", fmt.Sprint(factor.OfTheYear, " ", factor.OfTheYear.Korean(), " ", factor.Rule(4)))
	assert.True(t, factor.KindNotStated.Valid())
	assert.True(t, factor.Own.Valid() && ghg.HighConfidence.Valid() && factor.Approved.Valid() && ghg.LowConfidence.Valid())
	assert.False(t, factor.Standing(0).Valid() || (factor.Own+1).Valid() || (ghg.HighConfidence+1).Valid())
	assert.False(t, ghg.Confidence(0).Valid())
	assert.Equal(t, "no carbon content", factor.Carbon{}.String())
	assert.Equal(t, "탄소함량 없음", factor.Carbon{}.Korean())
	assert.Equal(t, "no emission factor", factor.Emission{}.String())
	assert.Equal(t, "배출계수 없음", factor.Emission{}.Korean())
	assert.Equal(t, "no factors by year", factor.Series{}.String())
}
