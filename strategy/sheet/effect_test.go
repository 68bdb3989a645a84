package sheet_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const effectHead = "action,kind,category,fuel,end_use,effect,interaction,year,amount,unit,metric,share,source,confidence,note,scheme\n"

func readEffects(t *testing.T, f sheet.Format, lines ...string) ([]strategy.Action, string) {
	t.Helper()
	given := abc()
	actions, report, err := sheet.ReadEffects(strings.NewReader(effectHead+strings.Join(lines, "\n")), f, given)
	require.NoError(t, err)
	assert.Equal(t, dumpAll(abc()), dumpAll(given))
	return actions, faultLines(report.Faults)
}

// effectsOf are the effects of an action as dump has them.
func effectsOf(a strategy.Action) string {
	_, effects, _ := strings.Cut(strings.TrimSpace(dump(a)), "\n")
	return effects
}

func TestReadEffectsValues(t *testing.T) {
	actions, faults := readEffects(t, plainCSV,
		"A,expected,ii.1.1,Diesel,,,,2031,1.5,kt,,,p. 3,,,",
		"B,Verified,,,school lunches,,independent,2030년,-3,tCO2,AR4,,,,,gpc 1.1",
		"A,예상,II.1.1,diesel,,,중복,2030,2e3,톤 CO2eq/년,AR5,,,high,,GPC 1.1",
		"A,potential,II.1.1,diesel,,,,2030,,,AR6,30 %,,,,",
		"A,expected,II.1.1,diesel,,2,,2030,,,,0.125,,,,",
		"B,verified,,,School Lunches ,,unstated,2029,0,t,AR4,,,,,",
	)
	require.Empty(t, faults)
	assert.Equal(t, `effect "GPC 1.1" "II.1.1" "Diesel" "" overlapping expected "p. 3" "high" ""
2030 2000 tCO2e (AR5)
2031 1500 tCO2e (AR5)
effect "GPC 1.1" "II.1.1" "diesel" "" unstated potential "" "" ""
2030 30%
effect "GPC 1.1" "II.1.1" "diesel" "" unstated expected "" "" ""
label "2"
2030 12.5%`, effectsOf(actions[0]))
	assert.Equal(t, `effect "" "" "" "school lunches" independent verified "" "" ""
2029 0 tCO2e (AR4)
2030 -3 tCO2e (AR4)`, effectsOf(actions[1]))
	assert.Empty(t, actions[2].Effects)
	_, _, err := strategy.NewPortfolio(town(action("A", "T", actions[0].Effects[1:]...)))
	assert.NoError(t, err)
}

func TestReadEffectsFaults(t *testing.T) {
	const good = "A,expected,II.1.1,diesel,,,,2030,5,t,,,,,,"
	other := must(ghg.NewScheme(ghg.SchemeDefinition{ID: "own 1", Title: "Own", Source: "s",
		Nodes: []ghg.Node{{Code: "X", Name: "x", Reportable: true}}}))
	f := plainCSV
	f.Schemes = []ghg.Scheme{other}
	for _, c := range []struct{ line, faults string }{
		{",expected,II.1.1,diesel,,,,2031,5,t,,,,,,", "missing-field: line 3, action: it is needed"},
		{"A,,II.1.1,diesel,,,,2030,5,t,,,,,,", "missing-field: line 3, kind: it is needed"},
		{"A,planned,II.1.1,diesel,,,,2030,5,t,,,,,,",
			`field: line 3, kind "planned": allowed are potential, expected, implemented, verified, claimed`},
		{"A,expected,II.9,diesel,,,,2030,5,t,,,,,,", `unknown-category: line 3, category "II.9": no category of GPC 1.1`},
		{"A,expected,II.1.1,diesel,,,,2031,5,t,,,,,,own 1", `unknown-category: line 3, category "II.1.1": no category of own 1`},
		{"A,expected,X,diesel,,,,2031,5,t,,,,,,own2",
			`unknown-scheme: line 3, scheme "own2": it is not one of the schemes handed to the reader: GPC 1.1, ` + string(other.ID())},
		{"A,expected,,diesel,,,,2031,5,t,,,,,,",
			`emission-source: line 3, category: name the category, or the end use in words where the category is not known`},
		{"A,expected,II.1.1,DIESEL,,,,2030,5,t,,,,,,", `repeated: line 3, year "2030": line 2 has this year of the effect too`},
		{"A,expected,II.1.1,diesel,,,,,5,t,,,,,,", `missing-field: line 3, year: it is needed`},
		{"A,expected,II.1.1,diesel,,,,1849,5,t,,,,,,", `period: line 3, year "1849": write a year from 1850 to 2300`},
		{"A,expected,II.1.1,diesel,,,,2030-01-01/2030-06-30,5,t,,,,,,",
			`period: line 3, year "2030-01-01/2030-06-30": write a year from 1850 to 2300`},
		{"A,expected,II.1.1,diesel,,,,2031,,,,,,,,",
			`missing-field: line 3, amount: an amount with its unit, or a share, is needed: leave the line out where the year is not quantified`},
		{"A,expected,II.1.1,diesel,,,,2031,,t,,,,,,", "missing-field: line 3, amount: it is needed"},
		{"A,expected,II.1.1,diesel,,,,2031,5,,,,,,,", `unit: line 3, unit: a mass needs a unit: kg, t, kt, Mt, Gg, 톤, 천톤, 만톤 or another`},
		{"A,expected,II.1.1,diesel,,,,2031,5,t CH4,,,,,,", `unit: line 3, unit "t CH4": CO2e is needed, not a mass of CH4`},
		{"A,expected,II.1.1,diesel,,,,2031,5,%,,,,,,", `unit: line 3, unit "%": an amount has a unit of mass: write a share in the column share`},
		{"A,expected,II.1.1,diesel,,,,2031,5e30,Mt,,,,,,",
			`number: line 3, amount "5e30": mass in tonnes: a number of 1 digits with exponent 36 is out of bounds: at most 38 digits,` +
				` written out, and an exponent from -30 to 30 are allowed`},
		{"A,expected,II.1.1,diesel,,,,2031,\"1,5\",t,,,,,,",
			`number: line 3, amount "1,5": not a number: "," is not allowed in it (the decimal mark is '.'; thousands separators are not allowed)`},
		{"A,expected,II.1.1,diesel,,,,2031,5,t,AR9,,,,,",
			`unknown-metric: line 3, metric "AR9": allowed are SAR, TAR, AR4, CFR98, AR5, AR5Split, AR5Feedback, AR6, AR6Single, ` +
				`TAR-GWP20, AR4-GWP20, AR5-GWP20, AR6-GWP20`},
		{"A,expected,II.1.1,diesel,,,,2031,5,t,AR4,,,,,",
			`metric: line 3, metric "AR4": it is AR4 here and AR5 on other lines of the effect: amounts on two metrics do not meet`},
		{"A,expected,II.1.1,diesel,,,,2031,5,t,,5%,,,,", `mismatch: line 3, share "5%": a line has an amount and its unit, or a share, not both`},
		{"A,expected,II.1.1,diesel,,,,2031,,t,,5%,,,,", `mismatch: line 3, share "5%": a line has an amount and its unit, or a share, not both`},
		{"A,expected,II.1.1,diesel,,,,2031,,,,5%,,,,",
			`reductions: line 3, share "5%": the effect has amounts from line 2 on: it has amounts or shares, not both`},
		{"A,expected,II.1.1,diesel,,,,2031,,,,5,,,,",
			"number: line 3, share \"5\": share \"5\": a bare number must lie between -1 and 1; write \"5%\" for percent\nreductions: " +
				"line 3, share \"5\": the effect has amounts from line 2 on: it has amounts or shares, not both"},
		{"A,expected,II.1.1,diesel,,3,,2031,,,,five %,,,,", `number: line 3, share "five %": not a number: it needs digits`},
		{"A,expected,II.1.1,diesel,,,often,2031,5,t,,,,,,",
			`interaction: line 3, interaction "often": allowed are unstated, independent, overlapping, reinforcing, overlapping and reinforcing`},
		{"A,expected,II.1.1,diesel,,3,,2031,5,t,,,,,", "field-count: line 3, line: 15 fields where the header has 16"},
	} {
		t.Run(c.line, func(t *testing.T) {
			actions, faults := readEffects(t, f, good, c.line, "B,expected,X,,,,,2030,7,kt,,,,,,Own-1")
			assert.Equal(t, c.faults, faults)
			assert.Len(t, actions[0].Effects, map[bool]int{true: 1}[strings.HasPrefix(c.line, ",")], "nothing is half applied")
			assert.Len(t, actions[1].Effects, 1)
		})
	}
}

// What needs to be said once is said once, or in the same words.
func TestReadEffectsAgree(t *testing.T) {
	actions, faults := readEffects(t, plainCSV,
		"A,expected,II.1.1,,,,independent,2030,5,t,,,a,b,c,",
		"A,expected,II.1.1,,,,,2031,5,t,,,,,,",
		"A,expected,II.1.1,,,,reinforcing,2032,5,t,,,x,y,z,",
		"B,expected,II.1.1,,,,,2030,5,t,,,,,,",
		"B,expected,II.1.1,,,,,2031,,,,5%,,,,",
		"C,expected,II.1.1,,,,,2030,,,,5%,,,,",
		"C,expected,II.1.1,,,,,2031,5,t,,,,,,",
	)
	assert.Equal(t, `mismatch: line 4, interaction "reinforcing": lines from 2 on say independent: an effect has one
mismatch: line 4, source "x": lines from 2 on say "a": an effect has one
mismatch: line 4, confidence "y": lines from 2 on say "b": an effect has one
mismatch: line 4, note "z": lines from 2 on say "c": an effect has one
reductions: line 6, share "5%": the effect has amounts from line 5 on: it has amounts or shares, not both
reductions: line 8, amount "5": the effect has shares from line 7 on: it has amounts or shares, not both`, faults)
	for _, a := range actions {
		assert.Empty(t, a.Effects)
	}
}

// Lines whose source is not known are not taken for one effect.
func TestReadEffectsUnknownSources(t *testing.T) {
	_, faults := readEffects(t, plainCSV,
		"A,expected,Y,,,,,2030,5,t,,,,,,",
		"A,expected,Z,,,,,2030,5,t,,,,,,",
		"A,x,II.1.1,,,,,2030,5,t,,,,,,",
		"A,y,II.1.1,,,,,2030,,,,1%,,,,",
		"A,expected,,,,,,2030,5,t,,,,,,",
		"A,expected,,,,,,2030,5,t,,,,,,",
	)
	assert.NotContains(t, faults, "repeated")
	assert.NotContains(t, faults, "not both")
}

func TestReadEffectsNeeds(t *testing.T) {
	_, _, err := sheet.ReadEffects(strings.NewReader(""), sheet.Format{}, nil)
	assert.ErrorContains(t, err, "gpc.Scheme")
	_, faults := readEffects(t, sheet.Format{CSVFormat: ghg.CSVFormat{Scheme: gpc.Scheme}}, "A,expected,II.1.1,,,,,2030,5,t,,,,,,",
		"B,expected,II.1.1,,,,,2030,5,t,unstated,,,,,")
	assert.Equal(t, "missing-field: line 2, metric: a metric is needed, such as AR5 or unstated, in this column or for the file", faults)
}

// A file after another: other effects of an action, and later years of one that it
// has. What it has is not said twice, nor differently.
func TestReadEffectsOfTwoFiles(t *testing.T) {
	given, faults := readEffects(t, plainCSV, "A,expected,II.1.1,Diesel,,,independent,2030,5,t,,,p. 3,,,",
		"A,expected,II.1.1,diesel,,cars,,2030,,,,10%,,,,",
		"B,expected,II.1.1,,,,,2030,7,t,,,,,,")
	require.Empty(t, faults)
	second := func(lines ...string) ([]strategy.Action, string) {
		was := dumpAll(given)
		actions, report, err := sheet.ReadEffects(strings.NewReader(effectHead+strings.Join(lines, "\n")), plainCSV, given)
		require.NoError(t, err)
		assert.Equal(t, was, dumpAll(given), "what was given is not changed")
		return actions, faultLines(report.Faults)
	}
	actions, faults := second("A,verified,II.1.1,diesel,,,,2030,4,t,,,,,,", "A,expected,II.1.2,,,,,2030,1,t,,,,,,",
		"A,expected,II.1.1,diesel,,,,2031,6,t,,,,,n,",
		"A,expected,II.1.1,DIESEL,,cars,,2029,,,,5%,,,,", "C,expected,II.1.1,,,,,2030,7,t,,,,,,")
	require.Empty(t, faults)
	assert.Equal(t, `effect "GPC 1.1" "II.1.1" "Diesel" "" independent expected "p. 3" "" "n"
2030 5 tCO2e (AR5)
2031 6 tCO2e (AR5)
effect "GPC 1.1" "II.1.1" "diesel" "" unstated expected "" "" ""
label "cars"
2029 5%
2030 10%
effect "GPC 1.1" "II.1.1" "diesel" "" unstated verified "" "" ""
2030 4 tCO2e (AR5)
effect "GPC 1.1" "II.1.2" "" "" unstated expected "" "" ""
2030 1 tCO2e (AR5)`, effectsOf(actions[0]))
	assert.Equal(t, effectsOf(given[1]), effectsOf(actions[1]))
	assert.Len(t, actions[2].Effects, 1)

	const again = `repeated: line 2, year "2030": what was read before has this year of the effect too`
	for line, want := range map[string]string{
		"A,expected,II.1.1,diesel,,,,2030,5,t,,,,,,":     again,
		"A,expected,II.1.1,diesel,,cars,,2030,,,,3%,,,,": again,
		"A,expected,II.1.1,diesel,,,overlapping,2031,5,t,,,,,,": `mismatch: line 2, interaction "overlapping": ` +
			`what was read before says independent: an effect has one`,
		"A,expected,II.1.1,diesel,,,,2031,5,t,,,p. 4,,,": `mismatch: line 2, source "p. 4": what was read before says "p. 3": an effect has one`,
		"A,expected,II.1.1,diesel,,,,2031,5,t,AR4,,,,,": `metric: line 2, metric "AR4": it is AR4 here and AR5 on other lines of the effect: ` +
			`amounts on two metrics do not meet`,
		"A,expected,II.1.1,diesel,,,,2031,,,,5%,,,,": `reductions: line 2, share "5%": the effect has amounts, as they were read before: ` +
			`it has amounts or shares, not both`,
		"A,expected,II.1.1,diesel,,cars,,2031,5,t,,,,,,": `reductions: line 2, amount "5": the effect has shares, as they were read before: ` +
			`it has amounts or shares, not both`,
	} {
		actions, faults := second(line, "A,verified,II.1.1,,,,,2030,1,t,,,,,,", "B,verified,II.1.1,,,,,2030,1,t,,,,,,")
		assert.Equal(t, want, faults)
		assert.Equal(t, effectsOf(given[0]), effectsOf(actions[0]), "nothing is half applied")
		assert.Len(t, actions[1].Effects, 2)
	}

	// Two effects of a plan that was made in code are not told apart.
	given = abc()
	e := expected(on("II.1.1", "", ""), "5", strategy.Independent)
	given[0].Effects = []strategy.Effect{e, e}
	_, faults = second("A,expected,II.1.1,,,,,2031,5,t,,,,,,")
	assert.Equal(t, "mismatch: line 2, effect: the action has 2 effects of this kind, source and label already: "+
		"which of them goes on is not known", faults)
	actions, faults = second("A,expected,II.1.1,,,more,,2031,5,t,,,,,,")
	assert.Empty(t, faults)
	assert.Len(t, actions[0].Effects, 3)
}

// Labels are written, and numbers where there are none.
func TestWriteEffectLabels(t *testing.T) {
	e := expected(on("II.1.1", "", ""), "5", strategy.Independent)
	labelled := func(labels ...string) []strategy.Action {
		a := abc()[:1]
		for _, l := range labels {
			e.Label = l
			a[0].Effects = append(a[0].Effects, e)
		}
		return a
	}
	for _, c := range []struct{ given, read []string }{
		{[]string{"", "", ""}, []string{"", "2", "3"}},
		{[]string{"buses", "", "=1+1"}, []string{"buses", "", "=1+1"}},
		{[]string{"", "3", ""}, []string{"", "3", "2"}},
	} {
		var b strings.Builder
		require.NoError(t, sheet.WriteEffects(&b, labelled(c.given...)))
		read, report, err := sheet.ReadEffects(strings.NewReader(b.String()), plainCSV, abc())
		require.NoError(t, err)
		require.Zero(t, report.Faults.Len())
		assert.Equal(t, dumpAll(labelled(c.read...)), dumpAll(read[:1]))
	}
	for _, labels := range [][]string{{"a", "a"}, {"", "2", ""}, {"", "", "2"}} {
		err := sheet.WriteEffects(&strings.Builder{}, labelled(labels...))
		assert.ErrorContains(t, err, "another of its effects has this kind, source and label")
	}
}

func TestWriteEffectsRefuses(t *testing.T) {
	ok := expected(on("II.1.1", "", ""), "5", strategy.Independent)
	huge := must(ghg.MustCO2e("1e30 tCO2e").Scale(decimalOf("1e30")))
	cuts := must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: must(ghg.NewShare(decimalOf("1e-30"))).Complement()}))
	for says, change := range map[string]func(*strategy.Effect){
		"effect 1: it needs reductions or cuts, and not both": func(e *strategy.Effect) { e.Reductions = strategy.Reductions{} },
		"needs reductions or cuts, and not both":              func(e *strategy.Effect) { e.Cuts = cuts },
		"unknown interaction (9)":                             func(e *strategy.Effect) { e.Interaction = 9 },
		"its source needs a category of a scheme":             func(e *strategy.Effect) { e.On = strategy.EmissionSource{Category: ghg.Category{Code: "II.1.1"}} },
		"effect 1: its source needs a category": func(e *strategy.Effect) {
			e.On = strategy.EmissionSource{Category: ghg.Category{Scheme: "GPC 1.1"}, EndUse: "x"}
		},
		"or an end use in words":          func(e *strategy.Effect) { e.On = strategy.EmissionSource{Fuel: "x", EndUse: " "} },
		`fuel "x ": it would not be read`: func(e *strategy.Effect) { e.On.Fuel = "x " },
		"out of bounds": func(e *strategy.Effect) {
			e.Reductions = must(strategy.NewReductions(strategy.Expected, ghg.Unstated, map[int]ghg.CO2e{2030: huge}))
		},
	} {
		e := ok
		change(&e)
		err := sheet.WriteEffects(&strings.Builder{}, []strategy.Action{{ID: "A", Effects: []strategy.Effect{e}}})
		assert.ErrorContains(t, err, says)
	}
	ok.Reductions, ok.Cuts = strategy.Reductions{}, cuts
	assert.NoError(t, sheet.WriteEffects(&strings.Builder{}, []strategy.Action{{ID: "A", Effects: []strategy.Effect{ok}}}))
	ok.Cuts = must(strategy.NewCuts(strategy.Expected,
		map[int]ghg.Share{2030: must(ghg.Percent(decimalOf("1e-30"))).Complement().Complement().Complement()}))
	assert.NoError(t, sheet.WriteEffects(&strings.Builder{}, []strategy.Action{{ID: "A", Effects: []strategy.Effect{ok}}}))
}
