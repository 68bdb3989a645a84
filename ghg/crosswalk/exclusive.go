package crosswalk

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

var (
	exclusiveText = words.Term{En: "%s and %s arrive here, and are never added: %s", Ko: "더하지 않는 %s와(과) %s이(가) 함께 들어옴: %s"}
	togetherText  = words.Term{En: "%s (%s) and %s (%s) are never added in %s, and a total of %s may hold both: %s",
		Ko: "%s(%s)와(과) %s(%s)은(는) %s에서 더하지 않으나 %s의 합계에는 함께 들어갈 수 있음: %s"}
)

// checkExclusive looks for categories of the right in which what the scheme of the left
// never adds arrives together, such as waste where it is treated and where it is generated.
func (x *crosswalk) checkExclusive(findings *ghg.Findings, back *crosswalk) {
	for _, e := range x.from.Exclusive() {
		for _, to := range x.right.order {
			var a, b string
			for _, i := range back.of[to] {
				for _, code := range x.rules[i].from.codes() {
					if a == "" && slices.Contains(e.A, code) {
						a = code
					}
					if b == "" && slices.Contains(e.B, code) {
						b = code
					}
				}
			}
			if a != "" && b != "" {
				back.found(findings, FindingExclusive, "", to, exclusiveText, a, b, e.Why)
			}
		}
	}
}

// remarkExclusive finds figures that the scheme of the left never adds, where the other one
// does not keep them apart.
func (c *Conversion) remarkExclusive() {
	from, to := c.Crosswalk.From(), c.Crosswalk.To()
	for _, e := range from.Exclusive() {
		if a, b, found := c.together(e); found {
			f := ghg.Finding{Code: FindingExclusive, Severity: ghg.Warning, Category: a.To}
			c.Findings.Add(f.Said(togetherText, a.From.Code, a.To.Code, b.From.Code, b.To.Code, from.Name(), to.Name(), e.Why))
		}
	}
}

// together finds two moves of what is never added, to categories that may be.
func (c *Conversion) together(e ghg.Exclusive) (a, b Move, found bool) {
	for _, a := range c.Moves {
		if !slices.Contains(e.A, a.From.Code) {
			continue
		}
		for _, b := range c.Moves {
			if slices.Contains(e.B, b.From.Code) && !keepsApart(c.Crosswalk.To(), a.To.Code, b.To.Code) {
				return a, b, true
			}
		}
	}
	return a, b, false
}

func keepsApart(s ghg.Scheme, a, b string) bool {
	return slices.ContainsFunc(s.Exclusive(), func(e ghg.Exclusive) bool {
		return slices.Contains(e.A, a) && slices.Contains(e.B, b) || slices.Contains(e.A, b) && slices.Contains(e.B, a)
	})
}
