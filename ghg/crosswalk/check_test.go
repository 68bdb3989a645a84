package crosswalk_test

import (
	"iter"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/table"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func rowsOf(t *testing.T, file string) iter.Seq[table.Row] {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	return table.MustRead(string(text)).Rows()
}

// all are the crosswalks of the library, with their numbers of rules by kind, of categories in
// no rule on the left and on the right, and of those on the left that say why.
var all = []struct {
	crosswalk.Crosswalk
	kinds           [5]int
	left, right     int
	withoutByReason int
}{
	{crosswalk.IPCC1996To2006, [5]int{0, 124, 12, 15, 2}, 71, 110, 0},
	{crosswalk.GPCToCRF, [5]int{0, 43, 5, 1, 0}, 0, 19, 0},
	{crosswalk.GPCToIPCC2006, [5]int{0, 16, 4, 3, 0}, 27, 0, 27},
	{crosswalk.RegionalToGPC, [5]int{0, 19, 10, 8, 0}, 3, 0, 3},
	{crosswalk.NationalToIPCC2006, [5]int{0, 90, 4, 5, 0}, 33, 0, 10},
	{crosswalk.RegionalToIPCC2006, [5]int{0, 33, 0, 4, 0}, 19, 0, 19},
}

// The problems of every crosswalk are known, one by one: a new one breaks the test.
func TestKnownProblems(t *testing.T) {
	known := map[string]string{}
	for r := range rowsOf(t, "known_problems.tsv") {
		key := strings.Join([]string{r.Cell("crosswalk"), r.Cell("scheme"), r.Cell("finding"), r.Cell("code")}, "\t")
		assert.NotContains(t, known, key)
		assert.NotEmpty(t, r.Cell("remark"), key)
		known[key] = r.Cell("remark")
	}
	for _, x := range all {
		for _, f := range x.Check().All {
			assert.NotEmpty(t, f.DetailKo)
			if f.Code == crosswalk.FindingUnmapped { // their list is pinned below
				continue
			}
			key := strings.Join([]string{x.String(), strings.SplitN(string(f.Category.Scheme), "@", 2)[0], f.Code, f.Category.Code}, "\t")
			assert.Contains(t, known, key, f.String())
			delete(known, key)
		}
		assert.Zero(t, x.Check().More)
	}
	assert.Empty(t, known, "known problems that are there no more")
}

func TestSizes(t *testing.T) {
	for _, x := range all {
		var kinds [5]int
		for r := range x.Rules() {
			kinds[r.Kind()]++
			for _, factor := range r.From().All() {
				assert.Equal(t, 1, factor, r)
			}
		}
		assert.Equal(t, x.kinds, kinds, x)
		assert.Len(t, x.Unmapped(), x.left, x)
		without := 0
		for _, code := range x.Unmapped() {
			if x.Why(code).Ko != "" {
				without++
			}
		}
		assert.Equal(t, x.withoutByReason, without, x)
		if back, err := x.Reversed(); err == nil {
			assert.Len(t, back.Unmapped(), x.right, x)
		}
		assert.NotEmpty(t, x.Source())
		assert.NotEmpty(t, x.Name().Ko)
	}
}

// What is in no rule is what the source of the rules lists.
func TestUnmappedOfIPCC(t *testing.T) {
	want := map[string][]string{}
	for r := range rowsOf(t, "ipcc_unmapped.tsv") {
		want[r.Cell("edition")] = append(want[r.Cell("edition")], r.Cell("code"))
	}
	back, err := crosswalk.IPCC1996To2006.Reversed()
	require.NoError(t, err)
	assert.ElementsMatch(t, want["1996"], crosswalk.IPCC1996To2006.Unmapped())
	assert.ElementsMatch(t, want["2006"], back.Unmapped())
}

// Each check finds what it is for.
func TestChecks(t *testing.T) {
	d := ghg.SchemeDefinition{ID: "left", Source: "this test", AnyLevel: true, Nodes: []ghg.Node{
		{Code: "A", Reportable: true}, {Code: "A.1", Parent: "A", Reportable: true}, {Code: "A.2", Parent: "A", Reportable: true},
		{Code: "B", Reportable: true, Memo: true}, {Code: "C", Reportable: true, CH4: ghg.CH4Fossil}}}
	from, err := ghg.NewScheme(d)
	require.NoError(t, err)
	d.ID, d.Nodes[3].Memo, d.Nodes[4].CH4, d.Nodes[2].Reportable = "right", false, ghg.Gas{}, false
	to, err := ghg.NewScheme(d)
	require.NoError(t, err)
	rule := func(from, to string) crosswalk.RuleDefinition { return crosswalk.RuleDefinition{From: from, To: to} }
	for name, c := range map[string]struct {
		rules []crosswalk.RuleDefinition
		codes []string // finding and category
	}{
		"parent and child": {[]crosswalk.RuleDefinition{rule("A + A.1", "A")}, []string{"parent-and-child A"}},
		"on the right":     {[]crosswalk.RuleDefinition{rule("A", "A + A.1")}, []string{"parent-and-child A"}},
		"two rules": {[]crosswalk.RuleDefinition{rule("A.1", "A.1"), rule("A.1", "C")},
			[]string{"in-two-rules A.1", "counted-twice A.1"}},
		"within each other": {[]crosswalk.RuleDefinition{rule("A.1", "A.1"), rule("A.1 + A.2", "A")}, nil},
		"two gases":         {[]crosswalk.RuleDefinition{{From: "A.1", To: "A.1", Gas: ghg.CH4}, {From: "A.1", To: "C", Gas: ghg.N2O}}, nil},
		"one gas and all": {[]crosswalk.RuleDefinition{{From: "A.1", To: "A.1", Gas: ghg.CH4}, {From: "A.1", To: "C"}},
			[]string{"in-two-rules A.1", "counted-twice A.1"}},
		"signed":         {[]crosswalk.RuleDefinition{rule("A - A.1", "C")}, []string{"parent-and-child A", "signed-rule A"}},
		"not reportable": {[]crosswalk.RuleDefinition{rule("A.1", "A.2")}, []string{"not-reportable A.1"}},
		"memo":           {[]crosswalk.RuleDefinition{rule("B", "B")}, []string{"memo-differs B"}},
		"methane":        {[]crosswalk.RuleDefinition{rule("C", "C")}, []string{"methane-origin-differs C"}},
		"right side arrives twice": {[]crosswalk.RuleDefinition{rule("A.1", "A.1"), rule("C", "A.1")},
			[]string{"in-two-rules A.1", "counted-twice A.1", "methane-origin-differs C"}},
	} {
		var codes []string
		for _, f := range own(t, from, to, c.rules...).Check().All {
			if f.Code != crosswalk.FindingUnmapped {
				codes = append(codes, f.Code+" "+f.Category.Code)
			}
			assert.NotEqual(t, f.Detail, f.DetailKo, name)
		}
		assert.Equal(t, c.codes, codes, name)
	}
	f := own(t, from, to, rule("A", "A")).Check().All[0]
	assert.Equal(t, "left, unmapped: 4 of 5 categories are in no rule: A.1; A.2; B; C", f.String())
	assert.Equal(t, "분류 5개 가운데 4개가 어느 규칙에도 없음: A.1; A.2; B; C", f.DetailKo)
	assert.Zero(t, crosswalk.Crosswalk{}.Check().Len())
}

// What a scheme never adds is found where it comes together: in the rules, and in what was
// converted, but where the other scheme keeps it apart too.
func TestExclusive(t *testing.T) {
	nodes := []ghg.Node{{Code: "plants", Reportable: true}, {Code: "users", Reportable: true}, {Code: "homes", Reportable: true}}
	apart := []ghg.Exclusive{{A: []string{"plants"}, B: []string{"users"}, Why: "users burn nothing"}}
	scheme := func(id string, e []ghg.Exclusive) ghg.Scheme {
		s, err := ghg.NewScheme(ghg.SchemeDefinition{ID: ghg.SchemeID(id), Source: "this test", Nodes: nodes, Exclusive: e})
		require.NoError(t, err)
		return s
	}
	from, open, closed := scheme("from", apart), scheme("open", nil), scheme("closed", apart)
	one := decimal.NewFromInt(1)
	inv := inventoryOf(t, from, ghg.CO2, map[string]*decimal.Decimal{"plants": &one, "users": &one, "homes": &one})
	for name, c := range map[string]struct {
		to           ghg.Scheme
		plants       string
		rules, moved bool
	}{
		"one category":   {open, "users", true, true},
		"two categories": {open, "plants", false, true},
		"kept apart":     {closed, "plants", false, false},
		"apart in vain":  {closed, "homes", false, true},
	} {
		x := own(t, from, c.to, rule("plants", c.plants), rule("users", "users"))
		found := 0
		for _, f := range x.Check().All {
			if f.Code == crosswalk.FindingExclusive {
				found++
				assert.Equal(t, "plants and users arrive here, and are never added: users burn nothing", f.Detail)
			}
		}
		assert.Equal(t, c.rules, found == 1, name)
		got, err := x.Convert(inv, crosswalk.OwnRule)
		require.NoError(t, err)
		var together []string
		for _, f := range got.Findings.All {
			if f.Code == crosswalk.FindingExclusive {
				together = append(together, f.Korean())
			}
		}
		assert.Len(t, together, map[bool]int{true: 1}[c.moved], name)
	}
	two := inventoryOf(t, gpc.Scheme, ghg.CO2, map[string]*decimal.Decimal{"III.1.2": &one, "III.1.3": &one, "I.4.4": &one, "I.1.2": &one})
	c, err := crosswalk.GPCToCRF.Convert(two, crosswalk.CommonParent)
	require.NoError(t, err)
	require.Len(t, c.Findings.All, 1)
	assert.Contains(t, c.Findings.All[0].Detail, "III.1.3 (WA.disposal.direct) and I.1.2 (SE.residential.indirect) are never added in GPC 1.1")
}
