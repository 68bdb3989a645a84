package scenario

import (
	"fmt"

	"github.com/localghg/localghg/ghg/words"
)

// Role is what a scenario stands for. The zero Role is refused.
type Role uint8

// The roles of scenarios.
const (
	WithoutMeasures Role = iota + 1 // no action is enabled
	Existing                        // with the measures in place
	WithPlan                        // with the plan
	Stretch                         // beyond the plan
	WhatIf                          // a question
)

var roles = [...]string{"no role", "without measures", "existing", "with plan", "stretch", "what-if"}

// String is the role in small letters.
func (r Role) String() string {
	if int(r) < len(roles) {
		return roles[r]
	}
	return fmt.Sprintf("unknown role (%d)", uint8(r))
}

// Korean is the same in Korean: 대책 없음.
func (r Role) Korean() string { return words.SetName("strategy/scenario.Role", r.String()) }

// MarshalText writes what String says.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// Valid reports whether the role is one of those above.
func (r Role) Valid() bool { return r >= WithoutMeasures && r <= WhatIf }
