package factor

import "github.com/localghg/localghg/ghg/words"

// Kind says over which years a value was made.
type Kind uint8

// The kinds. A mean is printed by its publisher and never computed: the printed mean of
// Korea's grid for 2021 to 2023 is not that of the three printed years.
const (
	KindNotStated Kind = iota
	SingleYear         // of one year alone
	MeanOfYears        // of several years together, as of three in Korea
)

var kinds = [...]words.Term{
	{En: "kind not stated", Ko: "구분 없음"},
	{En: "single year", Ko: "단년도"},
	{En: "mean of years", Ko: "다년 평균"},
}

func (k Kind) term() words.Term { return named(kinds[:], int(k)) }

// Valid reports whether it is one of the kinds.
func (k Kind) Valid() bool { return int(k) < len(kinds) }

// String is the kind in English: "single year".
func (k Kind) String() string { return k.term().En }

// Korean is the kind in Korean: 단년도.
func (k Kind) Korean() string { return k.term().Ko }

// Standing says by what a value stands.
type Standing uint8

// The standings. A [Reference] is given only where it is asked for by its name.
const (
	Approved   Standing = iota + 1 // by the body that approves national factors
	Announced                      // by who publishes it, and approved by none
	Prescribed                     // by a rule or scheme, for what is reported under it
	Reference                      // worked out for reference; not approved
	Own                            // stated by the user, with its source
)

var standings = [...]words.Term{
	{En: "standing not stated", Ko: "지위 없음"},
	{En: "approved", Ko: "승인"},
	{En: "announced", Ko: "공표"},
	{En: "prescribed", Ko: "제도에서 정함"},
	{En: "reference value, not approved", Ko: "참고값(미승인)"},
	{En: "the user's own", Ko: "자체 값"},
}

func (s Standing) term() words.Term { return named(standings[:], int(s)) }

// Valid reports whether it is one of the standings.
func (s Standing) Valid() bool { return s >= Approved && s <= Own }

// String is the standing in English: "approved".
func (s Standing) String() string { return s.term().En }

// Korean is the standing in Korean: 승인.
func (s Standing) Korean() string { return s.term().Ko }

// named is a name of a closed set; what is not in it is called like its zero value.
func named(names []words.Term, i int) words.Term {
	if i >= len(names) {
		i = 0
	}
	return names[i]
}
