package strategy

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Action is what is done: a measure or programme of a plan. It is checked when
// it enters a [Portfolio]. Only ID, Name, Area and Source are needed.
type Action struct {
	ID     string `json:"id"` // unique in its portfolio
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"`
	// Description says what is done, in the words of the plan.
	Description string `json:"description,omitempty"`
	Area        string `json:"area,omitempty"` // code of its one primary area
	// Codes are its codes in other taxonomies: any number of them in any of the
	// portfolio's.
	Codes    []TaxonomyCode `json:"codes,omitempty"`
	Lead     string         `json:"lead,omitempty"` // the body that leads it
	Partners []Partner      `json:"partners,omitempty"`
	// ProposedBy are the bodies that proposed it, such as a council of citizens.
	ProposedBy  []Proposer      `json:"proposedBy,omitempty"`
	LegalBasis  string          `json:"legalBasis,omitempty"` // act or ordinance and article
	Level       GovernanceLevel `json:"level,omitempty"`
	TargetGroup string          `json:"targetGroup,omitempty"` // households, firms, the council itself
	// Start and End are its first and last day, where they are stated. A
	// Continuous action has no End.
	Start      ghg.Date `json:"start,omitzero"`
	End        ghg.Date `json:"end,omitzero"`
	Continuous bool     `json:"continuous,omitempty"`
	Stage      Stage    `json:"stage"`
	Purpose    Purpose  `json:"purpose,omitempty"`
	// Into are the IDs of the actions that an action lives on in, once it has
	// been merged, split or superseded.
	Into []string `json:"into,omitempty"`
	// Requires are the IDs of actions without which it cannot be done, Excludes
	// of those beside which it cannot.
	Requires   []string       `json:"requires,omitempty"`
	Excludes   []string       `json:"excludes,omitempty"`
	Phases     []Phase        `json:"phases,omitempty"`
	Budget     []BudgetLine   `json:"budget,omitempty"`
	Spent      []SpendingLine `json:"spent,omitempty"` // of the budget or beside it, as reported
	CoBenefits []CoBenefit    `json:"coBenefits,omitempty"`
	Links      []string       `json:"links,omitempty"`
	Source     string         `json:"source,omitempty"` // the document that holds it
	Note       string         `json:"note,omitempty"`
	// Quantifications are the models of what it does, and Effects what it cuts by
	// source: as a document states them, and within a portfolio those of the
	// quantifications after them. None of either where the action is not quantified.
	Quantifications []Quantification `json:"quantifications,omitempty"`
	Effects         []Effect         `json:"effects,omitempty"`
}

// actionOf names an action in a message.
func actionOf(id string) string { return "action " + words.Quote(id) }

// IsQuantified reports whether the action has an effect of any kind.
func (a Action) IsQuantified() bool { return len(a.Effects)+len(a.Quantifications) > 0 }

// AsStated is the action with what its quantifications come to as effects that are
// merely stated, for changing them; of an action of a portfolio, as the effects of
// others are not worked out.
func (a Action) AsStated() Action {
	a = a.clone()
	a.Quantifications = nil
	for i := range a.Effects {
		a.Effects[i].model = nil
	}
	return a
}

// clone copies what a caller could change.
func (a Action) clone() Action {
	a.Codes = slices.Clone(a.Codes)
	a.Partners, a.ProposedBy = slices.Clone(a.Partners), slices.Clone(a.ProposedBy)
	a.Into = slices.Clone(a.Into)
	a.Requires, a.Excludes = slices.Clone(a.Requires), slices.Clone(a.Excludes)
	a.Phases = slices.Clone(a.Phases)
	for i := range a.Phases {
		a.Phases[i].Tasks = slices.Clone(a.Phases[i].Tasks)
	}
	a.Budget, a.Spent = slices.Clone(a.Budget), slices.Clone(a.Spent)
	a.CoBenefits = slices.Clone(a.CoBenefits)
	a.Links = slices.Clone(a.Links)
	a.Quantifications = slices.Clone(a.Quantifications)
	a.Effects = slices.Clone(a.Effects)
	return a
}

// TaxonomyCode is a code in a taxonomy: goal 7 of the SDG, a sector of the CRF.
type TaxonomyCode struct {
	Taxonomy string `json:"taxonomy,omitempty"` // ID of the framework
	Code     string `json:"code"`               // of one of its areas
}

// Partner is a body that takes part in an action beside the one that leads it.
type Partner struct {
	Body string      `json:"body,omitempty"`
	Role PartnerRole `json:"role"`
}

// PartnerRole is what a partner does. The zero PartnerRole is support.
type PartnerRole uint8

// The roles of a partner.
const (
	Support PartnerRole = iota
	CoLead
)

// String is "support" or "co-lead".
func (r PartnerRole) String() string { return word("role", roles, uint8(r)) }

// Korean is the same in Korean: 공동주관.
func (r PartnerRole) Korean() string { return words.SetName("strategy.PartnerRole", r.String()) }

// MarshalText writes what String says.
func (r PartnerRole) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what String says.
func (r *PartnerRole) UnmarshalText(text []byte) error { return readWord(r, "role", roles, 0, text) }

// Valid reports whether the role is one of those above.
func (r PartnerRole) Valid() bool { return int(r) < len(roles) }

var roles = []string{"support", "co-lead"}

// GovernanceLevel is the level of government that an action is taken at. The
// zero GovernanceLevel is unstated.
type GovernanceLevel uint8

// The levels of government: 시·군·구, 시·도 and the state.
const (
	LevelUnstated GovernanceLevel = iota
	Municipality
	Province
	Nation
)

// String is the level in small letters.
func (l GovernanceLevel) String() string { return word("level", levels, uint8(l)) }

// Korean is the same in Korean: 시·군·구.
func (l GovernanceLevel) Korean() string {
	return words.SetName("strategy.GovernanceLevel", l.String())
}

// MarshalText writes what String says.
func (l GovernanceLevel) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads what String says.
func (l *GovernanceLevel) UnmarshalText(text []byte) error {
	return readWord(l, "level", levels, 0, text)
}

// Valid reports whether the level is one of those above.
func (l GovernanceLevel) Valid() bool { return int(l) < len(levels) }

var levels = []string{"unstated", "municipality", "province", "nation"}
