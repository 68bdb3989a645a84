package drivers_test

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A thousand buildings of 100 m2 at 0.1 t/m2 become 104 m2 at 0.103 t/m2. Each
// changes by 0.712 t, too little for whole tonnes; together floor area has added
// 406 t and intensity 306 t (712 × ln 1.04/ln 1.0712 = 405.994…).
func TestSmallCategoriesAreNotRoundedAway(t *testing.T) {
	id := must(drivers.NewIdentity("tCO2e", ghg.MustShare("0%"),
		drivers.Factor{Name: "floor area", Unit: "m2", Attribution: drivers.Activity},
		drivers.Factor{Name: "intensity", Unit: "tCO2e/m2", Attribution: drivers.Own}))
	point := func(year int, area, intensity string) drivers.Point {
		rows := make([]drivers.Row, 1000)
		for i := range rows {
			rows[i] = drivers.Row{Category: fmt.Sprint("building ", i), Factors: values(area, intensity)}
		}
		return must(drivers.NewPoint(id, year, rows...))
	}
	d := must(drivers.Decompose(point(2018, "100", "0.1"), point(2022, "104", "0.103")))
	assert.Equal(t, "712", d.Change().String())
	assert.Equal(t, []string{"406", "306"}, shown(t, d, 0))
	assert.Equal(t, "2018 to 2022 (endpoint): 712 tCO2e = floor area +406, intensity +306", d.String())
	c := must(drivers.DecomposeChained(point(2018, "100", "0.1"), point(2020, "104", "0.1"), point(2022, "104", "0.103")))
	assert.Equal(t, []string{"400", "312"}, shown(t, c, 0))

	uses := make([]drivers.Use, 1000)
	year := func(y int, c, area, intensity string) drivers.UseYear {
		return drivers.UseYear{Year: y, Emissions: ar5(dec(c)), Factors: values(area, intensity)}
	}
	for i := range uses {
		uses[i] = must(drivers.NewUse(fmt.Sprint("building ", i), id, year(2018, "10", "100", "0.1"), year(2022, "10.712", "104", "0.103")))
	}
	s := must(drivers.Attribute(2018, 2022, uses...))
	assert.Equal(t, "0 + 306 + 406 + 0 = 712 t", must(s.Show(ghg.Tonne, 0)).ColumnTotals().String())
	assert.Contains(t, s.Details(), "Of the rise, 306 came from own measures, 406 came from activity.")
}

// The unit of the identity plays no part: in kilotonnes effects are what they are
// in tonnes, to 12 decimals of a tonne and far beyond.
func TestEffectsDoNotDependOnTheUnit(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	inUnit := func(unit string) drivers.Identity {
		return must(drivers.NewIdentity(unit, ghg.MustShare("0%"), drivers.Factor{Name: "a"}, drivers.Factor{Name: "b"},
			drivers.Factor{Name: "c"}))
	}
	tonnes, kilotonnes := inUnit("t"), inUnit("kt")
	for range 40 {
		var inT, inKt [2][]drivers.Row
		for i := range 1 + r.Intn(20) {
			for end := range 2 {
				x := values("1", "1", "1")
				for j := range x {
					x[j] = decimal.New(r.Int63n(1e6)*r.Int63n(6), int32(-r.Intn(6)))
				}
				name := fmt.Sprint(i)
				inT[end] = append(inT[end], drivers.Row{Category: name, Factors: x})
				inKt[end] = append(inKt[end], drivers.Row{Category: name, Factors: []decimal.Decimal{x[0], x[1], x[2].Shift(-3)}})
			}
		}
		point := func(id drivers.Identity, year int, rows []drivers.Row) drivers.Point {
			return must(drivers.NewPoint(id, year, rows...))
		}
		d := must(drivers.Decompose(point(tonnes, 2000, inT[0]), point(tonnes, 2001, inT[1])))
		k := must(drivers.Decompose(point(kilotonnes, 2000, inKt[0]), point(kilotonnes, 2001, inKt[1])))
		for j, e := range k.Effects() {
			off := e.Amount.Shift(3).Sub(d.Effects()[j].Amount).Abs()
			require.True(t, off.LessThan(decimal.New(1, -15)), "%s: %s", e.Factor, off)
		}
		require.Equal(t, must(d.Show(1)).Total.Effects[0].String(), must(k.Show(4)).Total.Effects[0].Shift(3).String())
	}
}

// Every number that is shown is the one below or above the true one, in each row
// and column, and none of it is read back into the effects.
func TestShownEffects(t *testing.T) {
	a := matrix{values("2", "8"), values("10", "3"), values("7", "7")}
	b := matrix{values("4", "4"), values("11", "3.3"), values("6.5", "7.2")}
	d := decompose(t, a, b)
	for places := int32(-1); places < 6; places++ {
		s := must(d.Show(places))
		i, unit := 0, decimal.New(1, -places)
		for c := range d.Categories() {
			for j, e := range c.Effects {
				require.True(t, s.Rows[i].Effects[j].Sub(e.Amount).Abs().LessThan(unit))
			}
			require.Equal(t, c.Category, s.Rows[i].Name)
			i++
		}
		for j, e := range d.Effects() {
			require.True(t, s.Total.Effects[j].Sub(e.Amount).Abs().LessThan(unit))
		}
	}
	_, err := d.Show(401)
	assert.ErrorContains(t, err, "-400 to 400 are allowed")
	assert.Equal(t, "no decomposition", drivers.ShownEffects{}.String())
	assert.Equal(t, "no decomposition", must(drivers.Decomposition{}.Show(2)).String())
	assert.Equal(t, "no decomposition", must(drivers.Chained{}.Show(2)).String())
	assert.Equal(t, "0 t", must(drivers.Split{}.Show(ghg.Tonne, 0)).Total().String())
}

// Texts round to six digits of the larger total, and to no fewer decimals than the
// totals have.
func TestTextsAreRounded(t *testing.T) {
	for want, x := range map[string][2]matrix{
		"0 units = a +2.43279, b -2.43279":               {{values("2", "3")}, {values("3", "2")}},
		"0 units = a +2432791, b -2432791":               {{values("2000000", "3")}, {values("3000000", "2")}},
		"0 units = a +0.000000243279, b -0.000000243279": {{values("0.0000002", "3")}, {values("0.0000003", "2")}},
		"-0.25 units = a +2.43589, b -2.68589":           {{values("2.25", "3")}, {values("3.25", "2")}},
	} {
		assert.Equal(t, "2000 to 2001 (endpoint): "+want, decompose(t, x[0], x[1]).String())
	}
}
