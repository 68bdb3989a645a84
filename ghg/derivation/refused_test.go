package derivation_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

// What a step of one kind has, another has not.
func TestRefusedOfKinds(t *testing.T) {
	decided := func(d *derivation.Definition, change func(s *derivation.Step)) {
		s := derivation.Step{Symbol: "q", What: anything, Kind: derivation.Decided,
			Cases: []derivation.Case{{Name: "a", What: anything, If: "A > 0", Holds: true}, {Name: "b", What: anything, Holds: true}}}
		change(&s)
		d.Steps = append(d.Steps, s)
	}
	largest := derivation.Rounding{Mode: derivation.OnLargest, Places: 1, To: "A"}
	for _, x := range []struct {
		want   string // or nothing, where it stands
		change func(d *derivation.Definition)
	}{
		{"", func(d *derivation.Definition) { decided(d, func(*derivation.Step) {}) }},
		{`step A, when "1": a computed or solved step has one`, func(d *derivation.Definition) { d.Steps[0].When = "1" }},
		{"step best, note: it is needed", func(d *derivation.Definition) { d.Steps[5].Note = words.Term{} }},
		{`step A, note "x": it is needed in English and Korean`, func(d *derivation.Definition) { d.Steps[0].Note.En = "x" }},
		{`step A, note "ㄱ": it is needed in English and Korean`, func(d *derivation.Definition) { d.Steps[0].Note.Ko = "ㄱ" }},
		{`step A, rounding "half away from zero": a computed or solved step has one`, func(d *derivation.Definition) {
			d.Steps[0].Rounding = derivation.ToPlaces(2)
		}},
		{"", func(d *derivation.Definition) { d.Steps[4].Rounding.Mode = derivation.Down }},
		{"what is solved is rounded half away or down", func(d *derivation.Definition) { d.Steps[4].Rounding = largest }},
		{"adds up names the step", func(d *derivation.Definition) { d.Steps[2].Rounding = largest }}, // no column
		{"adds up names the step", func(d *derivation.Definition) { d.Steps[2].Rounding = derivation.ClosingTo("A", 1) }},
		{"adds up names the step", func(d *derivation.Definition) { d.Steps[8].Rounding = derivation.Rounding{Places: 1, To: "A"} }},
		{"adds up names the step", func(d *derivation.Definition) { d.Steps[9].Rounding.To = "" }},
		{"step P, rounding \"nothing\": no step of one value", func(d *derivation.Definition) { d.Steps[8].Rounding.To = "nothing" }},
		{"step P, rounding \"why\": no step of one value", func(d *derivation.Definition) { d.Steps[8].Rounding.To = "why" }},
		{"what is decided or told has none", func(d *derivation.Definition) {
			decided(d, func(s *derivation.Step) { s.Index = "i" })
		}},
		{"what is decided or told has none", func(d *derivation.Definition) { d.Steps[6].Index = "i" }},
		{"step q, values \"1\": 0 are needed", func(d *derivation.Definition) {
			decided(d, func(s *derivation.Step) { s.Values = []derivation.Value{{}} })
		}},
		{"step A, cases \"1\": a decided step has some", func(d *derivation.Definition) {
			d.Steps[0].Cases = []derivation.Case{{Name: "a", What: anything, Holds: true}}
		}},
		{"step q, case: a name", func(d *derivation.Definition) { decided(d, func(s *derivation.Step) { s.Cases[0].Name = "" }) }},
		{`step q, case a "x": it is needed in English`, func(d *derivation.Definition) {
			decided(d, func(s *derivation.Step) { s.Cases[0].What.Ko = "" })
		}},
		{"step q, case b: the last one alone", func(d *derivation.Definition) {
			decided(d, func(s *derivation.Step) { s.Cases[1].Holds = false })
		}},
		{"step q, case a: the last one alone", func(d *derivation.Definition) {
			decided(d, func(s *derivation.Step) { s.Cases[0].If = "" })
		}},
		{"", func(d *derivation.Definition) { decided(d, func(s *derivation.Step) { s.Cases = s.Cases[:1] }) }},
		{`"q" has no value that is a number`, func(d *derivation.Definition) {
			decided(d, func(*derivation.Step) {})
			d.Steps = append(d.Steps, by(one("z", "x", "ㄱ", "", "1"), "q + 1", derivation.Rounding{}))
		}},
		{`step w, value "2": a number of 500 digits`, func(d *derivation.Definition) {
			d.Steps[7].Values[1].Number = dec(strings.Repeat("9", 500))
		}},
		{"index i, row: an ID of its own", func(d *derivation.Definition) { d.Indices[0].Rows[1].ID = "" }},
		{`index 1, letter "1": a letter of its own`, func(d *derivation.Definition) { d.Indices[0].Letter = "1" }},
		{`index i, label "x": it is needed`, func(d *derivation.Definition) { d.Indices[0].Rows[1].Label.En = "x" }},
		{`"w" is a column, and needs its row`, func(d *derivation.Definition) { d.Steps[10].Formula = "w" }},
		{`of its own column a formula reads rows above, as g[y - 1], outside of sums`, func(d *derivation.Definition) { d.Steps[10].Formula = "g[y]" }}, // of itself
		{`"i" is no row that is left out here`, func(d *derivation.Definition) { d.Steps[10].Formula = "abs(-(1 + sum(j ≠ i: w[j])))" }},
		{`"i" is no row that is left out here`, func(d *derivation.Definition) { d.Steps[10].Formula = "w[sum(j ≠ i: w[j])]" }},
		{`"i" is no row that is left out here`, func(d *derivation.Definition) { d.Steps[10].Formula = "sum(j = 1..sum(j ≠ i: w[j]): 1)" }},
		{`"j" is no row that is left out here`, func(d *derivation.Definition) {
			d.Steps[10].Formula = "sum(j = 1..sum(k ≠ j: w[k]): 1)"
		}},
		{`no step "q" stands above`, func(d *derivation.Definition) { d.Steps[10].Formula = "sum(j = 1..q: 1)" }},
		{`no step "q" stands above`, func(d *derivation.Definition) { d.Steps[10].Formula = "sum(j = q..2: 1)" }},
		{`no step "q" stands above`, func(d *derivation.Definition) { d.Steps[10].Formula = "w[q]" }},
		{`"i" is no row that is left out here`, func(d *derivation.Definition) { d.Steps[10].When = "sum(j ≠ i: w[j]) > 1" }},
	} {
		d := kinds()
		x.change(&d)
		_, err := derivation.New(d)
		if x.want == "" {
			assert.NoError(t, err)
		} else {
			assert.ErrorContains(t, err, x.want)
		}
	}
}

// A fault of a formula says where it is.
func TestFormulasRefusedAt(t *testing.T) {
	const part = "a number, a symbol or a bracket is needed, not "
	for formula, want := range map[string]string{
		"": `at byte 0: ` + part + `"the end"`, "a +": `at byte 3: ` + part + `"the end"`, "a + )": `at byte 4: ` + part + `")"`,
		"and": `at byte 0: ` + part + `"and"`, "a + * b": `at byte 4: ` + part + `"×"`, "a × ;": `at byte 5: ` + part + `";"`,
		"a b": `at byte 2: an operation or the end is needed, not "b"`, "2(3)": `at byte 1: an operation or the end is needed, not "("`,
		"(a": `at byte 2: ")" is needed, not "the end"`, "(a + b ×": `at byte 9: ` + part, "m[1": `at byte 3: "]" is needed, not "the end"`,
		"m[": `at byte 2: ` + part, "m[a > 1]": `at byte 4: "]" is needed, not ">"`, "-": `at byte 1: ` + part, "a^": `at byte 2: ` + part,
		"max(n = 3) + sum(i: m[i])": "at byte 0: max takes 2, not 1", "min(a; b; n)": "at byte 0: min takes 2, not 3",
		"a + root(a)": "at byte 4: root takes 2, not 1", "abs(": `at byte 4: ` + part, "abs(a": `at byte 5: ")" is needed`,
		"known(a + 1)": "at byte 0: known asks of a symbol or cell", "known(2)": "at byte 0: known asks of a symbol or cell",
		"integral(t = 0..1: t)": `at byte 11: ":" is needed, not "="`, "integral(k ≠ i: k)": `at byte 11: ":" is needed, not "≠"`,
		"sum(j = 1: m[j])": `at byte 9: ".." is needed, not ":"`, "sum(j = 1..: m[j])": `at byte 11: ` + part,
		"sum(j = ..2: m[j])": `at byte 8: ` + part, "sum(j ≠ i m[j])": `no function "sum"`, "sum(i: m[i]": `at byte 11: ")" is needed`,
		"sum(i: )": `at byte 7: ` + part, "sum(": `no function "sum"`, "a ! b": `at byte 2: '!' is no sign`, "a + 1.2.3": "at byte 4: ",
		"1..2": `at byte 1: an operation or the end is needed, not ".."`, "a = b = n": `at byte 6: an operation or the end is needed, not "="`,
	} {
		_, err := sheet(formula, "1", derivation.Rounding{})
		assert.ErrorContains(t, err, want, formula)
	}
}

// A value has a number or a reason, a text both languages or one, and a name is known.
func TestReadRefusedValues(t *testing.T) {
	read := func(what, value string) error {
		_, err := derivation.Read(strings.NewReader(
			`{"version":1,"title":"x","steps":[{"symbol":"s","what":` + what + `,"kind":"given","values":[` + value + `]}]}`))
		return err
	}
	for _, value := range []string{`"1"`, `{"value":"1"}`, `{"undefined":"x"}`, `{"undefined":{"en":"x","ko":"ㄱ"},"source":"y"}`} {
		assert.NoError(t, read(`"x"`, value))
		assert.NoError(t, read(`{"en":"x","ko":"ㄱ"}`, value))
	}
	for value, want := range map[string]string{
		`{"value":"1","undefined":"x"}`: "a value, or why it is undefined", `{}`: "a value, or why it is undefined",
		`{"value":"1","x":1}`: "unknown field", `1`: "cannot unmarshal", `"1\u0031x"`: "is no number", `{"value":1}`: "cannot unmarshal",
	} {
		assert.ErrorContains(t, read(`"x"`, value), want, value)
	}
	assert.ErrorContains(t, read(`{"en":"x","kr":"ㄱ"}`, `"1"`), "unknown field")
	assert.ErrorContains(t, read(`{"en":"x"}`, `"1"`), "it is needed in English and Korean")
	assert.ErrorContains(t, read(`1`, `"1"`), "cannot unmarshal")
}

// What there is to say of a value is written, and nothing else.
func TestWrittenValues(t *testing.T) {
	s := column("m", "i", "1.50", "2", "", "4")
	s.Values[1].Source, s.Values[3].From = "page 3", "0123456789abcdef"
	x := numbered("i", 1, 4)
	x.Rows[0].Label, x.Rows[1].Source = words.Term{En: "one", Ko: "하나"}, "page 2"
	d := must(derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{x}, Steps: []derivation.Step{s}}))
	text := string(must(json.Marshal(d)))
	assert.Equal(t, `{"version":1,"id":"`+d.ID()+`","title":{"en":"x","ko":"ㄱ"},"indices":[{"letter":"i","rows":[`+
		`{"id":"1","label":{"en":"one","ko":"하나"}},`+
		`{"id":"2","source":"page 2"},{"id":"3"},{"id":"4"}]}],"steps":[{"symbol":"m","what":{"en":"x","ko":"ㄱ"},"kind":"given","index":"i",`+
		`"values":["1.5",{"value":"2","source":"page 3"},{"undefined":{"en":"not known","ko":"알 수 없음"}},`+
		`{"value":"4","from":"0123456789abcdef"}]}]}`, text)
	again := must(derivation.Read(strings.NewReader(text)))
	assert.Equal(t, d.ID(), again.ID())
	assert.Equal(t, d.String(), again.String())
}
