package ghg_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// town is a small scheme: two sectors, three reportable categories, a memo.
func town() ghg.SchemeDefinition {
	return ghg.SchemeDefinition{
		ID: "Town 2.0", Names: []string{"Town", "town scheme"}, Title: "Town guideline", Source: "Town guideline, 2nd edition, Table 1",
		Keys: []ghg.Key{ghg.NO, ghg.NE}, Prefixes: []string{"TW"},
		Nodes: []ghg.Node{
			{Code: "E", Name: "Energy", NameKo: "에너지"},
			{Code: "E.1", Name: "Heat", Parent: "E"},
			{Code: "E.1.a", Name: "Homes", Parent: "E.1", Reportable: true, Scope: ghg.Scope1},
			{Code: "E.1.b", Name: "Heat bought", Parent: "E.1", Reportable: true, Scope: ghg.Scope2},
			{Code: "W", Name: "Waste"},
			{Code: "W.1", Name: "Landfill", Parent: "W", Reportable: true, CH4: ghg.CH4NonFossil},
			{Code: "M", Name: "Bunkers", Reportable: true, Memo: true},
		},
		Aliases:   map[string]string{"landfill": "W.1", "dump": "W.1", "twin boilers": "E.1.b", "zoo": "E.1.a"},
		Exclusive: []ghg.Exclusive{{A: []string{"E.1.b"}, B: []string{"W.1"}, Why: "the heat is made of the waste"}},
	}
}

func townScheme(t *testing.T) ghg.Scheme {
	t.Helper()
	s, err := ghg.NewScheme(town())
	require.NoError(t, err)
	return s
}

func TestSchemeFindsCategories(t *testing.T) {
	s := townScheme(t)
	for text, want := range map[string]string{
		"E.1.a": "E.1.a", "e1a": "E.1.a", " E-1_A ": "E.1.a", "E\u00a01 a": "E.1.a", "TW E.1.a": "E.1.a", "tw_w1": "W.1",
		"Landfill": "W.1", "DUMP": "W.1", "twdump": "W.1", "Zoo": "E.1.a", "twin boilers": "E.1.b", "E": "E", "M": "M",
	} {
		c, err := s.Category(text)
		require.NoError(t, err, text)
		assert.Equal(t, ghg.Category{Scheme: s.ID(), Code: want}, c, text)
		n, ok := s.Node(text)
		assert.True(t, ok)
		assert.Equal(t, want, n.Code)
	}
	for _, text := range []string{"", "TW", "E.2", "XTWE1a", "TWTWE1a", "E.1.a.1", strings.Repeat("E", 201)} {
		_, err := s.Category(text)
		var unknown *ghg.UnknownError
		require.ErrorAs(t, err, &unknown, text)
		assert.Equal(t, [3]string{"Town 2.0", "category", text}, [3]string{unknown.Of, unknown.What, unknown.ID})
		_, ok := s.Node(text)
		assert.False(t, ok)
		_, ok = s.Sector(text)
		assert.False(t, ok)
	}
	_, err := s.Category("E.2")
	assert.EqualError(t, err, `Town 2.0: unknown category "E.2": it is no code or name of the scheme`)
	assert.Equal(t, "Town 2.0 E.1.a", ghg.Category{Scheme: "Town 2.0", Code: "E.1.a"}.String())
	assert.Equal(t, "", ghg.Category{}.String())
}

// A long text of blanks is not worth folding, but the longest name is.
func TestSchemeTextIsBounded(t *testing.T) {
	s := townScheme(t)
	for n, ok := range map[int]bool{199: true, 200: true, 201: false} {
		_, found := s.Node("E" + strings.Repeat(" ", n-1))
		assert.Equal(t, ok, found, "%d bytes", n)
	}
}

func TestSchemeTree(t *testing.T) {
	s := townScheme(t)
	for code, want := range map[string]string{"E": "E", "E.1": "E", "E.1.b": "E", "W.1": "W", "M": "M"} {
		n, ok := s.Sector(code)
		require.True(t, ok)
		assert.Equal(t, want, n.Code, code)
	}
	var codes []string
	for n := range s.Nodes() {
		codes = append(codes, n.Code)
	}
	assert.Equal(t, "E E.1 E.1.a E.1.b W W.1 M", strings.Join(codes, " "))
	for range s.Nodes() {
		break
	}
	n, _ := s.Node("W.1")
	assert.Equal(t, ghg.CH4NonFossil, n.CH4)
}

func TestSchemeSaysWhatItIs(t *testing.T) {
	s := townScheme(t)
	assert.Regexp(t, `^Town 2\.0@[0-9a-f]{32}$`, s.ID())
	assert.Equal(t, "Town 2.0", s.Name())
	assert.Equal(t, "Town guideline", s.Title())
	assert.Equal(t, "Town guideline, 2nd edition, Table 1", s.Source())
	for name, want := range map[string]bool{"Town 2.0": true, "town 20": true, "TOWN": true, "Town Scheme": true, "Town 3.0": false,
		"": false} {
		assert.Equal(t, want, s.HasName(name), name)
	}
	assert.True(t, s.AllowsKey(ghg.NO))
	assert.False(t, s.AllowsKey(ghg.NA))
	assert.False(t, s.IsZero())
}

func TestZeroScheme(t *testing.T) {
	var s ghg.Scheme
	assert.True(t, s.IsZero())
	assert.Empty(t, s.ID())
	assert.Equal(t, "no scheme", s.Title())
	assert.Empty(t, s.Source())
	assert.False(t, s.HasName(""))
	assert.False(t, s.AllowsKey(ghg.NO))
	for range s.Nodes() {
		t.Error("it has no nodes")
	}
	_, err := s.Category("E.1.a")
	assert.EqualError(t, err, `unknown category "E.1.a": there is no scheme`)
	_, ok := s.Sector("E")
	assert.False(t, ok)
}

// What the caller keeps of the definition cannot change the scheme.
func TestSchemeIsItsOwn(t *testing.T) {
	d := town()
	s, err := ghg.NewScheme(d)
	require.NoError(t, err)
	d.Nodes[2].Code, d.Keys[0], d.Names[0], d.Prefixes[0] = "X", ghg.NA, "X", "X"
	d.Exclusive[0].A[0], d.Exclusive[0].Why = "X", ""
	d.Aliases["new"] = "E"
	for _, code := range []string{"E.1.a", "TWE1a"} {
		_, err = s.Category(code)
		assert.NoError(t, err)
	}
	_, err = s.Category("new")
	assert.Error(t, err)
	assert.True(t, s.AllowsKey(ghg.NO) && s.HasName("Town") && !s.AllowsKey(ghg.NA))
	_, err = ghg.NewView(ghg.ViewDefinition{Name: "both", Scheme: s, Categories: []string{"E.1.b", "W.1"}})
	assert.EqualError(t, err, `view both, categories "E.1.b and W.1": they cannot stand in one total: the heat is made of the waste`)
}

func TestNewSchemeRefuses(t *testing.T) {
	for why, change := range map[string]func(*ghg.SchemeDefinition){
		`scheme, ID: an ID of at most 200 bytes is needed`:              func(d *ghg.SchemeDefinition) { d.ID = "" },
		`scheme Town 2.0, source: the document of the scheme is needed`: func(d *ghg.SchemeDefinition) { d.Source = "" },
		`scheme Town 2.0, nodes: at least one is needed`:                func(d *ghg.SchemeDefinition) { d.Nodes = nil },
		`scheme Town 2.0, code "e-1": it is read as the code "E.1": case, dots, hyphens, underscores and blanks do not matter; ` +
			`tell the two apart by a letter or a digit`: func(d *ghg.SchemeDefinition) { d.Nodes[3].Code = "e-1" },
		`scheme Town 2.0, code: a code is needed: dots, hyphens, underscores and blanks alone are none`: func(d *ghg.SchemeDefinition) { d.Nodes[6].Code = "" },
		`code ". .": a code is needed`: func(d *ghg.SchemeDefinition) { d.Nodes[6].Code = ". ." },
		`longer than 200 bytes`: func(d *ghg.SchemeDefinition) {
			d.Nodes[6].Code = strings.Repeat(
				"M", 201)
		},
		`scheme Town 2.0, parent "W": it must come before its part E.1.a`: func(d *ghg.SchemeDefinition) { d.Nodes[2].Parent = "W" },
		`parent "E1": it must come before its part E.1.a`:                 func(d *ghg.SchemeDefinition) { d.Nodes[2].Parent = "E1" },
		`code "E.1.b": it and E.1, of which it is a part`:                 func(d *ghg.SchemeDefinition) { d.Nodes[1].Reportable = true },
		`code "E.1.a": it and E, of which it is a part`:                   func(d *ghg.SchemeDefinition) { d.Nodes[0].Reportable = true },
		`alias "tip": it must be of a code`: func(d *ghg.SchemeDefinition) {
			d.Aliases = map[string]string{"tip": "W.9"}
		},
		`alias "e1": it must be of a code`: func(d *ghg.SchemeDefinition) {
			d.Aliases = map[string]string{"e1": "W.1"}
		},
		`"tip": it must be of a code`: func(d *ghg.SchemeDefinition) {
			d.Aliases = map[string]string{"TIP": "E.1", "tip": "W.1"}
		},
		`exclusive code "W.9": it is no code of the scheme`: func(d *ghg.SchemeDefinition) {
			d.Exclusive[0].B = []string{"W.1",
				"W.9"}
		},
		`exclusive code "e.1.b": it is no code of the scheme`: func(d *ghg.SchemeDefinition) { d.Exclusive[0].A = []string{"e.1.b"} },
	} {
		d := town()
		change(&d)
		_, err := ghg.NewScheme(d)
		assert.ErrorContains(t, err, why)
	}
	d := town()
	d.Nodes[6].Code = strings.Repeat("M", 200)
	d.Aliases["e.1.A"] = "E.1.a" // says again what is so already
	_, err := ghg.NewScheme(d)
	assert.NoError(t, err)
}

// Codes that differ in dots alone are one code in files, and both are named.
func TestNewSchemeNamesCodesThatAreReadAlike(t *testing.T) {
	for second, says := range map[string]string{
		"11": `scheme Village 1, code "11": it is read as the code "1.1": case, dots, hyphens, underscores and blanks do not matter; ` +
			`tell the two apart by a letter or a digit`,
		"1-1": `code "1-1": it is read as the code "1.1"`,
		"1.1": `scheme Village 1, code "1.1": it is there twice`,
	} {
		_, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "Village 1", Source: "council", Nodes: []ghg.Node{
			{Code: "1.1", Reportable: true}, {Code: "12", Reportable: true}, {Code: second, Reportable: true}}})
		require.ErrorContains(t, err, says)
	}
}

// What a scheme keeps apart is handed out as a copy.
func TestSchemeExclusive(t *testing.T) {
	s := townScheme(t)
	s.Exclusive()[0].A[0] = "W.1"
	assert.Equal(t, []ghg.Exclusive{{A: []string{"E.1.b"}, B: []string{"W.1"}, Why: "the heat is made of the waste"}}, s.Exclusive())
	assert.Empty(t, ghg.Scheme{}.Exclusive())
}
