package netzero_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is decided without the day stays as it is on every day that it may have been: to
// know less never decides more.
func TestKnowingLessNeverDecidesMore(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	fuels := []string{"LNG", "벙커C유", "유연탄", "태양광"}
	decided := map[string]int{}
	for range 400 {
		var records []ghg.Record
		for year := 2018; year <= 2025; year++ {
			if r.Intn(8) > 0 {
				records = append(records, nothing(year))
			}
		}
		for range r.Intn(6) {
			// by halves of a year, so that a month of the pledge decides
			rec := power(2018, fmt.Sprintf("unit %d", r.Intn(3)), fuels[r.Intn(len(fuels))], "7 kt")
			year, half := 2018+r.Intn(8), r.Intn(2)
			p, err := ghg.NewPeriod(day(year, 1+6*half, 1), day(year, 6+6*half, 30))
			require.NoError(t, err)
			rec.Period = p
			records = append(records, rec)
		}
		p := ownPledge()
		p.IfReplaced = netzero.ReplacementRule(r.Intn(3))
		year := 2019 + r.Intn(5)
		for _, less := range []ghg.When{ghg.WithinYear(year), ghg.WithinMonth(year, 6), ghg.WithinMonth(year, 7)} {
			p.Since = less
			known := judge(t, p, records...)
			decided[known.Result.OfPledge().En]++
			shuffled := slices.Clone(records)
			r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			assert.Equal(t, known.Result.OfPledge().En, answer(t, p, shuffled...), "the order of records")
			if known.Result.OfPledge().En == undecided {
				continue
			}
			for _, on := range []ghg.Date{less.First(), less.Last(), day(year, int(less.First().Month), 17), day(year, int(less.Last().Month), 3)} {
				p.Since = ghg.OnDay(on)
				assert.Equal(t, known.Result.OfPledge().En, answer(t, p, records...), "%s, %s: %s", less, on, known.Details())
			}
			p.Since = less
		}
	}
	assert.Greater(t, decided[broken], 20)
	assert.Greater(t, decided[kept], 20)
	assert.Greater(t, decided[undecided], 20)
}

// The same of evidence: a plan of a month, on joining in a month.
func TestKnowingLessOfEvidence(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	decided := map[netzero.CheckResult]int{}
	for range 500 {
		joined := ghg.WithinMonth(2021, 3)
		plan := ghg.WithinMonth(2020+r.Intn(3), time.Month(1+r.Intn(12)))
		if r.Intn(4) == 0 {
			plan = ghg.WithinMonth(2022, 3)
		}
		at := func(joined, plan ghg.When) netzero.CheckResult {
			m := member{Place: "Daegu", Joined: joined, Plan: []netzero.Document{{Title: "plan", Date: plan}}}
			return startingLine(t, m, day(2025, 6, 30))[netzero.CheckPlan].Result
		}
		known := at(joined, plan)
		decided[known]++
		if known == netzero.CannotTell {
			continue
		}
		for _, a := range []ghg.Date{joined.First(), joined.Last()} {
			for _, b := range []ghg.Date{plan.First(), plan.Last()} {
				assert.Equal(t, known, at(ghg.OnDay(a), ghg.OnDay(b)), "%s, %s", a, b)
			}
		}
	}
	assert.Len(t, decided, 3, "pass, fail and cannot tell")
}
