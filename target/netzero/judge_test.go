package netzero_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A pledge to reach a level is kept by the outcome of its target.
func TestReach(t *testing.T) {
	p := member{Place: "Daegu", Joined: ghg.MustWhen("2021-04")}.pledge()
	series := func(mt string, status ghg.Status) ghg.Yearly {
		y, err := ghg.NewYearly("Daegu", goal(t, 2018, "10 Mt", 2030, "45%").Views().Due, ghg.AR5, []ghg.YearFigure{
			{Year: 2030, CO2e: ghg.MustCO2e(mt + " MtCO2e (AR5)"), Status: status, Vintage: ghg.FirstVintage}})
		require.NoError(t, err)
		return y
	}
	j, err := p.JudgeReach(series("5", ghg.Actual), target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, undecided, j.Result.OfPledge().En)
	p.Target = goal(t, 2018, "10 Mt", 2030, "45%")
	for mt, want := range map[string]string{"5.5": kept, "5.6": broken} {
		j, err = p.JudgeReach(series(mt, ghg.Actual), target.Adjustments{})
		require.NoError(t, err)
		assert.Equal(t, want, j.Result.OfPledge().En)
	}
	j, err = p.JudgeReach(series("5", ghg.Provisional), target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, undecided, j.Result.OfPledge().En)
	_, err = p.Judge(nil)
	assert.ErrorContains(t, err, "JudgeReach")
	_, err = ownPledge().JudgeReach(series("5", ghg.Actual), target.Adjustments{})
	assert.ErrorContains(t, err, "judged by records")
}

func TestWhatAPledgeRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*netzero.Pledge)
		field  string
	}{
		"no place":       {func(p *netzero.Pledge) { p.Place = "" }, "place"},
		"no name":        {func(p *netzero.Pledge) { p.Name = "" }, "name"},
		"long name":      {func(p *netzero.Pledge) { p.Name = strings.Repeat("x", 2001) }, "name"},
		"no kind":        {func(p *netzero.Pledge) { p.Kind = 0 }, "kind"},
		"no day":         {func(p *netzero.Pledge) { p.Since = ghg.When{} }, "since"},
		"two tags":       {func(p *netzero.Pledge) { p.Abated = "a;b" }, "abated"},
		"campaign":       {func(p *netzero.Pledge) { p.Campaign = "opcc" }, "campaign"},
		"replacements":   {func(p *netzero.Pledge) { p.IfReplaced = 3 }, "if replaced"},
		"another place":  {func(p *netzero.Pledge) { p.Target = goal(t, 2018, "1 Mt", 2030, "1%"); p.Place = "Busan" }, "target"},
		"plant's name":   {func(p *netzero.Pledge) { p.Plants = []netzero.Plant{{Name: " ", Source: "x"}} }, "name"},
		"plant's source": {func(p *netzero.Pledge) { p.Plants = []netzero.Plant{{Name: "B"}} }, "source"},
		"plant's status": {func(p *netzero.Pledge) { p.Plants = []netzero.Plant{{Name: "B", Source: "x", Status: 9}} }, "status"},
		"plant's old one": {func(p *netzero.Pledge) {
			p.Plants = []netzero.Plant{{Name: "B", Source: "x", Replaces: []netzero.Plant{{Source: "x"}}}}
		}, "name"},
		"a chain": {func(p *netzero.Pledge) {
			p.Plants = []netzero.Plant{{Name: "B", Source: "x", Replaces: []netzero.Plant{seongseo("2024", ghg.Actual)}}}
		}, "replaces"},
		"too many": {func(p *netzero.Pledge) { p.Plants = make([]netzero.Plant, 1001) }, "plants"},
		"own name": {func(p *netzero.Pledge) { p.Names.Fossil = []string{""} }, "names.fossil"},
	} {
		p := ownPledge()
		c.change(&p)
		_, err := p.Judge(nil)
		var refused ghg.Fault
		if assert.ErrorAs(t, err, &refused, name) {
			assert.Equal(t, c.field, refused.Field, name)
		}
	}
	r := power(2022, "B", "LNG", "1 kt")
	r.Place = "Busan"
	_, err := ownPledge().Judge(slices.Values([]ghg.Record{r}))
	assert.ErrorContains(t, err, "record 1")
}

func TestWhatACoalPledgeRefuses(t *testing.T) {
	records := slices.Values([]ghg.Record{record("I.4.4", "coal", "발전", "1 t")})
	for name, c := range map[string]struct {
		change func(*netzero.Pledge)
		field  string
	}{
		"no place":         {func(p *netzero.Pledge) { p.Place = "" }, "place"},
		"long place":       {func(p *netzero.Pledge) { p.Place = ghg.PlaceID(strings.Repeat("x", 2001)) }, "place"},
		"no day":           {func(p *netzero.Pledge) { p.LastDay = ghg.Date{} }, "last day"},
		"no such day":      {func(p *netzero.Pledge) { p.LastDay = day(2030, 2, 30) }, "last day"},
		"another year":     {func(p *netzero.Pledge) { p.LastDay = day(2031, 1, 1) }, "last day"},
		"two tags":         {func(p *netzero.Pledge) { p.Abated = "ccs;beccs" }, "abated"},
		"blank tag":        {func(p *netzero.Pledge) { p.Abated = " ccs" }, "abated"},
		"of another place": {func(p *netzero.Pledge) { p.Place = "Daegu" }, "place"},
	} {
		p := pledge(t)
		c.change(&p)
		_, err := p.Judge(records)
		var refused ghg.Fault
		if assert.ErrorAs(t, err, &refused, name) {
			assert.Equal(t, c.field, refused.Field, name)
		}
	}
	none, err := pledge(t).Judge(nil)
	require.NoError(t, err)
	assert.Equal(t, "no record is of a period after 2030-12-31", none.Reason)

	p := pledge(t)
	p.Threshold = netzero.Threshold{}
	_, err = p.Judge(records)
	assert.ErrorContains(t, err, "no threshold given")
	p.Threshold = threshold(t, "race-to-zero-net-zero-2020") // a year too, but of something else
	_, err = p.Judge(records)
	var measure ghg.Fault
	assert.ErrorAs(t, err, &measure)

	for name, names := range map[string]netzero.Names{
		"wood is no coal":  {Coal: []string{"wood"}},
		"coal is coal":     {NotCoal: []string{"무연탄"}},
		"said both ways":   {Coal: []string{"mix B"}, NotCoal: []string{"Mix-B"}},
		"heat is no power": {Power: []string{"난방"}},
		"power is power":   {NotPower: []string{"Power Generation"}},
		"empty":            {Power: []string{" "}},
		"too long":         {Coal: []string{strings.Repeat("x", 201)}},
		"too many":         {Coal: make([]string, 1001)},
	} {
		p := pledge(t)
		p.Names = names
		_, err := p.Judge(records)
		var refused ghg.Fault
		assert.ErrorAs(t, err, &refused, name)
	}
	p = pledge(t)
	p.Names = netzero.Names{Coal: []string{"wood"}}
	p.Place = ""
	_, err = p.Judge(records)
	assert.ErrorContains(t, err, `names.coal "wood": it is already known as other and cannot be coal too`)
	assert.ErrorContains(t, err, "place") // both at once
	// Own names may repeat the table, and go up to the limits.
	p = pledge(t)
	p.Names = netzero.Names{Coal: append(slices.Repeat([]string{"coal"}, 999), strings.Repeat("x", 200)), Power: []string{"발전"}}
	_, err = p.Judge(records)
	assert.NoError(t, err)
	p.Abated = ""
	assert.Equal(t, netzero.Fail, phaseOut(t, p, record("I.4.4", strings.Repeat("x", 200), "발전", "1 t")).Result)
	// Without a tag, nothing is abated.
	untagged := record("I.4.4", "coal", "발전", "1 t")
	assert.Equal(t, netzero.Fail, phaseOut(t, p, untagged).Result)
	untagged.Tags = ghg.MakeTags("ccs")
	assert.Equal(t, netzero.Fail, phaseOut(t, p, untagged).Result)
}
