package main

import (
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The totals of all views, withheld or not, replay, and any digit changed in them is told.
func TestDerivations(t *testing.T) {
	for _, metric := range []ghg.Metric{ghg.AR5, ghg.AR6} {
		file, err := os.Open("testdata/suseong.csv")
		require.NoError(t, err)
		defer file.Close()
		b := newBook(metric, "suseong.csv")
		records, report, err := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme, File: "suseong.csv"})
		require.NoError(t, err)
		b.addRecords(records, report)
		var all []derivation.Derivation
		for s := range b.sheets() {
			for _, v := range s.views {
				all = append(all, v.total.Explain())
			}
		}
		tally := derivationtest.Tampered(t, all...)
		t.Logf("%+v", tally)
		assert.Equal(t, len(all), tally.Derivations)
		assert.Positive(t, tally.Named)
	}
}
