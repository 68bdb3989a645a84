// Package strategytest holds plans that tests make against what their documents say.
package strategytest

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/strategy"
)

// ReadBack writes a plan and its baseline, reads both, and holds what was read against
// what was written: the documents to the letter, and what the plan comes to in every kind.
// It gives what was read.
func ReadBack(t testing.TB, p strategy.Portfolio, b strategy.Baseline, f strategy.JSONFormat) (strategy.Portfolio, strategy.Baseline) {
	t.Helper()
	plan, base := written(t, p), written(t, b)
	p2, findings, err := strategy.ReadPortfolioJSON(bytes.NewReader(plan), f)
	if err != nil {
		t.Fatal(err, string(plan))
	}
	if _, want, err := strategy.NewPortfolio(p.Definition()); err != nil || want.String() != findings.String() {
		t.Error("findings were", want, "and are", findings, err)
	}
	b2, err := strategy.ReadBaselineJSON(bytes.NewReader(base), f)
	if err != nil {
		t.Fatal(err, string(base))
	}
	same(t, plan, written(t, p2))
	same(t, base, written(t, b2))
	sums := 0
	for _, k := range strategy.Kinds() {
		before, err1 := p.Evaluate(b, k, strategy.Shapley)
		after, err2 := p2.Evaluate(b2, k, strategy.Shapley)
		if text(err1) != text(err2) {
			t.Error(k, "was", err1, "and is", err2)
		}
		if err1 == nil && err2 == nil {
			same(t, written(t, before), written(t, after))
			sums++
		}
	}
	if sums == 0 {
		t.Error("the plan comes to nothing in any kind")
	}
	return p2, b2
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func written(t testing.TB, answer any) []byte {
	t.Helper()
	text, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func same(t testing.TB, a, b []byte) {
	t.Helper()
	if !bytes.Equal(a, b) {
		t.Error("what was written is not what was read:", string(a), string(b))
	}
}
