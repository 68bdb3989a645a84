package carveout_test

import (
	"encoding/json"
	"testing"

	"os"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func category(code string) ghg.Category {
	return ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}
}

// t is an amount in tonnes on AR5.
func t5(tonnes string) ghg.CO2e { return ghg.MustCO2e(tonnes + " tCO2e (AR5)") }

func emits(year int, code string, scope ghg.Scope, tonnes string) carveout.SiteEmission {
	return carveout.SiteEmission{Year: year, Category: category(code), Scope: scope, CO2e: t5(tonnes)}
}

// A town's sites: a dyeing mill of others, the council's incinerator, and a
// mill that the scheme does not cover.
func mill() carveout.Facility {
	return carveout.Facility{ID: "mill", Name: "Dyeing mill", Registration: "K-0417", From: 2019, Ownership: carveout.OthersOwned,
		Source:    "list of allocated entities, 2019",
		Emissions: []carveout.SiteEmission{emits(2021, "I.3.1", ghg.Scope1, "41200.5"), emits(2021, "I.3.2", ghg.Scope2, "18750.25")}}
}

func incinerator() carveout.Facility {
	return carveout.Facility{ID: "incinerator", Name: "Incinerator", Registration: "K-0988", From: 2015,
		Ownership: carveout.CouncilOwned, Source: "list of allocated entities, 2019",
		Emissions: []carveout.SiteEmission{emits(2021, "III.3.1", ghg.Scope1, "9310"), emits(2021, "I.2.2", ghg.Scope2, "1204")}}
}

func smallMill() carveout.Facility {
	return carveout.Facility{ID: "small mill", Name: "Small mill", Ownership: carveout.OthersOwned, Source: "survey",
		Emissions: []carveout.SiteEmission{emits(2021, "I.3.1", ghg.Scope1, "3000")}}
}

func townRegister(facilities ...carveout.Facility) carveout.RegisterDefinition {
	return carveout.RegisterDefinition{Place: "town", Trading: carveout.KETS, Scheme: gpc.Scheme, Metric: ghg.AR5,
		Source: "facility register, 2022", Facilities: facilities}
}

// citywide is a series of the town in a view.
func citywide(view ghg.View, figures map[int]string) ghg.Yearly {
	var out []ghg.YearFigure
	for year, tonnes := range figures {
		out = append(out, ghg.YearFigure{Year: year, CO2e: t5(tonnes), Vintage: ghg.FirstVintage, Status: ghg.Provisional, Source: "inventory"})
	}
	return must(ghg.NewYearly("town", view, ghg.AR5, out))
}

var (
	published   = ghg.MustDeclaredView("direct and indirect", "town")
	managedView = ghg.MustDeclaredView("managed authority", "town")
	inGPC       = must(managedView.WithEdition(gpc.Scheme.ID()))
	both        = []ghg.Scope{ghg.Scope1, ghg.Scope2}
)

func TestVectors(t *testing.T) {
	text, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID     string
			Inputs struct {
				Years    []int
				Total    []string          `json:"total_t"`
				Facility []decimal.Decimal `json:"facility_kg"`
			}
			Outputs struct {
				Managed []string `json:"managed_t"`
				Share   string   `json:"facility_share_2021"`
			}
			Published struct{ Managed []decimal.Decimal }
			Tolerance struct{ Abs decimal.Decimal }
		}
	}
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Vectors, 1)
	v := file.Vectors[0]
	t.Run(v.ID, func(t *testing.T) {
		require.Equal(t, "ets-facility-carveout-gotland", v.ID)
		f := carveout.Facility{ID: "Slite", Name: "Cement works", Registration: "SE-ETS", From: 2005, Ownership: carveout.OthersOwned,
			Source: "supervisory register"}
		var totals []ghg.YearFigure
		for i, year := range v.Inputs.Years {
			f.Emissions = append(f.Emissions, carveout.SiteEmission{Year: year, Category: category("IV.1"), Scope: ghg.Scope1,
				CO2e: must(ghg.NewCO2e(v.Inputs.Facility[i], ghg.Kilogram, ghg.Unstated))})
			totals = append(totals, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(v.Inputs.Total[i] + " tCO2e"), Vintage: ghg.FirstVintage})
		}
		d := townRegister(f)
		d.Place, d.Metric, d.Trading = "Gotland", ghg.Unstated, carveout.EUETS
		r := must(carveout.NewRegister(d))
		c, err := r.CarveOut(carveout.Totals{Citywide: must(ghg.NewYearly("Gotland", published, ghg.Unstated, totals)),
			Scopes: []ghg.Scope{ghg.Scope1}}, managedView)
		require.NoError(t, err)
		for i, year := range v.Inputs.Years {
			y, err := c.At(year)
			require.NoError(t, err)
			assert.Equal(t, v.Outputs.Managed[i], y.Managed.Tonnes().String(), year)
			assert.True(t, y.Managed.Tonnes().Sub(v.Published.Managed[i]).Abs().LessThanOrEqual(v.Tolerance.Abs), year)
			same, _ := c.Managed().At(year)
			assert.True(t, same.CO2e.Equal(y.Managed))
		}
		y, _ := c.At(2021)
		got, ok := y.CoveredShare().Value()
		require.True(t, ok)
		assert.Equal(t, v.Outputs.Share, got.StringFixed(8))
	})
}
