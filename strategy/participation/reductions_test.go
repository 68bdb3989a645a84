package participation_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A town wants its thermostat campaign to grow from 10 % of 20,000 households
// to 40 %, while 5 % and later 8 % would turn down the heating anyway.
func ExampleYearlyReductions() {
	saving, _ := participation.Saves(ghg.MustCO2e("75.1 kgCO2e"), "programme's own figure")
	byYear := map[int]participation.Programme{}
	for year, adoption := range map[int][2]string{2026: {"10%", "5%"}, 2028: {"25%", "6%"}, 2030: {"40%", "8%"}} {
		p, err := participation.New(participation.Definition{
			Name: "Thermostat", Unit: "households", Eligible: 20000, Persistence: ghg.MustShare("80%"), Overlap: ghg.MustShare("100%"),
			Actions: []participation.CitizenAction{{ID: "thermostat", Adoption: ghg.MustShare(adoption[0]), Baseline: ghg.MustShare(adoption[1]),
				Saving: saving, Evidence: participation.Pledge}},
		})
		if err != nil {
			panic(err)
		}
		byYear[year] = p
	}
	r, err := participation.YearlyReductions(strategy.Potential, byYear)
	fmt.Println(r.Kind(), err)
	for year, cut := range r.All() {
		fmt.Println(year, cut)
	}
	_, err = participation.YearlyReductions(strategy.Expected, byYear)
	fmt.Println(err)
	// Output:
	// potential <nil>
	// 2026 60.08 tCO2e
	// 2028 228.304 tCO2e
	// 2030 384.512 tCO2e
	// programme of 2026: action "thermostat": pledged adoption bears no expected reduction, only potential
}

// One programme in every year of a map is that programme over the span; the
// first year that is refused is named.
func TestYearlyReductions(t *testing.T) {
	sampled := func(adoption, saving string) participation.Programme {
		return must(participation.New(programme("90%", "80%", action("x", adoption, "5%", saving, participation.Sampled))))
	}
	p := sampled("30%", "1 tCO2e")
	all := map[int]participation.Programme{2025: p, 2026: p, 2027: p}
	assert.Equal(t, must(p.Reductions(strategy.Expected, 2025, 2027)), must(participation.YearlyReductions(strategy.Expected, all)))

	r := must(participation.YearlyReductions(strategy.Implemented, map[int]participation.Programme{2025: p, 2027: sampled("2%", "1 tCO2e")}))
	require.Equal(t, 2, r.Len())
	a, _ := r.At(2025)
	b, _ := r.At(2027)
	same(t, "180", a.Tonnes()) // 1000 × 0.25 × 0.72
	same(t, "-21.6", b.Tonnes())
	_, ok := r.At(2026)
	assert.False(t, ok)

	yearly := func(kind strategy.Kind, byYear map[int]participation.Programme) error {
		_, err := participation.YearlyReductions(kind, byYear)
		return err
	}
	assert.ErrorContains(t, yearly(strategy.Expected, nil), "yearly reductions, programmes: that of at least one year is needed")
	assert.ErrorContains(t, yearly(0, all), "programme of 2025: "+strategy.ErrNoKind.Error())
	assert.ErrorContains(t, yearly(77, all), `programme of 2025: unknown kind of reduction "unknown (77)"`)
	all[2026], all[2027] = participation.Programme{}, participation.Programme{}
	assert.ErrorContains(t, yearly(strategy.Expected, all), "programme of 2026: no programme given")
	assert.ErrorContains(t, yearly(strategy.Expected, map[int]participation.Programme{1: p}), `reductions, year "1": years from 1850`)
	var evidence *participation.EvidenceError
	assert.ErrorAs(t, yearly(strategy.Verified, map[int]participation.Programme{2025: p}), &evidence)
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, yearly(strategy.Expected, map[int]participation.Programme{2025: p, 2026: sampled("30%", "1 tCO2e (AR5)")}), &metric)
	assert.Equal(t, must(p.Result()).Total.Net.Metric().ID(), metric.A, "that of the first year")
}

// A pledge is no verified reduction. The metered part is.
func ExampleProgramme_Reductions() {
	p := town()
	_, err := p.Reductions(strategy.Verified, 2025, 2026)
	var evidence *participation.EvidenceError
	if errors.As(err, &evidence) {
		fmt.Println("without", evidence.Action)
	}

	metered, _ := p.Supporting(strategy.Verified)
	r, _ := metered.Reductions(strategy.Verified, 2025, 2026)
	for year, cut := range r.All() {
		fmt.Println(year, r.Kind(), cut)
	}
	// Output:
	// without cycling
	// 2025 verified 18 tCO2e (AR5)
	// 2026 verified 18 tCO2e (AR5)
}
