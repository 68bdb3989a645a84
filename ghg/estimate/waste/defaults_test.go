package waste_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDefaults(t *testing.T) {
	n, ranges := 0, map[string]int{}
	for d := range waste.Defaults().All() {
		n++
		assert.True(t, strings.Contains(d.Source, "V5") || d.Source == "IPCC_Waste_Model.xls", "%s: source %q", d.DefaultKey, d.Source)
		if d.Rate.IsUnset() {
			ranges[d.Range]++
		}
	}
	assert.Equal(t, 299, n)
	assert.Equal(t, map[string]int{"-": 17, "(39)": 2, "(47)": 1, "40-50": 1, "negligible": 2, "~0": 1}, ranges)

	of := func(k estimate.DefaultKey) string {
		p, err := waste.Defaults().Of(k)
		require.NoError(t, err)
		return p.Rate.String()
	}
	const wet = "boreal/temperate wet (MAP/PET>1)"
	const old = estimate.IPCC2006
	assert.Equal(t, "0.185 1/yr", of(estimate.DefaultKey{Edition: old, Item: "food/sewage sludge", Condition: wet, Parameter: "k"}))
	assert.Equal(t, "24 %", of(estimate.DefaultKey{Edition: old, Item: "Textiles", Parameter: "DOC wet"}))
	assert.Equal(t, "50 %", of(estimate.DefaultKey{Edition: old, Item: "Textiles", Parameter: "total carbon"}))
	assert.Equal(t, "4 g CH4/kg wet waste", of(estimate.DefaultKey{Edition: old, Item: "composting", Condition: "wet weight",
		Parameter: "CH4"}))
	assert.Equal(t, "0.7", of(estimate.DefaultKey{Edition: estimate.IPCC2019, Item: "managed poorly semi-aerobic", Parameter: "MCF"}))
	_, err := waste.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Item: "Plastics", Parameter: "DOC wet"})
	assert.ErrorContains(t, err, "its source prints -: choose one and state it")
	_, err = waste.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2019, Item: "managed anaerobic", Parameter: "MCF"})
	assert.ErrorContains(t, err, "managed well semi-aerobic", "the Refinement's table lists its own")
}

func TestWastewaterDefaults(t *testing.T) {
	n, ranges := 0, map[string]int{}
	for d := range waste.WastewaterDefaults().All() {
		n++
		assert.Regexp(t, `^IPCC20(06|19R) V5 Ch6 .`, d.Source, "%s", d.DefaultKey)
		if d.Rate.IsUnset() {
			ranges[d.Range]++
		}
	}
	assert.Equal(t, 147, n)
	assert.Equal(t, map[string]int{"NA": 6, "no data": 3, "no data (text default 1.1)": 1, "1.13 (India)": 1,
		"1.17 (USA) / 1.07 (Australia)": 1, "1 (text prints 0 - suspected misprint)": 1}, ranges)
	for want, k := range map[string]estimate.DefaultKey{
		"0.6 kg CH4/kg BOD":    {Edition: estimate.IPCC2006, Table: "domestic", Parameter: "Bo", Unit: "kg CH4/kg BOD"},
		"0.25 kg CH4/kg COD":   {Edition: estimate.IPCC2006, Table: "domestic", Parameter: "Bo", Unit: "kg CH4/kg COD"},
		"40 g BOD/person/day":  {Edition: estimate.IPCC2006, Item: "Asia, Middle East, Latin America", Parameter: "BOD5"},
		"0.03":                 {Edition: estimate.IPCC2019, Item: "centralised aerobic plant", Parameter: "MCF"},
		"0.016 kg N2O-N/kg N":  {Edition: estimate.IPCC2019, Item: "centralised aerobic plant", Parameter: "EF_N2O"},
		"3.2 g N2O/person/yr":  {Edition: estimate.IPCC2006, Parameter: "EF_PLANTS"},
		"9 kg COD/m3":          {Edition: estimate.IPCC2006, Item: "Coffee", Parameter: "COD"},
		"162 m3/t product":     {Edition: estimate.IPCC2006, Item: "Pulp & paper", Parameter: "W"},
		"1.25":                 {Edition: estimate.IPCC2006, Item: "I collected", Parameter: "I"},
		"0.16 kg N/kg protein": {Edition: estimate.IPCC2006, Parameter: "F_NPR"},
	} {
		d, err := waste.WastewaterDefaults().Of(k)
		if assert.NoError(t, err) {
			assert.Equal(t, want, d.Rate.String())
		}
	}
	_, err := waste.WastewaterDefaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Item: "Coffee", Parameter: "W"})
	assert.ErrorContains(t, err, "its source prints NA")
}
