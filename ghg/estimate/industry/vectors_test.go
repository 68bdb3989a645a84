package industry_test

import (
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/industry"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/stretchr/testify/assert"
)

func TestVectors(t *testing.T) {
	calcined := func(product string, c industry.Calcination) estimate.Method {
		if product == "lime" {
			return industry.Lime{Kinds: []industry.LimeKind{{Kind: in(product), Made: mass("1 t"), Factor: c,
				Dust: industry.KilnDust{Counted: industry.DustReturned}, Hydration: industry.Hydration{Correction: p("1")}}}}
		}
		return industry.Clinker{Made: mass("1 t"), Factor: c, Dust: industry.KilnDust{Counted: industry.DustReturned}}
	}
	lime := func(oxide string) func(*testing.T, estimatetest.Vector) {
		return func(t *testing.T, v estimatetest.Vector) {
			m := calcined("lime", industry.Calcination{Oxide: p(v.In(t, "content")), Ratio: p(v.In(t, "ratio") + " t CO2/t " + oxide)})
			v.Equal(t, tonnes(t, of(t, m), ghg.CO2), "ef")
		}
	}
	estimatetest.Vectors(t, "../testdata/methods.json", func(v estimatetest.Vector) bool { return v.Topic == "ippu" },
		map[string]func(*testing.T, estimatetest.Vector){
			"ippu-clinker-67": func(t *testing.T, v estimatetest.Vector) {
				m := calcined("clinker", industry.Calcination{Oxide: p(v.In(t, "cao_fraction")), OtherOxide: p("0"),
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
					return industry.LimeKind{Kind: in(share), Made: mass(v.In(t, share) + " t"),
						Factor: industry.Calcination{CO2: p(ef + " t CO2/t lime")},
						Dust:   industry.KilnDust{Counted: industry.DustReturned}, Hydration: industry.Hydration{Correction: p("1")}}
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
			"ippu-lubricants": func(t *testing.T, v estimatetest.Vector) {
				l := industry.Lubricants{NonEnergy: industry.NonEnergy{Ratio: factor.WholeWeights,
					Kinds: []industry.NonEnergyKind{{Kind: in("lubricants"),
						Used: ghg.MustQuantity(v.In(t, "lubricant_tj") + " TJ (net)"), Source: source, Carbon: p(v.In(t, "CC") + " t C/TJ (net)"),
						ODU: p(v.In(t, "ODU"))}}}}
				v.Equal(t, tonnes(t, of(t, l), ghg.CO2), "co2_t")
			},
			// Heels of 2 % of cylinders and 20 % of small cans, x × m of a car in use, m × p of one scrapped.
			"ippu-hfc-box74": func(t *testing.T, v estimatetest.Vector) {
				each := v.In(t, "m") + " kg/vehicle"
				r := industry.Refrigeration{Use: in("mobile air conditioning"), Gas: ghg.MustGas("HFC-134a"),
					Containers: []industry.Container{{Kind: in("cylinders"), Handled: kg("1000"), Lost: p(v.In(t, "charge_loss"))},
						{Kind: in("small cans"), Handled: kg("10"), Lost: p(v.In(t, "scrapped_loss"))}},
					Charged: kg("0"), Bank: units("1 vehicle", each), InUse: p(v.In(t, "x") + " 1/yr"),
					Retired: industry.Retirement{Charge: units("1 vehicle", each), Remaining: p(v.In(t, "p")), Recovered: p("0")}}
				e := of(t, r)
				v.Equal(t, step(t, e, "InUse"), "use_coeff")
				v.Equal(t, step(t, e, "EndOfLife"), "eol_coeff")
				assert.Equal(t, "22.7", step(t, e, "Emitted").String(), "0.02 × 1000 + 0.2 × 10 + 0.182 + 0.518")
			},
			"ippu-hfc-2f1-tier2-mac": func(t *testing.T, v estimatetest.Vector) {
				b, _ := example(t)
				b.Charging, b.InUse, b.Lifetime = p(v.In(t, "ef_fill")), p(v.In(t, "ef_use")+" 1/yr"), must(strconv.Atoi(v.In(t, "lifetime")))
				for _, year := range []string{"1991", "1995", "2000", "2002", "2010", "2017"} {
					b.Year = must(strconv.Atoi(year))
					v.Equal(t, tonnes(t, of(t, b), b.Gas).Shift(3), "total_kg", year)
				}
			},
			"ippu-refrig-simplified-mb": func(t *testing.T, v estimatetest.Vector) {
				e := of(t, industry.SimplifiedBalance{Use: in("use"), Gas: ghg.MustGas("HFC-134a"), Filled: kg(v.In(t, "new_charge")),
					New: kg(v.In(t, "new_cap")), Recharged: kg(v.In(t, "recharge")), Retired: kg(v.In(t, "disp_cap")),
					Recovered: kg(v.In(t, "recovered"))})
				v.Equal(t, step(t, e, "Emitted").Mul(dec(v.In(t, "gwp"))), "kg_CO2e")
			},
			// The potential is that of HFC-32 in AR4.
			"ippu-refrig-screening": func(t *testing.T, v estimatetest.Vector) {
				e := of(t, industry.Screening{Use: in("use"), Gas: ghg.MustGas("HFC-32"), New: kg(v.In(t, "new_charge")), Charging: p(v.In(t, "k")),
					Operating: kg(v.In(t, "operating")), InUse: p(v.In(t, "x") + " 1/yr"), Time: p("1 yr"),
					Retired: industry.Retirement{Charge: kg(v.In(t, "disposed")), Remaining: p(v.In(t, "y")), Recovered: p(v.In(t, "z"))}})
				v.Equal(t, must(e.CO2e(ghg.AR4)).Tonnes().Shift(3), "kg_CO2e")
			},
			"ippu-refrig-tier2a": func(t *testing.T, v estimatetest.Vector) {
				r := industry.Refrigeration{Use: in("use"), Gas: ghg.MustGas("HFC-134a"),
					Containers: []industry.Container{{Kind: in("none"), Handled: kg("0")}},
					Charged:    kg(v.In(t, "new_kg")), Charging: p(v.In(t, "k")), Bank: kg(v.In(t, "bank_kg")), InUse: p(v.In(t, "x") + " 1/yr"),
					Retired: industry.Retirement{Charge: kg(v.In(t, "retired_charge_kg")), Remaining: p(v.In(t, "p")), Recovered: p(v.In(t, "eta_rec"))}}
				v.Equal(t, tonnes(t, of(t, r), r.Gas).Shift(3), "kg")
			},
			"ippu-sf6-tier1": func(t *testing.T, v estimatetest.Vector) {
				item := "sealed pressure MV switchgear"
				s := industry.Switchgear{Kind: in(item), Gas: ghg.MustGas("SF6"), Consumed: kg(v.In(t, "manufacturing_kg")), Installed: kg("0"),
					Capacity: kg(v.In(t, "capacity_kg")), InUse: published("switchgear", item, "Europe", "in use"),
					Retired: industry.Retirement{Charge: kg(v.In(t, "retired_kg")), Recovered: p(v.In(t, "recovery")),
						Remaining: published("switchgear", item, "Europe", "charge remaining at retirement")}}
				assert.True(t, s.InUse.Rate.Amount().Equal(dec(v.In(t, "use_ef"))))
				v.Equal(t, tonnes(t, of(t, s), s.Gas).Shift(3), "kg")
			},
		})
}
