package crosswalk

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of findings on a crosswalk.
const (
	FindingUnmapped       = "unmapped"               // categories that are in no rule
	FindingCountedTwice   = "counted-twice"          // what a category has arrives in two places
	FindingParentAndChild = "parent-and-child"       // a side of a rule holds a category and a part of it
	FindingTwoRules       = "in-two-rules"           // two rules take a category to places that do not hold each other
	FindingExclusive      = "exclusive-meet"         // what one scheme never adds is together in the other
	FindingSigned         = "signed-rule"            // a category is taken away: no record moves by the rule
	FindingNotReportable  = "not-reportable"         // no record can sit where the rule leads
	FindingMemoDiffers    = "memo-differs"           // a memo item and a category that counts
	FindingOriginDiffers  = "methane-origin-differs" // of methane that does not state it
)

// Check looks at the rules alone: categories without a rule (a note for each side),
// categories that arrive twice, sides that hold a category and a part of it, rules that no
// record can follow. Findings are on categories of the scheme that they name, those of the
// left first. Not each is a mistake: where a rule is rough and another exact, records go
// by the exact one.
func (x Crosswalk) Check() ghg.Findings {
	var findings ghg.Findings
	if x.def == nil {
		return findings
	}
	d := x.get()
	back := (&crosswalk{from: d.to, to: d.from, rules: reversedAll(d.rules)}).indexed().def
	d.checkSide(&findings, d.without)
	if !d.oneWay {
		back.checkSide(&findings, nil)
	}
	d.checkExclusive(&findings, back)
	for i, r := range d.rules {
		d.checkParts(&findings, r)
		back.checkParts(&findings, back.rules[i])
		d.checkRule(&findings, r)
	}
	return findings
}

func reversedAll(rules []Rule) (out []Rule) {
	for _, r := range rules {
		out = append(out, r.reversed())
	}
	return out
}

// Unmapped are the codes of the scheme that the crosswalk starts from, and on which records
// may sit, that are in no rule, in the order of the scheme. Those of the other scheme are those of
// [Crosswalk.Reversed].
func (x Crosswalk) Unmapped() []string { return x.get().unmapped() }

func (x *crosswalk) unmapped() (out []string) {
	for _, code := range x.left.order {
		if x.left.nodes[code].Reportable && len(x.of[code]) == 0 {
			out = append(out, code)
		}
	}
	return out
}

// Why says why a category has no counterpart, where the source says so.
func (x Crosswalk) Why(code string) words.Term {
	c, err := x.From().Category(code)
	if err != nil {
		return words.Term{}
	}
	return x.get().without[c.Code]
}

var (
	unmappedText    = words.Term{En: "%d of %d categories are in no rule: %s", Ko: "분류 %[2]d개 가운데 %[1]d개가 어느 규칙에도 없음: %[3]s"}
	countedText     = words.Term{En: "what it has is taken to %s: it may count twice", Ko: "이 분류의 값이 %s에 모두 들어가 두 번 셀 수 있음"}
	parentChildText = words.Term{En: "%s holds %s, and both are on one side: its part counts twice", Ko: "%s에 %s이(가) 들어 있는데 한쪽에 함께 있어 두 번 셈"}
	twoRulesText    = words.Term{En: "two rules take it to places that do not hold each other: %s; %s", Ko: "두 규칙이 서로 다른 곳으로 보냄: %s; %s"}
	signedText      = words.Term{En: "a category is taken away: the rule is about totals, and no record moves by it",
		Ko: "차감이 있는 규칙: 합계에만 적용되며 기록은 옮기지 않음"}
	notReportableText = words.Term{En: "no record can sit on %s", Ko: "%s에는 기록을 둘 수 없음"}
	memoText          = words.Term{En: "of this and %s, one is a memo item and the other counts", Ko: "이 분류와 %s 가운데 하나만 별도 보고 항목임"}
	originText        = words.Term{En: "methane of unstated origin would be of another in %s", Ko: "기원을 밝히지 않은 메탄이 %s에서는 다른 기원이 됨"}
)

// listed are codes in a list of which the first are named.
func listed(codes []string) words.Term {
	terms := make([]words.Term, 0, len(codes))
	for _, c := range codes {
		terms = append(terms, words.Term{En: c, Ko: c})
	}
	return words.Listed(terms)
}

// found adds a finding on a category of the left.
func (x *crosswalk) found(findings *ghg.Findings, code, of string, category string, t words.Term, values ...any) {
	f := ghg.Finding{Code: code, Severity: ghg.Warning, Of: of}
	if category != "" {
		f.Category = ghg.Category{Scheme: x.from.ID(), Code: category}
	}
	findings.Add(f.Said(t, values...))
}

// checkSide looks at the categories of the left.
func (x *crosswalk) checkSide(findings *ghg.Findings, without map[string]words.Term) {
	if codes := slices.DeleteFunc(x.unmapped(), func(c string) bool { _, known := without[c]; return known }); len(codes) > 0 {
		f := ghg.Finding{Code: FindingUnmapped, Of: x.from.Name()}
		findings.Add(f.Said(unmappedText, len(codes), x.left.reportable(), listed(codes)))
	}
	for _, code := range x.left.order {
		if a, b, ok := x.twoRules(code); ok {
			x.found(findings, FindingTwoRules, "", code, twoRulesText, a, b)
		}
	}
	for _, code := range x.left.order {
		if places := x.countedTwice(code); len(places) > 0 {
			x.found(findings, FindingCountedTwice, "", code, countedText, listed(places))
		}
	}
}

// checkParts looks for a category beside a part of it on the left of a rule.
func (x *crosswalk) checkParts(findings *ghg.Findings, r Rule) {
	for _, t := range r.from.terms {
		for _, above := range x.left.path(t.category.Code)[1:] {
			if r.from.index(above) >= 0 {
				x.found(findings, FindingParentAndChild, "rule "+r.String(), above, parentChildText, above, t.category.Code)
			}
		}
	}
}

// twoRules finds two rules of a category whose other sides do not hold each other.
func (x *crosswalk) twoRules(code string) (a, b Rule, found bool) {
	for n, i := range x.of[code] {
		for _, j := range x.of[code][:n] {
			a, b := x.rules[j], x.rules[i]
			together := a.gas.IsZero() || b.gas.IsZero() || a.gas == b.gas
			if together && !x.right.nested(a.to.codes(), b.to.codes()) && !x.right.nested(b.to.codes(), a.to.codes()) {
				return a, b, true
			}
		}
	}
	return a, b, false
}

// checkRule looks at where records go by one rule.
func (x *crosswalk) checkRule(findings *ghg.Findings, r Rule) {
	of := "rule " + r.String()
	if r.isSigned() {
		x.found(findings, FindingSigned, of, r.from.terms[0].category.Code, signedText)
		return
	}
	if r.to.Len() > 1 {
		return
	}
	to := x.right.nodes[r.to.terms[0].category.Code]
	for _, t := range r.from.terms {
		switch from := x.left.nodes[t.category.Code]; {
		case !from.Reportable:
		case !to.Reportable:
			x.found(findings, FindingNotReportable, of, from.Code, notReportableText, to.Code)
		case from.Memo != to.Memo:
			x.found(findings, FindingMemoDiffers, of, from.Code, memoText, to.Code)
		case from.CH4 != to.CH4:
			x.found(findings, FindingOriginDiffers, of, from.Code, originText, to.Code)
		}
	}
}
