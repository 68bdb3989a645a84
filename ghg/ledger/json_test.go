package ledger_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/answerstest"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/stretchr/testify/require"
)

func TestGroupsAreWrittenAsJSON(t *testing.T) {
	b := builder(t)
	require.NoError(t, b.Add(with(func(k *ledger.Key) {
		k.Scope, k.Variant, k.Status, k.Tags = ghg.Scope1, ghg.FuelBased, ghg.Provisional, ghg.MakeTags("ets", "a")
		k.Fuel, k.Activity, k.Facility = "gas", "heating", "plant"
	}), ghg.MustMass("12.5 t")))
	answers := map[string]any{"none": ledger.Group{}}
	for name, by := range map[string]ledger.By{"group": ledger.ByAll, "by gas alone": 0} {
		totals, err := b.Ledger().Totals(by)
		require.NoError(t, err)
		for g := range totals {
			answers[name] = g
		}
	}
	answerstest.Check(t, answers)
}
