package land_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/land"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// soil is nitrogen of soils by the aggregated defaults of an edition, in a wet climate.
func soil(t *testing.T, e estimate.Edition, inputs ...land.NitrogenInput) land.SoilNitrogen {
	t.Helper()
	aggregated, wet := "", ""
	if e == estimate.IPCC2019 {
		aggregated, wet = "aggregated", "wet climate"
	}
	const table = "managed soils N2O"
	for i := range inputs {
		inputs[i].Source = source
		inputs[i].N2O = published(t, e, table, "N inputs", aggregated, "EF1")
		switch inputs[i].Kind {
		case land.SyntheticFertiliser:
			inputs[i].Volatilised = published(t, e, table, "synthetic fertiliser", aggregated, "FracGASF")
		case land.OrganicFertiliser:
			inputs[i].Volatilised = published(t, e, table, "organic N and pasture", "", "FracGASM")
		}
	}
	return land.SoilNitrogen{Edition: e, Inputs: inputs, Leached: published(t, e, table, "all N", wet, "FracLEACH"),
		Deposition: published(t, e, table, "volatilised N", aggregated, "EF4"), Leaching: published(t, e, table, "leached N", "", "EF5")}
}

func soilVectors() map[string]func(*testing.T, vector) {
	return map[string]func(*testing.T, vector){
		"afolu-soil-n2o-synthetic-2019": func(t *testing.T, v vector) {
			e := work(t, soil(t, estimate.IPCC2019, land.NitrogenInput{Kind: land.SyntheticFertiliser, Amount: q(v.In(t,
				"synthetic_N_t") + " t")}))
			v.Equal(t, kilograms(t, e, ghg.N2O, v.In(t, "gwp")), "kg_CO2e")
		},
		"afolu-soil-n2o-residue-2019": func(t *testing.T, v vector) {
			e := work(t, soil(t, estimate.IPCC2019, land.NitrogenInput{Kind: land.CropResidues, Residues: []land.Residue{{
				Above: q(v.In(t, "residue_dm_t") + " t"), AboveNitrogen: p(v.In(t, "n_ag") + " kg N/kg d.m."), Removed: p(v.In(t, "removed")),
				Below: q("0 t"), Source: source}}}))
			v.Equal(t, kilograms(t, e, ghg.N2O, v.In(t, "gwp")), "kg_CO2e")
			assert.Equal(t, "0", step(t, e, "N_volatilised").String(), "residues do not")
		},
		"afolu-soil-n2o-2006": func(t *testing.T, v vector) {
			e := work(t, soil(t, estimate.IPCC2006, land.NitrogenInput{Kind: land.SyntheticFertiliser, Amount: q(v.In(t, "FSN_kg") + " kg")},
				land.NitrogenInput{Kind: land.OrganicFertiliser, Amount: q(v.In(t, "FON_kg") + " kg")}))
			require.Equal(t, true, estimatetest.At(v.Inputs, "wet"))
			v.Equal(t, step(t, e, "N2O_direct"), "direct_kg_n2o")
			v.Equal(t, step(t, e, "N2O_ATD"), "atd_kg")
			v.Equal(t, step(t, e, "N2O_L"), "leach_kg")
		},
	}
}

func korea() map[string]func(*testing.T, vector) {
	return map[string]func(*testing.T, vector){
		"kr-rice-2006": func(t *testing.T, v vector) {
			efc := published(t, estimate.IPCC2006, "rice", "", "", "EFc")
			require.True(t, efc.Rate.Amount().Equal(dec(v.In(t, "EFc_kg_per_ha_day"))))
			require.Contains(t, estimatetest.At(v.Inputs, "water"), "factor 0.6")
			require.Contains(t, estimatetest.At(v.Inputs, "days"), "130 ")
			e := work(t, land.Rice{Edition: estimate.IPCC2006, Area: q(v.In(t, "ha") + " ha"), Source: source, Days: p("130 day"), Daily: efc,
				Water: p("0.6"), Before: p("1"), Organic: p("1")})
			v.Equal(t, step(t, e, "EF"), "EF_kg_per_ha_day")
			v.Equal(t, tonnes(t, e, ghg.CH4NonFossil), "t_CH4")
			total, err := e.CO2e(ghg.AR5)
			require.NoError(t, err)
			v.Equal(t, total.Tonnes(), "AR5_t_CO2e")
		},
		"kr-rice-1996": func(t *testing.T, v vector) {
			require.Equal(t, "intermittent, less 50 %", estimatetest.At(v.Inputs, "water"))
			rice := land.SeasonalRice{Area: q(v.In(t, "ha") + " ha"), Source: source,
				Seasonal: p(v.In(t, "g_CH4_per_m2_year") + " g CH4/m2/yr"), Water: p("50 %"), Organic: p("1")}
			e := work(t, rice)
			v.Equal(t, tonnes(t, e, ghg.CH4NonFossil), "t_CH4")
			total, err := e.CO2e(ghg.SAR)
			require.NoError(t, err)
			v.Equal(t, total.Tonnes(), "SAR_t_CO2e")

			// Against 2006: both are factors of the same rice, and what differs is the edition, which the
			// library calls edition-changes.
			of := func(edition, kilograms string) factor.Published[factor.Emission] {
				f, err := factor.NewEmission(ghg.Hectare, ghg.Figure{}, ghg.Metric{}, must(ghg.MustMass(kilograms+" kg").Of(ghg.CH4NonFossil)))
				require.NoError(t, err)
				return factor.Published[factor.Emission]{Name: "rice", Value: f, Edition: edition}
			}
			var codes []any
			for _, f := range factor.Differences(of("IPCC 1996", "100"), of("IPCC 2006", "101.4")).All {
				require.Equal(t, factor.FindingEditionChanges, f.Code)
				codes = append(codes, "edition-differs")
			}
			assert.Equal(t, estimatetest.At(v.Expected, "against_2006", "findings"), codes)
			assert.NotEqual(t, rice.Equation(), land.Rice{Edition: estimate.IPCC2006}.Equation(), "the records say which")
		},
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
