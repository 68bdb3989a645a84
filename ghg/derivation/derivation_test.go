package derivation_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNames(t *testing.T) {
	for k := derivation.Given; k.Valid(); k++ {
		assert.NotEmpty(t, k.String())
		assert.NotEmpty(t, k.Korean())
	}
	for m := derivation.Exact; m.Valid(); m++ {
		assert.NotEmpty(t, m.String())
		assert.NotEmpty(t, m.Korean())
	}
	assert.Equal(t, "unknown", derivation.Kind(6).String())
	assert.Equal(t, "알 수 없음", derivation.Mode(5).Korean())
	assert.False(t, derivation.Kind(6).Valid())
	assert.False(t, derivation.Mode(5).Valid())
}

// kinds has a step of every kind, and columns that close.
func kinds() derivation.Definition {
	undefined := by(one("ratio", "ratio", "비율", "t", "0"), "A / C", derivation.ToPlaces(4))
	undefined.When, undefined.Values = "C ≠ 0", []derivation.Value{derivation.Undefined(words.Term{En: "nothing to divide by", Ko: "나눌 값 없음"})}
	solved := one("r", "rate of return", "수익률", "", "0.2767")
	solved.Kind, solved.Formula, solved.Rounding = derivation.Solved, "sum(y: F[y] / (1 + r)^(y - 2020))", derivation.ToPlaces(4)
	solved.Equation = "engineering economy"
	found := one("best", "best choice", "최적 선택", "t", "12")
	found.Kind, found.Note = derivation.Found, words.Term{En: "of 8 choices", Ko: "선택 8개 가운데"}
	told := derivation.Step{Symbol: "why", What: words.Term{En: "reason", Ko: "사유"}, Kind: derivation.Told,
		Note: words.Term{En: "as the council decided", Ko: "의회 결정"}}
	share := by(inTonnes(column("P", "i", "3.33", "3.33", "3.34")), "A × w[i] / sum(i: w[i])", derivation.ClosingTo("A", 2))
	rest := by(inTonnes(column("Q", "i", "3.3", "3.3", "3.4")), "A × w[i] / sum(i: w[i])",
		derivation.Rounding{Mode: derivation.OnLargest, Places: 1, To: "A"})
	growth := by(column("g", "y", "", "-0.5", "1.2", "0.8333"), "F[y] / F[y - 1]", derivation.ToPlaces(4))
	growth.When = "known(F[y - 1])"
	return derivation.Definition{Title: words.Term{En: "all kinds", Ko: "모든 종류"},
		Indices: []derivation.Index{numbered("i", 1, 3), numbered("y", 2020, 4)},
		Steps: []derivation.Step{
			one("A", "amount", "금액", "t", "10"), one("C", "nothing", "없음", "", "0"), undefined,
			column("F", "y", "-100", "50", "60", "50"), solved, found, told,
			column("w", "i", "1", "1.0001", "1.0002"), share, rest,
			growth,
		}}
}

func TestKinds(t *testing.T) {
	made, err := derivation.New(kinds())
	require.NoError(t, err)
	assert.Empty(t, made.Replay())
	var symbols []string
	for s := range made.Steps() {
		symbols = append(symbols, s.Symbol)
	}
	assert.Len(t, symbols, 11)
	assert.Equal(t, []string{"A", "w"}, made.Precedents("P"))
	assert.Nil(t, made.Precedents("nothing"))
	_, ok := made.Step("nothing")
	assert.False(t, ok)
	s, ok := made.Step("w")
	require.True(t, ok)
	s.Values[0].Number = dec("9")
	assert.Empty(t, made.Replay(), "what a step hands out is a copy")
	assert.Equal(t, "모든 종류", made.Title().Ko)

	text := must(json.Marshal(made))
	again, err := derivation.Read(strings.NewReader(string(text)))
	require.NoError(t, err)
	assert.Equal(t, string(text), string(must(json.Marshal(again))))
	assert.Equal(t, made.String(), again.String())
	assert.Equal(t, made.Korean(), again.Korean())
	assert.Len(t, made.ID(), 64)
	assert.Contains(t, made.String(), "r     = 0.2767, solves sum(y: F[y] / (1 + r)^(y - 2020)) = 0")
	assert.Contains(t, made.Korean(), "방정식: sum(y: F[y] / (1 + r)^(y - 2020)) = 0")
	assert.Contains(t, made.Korean(), "반올림 규칙: 소수 2자리, 합계 A에 맞춤, 최대잔여법: P")
	assert.Contains(t, made.Print(words.English, 2), "… and 2 more rows")
	for _, r := range made.Korean() {
		assert.False(t, r == '%', "nothing is left to fill in")
	}
}

// A value of more digits than an input may have is written in full, and read back.
func TestManyDigits(t *testing.T) {
	d := derivation.Definition{Title: words.Term{En: "a", Ko: "가"}, Steps: []derivation.Step{
		one("A", "a", "가", "t", "2"), by(one("B", "b", "나", "t", "0.6666666666666666666666666666666666666666666666666667"), "A / 3",
			derivation.ToPlaces(52))}}
	made := must(derivation.New(d))
	assert.Contains(t, made.String(), "B = A / 3 = 2 / 3 = 0.6666666666666666666666666666666666666666666666666667 t")
	again := must(derivation.Read(strings.NewReader(string(must(json.Marshal(made))))))
	assert.Equal(t, made.ID(), again.ID())
	assert.Empty(t, again.Replay())
}

// What a line need not say is not said: a number twice, the unit of what is undefined,
// and whether a value is known.
func TestPrintSaysOnce(t *testing.T) {
	undefined := by(one("C", "c", "다", "t", "0"), "A", derivation.Rounding{})
	undefined.When, undefined.Values = "A < 0", []derivation.Value{derivation.Undefined(words.Term{En: "none", Ko: "없음"})}
	made := must(derivation.New(derivation.Definition{Title: words.Term{En: "a", Ko: "가"}, Steps: []derivation.Step{
		one("A", "a", "가", "t", "2"), by(one("B", "b", "나", "t", "2"), "A", derivation.Rounding{}), undefined,
		{Symbol: "D", What: anything, Kind: derivation.Decided, Cases: []derivation.Case{{Name: "x", What: anything, If: "known(C) = 0",
			Holds: true}}}}}))
	assert.Empty(t, made.Replay())
	assert.Contains(t, made.String(), "  B = A = 2 t   # b\n  C = A = undefined, where A < 0   # c; none\n")
	assert.Contains(t, made.String(), ": known(C) = 0")
	assert.NotContains(t, made.String(), "known(2)")
}

// One digit of one value changed, each in turn: where it moves a result replay names a
// step, and where it does not the checksum tells.
func TestOneDigit(t *testing.T) {
	for name, d := range map[string]derivation.Definition{"progress": progress(), "kinds": kinds()} {
		made := must(derivation.New(d))
		text := string(must(json.Marshal(made)))
		named, silent := 0, 0
		for _, at := range regexp.MustCompile(`"-?[0-9.]+"[],]`).FindAllStringIndex(text, -1) {
			for j := at[0]; j < at[1]; j++ {
				if text[j] < '0' || text[j] > '9' {
					continue
				}
				changed := text[:j] + string('0'+(text[j]-'0'+1)%10) + text[j+1:]
				_, err := derivation.Read(strings.NewReader(changed))
				var told *derivation.ChecksumError
				require.ErrorAs(t, err, &told, changed[max(0, j-80):j+3])
				assert.Equal(t, made.ID(), told.Stated)
				assert.Contains(t, err.Error(), told.Read.ID()[:16])
				if len(told.Read.Replay()) > 0 {
					named++
				} else {
					silent++
				}
			}
		}
		t.Log(name, named, silent)
		assert.Greater(t, named, 5*silent, name)
	}
}

func TestReplayNames(t *testing.T) {
	change := func(symbol string, f func(*derivation.Step)) []derivation.Mismatch {
		d := kinds()
		for i := range d.Steps {
			if d.Steps[i].Symbol == symbol {
				f(&d.Steps[i])
			}
		}
		made, err := derivation.New(d)
		require.NoError(t, err)
		return made.Replay()
	}
	for symbol, x := range map[string]struct {
		change func(*derivation.Step)
		want   string
	}{
		"ratio": {func(s *derivation.Step) { s.When = "C = 0" }, "ratio = undefined: its condition holds, so that it has a value"},
		"r": {func(s *derivation.Step) { s.Values[0].Number = dec("0.2768") },
			"r = 0.2768: the formula does not change its sign between 0.27675 and 0.27685"},
		"P": {func(s *derivation.Step) { s.Values[0].Number, s.Values[2].Number = dec("3.34"), dec("3.33") },
			"P[1] = 3.34, and replayed 3.33"},
		"Q": {func(s *derivation.Step) { s.Values[2].Number = dec("3.3") }, "Q[3] = 3.3, and replayed 3.4"},
		"g": {func(s *derivation.Step) { s.When = "y > 2021" }, "g[2021] = -0.5, and replayed undefined: its condition does not hold"},
	} {
		got := change(symbol, x.change)
		require.NotEmpty(t, got, symbol)
		assert.Equal(t, x.want, got[0].String())
	}
	d := progress()
	status := &d.Steps[len(d.Steps)-1]
	status.Cases = append([]derivation.Case{}, status.Cases...)
	status.Cases[0].Holds, status.Cases[2].Holds = true, false
	got := must(derivation.New(d)).Replay()
	require.Len(t, got, 2)
	assert.Equal(t, "status[achieved] = holds, and replayed does not hold", got[0].String())
	d.Steps[len(d.Steps)-1].Cases = []derivation.Case{{Name: "a", What: anything, If: "E > B"}}
	assert.Equal(t, "status = no case: none of the cases holds", must(derivation.New(d)).Replay()[0].String())
}

func TestRefused(t *testing.T) {
	long := strings.Repeat("x", 3000)
	for want, change := range map[string]func(*derivation.Definition){
		"1 to 500 steps":                    func(d *derivation.Definition) { d.Steps = nil },
		"title":                             func(d *derivation.Definition) { d.Title.Ko = "" },
		"at most 2000 bytes":                func(d *derivation.Definition) { d.Steps[0].Unit = long },
		"step 1, symbol":                    func(d *derivation.Definition) { d.Steps[0].Symbol = "sum" },
		"given, computed, solved, decided":  func(d *derivation.Definition) { d.Steps[0].Kind = 77 },
		"1 are needed":                      func(d *derivation.Definition) { d.Steps[0].Values = nil },
		"a computed or solved step has one": func(d *derivation.Definition) { d.Steps[0].Formula = "1" },
		"an ID of its own":                  func(d *derivation.Definition) { d.Indices[1].Rows[1].ID = "2020" },
		"a letter of its own":               func(d *derivation.Definition) { d.Indices[1].Letter = "i" },
		"no index has this letter":          func(d *derivation.Definition) { d.Steps[3].Index = "z" },
		"what is solved has one value":      func(d *derivation.Definition) { d.Steps[4].Index = "y" },
		"what is solved is rounded":         func(d *derivation.Definition) { d.Steps[4].Rounding = derivation.Rounding{} },
		"0 are needed":                      func(d *derivation.Definition) { d.Steps[6].Values = []derivation.Value{{}} },
		"why, note":                         func(d *derivation.Definition) { d.Steps[6].Note = words.Term{} },
		"3 are needed":                      func(d *derivation.Definition) { d.Steps[8].Values = d.Steps[8].Values[:2] },
		"adds up names the step":            func(d *derivation.Definition) { d.Steps[8].Rounding.To = "" },
		"no step of one value":              func(d *derivation.Definition) { d.Steps[8].Rounding.To = "w" },
		"the last one alone may have no condition": func(d *derivation.Definition) {
			d.Steps = append(d.Steps, derivation.Step{Symbol: "q", What: anything, Kind: derivation.Decided,
				Cases: []derivation.Case{{Name: "a", What: anything, If: "A > 0"}, {Name: "b", What: anything}}})
		},
		"case a": func(d *derivation.Definition) {
			d.Steps = append(d.Steps, derivation.Step{Symbol: "q", What: anything, Kind: derivation.Decided,
				Cases: []derivation.Case{{Name: "a", What: anything, Holds: true}, {Name: "b", What: anything, Holds: true}}})
		},
		"a decided step has some":         func(d *derivation.Definition) { d.Steps[0].Kind = derivation.Decided; d.Steps[0].Values = nil },
		"rounding":                        func(d *derivation.Definition) { d.Steps[8].Rounding.Mode = 9 },
		"what is undefined has no number": func(d *derivation.Definition) { d.Steps[2].Values[0].Number = dec("1") },
		"undefined":                       func(d *derivation.Definition) { d.Steps[2].Values[0].Undefined.Ko = "" },
		"has no value that is a number":   func(d *derivation.Definition) { d.Steps[10].Formula = "why + 1" },
		"it is too long":                  func(d *derivation.Definition) { d.Steps[0].Values[0].Source = long },
		"a number of 500 digits":          func(d *derivation.Definition) { d.Steps[0].Values[0].Number = dec(strings.Repeat("9", 500)) },
		"ratio, when":                     func(d *derivation.Definition) { d.Steps[2].When = "C >" },
	} {
		d := kinds()
		change(&d)
		_, err := derivation.New(d)
		assert.ErrorContains(t, err, want)
	}
}

// What a column is closed to belongs to what it is worked out of.
func TestPrecedentsOfClosed(t *testing.T) {
	d := kinds()
	for i := range d.Steps {
		if d.Steps[i].Symbol == "P" {
			d.Steps[i].Formula = "best × 10 / 12 × w[i] / sum(i: w[i])"
		}
	}
	made := must(derivation.New(d))
	assert.Empty(t, made.Replay())
	assert.Equal(t, []string{"A", "best", "w"}, made.Precedents("P"))
}

// A text that is not UTF-8 is written as it is read back, and has the checksum of that.
func TestNotUTF8(t *testing.T) {
	def := kinds()
	def.Steps[0].Source = "city \xff\\ufffd"
	made := must(derivation.New(def))
	back, err := derivation.Read(strings.NewReader(string(must(json.Marshal(made)))))
	require.NoError(t, err)
	assert.Equal(t, made.ID(), back.ID())
	s, _ := back.Step("A")
	assert.Equal(t, "city \ufffd\\ufffd", s.Source)
}

func TestReadRefused(t *testing.T) {
	text := string(must(json.Marshal(must(derivation.New(kinds())))))
	for from, want := range map[string]string{
		`"version":1→"version":2`:                                       "version 2 of derivations is not known",
		`"version":1→"version":1,"x":1`:                                 "unknown field",
		`"kind":"given"→"kind":"guessed"`:                               "no kind \"guessed\"",
		`"mode":"half-away"→"mode":"up"`:                                "no rounding \"up\"",
		`"values":["10"]→"values":["1e9"]`:                              "is no number",
		`"values":["10"]→"values":["1-0"]`:                              "is no number",
		`"values":["10"]→"values":["."]`:                                "is no number",
		`"values":["10"]→"values":[{"source":"x"}]`:                     "a value, or why it is undefined",
		`"values":["10"]→"values":["` + strings.Repeat("1", 500) + `"]`: "at most 400 digits",
		`"symbol":"A"→"symbol":"A A"`:                                   "symbol",
	} {
		a, b, _ := strings.Cut(from, "→")
		changed := strings.Replace(text, a, b, 1)
		require.NotEqual(t, text, changed, a)
		_, err := derivation.Read(strings.NewReader(changed))
		assert.ErrorContains(t, err, want, from)
	}
	_, err := derivation.Read(strings.NewReader(text + "{}"))
	assert.ErrorContains(t, err, "text behind")
	_, err = derivation.Read(strings.NewReader(strings.Repeat(" ", derivation.MostBytes+1)))
	assert.ErrorContains(t, err, "more than")
	_, err = derivation.Read(strings.NewReader(`{"version":1,"title":{"en":"a","ko":"a"},"steps":[` + strings.Repeat(`{},`, 600) + `{}]}`))
	assert.ErrorContains(t, err, "1 to 500 steps")

	made := must(derivation.Read(strings.NewReader(text)))
	byHand := strings.Replace(text, `"id":"`+made.ID()+`",`, "", 1)
	require.Less(t, len(byHand), len(text))
	assert.Equal(t, made.ID(), must(derivation.Read(strings.NewReader(byHand))).ID(), "without an ID")
	var all []derivation.Derivation
	var told *derivation.ChecksumError
	require.ErrorAs(t, json.Unmarshal([]byte("["+strings.Replace(text, `"id":"`, `"id":"0`, 1)+"]"), &all), &told, "in a list")
	assert.Equal(t, "0"+made.ID(), told.Stated)
	none := must(derivation.Read(strings.NewReader("null")))
	assert.True(t, none.IsZero())
	assert.Equal(t, []string{"", "", "null"}, []string{none.String(), none.ID(), string(must(json.Marshal(none)))})
	assert.Empty(t, none.Replay())
}

// What comes from outside ends in an error, or is written and read again as it is; its
// replay ends too.
func FuzzRead(f *testing.F) {
	for _, d := range []derivation.Definition{progress(), kinds()} {
		f.Add(string(must(json.Marshal(must(derivation.New(d))))))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := derivation.Read(strings.NewReader(text))
		if err != nil {
			return
		}
		again, err := derivation.Read(strings.NewReader(string(must(json.Marshal(d)))))
		require.NoError(t, err)
		assert.Equal(t, d.ID(), again.ID())
		_, _ = d.String(), d.Korean()
		_ = d.Replay()
	})
}

// A formula that parses is written so that it parses to the same.
func FuzzFormula(f *testing.F) {
	for _, s := range []string{"a + b × (n - 1)", "-a^2", "sum(i: m[i] × g[i])", "prod(y = 2018..2018 + n: S[y])", "integral(t: 1 - t × a)",
		"a > 0 and (b < 0 or known(S[2020]))", "(-a)^-2^n", "min(a; b) - (n - 1)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, formula string) {
		d, err := sheet(formula, "1", derivation.Rounding{})
		if err != nil {
			return
		}
		_, line, _ := strings.Cut(d.Print(words.English, 0), "  Z = ")
		written, _, _ := strings.Cut(line, " = ") // what follows are its numbers, and the value
		if strings.Contains(formula, "=") || len(written) > 2000 {
			return
		}
		value := d.Replay()
		again, err := sheet(written, "1", derivation.Rounding{})
		require.NoError(t, err, "%s: %s", formula, written)
		assert.Equal(t, fmt.Sprint(value), fmt.Sprint(again.Replay()), "%s: %s", formula, written)
	})
}
