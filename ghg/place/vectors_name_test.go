package place_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func beforeTheTable(t *testing.T, v vector) {
	in := read[struct{ Code, Day string }](t, v.Inputs)
	_, err := place.Korea().ByCode(in.Code, ghg.MustDate(in.Day))
	var e *place.NotInForceError
	require.ErrorAs(t, err, &e)
	assert.True(t, e.BeforeTable)
	assert.Equal(t, "before-the-table", read[answer](t, v.Expected).Refused)
}

func names(t *testing.T, v vector) {
	in := read[struct {
		Name string
		Days []string
	}](t, v.Inputs)
	want := read[map[string]answer](t, v.Expected)
	for _, day := range in.Days {
		all, findings, err := place.Korea().ByName(in.Name, ghg.MustDate(day))
		switch want := want[day]; {
		case want.Refused != "":
			var e *ghg.UnknownError
			require.ErrorAs(t, err, &e)
		case want.Code != "":
			require.NoError(t, err)
			require.Len(t, all, 1)
			is(t, want, all[0], ghg.MustDate(day))
		default:
			require.NoError(t, err)
			assert.Equal(t, want.Candidates, codesOf(all, ghg.MustDate(day)))
			assert.Zero(t, findings.Len())
		}
	}
}

func codesOf(places []place.Place, day ghg.Date) (out []string) {
	for _, p := range places {
		s, _ := p.On(day)
		out = append(out, s.Code)
	}
	return out
}

func findingCodes(f ghg.Findings) (out []string) {
	for _, x := range f.All {
		out = append(out, x.Code)
	}
	return out
}

func withoutSuffix(t *testing.T, v vector) {
	in := read[struct {
		Name  string
		Days  []string
		Exact map[string]string
	}](t, v.Inputs)
	want := read[map[string]json.RawMessage](t, v.Expected)
	for _, day := range in.Days {
		all, findings, err := place.Korea().ByName(in.Name, ghg.MustDate(day))
		require.NoError(t, err)
		want := read[answer](t, want[day])
		if want.Code != "" {
			want.Candidates = []string{want.Code}
			assert.Equal(t, want.Findings, findingCodes(findings))
		}
		assert.Equal(t, want.Candidates, codesOf(all, ghg.MustDate(day)))
	}
	for name, day := range in.Exact {
		p, findings, err := place.Korea().Find(ghg.PlaceID(name), ghg.MustDate(day))
		require.NoError(t, err)
		assert.Zero(t, findings.Len())
		assert.Equal(t, read[string](t, want["exact "+name]), codesOf([]place.Place{p}, ghg.MustDate(day))[0])
	}
}

func spellings(t *testing.T, v vector) {
	in := read[struct {
		Names []string
		Day   string
	}](t, v.Inputs)
	want := read[map[string]json.RawMessage](t, v.Expected)
	day := ghg.MustDate(in.Day)
	for _, name := range in.Names {
		var expect answer
		if strings.HasPrefix(string(want[name]), `"`) {
			expect.Code = read[string](t, want[name])
		} else {
			expect = read[answer](t, want[name])
		}
		p, findings, err := place.Korea().Find(ghg.PlaceID(name), day)
		if expect.Refused != "" {
			var e *ghg.UnknownError
			require.ErrorAs(t, err, &e)
			continue
		}
		require.NoError(t, err)
		is(t, expect, p, day)
		assert.Equal(t, expect.Findings, findingCodes(findings), name)
	}
}
