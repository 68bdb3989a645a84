package gir_test

import (
	"bufio"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/internal/standard"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func record(code, tonnes string) ghg.Record {
	return ghg.Record{Place: "가람구", Period: ghg.CalendarYear(2022),
		Category: ghg.Category{Scheme: gir.Scheme.ID(), Code: code}, Value: ghg.Equivalent(ghg.MustCO2e(tonnes + " ktCO2e (AR5)"))}
}

func inventory(t *testing.T, records ...ghg.Record) ghg.Inventory {
	t.Helper()
	inv, _, err := ghg.NewInventory("가람구", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme, records)
	require.NoError(t, err)
	return inv
}

// kt is a total in kilotonnes.
func kt(t *testing.T, inv ghg.Inventory, v ghg.View) string {
	t.Helper()
	total, err := inv.Total(v, ghg.AR5)
	require.NoError(t, err, v)
	return total.CO2e.Tonnes().Shift(-3).String()
}

// table10 are the rows of the transcription: code, block, sector and label.
func table10(t *testing.T) (rows [][]string) {
	t.Helper()
	f, err := os.Open("data/managed_authority_2024.tsv")
	require.NoError(t, err)
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if cells := strings.Split(s.Text(), "\t"); !strings.HasPrefix(s.Text(), "#") && cells[0] != "block" {
			rows = append(rows, []string{cells[4], cells[0], cells[1], cells[3]})
		}
	}
	return rows
}

// The managed authority is the 16 rows of table 10, each read by code and by label.
func TestTable10(t *testing.T) {
	rows := table10(t)
	require.Len(t, rows, 16)
	var codes []string
	for _, row := range rows {
		code, block, sector, label := row[0], row[1], row[2], row[3]
		codes = append(codes, code)
		l, err := gir.LineOf(code)
		require.NoError(t, err)
		assert.Equal(t, sector, l.Sector.NameKo(), code)
		assert.Equal(t, gir.FromTable10, l.Provenance, code)
		assert.Equal(t, block == "indirect", l.Block == gir.Electricity || l.Block == gir.Heat || l.Block == gir.Generated, code)
		byLabel, err := gir.LineOf(strings.TrimSuffix(label, " (by generator)"))
		require.NoError(t, err, label)
		assert.Equal(t, code, byLabel.Category.Code)
	}
	assert.ElementsMatch(t, codes, gir.ManagedWithSinks.Categories())
	assert.ElementsMatch(t, codes, gir.ManagedWithSinks.Required())
	assert.Len(t, gir.ManagedWithoutSinks.Categories(), 15)
	assert.False(t, gir.ManagedWithoutSinks.Selects("5"))
	var transcribed []string
	for _, l := range gir.Lines() {
		if l.Provenance == gir.FromTable10 {
			transcribed = append(transcribed, l.Category.Code)
		}
	}
	assert.ElementsMatch(t, codes, transcribed, "no other line says that it is of table 10")
}

// Each line, direct and indirect, stands in exactly one sector or says why it does not.
func TestEachLineStandsOnce(t *testing.T) {
	in, out := 0, 0
	for _, l := range gir.Lines() {
		var sectors []string
		for _, s := range gir.Sectors() {
			if s.Selects(l.Category.Code) {
				sectors = append(sectors, s.NameKo())
			}
		}
		if l.Sector.IsZero() {
			out++
			assert.Empty(t, sectors, l.Category)
			assert.NotEmpty(t, l.LeftOut.En, l.Category)
			assert.NotEmpty(t, l.LeftOut.Ko, l.Category)
			continue
		}
		in++
		assert.Equal(t, []string{l.Sector.NameKo()}, sectors, l.Category)
		assert.Empty(t, l.LeftOut, l.Category)
	}
	assert.Equal(t, []int{16, 40}, []int{in, out})
	for _, code := range []string{"1.A.4.c", "EL.1.A.4.c", "1.A.3.c", "EL.1.A.3.c", "1.A.2", "EL.1.A.2", "2.A", "1.A.1.a", "6.A", "6.C"} {
		l, err := gir.LineOf(code)
		require.NoError(t, err)
		assert.True(t, l.Sector.IsZero(), "%s is left out", code)
	}
}

// Every line has its names in both languages, and is read by its label.
func TestLines(t *testing.T) {
	for n := range gir.Scheme.Nodes() {
		assert.NotEmpty(t, n.Name, n.Code)
		assert.NotEmpty(t, n.NameKo, n.Code)
	}
	for _, l := range gir.Lines() {
		again, err := gir.LineOf(l.Label)
		require.NoError(t, err)
		assert.Equal(t, l, again)
		assert.NotEqual(t, gir.NoBlock, l.Block, l.Category)
		assert.NotZero(t, l.Provenance, l.Category)
		assert.NotEmpty(t, l.Block.Korean())
	}
	for code, want := range map[string]string{"1.A.3.a": "1.A.3.a.2", "gir el-1-a-4-b": "EL.1.A.4.b", "IND.WASTE": "WA"} {
		l, err := gir.LineOf(code)
		require.NoError(t, err)
		assert.Equal(t, want, l.Category.Code)
	}
	for _, code := range []string{"", "3", "EL.2", "4.D.3", "1.A.4"} {
		_, err := gir.LineOf(code)
		var unknown *ghg.UnknownError
		assert.ErrorAs(t, err, &unknown, code)
	}
	first := gir.Lines()
	first[0].Label = "changed"
	assert.NotEqual(t, first[0], gir.Lines()[0], "a list handed out is a copy")
}

// 농경지토양 간접배출 is in 4.D, which is direct, of scope 1, and of the sector of farms.
func TestIndirectEmissionsOfSoilsAreDirect(t *testing.T) {
	n, ok := gir.Scheme.Node("4.D")
	require.True(t, ok)
	assert.Equal(t, ghg.Scope1, n.Scope)
	assert.Contains(t, n.NameKo, "간접배출")
	l, err := gir.LineOf("농업-D.농경지토양-a.직접배출, b.간접배출")
	require.NoError(t, err)
	assert.Equal(t, gir.Direct, l.Block)
	assert.Equal(t, gir.Agriculture.ID(), l.Sector.ID())
	inv := inventory(t, record("4.D", "7.3"))
	for _, v := range []ghg.View{gir.Gross, gir.Net, gir.RegionWithoutSinks, gir.ManagedWithoutSinks, gir.Agriculture} {
		assert.Equal(t, "7.3", kt(t, inv, v), v)
	}
}

// One line of each kind, with figures that no sum can confuse.
func TestViews(t *testing.T) {
	inv := inventory(t, record("1.A.1.a", "1000"), record("1.A.4.b", "200"), record("1.A.4.c", "30"), record("2.A", "4"),
		record("5", "-0.5"), record("6.A", "0.06"), record("EL.1.A.4.b", "0.007"), record("HT.1.A.2", "0.0008"), record("WA", "0.00009"),
		record("M.1.A", "0.000001"))
	for _, x := range []struct {
		view ghg.View
		want string
	}{
		{gir.Gross, "1234.06"}, {gir.Net, "1233.56"}, {gir.Indirect, "0.00789"},
		{gir.RegionWithoutSinks, "234.00789"}, {gir.RegionWithSinks, "233.50789"},
		{gir.ManagedWithoutSinks, "200.00709"}, {gir.ManagedWithSinks, "199.50709"},
		{gir.Buildings, "200.007"}, {gir.Waste, "0.00009"}, {gir.Sinks, "-0.5"}, {gir.Transport, "0"}, {gir.Agriculture, "0"},
	} {
		assert.Equal(t, x.want, kt(t, inv, x.view), x.view)
	}
}

func TestPairsThatNoViewHolds(t *testing.T) {
	for _, codes := range [][]string{{"1.A.1.a", "EL.1.A.4.b"}, {"1.A.1.a", "HT.1.A.5"}, {"6.D", "WA"}} {
		_, err := ghg.NewView(ghg.ViewDefinition{Name: "both", Scheme: gir.Scheme, Categories: codes})
		assert.ErrorContains(t, err, "cannot stand in one total", codes)
	}
	_, err := ghg.NewView(ghg.ViewDefinition{Name: "refineries", Scheme: gir.Scheme, Categories: []string{"1.A.1.b", "EL.1.A.4.b"}})
	assert.NoError(t, err)
}

// Waste where it is generated is in the guideline and not in the Act.
func TestLegalScope(t *testing.T) {
	var guidelineOnly []string
	for _, l := range gir.Lines() {
		if !l.Block.InAct() && l.Block != gir.Memo {
			guidelineOnly = append(guidelineOnly, l.Category.Code)
		}
	}
	assert.Equal(t, []string{"WA"}, guidelineOnly)
	assert.False(t, gir.NoBlock.InAct())
	assert.Equal(t, "none 없음", gir.Block(99).String()+" "+gir.Block(99).Korean())
	assert.Equal(t, "not stated 밝혀지지 않음", gir.Provenance(0).String()+" "+gir.Provenance(99).Korean())
}

// Removals are allowed in land use alone.
func TestRemovals(t *testing.T) {
	for _, l := range gir.Lines() {
		_, findings, err := ghg.NewInventory("가람구", ghg.CalendarYear(2022), ghg.FirstVintage, gir.Scheme,
			[]ghg.Record{record(l.Category.Code, "-3")})
		require.NoError(t, err)
		assert.Equal(t, l.Block == gir.Removals, findings.Len() == 0, "%s: %s", l.Category, findings)
	}
}

// Methane of unstated origin: fossil where it leaks, open in industry, else not.
func TestMethaneOrigin(t *testing.T) {
	for code, want := range map[string]string{"1.B.2": "59.6", "1.A.4.b": "54", "4.A": "54", "6.A": "54", "WA": "54", "EL.1.A.4.b": "54"} {
		r := record(code, "1")
		r.Gas, r.Value = ghg.CH4, ghg.Emitted(ghg.MustMass("2 t"))
		total, err := inventory(t, r).Total(viewOf(t, code), ghg.AR6)
		require.NoError(t, err)
		assert.Equal(t, want, total.CO2e.Tonnes().String(), code)
	}
	r := record("2.B", "1")
	r.Gas, r.Value = ghg.CH4, ghg.Emitted(ghg.MustMass("2 t"))
	_, err := inventory(t, r).Total(gir.Gross, ghg.AR6)
	var missing *ghg.NoFactorError
	assert.ErrorAs(t, err, &missing)
}

// viewOf is a view of a code alone.
func viewOf(t *testing.T, code string) ghg.View {
	t.Helper()
	v, err := ghg.NewView(ghg.ViewDefinition{Name: "one", Scheme: gir.Scheme, Categories: []string{code}})
	require.NoError(t, err)
	return v
}

// The IDs are fixed text; each view may be added, for a reason, and has its source.
func TestPublishedIDs(t *testing.T) {
	assert.Equal(t, ghg.SchemeID("GIR regional 2024-09"), gir.Scheme.ID())
	assert.True(t, gir.Scheme.HasName("지역 온실가스 통계"))
	seen := map[string]bool{}
	for _, v := range gir.Views() {
		can, why := v.Addable()
		assert.True(t, can, v)
		assert.NotEmpty(t, why, v)
		assert.NotEmpty(t, v.NameKo(), v)
		assert.Equal(t, "GIR regional 2024-09 "+v.Name(), v.ID().String())
		assert.True(t, standard.GIRRegional202409.HasView(v.Name()))
		assert.False(t, seen[v.Name()+v.NameKo()], v)
		seen[v.Name()+v.NameKo()] = true
		found, err := ghg.FindView(v.ID().String(), gir.Views())
		require.NoError(t, err)
		assert.Equal(t, v.ID(), found.ID())
	}
	assert.Len(t, seen, 12)
}

// How a view counts waste follows from the lines that it has.
func TestWasteConventions(t *testing.T) {
	for _, v := range gir.Views() {
		want := ghg.NoWasteConvention
		switch {
		case v.Selects("WA"):
			want = ghg.WasteByGenerator
		case v.Selects("6.A"):
			want = ghg.WasteByTreatment
		}
		assert.Equal(t, want, v.Waste(), v)
	}
	assert.Equal(t, ghg.WasteByTreatment, gir.Gross.Waste())
	assert.Equal(t, ghg.WasteByGenerator, gir.ManagedWithSinks.Waste())
	assert.Equal(t, ghg.NoWasteConvention, gir.Buildings.Waste())
}

// The sectors add up to the managed authority, and land use is all that parts the
// totals with sinks from those without, whatever the figures.
func TestTotalsHoldTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var records []ghg.Record
		for _, l := range gir.Lines() {
			if random.IntN(3) > 0 {
				records = append(records, record(l.Category.Code, decimal.New(random.Int64N(2_000_001)-1_000_000, -4).String()))
			}
		}
		inv := inventory(t, records...)
		of := func(v ghg.View) decimal.Decimal {
			total, err := inv.Total(v, ghg.AR5)
			require.NoError(t, err)
			return total.CO2e.Tonnes()
		}
		sum := decimal.Zero
		for _, s := range gir.Sectors() {
			sum = sum.Add(of(s))
		}
		assert.True(t, sum.Equal(of(gir.ManagedWithSinks)))
		for _, pair := range [][2]ghg.View{{gir.Gross, gir.Net}, {gir.RegionWithoutSinks, gir.RegionWithSinks},
			{gir.ManagedWithoutSinks, gir.ManagedWithSinks}} {
			assert.True(t, of(gir.Sinks).Equal(of(pair[1]).Sub(of(pair[0]))), pair)
		}
	}
}
