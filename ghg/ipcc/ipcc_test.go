package ipcc_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func nodes(s ghg.Scheme) map[string]ghg.Node {
	out := map[string]ghg.Node{}
	for n := range s.Nodes() {
		out[n.Code] = n
	}
	return out
}

// The vector tree-sizes of the editions that are here: both counts hold the added 0. The tables
// of the UNFCCC (CRF of 1999 and 2013) and PRIMAP's additions are no schemes here.
func TestVectors(t *testing.T) {
	t.Run("tree-sizes", func(t *testing.T) {
		assert.Len(t, nodes(ipcc.Scheme1996), 233)
		assert.Len(t, nodes(ipcc.Scheme2006), 290)
	})
}

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		scheme                                ghg.Scheme
		sectors, leaves, memo, korean, depths int
	}{
		{ipcc.Scheme1996, 8, 176, 2, 233, 6},
		{ipcc.Scheme2006, 6, 216, 3, 290, 6},
	} {
		all := nodes(c.scheme)
		parents := map[string]bool{}
		sectors, memo, korean, deepest := 0, 0, 0, 0
		for _, n := range all {
			parents[n.Parent] = true
			assert.NotEmpty(t, n.Name, n.Code)
			if n.NameKo != "" {
				korean++
			}
			if n.Memo {
				memo++
			}
			if n.Parent == "" {
				sectors++
			}
			deepest = max(deepest, 1+strings.Count(n.Code, "."))
			if n.Parent != "" { // a code says where it stands
				assert.Equal(t, n.Parent, n.Code[:strings.LastIndex(n.Code, ".")], n.Code)
			}
		}
		assert.Equal(t, c.sectors, sectors)
		assert.Equal(t, c.leaves, len(all)-len(parents)+1, "categories without parts: those of the source, and 0")
		assert.Equal(t, [3]int{c.memo, c.korean, c.depths}, [3]int{memo, korean, deepest}, c.scheme.ID())
	}
}

// Codes are read as people write them.
func TestSpellings(t *testing.T) {
	for text, want := range map[string]string{"1.A.4.b": "1.A.4.b", "1A4b": "1.A.4.b", "1 a 4 B": "1.A.4.b", "IPC1A4b": "1.A.4.b",
		"IPCC 1.A.3.b.i.1": "1.A.3.b.i.1", "IPC_1.B.1.a.II.2": "1.B.1.a.ii.2", "2B10": "2.B.10", "3A1j": "3.A.1.j", "0": "0"} {
		c, err := ipcc.Scheme2006.Category(text)
		require.NoError(t, err, text)
		assert.Equal(t, ghg.Category{Scheme: "IPCC 2006", Code: want}, c, text)
	}
	for _, text := range []string{"IPC", "IPD1A", "IPC1AC", "3.A.1.i", "7", "5.A.1"} {
		_, err := ipcc.Scheme2006.Category(text)
		assert.Error(t, err, text)
	}
	for _, name := range []string{"IPCC1996", "1996 IPCC 지침", "ipcc 1996"} {
		assert.True(t, ipcc.Scheme1996.HasName(name), name)
		assert.False(t, ipcc.Scheme2006.HasName(name), name)
	}
}

// One code, two meanings.
func TestEditionsDiffer(t *testing.T) {
	for code, names := range map[string][2]string{
		"4":       {"Agriculture", "Waste"},
		"3.B":     {"Degreasing & Dry Cleaning", "Land"},
		"1.B.1.b": {"Solid Fuel Transformation", "Uncontrolled Combustion, and Burning Coal Dumps"},
		"4.A.1":   {"Cattle", "Managed Waste Disposal Sites"},
	} {
		a, _ := ipcc.Scheme1996.Node(code)
		b, _ := ipcc.Scheme2006.Node(code)
		assert.Equal(t, names, [2]string{a.Name, b.Name}, code)
	}
}

// Totals are all but memo items, the national total and, where it is said, land.
func TestTotals(t *testing.T) {
	assert.Len(t, ipcc.Total1996.Categories(), 233-1-2)
	assert.Len(t, ipcc.Total2006.Categories(), 290-1-3)
	land := 0
	for code := range nodes(ipcc.Scheme1996) {
		if code == "5" || strings.HasPrefix(code, "5.") {
			land++
			assert.True(t, ipcc.Total1996.Selects(code), code)
			assert.False(t, ipcc.TotalWithoutLandUse1996.Selects(code), code)
		}
	}
	assert.Equal(t, 51, land)
	assert.Len(t, ipcc.TotalWithoutLandUse1996.Categories(), 233-1-2-51)
	for _, code := range []string{"0", "1.A.3.a.i", "1.A.3.d.i", "1.A.5.c"} {
		assert.False(t, ipcc.Total2006.Selects(code), code)
	}
	_, _, err := ghg.NewInventory("Jeju", ghg.CalendarYear(2020), ghg.FirstVintage, ipcc.Scheme2006, []ghg.Record{
		{Place: "Jeju", Period: ghg.CalendarYear(2020), Category: ghg.Category{Scheme: "IPCC 2006", Code: "0"},
			Value: ghg.Equivalent(ghg.MustCO2e("1 tCO2e (AR5)"))}})
	assert.ErrorContains(t, err, "declared total")
	for _, v := range []ghg.View{ipcc.Total1996, ipcc.Total2006, ipcc.TotalWithoutLandUse1996} {
		can, why := v.Addable()
		assert.True(t, can)
		assert.NotEmpty(t, why)
	}
}

// Methane takes its origin from the category, and nowhere does a part say another than its
// parent that says one.
func TestMethane(t *testing.T) {
	for _, s := range []ghg.Scheme{ipcc.Scheme1996, ipcc.Scheme2006} {
		all := nodes(s)
		for code, n := range all {
			if p := all[n.Parent]; n.Parent != "" && !p.CH4.IsZero() {
				assert.Equal(t, p.CH4, n.CH4, "%s %s", s.ID(), code)
			}
		}
	}
	for code, want := range map[string]ghg.Gas{"1": {}, "1.A.1": ghg.CH4NonFossil, "1.B.2.b": ghg.CH4Fossil, "2.B.8.a": {},
		"3.C.7": ghg.CH4NonFossil, "4.A": ghg.CH4NonFossil, "5.B": {}} {
		n, _ := ipcc.Scheme2006.Node(code)
		assert.Equal(t, want, n.CH4, code)
	}
}

// Removals are allowed where land is, and above it.
func TestRemovals(t *testing.T) {
	for code, want := range map[string]bool{"3": true, "3.B": true, "3.B.6.b.v": true, "3.D.1": true, "3.D": true, "3.A": false,
		"3.C.1": false, "1.C.2": false} {
		n, _ := ipcc.Scheme2006.Node(code)
		assert.Equal(t, want, n.Negative, code)
	}
	for code, want := range map[string]bool{"5": true, "5.E": true, "4": false} {
		n, _ := ipcc.Scheme1996.Node(code)
		assert.Equal(t, want, n.Negative, code)
	}
}
