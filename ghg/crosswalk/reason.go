package crosswalk

import "github.com/localghg/localghg/ghg/words"

// Reason says why a record stays in the remainder.
type Reason uint8

// The reasons.
const (
	NoRule          Reason = iota + 1 // no rule has its category
	OtherGas                          // the rules of its category are for another gas
	OnlySum                           // only a sum of categories is known
	OnlySigned                        // the rules of its category are signed
	TwoPlaces                         // two rules give two categories that do not hold each other
	NotReportable                     // no record can sit on the category that a rule gives
	MemoDiffers                       // a memo item would count, or the other way round
	OriginDiffers                     // methane would change its origin
	KeyOfPart                         // a key of one of several parts says nothing of the whole
	KeyUnknown                        // the other scheme does not have the key
	PlaceUnknown                      // IE names a category without one counterpart
	IncludedHere                      // IE names a category that becomes the same as its own
	Alternatives                      // with what meets it, it would pass for an alternative of one source
	KnownToHaveNone                   // the source says that there is no counterpart
)

var reasons = [...]words.Term{
	{En: "not stated", Ko: "밝히지 않음"},
	{En: "no rule takes the category", Ko: "이 분류에 대한 규칙이 없음"},
	{En: "the rules of the category are for another gas", Ko: "이 분류의 규칙은 다른 가스에만 적용됨"},
	{En: "only a sum of categories is known, and no shares", Ko: "여러 분류의 합계만 알 수 있고 나눌 비율이 없음"},
	{En: "the rules of the category hold for totals alone: a category is taken away in them", Ko: "차감이 있는 규칙이라 합계에만 적용됨"},
	{En: "two rules give two categories", Ko: "두 규칙이 서로 다른 분류를 가리킴"},
	{En: "no record can sit on the category that the rule gives", Ko: "규칙이 가리키는 분류에는 기록을 둘 수 없음"},
	{En: "a memo item and a category that counts", Ko: "별도 보고 항목과 합산 항목이 다름"},
	{En: "methane of unstated origin would change its origin", Ko: "기원을 밝히지 않은 메탄의 기원이 바뀜"},
	{En: "a notation key of one part says nothing of the whole", Ko: "일부 분류의 표기 기호로는 전체를 말할 수 없음"},
	{En: "the other scheme does not have the notation key", Ko: "상대 분류체계에 없는 표기 기호"},
	{En: "IE names a category that has no single counterpart", Ko: "IE가 가리키는 분류에 하나로 대응하는 분류가 없음"},
	{En: "IE names a category that becomes the same", Ko: "IE가 가리키는 분류와 같은 분류가 됨"},
	{En: "beside figures of another category it would pass for an alternative of one source",
		Ko: "다른 분류의 수치와 만나 한 배출원의 대체 수치로 읽힘"},
	{En: "there is no counterpart", Ko: "대응하는 분류가 없음"},
}

func (r Reason) term() words.Term {
	if int(r) < len(reasons) {
		return reasons[r]
	}
	return reasons[0]
}

// String is the reason in English.
func (r Reason) String() string { return r.term().En }

// Korean is the reason in Korean.
func (r Reason) Korean() string { return r.term().Ko }

// MarshalText writes what String prints.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
