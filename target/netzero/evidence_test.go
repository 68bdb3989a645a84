package netzero_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func paper(when, title string) netzero.Document {
	return netzero.Document{Title: title, Date: ghg.MustWhen(when)}
}

// codes are the codes of a check's findings.
func codes(c netzero.Check) []string {
	var out []string
	for _, f := range c.Findings.All {
		out = append(out, f.Code)
	}
	return out
}

// A plan of 1990 shows nothing of "a first plan within a year of joining in 2021", and a
// speech of 2010 nothing of a criterion of June 2022.
func TestOldPapersShowNothing(t *testing.T) {
	m := member{Place: "Daegu", Joined: ghg.MustWhen("2021-04-22"),
		Plan:     []netzero.Document{paper("1990-05-01", "plan of 1990")},
		Persuade: []netzero.Document{paper("2010-09-03", "speech of 2010")},
		Proceed:  []netzero.Document{paper("2021-04-21", "the day before")},
		Pledge:   []netzero.Document{paper("2021-04-22", "the day itself")},
	}
	got := startingLine(t, m, day(2025, 6, 30))
	for id, title := range map[netzero.CheckID]string{netzero.CheckPlan: "1990-05-01 plan of 1990",
		netzero.CheckPersuade: "2010-09-03 speech of 2010",
		netzero.CheckProceed:  "2021-04-21 the day before"} {
		c := got[id]
		assert.Equal(t, netzero.CannotTell, c.Result, id)
		assert.Contains(t, c.Reason, "shows nothing: "+title)
		assert.Equal(t, []string{netzero.FindingBeforeJoining}, codes(c), id)
		assert.Equal(t, title, c.Findings.All[0].Of)
		assert.Contains(t, c.Findings.All[0].DetailKo, "2021-04-22")
		assert.Len(t, c.Documents, 1, "it is still shown")
	}
	assert.Equal(t, netzero.Pass, got[netzero.CheckPledge].Result)

	// After joining, and before the criterion of 15 June 2022.
	m.Persuade = []netzero.Document{paper("2021-12-20", "letter"), paper("2022-06-14", "the day before it")}
	c := startingLine(t, m, day(2025, 6, 30))[netzero.CheckPersuade]
	assert.Equal(t, netzero.CannotTell, c.Result)
	assert.Equal(t, []string{netzero.FindingBeforeCriterion, netzero.FindingBeforeCriterion}, codes(c))
	m.Persuade = append(m.Persuade, paper("2022-06-15", "the day of it"), paper("2022-06", "in that month"))
	c = startingLine(t, m, day(2025, 6, 30))[netzero.CheckPersuade]
	assert.Equal(t, netzero.Pass, c.Result)
	assert.Equal(t, "shown by 2022-06-15 the day of it; from before, and no evidence: 2021-12-20 letter, 2022-06-14 the day before it",
		c.Reason)
	assert.Contains(t, codes(c), netzero.FindingDayDecides)
}

// Every plan that is shown is named, with those that are no evidence.
func TestEveryPlanIsNamed(t *testing.T) {
	m := member{Place: "Daegu", Joined: ghg.MustWhen("2021-04-22"), Plan: []netzero.Document{paper("2024-04-01", "second plan"),
		paper("1990-05-01", "plan of 1990"), paper("2021-12-14", "strategy"), paper("2020-06", "comprehensive plan 2030")}}
	c := startingLine(t, m, day(2025, 6, 30))[netzero.CheckPlan]
	assert.Equal(t, netzero.Pass, c.Result)
	assert.Equal(t, "the first plan shown, of 2021-12-14, is there by 2022-04-22; plans shown since joining: 2021-12-14 strategy, "+
		"2024-04-01 second plan; from before, and no evidence: 1990-05-01 plan of 1990, 2020-06 comprehensive plan 2030", c.Reason)
	assert.True(t, figure(t, c, "first plan after joining").Equal(dec("236"))) // 8 + 31+30+31+31+30+31+30 + 14
	// An old plan is no excuse for one that came late.
	m.Plan = []netzero.Document{paper("1990-05-01", "plan of 1990"), paper("2022-04-23", "late")}
	assert.Equal(t, netzero.Fail, startingLine(t, m, day(2025, 6, 30))[netzero.CheckPlan].Result)
}

// Daegu joined in April 2021, as was told on 5 and 6 May; no report names the day.
func TestJoinedInAMonth(t *testing.T) {
	for _, c := range []struct {
		plan string
		want netzero.CheckResult
	}{
		{"2022-03-31", netzero.Pass}, {"2022-04-01", netzero.Pass}, // 12 months from the first day that it may be
		{"2022-04-02", netzero.CannotTell}, {"2022-04-30", netzero.CannotTell}, {"2022-04", netzero.CannotTell},
		{"2022-05-01", netzero.Fail}, {"2022-05", netzero.Fail}, {"2021", netzero.CannotTell}, {"2022-03", netzero.Pass},
		{"2021-03-31", netzero.CannotTell}, {"2021-04-29", netzero.CannotTell}, {"2021-04-30", netzero.Pass}, {"2022", netzero.CannotTell},
		{"2021-05", netzero.Pass}, {"2023", netzero.Fail},
	} {
		m := member{Place: "Daegu", Joined: ghg.MustWhen("2021-04"), Plan: []netzero.Document{paper(c.plan, "plan")}}
		got := startingLine(t, m, day(2025, 6, 30))[netzero.CheckPlan]
		assert.Equal(t, c.want, got.Result, "%s: %s", c.plan, got.Reason)
		assert.Contains(t, got.Reason, c.plan)
	}
	m := member{Place: "Daegu", Joined: ghg.MustWhen("2021-04"), Plan: []netzero.Document{paper("2022-04-10", "plan")},
		Pledge:  []netzero.Document{paper("2021-04-12", "signed")},
		Publish: []netzero.Document{paper("2022", "inventory"), paper("2023-11", "report"), paper("2024", "report")}}
	got := startingLine(t, m, day(2025, 6, 30))
	c := got[netzero.CheckPlan]
	assert.Equal(t, "2021-04 + 12 months = 2022-04-01 to 2022-04-30", c.Formula)
	assert.Equal(t, "first plan after joining undefined: a day is not known", c.Figures[0].String())
	c = got[netzero.CheckPledge]
	assert.Equal(t, netzero.CannotTell, c.Result)
	assert.Contains(t, c.Reason, "the day decides")
	assert.Equal(t, []string{netzero.FindingDayDecides}, codes(c))
	assert.Equal(t, netzero.Pass, got[netzero.CheckPublish].Result, "years need no day")
	// Within the month that is asked of, nothing is settled, and it is no error.
	_, err := shownBy(m, day(2021, 3, 31))
	assert.ErrorContains(t, err, `since "2021-04": a day no later than 2021-03-31 is needed`)
	m.Plan, m.Pledge, m.Publish = nil, nil, nil
	_, err = shownBy(m, day(2021, 4, 15))
	assert.NoError(t, err)
}

// The edition of April 2021 held from a day of that month that nobody knows: which one a
// member of April 2021 joined by, the day decides.
func TestEditionsOfAMonth(t *testing.T) {
	var none *netzero.NoEditionError
	_, err := netzero.ThresholdOn(netzero.RaceToZeroHalf, ghg.MustWhen("2021-04"))
	require.ErrorAs(t, err, &none)
	assert.Equal(t, []string{"none", "race-to-zero-half-2021"}, none.Between)
	assert.EqualError(t, err, "criterion race-to-zero-half: the day decides, and of 2021-04 it is not known: none or race-to-zero-half-2021; "+
		"take one of race-to-zero-half-2021, race-to-zero-half-2022 by its ID")
	_, err = netzero.ThresholdOn(netzero.RaceToZeroHalf, ghg.MustWhen("2022-06"))
	require.ErrorAs(t, err, &none)
	assert.Equal(t, []string{"race-to-zero-half-2021", "race-to-zero-half-2022"}, none.Between)
	_, err = netzero.ThresholdOn(netzero.RaceToZeroHalf, ghg.MustWhen("2021-03"))
	require.ErrorAs(t, err, &none)
	assert.Empty(t, none.Between, "before all of them")
	for when, want := range map[string]string{"2021-05": "race-to-zero-half-2021", "2022-05": "race-to-zero-half-2021",
		"2022-07": "race-to-zero-half-2022", "2023": "race-to-zero-half-2022", "2021-04-30": "race-to-zero-half-2021"} {
		th, err := netzero.ThresholdOn(netzero.RaceToZeroHalf, ghg.MustWhen(when))
		require.NoError(t, err, when)
		assert.Equal(t, want, th.ID(), when)
	}
	_, err = netzero.ThresholdOn(netzero.RaceToZeroHalf, ghg.OnDay(day(2021, 4, 15)))
	require.ErrorAs(t, err, &none, "not known to the day")
	assert.Equal(t, []string{"none", "race-to-zero-half-2021"}, none.Between)
	_, err = netzero.ThresholdOn("opcc", ghg.MustWhen("2021"))
	var unknown *ghg.UnknownError
	assert.ErrorAs(t, err, &unknown)

	p := member{Place: "Daegu", Joined: ghg.MustWhen("2021-04")}.pledge()
	held, findings := p.Editions()
	var ids []string
	for _, th := range held {
		ids = append(ids, th.ID())
	}
	assert.Equal(t, []string{"race-to-zero-net-zero-2020", "race-to-zero-pledge-2020", "race-to-zero-plan-2020", "race-to-zero-proceed-2020",
		"race-to-zero-publish-2020"}, ids, "the fifth P came later")
	require.Equal(t, 1, findings.Len())
	assert.Equal(t, []string{netzero.FindingDayDecides, "race-to-zero-half"}, []string{findings.All[0].Code, findings.All[0].Of})
	p.Since = ghg.MustWhen("2021-05-05")
	held, findings = p.Editions()
	assert.Len(t, held, 6)
	assert.Zero(t, findings.Len())
}

// A place's own promise has documents of itself.
func TestEvidenceOfAnOwnPledge(t *testing.T) {
	p := ownPledge()
	p.Evidence = []netzero.Document{paper("2021-05-24", "speech")}
	checks, err := p.Shown(day(2022, 1, 1))
	require.NoError(t, err)
	assert.Equal(t, netzero.CannotTell, checks[0].Result, "the pledge is of some day of May")
	p.Since = ghg.MustWhen("2021-05-24")
	p.Evidence = []netzero.Document{paper("2020-01-01", "draft"), paper("2021-05-24", "speech")}
	checks, err = p.Shown(day(2022, 1, 1))
	require.NoError(t, err)
	require.Len(t, checks, 1)
	assert.Equal(t, netzero.CheckEvidence, checks[0].ID)
	assert.Equal(t, netzero.Pass, checks[0].Result)
	assert.Equal(t, "shown by 2021-05-24 speech; from before, and no evidence: 2020-01-01 draft", checks[0].Reason)
	p.Evidence = nil
	checks, err = p.Shown(day(2022, 1, 1))
	require.NoError(t, err)
	assert.Equal(t, netzero.CannotTell, checks[0].Result)
	p.Evidence = []netzero.Document{{Of: netzero.RaceToZeroPlan, Title: "plan", Date: ghg.MustWhen("2022-01-01")}}
	_, err = p.Shown(day(2022, 1, 1))
	assert.ErrorContains(t, err, `evidence 1, of "race-to-zero-plan"`)
	_, err = ownPledge().Shown(day(2021, 4, 30))
	assert.ErrorContains(t, err, `since "2021-05"`)
	_, err = ownPledge().Shown(ghg.Date{})
	assert.ErrorContains(t, err, "day asked")
	// Of a campaign, documents of the promise itself are a check beside its criteria.
	p = member{Place: "Daegu", Joined: ghg.MustWhen("2021-04-01"), Plan: []netzero.Document{paper("2021-12", "strategy")}}.pledge()
	p.Evidence = append(p.Evidence, paper("2021-05-06", "news of joining"))
	checks, err = p.Shown(day(2023, 1, 1))
	require.NoError(t, err)
	require.Len(t, checks, 6)
	assert.Equal(t, netzero.CheckEvidence, checks[5].ID)
	assert.Equal(t, netzero.RaceToZeroPlan, p.Evidence[0].Of)
	// The coal alliance has no criterion that a document meets, and a promise that has.
	coal := pledge(t)
	checks, err = coal.Shown(day(2023, 1, 1))
	require.NoError(t, err)
	require.Len(t, checks, 1)
	assert.Equal(t, netzero.CannotTell, checks[0].Result)
	coal.Evidence = []netzero.Document{{Of: netzero.PoweringPastCoalOECD, Title: "plan", Date: ghg.MustWhen("2022")}}
	_, err = coal.Shown(day(2023, 1, 1))
	assert.ErrorContains(t, err, "that documents meet, or none")
}
