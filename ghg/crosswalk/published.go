package crosswalk

import (
	_ "embed"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/tsv"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/ipcc1996_ipcc2006.tsv
var ipcc1996Text string

// IPCC1996To2006 leads from the Revised 1996 to the 2006 IPCC Guidelines: 153 rules of
// climate_categories, which are made of Table 8.2 of the 2006 Guidelines. It may be
// reversed.
var IPCC1996To2006 = mustRead(ipcc1996Text, Definition{
	Name: words.Term{En: "IPCC 1996 to IPCC 2006", Ko: "IPCC 1996 → IPCC 2006"},
	From: ipcc.Scheme1996, To: ipcc.Scheme2006, Basis: Published,
	Source: "climate_categories, conversion IPCC1996 to IPCC2006 (2021-07-09), after 2006 IPCC Guidelines, Volume 1, Table 8.2"})

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
		confidence, ok := confidenceWords.Find(r["confidence"])
		if !ok {
			panic("crosswalk: no grade of confidence: " + r["confidence"])
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
