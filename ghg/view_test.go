package ghg_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNewView(t *testing.T) {
	s := townScheme(t)
	d := ghg.ViewDefinition{Name: "heat", NameKo: "열", Scheme: s, Categories: []string{"e1b", "E.1.a", "E.1.a"}, Required: []string{"E.1.b"},
		Variants: []ghg.Variant{ghg.MarketBased, ghg.DistanceBased}, With: []string{"council"}, Without: []string{"ets", "port"},
		Addable: true, Why: "no heat crosses the boundary", Source: "Town guideline, chapter 3"}
	v, err := ghg.NewView(d)
	require.NoError(t, err)
	assert.Equal(t, "heat", v.Name())
	assert.Equal(t, "열", v.NameKo())
	assert.Equal(t, "Town 2.0 heat", v.String())
	assert.Equal(t, []string{"E.1.a", "E.1.b"}, v.Categories(), "in the order of the standard, once each")
	assert.Equal(t, []string{"E.1.b"}, v.Required())
	assert.Equal(t, s.ID(), v.Scheme().ID())
	assert.False(t, v.IsZero() || v.IsDeclared())
	add, why := v.Addable()
	assert.True(t, add)
	assert.Equal(t, "no heat crosses the boundary", why)
	for code, want := range map[string]bool{"E.1.a": true, "e-1-B": true, "W.1": false, "E.1": false, "Q": false} {
		assert.Equal(t, want, v.Selects(code), code)
	}
	// What the caller holds cannot change the view.
	d.Categories[0], d.With[0], d.Without[0], d.Variants[0] = "W.1", "x", "x", ghg.LocationBased
	v.Categories()[0], v.Required()[0] = "x", "x"
	assert.Equal(t, []string{"E.1.a", "E.1.b"}, v.Categories())
	assert.Equal(t, []string{"E.1.b"}, v.Required())
}

func TestNewViewRefuses(t *testing.T) {
	s := townScheme(t)
	for why, d := range map[string]ghg.ViewDefinition{
		`view, name: a name of at most 200 bytes is needed`: {Scheme: s,
			Categories: []string{"W.1"}},
		`"…: a name of at most 200 bytes is needed`: {Name: strings.Repeat("n", 201),
			Scheme: s, Categories: []string{"W.1"}},
		`view v, scheme: that of the categories is needed`: {Name: "v",
			Categories: []string{"W.1"}},
		`view v, categories: it selects none`: {Name: "v", Scheme: s},
		`view v, category "E.9": it is no category of Town 2.0 that counts`: {Name: "v", Scheme: s,
			Categories: []string{"E.9"}},
		`view v, category "E.1": it is no category of Town 2.0 that counts`: {Name: "v", Scheme: s,
			Categories: []string{"E.1"}},
		`view v, category "M": it is no category of Town 2.0 that counts`: {Name: "v", Scheme: s,
			Categories: []string{"M"}},
		`view v, required category "E.1.a": it is not selected`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, Required: []string{"E.1.a"}},
		`view v, required category "E.9": it is not selected`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, Required: []string{"E.9"}},
		`view v, categories "E.1.b and W.1": they cannot stand in one total: the heat is made of the waste`: {Name: "v", Scheme: s,
			Categories: []string{"W.1", "E.1.a", "E.1.b"}},
		`view v, variant: it is not one of two alternatives`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, Variants: []ghg.Variant{ghg.NoVariant}},
		`view v, variant "unknown (5)": it is not one of two alternatives`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, Variants: []ghg.Variant{ghg.FuelBased + 1}},
		`view v, variant "location-based": it and market-based cannot both be chosen`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, Variants: []ghg.Variant{ghg.MarketBased, ghg.LocationBased}},
		`view v, variant "distance-based": it and fuel-based cannot both be chosen`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, Variants: []ghg.Variant{ghg.DistanceBased, ghg.FuelBased}},
		`view v, tag: no record can have it`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, With: []string{""}},
		`view v, tag " ets": no record can have it`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, Without: []string{" ets"}},
		`view v, tag "a;b": no record can have it`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, With: []string{"a;b"}},
		`view v, tag "ets": it is both asked for and excluded`: {Name: "v", Scheme: s,
			Categories: []string{"W.1"}, With: []string{"ets"}, Without: []string{"ets", "port"}},
		`view 100 % green, categories: it selects none`: {Name: "100 % green", Scheme: s},
	} {
		_, err := ghg.NewView(d)
		assert.ErrorContains(t, err, why)
		assert.Panics(t, func() { ghg.MustView(d) })
	}
	_, err := ghg.NewView(ghg.ViewDefinition{Name: strings.Repeat("n", 200), Scheme: s, Categories: []string{"W.1"}})
	assert.NoError(t, err)
}

func TestZeroView(t *testing.T) {
	var v ghg.View
	assert.True(t, v.IsZero())
	assert.False(t, v.IsDeclared() || v.Selects("I.1.1"))
	assert.Equal(t, ghg.ViewID{}, v.ID())
	assert.Empty(t, v.Name()+v.NameKo()+v.String())
	assert.True(t, v.Scheme().IsZero())
	assert.Empty(t, v.Categories())
	assert.Empty(t, v.Required())
	add, why := v.Addable()
	assert.False(t, add)
	assert.Contains(t, why, "no view given")
	_, err := v.WithTags("x", nil, nil, "")
	assert.ErrorIs(t, err, ghg.ErrNoView)
	_, err = v.WithVariant(ghg.MarketBased)
	assert.ErrorIs(t, err, ghg.ErrNoView)
}

// Two views of one ID select the same records; what makes no difference to the
// selection makes none to the ID.
func TestViewID(t *testing.T) {
	s := townScheme(t)
	base := ghg.ViewDefinition{Name: "v", Scheme: s, Categories: []string{"E.1.a", "E.1.b"}, Required: []string{"E.1.a"},
		Variants: []ghg.Variant{ghg.LocationBased, ghg.FuelBased}, With: []string{"a", "b"}, Without: []string{"c"}}
	id := ghg.MustView(base).ID()
	same := base
	same.Categories, same.Required = []string{"e1b", "E1A"}, []string{"e1a", "E.1.a"}
	same.Variants, same.With = []ghg.Variant{ghg.FuelBased, ghg.LocationBased, ghg.FuelBased}, []string{"b", "a", "b"}
	same.Why, same.Source, same.NameKo = "why", "source", "이름"
	assert.Equal(t, id, ghg.MustView(same).ID())
	for name, change := range map[string]func(*ghg.ViewDefinition){
		"name":       func(d *ghg.ViewDefinition) { d.Name = "w" },
		"categories": func(d *ghg.ViewDefinition) { d.Categories = []string{"E.1.a"} },
		"required":   func(d *ghg.ViewDefinition) { d.Required = nil },
		"variants":   func(d *ghg.ViewDefinition) { d.Variants = []ghg.Variant{ghg.LocationBased} },
		"with":       func(d *ghg.ViewDefinition) { d.With = []string{"a"} },
		"without":    func(d *ghg.ViewDefinition) { d.Without = nil },
	} {
		d := base
		change(&d)
		assert.NotEqual(t, id, ghg.MustView(d).ID(), name)
	}
}

func TestDeclaredViewWithEdition(t *testing.T) {
	v, err := ghg.MustDeclaredView("gross", "GIR").WithEdition("IPCC 1996")
	require.NoError(t, err)
	assert.True(t, v.IsDeclared())
	assert.Equal(t, ghg.SchemeID("IPCC 1996"), v.ID().Scheme)
	_, err = v.WithEdition("")
	assert.ErrorContains(t, err, "an edition of at most")
	_, err = gpc.Basic.WithEdition("IPCC 1996")
	assert.ErrorContains(t, err, "only a declared view")

	y, err := ghg.NewYearly("KR", v, ghg.SAR, []ghg.YearFigure{{Year: 2018, CO2e: ghg.MustCO2e("727.6 MtCO2e (SAR)"), Vintage: 1}})
	require.NoError(t, err)
	text, err := json.Marshal(y)
	require.NoError(t, err)
	back, err := ghg.ReadYearlyJSON(bytes.NewReader(text), nil)
	require.NoError(t, err)
	assert.Equal(t, v.ID(), back.View().ID())
	_, err = ghg.ReadYearlyJSON(strings.NewReader(strings.ReplaceAll(string(text), "IPCC 1996", strings.Repeat("x", 500))), nil)
	assert.ErrorContains(t, err, "an edition of at most")
}

func TestDeclaredView(t *testing.T) {
	v := ghg.MustDeclaredView("total", "Daegu, plan of 2021")
	assert.True(t, v.IsDeclared())
	assert.False(t, v.IsZero() || v.Selects("I.1.1"))
	assert.Equal(t, "total (as declared by Daegu, plan of 2021)", v.String())
	assert.Equal(t, "total", v.Name())
	assert.Empty(t, v.Categories())
	add, why := v.Addable()
	assert.False(t, add)
	assert.Equal(t, "what the figure contains is not known", why)
	assert.Equal(t, v.ID(), ghg.MustDeclaredView("total", "Daegu, plan of 2021").ID())
	assert.NotEqual(t, v.ID(), ghg.MustDeclaredView("total", "Daegu, plan of 2022").ID())
	_, err := v.WithTags("x", []string{"ets"}, nil, "")
	assert.Error(t, err, "what is not known cannot be narrowed")
	_, err = v.WithVariant(ghg.MarketBased)
	assert.Error(t, err)
	for _, x := range [][2]string{{"", "s"}, {"n", ""}, {strings.Repeat("n", 201), "s"}, {"n", strings.Repeat("s", 201)}} {
		_, err := ghg.DeclaredView(x[0], x[1])
		assert.ErrorContains(t, err, "a name and a source of at most 200 bytes each")
	}
	_, err = ghg.DeclaredView(strings.Repeat("n", 200), strings.Repeat("s", 200))
	assert.NoError(t, err)
	assert.Panics(t, func() { ghg.MustDeclaredView("", "") })
}

func TestViewWithTags(t *testing.T) {
	own, err := gpc.Territorial.WithTags("managed authority", nil, []string{"ets"}, "what the mayor can manage")
	require.NoError(t, err)
	assert.Equal(t, "managed authority", own.Name())
	assert.Empty(t, own.NameKo())
	assert.Equal(t, gpc.Territorial.Categories(), own.Categories())
	_, why := own.Addable()
	assert.Equal(t, "what the mayor can manage", why)
	council, err := own.WithTags("council", []string{"council"}, nil, "own buildings and fleet")
	require.NoError(t, err)

	tagged := func(tonnes string, tags ...string) ghg.Record {
		r := rec("I.1.1", ghg.CO2, mass(tonnes))
		r.Tags = ghg.MakeTags(tags...)
		return r
	}
	i := inv(t, tagged("1 t"), tagged("20 t", "ets"), tagged("300 t", "council"), tagged("4000 t", "council", "ets"))
	for v, want := range map[ghg.View]string{gpc.Territorial: "4321", own: "301", council: "300"} {
		total, err := i.Total(v, ghg.AR5)
		require.NoError(t, err)
		assert.Equal(t, want, total.CO2e.Tonnes().String(), v.Name())
	}
	_, err = own.WithTags("nothing", []string{"ets"}, nil, "")
	assert.ErrorContains(t, err, `tag "ets": it is both asked for and excluded`)
}

func TestViewWithVariant(t *testing.T) {
	market, err := gpc.Basic.WithVariant(ghg.MarketBased)
	require.NoError(t, err)
	assert.Equal(t, "BASIC, market-based", market.Name())
	fuel, err := market.WithVariant(ghg.FuelBased)
	require.NoError(t, err)
	assert.Equal(t, "BASIC, market-based, fuel-based", fuel.Name())
	again, err := fuel.WithVariant(ghg.FuelBased)
	require.NoError(t, err)
	assert.Equal(t, fuel.ID(), again.ID(), "the same choice twice")
	distance, err := fuel.WithVariant(ghg.DistanceBased)
	require.NoError(t, err)
	assert.Equal(t, "BASIC, market-based, distance-based", distance.Name(), "another choice instead")
	for _, x := range []ghg.Variant{ghg.NoVariant, ghg.FuelBased + 1, 255} {
		_, err = gpc.Basic.WithVariant(x)
		assert.ErrorContains(t, err, "is not one of two alternatives")
	}
	variant := func(code, tonnes string, x ghg.Variant) ghg.Record {
		r := rec(code, ghg.CO2, mass(tonnes))
		r.Variant = x
		return r
	}
	i := inv(t, variant("I.1.2", "50 t", ghg.LocationBased), variant("I.1.2", "7 t", ghg.MarketBased),
		variant("II.1.1", "100 t", ghg.DistanceBased), variant("II.1.1", "120 t", ghg.FuelBased))
	total, err := i.Total(fuel, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "127", total.CO2e.Tonnes().String())
	_, err = i.Total(market, ghg.AR5)
	var both *ghg.VariantError
	require.ErrorAs(t, err, &both, "distance or fuel?")
}
