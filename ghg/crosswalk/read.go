package crosswalk

import (
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

// embedded is the crosswalk of an embedded table, which is read when the first of its rules is
// asked for.
func embedded(text string, d Definition) Crosswalk {
	return Crosswalk{&crosswalk{read: sync.OnceValue(func() *crosswalk { return mustRead(text, d) })}}
}

// mustRead takes the rules of an embedded table into a definition. A row without a right
// side says why its category has no counterpart.
func mustRead(text string, d Definition) *crosswalk {
	d.Without = map[string]words.Term{}
	for r := range table.MustRead(text, "from", "gas", "to", "confidence", "note", "note_ko").Rows() {
		note := words.Term{En: r.Cell("note"), Ko: r.Cell("note_ko")}
		if r.Cell("to") == "" {
			d.Without[r.Cell("from")] = note
			continue
		}
		confidence, err := ghg.ParseConfidence(r.Cell("confidence"))
		if err != nil {
			panic("crosswalk: " + err.Error())
		}
		rule := RuleDefinition{From: r.Cell("from"), To: r.Cell("to"), Confidence: confidence, Note: note}
		if r.Cell("gas") != "" {
			gas, err := ghg.ParseGas(r.Cell("gas"))
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
	return x.def
}
