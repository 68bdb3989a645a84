package target

import (
	"cmp"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// What findings on progress say.
var (
	notActual = words.Term{En: "the figure is %s: it is no evidence of an achievement",
		Ko: "%s 수치이므로 달성의 근거가 되지 않습니다"}
	incomplete = words.Term{
		En: "the figure lacks required categories (%s): emissions may be higher, and it is no evidence of an achievement",
		Ko: "필수 배출원이 빠져 있어(%s) 실제 배출량이 더 많을 수 있으며, 달성의 근거가 되지 않습니다"}
	baseDiffers = words.Term{En: "the target counts from %s in %s, the series has %s: the figures hold for the target's base only",
		Ko: "목표의 기준배출량은 %[2]s %[1]s이나 시계열의 수치는 %[3]s입니다: 결과는 목표의 기준배출량에 대한 것입니다"}
	mixedViews = words.Term{En: "the base counts %s, emissions count %s: the change of view alone brings %s of the target, " +
		"and the reduction is of neither view (%s; %s)",
		Ko: "기준배출량은 ‘%s’, 배출량은 ‘%s’입니다: 집계범위가 바뀐 것만으로 목표 감축량의 %s에 해당하며, 감축률은 어느 집계범위의 것도 아닙니다(%s; %s)"}
	mixedSummary = words.Term{
		En: "the reference counts %s, the years count %s: change and ratio are of neither view; Progress has the reduction in each",
		Ko: "기준배출량은 ‘%s’, 각 연도는 ‘%s’입니다: 증감량과 비율은 어느 집계범위의 것도 아니며, 이행점검(Progress)에 각각의 감축률이 있습니다"}
	cutInOneView = words.Term{En: "; held against the base year in its own view, %s, the level is a cut of %s, of which %s is achieved",
		Ko: "; 같은 집계범위(‘%s’)의 기준연도 배출량과 비교하면 목표 감축률은 %s이고 그 %s를 달성했습니다"}
)

// String is the panel in one line.
func (p Progress) String() string { return p.term().En }

// Korean is the panel in one line of Korean.
func (p Progress) Korean() string { return p.term().Ko }

func (p Progress) term() words.Term {
	if p.Target.IsZero() {
		return NoData.inWords()
	}
	line := words.Term{En: "%s in %d: %s, reduction %s, achieved %s, gap %s", Ko: "%s, %d년: %s, 감축률 %s, 목표 달성률 %s, 감축경로 대비 %s"}
	values := []any{p.Target.Name(), p.Year, p.Status.inWords(), percent(p.Reduction, 2), percent(p.Achieved, 2), p.Gap.shown().term()}
	if len(p.ByView) > 0 {
		line.En += "; of two views, head start %s"
		line.Ko += "; 두 집계범위의 비교이며, 그 차이만으로 목표의 %s"
		values = append(values, percent(p.HeadStart, 2))
	}
	return line.With(values...)
}

// undefinedKo stands in Korean for a figure that a formula leaves undefined.
const undefinedKo = "계산할 수 없음"

// percent is a ratio in both languages.
func percent(r ghg.Ratio, places int32) words.Term {
	t := words.Term{En: r.Percent(places), Ko: undefinedKo}
	if r.IsDefined() {
		t.Ko = t.En
	}
	return t
}

// shown is an amount to the kilogram, as a line of text shows it.
func (a Amount) shown() Amount {
	if c, err := ghg.NewCO2e(a.co2e.Tonnes().Round(3), ghg.Tonne, a.co2e.Metric()); a.ok && err == nil {
		a.co2e = c
	}
	return a
}

// term is an amount in both languages.
func (a Amount) term() words.Term {
	t := words.Term{En: a.String(), Ko: undefinedKo}
	if a.ok {
		t.Ko = t.En
	}
	return t
}

// viewName is the name of a view in both languages, where it has both.
func viewName(v ghg.View) words.Term {
	return words.Term{En: v.Name(), Ko: cmp.Or(v.NameKo(), v.Name())}
}

// yearsKo is [yearsText] in Korean.
func yearsKo(first, last int) string {
	if first == last {
		return fmt.Sprintf("%d년", first)
	}
	return fmt.Sprintf("%d~%d년", first, last)
}
