package daegu_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/strategy/strategytest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSizes(t *testing.T) {
	assert.Equal(t, 8, daegu.Framework.Len())
	assert.Len(t, slices.Collect(daegu.Actions()), 26)
	assert.Len(t, slices.Collect(daegu.Parts("carbon-reduction-1110")), 1)
	assert.Empty(t, slices.Collect(daegu.Parts("rooftop-pv")))
	assert.Empty(t, slices.Collect(daegu.Parts("")))
	assert.Len(t, slices.Collect(daegu.Figures()), 87)
	perArea := map[string]int{}
	for a := range daegu.Actions() {
		perArea[a.Area]++
	}
	assert.Equal(t, map[string]int{"G1": 3, "G2": 3, "G3": 4, "G4": 3, "G5": 2, "G6": 2, "G7": 4, "G8": 5}, perArea)
}

// Every table says where it is from and when it was read.
func TestHeaders(t *testing.T) {
	for _, name := range []string{"areas", "actions", "figures", "sources"} {
		text, err := os.ReadFile("data/" + name + ".tsv")
		require.NoError(t, err)
		assert.Contains(t, string(text), "\n# retrieved: 2026-11\n", name)
		assert.Regexp(t, regexp.MustCompile(`(?m)^# `), string(text), name)
		assert.NotContains(t, string(text), "\r", name)
	}
}

func TestAreasAreBilingual(t *testing.T) {
	var names, themes []string
	for a := range daegu.Framework.Areas() {
		names = append(names, a.NameKo)
		themes = append(themes, a.Theme)
		assert.Regexp(t, "^Green ", a.Theme)
		assert.NotEmpty(t, a.ThemeKo)
		assert.NotEmpty(t, a.Name)
	}
	assert.Equal(t, "기후환경 시민생활 순환경제 산림·농축산 경제산업 에너지전환 녹색교통 건물·도시", strings.Join(names, " "))
	assert.Equal(t, "Green Growth, Green Lifestyle, Green Cycle, Green Forest & Farm, Green Innovation, Green Energy, Green "+
		"Mobility, Green City", strings.Join(themes, ", "))
}

func TestActionsReferToWhatExists(t *testing.T) {
	seen := map[string]bool{}
	flagships := 0
	all := slices.AppendSeq(slices.Collect(daegu.Actions()), daegu.Parts("carbon-reduction-1110"))
	for _, a := range all {
		assert.False(t, seen[a.ID], a.ID)
		seen[a.ID] = true
		_, ok := daegu.Framework.Area(a.Area)
		assert.True(t, ok, a.ID)
		assert.NotEmpty(t, a.NameKo, a.ID)
		assert.NotEmpty(t, a.Source, a.ID)
		if strings.Contains(a.Note, "flagship") {
			flagships++
		}
		for _, e := range a.Effects {
			assert.NotEmpty(t, e.Source, a.ID)
			assert.NotEmpty(t, e.Note, a.ID)
			assert.Contains(t, e.Confidence, "high (amount)", a.ID)
			assert.Equal(t, ghg.Unstated, e.Reductions.Metric())
			assert.Equal(t, strategy.InteractionUnstated, e.Interaction, "no source says how its actions interact")
			if e.On.Category.Code == "" {
				assert.NotEmpty(t, e.On.EndUse, a.ID)
				continue
			}
			assert.Contains(t, e.Confidence, "own mapping (category)", a.ID)
			_, ok := gpc.Scheme.Node(e.On.Category.Code)
			assert.True(t, ok, a.ID)
		}
	}
	assert.Equal(t, 4, flagships, "the fifth, Green Mobility, is an area")
	assert.True(t, seen["carbon-reduction-1110"])
}

func TestFiguresAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for f := range daegu.Figures() {
		assert.False(t, seen[f.ID], f.ID)
		seen[f.ID] = true
		for _, s := range []string{f.ID, f.Value, f.Unit, f.What, f.WhatKo, f.Source} {
			assert.NotEmpty(t, s, f.ID)
		}
		assert.Contains(t, []string{"high", "medium", "low", "derived", "conflicting"}, f.Confidence, f.ID)
		n, err := f.Number()
		require.NoError(t, err, f.ID)
		assert.True(t, n.IsPositive(), f.ID)
		_, isAmount := f.CO2e()
		_, isShare := f.Share()
		_, isMoney := f.Money()
		assert.Equal(t, strings.HasSuffix(f.Unit, "CO2e"), isAmount == nil, f.ID)
		assert.Equal(t, f.Unit == "%", isShare == nil, f.ID)
		assert.Equal(t, strings.HasPrefix(f.Unit, "KRW"), isMoney == nil, f.ID)
	}
}

// The whole strategy stands as a portfolio, on either base.
func TestPortfolio(t *testing.T) {
	for _, view := range []ghg.View{daegu.View2021, daegu.View2022} {
		p, findings, err := daegu.Portfolio(view)
		require.NoError(t, err)
		assert.Equal(t, 26, p.Len())
		assert.Equal(t, view.ID(), p.View().ID())
		assert.Equal(t, daegu.Place, p.Place())
		notQuantified, words := 0, 0
		for _, f := range findings.All {
			switch f.Code {
			case strategy.FindingNotQuantified:
				notQuantified++
			case strategy.FindingCategoryUnstated:
				words++
				assert.Contains(t, f.Of, "carbon-reduction-1110")
			}
		}
		assert.Equal(t, []int{24, 1, 25}, []int{notQuantified, words, findings.Len()})
	}
	_, _, err := daegu.Portfolio(ghg.View{})
	assert.ErrorContains(t, err, ghg.ErrNoView.Error())
}

// The strategy is read back from its document, and comes to the same.
func TestPortfolioThroughJSON(t *testing.T) {
	for _, view := range []ghg.View{daegu.View2021, daegu.View2022} {
		p, _, err := daegu.Portfolio(view)
		require.NoError(t, err)
		d := strategy.BaselineDefinition{Name: "made for the test", Place: daegu.Place, View: view, Metric: ghg.Unstated, Scheme: gpc.Scheme,
			Source: "none", Rest: map[int]ghg.CO2e{2030: ghg.MustCO2e("3 MtCO2e")}}
		solar, _ := p.Action("rooftop-pv")
		d.Sources = []strategy.SourceEmissions{{On: solar.Effects[0].On, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("5 MtCO2e")}}}
		base, err := strategy.NewBaseline(d)
		require.NoError(t, err)
		strategytest.ReadBack(t, p, base, strategy.JSONFormat{Views: []ghg.View{daegu.View2021, daegu.View2022},
			Schemes: []ghg.Scheme{gpc.Scheme}})
	}
}

// What is handed out is not what is kept.
func TestActionsAreCopies(t *testing.T) {
	for a := range daegu.Actions() {
		if a.IsQuantified() {
			a.Effects[0].On.EndUse = "changed"
		}
	}
	for a := range daegu.Actions() {
		for _, e := range a.Effects {
			assert.NotEqual(t, "changed", e.On.EndUse)
		}
	}
	for range daegu.Actions() {
		break
	}
}
