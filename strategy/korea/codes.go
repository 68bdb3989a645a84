package korea

// The coded values of the tables. The zero value of each is unstated and leaves
// its cell blank; where a table needs one, it is a fault.

// GovernmentKind is the tier of a local government (지자체유형).
type GovernmentKind uint8

// The tiers: 시·도 and 시·군·구.
const (
	Metropolitan GovernmentKind = iota + 1
	Basic
)

var governmentKinds = []Label{{}, {"광역", "metropolitan or provincial"}, {"기초", "basic"}}

// Label is the tier in both languages.
func (k GovernmentKind) Label() Label { return coded("kind of government", governmentKinds, uint8(k)) }

// String is the tier in English.
func (k GovernmentKind) String() string { return k.Label().En }

// Korean is that of the label in Korean.
func (k GovernmentKind) Korean() string { return k.Label().Ko }

// MarshalText writes what String says.
func (k GovernmentKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// EmissionKind tells direct emissions, indirect emissions and removals apart
// (배출유형, 직간접구분). By the Framework Act, article 2, indirect emissions are
// those of electricity and heat that others supply; the inventory of the GIR
// has waste treated elsewhere among them.
type EmissionKind uint8

// The kinds of emission.
const (
	Direct EmissionKind = iota + 1
	Indirect
	Sink
)

var emissionKinds = []Label{{}, {"직접배출", "direct"}, {"간접배출", "indirect"}, {"흡수원", "sink"}}

// Label is the kind in both languages.
func (k EmissionKind) Label() Label { return coded("kind of emission", emissionKinds, uint8(k)) }

// String is the kind in English.
func (k EmissionKind) String() string { return k.Label().En }

// Korean is that of the label in Korean.
func (k EmissionKind) Korean() string { return k.Label().Ko }

// MarshalText writes what String says.
func (k EmissionKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Scenario is what a forecast assumes (시나리오).
type Scenario uint8

// The scenarios: business as usual, with the policies in force, and with
// further measures.
const (
	BAU Scenario = iota + 1
	WithPolicies
	WithAdditional
)

var scenarios = []Label{{}, {"BAU", "BAU"}, {"정책반영", "with policies"}, {"추가조치", "with additional measures"}}

// Label is the scenario in both languages.
func (s Scenario) Label() Label { return coded("scenario", scenarios, uint8(s)) }

// String is the scenario in English.
func (s Scenario) String() string { return s.Label().En }

// Korean is that of the label in Korean.
func (s Scenario) Korean() string { return s.Label().Ko }

// MarshalText writes what String says.
func (s Scenario) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// TargetLevel says whether a target is of the whole or of a sector (목표수준).
type TargetLevel uint8

// The levels: 총괄 and 부문.
const (
	OverallTarget TargetLevel = iota + 1
	SectorTarget
)

var targetLevels = []Label{{}, {"총괄", "overall"}, {"부문", "sector"}}

// Label is the level in both languages.
func (l TargetLevel) Label() Label { return coded("level of target", targetLevels, uint8(l)) }

// String is the level in English.
func (l TargetLevel) String() string { return l.Label().En }

// Korean is that of the label in Korean.
func (l TargetLevel) Korean() string { return l.Label().Ko }

// MarshalText writes what String says.
func (l TargetLevel) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Boundary says which emissions a target is about (목표범위).
type Boundary uint8

// The boundaries: what the local government manages, that with further
// reductions beyond it, and the whole region.
const (
	ManagementAuthority Boundary = iota + 1
	ManagementAndAdditional
	WholeRegion
)

var boundaries = []Label{
	{}, {"관리권한", "management authority"}, {"관리권한+추가감축", "management authority and additional reductions"}, {"지역전체", "whole region"},
}

// Label is the boundary in both languages.
func (b Boundary) Label() Label { return coded("boundary", boundaries, uint8(b)) }

// String is the boundary in English.
func (b Boundary) String() string { return b.Label().En }

// Korean is that of the label in Korean.
func (b Boundary) Korean() string { return b.Label().Ko }

// MarshalText writes what String says.
func (b Boundary) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// ProjectKind is what a plan says of a project against the plan before it
// (사업유형 of a plan).
type ProjectKind uint8

// The kinds of project: 신규, 계속, 확대, 변경.
const (
	NewProject ProjectKind = iota + 1
	ContinuedProject
	ExpandedProject
	ChangedProject
)

var projectKinds = []Label{{}, {"신규", "new"}, {"계속", "continued"}, {"확대", "expanded"}, {"변경", "changed"}}

// Label is the kind in both languages.
func (k ProjectKind) Label() Label { return coded("kind of project", projectKinds, uint8(k)) }

// String is the kind in English.
func (k ProjectKind) String() string { return k.Label().En }

// Korean is that of the label in Korean.
func (k ProjectKind) Korean() string { return k.Label().Ko }

// MarshalText writes what String says.
func (k ProjectKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// CheckedKind is what an annual check says of a project against the plan
// (사업유형 of a check).
type CheckedKind uint8

// The kinds: 기존, in the plan and as it was; 변경, in the plan, with another
// indicator or content, or given up; 신규, not in the plan.
const (
	ExistingInCheck CheckedKind = iota + 1
	ChangedInCheck
	NewInCheck
)

var checkedKinds = []Label{{}, {"기존", "existing"}, {"변경", "changed"}, {"신규", "new"}}

// Label is the kind in both languages.
func (k CheckedKind) Label() Label { return coded("kind of project", checkedKinds, uint8(k)) }

// String is the kind in English.
func (k CheckedKind) String() string { return k.Label().En }

// Korean is that of the label in Korean.
func (k CheckedKind) Korean() string { return k.Label().Ko }

// MarshalText writes what String says.
func (k CheckedKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// PlanPart is the part of the plan that money is for (계획구분).
type PlanPart uint8

// The parts: all of it, measures that cut emissions, measures that lay
// foundations, and other.
const (
	AllParts PlanPart = iota + 1
	MitigationPart
	FoundationPart
	OtherPart
)

var planParts = []Label{{}, {"총계", "total"}, {"온실가스감축대책", "mitigation"}, {"대응기반강화", "foundations"}, {"기타", "other"}}

// Label is the part in both languages.
func (p PlanPart) Label() Label { return coded("part of plan", planParts, uint8(p)) }

// String is the part in English.
func (p PlanPart) String() string { return p.Label().En }

// Korean is that of the label in Korean.
func (p PlanPart) Korean() string { return p.Label().Ko }

// MarshalText writes what String says.
func (p PlanPart) MarshalText() ([]byte, error) { return []byte(p.String()), nil }
