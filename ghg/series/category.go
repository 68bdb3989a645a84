package series

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// FilledCategory is records for a year in which an inventory has none of a category.
type FilledCategory struct {
	Records  []ghg.Record `json:"records,omitempty"` // for [ghg.NewInventory], with the others of the year
	Steps    []Step       `json:"steps,omitempty"`   // one for each record
	Findings ghg.Findings `json:"findings"`
}

// The codes of faults of categories.
const (
	FaultNothingToFill = "nothing-to-fill" // no inventory has a figure of the category
	FaultAlternatives  = "alternatives"    // one source is told as measured and as ahead
)

// FillCategory gives records by a method to a year of inventories of one place, for a
// category and all below it: each record by itself, told apart by category, scope, gas, fuel,
// activity, facility, variant, tags, entry and metric. The inventory of the year may be
// among those given, or not be there at all.
//
// What a year says of a record is a figure, a key, or nothing. A key is not filled, unless it
// is NE or C and told to be a gap; NO, NA and IE never are: what does not occur, or is counted
// elsewhere, is 0 here. A figure beside a key is only partly one, and nothing comes of it.
// Several records of one description in one year add up. Records have the status, and say
// in their [ghg.Evidence] how they came about; findings name those that have no figure still,
// Serious ones unless a key says why.
//
// Inventories of two places or schemes are a [*ghg.MismatchError], those that are
// not of twelve months are [ghg.ErrNotTwelveMonths], and two of one year a [*ghg.TwiceError].
// Where no record can be filled all the reasons come back as one error. A [Curve] is refused.
func FillCategory(inventories []ghg.Inventory, code string, year int, m Method, gaps ...ghg.Key) (FilledCategory, error) {
	g, err := gather(inventories, code, gaps)
	if err != nil {
		return FilledCategory{}, err
	}
	if err := g.prepare(m, year); err != nil {
		return FilledCategory{}, err
	}
	var out FilledCategory
	var refused []error
	for _, t := range g.threads {
		if reason := t.isThere(g, year); reason != nil {
			refused = append(refused, reason)
		} else if err := out.add(g, t, m, year); err != nil {
			refused = append(refused, err)
		}
	}
	if len(out.Records) == 0 {
		return FilledCategory{}, errors.Join(refused[:min(len(refused), 100)]...)
	}
	for _, err := range refused {
		f := ghg.Finding{Code: FindingNotFilled, Severity: ghg.Serious, Of: g.of + ", " + strconv.Itoa(year)}
		if e := (ghg.Fault{}); errors.As(err, &e) && e.Code == FaultNotAGap {
			continue // there is nothing to fill
		}
		if e := (*KeyError)(nil); errors.As(err, &e) && e.Year == year {
			f.Severity = ghg.Note // it stays what it is
		}
		out.Findings.Add(f.Said(notFilled, inBoth(err)))
	}
	return out, nil
}

var (
	notFilled = words.Term{En: "no figure still: %s", Ko: "채우지 못했습니다: %s"}
	keyFilled = words.Term{En: "%s was taken as a gap, as told: it says that nobody estimated it, or that it is not shown; " +
		"take its record out",
		Ko: "지정에 따라 %s을(를) 결측으로 보았습니다: 산정하지 않았거나 공개하지 않은 것이며, 그 기록은 빼야 합니다"}
)

// inBoth is an error in a sentence of either language, as far as it has both.
func inBoth(err error) words.Term {
	out := words.Term{En: err.Error(), Ko: err.Error()}
	var has interface{ Korean() string }
	if errors.As(err, &has) {
		out.Ko = has.Korean()
	}
	if e := (*ghg.NoFigureError)(nil); errors.As(err, &e) {
		out.Ko = fmt.Sprintf("%s: %d년의 수치가 필요합니다", e.Of, e.Year)
	}
	return out
}

// isThere says why a record of the year is not filled: it has a figure or a key.
func (t *thread) isThere(g *gathering, year int) error {
	for _, p := range g.ofYear(t, year) {
		if p.isNumber {
			return ghg.Fault{Code: FaultNotAGap, Of: t.line.of, Field: "year", Value: strconv.Itoa(year),
				Detail: fmt.Sprintf("it has a figure, %s t: one that exists is not replaced", p.tonnes)}
		}
		if !slices.Contains(g.gaps, p.key) {
			return &KeyError{Of: t.line.of, Year: year, Key: p.key}
		}
	}
	return nil
}

// add comes to one record.
func (out *FilledCategory) add(g *gathering, t *thread, m Method, year int) error {
	s, err := m.fill(&t.line, year)
	if err != nil {
		return fmt.Errorf("%s, %d: %w", m, year, err)
	}
	r := t.first
	r.Period = periodOf(year, g.period)
	if r.Value, err = t.value(rounded(s.value)); err != nil {
		return err
	}
	last, isAny := t.line.last()
	r.Status, r.Line, r.Column = s.status(isAhead(m, isAny && year > last)), 0, 0
	r.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{Method: m.String() + " (" + m.Korean() + ")", Source: s.source(m),
		Assumption: "no figure of the year: filled"})
	step := Step{t.line.of, year, nameOf(m), s.arithmetic, r.Value.String(), years(s.uses), r.Status}
	out.Records, out.Steps = append(out.Records, r), append(out.Steps, step)
	remark(&out.Findings, m, s, step, last)
	for _, p := range g.ofYear(t, year) {
		out.Findings.Add(ghg.Finding{Code: FindingKeyFilled, Severity: ghg.Warning, Of: t.line.of + ", " + strconv.Itoa(year),
			Category: r.Category, Stated: p.key.String()}.Said(keyFilled, p.key))
	}
	return nil
}

// value is an amount as the records of the thread hold it.
func (t *thread) value(tonnes decimal.Decimal) (ghg.Value, error) {
	var v ghg.Value
	if t.id.isMass {
		m, err := ghg.NewMass(tonnes, ghg.Tonne)
		if err == nil {
			m, err = m.Of(t.gas)
		}
		if err != nil {
			return v, err
		}
		v = ghg.Emitted(m)
	} else {
		c, err := ghg.NewCO2e(tonnes, ghg.Tonne, t.metric)
		if err != nil {
			return v, err
		}
		v = ghg.Equivalent(c)
	}
	if t.id.entry == ghg.NoEntry {
		return v, nil
	}
	return v.EnteredAs(t.id.entry)
}
