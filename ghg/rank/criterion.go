package rank

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Criterion is what places are compared by. ID, Name, Unit and Better are
// needed.
type Criterion struct {
	ID     string    `json:"id"` // unique in an evaluation
	Name   string    `json:"name"`
	NameKo string    `json:"name_ko,omitempty"`
	Unit   string    `json:"unit,omitempty"` // "%", "tCO2e per head"
	Better Direction `json:"better"`
	Source string    `json:"source,omitempty"` // document that defines it
}

// Direction says which values of a criterion are better. The zero Direction is
// unstated, and refused.
type Direction uint8

// More reduction is better, more emissions are not.
const (
	DirectionUnstated Direction = iota
	HigherIsBetter
	LowerIsBetter
)

var directions = []words.Term{
	{En: "unstated", Ko: "미기재"}, {En: "higher is better", Ko: "클수록 좋음"}, {En: "lower is better", Ko: "작을수록 좋음"},
}

// String is the direction in small letters.
func (d Direction) String() string { return wordOf("direction", directions, uint8(d)).En }

// MarshalText writes what String says.
func (d Direction) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Korean is the direction in Korean.
func (d Direction) Korean() string { return wordOf("direction", directions, uint8(d)).Ko }

// check adds what does not stand in a criterion.
func (c Criterion) check(faults *ghg.Faults) {
	of := "criterion " + words.Quote(c.ID)
	for _, t := range [3]struct{ field, text string }{{"id", c.ID}, {"name", c.Name}, {"unit", c.Unit}} {
		if t.text == "" || len(t.text) > ghg.MaxName {
			faults.Refuse(of, t.field, t.text, fmt.Sprintf("needed, of at most %d bytes", ghg.MaxName))
		}
	}
	if c.Better != HigherIsBetter && c.Better != LowerIsBetter {
		faults.Refuse(of, "better", c.Better.String(), "say whether higher or lower values are better")
	}
}

// word is the name of one of a few values.
func word(what string, names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown %s (%d)", what, i)
}

// wordOf is the name of one of a few values in both languages.
func wordOf(what string, names []words.Term, i uint8) words.Term {
	if int(i) < len(names) {
		return names[i]
	}
	return plain(word(what, nil, i))
}

// TieRule says which rank places with one value have. The zero TieRule is
// refused: it changes ranks.
type TieRule uint8

// The rules for ties, with the ranks of four places of which two are equal.
const (
	_           TieRule = iota
	Competition         // 1 2 2 4
	Dense               // 1 2 2 3
	MeanRank            // 1 2.5 2.5 4
)

var tieRules = []words.Term{
	{En: "none", Ko: "없음"}, {En: `competition ("1224")`, Ko: "같은 순위 다음을 건너뜀(1224)"},
	{En: `dense ("1223")`, Ko: "같은 순위 다음을 건너뛰지 않음(1223)"}, {En: "mean rank", Ko: "평균 순위"},
}

// TieRules are all rules for ties.
func TieRules() []TieRule { return []TieRule{Competition, Dense, MeanRank} }

// String is the rule in small letters.
func (t TieRule) String() string { return wordOf("rule for ties", tieRules, uint8(t)).En }

// MarshalText writes what String says.
func (t TieRule) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// Korean is the rule in Korean.
func (t TieRule) Korean() string { return wordOf("rule for ties", tieRules, uint8(t)).Ko }

// isTieRule reports whether the rule is one of [TieRules].
func (t TieRule) isTieRule() bool { return t >= Competition && t <= MeanRank }

// tieRuleNeeded is what is allowed where there is no rule for ties.
const tieRuleNeeded = "name rank.Competition, rank.Dense or rank.MeanRank"

// PercentileRule says what a percentile is. The zero PercentileRule is refused.
// With n places that have a value, w of them worse, and t equal, the place
// itself included:
type PercentileRule uint8

// The definitions of a percentile.
const (
	_                   PercentileRule = iota
	StrictPercentile                   // w/n
	WeakPercentile                     // (w + t)/n
	MidPercentile                      // (w + t/2)/n
	InclusivePercentile                // w/(n − 1), as PERCENTRANK.INC
	ExclusivePercentile                // (w + 1)/(n + 1), as PERCENTRANK.EXC
)

var percentileRules = []string{
	"none", "strict: w/n", "weak: (w + t)/n", "mid: (w + t/2)/n", "inclusive: w/(n − 1)", "exclusive: (w + 1)/(n + 1)",
}

// String is the rule with its formula.
func (p PercentileRule) String() string { return word("percentile", percentileRules, uint8(p)) }

// Korean is the same in Korean: 낮은 것만 셈: w/n.
func (p PercentileRule) Korean() string { return words.SetName("ghg/rank.PercentileRule", p.String()) }
