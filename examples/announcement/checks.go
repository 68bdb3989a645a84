package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/target/claim"
	"github.com/shopspring/decimal"
)

// checks are what a statement may be held against. Each runs the library on the figures
// that the statement names.
var checks = map[string]func(*release, statement) (answer, error){
	"none":      none,
	"published": published,
	"share":     share,
	"sum":       sum,
	"product":   product,
	"cut":       cut,
	"beyond":    beyond,
	"count":     count,
	"conflict":  conflict,
	"level":     level,
	"kind":      kind,
	"campaign":  campaign,
	"beginnone": beginNone,
	"streak":    streak,
	"plans":     plans,
}

// tables is what answers where there is nothing to compute.
var tables = text{"published figures", "공표 수치"}

func checkNames() []string { return slices.Sorted(maps.Keys(checks)) }

// none answers a statement in which there is nothing to count; its note says why.
func none(_ *release, _ statement) (answer, error) {
	return answer{verdict: noAccounting}, nil
}

// published answers with the figures as they were published.
func published(r *release, s statement) (answer, error) {
	figures, err := r.all(s.figures)
	return answer{verdict: asPublished, by: tables, figure: listed(figures), sources: sourcesOf(figures)}, err
}

// conflict answers with figures that contradict each other.
func conflict(r *release, s statement) (answer, error) {
	figures, err := r.all(s.figures)
	return answer{verdict: cannotTell, by: tables, figure: listed(figures), sources: sourcesOf(figures),
		detail: text{"the sources contradict each other, and each figure stands", "출처마다 달라 어느 쪽도 버리지 않음"}}, err
}

// all are the figures of some IDs.
func (r *release) all(ids []string) ([]daegu.Figure, error) {
	var out []daegu.Figure
	for _, id := range ids {
		f, err := r.figure(id)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// some are as many figures as a check asks for.
func (r *release) some(s statement, names ...string) ([]daegu.Figure, error) {
	if len(s.figures) != len(names) {
		return nil, ghg.Refusal("check "+s.check, "figures", strings.Join(s.figures, " "), "it asks for "+strings.Join(names, ", "))
	}
	return r.all(s.figures)
}

func sourcesOf(figures []daegu.Figure) []string {
	var out []string
	for _, f := range figures {
		for s := range strings.SplitSeq(f.Source, ";") {
			if s = strings.TrimSpace(s); !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// share holds a printed percentage against a part and its whole.
func share(r *release, s statement) (answer, error) {
	f, err := r.some(s, "part", "whole", "share")
	if err != nil {
		return answer{}, err
	}
	part, err := amount(f[0])
	if err != nil {
		return answer{}, err
	}
	whole, err := amount(f[1])
	if err != nil {
		return answer{}, err
	}
	stated, err := claim.ParsePercentFigure(f[2].Value)
	if err != nil {
		return answer{}, err
	}
	c, err := claim.Claim{Name: s.says.en, Follows: claim.PercentageFollows,
		Parts: []claim.Parts{{Name: s.says.en, Whole: whole, Parts: []claim.StatedPart{{Name: f[0].What, Amount: part, Share: stated}}}}}.Check()
	if err != nil {
		return answer{}, err
	}
	q, err := part.Figure.Mass().Ratio(whole.Figure.Mass(), 4)
	if err != nil {
		return answer{}, err
	}
	percent := ghg.RatioOf(q).Percent(2)
	detail := fmt.Sprintf("%s ÷ %s = %s", printed(f[0]).en, printed(f[1]).en, percent)
	ko := fmt.Sprintf("%s ÷ %s = %s", printed(f[0]).ko, printed(f[1]).ko, percent)
	return answer{verdict: verdictOf(c.Verdict), by: text{"target/claim, part of a whole", "target/claim, 전체에 대한 비율"}, figure: printed(f[2]),
		detail: text{detail, ko}, sources: sourcesOf(f)}, nil
}

func verdictOf(v claim.Verdict) verdict {
	switch v {
	case claim.Reproduces, claim.Rounding:
		return reproduces
	case claim.NotCheckable:
		return asPublished
	}
	return contradicted
}

// amount is a figure as claims take it.
func amount(f daegu.Figure) (claim.Amount, error) {
	a, err := f.Amount()
	return claim.Amount{Figure: a}, err
}

// sum holds a printed total against its parts: the last figure is the total.
func sum(r *release, s statement) (answer, error) {
	f, err := r.all(s.figures)
	if err != nil {
		return answer{}, err
	}
	if len(f) < 3 {
		return answer{}, ghg.Refusal("check sum", "figures", strings.Join(s.figures, " "), "it asks for two parts or more, and their total")
	}
	total := f[len(f)-1]
	var parts []string
	var added decimal.Decimal
	slack := half(total)
	for _, x := range f[:len(f)-1] {
		n, err := x.Number()
		if err != nil {
			return answer{}, err
		}
		added, slack = added.Add(n), slack.Add(half(x))
		parts = append(parts, words.Grouped(x.Value))
		if x.Unit != total.Unit {
			return answer{}, ghg.Refusal("check sum", "unit", x.Unit, "it must be that of the total, "+total.Unit)
		}
	}
	stated, err := total.Number()
	if err != nil {
		return answer{}, err
	}
	v := contradicted
	if added.Sub(stated).Abs().LessThanOrEqual(slack) {
		v = reproduces
	}
	detail := strings.Join(parts, " + ") + " = " + words.Grouped(added.String())
	return answer{verdict: v, by: text{"sum of the printed parts, within their digits", "공표된 항목의 합 (표기 자릿수 안에서)"},
		figure: printed(total), detail: text{detail, detail}, sources: sourcesOf(f)}, nil
}

// half is half a unit of the last printed digit.
func half(f daegu.Figure) decimal.Decimal {
	n, err := f.Number()
	if err != nil {
		return decimal.Decimal{}
	}
	return exact.HalfUnit(n)
}

// product holds a printed number against two factors: percentages are fractions.
func product(r *release, s statement) (answer, error) {
	f, err := r.some(s, "factor", "factor", "product")
	if err != nil {
		return answer{}, err
	}
	value := func(f daegu.Figure) decimal.Decimal {
		if a, err := f.Amount(); err == nil {
			return a.Mass().Tonnes()
		}
		n, _ := f.Number() // every figure of the table is a number
		if f.Unit == "%" {
			return n.Shift(-2)
		}
		return n
	}
	made, stated := value(f[0]).Mul(value(f[1])), value(f[2])
	v, how := contradicted, text{}
	unit := decimal.New(1, stated.Exponent())
	switch off := made.Sub(stated).Abs(); {
	case off.LessThanOrEqual(exact.HalfUnit(stated)):
		v = reproduces
	case off.LessThan(unit):
		v, how = reproduces, text{", cut off and not rounded", ", 반올림이 아니라 버림"}
	}
	detail := fmt.Sprintf("%s × %s = %s t", printed(f[0]).en, printed(f[1]).en, words.Grouped(made.String()))
	ko := fmt.Sprintf("%s × %s = %s톤", printed(f[0]).ko, printed(f[1]).ko, words.Grouped(made.String()))
	return answer{verdict: v, by: text{"product of the printed factors", "공표된 두 수의 곱"}, figure: printed(f[2]), detail: text{detail +
		how.en, ko + how.ko}, sources: sourcesOf(f)}, nil
}

// count holds a number that is said for a month against the numbers that other sources
// print for days and months.
func count(r *release, s statement) (answer, error) {
	f, err := r.some(s, "number")
	if err != nil {
		return answer{}, err
	}
	a := answer{verdict: cannotTell, by: tables, figure: printed(f[0]), sources: sourcesOf(f)}
	var en, ko []string
	for _, d := range s.against {
		other, err := r.figure(d.what)
		if err != nil {
			return answer{}, err
		}
		a.sources = append(a.sources, sourcesOf([]daegu.Figure{other})...)
		en = append(en, fmt.Sprintf("%s in %s", printed(other).en, d.when))
		ko = append(ko, fmt.Sprintf("%s %s", d.when, printed(other).ko))
		switch {
		case !strings.HasPrefix(d.when, s.when) && !strings.HasPrefix(s.when, d.when):
		case other.Value == f[0].Value:
			a.verdict = reproduces
		default:
			a.verdict = contradicted
		}
	}
	a.detail = text{strings.Join(en, ", "), strings.Join(ko, ", ")}
	return a, nil
}
