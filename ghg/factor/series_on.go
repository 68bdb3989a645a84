package factor

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

var (
	weighedAnew = words.Term{En: "the factor of %s, printed as %s, is the sum of its gases on %s; its edition and its data stay what they are",
		Ko: "%s년 계수(공표값 %s)는 가스별 계수를 %s 지구온난화지수로 합산한 값이며, 지침과 자료는 그대로임"}
	summed = words.Term{En: "the factor of %s is the sum of its gases on %s: no total is printed",
		Ko: "%s년 계수는 가스별 계수를 %s 지구온난화지수로 합산한 값임(총량 미공표)"}
	assumed = words.Term{En: "the factor of %s, %s, is taken as on %s without being weighed anew: %s",
		Ko: "%s년 계수(%s)를 다시 산정하지 않고 %s 기준으로 봄: %s"}
)

// On is the series on one metric, with what is to be said of it: of each year the total
// as printed where it is on the metric, else the exact sum of the gases, which is a
// finding ([ghg.FindingRecomputed]). The edition of the guidelines does not change with
// it, nor do the data. A year whose total is on another metric and whose
// gases were not published is a [*NoGasesError].
func (s Series) On(m ghg.Metric) (ghg.Factors, ghg.Findings, error) {
	if m.IsZero() {
		return ghg.Factors{}, ghg.Findings{}, ghg.ErrNoMetric
	}
	f, findings, err := s.make(func(year int, e Emission, findings *ghg.Findings) (ghg.Factor, error) {
		c, err := e.CO2e(m)
		f := ghg.Finding{Code: ghg.FindingRecomputed, Severity: ghg.Note, Of: strconv.Itoa(year), Found: c.String()}
		switch {
		case err != nil:
		case !e.hasTotal():
			findings.Add(f.Said(summed, f.Of, m))
		case e.metric.ID() != m.ID():
			f.Stated = e.amount()
			findings.Add(f.Said(weighedAnew, f.Of, f.Stated, m))
		}
		return ghg.Factor{CO2e: c}, err
	})
	findings.All = slices.DeleteFunc(findings.All, func(f ghg.Finding) bool { return f.Code == FindingMetricChanges })
	return f, findings, err
}

// Assume is the series on one metric where the printed totals of other metrics, or of
// none that is stated, are taken as they stand: the user says so, with a reason, and
// each such year is a finding ([ghg.FindingMetricAssumed]). Years without a printed
// total are [ghg.ErrFactorsByGas].
func (s Series) Assume(m ghg.Metric, reason string) (ghg.Factors, ghg.Findings, error) {
	switch {
	case m.IsZero():
		return ghg.Factors{}, ghg.Findings{}, ghg.ErrNoMetric
	case reason == "" || len(reason) > ghg.MaxName:
		return ghg.Factors{}, ghg.Findings{}, ghg.Refusal("factors by year", "reason", reason,
			fmt.Sprintf("why the totals are taken as on %s is needed, in at most %d bytes", m, ghg.MaxName))
	}
	return s.make(func(year int, e Emission, findings *ghg.Findings) (ghg.Factor, error) {
		if !e.hasTotal() {
			return ghg.Factor{}, ghg.ErrFactorsByGas
		}
		c, err := ghg.CO2eOf(e.total.Mass(), m)
		if err == nil && e.metric.ID() != m.ID() {
			f := ghg.Finding{Code: ghg.FindingMetricAssumed, Severity: ghg.Serious, Of: strconv.Itoa(year), Stated: e.amount(), Found: c.String()}
			findings.Add(f.Said(assumed, f.Of, f.Stated, m, reason))
		}
		return ghg.Factor{CO2e: c}, err
	})
}

// ByGas is the series as masses of gases. A year of which the gases were not published
// is a [*NoGasesError]; years of different gases are refused as [ghg.NewFactors] does.
func (s Series) ByGas() (ghg.Factors, ghg.Findings, error) {
	return s.make(func(_ int, e Emission, _ *ghg.Findings) (ghg.Factor, error) {
		if len(e.gases) == 0 {
			return ghg.Factor{}, &NoGasesError{Factor: e.String(), Metric: e.metric.ID(), ByGas: true}
		}
		return e.byGas()
	})
}

// make hands the series on, with what one year gives.
func (s Series) make(of func(int, Emission, *ghg.Findings) (ghg.Factor, error)) (ghg.Factors, ghg.Findings, error) {
	if s.def == nil {
		return ghg.Factors{}, ghg.Findings{}, ghg.ErrNoFactors
	}
	findings := cloned(s.def.findings)
	d := ghg.FactorsDefinition{Of: s.def.set.Of(), Edition: words.Clip(s.def.edition(), ghg.MaxName-len("…")), Source: s.def.set.def.source}
	var errs []error
	for y := range s.def.years.All() {
		p := y.Value
		f, err := of(y.Year, p.Value, &findings)
		if err != nil {
			errs = append(errs, fmt.Errorf("%d: %w", y.Year, err))
			continue
		}
		d.Per = p.Value.per
		f.Year, f.Published, f.Status, f.Source = y.Year, p.On, y.Status, y.Source
		if p.From != 0 && (p.From != y.Year || p.To != y.Year) {
			f.From, f.To = p.From, p.To
		}
		d.Years = append(d.Years, f)
	}
	if n := len(errs); n > mostRefusals {
		errs = append(errs[:mostRefusals], fmt.Errorf("and %d years more", n-mostRefusals))
	}
	if err := errors.Join(errs...); err != nil {
		return ghg.Factors{}, ghg.Findings{}, fmt.Errorf("%s: %w", s.def.edition(), err)
	}
	f, err := ghg.NewFactors(d)
	return f, findings, err
}

// cloned are findings that a holder may add to.
func cloned(f ghg.Findings) ghg.Findings {
	f.All = slices.Clone(f.All)
	return f
}
