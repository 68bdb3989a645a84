package netzero_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExplainOfACheck(t *testing.T) {
	c, err := netzero.InterimCut(goal(t, 2018, "9.43 Mt", 2030, "45%"), threshold(t, "race-to-zero-half-2022"), target.Pathway{})
	require.NoError(t, err)
	text := c.Details()
	for _, want := range []string{
		"check      interim-cut\n", "subject    goal: 45% below 2018 by 2030\n", "result     warn\n",
		"formula    (B - T)/B = (9430000 - 5186500)/9430000, with T the target's own level of 2030\n",
		"judged     cut by 2030 0.45 of the base\n", "also       level 5186500 tCO2e (AR5)\n", "also       shortfall 0.05 of the base\n",
		"threshold  50% of the base in 2030 (race-to-zero-half-2022, from 2022-06-15)\n",
		"source     Race to Zero, starting line criteria 3.0, 15 June 2022; confidence high\n",
		"note       towards or beyond", "covers     the cut from the target's own base year; not",
	} {
		assert.Contains(t, text, want)
	}
	assert.NotContains(t, text, "record")
	var zero netzero.Check
	assert.Equal(t, netzero.CannotTell, zero.Result)
	assert.Equal(t, "no check: cannot tell", zero.String())
	assert.Equal(t, "check      \nresult     cannot tell\n", strings.Replace(zero.Details(), "result", "check      \nresult", 1))
}

func TestTheTableOfChecks(t *testing.T) {
	daegu := goal(t, 2018, "9.43 Mt", 2030, "45%")
	a, err := netzero.AnnualReduction(daegu, threshold(t, "sbti-aca-1.5c-2026"))
	require.NoError(t, err)
	b, err := netzero.NetZeroBy(daegu, threshold(t, "race-to-zero-net-zero-2020"))
	require.NoError(t, err)
	checks := []netzero.Check{a, b, {}}
	rows := strings.Split(strings.TrimSuffix(netzero.Table(checks), "\n"), "\n")
	require.Len(t, rows, 4)
	column := strings.Index(rows[0], "result")
	assert.Equal(t, "fail", rows[1][column:column+4])
	assert.Equal(t, "cannot tell", rows[2][column:column+11])
	assert.Contains(t, rows[2], "  -  ")
	for _, r := range rows {
		assert.False(t, strings.HasSuffix(r, " ") && !strings.Contains(r, "cannot tell"), "%q", r)
	}
	assert.Equal(t, "check  result  value  threshold  reason\n", netzero.Table(nil))
}
