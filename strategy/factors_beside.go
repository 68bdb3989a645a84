package strategy

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of findings on the factors of effects beside those of the baseline.
const (
	// FindingFactorBeside says that effects and baseline take other factors for one use in
	// one year: a cleaner grid in the one and not in the other.
	FindingFactorBeside = "factor-beside-baseline"
	// FindingBaselineFactorUnknown says that effects take a factor that moves with the
	// years, and the baseline states emissions without one.
	FindingBaselineFactorUnknown = "baseline-factor-unknown"
)

var besides = struct{ differ, unknown words.Term }{
	differ: words.Term{En: "in %s effects on it take another factor of %s than the baseline: %s per %s in %d, where it takes %s",
		Ko: "%s년: 효과의 %[2]s 계수가 배출전망치와 다름: %[5]d년 %[3]s/%[4]s, 배출전망치 %[6]s"},
	unknown: words.Term{En: "effects on it take a factor of %s that moves with the years, and the baseline states emissions " +
		"without a factor: whether it moves too is not known", Ko: "효과의 %s 계수는 연도별로 변하나 배출전망치는 계수 없이 배출량만 제시되어 같은 가정인지 알 수 없음"},
}

// factorsBeside holds the factors of effects against those of the sources that they act
// on, and says of each source and use once where they differ.
func (e *evaluation) factorsBeside() {
	known := coverage{}
	type said struct {
		cell int
		use  string
	}
	told := map[said]bool{}
	for i := range e.p.def.effects {
		x := &e.p.def.effects[i]
		u, ok := x.unitEffect()
		if x.Kind() != e.kind || !ok || u.Of.rule == ofInstallation {
			continue
		}
		under, err := known.of(e.p, e.b, x)
		if err != nil {
			continue // Evaluate says so
		}
		for _, c := range under {
			if key := (said{c, u.Factors.Of()}); !told[key] {
				told[key] = e.beside(u, c)
			}
		}
	}
}

// unitEffect is what an effect of amounts was made of.
func (e *Effect) unitEffect() (UnitEffect, bool) {
	if e.model == nil {
		return UnitEffect{}, false
	}
	effects := e.model.kinds[e.Kind()].effects
	i := slices.IndexFunc(effects, func(u UnitEffect) bool { return u.On == e.On && !u.whole })
	if i < 0 {
		return UnitEffect{}, false
	}
	return effects[i], true
}

// beside compares the factors of an effect with those of a source of the baseline, and
// reports whether there was something to say.
func (e *evaluation) beside(u UnitEffect, cell int) bool {
	s := &e.b.def.Sources[cell]
	add := func(code string, severity ghg.Severity, t words.Term, values ...any) bool {
		e.findings.Add(ghg.Finding{Code: code, Severity: severity, Of: "source " + s.On.String(), Category: s.On.Category}.Said(t, values...))
		return true
	}
	use := u.Factors.Of()
	if s.Factors.IsZero() {
		return u.Of.rule == ofYear && u.moves() && add(FindingBaselineFactorUnknown, ghg.Note, besides.unknown, use)
	}
	base, err := s.Factors.On(e.b.def.Metric)
	if err != nil || !base.IsOf(use) {
		return false
	}
	var years []int
	var mine, theirs ghg.CO2e
	for _, y := range e.b.def.years {
		a, b, err := together(u, base, y)
		if err == nil && !a.Equal(b) {
			years = append(years, y)
			mine, theirs = a, b
		}
	}
	if len(years) == 0 {
		return false
	}
	last := years[len(years)-1]
	return add(FindingFactorBeside, ghg.Serious, besides.differ, words.Spans(years), use, mine, u.Factors.Per(), last, theirs)
}

// together are the two factors of a year, per unit of the effect's.
func together(u UnitEffect, base ghg.Factors, year int) (mine, theirs ghg.CO2e, err error) {
	a, err := u.Factors.At(u.factorYear(year))
	if err != nil {
		return ghg.CO2e{}, ghg.CO2e{}, err
	}
	per, err := ghg.NewQuantity(full, u.Factors.Per())
	if err != nil {
		return ghg.CO2e{}, ghg.CO2e{}, err
	}
	theirs, _, err = base.For(year, per)
	return a.CO2e, theirs, err
}

// moves reports whether the factors differ by year.
func (u UnitEffect) moves() bool {
	var first ghg.Factor
	n := 0
	for f := range u.Factors.All() {
		if n++; n == 1 {
			first = f
		} else if !f.CO2e.Equal(first.CO2e) {
			return true
		}
	}
	return false
}

// WithFactors is the baseline with factors in place of those of their use, in the
// sources that are given as activity × factor: what the grid of a newer forecast makes
// of it. A series that none of these takes is a [*ghg.UnknownError]: what is stated as
// emissions does not follow a factor.
func (b Baseline) WithFactors(factors ...ghg.Factors) (Baseline, error) {
	if b.def == nil {
		return Baseline{}, ErrNoBaseline
	}
	d := b.Definition()
	used := make([]bool, len(factors))
	for i := range d.Sources {
		s := &d.Sources[i]
		for m, f := range factors {
			if s.Factors.IsOf(f.Of()) {
				s.Factors, used[m] = f, true
			}
		}
	}
	var errs []error
	for m, f := range factors {
		if !used[m] {
			errs = append(errs, &ghg.UnknownError{Of: "baseline " + words.Quote(d.Name), What: "use of factors", ID: f.Of(),
				Advice: "no source of it is given as activity × these factors"})
		}
	}
	if err := errors.Join(errs...); err != nil {
		return Baseline{}, err
	}
	out, err := NewBaseline(d)
	if err != nil {
		return Baseline{}, fmt.Errorf("with other factors: %w", err)
	}
	return out, nil
}
