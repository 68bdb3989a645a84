package beside_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/beside"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSidesRefused(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.2", "CO2", mass("400 t")))
	official := side(t, gir.Scheme, ghg.AR5, regional("EL.1.A.4.b", "CO2", mass("610 t")))
	for name, x := range map[string]struct {
		change func(a, b *beside.Side)
		want   error
	}{
		"inventory": {func(a, _ *beside.Side) { a.Inventory = ghg.Inventory{} }, ghg.ErrNoInventory},
		"view":      {func(_, b *beside.Side) { b.View = ghg.View{} }, ghg.ErrNoView},
		"metric":    {func(_, b *beside.Side) { b.Metric = ghg.Metric{} }, ghg.ErrNoMetric},
		"placing":   {func(_, b *beside.Side) { b.Placing = 0 }, crosswalk.ErrNoPlacing},
	} {
		a, b := own, official
		x.change(&a, &b)
		_, err := beside.Compare(a, b)
		assert.ErrorIs(t, err, x.want, name)
	}

	unlike := official
	unlike.Name = words.Term{En: " "}
	unlike.Crosswalk = crosswalk.Crosswalk{}
	unlike.Inventory, _, _ = ghg.NewInventory("Other", ghg.CalendarYear(2022), 2, gir.Scheme, nil)
	unlike.Calculations = []beside.Calculation{{Category: "X", ActivitySource: strings.Repeat("x", 1001)},
		{Category: "WA", Activity: ghg.MustQuantity("1 km"), Factor: emission(t, "0.4", ghg.AR5)}}
	_, err := beside.Compare(own, unlike)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	var fields []string
	for _, f := range faults.All {
		fields = append(fields, f.Of+" "+f.Field)
	}
	assert.Equal(t, []string{"second name (En)", "second name (Ko)", "second, calculation 1 category", "second, calculation 1 activity",
		"second, calculation 1 factor", "second, calculation 1 activity source", "second, calculation 2 activity",
		"second period", "second scheme"}, fields, "all of them at once")
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace))
	assert.Len(t, mismatch.Differ, 1)

	unlike = official
	unlike.Calculations = make([]beside.Calculation, 10_001)
	_, err = beside.Compare(own, unlike)
	assert.EqualError(t, err, `second, calculations "10001": at most 10000 are allowed`)

	// only the crosswalk of another scheme
	unlike = official
	unlike.Crosswalk = crosswalk.NationalToIPCC2006
	_, err = beside.Compare(own, unlike)
	assert.ErrorContains(t, err, `scheme "IPCC 2006"`)
	own.Crosswalk, own.Placing = crosswalk.GPCToIPCC2006, crosswalk.OwnRule
	_, err = beside.Compare(own, unlike)
	assert.ErrorContains(t, err, "it starts from GIR national 1996")
}

// No number is no figure of 0.
func TestNoFigure(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.2", "", ghg.KeyedAsFound(ghg.NE, "")))
	official := side(t, gir.Scheme, ghg.AR5, regional("EL.1.A.4.b", "CO2", mass("610 t")))
	_, err := beside.Compare(own, official)
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, 2023, none.Year)
}

// A total that is withheld is no total: the lines are told, and nothing is compared.
func TestWithheldTotals(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "CO2", mass("3 t")), local("I.1.2", "", co2e("400 tCO2e (SAR)")))
	official := side(t, gir.Scheme, ghg.AR5, regional("EL.1.A.4.b", "CO2", mass("610 t")))
	for i, x := range [][2]beside.Side{{own, official}, {official, own}} {
		c, err := beside.Compare(x[0], x[1])
		var withheld *ghg.WithheldError
		require.ErrorAs(t, err, &withheld)
		assert.Equal(t, 1, withheld.Lines)
		_, ok := c.Tonnes()
		assert.False(t, ok)
		for range c.Parts() {
			t.Fail()
		}
		assert.Equal(t, []string{ghg.FindingTotalWithheld, ghg.FindingCannotJoin}, codes(c.Findings()))
		assert.Equal(t, 3, c.Findings().All[1].Line)
		assert.Equal(t, ghg.Serious, c.Findings().All[0].Severity)
		assert.True(t, [2]ghg.Total{c.First(), c.Second()}[i].Withheld())
		assert.Contains(t, c.Details().En, "own: withheld, GPC 1.1 BASIC+")
		assert.Contains(t, c.Details().Ko, "산출하지 않음")
		text, err := json.Marshal(c)
		require.NoError(t, err)
		assert.Contains(t, string(text), `"differenceTonnes":null`)
		assert.Contains(t, string(text), `"total":null`)
		assert.Contains(t, string(text), `"parts":[]`)
	}
	// an error of another kind on the other side is not lost behind it
	official.View = gpc.Basic
	_, err := beside.Compare(own, official)
	assert.ErrorContains(t, err, "GIR: view")
	c, _ := beside.Compare(own, own)
	assert.Len(t, c.Findings().All, 4, "both sides")
}
