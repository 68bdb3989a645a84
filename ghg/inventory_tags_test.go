package ghg_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The council's own sites are known by a list, and not by the inventory.
func ExampleInventory_Tagged() {
	line := func(code, facility, mass string) ghg.Record {
		return ghg.Record{Place: "town", Period: ghg.CalendarYear(2021), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code},
			Facility: facility, Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass(mass))}
	}
	inv, _, err := ghg.NewInventory("town", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme,
		[]ghg.Record{line("I.2.1", "town hall", "410 t"), line("I.2.1", "", "8200 t"), line("III.3.1", "incinerator", "9310 t")})
	if err != nil {
		fmt.Println(err)
		return
	}
	own := map[string]bool{"town hall": true, "incinerator": true}
	tagged := inv.Tagged(func(r ghg.Record) ghg.Tags {
		if own[r.Facility] {
			return ghg.MakeTags(r.Tags.String(), "council")
		}
		return r.Tags
	})
	view, _ := gpc.Basic.WithTags("council's own", []string{"council"}, nil, "a part of the town")
	for _, i := range []ghg.Inventory{inv, tagged} {
		total, err := i.Total(view, ghg.AR5)
		fmt.Println(total.Amount, err)
	}
	// Output:
	// – <nil>
	// 9720 tCO2e (AR5) <nil>
}

// Tags are taken off too; the inventory that was asked stays as it is.
func TestTagged(t *testing.T) {
	r := ghg.Record{Place: "town", Period: ghg.CalendarYear(2021), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.2.1"},
		Gas: ghg.CO2, Value: ghg.Emitted(ghg.MustMass("7 t")), Tags: ghg.MakeTags("a")}
	bare := r
	bare.Tags, bare.Value = ghg.Tags{}, ghg.Emitted(ghg.MustMass("5 t"))
	inv, _, err := ghg.NewInventory("town", r.Period, ghg.FirstVintage, gpc.Scheme, []ghg.Record{r, bare})
	require.NoError(t, err)
	seen := func(inv ghg.Inventory) (out []string) {
		for r := range inv.Records() {
			out = append(out, r.Value.String()+" "+r.Tags.String())
		}
		return out
	}
	off := inv.Tagged(func(ghg.Record) ghg.Tags { return ghg.Tags{} })
	assert.Equal(t, []string{"7 t ", "5 t "}, seen(off))
	same := inv.Tagged(func(r ghg.Record) ghg.Tags { return r.Tags })
	assert.Equal(t, []string{"7 t a", "5 t "}, seen(same))
	assert.Equal(t, []string{"7 t a", "5 t "}, seen(inv))
	assert.Zero(t, ghg.Inventory{}.Tagged(nil).Len())
}
