package strategy

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// planForm is the form of the document of a plan.
const planForm ghg.Form = "localghg plan 1"

// planHead is what a plan says beside its actions.
type planHead struct {
	Format        ghg.Form     `json:"format"`
	Name          string       `json:"name"`
	NameKo        string       `json:"name_ko,omitempty"`
	Place         ghg.PlaceID  `json:"place"`
	View          string       `json:"view"`
	Edition       ghg.SchemeID `json:"edition"`
	Scheme        ghg.SchemeID `json:"scheme,omitempty"` // of the categories
	Metric        string       `json:"metric"`
	Framework     Framework    `json:"framework"`
	Taxonomies    []Framework  `json:"taxonomies,omitempty"`
	Through       int          `json:"through,omitempty"` // of quantifications
	CountedStages StageRule    `json:"countedStages"`
}

type portfolioJSON struct {
	planHead
	Actions []Action `json:"actions"`
	Groups  []Group  `json:"groups,omitempty"`
}

// MarshalJSON writes the definition of the portfolio as one document that
// [ReadPortfolioJSON] reads: amounts as texts with unit and metric, every digit kept, and
// beside what is stated what quantifications come to. The zero Portfolio is null.
func (p Portfolio) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	d := p.definition()
	return ghg.StrictJSON(portfolioJSON{planHead{planForm, d.Name, d.NameKo, d.Place, d.View.ID().String(), d.View.ID().Scheme,
		d.Scheme.ID(), d.Metric.String(), d.Framework, d.Taxonomies, d.Through, d.CountedStages}, d.Actions, d.Groups})
}

// UnmarshalJSON always fails: only [ReadPortfolioJSON] is told the views, schemes and
// metrics that a document may mean.
func (p *Portfolio) UnmarshalJSON([]byte) error {
	return errors.New("a plan is read with strategy.ReadPortfolioJSON, which is told the views, schemes and metrics")
}

// planFile is a plan as it is read: its actions one by one, so that what is wrong is of
// one of them.
type planFile struct {
	planHead
	Actions []json.RawMessage `json:"actions"`
	Groups  []groupFile       `json:"groups"`
}

type groupFile struct {
	Group
	Factor number `json:"factor"`
}

// ReadPortfolioJSON reads a plan as [Portfolio.MarshalJSON] writes it, and checks it as
// [NewPortfolio] does: an equal portfolio, whose evaluation is equal, with its findings.
// Factors are in the document; the view, and metrics and schemes of one's own, are among
// those of the format. Stages that count are those of the zero [StageRule] where none are
// given. A [ghg.Form] that is not known, unknown fields, fields given twice, text behind
// the document, and more than 64 MiB are refused.
//
// What quantifications come to is worked out anew. It may be left out, and where it is
// stated it must agree: a figure that was edited by hand does not follow.
func ReadPortfolioJSON(r io.Reader, f JSONFormat) (Portfolio, ghg.Findings, error) {
	var doc planFile
	if err := inWords(ghg.ReadStrictJSON(r, maxDocument, &doc)); err != nil {
		return Portfolio{}, ghg.Findings{}, fmt.Errorf("document of a plan: %w", err)
	}
	p, findings, err := doc.portfolio(f)
	if err != nil {
		return Portfolio{}, ghg.Findings{}, fmt.Errorf("document of the plan %s: %w", words.Quote(words.Clip(doc.Name, ghg.MaxName)), err)
	}
	return p, findings, nil
}

func (f planFile) portfolio(format JSONFormat) (Portfolio, ghg.Findings, error) {
	var none ghg.Findings
	if err := checkForm(f.Format, planForm); err != nil {
		return Portfolio{}, none, err
	}
	d := PortfolioDefinition{Name: f.Name, NameKo: f.NameKo, Place: f.Place, Framework: f.Framework, Taxonomies: f.Taxonomies,
		Through: f.Through, CountedStages: f.CountedStages}
	var err error
	if d.View, d.Scheme, d.Metric, err = format.basis(f.View, f.Edition, f.Scheme, f.Metric); err != nil {
		return Portfolio{}, none, err
	}
	if n := len(f.Actions); n > MaxActions {
		return Portfolio{}, none, ghg.Refusal("", "actions", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", MaxActions))
	}
	workedOut := make([][]effectFile, len(f.Actions))
	d.Actions = make([]Action, len(f.Actions))
	for i, text := range f.Actions {
		if d.Actions[i], workedOut[i], err = readAction(text, format.Metrics); err != nil {
			return Portfolio{}, none, fmt.Errorf("action %d: %w", i+1, err)
		}
	}
	for _, g := range f.Groups {
		g.Group.Factor = decimal.Decimal(g.Factor)
		d.Groups = append(d.Groups, g.Group)
	}
	p, findings, err := NewPortfolio(d)
	if err != nil {
		return Portfolio{}, none, err
	}
	for i, stated := range workedOut {
		a := &p.def.Actions[i]
		for _, e := range stated {
			if !slices.ContainsFunc(a.Effects, func(have Effect) bool { return e.follows(have, format.Metrics) }) {
				return Portfolio{}, none, ghg.Fault{Code: FaultQuantification, Of: actionOf(a.ID), Field: "effects", Value: e.Quantification,
					Detail: "an effect is stated that does not follow from the quantification: leave it out, or change what it follows from"}
			}
		}
	}
	return p, findings, nil
}
