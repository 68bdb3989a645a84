package beside

import "github.com/localghg/localghg/ghg/words"

// Kind is a part of the difference of two inventories.
type Kind uint8

// The parts, in the order in which they are told.
const (
	OnlyFirst    Kind = iota + 1 // what counts in the first inventory alone
	OnlySecond                   // what counts in the second alone
	NotConverted                 // what has no place in the categories of the comparison
	Metric                       // guideline edition and metric: the same masses, counted on two metrics
	Inseparable                  // what the metric does in it cannot be told from the rest
	Activity                     // other amounts of activity
	Factor                       // other emission factors
	Method                       // other activity data, which do not meet
	Remainder                    // what nothing stated explains
)

var kinds = [...]words.Term{
	{En: "not said", Ko: "정하지 않음"},
	{En: "only in the first", Ko: "첫째에만 있음"},
	{En: "only in the second", Ko: "둘째에만 있음"},
	{En: "not converted", Ko: "분류 변환 불가"},
	{En: "edition and metric", Ko: "지침 판·지구온난화지수"},
	{En: "metric not separable", Ko: "지구온난화지수 분리 불가"},
	{En: "activity", Ko: "활동자료"},
	{En: "factor", Ko: "배출계수"},
	{En: "method", Ko: "산정방법"},
	{En: "remainder", Ko: "설명되지 않은 나머지"},
}

func (k Kind) term() words.Term {
	if int(k) < len(kinds) {
		return kinds[k]
	}
	return kinds[0]
}

// String is the part in English.
func (k Kind) String() string { return k.term().En }

// Korean is the part in Korean.
func (k Kind) Korean() string { return k.term().Ko }

// MarshalText writes what String prints.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }
