package strategy

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// JudgedAs is a reason for which not all that a project does counts as its own (WRI,
// Policy and Action Standard, 2014: drivers, free riders and overlaps). The zero
// JudgedAs is refused.
type JudgedAs uint8

// The reasons.
const (
	// Persistence: habits are lost again, and this share of what they save is kept.
	Persistence JudgedAs = iota + 1
	// OverlapWithin: things that are counted here save on one source, and this share is
	// left once savings that meet are counted once.
	OverlapWithin
	// InBaseline: the forecast holds a part already. With adoption a, and a0 without the
	// project, that part is a0/a, and 1 - a0/a is kept; better state the quantities
	// Without it, which is exact.
	InBaseline
	// FreeRiders take part but would have acted anyway; those of the baseline are not
	// among them.
	FreeRiders
	// RequiredByLaw: law asks for it anyway. 0 % is kept, or 100 % with an argument, as
	// for a law that nobody enforces.
	RequiredByLaw
	// CommonPractice: it would have been done.
	CommonPractice
	// PaysForItself: it would have been done for what it earns.
	PaysForItself
)

// judgements are the names in English and Korean (own translation), with the code of
// the finding.
var judgements = []struct {
	words.Term
	code string
}{
	{words.Term{En: "no reason", Ko: "사유 미기재"}, ""},
	{words.Term{En: "persistence", Ko: "지속률"}, ""},
	{words.Term{En: "overlap within", Ko: "내부 중복"}, ""},
	{words.Term{En: "in baseline", Ko: "배출전망치 포함"}, ""},
	{words.Term{En: "free riders", Ko: "무임승차"}, ""},
	{words.Term{En: "required by law", Ko: "법적 의무"}, FindingRequiredByLaw},
	{words.Term{En: "common practice", Ko: "일반 관행"}, FindingCommonPractice},
	{words.Term{En: "pays for itself", Ko: "자체 경제성"}, FindingPaysForItself},
}

// Valid reports whether the reason is one of those above.
func (j JudgedAs) Valid() bool { return j > 0 && int(j) < len(judgements) }

// String is the reason in small letters.
func (j JudgedAs) String() string { return j.term().En }

// MarshalText writes what String says.
func (j JudgedAs) MarshalText() ([]byte, error) { return []byte(j.String()), nil }

// UnmarshalText reads what String says of a reason that is one.
func (j *JudgedAs) UnmarshalText(text []byte) error {
	names := make([]string, len(judgements))
	for i, x := range judgements {
		names[i] = x.En
	}
	return readWord(j, "reason", names, 1, text)
}

// Korean is the reason in Korean, or "" where there is no such reason.
func (j JudgedAs) Korean() string { return j.term().Ko }

func (j JudgedAs) term() words.Term {
	if int(j) < len(judgements) {
		return judgements[j].Term
	}
	return termOf("reason", nil, uint8(j))
}

// Judged is a share of what a project does that counts, with the reason.
type Judged struct {
	Why JudgedAs `json:"why"`
	// Kept is the share that counts, 0 to 100 %: all of it for what is said and not
	// deducted, such as that a project pays for itself.
	Kept ghg.Share `json:"kept"`
	// Text is what the judgement rests on: the law and its article, the survey, and
	// for what law requires and counts nevertheless the argument.
	Text   string `json:"text,omitempty"`
	Source string `json:"source,omitempty"` // document; "" where it is that of the quantification
}

// refuse adds what does not stand.
func (j Judged) refuse(faults *ghg.Faults, of string) {
	if !j.Why.Valid() {
		faults.Refuse(of, "reason", j.Why.String(), "say why not all counts, such as strategy.Persistence")
		return
	}
	if faults.RefuseShare(of, "kept", j.Kept) {
		return
	}
	all, none := j.Kept.Complement().Fraction().IsZero(), j.Kept.Fraction().IsZero()
	if j.Why == RequiredByLaw && !all && !none {
		faults.Refuse(of, "kept", j.Kept.String(), "what law requires counts, with an argument, or does not: 100% or 0%")
	}
	if judgements[j.Why].code != "" && j.Text == "" {
		faults.Refuse(of, "text", "", "say what it rests on: the law and its article, the practice, the payback")
	}
}

// String is the judgement as one line.
func (j Judged) String() string {
	s := fmt.Sprintf("%s: %s kept", j.Why, j.Kept)
	if j.Text != "" {
		s += " (" + j.Text + ")"
	}
	return s
}
