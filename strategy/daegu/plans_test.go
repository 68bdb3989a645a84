package daegu_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The plans of 2010, 2020 and 2021 side by side, and the base as it was told a year
// later: no level of one is a cut from another's.
func ExamplePlans() {
	h := daegu.Plans()
	for v := range h.All() {
		level, _ := v.Target.Limit(min(v.Target.Due(), 2030))
		fmt.Println(v.Number, v.Change.Date, v.Kind, "·", v.Target.Views().Due.Name(), "·", level)
	}
	for c := range h.Comparisons() {
		if c.B.Number > 3 {
			break
		}
		var why []string
		for _, d := range c.Differ {
			if d.Aspect == ghg.AspectView {
				d.A, d.B = c.A.Target.Views().Due.Name(), c.B.Target.Views().Due.Name()
			}
			why = append(why, fmt.Sprintf("%s (%s; %s)", d.Aspect, d.A, d.B))
		}
		fmt.Printf("%d and %d cannot be compared:\n  %s\n", c.A.Number, c.B.Number, strings.Join(why, "\n  "))
	}
	fmt.Println(h.Current().Base)
	// Output:
	// 1 2010-04-13 first · Daegu energy and industrial processes · 8926200 tCO2
	// 2 2020 superseding · Daegu emissions without industry · 8823500 tCO2e
	// 3 2021-12-14 superseding · Daegu emissions with industry · 5186500 tCO2e
	// 4 2022-12-14 restated · Daegu own emissions · 4933500 tCO2e
	// 1 and 2 cannot be compared:
	//   base year (2005; none)
	//   view (Daegu energy and industrial processes; Daegu emissions without industry)
	//   gases (CO2 alone; CO2e, gases not stated)
	//   goal (base year; baseline forecast, static)
	// 1 and 3 cannot be compared:
	//   base year (2005; 2018)
	//   view (Daegu energy and industrial processes; Daegu emissions with industry)
	//   gases (CO2 alone; CO2e, gases not stated)
	// 2 and 3 cannot be compared:
	//   base year (none; 2018)
	//   view (Daegu emissions without industry; Daegu emissions with industry)
	//   goal (baseline forecast, static; base year)
	// 9430000 tCO2e to 8970000 tCO2e: -4.88%
}

func TestPlans(t *testing.T) {
	h := daegu.Plans()
	for c := range h.Comparisons() {
		assert.False(t, c.LevelsMeet(), c)
		assert.Equal(t, c.A.Number == 1, c.In(ghg.AspectGases), c)
		assert.Equal(t, (c.A.Number == 2) != (c.B.Number == 2), c.In(target.AspectGoal), c)
	}
	assert.Zero(t, h.Findings().Len(), h.Findings())
	want, err := daegu.Target2022().Limit(2040)
	require.NoError(t, err)
	got, err := h.Current().Target.Limit(2040)
	require.NoError(t, err)
	assert.Equal(t, want.String(), got.String())
	text, err := json.Marshal(h)
	require.NoError(t, err)
	again, err := target.ReadHistoryJSON(bytes.NewReader(text), []ghg.View{daegu.View2010, daegu.View2020, daegu.View2021, daegu.View2022})
	require.NoError(t, err)
	assert.Equal(t, h.Details(), again.Details())
}
