package rollup_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPredecessors(t *testing.T) {
	korea := place.Korea()
	of := func(code, on, earlier string, portions ...rollup.Portion) (rollup.Group, error) {
		p, err := korea.ByCode(code, ghg.MustDate(on))
		require.NoError(t, err)
		return rollup.Predecessors(korea, p, ghg.MustDate(on), ghg.MustDate(earlier), portions...)
	}
	for _, c := range []struct {
		code, on, earlier string
		want              []string
	}{
		{"12", "2026-07-20", "2018-12-31", []string{"29", "46"}},
		{"27", "2023-12-31", "2018-12-31", []string{"27", "27720"}}, // Gunwi had the code 47720
		{"27", "2022-12-31", "2018-12-31", []string{"27"}},
		{"48120", "2018-12-31", "2009-12-31", []string{"48110", "48160", "48190"}},
		{"28", "2026-07-20", "2018-12-31", []string{"28"}}, // its districts were divided within it
		{"48", "2018-12-31", "2009-12-31", []string{"48"}},
	} {
		g, err := of(c.code, c.on, c.earlier)
		require.NoError(t, err, c.code)
		assert.ElementsMatch(t, c.want, codes(g.Members()), c.code)
		assert.Equal(t, c.earlier, g.Day().String())
	}
	// The rest of the province that lost a county: all its other cities and counties.
	g, err := of("47", "2023-12-31", "2018-12-31")
	require.NoError(t, err)
	assert.Len(t, g.Members(), 22)

	_, err = of("36", "2013-12-31", "2011-12-31")
	var part *rollup.PortionError
	require.ErrorAs(t, err, &part)
	assert.Contains(t, part.Korean(), "그 비율을 출처와 함께")
	assert.Contains(t, part.Error(), "on 2011-12-31 a part of 43710 청원군, and not the whole, lay in what became 36 세종특별자치시")
	portion := func(code string) rollup.Portion {
		return rollup.Portion{Place: on(t, code, "2011-12-31"), Share: ghg.MustShare("10%"), Source: "s"}
	}
	g, err = of("36", "2013-12-31", "2011-12-31", portion("43710"), portion("44150"))
	require.NoError(t, err)
	assert.Equal(t, []string{"43710", "44150", "44730"}, codes(g.Members()))
	_, err = of("36", "2013-12-31", "2011-12-31", portion("43710"), portion("44150"), portion("44730"))
	assert.ErrorContains(t, err, "no portion is needed")
	_, err = of("36", "2013-12-31", "2011-12-31", portion("43710"), portion("44150"), portion("44790"))
	assert.ErrorContains(t, err, "it is no member")
	_, err = of("36", "2013-12-31", "2013-12-31")
	assert.ErrorContains(t, err, "a day before 2013-12-31")
	_, err = of("36", "2013-12-31", "1980-12-31")
	assert.ErrorContains(t, err, "does not know")
	p, err := korea.ByCode("36", ghg.MustDate("2013-12-31"))
	require.NoError(t, err)
	_, err = rollup.Predecessors(korea, p, ghg.MustDate("2011-12-31"), ghg.MustDate("2010-12-31"))
	assert.Error(t, err)
}

// A share of an inventory is a share of each of its records, which are estimated.
func TestPortionOfAnInventory(t *testing.T) {
	g, err := rollup.NewGroup(rollup.Definition{Name: "x", Day: endOf2018, Members: []place.Place{at("48120"), at("48170")},
		Portions: []rollup.Portion{{Place: at("48120"), Share: ghg.MustShare("12.5%"), Source: "by area"}}})
	require.NoError(t, err)
	partly, err := ghg.Partly(ghg.Emitted(ghg.MustMass("8 t")), ghg.KeyedAsFound(ghg.NE, "the rest"))
	require.NoError(t, err)
	elsewhere, err := ghg.IncludedIn(ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}, "boilers")
	require.NoError(t, err)
	partlyElsewhere, err := ghg.Partly(ghg.Emitted(ghg.MustMass("16 t")), elsewhere)
	require.NoError(t, err)
	with := func(category string, v ghg.Value, gas ghg.Gas) ghg.Record {
		r := line("48120", gpc.Scheme, category, "1")
		r.Value, r.Gas = v, gas
		return r
	}
	confirmed, err := ghg.Emitted(ghg.MustMass("0 t")).EnteredAs(ghg.Confirmed)
	require.NoError(t, err)
	co2e := with("III.1.1", ghg.Equivalent(ghg.MustCO2e("24 tCO2e (AR5)")), ghg.Gas{})
	co2e.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{Assumption: "first"})
	a := inventoryOf(t, at("48120"), gpc.Scheme, line("48120", gpc.Scheme, "I.1.1", "100"), with("I.2.1", partly, ghg.CO2),
		with("I.3.1", partlyElsewhere, ghg.CO2), with("I.5.1", confirmed, ghg.CO2), co2e,
		with("II.1.1", ghg.KeyedAsFound(ghg.NO, "x"), ghg.Gas{}))
	b := inventoryOf(t, at("48170"), gpc.Scheme, line("48170", gpc.Scheme, "I.1.1", "3"))
	out, err := g.Inventory(rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}, 2018, []rollup.InventoryOf{a, b})
	require.NoError(t, err)
	equal(t, "21.5", out.Total.CO2e.Tonnes()) // (100 + 8 + 16 + 24)/8 + 3
	equal(t, "21.5", out.Sum.CO2e.Tonnes())
	assert.Equal(t, ghg.Estimated, out.Sum.Counted[0].Status)
	assert.Equal(t, "12.5%", out.Sum.Counted[0].Share.String())
	values := map[string]string{}
	for r := range out.Inventory.Records() {
		if r.Tags.Has("member:48120") {
			values[r.Category.Code] = r.Value.String()
			if r.Value.IsNumber() {
				assert.Equal(t, ghg.Estimated, r.Status)
				assert.Contains(t, r.Evidence.Assumption(), "12.5% of 48120 창원시 (by area)")
			}
		}
	}
	assert.Equal(t, map[string]string{"I.1.1": "12.5 t", "I.2.1": "1 t, NE", "I.3.1": "2 t, IE (I.1.1)", "I.5.1": "0 t, confirmed",
		"III.1.1": "3 tCO2e (AR5)", "II.1.1": "NO"}, values)
	assert.Equal(t, "estimated-share:48120", findingCodes(out.Sum.Findings)[0])
	assert.False(t, out.Sum.PerHead(rollup.Statistic{}).Value.IsDefined())
}

// The parts of a portion's figure are those of the share, and its own total again.
func TestPortionOfParts(t *testing.T) {
	inv := inventoryOf(t, at("48120"), gpc.Scheme, line("48120", gpc.Scheme, "I.1.1", "100"), line("48120", gpc.Scheme, "I.2.1", "60"))
	y, err := ghg.YearlyOf(gpc.Territorial, ghg.AR5, inv.Inventory)
	require.NoError(t, err)
	whole := inventoryOf(t, at("48170"), gpc.Scheme, line("48170", gpc.Scheme, "I.1.1", "1"), line("48170", gpc.Scheme, "III.1.1", "NE"))
	z, err := ghg.YearlyOf(gpc.Territorial, ghg.AR5, whole.Inventory)
	require.NoError(t, err)
	g, err := rollup.NewGroup(rollup.Definition{Name: "x", Day: endOf2018, Members: []place.Place{at("48120"), at("48170"), at("48310")},
		Portions: []rollup.Portion{{Place: at("48120"), Share: ghg.MustShare("25%"), Source: "by area"}}})
	require.NoError(t, err)
	out, err := g.Yearly(rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}, []int{2018},
		[]rollup.SeriesOf{{Place: at("48120"), Yearly: y}, {Place: at("48170"), Yearly: z}})
	require.NoError(t, err)
	f, _ := out.Yearly.At(2018)
	equal(t, "41", f.CO2e.Tonnes())
	require.Len(t, f.Parts, 3)
	equal(t, "26", f.Parts[0].CO2e.Tonnes())
	equal(t, "15", f.Parts[1].CO2e.Tonnes())
	assert.Equal(t, ghg.NE, f.Parts[2].Key)
	assert.Equal(t, ghg.Estimated, f.Status)
	n := len(gpc.Territorial.Required())
	assert.Equal(t, 3*n, f.Coverage.Required, "what is missing has gaps in all that is required")
	assert.Equal(t, 3, f.Coverage.Reported)
	assert.Len(t, f.Coverage.Gaps, 3*n-4)
	assert.False(t, out.Sums[0].IsComplete())
}

// A town that is all of its state is asked for itself.
func TestPredecessorsStopAtThePlace(t *testing.T) {
	day := ghg.MustDate("2000-01-01")
	g, err := place.NewGazetteer(place.GazetteerDefinition{Name: "R", Source: "a test", Begins: day, Spans: []place.Span{
		{Code: "S", Name: "State", Level: place.Metropolitan, From: day}, {Code: "T", Name: "Town", Level: place.Basic, Parent: "S", From: day}}})
	require.NoError(t, err)
	for _, code := range []string{"S", "T"} {
		p, err := g.ByCode(code, endOf2018)
		require.NoError(t, err)
		group, err := rollup.Predecessors(g, p, endOf2018, ghg.MustDate("2010-12-31"))
		require.NoError(t, err)
		assert.Equal(t, []string{code}, codes(group.Members()))
	}
}
