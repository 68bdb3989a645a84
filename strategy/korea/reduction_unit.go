package korea

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/reductionunits.tsv
var reductionUnitsTSV string

// ReductionUnitDefinition is what [NewReductionUnit] makes a reduction unit of.
type ReductionUnitDefinition struct {
	ID      string // its number in the document, "1-1"
	Project string // the kind of project it is for: 태양광 발전
	Sector  string
	// Factor is the monitored factor (모니터링인자): what is counted, such as the
	// capacity that was installed.
	Factor string
	Saves  ghg.CO2e // by one of Per
	Per    string   // the unit of the factor: kW, 대, 톤
	Source string   // the document
	Year   int      // of the document or of the figure; 0 where not stated
	// Confidence says how sure the figure is, in the words of who entered it.
	Confidence string
	Note       string
}

// ReductionUnit is the reduction unit of a kind of project (감축원단위): what one
// of its monitored factor saves. It does not say whether the factor counts what
// is new in a year, what stands in it or what is done in it: that is the
// project's to say, see [Counting]. It is immutable; the zero ReductionUnit is
// refused where one is needed.
type ReductionUnit struct{ def *ReductionUnitDefinition }

var errNoReductionUnit = errors.New("no reduction unit given: make one with korea.NewReductionUnit, or take one of korea.ReductionUnits")

// NewReductionUnit checks a definition and makes a reduction unit of it: a
// factor, what it saves, its unit and a source are needed. The error is a
// [ghg.Faults] of all that is wrong.
func NewReductionUnit(d ReductionUnitDefinition) (ReductionUnit, error) {
	of := "reduction unit " + words.Quote(cmp.Or(d.ID, d.Project, d.Factor))
	var faults ghg.Faults
	for _, f := range []struct{ name, value, detail string }{
		{"factor", d.Factor, "name what is monitored"},
		{"per", d.Per, "the unit of the factor is needed, such as kW"},
		{"source", d.Source, "name the document"},
	} {
		if f.value == "" {
			faults.Refuse(of, f.name, "", f.detail)
		}
	}
	if len(d.Per) > ghg.MaxName {
		faults.Refuse(of, "per", d.Per, fmt.Sprintf("at most %d bytes are allowed", ghg.MaxName))
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

// Per is the unit of the factor.
func (u ReductionUnit) Per() string { return u.Definition().Per }

// AssumeMetric is the same figure on a metric that its source does not state:
// the caller says so, with a reason that stays in the note. A figure that is on
// a metric already is refused: its number would have to change.
func (u ReductionUnit) AssumeMetric(m ghg.Metric, reason string) (ReductionUnit, error) {
	switch {
	case u.IsZero():
		return ReductionUnit{}, errNoReductionUnit
	case m.IsZero():
		return ReductionUnit{}, ghg.ErrNoMetric
	case reason == "":
		return ReductionUnit{}, refused("reduction unit "+words.Quote(u.ID()), "reason", "", "say why it may be taken as "+m.String())
	case u.Saves().Metric().ID() != ghg.Unstated.ID():
		return ReductionUnit{}, &ghg.MetricMismatchError{A: u.Saves().Metric().ID(), B: m.ID()}
	}
	d := u.Definition()
	d.Saves, _ = ghg.NewCO2e(d.Saves.Tonnes(), ghg.Tonne, m) // was within bounds before
	if d.Note != "" {
		d.Note += "; "
	}
	d.Note += "taken as " + string(m.ID()) + ": " + reason
	return ReductionUnit{&d}, nil
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
	return fmt.Sprintf("%s%s per %s (%s)", name, d.Saves, d.Per, d.Factor)
}

// reductionUnits are a selection of the guideline's appendix.
var reductionUnits = func() []ReductionUnit {
	var out []ReductionUnit
	for _, r := range mustRows(reductionUnitsTSV, "code sector_ko project_ko factor_ko value mass per note") {
		unit, _, err := ghg.ParseMassUnit(r[5])
		must(unit, err)
		out = append(out, must(NewReductionUnit(ReductionUnitDefinition{
			ID: r[0], Sector: r[1], Project: r[2], Factor: r[3], Per: r[6], Note: r[7],
			Saves:      must(ghg.NewCO2e(mustDecimal(r[4]), unit, ghg.Unstated)),
			Source:     "guideline for local carbon-neutrality plans, appendix 3 (third party's transcription)",
			Confidence: "medium",
		})))
	}
	return out
}()

// ReductionUnits yields reduction units of the guideline's appendix 3, in its
// order: a selection, from a third party's transcription, with the metric
// unstated. The unit of grid electricity, 0.4781 kg/kWh, is the grid factor
// approved in 2021: use a projected factor for years in which the grid is
// cleaner.
func ReductionUnits() iter.Seq[ReductionUnit] { return slices.Values(reductionUnits) }

// FindReductionUnit is the reduction unit of the appendix with an ID, such as
// "4-1". A project with several factors has one for each and none for itself:
// "1-1/1" and "1-1/2", but no "1-1".
func FindReductionUnit(id string) (ReductionUnit, bool) {
	for _, u := range reductionUnits {
		if u.def.ID == id {
			return u, true
		}
	}
	return ReductionUnit{}, false
}
