package main

import (
	"io"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The totals of the group and of its members replay, and any digit changed in them is told.
func TestDerivations(t *testing.T) {
	for _, args := range [][]string{append(gyeongnamRun, "testdata/gyeongnam_2018.csv"),
		append(madeUpRun, "-nested", "own", "testdata/made_up")} {
		o, err := parse(args, io.Discard)
		require.NoError(t, err)
		s, err := o.story()
		require.NoError(t, err)
		require.NoError(t, o.read(s))
		var all []derivation.Derivation
		for _, v := range s.views {
			if out, err := s.group.Inventory(rollup.Question{View: v, Metric: s.metric, Nested: s.nested}, s.book.year, s.reports); err == nil {
				all = append(all, out.Total.Explain())
			}
			for _, r := range s.reports {
				total, _ := r.Inventory.Total(v, s.metric)
				all = append(all, total.Explain())
			}
		}
		tally := derivationtest.Tampered(t, all...)
		t.Logf("%+v", tally)
		assert.Equal(t, len(all), tally.Derivations)
		assert.Greater(t, len(all), len(s.reports))
		assert.Positive(t, tally.Named)
	}
}
