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
