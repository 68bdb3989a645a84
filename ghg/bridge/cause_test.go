package bridge_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCauseKinds(t *testing.T) {
	for k, name := range map[bridge.CauseKind]string{
		bridge.CauseBoundary: "boundary", bridge.CauseMethod: "method", bridge.CauseCorrection: "error", bridge.CauseMetric: "metric",
		bridge.CauseStructural: "structural", bridge.CauseData: "data", bridge.CauseEdition: "edition",
	} {
		assert.Equal(t, name, k.String())
		got, err := bridge.ParseCauseKind(" " + strings.ToUpper(name) + " ")
		require.NoError(t, err)
		assert.Equal(t, k, got)
		korean, err := bridge.ParseCauseKind(k.Korean())
		require.NoError(t, err)
		assert.Equal(t, k, korean)
		var read bridge.CauseKind
		text, err := json.Marshal(k)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(text, &read))
		assert.Equal(t, k, read)
	}
	assert.Equal(t, "unknown", bridge.CauseUnknown.String())
	assert.Equal(t, "원인 미상", bridge.CauseUnknown.Korean())
	assert.Equal(t, "unknown (8)", bridge.CauseKind(8).String())
	assert.Equal(t, "알 수 없음 (8)", bridge.CauseKind(8).Korean())
	read := bridge.CauseData
	for _, s := range []string{"unknown", "", "boundary, method", strings.Repeat("x", 100)} {
		require.Error(t, read.UnmarshalText([]byte(s)), s)
		assert.Equal(t, bridge.CauseData, read)
	}
	_, err := bridge.ParseCauseKind(strings.Repeat("x", 100))
	assert.ErrorContains(t, err, strings.Repeat("x", 60)+`"…`)
	assert.NotContains(t, err.Error(), strings.Repeat("x", 61))
	_, err = bridge.ParseCauseKind(strings.Repeat("x", 60))
	assert.ErrorContains(t, err, strings.Repeat("x", 60)+`"`)
}

func TestCauseText(t *testing.T) {
	c := bridge.Cause{Kind: bridge.CauseData}
	assert.Equal(t, "data", c.String())
	c.What = " weighed\n instead of  estimated "
	assert.Equal(t, "data: weighed instead of estimated", c.String())
	c.Date = ghg.Date{Year: 2020, Month: 3, Day: 1}
	assert.Equal(t, "data: weighed instead of estimated", c.String(), "the date is the document's")
	c.Document = "report"
	assert.Equal(t, "data: weighed instead of estimated (report, 2020-03-01)", c.String())
}

func TestCausesRefused(t *testing.T) {
	good := bridge.Cause{Kind: bridge.CauseData, What: "w", Document: "d"}
	with := func(change func(*bridge.Cause)) bridge.Contribution {
		c := good
		change(&c)
		return c.Unquantified()
	}
	long := strings.Repeat("x", 1000)
	for name, x := range map[string]struct {
		contribution bridge.Contribution
		field        string
	}{
		"zero":          {bridge.Contribution{}, "kind"},
		"unknown":       {with(func(c *bridge.Cause) { c.Kind = bridge.CauseUnknown }), "kind"},
		"no kind":       {with(func(c *bridge.Cause) { c.Kind = 8 }), "kind"},
		"no document":   {with(func(c *bridge.Cause) { c.Document = "\n" }), "document"},
		"long text":     {with(func(c *bridge.Cause) { c.What = long + "x" }), "what"},
		"long document": {with(func(c *bridge.Cause) { c.Document = long + "x" }), "document"},
		"no day":        {with(func(c *bridge.Cause) { c.Date = ghg.Date{Year: 2018, Month: 2, Day: 30} }), "date"},
		"gas":           {good.Of(ghg.MustMass("3 t CH4")), "amount"},
		"metric":        {with(func(c *bridge.Cause) { c.Kind = bridge.CauseMetric }), "kind"},
		"edition":       {with(func(c *bridge.Cause) { c.Kind = bridge.CauseEdition }), "kind"},
	} {
		_, err := bridge.Published(2018, national(1), national(2), good.Unquantified(), x.contribution)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, name)
		assert.Equal(t, "cause 2", fault.Of, name)
		assert.Equal(t, x.field, fault.Field, name)
	}
	_, err := bridge.Published(2018, national(1), national(2), with(func(c *bridge.Cause) { c.What, c.Document = long, long }))
	assert.NoError(t, err)
	_, err = bridge.Published(2018, national(1), national(2), bridge.Contribution{}, bridge.Contribution{})
	assert.ErrorContains(t, err, "cause 2, kind", "all of them are named")
	_, err = bridge.Published(2018, national(1), national(2), with(func(c *bridge.Cause) { c.Kind = bridge.CauseMetric }))
	assert.EqualError(t, err, `cause 1, kind "metric": both figures are on metric SAR`)
	_, err = bridge.Published(2018, national(1), national(2), with(func(c *bridge.Cause) { c.Kind = bridge.CauseEdition }))
	assert.EqualError(t, err, `cause 1, kind "edition": both figures follow the edition 1996 IPCC Guidelines`)

	// of figures that state neither, either may have changed
	_, err = bridge.Published(2018, daegu(1), daegu(2), newMetric(), newEdition())
	assert.NoError(t, err)
}

func TestCausesAreBounded(t *testing.T) {
	many := make([]bridge.Contribution, 1000)
	for i := range many {
		many[i] = cause(bridge.CauseData).Of(ghg.MustMass("1 t"))
	}
	b, err := bridge.Published(2018, daegu(1), daegu(2), many...)
	require.NoError(t, err)
	assertTonnes(t, "-461000", b.Unknown().Tonnes())
	_, err = bridge.Published(2018, daegu(1), daegu(2), append(many, many[0])...)
	assert.EqualError(t, err, `bridge, causes "1001": at most 1000 are allowed`)
}

// An amount that grew beyond a result's bounds by adding is refused.
func TestHugeAmountRefused(t *testing.T) {
	m := ghg.MustMass("1e20 t")
	for m2, err := m.Scale(decimal.New(1, 15)); err == nil; m2, err = m2.Scale(decimal.New(1, 15)) {
		m = m2
	}
	for range 40 {
		m, _ = m.Add(m)
	}
	_, err := bridge.Published(2018, daegu(1), daegu(2), cause(bridge.CauseData).Of(m))
	assert.ErrorContains(t, err, `cause 1, amount "out of bounds": a number of 13 digits`)
}

// The causes handed in are copied.
func TestCausesAreCopied(t *testing.T) {
	given := []bridge.Contribution{omittedCoal()}
	b, err := bridge.Published(2018, national(1), national(2), given...)
	require.NoError(t, err)
	given[0] = bridge.Contribution{}
	for l := range b.Lines() {
		assert.Equal(t, bridge.CauseCorrection, l.Cause.Kind)
	}
}
