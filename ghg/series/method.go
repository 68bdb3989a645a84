package series

import (
	"math/big"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Method is a way to come to a figure for a year that has none: an [Interpolation],
// [Extrapolation], [Curve], [Surrogate], [LocalTrends], [Overlap] or [Substitution]. It is a
// value, and there is none by default.
type Method interface {
	String() string // with its equation or section
	Korean() string
	// check adds what does not stand in the method itself.
	check(faults *ghg.Faults)
	// fill is the figure of a year of a line that has none.
	fill(l *line, year int) (step, error)
}

// splicing is a method that takes figures of another series.
type splicing interface {
	Method
	other() (ghg.Yearly, []ghg.Inventory)
}

var methodNames = struct {
	interpolation, ends, squares, curve, surrogate, trends, means, sums, scaled, shifted, substitution words.Term
}{
	words.Term{En: "linear interpolation (IPCC 2006, vol. 1, 5.3.3.3)", Ko: "선형 내삽(IPCC 2006, 1권 5.3.3.3)"},
	words.Term{En: "trend extrapolation, line through two years (IPCC 2006, vol. 1, 5.3.3.4)",
		Ko: "추세 외삽, 두 연도를 지나는 직선(IPCC 2006, 1권 5.3.3.4)"},
	words.Term{En: "trend extrapolation, least-squares line (IPCC 2006, vol. 1, 5.3.3.4)", Ko: "추세 외삽, 최소제곱 직선(IPCC 2006, 1권 5.3.3.4)"},
	words.Term{En: "fitted curve (IPCC 2019 Refinement, vol. 1, box 5.2b)", Ko: "추세 곡선(IPCC 2019 개선 지침, 1권 상자 5.2b)"},
	words.Term{En: "surrogate data (IPCC 2006, vol. 1, eq. 5.2)", Ko: "대체자료(IPCC 2006, 1권 식 5.2)"},
	words.Term{En: "surrogate data between local trends (no equation of the IPCC; Gütschow et al. 2016)",
		Ko: "국지 추세 사이의 대체자료(IPCC의 식이 아님; Gütschow 외 2016)"},
	words.Term{En: "overlap, mean of ratios (IPCC 2006, vol. 1, eq. 5.1)", Ko: "중첩, 비율의 평균(IPCC 2006, 1권 식 5.1)"},
	words.Term{En: "overlap, ratio of sums (IPCC good practice guidance 2000, ch. 7)", Ko: "중첩, 합계의 비율(IPCC 우수실행지침 2000, 7장)"},
	words.Term{En: "overlap, least-squares ratio (no equation of the IPCC)", Ko: "중첩, 최소제곱 비율(IPCC의 식이 아님)"},
	words.Term{En: "overlap, least-squares line (no equation of the IPCC)", Ko: "중첩, 최소제곱 직선(IPCC의 식이 아님)"},
	words.Term{En: "figure of another source as it stands (no equation of the IPCC)", Ko: "다른 출처의 수치를 그대로 사용(IPCC의 식이 아님)"},
}

// nameOf is a method in both languages.
func nameOf(m Method) words.Term { return words.Term{En: m.String(), Ko: m.Korean()} }

// step is one figure as a method gives it, before it is rounded.
type step struct {
	value      *big.Rat
	arithmetic string  // in the terms of the equation
	uses       []point // of the series itself
	others     []point // of another series, or the surrogate's
	spread     *spread // of an overlap
}

// status is that of the figure: no better than those that it comes of.
func (s step) status(isAhead bool) ghg.Status {
	out := ghg.Estimated
	if isAhead {
		out = ghg.Projected
	}
	for _, p := range append(s.uses, s.others...) {
		out = max(out, p.status)
	}
	return out
}

// years are those of the series that the figure comes of.
func years(points []point) []int {
	out := make([]int, len(points))
	for i, p := range points {
		out[i] = p.year
	}
	return out
}

// rounded is a number to [ghg.RecomputePlaces] decimal places, half away from zero, without
// zeros at its end.
func rounded(r *big.Rat) decimal.Decimal {
	text := strings.TrimRight(strings.TrimRight(r.FloatString(ghg.RecomputePlaces), "0"), ".")
	d, _ := decimal.NewFromString(text) // it is a number
	return d
}

func whole(n int) *big.Rat { return new(big.Rat).SetInt64(int64(n)) }

// bracketed is a number of the arithmetic, with brackets where it is below zero.
func bracketed(d decimal.Decimal) string {
	if d.IsNegative() {
		return "(" + d.String() + ")"
	}
	return d.String()
}
