package industry_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/industry"
	"github.com/stretchr/testify/assert"
)

func kg(s string) industry.Charge {
	return industry.Charge{Mass: ghg.MustQuantity(s + " kg"), Source: source}
}

// units are pieces of equipment with the charge of one.
func units(n, each string) industry.Charge {
	return industry.Charge{Units: ghg.MustQuantity(n), PerUnit: p(each), Source: source}
}

// cars are 20,000 with air conditioning, of which 1,500 are scrapped.
func cars() industry.Refrigeration {
	return industry.Refrigeration{Use: in("mobile air conditioning"), Gas: ghg.MustGas("HFC-134a"),
		Containers: []industry.Container{{Kind: in("cylinders"), Handled: kg("1000"), Lost: p("2 %")},
			{Kind: in("small cans"), Handled: kg("0")}},
		Charged: kg("700"), Charging: p("0.5 %"),
		Bank: units("20000 vehicles", "0.7 kg/vehicle"), InUse: p("0.15 1/yr"),
		Retired: industry.Retirement{Charge: units("1500 vehicles", "800 g/vehicle"), Remaining: p("50 %"), Recovered: p("30 %")},
	}
}

func TestRefrigeration(t *testing.T) {
	r := cars()
	e := of(t, r)
	assert.Equal(t, "20", step(t, e, "Containers").String())
	assert.Equal(t, "3.5", step(t, e, "Charging").String())
	assert.Equal(t, "2100", step(t, e, "InUse").String(), "20000 × 0.7 × 0.15")
	assert.Equal(t, "420", step(t, e, "EndOfLife").String(), "1500 × 0.8 × 50 % × 70 %")
	assert.Equal(t, "2.5435", tonnes(t, e, r.Gas).String())

	// Without recovery, and with all of it: the bounds.
	r.Retired.Recovered = p("0")
	assert.Equal(t, "2.7235", tonnes(t, of(t, r), r.Gas).String())
	r.Retired.Recovered = p("1")
	assert.Equal(t, "2.1235", tonnes(t, of(t, r), r.Gas).String())
	// What is 0 needs no factor.
	r = cars()
	r.Charged, r.Charging, r.Retired = kg("0"), estimate.Parameter{}, industry.Retirement{Charge: kg("0")}
	assert.Equal(t, "2.12", tonnes(t, of(t, r), r.Gas).String())
	r.Bank, r.InUse = kg("0"), estimate.Parameter{}
	assert.Equal(t, "0.02", tonnes(t, of(t, r), r.Gas).String())

	r = cars()
	r.Charging, r.InUse, r.Retired.Recovered = estimate.Parameter{}, p("15 1/yr"), estimate.Parameter{}
	all := refused(t, r)
	assert.Contains(t, all, "k: none is given")
	assert.Contains(t, all, `x "15 1/yr": no more than 1/yr is accepted: 15 % a year is 0.15 1/yr`)
	assert.Contains(t, all, "eta: none is given", "0 where none is recovered")
	r.Bank.Mass = ghg.MustQuantity("14 t")
	assert.Contains(t, refused(t, r),
		`B "14 t 20000 vehicle": a mass of the gas, or equipment in items or vehicles with the charge of one, one of them`)
	r.Bank = industry.Charge{}
	assert.Contains(t, refused(t, r), "B: none is given; an amount in kg is accepted")
	r.Bank = units("20000 persons", "0.7 kg/person")
	assert.Contains(t, refused(t, r), `B "20000 person": a mass of the gas, or equipment`)
	r.Bank = units("20000 vehicles", "0.7 kg/item")
	assert.Contains(t, refused(t, r), `B_each "0.7 kg/item"`)
	r.Containers = nil
	assert.Contains(t, refused(t, r), `Containers "0": 1 to 100 are accepted`)
	r.Gas = ghg.CO2Biogenic
	assert.Contains(t, refused(t, r), `Gas "CO2(b)": the gas that the equipment holds is accepted, as HFC-134a, R-410A or SF6`)
}

// A blend is split by mass in the gases in it, exactly, and weighs the same on a metric.
func TestBlend(t *testing.T) {
	r := cars()
	for blend, parts := range map[string]map[string]string{
		"R-410A": {"HFC-32": "1.27175", "HFC-125": "1.27175"},
		"R-407C": {"HFC-32": "0.585005", "HFC-125": "0.635875", "HFC-134a": "1.32262"},
	} {
		r.Gas = ghg.MustGas(blend)
		e := of(t, r)
		n := 0
		for gas, v := range e.All() {
			m, ok := v.Mass()
			assert.True(t, ok)
			assert.Equal(t, parts[gas.String()], m.Tonnes().String(), "%s in %s", gas, blend)
			n++
		}
		assert.Len(t, parts, n)
		whole := must(must(ghg.NewMass(dec("2.5435"), ghg.Tonne)).Of(r.Gas))
		for _, metric := range []ghg.Metric{ghg.AR4, ghg.AR5, ghg.AR6} {
			assert.True(t, must(e.CO2e(metric)).Equal(must(whole.CO2e(metric))), "%s on %s", blend, metric)
		}
	}
}

// Each blend that there is comes to its gases without a gram over or short.
func TestEveryBlendSplits(t *testing.T) {
	n := 0
	for gas := range ghg.AllGases() {
		if !gas.IsBlend() {
			continue
		}
		n++
		e := of(t, industry.SimplifiedBalance{Use: in("use"), Gas: gas, Filled: kg("0"), New: kg("0"), Recharged: kg("1234.567891"),
			Retired:   kg("0"),
			Recovered: kg("0")})
		sum := dec("0")
		for part, share := range gas.Components() {
			m := tonnes(t, e, part)
			assert.True(t, m.Equal(dec("1.234567891").Mul(share.Fraction())), "%s in %s", part, gas)
			sum = sum.Add(m)
		}
		assert.Equal(t, "1.234567891", sum.String(), "%s", gas)
	}
	assert.Equal(t, 126, n)
}

func TestScreening(t *testing.T) {
	s := industry.Screening{Use: in("chillers"), Gas: ghg.MustGas("R-134a"), New: units("2 items", "60 kg/item"), Charging: p("1 %"),
		Operating: units("14 items", "60 kg/item"), InUse: p("0.15 1/yr"), Time: p("0.5 yr"),
		Retired: industry.Retirement{Charge: kg("60"), Remaining: p("80 %"), Recovered: p("70 %")}}
	assert.Equal(t, "78.6", step(t, of(t, s), "Emitted").String(), "1.2 + 840 × 0.15 × 0.5 = 63, and 60 × 80 % × 30 % = 14.4")
	s.Time = p("2 yr")
	assert.Contains(t, refused(t, s), `T "2 yr": no more than 1 yr is accepted`)
	s.Time = estimate.Parameter{}
	assert.Contains(t, refused(t, s), "T: none is given; a rate in yr is accepted")
	s.Operating, s.InUse = kg("0"), estimate.Parameter{}
	assert.Equal(t, "15.6", step(t, of(t, s), "Emitted").String())
	assert.Contains(t, refused(t, industry.Screening{}), "What 0")
}

func TestSimplifiedBalance(t *testing.T) {
	b := industry.SimplifiedBalance{Use: in("offices"), Gas: ghg.MustGas("R-410A"), Filled: kg("21"), New: kg("20"), Recharged: kg("33.5"),
		Retired: kg("40"), Recovered: kg("29")}
	e := of(t, b)
	assert.Equal(t, "45.5", step(t, e, "Emitted").String(), "1 + 33.5 + 11")
	assert.Equal(t, "0.02275", tonnes(t, e, ghg.MustGas("HFC-32")).String())
	b.New, b.Recovered = kg("21.5"), kg("41")
	all := refused(t, b)
	assert.Contains(t, all, `C_N "21.5 kg": no more than was filled in is accepted: equipment that came filled is in neither`)
	assert.Contains(t, all, `R_D "41 kg": no more than the equipment holds when it is full is accepted`)
	b.Recharged = industry.Charge{}
	assert.Contains(t, refused(t, b), "P_S: none is given; an amount in kg is accepted")
}

func TestMassBalance(t *testing.T) {
	b := industry.MassBalance{Use: in("all uses"), Gas: ghg.MustGas("HFC-134a"), Sold: kg("9000"),
		New:     units("8200 vehicles", "0.65 kg/vehicle"),
		Retired: kg("1400"), Destroyed: kg("120")}
	assert.Equal(t, "4.95", tonnes(t, of(t, b), b.Gas).String(), "9000 - 5330 + 1400 - 120")
	b.New = kg("10281")
	assert.Contains(t, refused(t, b), `New "10281 kg": no more than was sold and retired`)
	b.Sold = industry.Charge{}
	assert.Contains(t, refused(t, b), "Sold: none is given; an amount in kg is accepted")
}

func TestSwitchgear(t *testing.T) {
	s := industry.Switchgear{Kind: in("high voltage"), Gas: ghg.MustGas("SF6"), Consumed: kg("100"),
		Manufacturing: published("switchgear", "closed pressure HV switchgear", "Europe", "manufacturing"),
		Installed:     kg("50"), Installing: p("2 %"), Capacity: kg("8000"),
		InUse: published("switchgear", "closed pressure HV switchgear", "Europe", "in use"),
		Retired: industry.Retirement{Charge: kg("120"), Recovered: p("90 %"),
			Remaining: published("switchgear", "closed pressure HV switchgear", "Europe", "charge remaining at retirement")}}
	e := of(t, s)
	assert.Equal(t, "0.2289", tonnes(t, e, s.Gas).String(), "8.5 + 1 + 208 + 120 × 0.95 × 10 %")
	assert.Equal(t, "전력설비(high voltage)", s.Title().Ko)
	s.Gas, s.Installing = ghg.Gas{}, estimate.Parameter{}
	all := refused(t, s)
	assert.Contains(t, all, "Gas: the gas that the equipment holds is accepted")
	assert.Contains(t, all, "i: none is given")
}
