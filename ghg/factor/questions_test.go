package factor_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Both ends of an interval are included, and what was before it does not come back.
func TestInterval(t *testing.T) {
	open, closed, undated := one("open"), one("closed"), one("undated")
	closed.On, closed.Until = ghg.MustDate("2020-12-31"), ghg.MustDate("2021-01-01")
	undated.On = ghg.Date{}
	s := setOf(t, undated, closed, open)
	for day, want := range map[string]string{"2020-02-29": "open", "2020-12-30": "open", "2020-12-31": "closed", "2021-01-01": "closed"} {
		p, err := s.InForceOn(ghg.MustDate(day))
		require.NoError(t, err, day)
		assert.Equal(t, want, p.Name, day)
	}
	_, err := s.InForceOn(ghg.MustDate("2021-01-02"))
	var none *factor.NotInForceError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, closed.Until, none.Last)
	assert.Zero(t, none.First)
	assert.ErrorContains(t, err, "until 2021-01-01")
	_, err = s.InForceOn(ghg.MustDate("2020-02-28"))
	require.ErrorAs(t, err, &none)
	assert.Equal(t, open.On, none.First)
	assert.Zero(t, none.Last)
	_, err = s.InForceOn(ghg.Date{Year: 2021, Month: 2, Day: 29})
	var fault ghg.Fault
	assert.ErrorAs(t, err, &fault)
}

// An error names the values that would have answered, if they still hold.
func TestByName(t *testing.T) {
	ref, low, over := one("ref"), one("low"), one("over")
	ref.Standing, low.Confidence, over.Confidence = factor.Reference, ghg.LowConfidence, ghg.LowConfidence
	over.Until = over.On
	for _, p := range []*factor.Published[factor.Carbon]{&ref, &low, &over} {
		p.Kind, p.From, p.To = factor.SingleYear, 2019, 2019
	}
	s := setOf(t, ref, low, over)
	_, err := s.InForceOn(ghg.MustDate("2020-03-01"))
	var none *factor.NotInForceError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, []string{"ref", "low"}, none.ByName)
	assert.ErrorContains(t, err, `"ref", "low"`)
	_, err = s.Only(factor.MeanOfYears).InForceOn(ghg.MustDate("2020-03-01"))
	require.ErrorAs(t, err, &none)
	assert.Empty(t, none.ByName)
	_, err = s.OfYear(2019)
	assert.ErrorContains(t, err, `"ref", "low", "over"`)
	_, err = s.OfYear(2018)
	assert.NotContains(t, err.Error(), "ref")
	p, err := must(s.Also("low")).OfYear(2019)
	require.NoError(t, err)
	assert.Equal(t, "low", p.Name)
	_, err = must(s.Also("low", "ref")).OfYear(2019)
	var ambiguous *factor.AmbiguousError
	require.ErrorAs(t, err, &ambiguous)
	assert.Equal(t, "of 2019", ambiguous.Question)
	assert.Equal(t, []factor.Candidate{{"ref", "20 t C per TJ (net)", factor.SingleYear, 2019, 2019},
		{"low", "20 t C per TJ (net)", factor.SingleYear, 2019, 2019}}, ambiguous.Candidates)
	assert.EqualError(t, err, "carbon, of 2019: 2 values answer this: 20 t C per TJ (net) (single year of 2019), "+
		"20 t C per TJ (net) (single year of 2019): a set with one of them is needed")
}

// Two kinds in one notice are told apart by the kind.
func TestAmbiguousError(t *testing.T) {
	single, mean := one("single"), one("mean")
	single.Kind, single.From, single.To = factor.SingleYear, 2019, 2019
	mean.Kind, mean.From, mean.To = factor.MeanOfYears, 2017, 2019
	_, err := setOf(t, single, mean).InForceOn(ghg.MustDate("2020-02-29"))
	assert.EqualError(t, err, "carbon, in force on 2020-02-29: 2 values answer this: 20 t C per TJ (net) (single year of 2019), "+
		"20 t C per TJ (net) (mean of years of 2017 to 2019): name the kind with Set.Only")
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// The newest publication of a year counts; a mean of years is of none of them.
func TestOfYear(t *testing.T) {
	first, again, mean, other := one("first"), one("again"), one("mean"), one("other")
	first.From, first.To = 2019, 2019
	again.From, again.To, again.On = 2019, 2019, ghg.MustDate("2021-05-05")
	mean.Kind, mean.From, mean.To, mean.On = factor.MeanOfYears, 2018, 2020, ghg.MustDate("2022-05-05")
	other.From, other.To, other.On = 2016, 2016, ghg.Date{}
	s := setOf(t, first, again, mean, other)
	p, err := s.OfYear(2019)
	require.NoError(t, err)
	assert.Equal(t, "again", p.Name)
	p, err = s.OfYear(2016)
	require.NoError(t, err, "its day need not be known")
	assert.Equal(t, "other", p.Name)
	_, err = s.OfYear(2018)
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, []int{2016, 2019}, none.Have)
	_, err = s.Only(factor.MeanOfYears).OfYear(2019)
	require.ErrorAs(t, err, &none)
	assert.Empty(t, none.Have)
	_, err = s.OfYear(1849)
	var year *ghg.YearError
	assert.ErrorAs(t, err, &year)
}

func TestPrescribed(t *testing.T) {
	a, b := one("a"), one("b")
	a.Standing, b.Standing, b.Confidence = factor.Prescribed, factor.Prescribed, ghg.LowMediumConfidence
	s := setOf(t, a, b, one("c"))
	p, err := s.Prescribed()
	require.NoError(t, err)
	assert.Equal(t, "a", p.Name)
	_, err = must(s.Also("b")).Prescribed()
	var ambiguous *factor.AmbiguousError
	require.ErrorAs(t, err, &ambiguous)
	assert.Equal(t, "prescribed", ambiguous.Question)
	_, err = s.Only(factor.SingleYear).Prescribed()
	assert.ErrorContains(t, err, "prescribes none: ask")
	_, err = setOf(t, b).Prescribed()
	assert.ErrorContains(t, err, `given only by name (Set.Also): "b"`)
}

func TestDuringRefuses(t *testing.T) {
	s := setOf(t, one("a"))
	_, err := s.During(ghg.Period{})
	var fault ghg.Fault
	assert.ErrorAs(t, err, &fault)
	var none *factor.NotInForceError
	_, err = s.During(ghg.CalendarYear(2020))
	assert.ErrorAs(t, err, &none, "its first days have none")
	spans, err := s.During(must(ghg.NewPeriod(ghg.MustDate("2020-02-29"), ghg.MustDate("2020-02-29"))))
	require.NoError(t, err)
	assert.Len(t, spans, 1)
	ref := one("b")
	ref.Standing, ref.On = factor.Reference, ghg.MustDate("2021-06-01")
	spans, err = setOf(t, one("a"), ref).During(ghg.CalendarYear(2021))
	require.NoError(t, err)
	assert.Len(t, spans, 1, "what is not named changes nothing")
	assert.Equal(t, ghg.CalendarYear(2021), spans[0].Period)
}

// Whatever the set, each day of a period has the answer that is found by looking at every
// value, and the spans of the period say the same as its days.
func TestEveryDay(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	period := must(ghg.NewPeriod(ghg.MustDate("2019-12-20"), ghg.MustDate("2020-03-10")))
	var days []ghg.Date
	for d := ghg.MustDate("2019-12-20"); !ghg.MustDate("2020-03-10").Before(d); d = after(d) {
		days = append(days, d)
	}
	require.Len(t, days, 82)
	whole, answers := 0, 0
	for range 400 {
		var values []factor.Published[factor.Carbon]
		for i := range 1 + random.IntN(6) {
			p := one(fmt.Sprint(i))
			from := random.IntN(len(days))
			if p.On = days[from]; random.IntN(3) == 0 {
				p.Until = days[from+random.IntN(len(days)-from)]
			}
			p.Kind = []factor.Kind{factor.KindNotStated, factor.MeanOfYears}[random.IntN(2)]
			if random.IntN(4) == 0 {
				p.Standing = factor.Reference
			}
			values = append(values, p)
		}
		values[0].On, values[0].Until = days[0], ghg.Date{}
		s := setOf(t, values...)
		kind := factor.Kind(random.IntN(2)) * factor.MeanOfYears
		s = s.Only(kind)
		spans, spansErr := s.During(period)
		failed := false
		for _, d := range days {
			want := holding(values, kind, d)
			p, err := s.InForceOn(d)
			switch len(want) {
			case 1:
				answers++
				require.NoError(t, err)
				assert.Equal(t, want[0], p.Name)
				if spansErr == nil {
					i := slices.IndexFunc(spans, func(x factor.Span[factor.Carbon]) bool {
						return !d.Before(x.Period.Start()) && !x.Period.End().Before(d)
					})
					require.GreaterOrEqual(t, i, 0)
					assert.Equal(t, want[0], spans[i].Name)
				}
			case 0:
				failed = true
				var none *factor.NotInForceError
				assert.ErrorAs(t, err, &none)
			default:
				failed = true
				var ambiguous *factor.AmbiguousError
				if assert.ErrorAs(t, err, &ambiguous) {
					assert.Len(t, ambiguous.Candidates, len(want))
				}
			}
		}
		assert.Equal(t, failed, spansErr != nil)
		for i, x := range spans {
			if i > 0 {
				assert.Equal(t, x.Period.Start(), after(spans[i-1].Period.End()), "no gap, no overlap")
				assert.NotEqual(t, spans[i-1].Name, x.Name, "two spans of one value are one")
			}
		}
		if spansErr == nil {
			whole++
		}
	}
	assert.Greater(t, whole, 50)
	assert.Greater(t, answers, 1000)
}

func after(d ghg.Date) ghg.Date {
	for _, next := range []ghg.Date{{Year: d.Year, Month: d.Month, Day: d.Day + 1}, {Year: d.Year, Month: d.Month + 1, Day: 1}} {
		if next.Valid() {
			return next
		}
	}
	return ghg.Date{Year: d.Year + 1, Month: 1, Day: 1}
}

// holding are the names of the values in force on a day, by looking at each.
func holding(values []factor.Published[factor.Carbon], kind factor.Kind, day ghg.Date) (names []string) {
	var newest ghg.Date
	for _, p := range values {
		if p.Standing != factor.Reference && (kind == factor.KindNotStated || p.Kind == kind) && !day.Before(p.On) && newest.Before(p.On) {
			newest = p.On
		}
	}
	for _, p := range values {
		if p.Standing != factor.Reference && (kind == factor.KindNotStated || p.Kind == kind) && p.On == newest &&
			(p.Until == ghg.Date{} || !p.Until.Before(day)) {
			names = append(names, p.Name)
		}
	}
	return names
}
