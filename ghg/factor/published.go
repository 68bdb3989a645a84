package factor

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Published is one value as it was published: of which years it is, from which day on
// it counts, by what it stands, and how surely it is known.
type Published[T fmt.Stringer] struct {
	Name  string // one of its own in the set: what is given only by name is asked for by it
	Value T
	Kind  Kind

	// From and To are the years that the value is of: one year twice, or the first and
	// the last of a mean; 0 where they are not known, or where it is of none.
	From, To int

	// On is the day of publication, or the first day on which the value holds; the zero
	// Date where it is not known. Until is the last day, where one is set; else the value
	// holds until the next one is published.
	On, Until ghg.Date

	Edition    string // of the guidelines behind it: "IPCC 2006"; "" where it is not stated
	Standing   Standing
	Confidence ghg.Confidence
	Lacks      string // what belongs to it and is not known: "CH4, N2O"
	Source     string // "" for that of the set
	Note       string
}

// isFree reports whether the value is given without being named.
func (p *Published[T]) isFree() bool {
	return p.Standing != Reference && p.Confidence >= ghg.MediumConfidence
}

// The codes of findings on a value.
const (
	FindingReference     = "reference-value"      // worked out for reference, not approved
	FindingLowConfidence = "low-confidence"       // where it comes from is not known well
	FindingNoMetric      = "gwp-basis-not-stated" // its source does not say its warming potentials
	FindingLacks         = "gases-not-known"      // a part of it was not found
	FindingOwn           = "own-factor"           // the user's, not of the set
)

var (
	isReference   = words.Term{En: "%s was worked out for reference and is not approved", Ko: "%s 값은 참고용으로 산출한 것으로, 승인된 값이 아님"}
	lowConfidence = words.Term{En: "%s is known with confidence %s: %s", Ko: "%s 값의 신뢰도 %s: %s"}
	noMetric      = words.Term{En: "the source of %s does not say on which warming potentials it is", Ko: "%s 값의 출처가 지구온난화지수를 밝히지 않음"}
	lacks         = words.Term{En: "%s is without %s, which were not found: what it gives is too small",
		Ko: "%s 값에 %s 배출계수가 없음(찾지 못함): 산정량이 실제보다 작음"}
	isOwn = words.Term{En: "%s is the user's own, not of %s: %s", Ko: "%s 값은 사용자가 밝힌 값으로, %s에서 온 것이 아님: %s"}
)

// Findings are what is to be said where the value is used.
func (p Published[T]) Findings() ghg.Findings {
	var out ghg.Findings
	add := func(code string, severity ghg.Severity, t words.Term, values ...any) {
		out.Add(ghg.Finding{Code: code, Severity: severity, Of: p.Name, Found: p.Value.String()}.Said(t, values...))
	}
	if p.Standing == Reference {
		add(FindingReference, ghg.Warning, isReference, p.value())
	}
	if p.Confidence < ghg.MediumConfidence && p.Standing != Own {
		add(FindingLowConfidence, ghg.Warning, lowConfidence, p.value(), p.Confidence.Term(), p.Source)
	}
	if e, ok := any(p.Value).(Emission); ok && e.hasTotal() && e.metric.ID() == ghg.Unstated.ID() {
		add(FindingNoMetric, ghg.Warning, noMetric, p.value())
	}
	if p.Lacks != "" {
		add(FindingLacks, ghg.Warning, lacks, p.value(), p.Lacks)
	}
	return out
}

// value is the value alone.
func (p *Published[T]) value() words.Term {
	text := words.Term{En: p.Value.String(), Ko: p.Value.String()}
	if k, ok := any(p.Value).(interface{ Korean() string }); ok {
		text.Ko = k.Korean()
	}
	return text
}

// years says of which years the value is.
func (p *Published[T]) years() words.Term {
	switch {
	case p.From == 0:
		return p.Kind.term()
	case p.From == p.To:
		year := strconv.Itoa(p.From)
		if p.Kind == KindNotStated {
			return words.Term{En: "of " + year, Ko: year + "년"}
		}
		return words.Term{En: "single year " + year, Ko: year + "년 단년도"}
	}
	return words.Term{En: fmt.Sprintf("mean of %d to %d", p.From, p.To), Ko: fmt.Sprintf("%d~%d년 평균", p.From, p.To)}
}

// days says from when until when it holds.
func (p *Published[T]) days() words.Term {
	var t words.Term
	switch {
	case p.On == ghg.Date{}:
		t = words.Term{En: "day of publication not known", Ko: "공표일 모름"}
	case p.Until != ghg.Date{}:
		t.En, t.Ko = words.Term{En: "from %s to %s", Ko: "%s~%s"}.Fill(p.On, p.Until)
	default:
		t.En, t.Ko = words.Term{En: "from %s on", Ko: "%s부터"}.Fill(p.On)
	}
	return t
}

func (p *Published[T]) text() words.Term {
	parts := []words.Term{p.years(), p.Standing.term(), p.days()}
	if p.Standing == Prescribed && (p.On == ghg.Date{}) {
		parts = parts[:2] // it holds whenever the scheme does
	}
	if p.From == 0 && p.Kind == KindNotStated {
		parts = parts[1:]
	}
	return words.Join([]words.Term{p.value(), words.Join(parts, "; ")}, " (")
}

// String is the value with what it is: "0.4541 tCO2e (AR5) per MWh (mean of 2020 to
// 2022; approved; from 2025-03-31 on)".
func (p Published[T]) String() string { return p.text().En + ")" }

// Korean is the same in Korean.
func (p Published[T]) Korean() string { return p.text().Ko + ")" }

// check refuses a value that does not stand by itself.
func (p *Published[T]) check(of string) (faults ghg.Faults) {
	of += ", " + words.Clip(p.Name, ghg.MaxName)
	if p.Name == "" || len(p.Name) > ghg.MaxName {
		faults.Refuse(of, "name", p.Name, fmt.Sprintf("a name of at most %d bytes is needed", ghg.MaxName))
	}
	if p.Source == "" {
		faults.Refuse(of, "source", "", "it is needed, of the value or of the set")
	}
	if !p.Kind.Valid() {
		faults.Refuse(of, "kind", strconv.Itoa(int(p.Kind)), "it is none of the kinds")
	}
	if !p.Standing.Valid() || p.Standing == Own {
		faults.Refuse(of, "standing", p.Standing.String(), "allowed are approved, announced, prescribed and reference")
	}
	if !p.Confidence.Valid() {
		faults.Refuse(of, "confidence", p.Confidence.String(), "one is needed, from low to high")
	}
	if p.From != 0 || p.To != 0 {
		faults.RefuseYear(of, "first year", p.From)
		faults.RefuseYear(of, "last year", p.To)
	}
	switch {
	case p.To < p.From:
		faults.Refuse(of, "last year", strconv.Itoa(p.To), "it is before the first, "+strconv.Itoa(p.From))
	case p.Kind == SingleYear && (p.From == 0 || p.From != p.To):
		faults.Refuse(of, "years", fmt.Sprintf("%d to %d", p.From, p.To), "a single year is one year: state it as first and last")
	case p.Kind != MeanOfYears && p.From != p.To, p.Kind == MeanOfYears && p.From == p.To && p.From != 0:
		faults.Refuse(of, "kind", p.Kind.String(), "a mean is of several years, and several years are of a mean")
	}
	for _, d := range []ghg.Date{p.On, p.Until} {
		if (d != ghg.Date{}) && !d.Valid() {
			faults.Refuse(of, "day", d.String(), "a day that exists is needed")
		}
	}
	if (p.Until != ghg.Date{}) && (p.On == ghg.Date{} || p.Until.Before(p.On)) {
		faults.Refuse(of, "last day", p.Until.String(), "a first day is needed that is not after it")
	}
	return faults
}
