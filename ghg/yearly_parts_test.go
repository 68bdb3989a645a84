package ghg_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// figureOf is the figure of an inventory of a year.
func figureOf(t *testing.T, year int, records ...ghg.Record) ghg.YearFigure {
	t.Helper()
	for i := range records {
		records[i].Place, records[i].Period = "Daegu", ghg.CalendarYear(year)
	}
	i, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(year), 1, gpc.Scheme, records)
	require.NoError(t, err)
	y, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, i)
	require.NoError(t, err)
	f, _ := y.Last()
	return f
}

func TestUnlike(t *testing.T) {
	key := func(code string, gas ghg.Gas, k ghg.Key) ghg.Record {
		return rec(code, gas, ghg.KeyedAsFound(k, "why"))
	}
	all := func(code, amount string) ghg.Record { return rec(code, ghg.Gas{}, co2e(amount+" tCO2e (AR5)")) }
	base := []ghg.Record{rec("I.1.1", ghg.CO2, mass("640 t")), rec("II.1.1", ghg.CO2, mass("360 t"))}
	for name, x := range map[string]struct {
		then, now []ghg.Record
		want      string
	}{
		"alike": {base, []ghg.Record{rec("I.1.1", ghg.CO2, mass("600 t")), rec("II.1.1", ghg.CO2, mass("1 t"))}, ""},
		"not estimated": {base, []ghg.Record{rec("I.1.1", ghg.CO2, mass("640 t")), key("II.1.1", ghg.Gas{}, ghg.NE)},
			"II.1.1 CO2 (in 2023 NE), 360 tCO2e (AR5) of 2018"},
		"NE of the gas": {base, []ghg.Record{rec("I.1.1", ghg.CO2, mass("640 t")), key("II.1.1", ghg.CO2, ghg.NE)},
			"II.1.1 CO2 (in 2023 NE), 360 tCO2e (AR5) of 2018"},
		"confidential": {base, []ghg.Record{rec("I.1.1", ghg.CO2, mass("640 t")), key("II.1.1", ghg.Gas{}, ghg.C)},
			"II.1.1 CO2 (in 2023 C), 360 tCO2e (AR5) of 2018"},
		"absent":         {base, []ghg.Record{rec("I.1.1", ghg.CO2, mass("640 t"))}, "II.1.1 CO2 (in 2023 no figure), 360 tCO2e (AR5) of 2018"},
		"does not occur": {base, []ghg.Record{rec("I.1.1", ghg.CO2, mass("640 t")), key("II.1.1", ghg.Gas{}, ghg.NO)}, ""},
		"elsewhere":      {base, []ghg.Record{rec("I.1.1", ghg.CO2, mass("900 t")), key("II.1.1", ghg.Gas{}, ghg.IE)}, ""},
		"nothing then":   {append(base, rec("I.2.1", ghg.CO2, mass("0 t"))), base, ""},
		"new":            {base, append(base, rec("III.1.1", ghg.CH4, mass("2 t"))), "III.1.1 CH4 (in 2018 no figure), 56 tCO2e (AR5) of 2023"},
		"more gases": {base, append(base, rec("I.1.1", ghg.CH4, mass("1 t")), rec("I.1.1", ghg.N2O, mass("1 t"))),
			"I.1.1 CH4, N2O (in 2018 no figure), 293 tCO2e (AR5) of 2023"},
		"all gases now": {base, []ghg.Record{all("I.1.1", "700"), rec("II.1.1", ghg.CO2, mass("360 t"))},
			"I.1.1 all gases (in 2018 CO2 alone), 700 tCO2e (AR5) of 2023"},
		"told by gas now": {[]ghg.Record{all("I.1.1", "700")}, []ghg.Record{rec("I.1.1", ghg.CO2, mass("600 t")), rec("I.1.1", ghg.CH4,
			mass("1 t"))}, ""},
		"methane by origin": {[]ghg.Record{rec("III.1.1", ghg.CH4, mass("2 t"))}, []ghg.Record{rec("III.1.1", ghg.CH4NonFossil, mass("2 t"))},
			""},
		"both ways": {base, []ghg.Record{rec("I.1.1", ghg.CO2, mass("640 t")), rec("II.2.1", ghg.CO2, mass("50 t"))},
			"II.1.1 CO2 (in 2023 no figure), 360 tCO2e (AR5) of 2018; II.2.1 CO2 (in 2018 no figure), 50 tCO2e (AR5) of 2023"},
	} {
		t.Run(name, func(t *testing.T) {
			then, now := append([]ghg.Record{}, x.then...), append([]ghg.Record{}, x.now...)
			u := figureOf(t, 2018, then...).Unlike(figureOf(t, 2023, now...))
			assert.Equal(t, x.want == "", u.IsZero())
			if x.want != "" {
				assert.Equal(t, x.want, u.String())
			}
			back := figureOf(t, 2023, now...).Unlike(figureOf(t, 2018, then...))
			assert.Equal(t, u.OnlyFirst, back.OnlySecond, "the other way round it is the same")
			assert.Equal(t, u.OnlySecond, back.OnlyFirst)
		})
	}
}

// Of a figure whose parts are not known nothing is said; of many parts the first are
// named.
func TestUnlikeOfUnknownAndOfMany(t *testing.T) {
	published := yearFigure(2018, "9.43 MtCO2e (AR5)")
	assert.True(t, published.Unlike(figureOf(t, 2023, rec("I.1.1", ghg.CO2, mass("1 t")))).IsZero())
	assert.Equal(t, "both count the same, so far as is known", published.Unlike(published).String())
	many := []ghg.Record{rec("I.1.1", ghg.CO2, mass("1 t"))}
	for _, code := range gpc.Basic.Required()[1:12] {
		many = append(many, rec(code, ghg.CO2, mass("1 t")))
	}
	u := figureOf(t, 2018, many[:9]...).Unlike(figureOf(t, 2023, rec("I.1.1", ghg.CO2, mass("1 t"))))
	assert.Len(t, u.OnlyFirst, 8)
	assert.Contains(t, u.String(), gpc.Basic.Required()[8]+" CO2 (in 2023 no figure), 8 tCO2e (AR5) of 2018", "eight are all named")
	u = figureOf(t, 2018, many...).Unlike(figureOf(t, 2023, rec("I.1.1", ghg.CO2, mass("1 t"))))
	assert.Len(t, u.OnlyFirst, 11)
	assert.Contains(t, u.String(), ", and 3 more, 11 tCO2e (AR5) of 2018")
}

func TestYearlyChecksParts(t *testing.T) {
	for want, parts := range map[string][]ghg.YearPart{
		"a part needs its category":            {{CO2e: ghg.MustCO2e("5 tCO2e (AR5)")}},
		"a part is an amount or a key":         {{Category: category("I.1.1"), CO2e: ghg.MustCO2e("5 tCO2e (AR5)"), Key: ghg.NE}},
		"a part is on the metric":              {{Category: category("I.1.1"), CO2e: ghg.MustCO2e("5 tCO2e (AR4)")}},
		"they must add up to the figure, 5 tC": {{Category: category("I.1.1"), CO2e: ghg.MustCO2e("4 tCO2e (AR5)")}},
	} {
		f := yearFigure(2018, "5 tCO2e (AR5)")
		f.Parts = parts
		_, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{f})
		assert.ErrorContains(t, err, want)
	}
}

// Parts that were rounded each by itself may miss the figure by a millionth of a tonne.
func TestPartsMayMissTheFigureByRounding(t *testing.T) {
	for part, stands := range map[string]bool{
		"5 tCO2e (AR5)": true, "4.999999 tCO2e (AR5)": true, "5.000001 tCO2e (AR5)": true,
		"4.9999989 tCO2e (AR5)": false, "5.0000011 tCO2e (AR5)": false,
	} {
		f := yearFigure(2018, "5 tCO2e (AR5)")
		f.Parts = []ghg.YearPart{{Category: category("I.1.1"), CO2e: ghg.MustCO2e(part)}}
		_, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{f})
		assert.Equal(t, stands, err == nil, part)
	}
}
