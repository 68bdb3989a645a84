package beside

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// sides is a text of each side in one sentence: "own: 1290 MWh; GIR: 1300 MWh".
func (c *comparison) sides(a, b words.Term) words.Term {
	var t words.Term
	t.En, t.Ko = words.Term{En: "%s: %s; %s: %s", Ko: "%s: %s; %s: %s"}.Fill(c.first.Name, a, c.second.Name, b)
	return t
}

// metrics are the metrics of the two sides.
func (c *comparison) metrics() words.Term {
	name := func(m ghg.Metric) words.Term { return words.Term{En: m.ID().String(), Ko: m.ID().String()} }
	return c.sides(name(c.first.Metric), name(c.second.Metric))
}

// stated is a text with its source behind it.
func stated(t words.Term, source string) words.Term {
	if source = words.OneLine(source); source == "" {
		return t
	}
	return words.Term{En: t.En + " (" + source + ")", Ko: t.Ko + " (" + source + ")"}
}

func quantity(c Calculation) words.Term {
	return stated(words.Term{En: c.Activity.String(), Ko: c.Activity.Korean()}, c.ActivitySource)
}

func factorOf(c Calculation) words.Term {
	return stated(words.Term{En: c.Factor.String(), Ko: c.Factor.Korean()}, c.FactorSource)
}

// nameOf is what a calculation is called.
func nameOf(c Calculation) string {
	if of := words.OneLine(c.Of); of != "" {
		return of
	}
	return c.Category
}

// lacking says what a side has in a category in which it counts nothing.
func (c *comparison) lacking(r *reading, m matching) words.Term {
	t := words.Term{En: "%s has no line of it", Ko: "%s에는 행이 없음"}
	fill := []any{r.Name}
	k, isKeyed := r.keys[m.code]
	within, isWithin := r.within[m.code]
	why, isLeftOut := r.leftOut[m.code]
	switch {
	case m.gas != "": // of the category it counts another gas
		t = words.Term{En: "%s has no %s of it", Ko: "%s에는 %s 없음"}
		fill = append(fill, m.gas)
	case isKeyed:
		t = words.Term{En: "%s: %s", Ko: "%s: %s"}
		fill = append(fill, k.text())
	case isWithin:
		t = words.Term{En: "%s has no line of it; it may be within %s, which is not converted",
			Ko: "%s에는 행이 없으나, 변환되지 않은 %s에 들어 있을 수 있음"}
		fill = append(fill, within)
	case isLeftOut:
		t = words.Term{En: "%s has a number that is not in its total: %s", Ko: "%s에 수치가 있으나 합계에 없음: %s"}
		fill = append(fill, words.Term{En: why.String(), Ko: why.Korean()})
	}
	t.En, t.Ko = t.Fill(fill...)
	return t
}

// text is the key with where it is included, or its explanation.
func (k keyed) text() words.Term {
	s := k.key.String()
	if in, ok := k.value.IncludedIn(); ok && in.Code != "" {
		s += " (" + in.Code + ")"
	}
	if why := words.OneLine(words.Clip(k.value.Explanation(), ghg.MaxName)); why != "" {
		s += ", " + why
	}
	return words.Term{En: s, Ko: s}
}

// inseparable adds a category in which the metric cannot be told from the rest.
func (c *comparison) inseparable(m matching, rest decimal.Decimal, acrossA, acrossB bool) {
	var who []words.Term
	for _, x := range []struct {
		r     *reading
		other ghg.Metric
		can   bool
	}{{c.first, c.second.Metric, acrossA}, {c.second, c.first.Metric, acrossB}} {
		if !x.can {
			var t words.Term
			t.En, t.Ko = words.Term{En: "%s holds CO2e that cannot be taken to %s", Ko: "%s에 %s 기준으로 바꿀 수 없는 CO2e가 있음"}.Fill(
				x.r.Name, x.other.ID().String())
			who = append(who, t)
		}
	}
	note := words.Join(who, "; ")
	c.line(m, Inseparable, "", rest, note)
	advice := words.Term{En: "; read both sides in one metric, if the other one has masses by gas",
		Ko: "; 다른 쪽이 가스별 질량을 가지고 있으면 양쪽을 같은 지수로 읽으십시오"}
	c.remark(FindingNotSeparable, ghg.Warning, c.categoryOf(m.code), "", fmt.Sprint(rest), words.Term{En: "%s%s", Ko: "%s%s"}, note, advice)
}
