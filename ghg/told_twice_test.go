package ghg_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// toldFile reads lines under a header as one inventory.
func toldFile(t *testing.T, columns string, lines ...string) (ghg.Inventory, ghg.Findings) {
	t.Helper()
	text := "place,year,category,gas,mass,unit," + columns + "\n"
	for _, l := range lines {
		text += "D,2021," + l + "\n"
	}
	records, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	i, findings, err := ghg.NewInventory("D", ghg.CalendarYear(2021), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	return i, findings
}

func TestToldTwice(t *testing.T) {
	for _, c := range []struct {
		name, columns string
		lines         []string
		codes, found  string
		says          []string
	}{
		{"a line again", "metric", []string{"I.3.1,,11045,kt,SAR", "I.3.1,,11045,kt,SAR"}, ghg.FindingSameLine,
			"11045000 tCO2e (SAR)", []string{"line 3", "22090000"}},
		{"in another unit", "metric", []string{"I.3.1,CO2,11045,kt,", "I.3.1,CO2,11045000,t,"}, ghg.FindingSameLine, "11045000 t CO2", nil},
		{"in all but the remark", "source,explanation", []string{"I.3.1,CO2,7,kt,a,", "I.3.1,CO2,7,kt,b,again"}, ghg.FindingSameLine,
			"7000 t CO2", nil},
		{"three times, and another gas", "metric", []string{"I.3.1,CO2,7,kt,", "I.3.1,CO2,7,kt,", "I.3.1,CH4,3,t,", "I.3.1,CO2,7,kt,",
			"I.3.1,CH4,3,t,"}, ghg.FindingSameLine, "7000 t CO2, 3 t CH4", []string{"lines 3, 5, 6", "21000 t CO2, 6 t CH4"}},
		{"two facilities", "facility", []string{"I.3.1,CO2,7,kt,a", "I.3.1,CO2,7,kt,b"}, "", "", nil},
		{"two fuels", "fuel", []string{"I.3.1,CO2,7,kt,gas", "I.3.1,CO2,7,kt,oil"}, "", "", nil},
		{"confirmed", "entry", []string{"I.3.1,CO2,7,kt,confirmed", "I.3.1,CO2,7,kt,confirmed"}, "", "", nil},
		{"two halves that a scheme covers and not", "tags", []string{"I.3.1,CO2,7,kt,ets", "I.3.1,CO2,7,kt,"}, "", "", nil},
		{"zeros", "metric", []string{"I.3.1,CO2,0,kt,", "I.3.1,CO2,0,kt,", "I.1.1,CO2,5,t,"}, "", "", nil},
		{"keys", "key", []string{"I.3.1,,,,NO", "I.3.1,,,,NO"}, "key-without-explanation", "", nil},
		{"variants", "variant", []string{"II.1.1,CO2,7,t,fuel-based", "II.1.1,CO2,7,t,distance-based"}, "", "", nil},
		{"biogenic CO2", "fuel", []string{"I.3.1,CO2(b),7,t,", "I.3.1,CO2(b),7,t,"}, "", "", nil},

		{"all gases and gases", "metric", []string{"II.1.1,,94193.4,Gg,SAR", "II.1.1,CO2,93464.6,Gg,", "II.1.1,CH4,23.78,Gg,",
			"II.1.1,N2O,0.74,Gg,"}, ghg.FindingAllGasesToo, "94193380 tCO2e (SAR)", []string{"line 2", "lines 3, 4, 5",
			"the same but for rounding"}},
		{"of no stated metric", "metric", []string{"II.1.1,,94193.4,Gg,", "II.1.1,CO2,93464.6,Gg,", "II.1.1,CH4,23.78,Gg,",
			"II.1.1,N2O,0.74,Gg,"}, ghg.FindingAllGasesToo, "94193380 tCO2e (SAR)", []string{"the same but for rounding"}},
		{"and one of its gases", "metric", []string{"II.1.1,,94193.4,Gg,SAR", "II.1.1,CO2,93464.6,Gg,"}, ghg.FindingAllGasesToo,
			"93464600 tCO2e (SAR)", nil},
		{"of another fuel", "fuel", []string{"II.1.1,,94193.4,Gg,diesel", "II.1.1,CO2,93464.6,Gg,petrol"}, "", "", nil},
		{"a gas as mass and as CO2e", "metric", []string{"III.1.1,CH4,3,t,", "III.1.1,CH4,84,tCO2e,AR5"}, ghg.FindingAllGasesToo,
			"84 tCO2e (AR5)", []string{"84 tCO2e (AR5) without line 3"}},
		{"a gas as mass and as CO2e, beside what is confirmed", "metric,entry", []string{"III.1.1,CH4,3,t,,", "III.1.1,CH4,84,tCO2e,AR5,",
			"III.1.1,CH4,7,t,,confirmed"}, ghg.FindingAllGasesToo, "84 tCO2e (AR5)", []string{"84 tCO2e (AR5) without line 3"}},
		{"a gas as mass, and CO2e of other sources", "metric", []string{"III.1.1,CH4,3,t,", "III.1.1,CH4,700,tCO2e,AR5"}, "", "", nil},

		{"a sum and its fuels", "fuel", []string{"I.1.1,CO2,100,t,", "I.1.1,CO2,60.4,t,gas", "I.1.1,CO2,39.5,t,oil"}, ghg.FindingSumToo,
			"99.9 t CO2", []string{"lines 3, 4"}},
		{"of all gases, and its fuels by gas", "metric,fuel", []string{"I.1.1,,184,t,AR5,", "I.1.1,CO2,100,t,,gas", "I.1.1,CH4,3,t,,gas"},
			ghg.FindingSumToo, "184 tCO2e (AR5)", nil},
		{"sums of two gases, and their fuels", "fuel", []string{"I.1.1,CO2,100,t,", "I.1.1,CH4,5,t,", "I.1.1,CO2,60,t,gas", "I.1.1,CO2,40,t,oil",
			"I.1.1,CH4,5,t,gas"}, ghg.FindingSumToo + " " + ghg.FindingSumToo, "100 t CO2", []string{"line 2: for ", "lines 4, 5: for its parts"}},
		{"by gas on one metric, and its facilities on another", "metric,facility", []string{"I.1.1,CO2,100,t,,", "I.1.1,CH4,25,tCO2e,AR4,",
			"I.1.1,,70,tCO2e,AR5,a", "I.1.1,,58,tCO2e,AR5,b"}, ghg.FindingSumToo, "128 tCO2e (AR5)", []string{"lines 2, 3", "lines 4, 5"}},
		{"a sum and its activities", "activity", []string{"I.1.1,CO2,100,t,", "I.1.1,CO2,60,t,heating", "I.1.1,CO2,40,t,cooking"},
			ghg.FindingSumToo, "100 t CO2", []string{"lines 3, 4"}},
		{"the rest beside fuels", "fuel", []string{"I.1.1,CO2,17,t,", "I.1.1,CO2,60,t,gas", "I.1.1,CO2,40,t,oil"}, "", "", nil},

		{"a gas in CO2e on two metrics", "metric", []string{"III.1.1,CH4,25,tCO2e,AR4", "III.1.1,CH4,28,tCO2e,AR5"}, ghg.FindingAllGasesToo,
			"25 tCO2e (AR4)", []string{"line 2", "line 3"}},
		{"CO2 on two metrics", "metric", []string{"I.1.1,CO2,25,tCO2e,", "I.1.1,CO2,25,tCO2e,AR5"}, ghg.FindingAllGasesToo, "25 tCO2e", nil},
		{"two amounts on two metrics", "metric", []string{"III.1.1,CH4,25,tCO2e,AR4", "III.1.1,CH4,30,tCO2e,AR5"}, "", "", nil},
		{"methane and its origins", "metric", []string{"I.1.1,CH4,25,t,", "I.1.1,CH4-fossil,9,t,", "I.1.1,CH4-nonfossil,16,t,"},
			ghg.FindingAllGasesToo, "9 t CH4-fossil, 16 t CH4-nonfossil", []string{"25 t CH4 without lines 3, 4"}},
		{"methane, and other methane of an origin", "metric", []string{"I.1.1,CH4,2,t,", "I.1.1,CH4-fossil,3,t,"}, "", "", nil},
		{"the metric in which they are nearest", "metric", []string{"I.1.1,,10.028,kt,", "I.1.1,CO2,10000,t,", "I.1.1,CH4,1,t,"},
			ghg.FindingAllGasesToo, "10028 tCO2e (AR5)", nil},
		{"of several facilities", "metric,facility", []string{"I.1.1,,10,t,AR5,a", "I.1.1,CO2,8,t,,a", "I.1.1,,7,t,AR5,b", "I.1.1,CO2,6,t,,b"},
			ghg.FindingAllGasesToo, "14 tCO2e (AR5)", []string{"lines 2, 4", "lines 3, 5"}},
		{"a fuel and its facilities", "fuel,facility", []string{"I.1.1,CO2,30,t,gas,", "I.1.1,CO2,10,t,gas,a", "I.1.1,CO2,20,t,gas,b",
			"I.1.1,CO2,30,t,oil,"}, ghg.FindingSumToo, "30 t CO2",
			[]string{"line 2: for a part of the category as a whole; lines 3, 4: for its parts"}},
		{"a fuel, and facilities of another", "fuel,facility", []string{"I.1.1,CO2,30,t,gas,", "I.1.1,CO2,30,t,oil,a"}, "", "", nil},
		{"the same as estimated", "status", []string{"I.1.1,CO2,18,t,estimated", "I.1.1,CO2,18,t,actual"}, ghg.FindingProvisionalToo,
			"18 t CO2", nil},
		{"beside a default that does not count", "entry", []string{"I.1.1,CO2,30,t,default", "I.1.1,CO2,40,t,override",
			"I.1.1,CO2,40,t,override"},
			ghg.FindingSameLine, "40 t CO2", []string{"the category has 80 t CO2, and 40 t CO2 without"}},

		{"provisional and final", "status", []string{"I.1.1,CO2,17,t,provisional", "I.1.1,CO2,18,t,actual"}, ghg.FindingProvisionalToo,
			"18 t CO2", []string{"18 t CO2 without line 2, 17 t CO2 without line 3"}},
		{"estimated in part", "status", []string{"I.1.1,CO2,17,t,estimated", "I.1.1,CO2,18,t,actual"}, "", "", nil},
		{"an empty form", "metric", []string{"I.1.1,CO2,0,t,", "I.1.2,CO2,0,t,"}, ghg.FindingAllZero, "", []string{"lines 2, 3"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := toldFile(t, c.columns, c.lines...)
			require.Equal(t, c.codes, codesOf(findings), findings)
			if c.codes == "" || c.found == "" && c.says == nil {
				return
			}
			f := findings.All[0]
			if c.codes != ghg.FindingAllZero {
				assert.Equal(t, ghg.Serious, f.Severity)
			}
			assert.Contains(t, f.Found, strings.TrimSuffix(c.found, "tCO2e"))
			for _, s := range c.says {
				assert.Contains(t, f.Detail, s)
			}
			assert.NotEmpty(t, f.DetailKo)
			assert.NotEqual(t, f.Detail, f.DetailKo, "both languages")
			assert.NotContains(t, f.Detail+f.DetailKo, "%!", "every value has its place")
		})
	}
}

// Gases of which one has no potential in the metric are not said to be the same, however
// near the others are.
func TestGasesThatCannotBeComparedAreNotTheSame(t *testing.T) {
	_, findings := toldFile(t, "metric", "IV.1,,100,t,SAR", "IV.1,CO2,100,t,", "IV.1,NF3,1,kg,")
	require.Equal(t, ghg.FindingAllGasesToo, codesOf(findings))
	assert.NotContains(t, findings.All[0].Detail, "the same but for rounding")
	_, findings = toldFile(t, "metric", "IV.1,,124,t,SAR", "IV.1,CO2,100,t,", "IV.1,SF6,1,kg,") // 23.9 t
	assert.Contains(t, findings.All[0].Detail, "the same but for rounding")
}

// A long file with many repeats has one finding a category, and names few lines.
func TestRepeatsAreToldOnce(t *testing.T) {
	var lines []string
	for i := range 900 {
		lines = append(lines, fmt.Sprintf("%s,CO2,%d,kt,x", []string{"I.1.1", "I.3.1", "II.1.1"}[i%3], 1+i%7))
	}
	_, findings := toldFile(t, "source", lines...)
	require.Equal(t, "same-line-twice same-line-twice same-line-twice", codesOf(findings))
	assert.Regexp(t, `^lines (\d+, ){11}\d+ and 281 more: `, findings.All[0].Detail)
	records := []ghg.Record{rec("I.1.1", ghg.CO2, mass("5 t")), rec("I.2.1", ghg.CO2, mass("5 t")), rec("I.1.1", ghg.CO2, mass("5 t"))}
	_, findings, err := ghg.NewInventory("Daegu", records[0].Period, 1, gpc.Scheme, records)
	require.NoError(t, err)
	assert.Contains(t, findings.All[0].Detail, "record 2: ", "records made in code are named by their place in the list")
}

// In a long file too, a line is the same as another whose source document alone is said.
func TestRepeatsWithAndWithoutASource(t *testing.T) {
	var records []ghg.Record
	for i := range 20 {
		records = append(records, rec("I.1.1", ghg.CO2, mass(fmt.Sprintf("%d t", 1+i))))
	}
	again := records[6]
	again.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{Source: "meter"})
	_, findings, err := ghg.NewInventory("Daegu", again.Period, 1, gpc.Scheme, append(records, again))
	require.NoError(t, err)
	require.Equal(t, ghg.FindingSameLine, codesOf(findings))
	assert.Contains(t, findings.All[0].Detail, "record 20: the same was said before")
}

// Sources of a category that are told in two ways are one finding, and so are lines that
// say no variant, or a number that is denied.
func TestOneFindingForACategory(t *testing.T) {
	var gases, variants, denied []string
	for i := range 40 {
		gases = append(gases, fmt.Sprintf("I.1.1,,%d,tCO2e,AR5,f%d", 10+i, i), fmt.Sprintf("I.1.1,CO2,%d,t,,f%d", 1+i, i))
		variants = append(variants, fmt.Sprintf("I.1.2,CO2,%d,t,,f%d", 1+i, i))
		denied = append(denied, fmt.Sprintf("I.1.1,CO2,%d,t,,,f%d", 1+i, i))
	}
	_, findings := toldFile(t, "metric,fuel", gases...)
	require.Equal(t, ghg.FindingAllGasesToo, codesOf(findings))
	assert.Equal(t, "820 tCO2e (AR5)", findings.All[0].Found, "1 to 40 t")
	_, findings = toldFile(t, "variant,fuel", append(variants, "I.1.2,CO2,3,t,market-based,")...)
	require.Equal(t, ghg.FindingVariantPartly, codesOf(findings))
	assert.Contains(t, findings.All[0].Detail, "lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 28 more: ")
	_, findings = toldFile(t, "key,explanation,fuel", append(denied, "I.1.1,,,,NO,none,")...)
	require.Equal(t, ghg.FindingKeyAndNumber, codesOf(findings))
}

// A figure of the place stands in a default's stead among figures that it could be
// added to: as planned it replaces none that was measured.
func TestOverriddenInItsStatus(t *testing.T) {
	i, _ := toldFile(t, "status,entry", "I.1.1,CO2,30,t,actual,default", "I.1.1,CO2,40,t,projected,override",
		"I.1.1,CO2,50,t,projected,default")
	_, err := i.Total(gpc.Basic, ghg.AR5)
	var two *ghg.StatusError
	require.ErrorAs(t, err, &two)
	for status, want := range map[ghg.Status]string{ghg.Actual: "30 tCO2e (AR5)", ghg.Projected: "40 tCO2e (AR5)"} {
		of, err := i.Taking(status)
		require.NoError(t, err)
		total, err := of.Total(gpc.Basic, ghg.AR5)
		require.NoError(t, err)
		assert.Equal(t, want, total.Amount.String())
	}
	_, findings := toldFile(t, "key,explanation,entry", "I.1.1,,,,NO,none,override", "I.1.1,CO2,30,t,,,default")
	assert.Empty(t, codesOf(findings), "the default does not count")
}

// A figure that does not count asks for no metric.
func TestPrevailingMetricOfWhatCounts(t *testing.T) {
	i, _ := toldFile(t, "metric,fuel,entry,status", "I.1.1,,10,t,AR4,gas,default,", "I.1.1,,9,t,AR4,oil,default,",
		"I.1.1,,17,t,AR5,,override,",
		"I.3.1,,7,t,AR6,gas,,projected", "I.3.1,,8,t,AR6,oil,,projected", "I.3.1,,8,t,AR5,,,")
	i, err := i.Taking(ghg.Actual)
	require.NoError(t, err)
	assert.Equal(t, ghg.AR5, i.PrevailingMetric())
	total, err := i.Total(gpc.Basic, i.PrevailingMetric())
	require.NoError(t, err)
	assert.Equal(t, "25 tCO2e (AR5)", total.Amount.String())
	assert.Equal(t, ghg.Unstated, ghg.Inventory{}.PrevailingMetric())
}

// toldRecords are records that often say the same, in several ways.
func toldRecords(r *rand.Rand, n int) []ghg.Record {
	pick := func(of ...string) string { return of[r.Intn(len(of))] }
	out := make([]ghg.Record, n)
	for i := range out {
		x := rec(pick("I.1.1", "I.2.1", "II.1.1"), ghg.CO2, ghg.Emitted(ghg.Mass{}))
		m := ghg.MustMass(pick("7 t", "7000 kg", "12.5 t", "0.5 kt", "500 t", "12345678901234567890.5 t", "-7 t"))
		x.Value = ghg.Emitted(m)
		switch r.Intn(4) {
		case 0:
			x.Gas = ghg.CH4
		case 1:
			x.Gas = ghg.CH4Fossil
		}
		x.Fuel, x.Activity, x.Facility = pick("", "", "gas", "oil"), pick("", "", "heat"), pick("", "", "", "a", "b")
		x.Tags = ghg.MakeTags(pick("", "", "ets", "own"))
		x.Variant = []ghg.Variant{ghg.NoVariant, ghg.NoVariant, ghg.FuelBased}[r.Intn(3)]
		x.Status = []ghg.Status{ghg.Actual, ghg.Estimated, ghg.Nowcast, ghg.Projected}[r.Intn(4)]
		x.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{Source: pick("", "a", "b")})
		if r.Intn(5) == 0 {
			c, _ := ghg.CO2eOf(m, ghg.AR5)
			x.Gas, x.Value = ghg.Gas{}, ghg.Equivalent(c)
		}
		out[i] = x
	}
	return out
}

// What repeats is what a comparison of every two records finds.
func TestRepeatsAgreeWithPairs(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	same := func(a, b ghg.Record) bool {
		return a.Category == b.Category && a.Gas == b.Gas && a.Fuel == b.Fuel && a.Activity == b.Activity && a.Facility == b.Facility &&
			a.Tags == b.Tags && a.Variant == b.Variant && a.Status == b.Status && a.Value.Equal(b.Value)
	}
	for range 200 {
		records := toldRecords(r, 2+r.Intn(60))
		again := map[string]int{}
		for i := range records {
			records[i].Line = i + 1
			for j := range i {
				if same(records[i], records[j]) {
					again[records[i].Category.Code]++
					break
				}
			}
		}
		_, findings, err := ghg.NewInventory("Daegu", records[0].Period, 1, gpc.Scheme, records)
		require.NoError(t, err)
		got := map[string]int{}
		for _, f := range findings.All {
			if f.Code == ghg.FindingSameLine {
				named, _, _ := strings.Cut(f.Detail, ": ")
				more := 0
				if _, rest, ok := strings.Cut(named, " and "); ok {
					_, err := fmt.Sscanf(rest, "%d more", &more)
					require.NoError(t, err)
				}
				got[f.Category.Code] = 1 + strings.Count(named, ",") + more
			}
		}
		require.Equal(t, again, got)
	}
}

// A total holds no two figures of one source in statuses that are alternatives: which
// lines cannot join, and which are taken, is what a comparison of every two finds.
func TestStatusesAgreeWithPairs(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	outlook := func(s ghg.Status) int { return max(0, int(s)-int(ghg.Estimated)) }
	meets := func(a, b ghg.Record) bool {
		says := func(x, y string) bool { return x == "" || y == "" || x == y }
		gas := func(g ghg.Gas) string { return strings.TrimSuffix(g.String(), ghg.CH4Fossil.String()[3:]) }
		return a.Category == b.Category && says(gas(a.Gas), gas(b.Gas)) && says(a.Fuel, b.Fuel) && says(a.Activity, b.Activity) &&
			says(a.Facility, b.Facility) && says(a.Tags.String(), b.Tags.String()) && says(a.Variant.String(), b.Variant.String())
	}
	for range 200 {
		records := toldRecords(r, 2+r.Intn(25))
		i, _, err := ghg.NewInventory("Daegu", records[0].Period, 1, gpc.Scheme, records)
		require.NoError(t, err)
		total, _ := i.Total(gpc.Basic, ghg.AR5)
		want := 0
		for _, a := range records {
			for _, b := range records {
				if outlook(a.Status) != outlook(b.Status) && meets(a, b) {
					want++
					break
				}
			}
		}
		require.Len(t, total.Unjoined, want)

		all := []ghg.Status{ghg.Actual, ghg.Estimated, ghg.Nowcast, ghg.Projected}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		order := all[:1+r.Intn(4)]
		rank := map[int]int{}
		for _, s := range order {
			if _, ok := rank[outlook(s)]; !ok {
				rank[outlook(s)] = len(rank)
			}
		}
		asked := map[ghg.Status]bool{}
		for _, s := range order {
			asked[s] = true
		}
		taken := map[int]bool{} // by rank, those of lower ranks decided before
		sum := decimal.Decimal{}
		for level := range len(rank) {
			for n, a := range records {
				if !asked[a.Status] || rank[outlook(a.Status)] != level {
					continue
				}
				beaten := false
				for m, b := range records {
					beaten = beaten || taken[m] && rank[outlook(b.Status)] < level && meets(a, b)
				}
				taken[n] = !beaten
			}
		}
		n := 0
		for k := range records {
			if taken[k] {
				n++
			}
		}
		question, err := i.Taking(order...)
		require.NoError(t, err)
		total, err = question.Total(gpc.Basic, ghg.AR5)
		require.NoError(t, err, "what is taken holds no alternatives")
		require.Equal(t, n, total.Lines.Len())
		require.Equal(t, i.Len(), total.Lines.Len()+len(total.LeftOut), "nothing is lost")
		for l := range total.Lines.All() {
			sum = sum.Add(l.CO2e.Tonnes())
		}
		assert.True(t, sum.Equal(total.CO2e.Tonnes()))
	}
}

func TestTakingRefuses(t *testing.T) {
	i, _ := toldFile(t, "status", "I.1.1,CO2,17,t,actual")
	for _, statuses := range [][]ghg.Status{nil, {ghg.Actual, ghg.Actual}, {9}} {
		_, err := i.Taking(statuses...)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, "statuses", fault.Field)
	}
	_, err := ghg.Inventory{}.Taking(ghg.Actual)
	assert.ErrorIs(t, err, ghg.ErrNoInventory)
}

// A question narrows another: what one left out stays out.
func TestTakingTwice(t *testing.T) {
	i, _ := toldFile(t, "status", "I.1.1,CO2,17,t,actual", "I.1.1,CO2,18,t,projected", "I.2.1,CO2,5,t,nowcast", "II.1.1,CO2,4,t,estimated")
	first, err := i.Taking(ghg.Actual, ghg.Nowcast)
	require.NoError(t, err)
	second, err := first.Taking(ghg.Nowcast, ghg.Projected, ghg.Estimated)
	require.NoError(t, err)
	total, err := second.Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "5 tCO2e (AR5)", total.String())
	y, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, second)
	require.NoError(t, err)
	f, _ := y.Last()
	assert.Equal(t, ghg.Nowcast, f.Status)
}

// A place's own figure counts in the stead of a provider's default, and both are kept.
func TestOverrides(t *testing.T) {
	i, findings := toldFile(t, "entry,fuel", "I.1.1,CO2,17,t,default,", "I.1.1,CO2,12,t,override,gas", "I.2.1,CO2,5,t,기본값,",
		"II.1.1,CO2,4,t,,")
	require.Equal(t, ghg.FindingOverridePartly, codesOf(findings))
	assert.Contains(t, findings.All[0].Detail, "line 2: the default gives way to a figure of a part of it (line 3)")
	_, findings = toldFile(t, "entry,fuel", "I.1.1,CO2,17,t,default,gas", "I.1.1,CO2,12,t,override,", "I.1.1,CO2,1,t,default,oil")
	assert.Empty(t, findings.All, "what is told of all fuels stands in the stead of each")
	total, err := i.Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "21 tCO2e (AR5)", total.String())
	assert.Equal(t, "32 required: 3 reported (1 of them by default), 29 gaps", total.Coverage.String())
	require.Len(t, total.LeftOut, 1)
	assert.Equal(t, ghg.Overridden, total.LeftOut[0].Why)
	assert.Contains(t, total.Explain().String(), "not counted, a default that is overridden: I.1.1 CO2 17 t")
	assert.Contains(t, total.Explain().String(), "line 3, local override")
}
