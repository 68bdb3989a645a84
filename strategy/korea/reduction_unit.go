package korea

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

//go:embed data/reductionunits.tsv
var reductionUnitsTSV string

// ReductionUnitDefinition is what [NewReductionUnit] makes a reduction unit of.
type ReductionUnitDefinition struct {
	ID      string `json:"id"`                // its number in the document, "1-1"
	Project string `json:"project,omitempty"` // the kind of project it is for: 태양광 발전
	Sector  string `json:"sector,omitempty"`
	// Factor is the monitored factor (모니터링인자): what is counted, such as the
	// capacity that was installed.
	Factor string   `json:"factor,omitempty"`
	Saves  ghg.CO2e `json:"saves"`        // by one of Per
	Per    ghg.Unit `json:"per,omitzero"` // the unit of the factor: kW, 대, 톤
	// Written is that unit as the document has it, where it is read in more than one
	// way and Per is left out: RT. Say which with [ReductionUnit.AssumePer].
	Written string `json:"written,omitempty"`
	// Contains is the factor that the figure was made with, where that is known: that
	// of the grid in a unit on electricity.
	Contains ghg.Factors `json:"contains,omitzero"`
	Source   string      `json:"source,omitempty"` // the document
	Year     int         `json:"year"`             // of the document or of the figure; 0 where not stated
	// Confidence says how sure the figure is, in the words of who entered it.
	Confidence string `json:"confidence,omitempty"`
	Note       string `json:"note,omitempty"`
}

// ReductionUnit is the reduction unit of a kind of project (감축원단위): what one
// of its monitored factor saves. It does not say whether the factor counts what
// is new in a year, what stands in it or what is done in it: that is the
// project's to say, see [strategy.Counting]. It is immutable; the zero ReductionUnit is
// refused where one is needed.
type ReductionUnit struct{ def *ReductionUnitDefinition }

var errNoReductionUnit = errors.New("no reduction unit given: make one with korea.NewReductionUnit, or take one of korea.ReductionUnits")

// NewReductionUnit checks a definition and makes a reduction unit of it: a
// factor, what it saves, its unit and a source are needed. The error is a
// [ghg.Faults] of all that is wrong.
func NewReductionUnit(d ReductionUnitDefinition) (ReductionUnit, error) {
	of := d.of()
	var faults ghg.Faults
	if d.Factor == "" {
		faults.Refuse(of, "factor", "", "name what is monitored")
	}
	switch _, err := ghg.ParseUnit(d.Written); {
	case d.Per.IsZero() && d.Written == "":
		faults.Refuse(of, "per", "", "the unit of the factor is needed, such as kW")
	case !d.Per.IsZero() && d.Written != "":
		faults.Refuse(of, "written", d.Written, "the unit is stated as "+d.Per.String()+": give one of the two")
	case d.Written != "" && err == nil:
		faults.Refuse(of, "written", d.Written, "it is read in one way: give it as the unit")
	}
	if d.Source == "" {
		faults.Refuse(of, "source", "", "name the document")
	}
	if d.Saves == (ghg.CO2e{}) {
		faults.Refuse(of, "saves", "", "say what one of the factor saves, as CO2e")
	}
	if err := ghg.CheckYear("", d.Year); d.Year != 0 && err != nil {
		faults.Refuse(of, "year", strconv.Itoa(d.Year), err.Error()+", or 0 where none is stated")
	}
	if err := faults.Err(); err != nil {
		return ReductionUnit{}, err
	}
	return ReductionUnit{&d}, nil
}

// of names the unit in faults.
func (d *ReductionUnitDefinition) of() string {
	return "reduction unit " + words.Quote(cmp.Or(d.ID, d.Project, d.Factor))
}

// Definition is what the reduction unit was made of.
func (u ReductionUnit) Definition() ReductionUnitDefinition {
	if u.def == nil {
		return ReductionUnitDefinition{}
	}
	return *u.def
}

// IsZero reports whether there is no reduction unit.
func (u ReductionUnit) IsZero() bool { return u.def == nil }

// ID is its number in the document.
func (u ReductionUnit) ID() string { return u.Definition().ID }

// Saves is what one of the factor saves.
func (u ReductionUnit) Saves() ghg.CO2e { return u.Definition().Saves }

// Per is the unit of the factor; the zero Unit where the document's is read in more
// than one way.
func (u ReductionUnit) Per() ghg.Unit { return u.Definition().Per }

// PublishedUnit is the reduction unit for a [strategy.Quantification] that has no
// effects of its own: what it acts on, and how it meets other effects there, are the
// plan's to say. Beside effects, which say both, it takes the zero source. One whose
// unit is read in more than one way is refused.
func (u ReductionUnit) PublishedUnit(on strategy.EmissionSource, i strategy.Interaction) (strategy.PublishedUnit, error) {
	if u.IsZero() {
		return strategy.PublishedUnit{}, errNoReductionUnit
	}
	if u.def.Per.IsZero() {
		_, err := ghg.ParseUnit(u.def.Written)
		return strategy.PublishedUnit{}, ghg.Refusal(u.def.of(), "per", u.def.Written, fmt.Sprintf("say which with AssumePer: %v", err))
	}
	return strategy.PublishedUnit{ID: u.def.ID, On: on, Interaction: i, Saves: u.def.Saves, Per: u.def.Per,
		Contains: u.def.Contains, Source: u.def.Source}, nil
}

// String is "1-1/1 태양광 발전: 0.617 tCO2e per kW (시설용량)".
func (u ReductionUnit) String() string {
	if u.IsZero() {
		return "no reduction unit"
	}
	d := u.def
	name := d.ID
	if d.Project != "" {
		if name != "" {
			name += " "
		}
		name += d.Project
	}
	if name != "" {
		name += ": "
	}
	return fmt.Sprintf("%s%s per %s (%s)", name, d.Saves, d.per(), d.Factor)
}

// per is the unit of the factor in words.
func (d *ReductionUnitDefinition) per() string {
	if d.Written != "" {
		return d.Written
	}
	return d.Per.Korean()
}

// reductionUnits are a selection of the guideline's appendix.
var reductionUnits = sync.OnceValue(func() []ReductionUnit {
	var out []ReductionUnit
	grid := gridOfAppendix()
	for r := range table.MustRead(reductionUnitsTSV, "code", "sector_ko", "project_ko", "factor_ko", "value", "mass", "per", "contains",
		"note").Rows() {
		mass, _, err := ghg.ParseMassUnit(r.Cell("mass"))
		must(mass, err)
		d := ReductionUnitDefinition{
			ID: r.Cell("code"), Sector: r.Cell("sector_ko"), Project: r.Cell("project_ko"), Factor: r.Cell("factor_ko"), Note: r.Cell("note"),
			Saves:      must(ghg.NewCO2e(mustDecimal(r.Cell("value")), mass, ghg.Unstated)),
			Source:     "guideline for local carbon-neutrality plans, appendix 3 (third party's transcription)",
			Confidence: "medium",
		}
		if d.Per, err = ghg.ParseUnit(r.Cell("per")); err != nil {
			d.Written = r.Cell("per")
		}
		if r.Cell("contains") != "" {
			d.Contains = grid
		}
		out = append(out, must(NewReductionUnit(d)))
	}
	return out
})

func mustDecimal(s string) decimal.Decimal { return must(decimal.NewFromString(s)) }

// gridOfAppendix is the grid factor that the appendix holds.
func gridOfAppendix() ghg.Factors {
	f := must(gir.ReductionUnitGrid.Prescribed())
	one := must(ghg.NewQuantity(mustDecimal("1"), f.Value.Per()))
	return must(ghg.NewFactors(ghg.FactorsDefinition{Of: "electricity", Source: f.Source, Per: f.Value.Per(),
		Years: []ghg.Factor{{CO2e: must(f.Value.For(one))}}}))
}

// ReductionUnits yields reduction units of the guideline's appendix 3, in its
// order: a selection, from a third party's transcription, with the metric
// unstated. The unit of grid electricity, 0.4781 kg/kWh, is the grid factor
// approved in 2021: use a projected factor for years in which the grid is
// cleaner.
func ReductionUnits() iter.Seq[ReductionUnit] { return slices.Values(reductionUnits()) }

// FindReductionUnit is the reduction unit of the appendix with an ID, such as
// "4-1". A project with several factors has one for each and none for itself:
// "1-1/1" and "1-1/2", but no "1-1".
func FindReductionUnit(id string) (ReductionUnit, bool) {
	for _, u := range reductionUnits() {
		if u.def.ID == id {
			return u, true
		}
	}
	return ReductionUnit{}, false
}
