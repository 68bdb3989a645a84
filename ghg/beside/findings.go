package beside

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// The codes of findings on a comparison. A total that is withheld is
// [ghg.FindingTotalWithheld], and each line that cannot join it [ghg.FindingCannotJoin].
const (
	FindingStatisticsDiffer      = "statistics-differ"          // activity data of two sources
	FindingStatisticsNotStated   = "statistics-not-stated"      // a calculation does not say whose its activity data are
	FindingKey                   = "key-on-one-side"            // a notation key that the other side does not have
	FindingEdition               = "edition-not-separable"      // two schemes: what the guideline edition does has no part
	FindingVintages              = "vintages-differ"            // each compiler counts its own publications
	FindingNotSeparable          = "metric-not-separable"       // what the metric does cannot be told from the rest
	FindingCalculationAlone      = "calculation-on-one-side"    // nothing to hold it against
	FindingCalculationDiffers    = "calculation-differs"        // it does not give the amount that counts
	FindingCalculationNotUsed    = "calculation-not-used"       // its category has no one place in the comparison
	FindingCalculationNotDivided = "calculation-not-comparable" // a factor does not become one on the other metric
)

// remark adds a finding.
func (c *comparison) remark(code string, severity ghg.Severity, category ghg.Category, statedAs, found string,
	t words.Term, values ...any) {
	f := ghg.Finding{Code: code, Severity: severity, Category: category, Stated: statedAs, Found: found}
	c.findings.Add(f.Said(t, values...))
}

// remarkEdition says that two schemes are two sets of methods.
func (c *comparison) remarkEdition() {
	a, b := c.first.Inventory.Scheme(), c.second.Inventory.Scheme()
	if a.ID() == b.ID() {
		return
	}
	c.remark(FindingEdition, ghg.Note, ghg.Category{}, string(a.ID()), string(b.ID()), words.Term{
		En: "%s follows %s and %s %s: what the guidelines change has no part of its own, and is within activity, factor, method and remainder",
		Ko: "%s: %s, %s: %s. 지침의 차이는 따로 나눌 수 없으며 활동자료, 배출계수, 산정방법, 나머지에 들어 있습니다"},
		c.first.Name, a.Name(), c.second.Name, b.Name())
}

// remarkVintages tells two vintages: each compiler counts its own publications, so that they
// may well be of one time.
func (c *comparison) remarkVintages() {
	a, b := c.first.Inventory.Vintage(), c.second.Inventory.Vintage()
	if a == b {
		return
	}
	name := func(v ghg.Vintage) words.Term {
		return words.Term{En: v.String(), Ko: fmt.Sprintf("제%d판", uint16(v))}
	}
	c.remark(FindingVintages, ghg.Note, ghg.Category{}, a.String(), b.String(), words.Term{
		En: "%s is %s and %s is %s, each counting its own; " +
			"what changed between two of one compiler is for package bridge",
		Ko: "%s: %s, %s: %s(각자의 공표 순서). 한 기관의 두 판본 사이에 바뀐 것은 bridge 패키지로 설명합니다"},
		c.first.Name, name(a), c.second.Name, name(b))
}

// remarkStatistics says whether two calculations rest on the same statistics.
func (c *comparison) remarkStatistics(code string, a, b Calculation) {
	x, y := words.OneLine(a.ActivitySource), words.OneLine(b.ActivitySource)
	switch {
	case x == "" || y == "":
		c.remark(FindingStatisticsNotStated, ghg.Note, c.categoryOf(code), x, y, words.Term{
			En: "%s: the source of activity data is not stated on both sides, so that it is not known whether they rest on the same statistics",
			Ko: "%s: 활동자료의 출처가 양쪽 모두에 적혀 있지 않아 같은 통계를 썼는지 알 수 없습니다"}, nameOf(a))
	case x != y:
		c.remark(FindingStatisticsDiffer, ghg.Warning, c.categoryOf(code), x, y, words.Term{
			En: "%s: %s rests on %q, %s on %q; by the Korean guideline a municipality uses the statistics of its province",
			Ko: "%[1]s: %[2]s의 활동자료는 ‘%[3]s’, %[4]s은(는) ‘%[5]s’입니다. 지침에 따르면 기초는 광역과 같은 통계를 씁니다"},
			nameOf(a), c.first.Name, words.Clip(x, ghg.MaxName), c.second.Name, words.Clip(y, ghg.MaxName))
	}
}

// remarkCalculations holds calculations of a category against its amounts, and says which
// stand alone.
func (c *comparison) remarkCalculations(m matching, paired pairs) {
	for _, x := range []struct {
		r       *reading
		of      map[pairKey]Calculation
		others  map[pairKey]Calculation
		entries []entry
	}{{c.first, paired.first, paired.second, m.a}, {c.second, paired.second, paired.first, m.b}} {
		var sum decimal.Decimal
		n, whole := 0, true
		for _, k := range paired.order[m.code] {
			calculation, given := x.of[k]
			if !given {
				continue
			}
			n++
			if _, met := x.others[k]; !met {
				c.remark(FindingCalculationAlone, ghg.Note, c.categoryOf(m.code), calculation.Activity.String(), "", words.Term{
					En: "%s: the calculation of %s has none beside it, and divides nothing",
					Ko: "%s: %s의 산정 내역은 견줄 것이 없어 차이를 나누는 데 쓰지 않았습니다"}, x.r.Name, nameOf(calculation))
			}
			p, err := calculation.product(calculation.Activity, x.r.Metric)
			sum, whole = sum.Add(p), whole && err == nil
		}
		if own, _, _ := amounts(x.entries); n > 0 && whole && !own.Equal(sum) {
			c.remark(FindingCalculationDiffers, ghg.Note, c.categoryOf(m.code), sum.String()+" t", own.String()+" t", words.Term{
				En: "%s: activity × factor gives %s t of the %s t that count: the other %s t are in the remainder",
				Ko: "%s: 활동자료 × 배출계수는 집계된 %[3]s t 가운데 %[2]s t입니다. 차이 %[4]s t는 나머지에 들어 있습니다"},
				x.r.Name, grouped(sum), grouped(own), grouped(own.Sub(sum)))
		}
	}
}

// remarkKeys tells of notation keys that one side has and the other has not.
func (c *comparison) remarkKeys() {
	for n := range c.first.scheme.Nodes() {
		a, b := c.first.keys[n.Code], c.second.keys[n.Code]
		if a.key == b.key || !a.inView && !b.inView && !c.first.counted[n.Code] && !c.second.counted[n.Code] {
			continue
		}
		severity := ghg.Note
		// what one side does not estimate, or denies, and the other counts
		if a.key != ghg.IE && c.second.counted[n.Code] && b.key == ghg.KeyNone ||
			b.key != ghg.IE && c.first.counted[n.Code] && a.key == ghg.KeyNone {
			severity = ghg.Warning
		}
		c.remark(FindingKey, severity, c.categoryOf(n.Code), keyText(a), keyText(b), words.Term{En: "%s: %s; %s: %s", Ko: "%s: %s; %s: %s"},
			c.first.Name, c.first.holds(n.Code), c.second.Name, c.second.holds(n.Code))
	}
	for _, r := range []*reading{c.first, c.second} {
		for _, l := range r.stayed {
			k := keyed{l.Record.Value.Key(), l.Record.Value, true}
			c.remark(FindingKey, ghg.Note, l.Record.Category, keyText(k), "", words.Term{
				En: "%s: %s, which has no place in the comparison: %s", Ko: "%s: %s, 비교 분류에 놓을 수 없음: %s"},
				r.Name, k.text(), r.why(l.Record, l.Reason))
		}
	}
}

func keyText(k keyed) string {
	if k.key == ghg.KeyNone {
		return ""
	}
	return k.key.String()
}

// holds says what a side has in a category: a number, a key, both or nothing.
func (r *reading) holds(code string) words.Term {
	k, isKeyed := r.keys[code]
	switch {
	case !r.counted[code] && !isKeyed:
		return words.Term{En: "neither number nor key", Ko: "수치도 표기기호도 없음"}
	case !r.counted[code]:
		return k.text()
	case !isKeyed:
		return words.Term{En: "a number", Ko: "수치 있음"}
	}
	var t words.Term
	t.En, t.Ko = words.Term{En: "a number and %s", Ko: "수치와 %s"}.Fill(k.text())
	return t
}

// remarkWithheld lists the lines for which a total is withheld.
func (c *comparison) remarkWithheld(r *reading) {
	if !r.total.Withheld() {
		return
	}
	c.remark(ghg.FindingTotalWithheld, ghg.Serious, ghg.Category{}, "", "", words.Term{
		En: "%s: the total %s in %s is withheld, as %d lines cannot join it: there is nothing to compare",
		Ko: "%s: %s의 %s 기준 합계에 들어갈 수 없는 행이 %d개여서 합계를 내지 않으며 비교할 수 없습니다"},
		r.Name, r.View, r.Metric.ID().String(), len(r.total.Unjoined))
	for _, u := range r.total.Unjoined {
		x := u.Record()
		f := ghg.Finding{Code: ghg.FindingCannotJoin, Severity: ghg.Serious, Line: x.Line, Category: x.Category, Stated: x.Value.String()}
		c.findings.Add(f.Said(words.Term{En: "%s: %s", Ko: "%s: %s"}, r.Name, fmt.Sprint(u.Err)))
	}
}

func grouped(t decimal.Decimal) string { return words.Grouped(t.String()) }
