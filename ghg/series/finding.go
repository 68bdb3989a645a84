package series

import (
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of findings.
const (
	FindingFilled      = "filled"             // a figure is no figure of the statistics
	FindingRatios      = "ratios-differ"      // of the years of an overlap, by more than the spread
	FindingRatioSign   = "ratio-crosses-zero" // or are of two signs
	FindingOneYear     = "overlap-of-one-year"
	FindingSignChanges = "sign-changes" // the figure is of another sign than those that it comes of
	FindingNotFilled   = "not-filled"   // a record of a category has no figure still
	FindingKeyFilled   = "key-filled"   // a key was told to be a gap
	FindingRestated    = "restated"     // a figure was restated for a change of boundary
)

var (
	filledText = words.Term{En: "no figure of the statistics: %s, %s: %s = %s", Ko: "통계의 수치가 아닙니다: %s, %s: %s = %s"}
	beyondText = words.Term{En: "projected, %d years beyond the last figure (%d): %s, %s: %s = %s",
		Ko: "마지막 수치보다 %d년 뒤(%d년까지 있음)의 전망입니다: %s, %s: %s = %s"}
	usedText     = words.Term{En: "from figures of %s", Ko: "%s년 수치 이용"}
	unused       = words.Term{En: "from no figure of the series", Ko: "시계열의 수치는 쓰지 않음"}
	ratiosDiffer = words.Term{En: "the ratios of new to old lie from %s to %s in %s: further apart than %s of their mean: " +
		"the overlap is not consistent",
		Ko: "신/구 비율이 %s~%s(%s년)로, 평균의 %s보다 크게 벌어집니다: 중첩이 일관되지 않습니다"}
	ratiosCross = words.Term{En: "the ratios of new to old lie from %s to %s in %s, on both sides of 0: " +
		"the two series do not tell of one thing",
		Ko: "신/구 비율이 %s~%s(%s년)로 0을 사이에 둡니다: 두 시계열은 같은 것을 나타내지 않습니다"}
	oneYear = words.Term{En: "the two series overlap in %s alone: whether their ratio is the same in other years is not known",
		Ko: "두 시계열이 %s년에만 겹칩니다: 다른 해에도 비율이 같은지 알 수 없습니다"}
	signChanges = words.Term{En: "%s is of another sign than the figures that it comes of: the trend goes through 0",
		Ko: "%s은(는) 바탕이 된 수치와 부호가 다릅니다: 추세가 0을 지납니다"}
	signOfOld = words.Term{En: "%s is of another sign than the figure of the old series, %s t: its line goes through 0",
		Ko: "%s은(는) 종전 시계열의 수치(%s t)와 부호가 다릅니다: 직선이 0을 지납니다"}
	noYears = words.Term{En: "no year", Ko: "없음"}
)

// remark says how a figure came about, and what speaks against it.
func remark(findings *ghg.Findings, m Method, s step, x Step, last int) {
	of := x.Of + ", " + strconv.Itoa(x.Year)
	add := func(of, code string, severity ghg.Severity, t words.Term, values ...any) {
		findings.Add(ghg.Finding{Code: code, Severity: severity, Of: of, Found: x.Result}.Said(t, values...))
	}
	used := unused
	if len(x.Uses) > 0 {
		used.En, used.Ko = usedText.Fill(words.Spans(x.Uses))
	}
	if isAhead(m, x.Year > last && last > 0) {
		add(of, FindingFilled, ghg.Warning, beyondText, x.Year-last, last, x.By, used, x.Arithmetic, x.Result)
	} else {
		add(of, FindingFilled, ghg.Note, filledText, x.By, used, x.Arithmetic, x.Result)
	}
	if s.spread == nil && crosses(s.uses, s.value.Sign()) {
		add(of, FindingSignChanges, ghg.Serious, signChanges, x.Result)
	}
	o, is := m.(Overlap)
	if !is {
		return
	}
	if old := s.others[len(s.others)-1]; o.Ratio == LeastSquaresLine && crosses([]point{old}, s.value.Sign()) {
		add(of, FindingSignChanges, ghg.Serious, signOfOld, x.Result, old.tonnes)
	}
	isSaid := func(f ghg.Finding) bool { return f.Of == x.Of } // of the overlap, once for all years
	if slices.ContainsFunc(findings.All, isSaid) {
		return
	}
	switch r := s.spread; {
	case r.crosses():
		add(x.Of, FindingRatioSign, ghg.Serious, ratiosCross, r.least.FloatString(4), r.most.FloatString(4), words.Spans(r.years))
	case r.beyond(o.Spread):
		add(x.Of, FindingRatios, ghg.Warning, ratiosDiffer, r.least.FloatString(4), r.most.FloatString(4), words.Spans(r.years), o.Spread)
	}
	if o.From == o.To {
		add(x.Of, FindingOneYear, ghg.Warning, oneYear, strconv.Itoa(o.From))
	}
}

// crosses says that a sign is the opposite of that of figures, and none has it.
func crosses(figures []point, sign int) bool {
	has := func(sign int) bool {
		return slices.ContainsFunc(figures, func(p point) bool { return p.tonnes.Sign() == sign })
	}
	return sign != 0 && has(-sign) && !has(sign)
}

// source says where a filled figure comes from: its method, the years that it used, and
// their sources.
func (s step) source(m Method) string {
	text := m.String() + " (" + m.Korean() + ")"
	if len(s.uses) > 0 {
		text += ", from figures of " + words.Spans(years(s.uses)).En
	}
	text += ": " + s.arithmetic
	var sources []string
	for _, p := range append(slices.Clone(s.uses), s.others...) {
		if p.source != "" && !slices.Contains(sources, p.source) && len(sources) < 8 {
			sources = append(sources, p.source)
		}
	}
	if len(sources) > 0 {
		text += "; " + strings.Join(sources, "; ")
	}
	return words.Clip(text, maxSource)
}

// maxSource bounds what the source of a figure says, in bytes: it is carried on from figure
// to figure.
const maxSource = 4000
