package beside_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/beside"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestComparisonMarshals(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.2", "", co2e("400 tCO2e (AR5)")))
	official := side(t, gir.Scheme, ghg.AR5, regional("EL.1.A.4.b", "CO2", mass("610 t")), regional("WA", "", co2e("0 tCO2e (AR5)")))
	c := compared(t, own, official)
	text, err := json.Marshal(c)
	require.NoError(t, err)
	var doc struct {
		Place, Period, Scheme string
		First, Second         map[string]any
		DifferenceTonnes      string
		MixedMetrics          bool
		Parts                 []struct {
			Part, Tonnes string
			PartKo       string `json:"part_ko"`
			Lines        []map[string]any
		}
		Findings []map[string]any
	}
	require.NoError(t, json.Unmarshal(text, &doc))
	assert.Equal(t, []any{"Garam", "2023", "GPC 1.1", "-210", false},
		[]any{doc.Place, doc.Period, doc.Scheme, doc.DifferenceTonnes, doc.MixedMetrics})
	assert.Equal(t, map[string]any{"name": "GIR", "name_ko": "통계", "scheme": "GIR regional 2024-09",
		"vintage": 1.0, "view": "GIR regional 2024-09 region without sinks",
		"metric": "AR5", "total": "610 tCO2e (AR5)", "crosswalk": "Korean regional statistics to GPC 1.1", "crosswalkBasis": "own mapping",
		"placing": "by rules of the category alone"}, doc.Second)
	require.Len(t, doc.Parts, 9)
	assert.Equal(t, "자체에만 있음", doc.Parts[0].PartKo)
	waste := doc.Parts[2].Lines
	require.Len(t, waste, 1, "what is not converted is there, though it is 0")
	assert.Equal(t, "0", waste[0]["tonnes"])
	rest := doc.Parts[8]
	assert.Equal(t, "-210", rest.Tonnes)
	assert.Equal(t, []any{map[string]any{"category": "EL.1.A.4.b", "gas": "CO2", "tonnes": "610", "line": 2.0,
		"rule": "EL.1.A.4.b + HT.1.A.4.b = I.1.2 (n:1)", "confidence": "high"}}, rest.Lines[0]["second"])
	for l := range c.LinesOf(beside.Remainder) {
		one, err := json.Marshal(l)
		require.NoError(t, err)
		assert.Contains(t, string(one), `{"part":"remainder","scheme":"GPC 1.1","category":"I.1.2","tonnes":"-210"`)
		for s := range l.First() {
			one, err = json.Marshal(s)
			require.NoError(t, err)
			assert.JSONEq(t, `{"category":"I.1.2","tonnes":"400","line":2}`, string(one))
		}
	}
}

func TestZeroComparison(t *testing.T) {
	var c beside.Comparison
	assert.Equal(t, []string{"no comparison", "비교 없음"}, []string{c.String(), c.Korean()})
	assert.Equal(t, words.Term{En: "no comparison\n", Ko: "비교 없음\n"}, c.Details())
	_, ok := c.Tonnes()
	assert.False(t, ok)
	assert.False(t, c.IsMixed())
	assert.Zero(t, c.Findings().Len())
	assert.Zero(t, c.First().Lines.Len()+c.Second().Lines.Len())
	for range c.Parts() {
		t.Fail()
	}
	_, err := json.Marshal(c)
	assert.True(t, errors.Is(err, beside.ErrNoComparison))
}

func TestKinds(t *testing.T) {
	seen := map[string]bool{}
	for k := beside.OnlyFirst; k <= beside.Remainder; k++ {
		text, err := k.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, k.String(), string(text))
		assert.False(t, seen[k.Korean()], k.Korean())
		seen[k.Korean()] = true
	}
	assert.Equal(t, "not said", (beside.Remainder + 1).String())
	assert.Equal(t, "정하지 않음", beside.Kind(0).Korean())
}

// Iteration stops where it is told to, and what is handed out is a copy.
func TestComparisonIsImmutable(t *testing.T) {
	c := compared(t, own(), statistics())
	for range c.Parts() {
		break
	}
	for range c.LinesOf(beside.Remainder) {
		break
	}
	c.Findings().All[0].Code = "changed"
	assert.Equal(t, beside.FindingEdition, c.Findings().All[0].Code)
	given := own()
	c = compared(t, given, statistics())
	given.Calculations[0].Activity = ghg.MustQuantity("1 MWh")
	assert.Equal(t, c.Details(), compared(t, own(), statistics()).Details())
}

// By hand, the table as a whole: three lines are named, a percent sign is text, and without
// findings nothing stands below the difference.
func TestTable(t *testing.T) {
	in := func(r ghg.Record) ghg.Record {
		r.Place = "Garam 5%d"
		return r
	}
	inventory := func(records ...ghg.Record) ghg.Inventory {
		inv, _, err := ghg.NewInventory("Garam 5%d", ghg.CalendarYear(2023), 1, gpc.Scheme, records)
		require.NoError(t, err)
		return inv
	}
	a := beside.Side{Name: words.Term{En: "ours", Ko: "우리"}, View: gpc.Basic, Metric: ghg.AR5, Inventory: inventory(
		in(local("I.1.1", "CO2", mass("1000 t"))), in(local("I.1.1", "CO2", mass("200 t"))), in(local("I.1.1", "CO2", mass("34.5 t"))))}
	b := beside.Side{Name: words.Term{En: "theirs", Ko: "저쪽"}, View: gpc.Basic, Metric: ghg.AR5, Inventory: inventory(
		in(local("I.1.1", "CO2", mass("1 t"))))}
	assert.Equal(t, `Garam 5%d 2023, ours − theirs: +1,233.5 tCO2e (AR5)
  ours: 1,234.5 tCO2e (AR5), GPC 1.1 BASIC
  theirs: 1 tCO2e (AR5), GPC 1.1 BASIC
+1,233.5  remainder
  +1,233.5  I.1.1 Residential buildings CO2 [ours I.1.1; I.1.1; I.1.1 | theirs I.1.1]
+1,233.5  difference
`, compared(t, a, b).Details().En)
}
