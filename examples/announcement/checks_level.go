package main

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target/claim"
	"github.com/shopspring/decimal"
)

// level holds the printed level of a target against its base and cut.
func level(r *release, s statement) (answer, error) {
	f, err := r.some(s, "base", "level", "cut")
	if err != nil {
		return answer{}, err
	}
	c := claim.Claim{Name: s.says.en, Follows: claim.AmountsFollow}
	if c.Base, err = amount(f[0]); err != nil {
		return answer{}, err
	}
	if c.Level, err = amount(f[1]); err != nil {
		return answer{}, err
	}
	if c.Cut, err = claim.ParsePercentFigure(strings.TrimPrefix(f[2].Value, "-")); err != nil {
		return answer{}, err
	}
	checked, err := c.Check()
	if err != nil {
		return answer{}, err
	}
	left, err := c.Base.Figure.Mass().Scale(decimal.New(1, 0).Sub(c.Cut.Fraction()))
	if err != nil {
		return answer{}, err
	}
	unit := c.Level.Figure.Unit()
	detail := fmt.Sprintf("%s × (1 − %s) = %s %s", words.Grouped(f[0].Value), c.Cut, words.Grouped(left.In(unit).String()), unit)
	return answer{verdict: verdictOf(checked.Verdict), by: text{"target/claim, level", "target/claim, 목표 배출량"}, figure: listed(f),
		detail: text{detail, detail}, sources: sourcesOf(f)}, nil
}

// kind holds the kind of reduction that an amount is called against the kind that it is
// by its making: "expected" and "potential".
func kind(r *release, s statement) (answer, error) {
	f, err := r.all(s.figures)
	if err != nil {
		return answer{}, err
	}
	kinds := map[string]strategy.Kind{}
	for _, d := range s.against {
		if kinds[d.when], err = strategy.ParseKind(d.what); err != nil {
			return answer{}, err
		}
	}
	called, is := kinds["called"], kinds["is"]
	if called == 0 || is == 0 {
		return answer{}, ghg.Refusal("check kind", "against", "", `it asks for "called …; is …"`)
	}
	v := reproduces
	if called != is {
		v = contradicted
	}
	return answer{verdict: v, by: text{"strategy, kinds of reductions", "strategy, 감축량의 구분"}, figure: listed(f), sources: sourcesOf(f),
		detail: text{fmt.Sprintf("it is called %s and is %s: the two are never added", called, is),
			words.Particles(fmt.Sprintf("‘%s’(으)로 공표되었으나 ‘%s’에 해당하며, 둘은 더하지 않음", called.Korean(), is.Korean()))}}, nil
}
