package crosswalk

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Kind says how many categories stand on the sides of a rule.
type Kind uint8

// Rules with one category on the right say where each record of the left goes. Of the
// others only the sum of the right is known, which cannot be divided without shares.
const (
	OneToOne   Kind = iota + 1
	ManyToOne       // n:1
	OneToMany       // 1:n
	ManyToMany      // n:m
)

var kinds = [...]words.Term{{En: "no rule", Ko: "규칙 없음"}, {En: "1:1", Ko: "1:1"}, {En: "n:1", Ko: "n:1"}, {En: "1:n", Ko: "1:n"},
	{En: "n:m", Ko: "n:m"}}

func (k Kind) term() words.Term {
	if int(k) < len(kinds) {
		return kinds[k]
	}
	return kinds[0]
}

// String is "1:1", "n:1", "1:n" or "n:m".
func (k Kind) String() string { return k.term().En }

// Korean is that in Korean, which is the same but for no rule.
func (k Kind) Korean() string { return k.term().Ko }

// MarshalText writes what String prints.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// RuleDefinition is what [New] makes a rule of.
type RuleDefinition struct {
	From, To   string  // signed sums of codes: "2.A.3 + 2.A.4"
	Gas        ghg.Gas // that the rule is limited to; the zero Gas where it is not
	Confidence ghg.Confidence
	Note       words.Term
}

// Rule is an equation: what the categories on the left have together is what those on the
// right have, for what adds up. A rule may hold for one gas alone.
type Rule struct {
	from, to   Sum
	gas        ghg.Gas
	confidence ghg.Confidence
	note       words.Term
}

// From and To are the sides.
func (r Rule) From() Sum { return r.from }

// To is the right side.
func (r Rule) To() Sum { return r.to }

// Gas is the gas that the rule is limited to, or the zero Gas.
func (r Rule) Gas() ghg.Gas { return r.gas }

// Confidence is how sure the source is.
func (r Rule) Confidence() ghg.Confidence { return r.confidence }

// Note is a remark of the source.
func (r Rule) Note() words.Term { return r.note }

// Kind is 1:1, n:1, 1:n or n:m.
func (r Rule) Kind() Kind {
	switch n, m := r.from.Len(), r.to.Len(); {
	case n == 0 || m == 0:
		return 0
	case n == 1 && m == 1:
		return OneToOne
	case m == 1:
		return ManyToOne
	case n == 1:
		return OneToMany
	}
	return ManyToMany
}

// isSigned reports whether a category is taken away, or counts more than once. Such a rule
// is about totals: no record moves by it.
func (r Rule) isSigned() bool { return !r.from.isPlain() || !r.to.isPlain() }

// takes reports whether the rule is for records of a gas. One that is limited to a gas is
// not for CO2e of all gases together.
func (r Rule) takes(g ghg.Gas) bool {
	return r.gas.IsZero() || r.gas == g || r.gas == ghg.CH4 && (g == ghg.CH4Fossil || g == ghg.CH4NonFossil)
}

// String is "4.D = 3.C.4 + 3.C.5 (1:n, N2O only)".
func (r Rule) String() string {
	s := r.from.String() + " = " + r.to.String() + " (" + r.Kind().String()
	if !r.gas.IsZero() {
		s += ", " + r.gas.String() + " only"
	}
	return s + ")"
}

// MarshalText writes what String prints.
func (r Rule) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// reversed is the equation read from right to left.
func (r Rule) reversed() Rule {
	r.from, r.to = r.to, r.from
	return r
}
