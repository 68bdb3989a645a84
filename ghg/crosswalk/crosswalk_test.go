package crosswalk_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Sums are read with signs, blanks and quotation marks, and printed as they are read.
func TestParseSum(t *testing.T) {
	s := flat(t, "letters", "A", "B", "-x y")
	for text, want := range map[string]string{"A": "A", " + A+B ": "A + B", "-A": "-A", "B - A": "B - A", `A + "-x y"`: `A + "-x y"`,
		"-A+B - \"A\"": "-A - A + B", "A+A": "A + A", "b": "B"} {
		sum, err := crosswalk.ParseSum(s, text)
		require.NoError(t, err, text)
		assert.Equal(t, want, sum.String(), text)
		again, err := crosswalk.ParseSum(s, want)
		require.NoError(t, err)
		assert.Equal(t, sum, again)
	}
	for text, want := range map[string]string{"": "a code is needed", "  ": "a code is needed",
		"A B": "+ or - is needed", "A +": "a code is needed",
		"A ++ B": "a code is needed", `"A`: "not closed", `""`: "a code is needed", "A - A": "added and taken away", "C": "unknown category",
		"A\"B\"": "+ or - is needed", strings.Repeat("A + ", 3000): "longer than"} {
		_, err := crosswalk.ParseSum(s, text)
		assert.ErrorContains(t, err, want, text)
	}
	_, err := crosswalk.ParseSum(ghg.Scheme{}, "A")
	assert.ErrorContains(t, err, "there is no scheme")
	var codes []string
	for i := range 501 {
		codes = append(codes, "c"+strings.Repeat("x", i%20)+string(rune('가'+i)))
	}
	many := flat(t, "many", codes...)
	_, err = crosswalk.ParseSum(many, strings.Join(codes[:500], "+"))
	require.NoError(t, err)
	_, err = crosswalk.ParseSum(many, strings.Join(codes, "+"))
	assert.ErrorContains(t, err, "more than 500")
	assert.Equal(t, "", crosswalk.Sum{}.String())
}

// A definition that does not stand is refused with all of its faults.
func TestNewRefuses(t *testing.T) {
	from, to := pair(t)
	good := func() crosswalk.Definition {
		return crosswalk.Definition{Name: words.Term{En: "x", Ko: "엑스"}, From: from, To: to, Source: "here", Basis: crosswalk.Published,
			Rules: []crosswalk.RuleDefinition{rule("A", "X")}, Without: map[string]words.Term{"b": {En: "none", Ko: "없음"}}}
	}
	x, err := crosswalk.New(good())
	require.NoError(t, err)
	assert.Equal(t, words.Term{En: "none", Ko: "없음"}, x.Why("B"))
	assert.Zero(t, x.Why("A"))
	assert.Zero(t, x.Why("no code"))
	assert.Equal(t, "here", x.Source())
	for want, change := range map[string]func(*crosswalk.Definition){
		"name:":                     func(d *crosswalk.Definition) { d.Name.En = "" },
		"Korean name:":              func(d *crosswalk.Definition) { d.Name.Ko = "" },
		"source":                    func(d *crosswalk.Definition) { d.Source = strings.Repeat("s", 2001) },
		"whose mapping":             func(d *crosswalk.Definition) { d.Basis = 0 },
		"both schemes":              func(d *crosswalk.Definition) { d.To = ghg.Scheme{} },
		"1 to 5000 are needed":      func(d *crosswalk.Definition) { d.Rules = nil },
		"1 to 5000 are":             func(d *crosswalk.Definition) { d.Rules = make([]crosswalk.RuleDefinition, 5001) },
		"unknown category \"Q\"":    func(d *crosswalk.Definition) { d.Rules[0].To = "Q" },
		"unknown category \"P\"":    func(d *crosswalk.Definition) { d.Rules[0].From = "P" },
		"it is there twice":         func(d *crosswalk.Definition) { d.Rules = append(d.Rules, rule("a", "x")) },
		"without":                   func(d *crosswalk.Definition) { d.Without["Q"] = words.Term{En: "none", Ko: "없음"} },
		"in English and in Korean":  func(d *crosswalk.Definition) { d.Without["B"] = words.Term{En: "none"} },
		"with the reason in Englis": func(d *crosswalk.Definition) { d.Without["B"] = words.Term{Ko: "없음"} },
	} {
		d := good()
		change(&d)
		_, err := crosswalk.New(d)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, want)
		assert.ErrorContains(t, err, want)
	}
}

// The categories that all rules name are bounded.
func TestRulesAreBounded(t *testing.T) {
	var codes []string
	for i := range 426 {
		codes = append(codes, "c"+string(rune('가'+i)))
	}
	d := crosswalk.Definition{Name: words.Term{En: "x", Ko: "엑스"}, From: flat(t, "many", codes...), Source: "here", Basis: crosswalk.Published}
	_, d.To = pair(t)
	for i := range 25 {
		d.Rules = append(d.Rules, rule(strings.Join(codes[i:i+399], "+"), "X")) // 400 with X
	}
	_, err := crosswalk.New(d)
	require.NoError(t, err)
	d.Rules = append(d.Rules, rule(codes[0], "X"))
	_, err = crosswalk.New(d)
	assert.ErrorContains(t, err, "more than 10000 categories")
}

// A crosswalk is read from right to left, but where it holds one way alone.
func TestReversed(t *testing.T) {
	back, err := crosswalk.IPCC1996To2006.Reversed()
	require.NoError(t, err)
	assert.Equal(t, [2]string{"IPCC 2006", "IPCC 1996"}, [2]string{back.From().Name(), back.To().Name()})
	assert.Equal(t, "IPCC 1996 → IPCC 2006(역방향)", back.Name().Ko)
	n := 0
	for r := range back.Rules() {
		if r.Kind() == crosswalk.ManyToOne {
			n++
		}
	}
	assert.Equal(t, 15, n, "what was 1:n is n:1")
	from, to := pair(t)
	oneWay, err := crosswalk.New(crosswalk.Definition{Name: words.Term{En: "x", Ko: "엑스"}, From: from, To: to, Source: "here",
		Basis: crosswalk.Published, OneWay: true, Rules: []crosswalk.RuleDefinition{rule("A", "X")}})
	require.NoError(t, err)
	_, err = oneWay.Reversed()
	assert.ErrorContains(t, err, "left to right alone")
	_, err = crosswalk.Crosswalk{}.Reversed()
	assert.Error(t, err)
}

// Closed sets have names in both languages, and say so of what is none of them.
func TestNames(t *testing.T) {
	seen := map[string]bool{}
	for r := crosswalk.NoRule; r <= crosswalk.KnownToHaveNone; r++ {
		assert.NotEqual(t, r.String(), r.Korean())
		assert.False(t, seen[r.String()])
		seen[r.String()] = true
	}
	assert.Equal(t, [2]string{"not stated", "밝히지 않음"}, [2]string{crosswalk.Reason(99).String(), crosswalk.Reason(99).Korean()})
	assert.Equal(t, "own mapping 자체 대응 not stated",
		crosswalk.OwnMapping.String()+" "+crosswalk.OwnMapping.Korean()+" "+crosswalk.Basis(9).String())
	assert.Equal(t, "medium 보통 not stated",
		ghg.MediumConfidence.String()+" "+ghg.MediumConfidence.Korean()+" "+ghg.Confidence(9).String())
	assert.Equal(t, "no rule 1:n", crosswalk.Kind(9).String()+" "+crosswalk.OneToMany.String())
	assert.Equal(t, "해당 분류의 규칙으로만", crosswalk.OwnRule.Korean())
	assert.Equal(t, crosswalk.Kind(0), crosswalk.Rule{}.Kind())
	for _, m := range []interface{ MarshalText() ([]byte, error) }{crosswalk.OneToOne, crosswalk.Published, crosswalk.OwnRule,
		crosswalk.OnlySum, crosswalk.Rule{}, crosswalk.Sum{}, crosswalk.IPCC1996To2006} {
		_, err := m.MarshalText()
		assert.NoError(t, err)
	}
}
