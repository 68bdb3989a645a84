package netzero_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func doc(title string, d ghg.Date) netzero.Document {
	return netzero.Document{Title: title, Date: ghg.OnDay(d)}
}

// member is a member of Race to Zero with what it shows for each of the five Ps.
type member struct {
	Place                                    ghg.PlaceID
	Joined                                   ghg.When
	Pledge, Plan, Proceed, Publish, Persuade []netzero.Document
}

func (m member) pledge() netzero.Pledge {
	p := netzero.Pledge{Place: m.Place, Kind: netzero.Reach, Since: m.Joined, Campaign: netzero.RaceToZero}
	for _, of := range []struct {
		criterion netzero.CriterionName
		documents []netzero.Document
	}{
		{netzero.RaceToZeroPledge, m.Pledge}, {netzero.RaceToZeroPlan, m.Plan}, {netzero.RaceToZeroProceed, m.Proceed},
		{netzero.RaceToZeroPublish, m.Publish}, {netzero.RaceToZeroPersuade, m.Persuade},
	} {
		for _, d := range of.documents {
			d.Of = of.criterion
			p.Evidence = append(p.Evidence, d)
		}
	}
	return p
}

func shownBy(m member, on ghg.Date) ([]netzero.Check, error) { return m.pledge().Shown(on) }

// showsAll shows all that is asked for on 30 June 2025.
func showsAll() member {
	return member{Place: "Daegu", Joined: ghg.OnDay(day(2021, 3, 15)),
		Pledge:  []netzero.Document{doc("mayor's pledge", day(2021, 3, 15))},
		Plan:    []netzero.Document{doc("second plan", day(2024, 4, 1)), doc("strategy", day(2021, 12, 20))},
		Proceed: []netzero.Document{doc("rooftop solar contract", day(2022, 5, 2))},
		Publish: []netzero.Document{doc("report 2024", day(2024, 12, 31)), doc("report 2022", day(2022, 1, 1)),
			{Link: "https://example.org/2023", Date: ghg.OnDay(day(2023, 7, 1))}},
		Persuade: []netzero.Document{doc("letter to the ministry", day(2023, 1, 9))},
	}
}

func startingLine(t *testing.T, m member, on ghg.Date) map[netzero.CheckID]netzero.Check {
	t.Helper()
	checks, err := shownBy(m, on)
	require.NoError(t, err)
	out := map[netzero.CheckID]netzero.Check{}
	for _, c := range checks {
		out[c.ID] = c
	}
	return out
}

func TestStartingLine(t *testing.T) {
	checks, err := shownBy(showsAll(), day(2025, 6, 30))
	require.NoError(t, err)
	var ids []netzero.CheckID
	for _, c := range checks {
		ids = append(ids, c.ID)
		assert.Equal(t, netzero.Pass, c.Result, c.Details())
		assert.NotEmpty(t, c.Documents)
	}
	assert.Equal(t, []netzero.CheckID{netzero.CheckPledge, netzero.CheckPlan, netzero.CheckProceed, netzero.CheckPublish,
		netzero.CheckPersuade}, ids)
	plan := checks[1]
	assert.Equal(t, "the first plan shown, of 2021-12-20, is there by 2022-03-15; "+
		"plans shown since joining: 2021-12-20 strategy, 2024-04-01 second plan", plan.Reason)
	assert.Equal(t, "first plan after joining 280 days", plan.Figures[0].String()) // 16 + 30+31+30+31+31+30+31+30 + 20
	assert.Equal(t, "strategy", plan.Documents[0].Title, "the first comes first")
	assert.Equal(t, "years shown, of 3 3", checks[3].Figures[0].String())
	assert.Contains(t, checks[3].Details(), "document   2023-07-01 <https://example.org/2023>\n")
	assert.Equal(t, "shown by 2021-03-15 mayor's pledge", checks[0].Reason)
}

func TestNoDocumentIsNoFailure(t *testing.T) {
	checks, err := shownBy(member{Place: "Daegu", Joined: ghg.OnDay(day(2021, 3, 15))}, day(2025, 6, 30))
	require.NoError(t, err)
	require.Len(t, checks, 5)
	for _, c := range checks {
		assert.Equal(t, netzero.CannotTell, c.Result)
		assert.Equal(t, "no document is shown: that is no evidence that there is none", c.Reason)
		assert.Empty(t, c.Figures)
	}
}

// The fifth P came with the edition of 15 June 2022.
func TestTheFifthP(t *testing.T) {
	m := member{Place: "Daegu", Joined: ghg.OnDay(day(2021, 3, 15))}
	for on, want := range map[ghg.Date]int{day(2022, 6, 14): 4, day(2022, 6, 15): 5} {
		checks, err := shownBy(m, on)
		require.NoError(t, err)
		assert.Len(t, checks, want)
	}
	m.Joined = ghg.OnDay(day(2020, 6, 4))
	_, err := shownBy(m, day(2020, 6, 4)) // before the campaign
	var none *netzero.NoEditionError
	assert.ErrorAs(t, err, &none)
}

func TestPlanWithinTwelveMonths(t *testing.T) {
	for _, c := range []struct {
		joined, plan ghg.Date
		last         string
		want         netzero.CheckResult
	}{
		{day(2021, 3, 15), day(2022, 3, 15), "2022-03-15", netzero.Pass},
		{day(2021, 3, 15), day(2022, 3, 16), "2022-03-15", netzero.Fail},
		{day(2021, 3, 15), day(2021, 3, 15), "2022-03-15", netzero.Pass}, // the day of joining
		{day(2024, 2, 29), day(2025, 2, 28), "2025-02-28", netzero.Pass},
		{day(2024, 2, 29), day(2025, 3, 1), "2025-02-28", netzero.Fail},
		{day(2020, 12, 31), day(2021, 12, 31), "2021-12-31", netzero.Pass},
		{day(2020, 12, 31), day(2022, 1, 1), "2021-12-31", netzero.Fail},
	} {
		m := member{Place: "Daegu", Joined: ghg.OnDay(c.joined), Plan: []netzero.Document{doc("plan", c.plan)}}
		got := startingLine(t, m, day(2026, 1, 1))[netzero.CheckPlan]
		assert.Equal(t, c.want, got.Result, got.Reason)
		assert.Contains(t, got.Reason, c.last)
		assert.Equal(t, c.joined.String()+" + 12 months = "+c.last, got.Formula)
	}
}

func TestPublishEveryYear(t *testing.T) {
	reports := func(years ...int) (out []netzero.Document) {
		for _, y := range years {
			out = append(out, doc("report", day(y, 5, 1)))
		}
		return out
	}
	for _, c := range []struct {
		joined, on ghg.Date
		reports    []netzero.Document
		want       netzero.CheckResult
		reason     string
	}{
		{day(2021, 1, 1), day(2022, 12, 31), reports(2022), netzero.CannotTell,
			"no full calendar year has passed between joining and 2022-12-31"},
		{day(2021, 12, 31), day(2023, 1, 1), reports(2022), netzero.Pass, "something is shown for every full year since joining"},
		{day(2021, 1, 1), day(2025, 1, 1), reports(2022, 2024), netzero.Warn, "nothing is shown for 2023"},
		{day(2021, 1, 1), day(2026, 1, 1), reports(2023, 2023), netzero.Warn, "nothing is shown for 2022, 2024, 2025"},
		{day(2021, 1, 1), day(2025, 5, 2), reports(2021, 2025), netzero.CannotTell, "no document is shown for any full year since joining"},
	} {
		m := member{Place: "Daegu", Joined: ghg.OnDay(c.joined), Publish: c.reports}
		got := startingLine(t, m, c.on)[netzero.CheckPublish]
		assert.Equal(t, c.want, got.Result)
		assert.Equal(t, c.reason, got.Reason)
	}
	m := member{Place: "Daegu", Joined: ghg.OnDay(day(2021, 1, 1)), Publish: reports(2022, 2024)}
	got := startingLine(t, m, day(2025, 1, 1))[netzero.CheckPublish]
	assert.Equal(t, "years shown, of 3 2", got.Figures[0].String())
	assert.Equal(t, "full calendar years from 2022 to 2024 with a document", got.Formula)
}

func TestWhatStartingLineRefuses(t *testing.T) {
	on := day(2025, 6, 30)
	for name, c := range map[string]struct {
		change func(*member)
		field  string
	}{
		"no place":       {func(m *member) { m.Place = "" }, "place"},
		"long place":     {func(m *member) { m.Place = ghg.PlaceID(strings.Repeat("x", 2001)) }, "place"},
		"no joining":     {func(m *member) { m.Joined = ghg.When{} }, "since"},
		"joined later":   {func(m *member) { m.Joined = ghg.OnDay(day(2025, 7, 1)) }, "since"},
		"nothing at all": {func(m *member) { m.Pledge = []netzero.Document{{Title: " ", Date: ghg.OnDay(on)}} }, "pledge, document 1"},
		"no day":         {func(m *member) { m.Plan = []netzero.Document{{Title: "plan"}} }, "plan, document 1"},
		"later day":      {func(m *member) { m.Publish = append(m.Publish, doc("report", day(2025, 7, 1))) }, "publish, document 4"},
		"long title":     {func(m *member) { m.Proceed = []netzero.Document{doc(strings.Repeat("x", 2001), on)} }, "proceed, document 1"},
		"long link": {func(m *member) {
			m.Proceed = []netzero.Document{{Link: strings.Repeat("x", 2001), Date: ghg.OnDay(on)}}
		},
			"proceed, document 1"},
		"too many": {func(m *member) { m.Persuade = make([]netzero.Document, 1001) }, "persuade"},
	} {
		m := showsAll()
		c.change(&m)
		checks, err := shownBy(m, on)
		var refused ghg.Fault
		if assert.ErrorAs(t, err, &refused, name) {
			assert.Contains(t, refused.Of+", "+refused.Field, c.field, name)
		}
		assert.Nil(t, checks)
	}
	_, err := shownBy(showsAll(), ghg.Date{})
	assert.ErrorContains(t, err, "day asked")
	m := showsAll()
	m.Place, m.Plan = "", []netzero.Document{{}}
	_, err = shownBy(m, on)
	assert.ErrorContains(t, err, "place")
	assert.ErrorContains(t, err, "plan, document 1") // both at once
	// On the very day all of it counts.
	m = showsAll()
	m.Joined, m.Pledge = ghg.OnDay(on), []netzero.Document{doc(strings.Repeat("x", 2000), on)}
	assert.Equal(t, netzero.Pass, startingLine(t, m, on)[netzero.CheckPledge].Result)
	m.Persuade = make([]netzero.Document, 1000)
	for i := range m.Persuade {
		m.Persuade[i] = doc("letter", on)
	}
	assert.Len(t, startingLine(t, m, on)[netzero.CheckPersuade].Documents, 1000)
}

// What the caller does to a slice later changes nothing, and neither does
// sorting change the caller's.
func TestDocumentsAreCopied(t *testing.T) {
	m := showsAll()
	got := startingLine(t, m, day(2025, 6, 30))[netzero.CheckPlan]
	assert.Equal(t, "second plan", m.Plan[0].Title)
	m.Plan[1].Title = "changed"
	assert.Equal(t, "strategy", got.Documents[0].Title)
}

// A day that is not given is not printed as one.
func TestStartingLineDaysNotGiven(t *testing.T) {
	_, err := shownBy(member{Place: "Daegu"}, ghg.Date{})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.NotContains(t, err.Error(), "0000")
	assert.Equal(t, []string{"", ""}, []string{faults.All[0].Value, faults.All[1].Value})
}
