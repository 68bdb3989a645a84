package crosswalk

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/tsv"
	"github.com/localghg/localghg/ghg/words"
)

// mustRead takes the rules of an embedded table into a definition. A row without a right
// side says why its category has no counterpart.
func mustRead(text string, d Definition) Crosswalk {
	d.Without = map[string]words.Term{}
	for _, r := range tsv.MustRows(text) {
		note := words.Term{En: r["note"], Ko: r["note_ko"]}
		if r["to"] == "" {
			d.Without[r["from"]] = note
			continue
		}
		confidence, err := ghg.ParseConfidence(r["confidence"])
		if err != nil {
			panic("crosswalk: " + err.Error())
		}
		rule := RuleDefinition{From: r["from"], To: r["to"], Confidence: confidence, Note: note}
		if r["gas"] != "" {
			gas, err := ghg.ParseGas(r["gas"])
			if err != nil {
				panic("crosswalk: " + err.Error())
			}
			rule.Gas = gas
		}
		d.Rules = append(d.Rules, rule)
	}
	x, err := New(d)
	if err != nil {
		panic("crosswalk: " + err.Error())
	}
	return x
}
