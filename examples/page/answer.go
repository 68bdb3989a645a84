package main

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

const inventory = `place,year,category,gas,mass,unit
대구,2022,I.1.1,CO2,612.5,천톤
대구,2022,I.1.1,CH4,55,t
대구,2022,II.1.1,CO2,2.05,Mt
대구,2022,III.1.1,CH4,9.8,kt
`

// writeAnswer writes the answer of the quick start: whether the city is on track, and
// behind it what it emitted.
func writeAnswer(w io.Writer) error {
	records, report, err1 := ghg.ReadCSV(strings.NewReader(inventory), ghg.CSVFormat{Scheme: gpc.Scheme})
	inv, findings, err2 := ghg.NewInventory("대구", ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, records)
	yearly, err3 := ghg.YearlyOf(gpc.Basic, ghg.AR5, inv)
	t, err4 := target.New(target.Definition{
		Name: "2030", Place: "대구", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("3.6 Mt"), Cut: ghg.MustShare("45%")},
	})
	p, err5 := t.Progress(2022, target.Linear, target.DefaultRules, yearly)
	basic, err6 := inv.Total(gpc.Basic, ghg.AR5)
	if err := errors.Join(err1, report.Err(), err2, err3, err4, err5, err6); err != nil {
		return err
	}
	findings.AddAll(p.Findings)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(struct {
		Answer      target.Progress         `json:"answer"`
		Findings    ghg.Findings            `json:"findings"`
		Derivations []derivation.Derivation `json:"derivations"`
	}{p, findings, []derivation.Derivation{p.Explain(), basic.Explain()}})
}
