package place_test

import (
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a worked case. Its inputs and answers have a form for each question.
type vector struct {
	ID       string          `json:"id"`
	Inputs   json.RawMessage `json:"inputs"`
	Expected json.RawMessage `json:"expected"`
}

func read[T any](t *testing.T, raw json.RawMessage) (out T) {
	t.Helper()
	require.NoError(t, json.Unmarshal(raw, &out))
	return out
}

func TestVectors(t *testing.T) {
	b, err := os.ReadFile("testdata/korea.json")
	require.NoError(t, err)
	file := read[struct{ Vectors []vector }](t, b)
	run := map[string]func(*testing.T, vector){
		"kr-place-counts": counts, "kr-place-no-members": noMembers, "kr-place-parents-chain": parentsChain,
		"kr-place-ordinary-district": ordinaryDistrict, "kr-place-lineage-goseong-gangwon": oneSeries,
		"kr-place-suffixless-gwangju": withoutSuffix, "kr-place-english-spellings": spellings,
		"kr-place-members-gyeongbuk": members, "kr-place-members-chungbuk": members,
		"kr-place-name-jung-gu": names, "kr-place-name-gangseo": names, "kr-place-name-nam-gu-2018": names,
		"kr-place-english-gangwon": names, "kr-place-before-the-table": beforeTheTable,
		"kr-metropolitan-city-and-district": coveredMembers, "kr-district-and-its-city": districtAsMember,
	}
	codes := 0
	for _, v := range file.Vectors {
		f, ok := run[v.ID]
		if !ok {
			f = codeOnDays
			codes++
		}
		t.Run(v.ID, func(t *testing.T) { f(t, v) })
	}
	assert.Equal(t, 10, codes)
	assert.Len(t, file.Vectors, len(run)+codes)
}

// answer is what a case expects of a code or name on a day.
type answer struct {
	Refused, Code                                 string
	NameKo                                        string `json:"name_ko"`
	Parent                                        *string
	Predecessors, Successors                      []succession
	Candidates, Findings, Members, Counted, Chain []string
	Count                                         *int
	CoveredByParent                               []string `json:"covered_by_parent"`
	AdministrativeCities                          []string `json:"administrative_cities"`
	SameAs                                        string   `json:"same_as"`
}

type succession struct{ Code, On, Extent string }

func codeOnDays(t *testing.T, v vector) {
	in := read[struct {
		Code string
		Days []string
	}](t, v.Inputs)
	want := read[map[string]answer](t, v.Expected)
	require.Len(t, want, len(in.Days))
	for _, day := range in.Days {
		p, err := place.Korea().ByCode(in.Code, ghg.MustDate(day))
		if want := want[day]; want.Refused == "" {
			require.NoError(t, err)
			is(t, want, p, ghg.MustDate(day))
		} else {
			var e *place.NotInForceError
			require.ErrorAs(t, err, &e)
			assert.False(t, e.BeforeTable)
			assert.ElementsMatch(t, want.Predecessors, told(e.Predecessors, func(c place.Change) string { return c.From }))
			assert.ElementsMatch(t, want.Successors, told(e.Successors, func(c place.Change) string { return c.To }))
		}
	}
}

func told(changes []place.Change, code func(place.Change) string) (out []succession) {
	for _, c := range changes {
		out = append(out, succession{code(c), c.On.String(), c.Extent()})
	}
	return out
}

// is holds a place to the code, name and parent that it should have on a day.
func is(t *testing.T, want answer, p place.Place, day ghg.Date) {
	t.Helper()
	s, err := p.On(day)
	require.NoError(t, err)
	assert.Equal(t, want.Code, s.Code)
	if want.NameKo != "" {
		assert.Equal(t, want.NameKo, s.Name)
	}
	if want.Parent != nil {
		assert.Equal(t, *want.Parent, s.Parent)
	}
}

func counts(t *testing.T, v vector) {
	in := read[struct{ Days []string }](t, v.Inputs)
	want := read[map[string]map[string]int](t, v.Expected)
	for _, day := range in.Days {
		have := map[string]int{}
		for p := range place.Korea().On(ghg.MustDate(day)) {
			s, err := p.On(ghg.MustDate(day))
			require.NoError(t, err)
			if s.Level.IsGovernment() {
				have[s.Level.String()]++
			}
		}
		assert.Equal(t, want[day], have, day)
	}
}

func members(t *testing.T, v vector) {
	in := read[struct {
		Parent string
		Days   []string
	}](t, v.Inputs)
	want := read[map[string]answer](t, v.Expected)
	for _, day := range in.Days {
		on := ghg.MustDate(day)
		p, err := place.Korea().ByCode(in.Parent, on)
		require.NoError(t, err)
		have := codesOf(slices.Collect(p.Members(on)), on)
		assert.Len(t, have, *want[day].Count)
		assert.Equal(t, want[day].Members, have)
	}
}

func noMembers(t *testing.T, v vector) {
	in := read[struct {
		Parents []string
		Day     string
	}](t, v.Inputs)
	want, day := read[map[string]answer](t, v.Expected), ghg.MustDate(in.Day)
	for _, code := range in.Parents {
		p, err := place.Korea().ByCode(code, day)
		require.NoError(t, err)
		assert.Len(t, slices.Collect(p.Members(day)), *want[code].Count)
		units := slices.Collect(p.Units(day))
		assert.Equal(t, want[code].AdministrativeCities, codesOf(units, day))
		for _, u := range units { // their sheets are added into the province
			g, ok := u.Government(day)
			assert.True(t, ok && g == p)
		}
	}
}

func parentsChain(t *testing.T, v vector) {
	in := read[struct {
		Codes []string
		Day   string
	}](t, v.Inputs)
	want, day := read[map[string]json.RawMessage](t, v.Expected), ghg.MustDate(in.Day)
	for _, code := range in.Codes {
		p, err := place.Korea().ByCode(code, day)
		require.NoError(t, err)
		chain := codesOf(slices.Collect(p.Ancestors(day)), day)
		if strings.HasPrefix(string(want[code]), "[") {
			assert.Equal(t, read[[]string](t, want[code]), chain)
			continue
		}
		expect := read[answer](t, want[code])
		assert.Empty(t, chain)
		same, err := place.Korea().ByCode(expect.SameAs, day)
		require.NoError(t, err)
		assert.True(t, same == p)
	}
}

func ordinaryDistrict(t *testing.T, v vector) {
	in := read[struct{ Code, Name, Day string }](t, v.Inputs)
	want := read[struct {
		PartOf string `json:"part_of"`
	}](t, v.Expected)
	day := ghg.MustDate(in.Day)
	p, err := place.Korea().ByCode(in.Code, day)
	require.NoError(t, err)
	named, _, err := place.Korea().Find(ghg.PlaceID(in.Name), day)
	require.NoError(t, err)
	assert.True(t, p == named)
	_, err = place.NewCoalition(place.CoalitionDefinition{Name: "c", Source: "a case",
		Members: []place.Membership{{Place: p, Joined: ghg.OnDay(day)}}})
	var f ghg.Fault
	require.True(t, errors.As(err, &f))
	assert.Equal(t, place.FaultNotAGovernment, f.Code)
	assert.Contains(t, f.Detail, want.PartOf)
}

func oneSeries(t *testing.T, v vector) {
	in := read[struct{ Code, Asked string }](t, v.Inputs)
	want := read[struct {
		Code, Kind       string
		TerritoryChanged bool `json:"territory_changed"`
	}](t, v.Expected)
	all := place.Korea().Places(in.Code)
	require.Len(t, all, 1)
	day := ghg.MustDate(strings.TrimPrefix(in.Asked, "identity on "))
	s, err := all[0].On(day)
	require.NoError(t, err)
	assert.Equal(t, want.Code, s.Code)
	assert.Equal(t, want.TerritoryChanged, len(all[0].TerritoryChanges()) > 0)
	_, err = place.Korea().ByCode(in.Code, day)
	var e *place.NotInForceError
	require.ErrorAs(t, err, &e)
	require.Len(t, e.Successors, 1)
	assert.Equal(t, want.Kind, e.Successors[0].Kind.String())
}
