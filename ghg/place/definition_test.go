package place_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/quick"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ruritania is a definition that stands: two provinces, three towns, one of which moves,
// and a town that is split.
func ruritania() place.GazetteerDefinition {
	begin, moved := ghg.MustDate("2000-01-01"), ghg.MustDate("2010-07-01")
	return place.GazetteerDefinition{Name: "Ruritania", Source: "this test", Begins: begin, Spans: []place.Span{
		{Code: "A", Name: "North", Level: place.Metropolitan, From: begin},
		{Code: "B", Name: "South", Level: place.Metropolitan, From: begin},
		{Code: "A1", Name: "Zenda", Level: place.Basic, Parent: "A", From: begin, To: moved},
		{Code: "B1", Name: "Zenda", Level: place.Basic, Parent: "B", From: moved},
		{Code: "A2", Name: "Hentzau", Level: place.Basic, Parent: "A", From: begin, To: moved},
		{Code: "A3", Name: "Old Hentzau", Level: place.Basic, Parent: "A", From: moved},
		{Code: "A4", Name: "New Hentzau", Level: place.Basic, Parent: "A", From: moved},
		{Code: "A31", Name: "Docks", Level: place.OrdinaryDistrict, Parent: "A3", From: moved},
	}, Changes: []place.Change{
		{From: "A1", To: "B1", On: moved, Kind: place.Transfer},
		{From: "A2", To: "A3", On: moved, Kind: place.Split},
		{From: "A2", To: "A4", On: moved, Kind: place.Split},
	}}
}

func TestNewGazetteer(t *testing.T) {
	g, err := place.NewGazetteer(ruritania())
	require.NoError(t, err)
	zenda := g.Places("A1")
	assert.Equal(t, g.Places("B1"), zenda, "a town that moves is one place")
	require.Len(t, zenda, 1)
	assert.Empty(t, zenda[0].TerritoryChanges())
	hentzau := g.Places("A2")[0]
	require.Len(t, hentzau.Successors(), 2)
	assert.Equal(t, "A4 New Hentzau", hentzau.Successors()[1].Place.String())
	_, err = hentzau.On(ghg.MustDate("2010-07-01"))
	var e *place.NotInForceError
	require.ErrorAs(t, err, &e)
	assert.Len(t, e.Successors, 2)
}

func TestNewGazetteerRefuses(t *testing.T) {
	day, moved := ghg.MustDate, ghg.MustDate("2010-07-01")
	for name, c := range map[string]struct {
		change func(*place.GazetteerDefinition)
		says   string
	}{
		"no name":          {func(d *place.GazetteerDefinition) { d.Name = "" }, "gazetteer, name: a name is needed"},
		"no source":        {func(d *place.GazetteerDefinition) { d.Source = " " }, "source: say where"},
		"no begin":         {func(d *place.GazetteerDefinition) { d.Begins = ghg.Date{} }, "begins"},
		"no code":          {func(d *place.GazetteerDefinition) { d.Spans[0].Code = "" }, "code: a name is needed"},
		"no level":         {func(d *place.GazetteerDefinition) { d.Spans[0].Level = 0 }, "level: allowed are metropolitan"},
		"no first day":     {func(d *place.GazetteerDefinition) { d.Spans[0].From = ghg.Date{} }, "the first day is needed"},
		"before the table": {func(d *place.GazetteerDefinition) { d.Spans[0].From = day("1999-12-31") }, "the table begins on 2000-01-01"},
		"ends at once":     {func(d *place.GazetteerDefinition) { d.Spans[3].To = moved }, "a day after from"},
		"two of one code": {func(d *place.GazetteerDefinition) { d.Spans[5].OtherCodes = []string{"A4"} },
			"two places have it at one time"},
		"no such parent":      {func(d *place.GazetteerDefinition) { d.Spans[2].Parent = "C" }, `parent "C": it is not in force on 2000-01-01`},
		"parent ends earlier": {func(d *place.GazetteerDefinition) { d.Spans[1].To = day("2020-01-01") }, "not in force on 2020-01-01"},
		"parent begins later": {func(d *place.GazetteerDefinition) { d.Spans[1].From = day("2010-07-02") }, "not in force on 2010-07-01"},
		"below a town":        {func(d *place.GazetteerDefinition) { d.Spans[6].Parent = "A3" }, "cannot stand below one of level basic"},
		"part of nothing":     {func(d *place.GazetteerDefinition) { d.Spans[7].Parent = "" }, "it is a part of a government"},
		"circle": {func(d *place.GazetteerDefinition) { d.Spans[0].Parent, d.Spans[1].Parent = "B", "A" },
			"it stands below itself"},
		"no kind":      {func(d *place.GazetteerDefinition) { d.Changes[0].Kind = 0 }, "both are needed"},
		"unknown from": {func(d *place.GazetteerDefinition) { d.Changes[0].From = "X" }, "no place has the code on the day before"},
		"unknown to":   {func(d *place.GazetteerDefinition) { d.Changes[0].To = "X" }, "no place has the code on the day"},
		"wrong day": {func(d *place.GazetteerDefinition) { d.Changes[0].On = day("2010-07-02") },
			"no place has the code on the day before"},
		"does not end":    {func(d *place.GazetteerDefinition) { d.Changes[0].From = "A" }, "it does not end on the day"},
		"territory ends":  {func(d *place.GazetteerDefinition) { d.Changes[0].Kind = place.Territory }, "it ends on the day"},
		"does not begin":  {func(d *place.GazetteerDefinition) { d.Changes[0].To = "B" }, "begins on the day"},
		"one part":        {func(d *place.GazetteerDefinition) { d.Changes = d.Changes[:2] }, "there is one"},
		"twice":           {func(d *place.GazetteerDefinition) { d.Changes[2] = d.Changes[1] }, "given twice"},
		"whole and part":  {func(d *place.GazetteerDefinition) { d.Changes[2].Kind = place.Merge }, "go elsewhere too"},
		"comes of two":    {func(d *place.GazetteerDefinition) { d.Changes[1].To, d.Changes[1].Kind = "B1", place.Recode }, "comes of one place"},
		"too many spans":  {func(d *place.GazetteerDefinition) { d.Spans = make([]place.Span, 50_001) }, "at most 50000 are allowed"},
		"too many a code": {func(d *place.GazetteerDefinition) { d.Spans = slices.Repeat(d.Spans[:1], 501) }, "at most 500 are allowed"},
	} {
		t.Run(name, func(t *testing.T) {
			d := ruritania()
			c.change(&d)
			_, err := place.NewGazetteer(d)
			var f ghg.Fault
			require.ErrorAs(t, err, &f)
			assert.ErrorContains(t, err, c.says)
		})
	}
}

// A definition that its owner changes later does not change the gazetteer, nor does a
// span that was given out.
func TestGazetteerIsImmutable(t *testing.T) {
	d := ruritania()
	d.Spans[0].OtherNames = []string{"Nord"}
	g, err := place.NewGazetteer(d)
	require.NoError(t, err)
	d.Spans[0].OtherNames[0], d.Spans[0].Name = "changed", "changed"
	g.Places("A")[0].Spans()[0].OtherNames[0] = "changed"
	p, _, err := g.Find("Nord", ghg.MustDate("2005-01-01"))
	require.NoError(t, err)
	assert.Equal(t, "A North", p.String())
}

func TestZeroValues(t *testing.T) {
	day := ghg.MustDate("2020-01-01")
	var g place.Gazetteer
	_, err := g.ByCode("11", day)
	assert.ErrorContains(t, err, "no place of the table")
	_, _, err = g.Find("서울", day)
	assert.ErrorContains(t, err, "the gazetteer holds none")
	assert.Empty(t, slices.Collect(g.On(day)))
	assert.Empty(t, g.Places("11"))
	assert.Empty(t, g.String()+g.Source())
	var p place.Place
	_, err = p.On(day)
	assert.ErrorContains(t, err, "there is none")
	_, ok := p.Government(day)
	assert.False(t, ok || p.IsWithin(p, day) || !p.IsZero())
	assert.Empty(t, p.String())
	assert.Empty(t, slices.Concat(slices.Collect(p.Members(day)), slices.Collect(p.Ancestors(day))))
	assert.Empty(t, p.Successors())
	_, err = place.Korea().ByCode("11", ghg.Date{})
	assert.ErrorContains(t, err, "a day from 1850 to 2300 is needed")
	_, err = place.Korea().ByCode("4111000000", day)
	assert.ErrorContains(t, err, "it begins as 41110 수원시 does")
}

// On any day no place appears twice in the nesting: what is below the provinces, with
// their own parts, is each place once, and nothing is left over.
func TestEveryPlaceOnceOnAnyDay(t *testing.T) {
	korea := place.Korea()
	once := func(year uint16, of uint16) bool {
		day := ghg.Date{Year: 1988 + int(year%40), Month: time.Month(1 + of%12), Day: 1 + int(of/12%28)}
		if day.Before(ghg.MustDate("1988-04-23")) {
			return true
		}
		seen := map[place.Place]int{}
		var walk func(place.Place)
		walk = func(p place.Place) {
			seen[p]++
			for m := range p.Members(day) {
				walk(m)
			}
			for u := range p.Units(day) {
				walk(u)
			}
		}
		all := 0
		for p := range korea.On(day) {
			all++
			if _, ok := p.Parent(day); !ok {
				walk(p)
			}
		}
		for p, n := range seen {
			if n != 1 {
				t.Logf("%s %d times on %s", p, n, day)
				return false
			}
		}
		return len(seen) == all && all > 200
	}
	require.NoError(t, quick.Check(once, &quick.Config{MaxCount: 60}))
}

func FuzzFind(f *testing.F) {
	for _, name := range []string{"중구", "경남 고성군", "Jung-gu, Seoul", "41110", "수언시", ",,,,", "제주_제주시", "a b c d e f g"} {
		f.Add(name, 2020)
	}
	f.Fuzz(func(t *testing.T, name string, year int) {
		day := ghg.Date{Year: year, Month: 7, Day: 1}
		p, _, err := place.Korea().Find(ghg.PlaceID(name), day)
		if (err == nil) == p.IsZero() {
			t.Fatalf("%q: %s, %v", name, p, err)
		}
		if err != nil {
			if len(err.Error()) > 10_000 {
				t.Fatalf("a message of %d bytes", len(err.Error()))
			}
			return
		}
		s, err := p.On(day)
		require.NoError(t, err)
		again, _, err := place.Korea().Find(ghg.PlaceID(s.Code), day)
		require.NoError(t, err)
		require.Equal(t, fmt.Sprint(p), fmt.Sprint(again))
		require.True(t, p == again)
	})
}
