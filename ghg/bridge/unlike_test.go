package bridge_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func equivalent(s string) ghg.Value { return ghg.Equivalent(ghg.MustCO2e(s)) }

// What one figure leaves out stands in the change with its whole amount, and is said.
func TestFindingsSayWhatIsNotInBoth(t *testing.T) {
	gas := line("I.1.1", ghg.CO2, mass("310 t"), "")
	for name, x := range map[string]struct {
		from, to      []ghg.Record
		text          string
		stated, found string
	}{
		"the same": {from: []ghg.Record{gas}, to: []ghg.Record{line("I.1.1", ghg.CO2, mass("297 t"), "")}},
		"NE in the second": {from: []ghg.Record{gas, line("I.3.1", ghg.CO2, mass("45 t"), "")},
			to:   []ghg.Record{gas, line("I.3.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "no data"), "")},
			text: "I.3.1 CO2 (in vintage 2 NE), 45 tCO2e (AR5) of first vintage", stated: "45 tCO2e (AR5)"},
		"none in the first": {from: []ghg.Record{gas}, to: []ghg.Record{gas, line("III.1.1", ghg.CH4, mass("3 t"), "")},
			text: "III.1.1 CH4 (in first vintage no figure), 84 tCO2e (AR5) of vintage 2", found: "84 tCO2e (AR5)"},
		"in each one": {from: []ghg.Record{gas, line("I.3.1", ghg.CO2, mass("45 t"), "")}, to: []ghg.Record{gas, line("I.3.1", ghg.CH4,
			mass("2 t"), "")},
			text: "I.3.1 CO2 (in vintage 2 no figure), 45 tCO2e (AR5) of first vintage; " +
				"I.3.1 CH4 (in first vintage no figure), 56 tCO2e (AR5) of vintage 2", stated: "45 tCO2e (AR5)", found: "56 tCO2e (AR5)"},
		"CO2 alone": {from: []ghg.Record{gas}, to: []ghg.Record{line("I.1.1", ghg.Gas{}, equivalent("322 tCO2e (AR5)"), "")},
			text: "I.1.1 all gases (in first vintage CO2 alone), 322 tCO2e (AR5) of vintage 2", found: "322 tCO2e (AR5)"},
		"it does not occur": {from: []ghg.Record{gas, line("I.3.1", ghg.CO2, mass("45 t"), "")},
			to: []ghg.Record{gas, line("I.3.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NO, "no data"), "")}},
	} {
		t.Run(name, func(t *testing.T) {
			b := between(t, in(1, x.from...), in(2, x.to...))
			series := func(r bridge.Reading) ghg.Yearly {
				y, err := ghg.YearlyOf(r.View, r.Metric, r.Inventory)
				require.NoError(t, err)
				return y
			}
			published, err := bridge.Published(2018, series(in(1, x.from...)), series(in(2, x.to...)))
			require.NoError(t, err)
			assert.Equal(t, b.Findings(), published.Findings(), "the totals of inventories know their parts")
			chain, err := bridge.NewChain(b)
			require.NoError(t, err)
			doc, err := json.Marshal(b)
			require.NoError(t, err)
			assert.Equal(t, x.text != "", strings.Contains(string(doc), bridge.FindingUnlike))
			if x.text == "" {
				assert.Zero(t, b.Findings().Len())
				assert.NotContains(t, b.Details()+chain.Details(), "not in both")
				return
			}
			found := b.Findings().All
			require.Len(t, found, 1)
			assert.Contains(t, found[0].DetailKo, "두 수치가 세는 것이 다릅니다: "+x.text)
			found[0].DetailKo = ""
			assert.Equal(t, []ghg.Finding{{Code: bridge.FindingUnlike, Severity: ghg.Serious, Of: "Hwaseong 2018, first vintage to vintage 2",
				Stated: x.stated, Found: x.found, Detail: "the figures do not count the same: " + x.text +
					"; what one of them leaves out is in the change with its whole amount"}}, found)
			assert.Contains(t, b.Details(), "not in both", x.text)
			assert.Contains(t, b.Details(), x.text)
			assert.Contains(t, chain.Details(), x.text)
		})
	}
}

// Two views may be why, and published numbers alone say nothing of their parts.
func TestFindingsOfTwoViewsAndOfNumbers(t *testing.T) {
	records := []ghg.Record{line("I.1.1", ghg.CO2, mass("310 t"), ""), line("II.1.3", ghg.CO2, mass("7 t"), "")}
	wide := in(1, records...)
	wide.View = gpc.BasicPlus
	b := between(t, in(1, records...), wide)
	require.Equal(t, 1, b.Findings().Len())
	f := b.Findings().All[0]
	assert.Equal(t, ghg.Note, f.Severity)
	assert.Equal(t, "the figures do not count the same: II.1.3 CO2 (in the first figure no figure), 7 tCO2e (AR5) of the second figure; "+
		"what one of them leaves out is in the change with its whole amount; they are of two views", f.Detail)
	published, err := bridge.Published(2018, national(1), national(2))
	require.NoError(t, err)
	assert.Zero(t, published.Findings().Len())
	assert.Zero(t, bridge.Bridge{}.Findings().Len())
}
