package target

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// The codes of findings on sector targets.
const (
	// FindingResidualNegative: the sectors together may emit more than the
	// total allows.
	FindingResidualNegative = "negative-residual"
	// FindingSectorsOverlap: two sectors select one category, so that it may be
	// counted twice.
	FindingSectorsOverlap = "sectors-overlap"
	// FindingSectorOutside: a sector selects a category that the total does not
	// count.
	FindingSectorOutside = "sector-outside-total"
)

// Residual is what the targets of sectors leave of the target of the whole in
// one year:
//
//	residual = T(total) - sum of T(sector)
//
// It is the level of all that no sector target covers. Below zero, the sectors
// may together emit more than the total allows.
type Residual struct {
	Total   Target   `json:"total"`
	Sectors []Target `json:"sectors,omitempty"`
	Year    int      `json:"year"`
	// Level is that of the total, Levels those of the sectors in the order
	// given, and Sum their sum.
	Level    ghg.CO2e     `json:"level"`
	Levels   []ghg.CO2e   `json:"levels,omitempty"`
	Sum      ghg.CO2e     `json:"sum"`
	Residual ghg.CO2e     `json:"residual"`
	Share    ghg.Ratio    `json:"share"` // of the total's level; undefined where that is not above 0
	Findings ghg.Findings `json:"findings"`
}

// Residual compares the levels that targets of sectors set for a year with that
// of the whole. All are of one place, metric and guideline edition; others are
// refused with a [*ghg.MismatchError]. Each sector is in a view of its own, or
// it would count twice: two of one are a [*ghg.TwiceError]. A target without a
// level for the year is a [*ghg.NoFigureError]. Sinks and other removals are
// sectors with a level below zero.
func (t Target) Residual(year int, sectors ...Target) (Residual, error) {
	level, err := t.Limit(year)
	if err != nil {
		return Residual{}, err
	}
	if len(sectors) == 0 || len(sectors) > maxTargets {
		return Residual{}, fmt.Errorf("%s: %d sector targets: from 1 to %d are needed", t.of(), len(sectors), maxTargets)
	}
	r := Residual{Total: t, Sectors: slices.Clone(sectors), Year: year, Level: level}
	sum, err := ghg.CO2eOf(ghg.Mass{}, t.Metric())
	if err != nil {
		return Residual{}, err
	}
	for i, s := range sectors {
		if s.def == nil {
			return Residual{}, ErrNoTarget
		}
		if err := t.sector(s, sectors[:i]); err != nil {
			return Residual{}, err
		}
		l, err := s.Limit(year)
		if err != nil {
			return Residual{}, err
		}
		r.Levels = append(r.Levels, l)
		if sum, err = sum.Add(l); err != nil {
			return Residual{}, err
		}
		r.overlaps(s, sectors[:i])
	}
	r.Sum = sum
	if r.Residual, err = level.Sub(sum); err != nil {
		return Residual{}, err
	}
	r.Share = shareOf(r.Residual.Tonnes(), level.Tonnes(), "the level of the total is")
	if r.Residual.Sign() < 0 {
		r.Findings.Add(ghg.Finding{Code: FindingResidualNegative, Severity: ghg.Serious, Of: t.of(), Stated: level.String(), Found: sum.String(),
			Detail: fmt.Sprintf("the sectors may emit %s in %d, %s more than it allows", sum, year, r.Residual.Neg())})
	}
	return r, nil
}

// sector refuses a target that is no sector of the whole, or one that is there
// already.
func (t Target) sector(s Target, before []Target) error {
	whole, own := t.Basis(), s.Basis()
	if whole.Edition() == own.Edition() { // each sector is in a view of its own
		own.View = whole.View
	}
	if err := whole.Meets(t.of(), own, "sector "+s.of()); err != nil {
		return err
	}
	for _, o := range before {
		if view := s.Views().Due; o.Views().Due.ID() == view.ID() {
			return &ghg.TwiceError{Of: fmt.Sprintf("sector %s and %s", o.of(), s.of()), What: "view", ID: view.String()}
		}
	}
	return nil
}

// overlaps remarks on categories that are counted twice, or not in the total.
// Of a declared view, what it counts is not known.
func (r *Residual) overlaps(s Target, before []Target) {
	view, total := s.Views().Due, r.Total.Views().Due
	for _, o := range before {
		for _, c := range view.Categories() {
			if o.Views().Due.Selects(c) {
				r.Findings.Add(ghg.Finding{Code: FindingSectorsOverlap, Severity: ghg.Warning, Of: "sector " + s.of(),
					Category: ghg.Category{Scheme: view.ID().Scheme, Code: c}, Stated: o.Views().Due.String(), Found: view.String(),
					Detail: fmt.Sprintf("%s selects it too: unless tags tell their records apart, it is counted twice", o.of())})
			}
		}
	}
	if total.IsDeclared() {
		return
	}
	for _, c := range view.Categories() {
		if !total.Selects(c) {
			r.Findings.Add(ghg.Finding{Code: FindingSectorOutside, Severity: ghg.Warning, Of: "sector " + s.of(),
				Category: ghg.Category{Scheme: view.ID().Scheme, Code: c}, Found: view.String(),
				Detail: fmt.Sprintf("it is selected, and %s does not count it", total)})
		}
	}
}

// String is "2030: 436600000 tCO2e - 507100000 tCO2e = -70500000 tCO2e".
func (r Residual) String() string {
	if r.Total.IsZero() {
		return ErrNoTarget.Error()
	}
	return fmt.Sprintf("%d: %s - %s = %s", r.Year, r.Level, r.Sum, r.Residual)
}

// residued are the words of a residual's derivation.
var residued = struct{ title, total, sector, sum, residual, share words.Term }{
	title:    words.Term{En: "residual of %s in %d", Ko: "%s, %d년 잔여 목표 배출량"},
	total:    words.Term{En: "level of the total: %s", Ko: "전체 목표 배출량: %s"},
	sector:   words.Term{En: "levels of the sectors", Ko: "부문별 목표 배출량"},
	sum:      words.Term{En: "sum of the sectors", Ko: "부문 합계"},
	residual: words.Term{En: "what the sectors leave", Ko: "부문이 남기는 배출량"},
	share:    words.Term{En: "share of the total", Ko: "전체 대비 비율"},
}

// Explain is what the sectors leave of the total. It is the zero Derivation for the zero
// Residual.
func (r Residual) Explain() derivation.Derivation {
	if r.Total.IsZero() {
		return derivation.Derivation{}
	}
	s := newSheet(residued.title.With(r.Total.Name(), r.Year), r.Total.Metric())
	s.Given("T", residued.total.With(r.Total.Name()), s.unit, r.Total.Source(), ofCO2e(r.Level))
	index := derivation.Index{Letter: "i"}
	var levels []derivation.Value
	for i, t := range r.Sectors {
		index.Rows = append(index.Rows, derivation.Row{ID: strconv.Itoa(i + 1), Source: t.Source(),
			Label: words.Term{En: t.Name() + ", " + t.Views().Due.String(), Ko: t.Name() + ", " + t.Views().Due.String()}})
		levels = append(levels, ofCO2e(r.Levels[i]))
	}
	s.Indices = append(s.Indices, index)
	s.Given("S", residued.sector, s.unit, "", levels...).Index = "i"
	s.exact("sum_sectors", residued.sum, "sum(i: S[i])", "", known(r.Sum))
	s.ratio("share", residued.share, "(T - sum_sectors) / T", "T > 0", r.Share)
	s.exact("residual", residued.residual, "T - sum_sectors", "", known(r.Residual))
	return s.done()
}
