package gir_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The national tree is told from the regional one, and figures stand on its sectors.
func ExampleNational() {
	line := func(code, amount string) ghg.Record {
		return ghg.Record{Place: "Korea", Period: ghg.CalendarYear(2018), Value: ghg.Equivalent(ghg.MustCO2e(amount + " MtCO2e (SAR)")),
			Category: ghg.Category{Scheme: gir.National.ID(), Code: code}}
	}
	inv, _, err := ghg.NewInventory("Korea", ghg.CalendarYear(2018), ghg.FirstVintage, gir.National,
		[]ghg.Record{line("1", "632.4"), line("2", "57"), line("4", "21.2"), line("5", "-41.3"), line("6", "17.1"), line("M.1", "40")})
	if err != nil {
		fmt.Println(err)
	}
	for _, v := range []ghg.View{gir.NationalGross, gir.NationalNet} {
		total, err := inv.Total(v, ghg.SAR)
		fmt.Println(v, v.NameKo(), total.Amount, err)
	}
	// Output:
	// GIR national 1996 gross 총배출량 727700000 tCO2e (SAR) <nil>
	// GIR national 1996 net 순배출량 686400000 tCO2e (SAR) <nil>
}

func TestNationalTree(t *testing.T) {
	nodes := map[string]ghg.Node{}
	tops, land := 0, 0
	for n := range gir.National.Nodes() {
		nodes[n.Code] = n
		assert.NotEmpty(t, n.Name, n.Code)
		assert.NotEmpty(t, n.NameKo, n.Code)
		if n.Parent == "" {
			tops++
		} else {
			assert.True(t, strings.HasPrefix(n.Code, n.Parent+"."), n.Code)
		}
		if n.Negative {
			land++
		}
	}
	assert.Equal(t, [3]int{136, 7, 23}, [3]int{len(nodes), tops, land})
	assert.Len(t, gir.NationalNet.Categories(), 136-4)
	assert.Len(t, gir.NationalGross.Categories(), 136-4-23)
	for _, code := range []string{"5.B.3", "5.B.4", "5.B.5", "5.B.6", "0"} {
		_, err := gir.National.Category(code)
		assert.Error(t, err, code)
	}
	c, err := gir.National.Category("4B10")
	require.NoError(t, err)
	assert.Equal(t, "기타 가축(사슴)", nodes[c.Code].NameKo)
}
