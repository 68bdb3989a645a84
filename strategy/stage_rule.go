package strategy

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// StageRule says at which stages an action counts with what it is to cut: with its
// figures made before the fact, of the kinds [Potential] and [Expected]. What has been
// implemented, verified or claimed is no plan any more and counts at every stage, but
// for actions that are withdrawn, which count in nothing.
//
// The zero StageRule counts every stage but idea and postponed: nobody has decided the
// one, and the other is not being done. An action that states no stage counts.
type StageRule struct{ stages uint16 }

// EveryStage counts ideas and postponed actions too.
var EveryStage = StageRule{1<<Cancelled - 1}

// undecided are the stages that do not count by the zero StageRule.
const undecided = 1<<Idea | 1<<Postponed

// NewStageRule counts the stages given and no others, [StageUnstated] too only if it is
// among them. None, one that does not exist, one given twice and one of a withdrawn
// action are refused, all at once.
func NewStageRule(stages ...Stage) (StageRule, error) {
	const of = "stages that count"
	var r StageRule
	var faults ghg.Faults
	if len(stages) == 0 || len(stages) > int(Cancelled) {
		faults.Refuse(of, "stages", strconv.Itoa(len(stages)), "name 1 or more of the stages from unstated to postponed, each once")
		return StageRule{}, faults
	}
	for _, s := range stages {
		switch {
		case !s.Valid() || s.IsWithdrawn():
			faults.Refuse(of, "stages", s.String(), "allowed are the stages from unstated to postponed")
		case r.stages&(1<<s) != 0:
			faults.Refuse(of, "stages", s.String(), "it is given twice")
		default:
			r.stages |= 1 << s
		}
	}
	if err := faults.Err(); err != nil {
		return StageRule{}, err
	}
	return r, nil
}

// stagesCounted are those at which what is to be cut counts.
func (r StageRule) stagesCounted() (out []Stage) {
	for s := StageUnstated; s < Cancelled; s++ {
		if r.Counts(s, Expected) {
			out = append(out, s)
		}
	}
	return out
}

// Counts reports whether figures of a kind count at a stage.
func (r StageRule) Counts(s Stage, k Kind) bool {
	switch {
	case !s.Valid() || s.IsWithdrawn():
		return false
	case k != Potential && k != Expected:
		return true
	case r == StageRule{}:
		return undecided&(1<<s) == 0
	}
	return r.stages&(1<<s) != 0
}

// String names the stages that count, or those that do not where these are fewer.
func (r StageRule) String() string { return r.term().En }

// MarshalText writes what String says.
func (r StageRule) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// MarshalJSON writes the stages that count, as a list.
func (r StageRule) MarshalJSON() ([]byte, error) { return json.Marshal(r.stagesCounted()) }

// UnmarshalJSON reads the stages that count and checks them as [NewStageRule] does. Those of
// the zero rule give the zero rule.
func (r *StageRule) UnmarshalJSON(text []byte) error {
	if isNull(text) {
		*r = StageRule{}
		return nil
	}
	var counted []Stage
	if err := readStrict(text, &counted); err != nil {
		return err
	}
	read, err := NewStageRule(counted...)
	if err != nil {
		return err
	}
	if slices.Equal(read.stagesCounted(), StageRule{}.stagesCounted()) {
		read = StageRule{}
	}
	*r = read
	return nil
}

// Korean is the rule in Korean.
func (r StageRule) Korean() string { return r.term().Ko }

func (r StageRule) term() words.Term {
	var in, out []words.Term
	for s := StageUnstated; s < Cancelled; s++ {
		if r.Counts(s, Expected) {
			in = append(in, stages[s])
		} else {
			out = append(out, stages[s])
		}
	}
	switch {
	case len(out) == 0:
		return words.Term{En: "every stage", Ko: "모든 단계"}
	case len(out) < len(in):
		return words.Term{En: "every stage but %s", Ko: "모든 단계(%s 제외)"}.With(words.Join(out, ", "))
	}
	return words.Join(in, ", ")
}

// FindingNotCounted says that actions do not count by their stage, and what they would
// cut.
const FindingNotCounted = "not-counted"

var (
	notCountedText = words.Term{
		En: "%[1]d of the actions do not count in the %[2]s reductions by their stage: %[3]s; %[4]s; counted: %[5]s",
		Ko: "추진단계에 따라 %[2]s 감축량에 넣지 않은 사업이 %[1]d건입니다: %[3]s. %[4]s. 넣는 단계: %[5]s",
	}
	notCountedItem    = words.Term{En: "%s (%s), %s", Ko: "%s(%s) %s"}
	amountInYear      = words.Term{En: "%s in %d", Ko: "%[2]d년 %[1]s"}
	shareOfSource     = words.Term{En: "a share of its source in %d", Ko: "%d년 배출원 대비 비율"}
	noneInYear        = words.Term{En: "no figure in %d", Ko: "%d년 수치 없음"}
	notCountedSum     = words.Term{En: "together %s, each taken alone", Ko: "각각 따로 본 합계 %s"}
	notCountedNoSum   = words.Term{En: "together %s and what is not known in tonnes, each taken alone", Ko: "톤으로 알 수 없는 것 말고 각각 따로 본 합계 %s"}
	requiresUncounted = words.Term{
		En: "it requires %s, which does not count by its stage (%s): what it cuts counts without",
		Ko: "선행사업 %s이(가) 추진단계(%s)에 따라 빠져 있습니다. 이 사업의 감축량은 선행사업 없이 들어갑니다",
	}
)

// notCounted is the finding on actions that do not count in a kind, with what they
// state for a year; none where there are none.
func notCounted(rule StageRule, kind Kind, year int, all []ActionAmount, sum ghg.CO2e) (f ghg.Findings) {
	if len(all) == 0 {
		return f
	}
	var items []words.Term
	total := notCountedSum
	for _, a := range all {
		switch {
		case a.Quantified:
			sum = plus(sum, a.CO2e)
		case statesShare(a.Action, kind, year):
			total = notCountedNoSum
		}
		items = append(items, asideTerm(a, kind, year))
	}
	x := ghg.Finding{Code: FindingNotCounted, Severity: ghg.Warning, Of: fmt.Sprintf("%s reductions", kind), Found: sum.String()}
	x = x.Said(notCountedText, len(all), words.Term{En: kind.String(), Ko: kind.Korean()}, words.Listed(items),
		total.With(sum), rule.term())
	f.Add(x)
	return f
}

// statesShare reports whether an action states a share of a source for a year.
func statesShare(a Action, kind Kind, year int) bool {
	for i := range a.Effects {
		if _, ok := a.Effects[i].Cuts.At(year); ok && a.Effects[i].Kind() == kind {
			return true
		}
	}
	return false
}

// asideTerm names an action that does not count, with its stage and what it states.
func asideTerm(a ActionAmount, kind Kind, year int) words.Term {
	amount := noneInYear.With(year)
	switch {
	case a.Quantified:
		amount = amountInYear.With(a.CO2e, year)
	case statesShare(a.Action, kind, year):
		amount = shareOfSource.With(year)
	}
	return notCountedItem.With(words.Quote(a.Action.ID), stages[a.Action.Stage], amount)
}
