package industry_test

import (
	"regexp"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/industry"
)

func TestVectors(t *testing.T) {
	factor := func(product string, c industry.Calcination) estimate.Method {
		if product == "lime" {
			return industry.Lime{Kinds: []industry.LimeKind{{Kind: in(product), Made: mass("1 t"), Factor: c,
				Dust: industry.KilnDust{Counted: industry.DustReturned}, Hydration: industry.Hydration{Correction: p("1")}}}}
		}
		return industry.Clinker{Made: mass("1 t"), Factor: c, Dust: industry.KilnDust{Counted: industry.DustReturned}}
	}
	lime := func(per string) func(*testing.T, estimatetest.Vector) {
		return func(t *testing.T, v estimatetest.Vector) {
			m := factor("lime", industry.Calcination{Oxide: p(v.In(t, "content")), Ratio: p(v.In(t, "ratio") + " t CO2/t " + per)})
			v.Equal(t, tonnes(t, of(t, m), ghg.CO2), "ef")
		}
	}
	estimatetest.Vectors(t, "../testdata/methods.json", func(v estimatetest.Vector) bool {
		return v.Topic == "ippu" && !regexp.MustCompile("lubricants|hfc|refrig|sf6").MatchString(v.ID)
	},
		map[string]func(*testing.T, estimatetest.Vector){
			"ippu-clinker-67": func(t *testing.T, v estimatetest.Vector) {
				m := factor("clinker", industry.Calcination{Oxide: p(v.In(t, "cao_fraction")), OtherOxide: p("0"),
					Ratio: published("cement", "clinker", "", "stoichiometric ratio")})
				v.Equal(t, tonnes(t, of(t, m), ghg.CO2), "ef")
			},
			"ippu-ckd-correction": func(t *testing.T, v estimatetest.Vector) {
				c := industry.Clinker{Made: mass("1 t"), Factor: industry.Calcination{CO2: p(v.In(t, "EFcl") + " t CO2/t clinker")}}
				c.Dust = industry.KilnDust{Counted: industry.DustMeasured, Mass: ghg.MustQuantity(v.In(t, "Md_over_Mcl") + " t"),
					Carbonate: p(v.In(t, "Cd")), Calcined: p(v.In(t, "Fd")), CO2: p(v.In(t, "EFc") + " t CO2/t carbonate")}
				v.Equal(t, step(t, of(t, c), "CF"), "CF")
			},
			"ippu-cement-tier1": func(t *testing.T, v estimatetest.Vector) {
				c := portland()
				c.Kinds[0].Made, c.Kinds[0].Clinker = mass(v.In(t, "cement_t")+" t"), p(v.In(t, "clinker_fraction"))
				c.Imported, c.Exported = mass(v.In(t, "import_clinker_t")+" t"), mass(v.In(t, "export_clinker_t")+" t")
				c.Factor.CO2 = p(v.In(t, "EF") + " t CO2/t clinker")
				v.Equal(t, tonnes(t, of(t, c), ghg.CO2), "co2_t")
			},
			"ippu-lime-default": func(t *testing.T, v estimatetest.Vector) {
				kind := func(share, ef string) industry.LimeKind {
					return industry.LimeKind{Kind: in(share), Made: mass(v.In(t, share) + " t"), Factor: industry.Calcination{CO2: p(ef + " t CO2/t lime")},
						Dust: industry.KilnDust{Counted: industry.DustReturned}, Hydration: industry.Hydration{Correction: p("1")}}
				}
				e := of(t, industry.Lime{Kinds: []industry.LimeKind{kind("high_calcium", "0.75"), kind("dolomitic", "0.77")}})
				v.Equal(t, tonnes(t, e, ghg.CO2), "ef")
				rounded := published("lime", "all lime", "85 % high-calcium, 15 % dolomitic", "CO2")
				v.Equal(t, rounded.Rate.Amount(), "ef_rounded")
				v.Equal(t, tonnes(t, e, ghg.CO2).Round(2), "ef_rounded")
			},
			"ippu-lime-high-calcium":         lime("CaO"),
			"ippu-lime-dolomitic-developing": lime("CaO.MgO"),
			"ippu-carbonate-FeCO3": func(t *testing.T, v estimatetest.Vector) {
				ef := published("carbonates", "FeCO3 siderite", "formula weight "+v.In(t, "formula_weight"), "CO2")
				v.Equal(t, ef.Rate.Amount(), "ef")
				v.Equal(t, dec(v.In(t, "mw_co2")).DivRound(dec(v.In(t, "formula_weight")), 10), "ef")
				e := of(t, industry.Carbonates{Use: in("use"), Kinds: []industry.Carbonate{
					{Kind: in("siderite"), Used: mass("1 t"), CO2: ef, Calcined: p("1")}}})
				v.Equal(t, tonnes(t, e, ghg.CO2), "ef")
			},
		})
}
