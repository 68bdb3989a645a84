package managed

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Position says where an effect of an action cuts, as the trading scheme sees
// it. The zero Position is unstated.
type Position uint8

// The positions of an effect.
const (
	PositionUnstated Position = iota
	// InsideETS effects cut what the scheme covers at a site: the operator
	// answers for it, and may sell the allowances that it frees.
	InsideETS
	// IndirectETS effects cut the use of energy outside covered sites; a power
	// station that the scheme covers emits less.
	IndirectETS
	// OutsideETS effects cut what no covered site emits.
	OutsideETS
)

// String is the position as it is tagged: "inside_ets", "indirect_ets",
// "outside".
func (p Position) String() string {
	if int(p) < len(positions) {
		return positions[p]
	}
	return fmt.Sprintf("unknown position (%d)", uint8(p))
}

var positions = []string{"unstated", "inside_ets", "indirect_ets", "outside"}

// EffectKey names the effects of an action on one source.
type EffectKey struct {
	Action string // ID
	On     strategy.EmissionSource
}

// EffectTag says where an effect cuts: by a facility of the register, or by a
// position that is stated.
type EffectTag struct {
	// Facility is the ID of the site that it cuts at; the register then tells
	// position and owner for each year.
	Facility string
	// Position is stated where there is no Facility.
	Position Position
	// Scope says how the total holds what is cut: 1 where it is emitted, 2 at the
	// user of purchased energy. It is needed with a Facility and for
	// IndirectETS.
	Scope ghg.Scope
	// Ownership is whose covered site it is. It is needed for InsideETS.
	Ownership carveout.Ownership
	Source    string // who says so
}

// wrong says what is wrong with a tag, or "".
func (t EffectTag) wrong(r carveout.Register) string {
	scoped := t.Scope == ghg.Scope1 || t.Scope == ghg.Scope2
	switch {
	case t.Source == "":
		return "say who says so, in Source"
	case t.Facility != "":
		if _, ok := r.Facility(t.Facility); !ok {
			return fmt.Sprintf("facility %s is not in the register", words.Quote(t.Facility))
		}
		if t.Position != PositionUnstated || t.Ownership != carveout.OwnershipUnstated {
			return "the register tells position and owner of a facility: leave them out"
		}
		if !scoped {
			return "state the scope of what is cut at the facility: 1, direct, or 2, purchased energy"
		}
	case t.Position == InsideETS && !t.Ownership.Valid():
		return "inside_ets needs the owner of the site: a council-owned one stays managed"
	case t.Position == IndirectETS && !scoped:
		return "indirect_ets needs the scope that the total holds the cut in: 1 at the power station, or 2 at the user"
	case t.Position < InsideETS || t.Position > OutsideETS:
		return "allowed are a facility, or inside_ets, indirect_ets and outside"
	}
	return ""
}

// scopeOn says where a tag contradicts the category that the effect acts on, or "".
func (t EffectTag) scopeOn(scheme ghg.Scheme, on strategy.EmissionSource) string {
	n, _ := scheme.Node(on.Category.Code)
	if n.Scope == ghg.ScopeUnspecified || t.Scope == ghg.ScopeUnspecified || n.Scope == t.Scope {
		return ""
	}
	return fmt.Sprintf("the category is %s in %s, and the tag says %s", n.Scope, scheme.ID(), t.Scope)
}

// placed is a tag with the site that it names, if it names one.
type placed struct {
	EffectTag
	site    carveout.Facility
	trading carveout.TradingScheme
}

// at is position and owner of an effect in a year.
func (t placed) at(year int) (Position, carveout.Ownership) {
	switch {
	case t.Facility == "":
		return t.Position, t.Ownership
	case t.site.Covered(year) && t.trading.Covers(t.Scope):
		return InsideETS, t.site.Ownership
	case t.Scope == ghg.Scope2:
		return IndirectETS, t.site.Ownership
	}
	return OutsideETS, t.site.Ownership
}

// counts reports whether an effect is part of the managed emissions in a year.
//
//	inside_ets     at council-owned sites only
//	indirect_ets   where it is the user's purchased energy, not the power
//	               station's own emissions, which are carved out
//	outside        always
func (t placed) counts(year int) bool {
	switch p, owner := t.at(year); p {
	case InsideETS:
		return owner == carveout.CouncilOwned
	case IndirectETS:
		return t.Scope == ghg.Scope2
	}
	return true
}
