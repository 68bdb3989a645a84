package factor

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of findings on two factors that do not count the same.
const (
	FindingMetricChanges    = "gwp-basis-changes"
	FindingEditionChanges   = "edition-changes"           // of the guidelines
	FindingKindChanges      = "averaging-changes"         // a mean of years beside a single year
	FindingEditionAndMetric = "edition-and-metric-differ" // one is not the other on another metric
)

var (
	metricChanges  = words.Term{En: "the warming potentials change from %s to %s", Ko: "지구온난화지수가 %s에서 %s(으)로 바뀜"}
	editionChanges = words.Term{En: "the edition of the guidelines changes from %s to %s", Ko: "산정지침이 %s에서 %s(으)로 바뀜"}
	kindChanges    = words.Term{En: "the kind of factor changes from %s to %s", Ko: "계수의 구분이 %s에서 %s(으)로 바뀜"}
	bothDiffer     = words.Term{En: "%s and %s differ in edition and metric together: one is not the other on another metric",
		Ko: "%s, %s: 산정지침과 지구온난화지수가 함께 다르므로, 지구온난화지수만 바꾼 값이 아님"}
	weighedBeside = words.Term{En: "; the gases of the first give %s, from which the second is %s off",
		Ko: "; 앞 계수의 가스별 값을 합산하면 %s이고, 뒤 계수와의 차이는 %s"}
	onEdition = words.Term{En: "%s on %s", Ko: "%s(%s)"}
	notStated = words.Term{En: "not stated", Ko: "밝혀지지 않음"}
)

// Differences are what keeps two factors from being held against each other: warming
// potentials, edition of the guidelines, kind. Where metric and edition differ, they are
// one finding, which says what the gases of the first would give on the metric of the
// second.
func Differences(a, b Published[Emission]) ghg.Findings {
	var out ghg.Findings
	found := differ(a, b)
	if len(found) > 1 && found[0].Code == FindingMetricChanges && found[1].Code == FindingEditionChanges {
		f := ghg.Finding{Code: FindingEditionAndMetric, Severity: ghg.Warning, Of: b.Name, Stated: a.Value.String(), Found: b.Value.String()}
		f = f.Said(bothDiffer, basis(&a), basis(&b))
		if off, c, ok := offBy(a.Value, b.Value); ok {
			en, ko := weighedBeside.Fill(c, off)
			f.Detail, f.DetailKo = f.Detail+en, f.DetailKo+ko
		}
		found = append([]ghg.Finding{f}, found[2:]...)
	}
	for _, f := range found {
		f.Of = b.Name
		out.Add(f)
	}
	return out
}

// differ are the differences of two factors, each by itself: metric, edition, kind.
func differ(a, b Published[Emission]) (out []ghg.Finding) {
	add := func(code string, t, x, y words.Term) {
		if x != y {
			out = append(out, ghg.Finding{Code: code, Severity: ghg.Warning, Stated: x.En, Found: y.En}.Said(t, x, y))
		}
	}
	if a.Value.hasTotal() && b.Value.hasTotal() {
		add(FindingMetricChanges, metricChanges, metricOf(a.Value), metricOf(b.Value))
	}
	add(FindingEditionChanges, editionChanges, stated(a.Edition), stated(b.Edition))
	add(FindingKindChanges, kindChanges, a.Kind.term(), b.Kind.term())
	return out
}

func metricOf(e Emission) words.Term { return stated(string(e.metric.ID())) }

// stated is a text that a source may not state.
func stated(text string) words.Term {
	if text == "" {
		return notStated
	}
	return words.Term{En: text, Ko: text}
}

// basis is a factor with its edition.
func basis(p *Published[Emission]) (t words.Term) {
	t.En, t.Ko = onEdition.Fill(p.value(), stated(p.Edition))
	return t
}

// offBy is how far the total of one factor is from the gases of another on its metric.
func offBy(a, b Emission) (off, weighed ghg.CO2e, ok bool) {
	weighed, err := a.Weighed(b.metric)
	if err != nil {
		return off, weighed, false
	}
	printed, err := b.CO2e(b.metric)
	if err != nil {
		return off, weighed, false
	}
	off, err = printed.Sub(weighed)
	return off, weighed, err == nil
}

// changes keeps what changes from the factor of the year before to that of a year.
func (s *series) changes(year int, before, p Published[Emission]) {
	for _, f := range differ(before, p) {
		f.Of = strconv.Itoa(year)
		s.findings.Add(f)
	}
}

// remark keeps what is to be said of the factor of a year.
func (s *series) remark(year int, p Published[Emission]) {
	for _, f := range p.Findings().All {
		f.Of = strconv.Itoa(year)
		s.findings.Add(f)
	}
	if p.Standing == Own {
		s.findings.Add(ghg.Finding{Code: FindingOwn, Severity: ghg.Warning, Of: strconv.Itoa(year), Found: p.Value.String()}.Said(
			isOwn, p.value(), s.set.text(), p.Source))
	}
}
