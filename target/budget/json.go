package budget

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/exact"
)

type budgetJSON struct {
	Name       string       `json:"name"`
	Place      ghg.PlaceID  `json:"place"`
	View       ghg.ViewID   `json:"view"`
	Edition    ghg.SchemeID `json:"edition"`
	Metric     string       `json:"metric"`
	Amount     ghg.CO2e     `json:"amount"`
	First      int          `json:"first"`
	Last       int          `json:"last"`
	Warming    string       `json:"warming,omitempty"`
	Likelihood ghg.Share    `json:"likelihood"`
	Source     string       `json:"source"`
	Stages     []stageJSON  `json:"stages"`
}

type stageJSON struct {
	Name     string       `json:"name"`
	NameKo   string       `json:"name_ko"`
	Formula  string       `json:"formula"`
	Amount   ghg.CO2e     `json:"amount"`
	Source   string       `json:"source,omitempty"`
	Findings ghg.Findings `json:"findings"`
}

func (s Stage) wire() stageJSON {
	return stageJSON{s.Name.En, s.Name.Ko, s.Formula, s.Amount, s.Source, s.Findings}
}

// MarshalJSON writes the stage. What its formula is of stands in the derivation of the budget.
func (s Stage) MarshalJSON() ([]byte, error) { return json.Marshal(s.wire()) }

// MarshalJSON writes the budget with every stage by which it came about. The zero Budget is
// null.
func (b Budget) MarshalJSON() ([]byte, error) {
	if b.IsZero() {
		return []byte("null"), nil
	}
	stages := []stageJSON{}
	for s := range b.Stages() {
		stages = append(stages, s.wire())
	}
	return json.Marshal(budgetJSON{b.Name(), b.Place(), b.View().ID(), b.View().ID().Scheme, b.Metric().String(),
		b.Amount(), b.First(), b.Last(),
		b.Warming(), b.Likelihood(), b.Source(), stages})
}

type allowancesJSON struct {
	Budget  string                 `json:"budget"`
	Years   []ghg.InYear[ghg.CO2e] `json:"years"`
	Closing ghg.CO2e               `json:"closing"`
}

// MarshalJSON writes what each year may emit, and what is left behind the last of them.
// The zero Allowances is null.
func (a Allowances) MarshalJSON() ([]byte, error) {
	if a.budget.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(allowancesJSON{a.budget.Name(), ghg.InYears(a.All()), a.Closing()})
}

type coverageFactorJSON struct {
	Factor ghg.Ratio `json:"factor"`
	Part   string    `json:"part"`
	All    string    `json:"all"`
	Stage  stageJSON `json:"stage"`
}

// MarshalJSON writes the factor with how it was found. The zero CoverageFactor is null.
func (c CoverageFactor) MarshalJSON() ([]byte, error) {
	if c.all.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(coverageFactorJSON{c.Factor(), c.part.String(), c.all.String(), c.stage.wire()})
}

type formJSON struct {
	Name     string   `json:"name"`
	NameKo   string   `json:"name_ko"`
	Counting Counting `json:"counting"`
	Formula  string   `json:"formula"`
	Source   string   `json:"source"`
}

// MarshalJSON writes the form of a path. The zero Form is null.
func (f Form) MarshalJSON() ([]byte, error) {
	if f.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(formJSON{f.String(), f.Korean(), f.Counting(), f.Formula(), f.Source()})
}

// solvedJSON is a value that the form of a path is solved for.
type solvedJSON struct {
	Symbol string `json:"symbol"`
	What   string `json:"what"`
	WhatKo string `json:"what_ko"`
	Value  string `json:"value"`
	Unit   string `json:"unit,omitempty"`
}

func solvedFor(steps []derivation.Step) []solvedJSON {
	list := []solvedJSON{}
	for _, s := range steps {
		if len(s.Values) == 1 && s.Values[0].IsDefined() {
			list = append(list, solvedJSON{s.Symbol, s.What.En, s.What.Ko, exact.Text(s.Values[0].Number), s.Unit})
		}
	}
	return list
}

type pathJSON struct {
	Budget      Budget       `json:"budget"`
	Form        Form         `json:"form"`
	Start       Start        `json:"start"`
	AnnualRate  ghg.Ratio    `json:"annualRate"`
	YearsToZero ghg.Ratio    `json:"yearsToZero"`
	SolvedFor   []solvedJSON `json:"solvedFor"`
	Findings    ghg.Findings `json:"findings"`
}

// MarshalJSON writes what the path begins with and how it goes on. The zero Path is null.
func (p Path) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(pathJSON{p.Budget(), p.Form(), p.Start(), p.AnnualRate(), p.YearsToZero(), solvedFor(p.def.curve.needs),
		p.Findings()})
}

type reportJSON struct {
	Path          Path           `json:"path"`
	Terms         ReportTerms    `json:"terms"`
	AnnualRate    ghg.Ratio      `json:"annualRate"`
	Allowances    Allowances     `json:"allowances"`
	Periods       []PeriodBudget `json:"periods"`
	NearlySpentIn int            `json:"nearlySpentIn"`
	Left          ghg.CO2e       `json:"left"`
}

// MarshalJSON writes the path with what each year and each period may emit, and the year
// in which the budget is nearly spent. The zero Report is null.
func (r Report) MarshalJSON() ([]byte, error) {
	if r.path.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(reportJSON{r.Path(), r.terms, r.AnnualRate(), r.Allowances(), slices.AppendSeq([]PeriodBudget{},
		r.Periods()), r.nearly, r.left})
}
