package selection

import "github.com/localghg/localghg/ghg/words"

// Method is how a selection was found.
type Method uint8

// The methods.
const (
	BranchAndBound Method = iota + 1
	GreedyByRatio         // a heuristic: in rising order of cost per tonne
	GivenChoice           // by somebody or something else, and checked
)

// String is the method in words.
func (m Method) String() string {
	switch m {
	case BranchAndBound:
		return "branch and bound"
	case GreedyByRatio:
		return "greedy by cost per tonne"
	case GivenChoice:
		return "given choice"
	}
	return "no method"
}

// Korean is the same in Korean: 분기한정법.
func (m Method) Korean() string { return words.SetName("strategy/selection.Method", m.String()) }

// MarshalText writes what String says.
func (m Method) MarshalText() ([]byte, error) { return []byte(m.String()), nil }
