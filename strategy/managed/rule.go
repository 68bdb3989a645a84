package managed

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Rule says where effects of a plan cut, and where sources of a baseline emit. Of a list
// of rules the first that meets an effect or a source counts for it, so exceptions stand
// before what they are exceptions of: a single effect is named by its action.
type Rule struct {
	// What it meets: all that is stated here must agree, and what is left out stands
	// for all. A rule that states an action or an area meets effects alone.

	Action   string       `json:"action"`            // ID
	Area     string       `json:"area,omitempty"`    // code or name of an area of the plan's framework
	Category ghg.Category `json:"category,omitzero"` // it and all under it
	Fuel     string       `json:"fuel,omitempty"`
	EndUse   string       `json:"endUse,omitempty"` // as [strategy.EmissionSource] has them
	Scope    ghg.Scope    `json:"scope,omitempty"`  // of the category; what leaves its scope open is taken to be of it
	Rest     bool         `json:"rest"`             // the rest of a baseline, which no other rule meets

	// Where that stands.

	Facility string    `json:"facility,omitempty"` // ID of a site of the register, which tells owner and years
	Position Position  `json:"position"`           // where there is no Facility; inside_ets is then at sites of others
	Share    ghg.Share `json:"share"`              // the part of it that stands there, the rest is outside; unset is all of it
	ShareIn  int       `json:"shareIn,omitempty"`  // or the part that covered sites of others had of it in records of this year

	Source string `json:"source,omitempty"` // who says so
	Line   int    `json:"line,omitempty"`   // of the file that it was read from, from 1
}

// String is the rule with what it meets: "rule of line 3 (GPC 1.1 I.3, coal)".
func (r Rule) String() string {
	said := []string{}
	add := func(what, of string) {
		if of != "" {
			said = append(said, strings.TrimSpace(what+" "+of))
		}
	}
	add("action", r.Action)
	add("area", r.Area)
	add("", r.Category.String())
	add("", r.Fuel)
	add("", r.EndUse)
	if r.Scope != ghg.ScopeUnspecified {
		add("", r.Scope.String())
	}
	if r.Rest {
		add("", "rest")
	}
	name := "rule"
	if r.Line > 0 {
		name = fmt.Sprintf("rule of line %d", r.Line)
	}
	return name + " (" + cmp.Or(strings.Join(said, ", "), "all") + ")"
}

// forEffects reports whether the rule can meet effects alone.
func (r Rule) forEffects() bool { return r.Action != "" || r.Area != "" }

// refuse calls a function for all that is wrong with a rule alone.
func (r Rule) refuse(with func(field, value, detail string)) {
	if r.Source == "" {
		with("source", "", "say who says so")
	}
	switch {
	case r.Facility != "" && r.Position != PositionUnstated:
		with("position", r.Position.String(), "the register tells it of a facility: leave it out")
	case r.Facility == "" && !r.Position.Valid():
		with("position", r.Position.String(), "allowed are a facility, or inside_ets, indirect_ets and outside")
	}
	if r.Rest && (r.Action != "" || r.Area != "" || r.Category != (ghg.Category{}) || r.Fuel != "" || r.EndUse != "") {
		with("rest", "", "it is of no action, area or source: leave these out")
	}
	if r.Scope > ghg.Scope3 {
		with("scope", fmt.Sprint(uint8(r.Scope)), "allowed are 1, 2 and 3")
	}
	part := !r.Share.IsUnset()
	if part && (r.Share.Fraction().IsNegative() || r.Share.Fraction().GreaterThan(decimal.New(1, 0))) {
		with("share", r.Share.String(), "the part that stands there is from 0% to 100%")
	}
	if part && r.Facility == "" && r.Position != InsideETS {
		with("share", r.Share.String(), "it is the part at a facility or in inside_ets; the rest is outside")
	}
	if r.ShareIn == 0 {
		return
	}
	year := fmt.Sprint(r.ShareIn)
	switch {
	case ghg.CheckYear("", r.ShareIn) != nil:
		with("share_in", year, fmt.Sprintf("years from %d to %d are allowed", ghg.FirstYear, ghg.LastYear))
	case part:
		with("share_in", year, "a share is stated: give one of the two")
	case r.Facility != "" || r.Position != InsideETS:
		with("share_in", year, "it is the part of all covered sites of others: it needs inside_ets, and no facility")
	case r.Rest:
		with("share_in", year, "which categories the rest holds is not known: state the share")
	}
}

// within adds what does not stand in a rule beside a register and a plan's framework,
// which is the zero Framework for a baseline.
func (r Rule) within(faults *ghg.Faults, register carveout.Register, areas strategy.Framework) {
	of := r.String()
	with := func(field, value, detail string) {
		faults.Add(ghg.Fault{Code: FaultRule, Of: of, Field: field, Value: value, Detail: detail})
	}
	r.refuse(with)
	if _, known := register.Facility(r.Facility, 0); r.Facility != "" && !known {
		with("facility", r.Facility, "it is not in the register")
	}
	if c, scheme := r.Category, register.Scheme(); c != (ghg.Category{}) {
		if n, known := scheme.Node(c.Code); !known || c.Scheme != scheme.ID() || n.Code != c.Code {
			with("category", c.String(), fmt.Sprintf("no category of %s, which the register has", scheme.ID()))
		}
	}
	if _, known := areaOf(areas, r.Area); r.Area != "" && !areas.IsZero() && !known {
		with("area", r.Area, "allowed are "+strings.Join(areas.AreaCodes(), ", "))
	}
}

// areaOf is the code of an area that a rule names by its code or one of its names.
func areaOf(f strategy.Framework, name string) (string, bool) {
	if _, ok := f.Area(name); ok {
		return name, true
	}
	for a := range f.Areas() {
		if n := words.Fold(name); n == words.Fold(a.Name) || a.NameKo != "" && n == words.Fold(a.NameKo) {
			return a.Code, true
		}
	}
	return "", false
}
