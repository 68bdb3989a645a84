package place_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// korean is the Korean place that had a code on a day.
func korean(t *testing.T, code, day string) place.Place {
	t.Helper()
	p, err := place.Korea().ByCode(code, ghg.MustDate(day))
	require.NoError(t, err)
	return p
}

// sides tells who is sure, unsure and ended, by codes.
func sides(t *testing.T, c place.Coalition, day string) [3][]string {
	t.Helper()
	r, err := c.On(ghg.MustDate(day))
	require.NoError(t, err)
	assert.Equal(t, day, r.Day.String())
	var out [3][]string
	for _, m := range r.Members {
		out[0] = append(out[0], m.Place.String())
	}
	for i, list := range [][]place.Place{r.Unsure, r.Ended} {
		for _, p := range list {
			out[i+1] = append(out[i+1], p.String())
		}
	}
	return out
}

func TestCoalitionThroughTime(t *testing.T) {
	suwon, yeongi, gunwi := korean(t, "41110", "2010-01-01"), korean(t, "44730", "2010-01-01"), korean(t, "47720", "2010-01-01")
	yeoju := korean(t, "41730", "2010-01-01")
	c, err := place.NewCoalition(place.CoalitionDefinition{Name: "pact", Source: "minutes", Members: []place.Membership{
		{Place: yeongi, Joined: ghg.MustWhen("2009-05-01")},
		{Place: suwon, Joined: ghg.MustWhen("2008-03"), Left: ghg.MustWhen("2011")},
		{Place: suwon, Joined: ghg.MustWhen("2014-02-10")},
		{Place: gunwi, Joined: ghg.MustWhen("2010")},
		{Place: yeoju, Joined: ghg.MustWhen("2013-09-22"), Left: ghg.MustWhen("2025-01-01")},
	}})
	require.NoError(t, err)
	for day, want := range map[string][3][]string{
		"2008-02-29": {},
		"2008-03-01": {nil, {"41110 수원시"}, nil},
		"2008-03-31": {{"41110 수원시"}, nil, nil}, // by its last day it had joined
		"2009-04-30": {{"41110 수원시"}, nil, nil},
		"2010-12-30": {{"41110 수원시", "44730 연기군"}, {"27720 군위군"}, nil},
		"2011-01-01": {{"44730 연기군", "27720 군위군"}, {"41110 수원시"}, nil}, // by the codes of the day
		"2011-12-31": {{"44730 연기군", "27720 군위군"}, nil, nil},
		"2012-07-01": {{"27720 군위군"}, nil, {"44730 연기군"}},
		"2013-09-22": {{"41670 여주시", "27720 군위군"}, nil, {"44730 연기군"}},
		"2013-09-23": {{"41670 여주시", "27720 군위군"}, nil, {"44730 연기군"}}, // the county is a city, and goes on
		"2014-02-10": {{"41110 수원시", "41670 여주시", "27720 군위군"}, nil, {"44730 연기군"}},
		"2023-07-01": {{"27720 군위군", "41110 수원시", "41670 여주시"}, nil, {"44730 연기군"}},
		"2025-01-01": {{"27720 군위군", "41110 수원시"}, nil, {"44730 연기군"}},
	} {
		assert.Equal(t, want, sides(t, c, day), day)
	}
	_, err = c.On(ghg.Date{})
	assert.ErrorContains(t, err, "a day from 1850 to 2300 is needed")
}

func TestNewCoalitionRefuses(t *testing.T) {
	suwon, yeongi := korean(t, "41110", "2010-01-01"), korean(t, "44730", "2010-01-01")
	sejong, jeju := korean(t, "36", "2020-01-01"), korean(t, "50110", "2020-01-01")
	on := ghg.MustWhen
	for name, c := range map[string]struct {
		members []place.Membership
		says    string
	}{
		"no place":   {[]place.Membership{{Joined: on("2020")}}, "there is none: look it up"},
		"not stated": {[]place.Membership{{Place: suwon}}, "joined: say when"},
		"left first": {[]place.Membership{{Place: suwon, Joined: on("2020"), Left: on("2019-12")}}, `left "2019-12": it joined 2020`},
		"not yet":    {[]place.Membership{{Place: sejong, Joined: on("2012-06")}}, "it is from 2012-07-01 on"},
		"no more":    {[]place.Membership{{Place: yeongi, Joined: on("2012-07-01")}}, "until 2012-06-30"},
		"part":       {[]place.Membership{{Place: jeju, Joined: on("2020")}}, "but a part of 50"},
		"twice":      {[]place.Membership{{Place: suwon, Joined: on("2020")}, {Place: suwon, Joined: on("2021")}}, "given twice"},
		"may overlap": {[]place.Membership{{Place: suwon, Joined: on("2020"), Left: on("2021")},
			{Place: suwon, Joined: on("2021-06-01")}}, "given twice"},
		"all at once":  {[]place.Membership{{Place: suwon}, {Joined: on("2020")}}, "member 2"},
		"ended before": {[]place.Membership{{Place: yeongi, Joined: on("2013")}}, "was not in force then"},
	} {
		_, err := place.NewCoalition(place.CoalitionDefinition{Name: "pact", Source: "minutes", Members: c.members})
		var f ghg.Fault
		assert.ErrorAs(t, err, &f, name)
		assert.ErrorContains(t, err, c.says, name)
	}
	_, err := place.NewCoalition(place.CoalitionDefinition{Members: []place.Membership{{Place: suwon, Joined: on("2020")}}})
	assert.ErrorContains(t, err, "coalition, name: a name is needed")
	assert.ErrorContains(t, err, "source: say where the list is from")
	r, err := place.Coalition{}.On(ghg.MustDate("2020-01-01"))
	require.NoError(t, err)
	assert.Empty(t, r.Members)
}
