package factor

import "github.com/localghg/localghg/ghg/words"

// Rule says which factor of a set a year takes.
type Rule uint8

// The rules. They are questions of their own: in Korea the factor in force at the end of
// 2024 is one of 2022, and 2024 has none.
const (
	OfTheYear    Rule = iota + 1 // that of the year itself: Set.OfYear
	AtYearEnd                    // that in force on 31 December: Set.InForceOn
	AsPrescribed                 // the one that the scheme prescribes, in all years: Set.Prescribed
)

var rules = [...]words.Term{
	{En: "no rule", Ko: "규칙 없음"},
	{En: "of the year", Ko: "해당 연도의 계수"},
	{En: "in force on the last day of the year", Ko: "해당 연도 마지막 날에 적용 중인 계수"},
	{En: "as prescribed, in all years", Ko: "제도에서 정한 계수(모든 연도)"},
}

func (r Rule) term() words.Term { return named(rules[:], int(r)) }

func (r Rule) valid() bool { return r >= OfTheYear && r <= AsPrescribed }

// String is the rule in English: "of the year".
func (r Rule) String() string { return r.term().En }

// Korean is the rule in Korean: 해당 연도의 계수.
func (r Rule) Korean() string { return r.term().Ko }
