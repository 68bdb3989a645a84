package target

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// AccessionRule says how much of a county counts in the year that it joins a
// city. The zero AccessionRule is refused: it changes the figures of that year.
type AccessionRule uint8

// The rules for the year of accession.
const (
	// AsAtYearEnd counts the boundary as it stands on 31 December for the whole
	// year.
	AsAtYearEnd AccessionRule = iota + 1
	// ProRata counts the share of the year's days on which the county belonged
	// to the city.
	ProRata
)

// String is "as at year end" or "pro rata".
func (r AccessionRule) String() string {
	switch r {
	case AsAtYearEnd:
		return "as at year end"
	case ProRata:
		return "pro rata"
	}
	return fmt.Sprintf("unknown (%d)", uint8(r))
}

// Korean is the same in Korean: 일할 계산.
func (r AccessionRule) Korean() string { return words.SetName("target.AccessionRule", r.String()) }

// MarshalText writes what String says.
func (r AccessionRule) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// AccessionDefinition is what [NewAccession] makes an accession of.
type AccessionDefinition struct {
	Place  ghg.PlaceID   `json:"place"`         // the city, before and after
	Joined ghg.PlaceID   `json:"joined"`        // the county
	Date   ghg.Date      `json:"date,omitzero"` // the first day on which the county belongs to the city
	Rule   AccessionRule `json:"rule"`
	// NoOverlap says why city and county count nothing twice. It is needed for
	// a view whose totals may not be added ([ghg.View.Addable]), and left out
	// for others.
	NoOverlap string `json:"noOverlap,omitempty"`
}

// Accession is a county that joins a city, as Gunwi-gun joined Daegu on 1 July
// 2023. It tells, for each year, how much of the county counts:
//
//	k = 0 before the year of accession, 1 after it
//	k = 1 in that year as at year end
//	k = days/(days of the year) in that year pro rata: 184/365 from 1 July 2023
//
// In year y the place is then the city in its old boundary and k(y) of the
// county, in the year itself and in every year that it is compared with. With C
// for the city and J for the county,
//
//	emissions in x   E = C(x) + k(y) × J(x)
//	base             B = C(b) + k(y) × J(b)
//
// so that like is compared with like: a county that joins is no growth, and
// leaves a share achieved in the old boundary as it was where both have cut
// alike. Years are calendar years. It is immutable; the zero Accession is
// refused.
//
// Nothing of the county is guessed: without its figure of the base year there
// is no enlarged target. The series of the city are in its old boundary in
// every year. Where an inventory counts the county already, its figures have to
// be taken out first.
type Accession struct{ def *AccessionDefinition }

// NewAccession checks a definition and makes an accession of it. All that does
// not stand is returned at once as [ghg.Faults].
func NewAccession(d AccessionDefinition) (Accession, error) {
	var faults ghg.Faults
	of := fmt.Sprintf("accession of %s to %s", words.Quote(string(d.Joined)), words.Quote(string(d.Place)))
	if d.Place == "" {
		faults.Refuse(of, "place", "", "name the city")
	} else {
		faults.CleanPlace(of, "place", &d.Place)
	}
	if d.Joined == "" || d.Joined.Is(d.Place) {
		faults.Refuse(of, "joined", string(d.Joined), "name the county, which is another place")
	} else {
		faults.CleanPlace(of, "joined", &d.Joined)
	}
	if !d.Date.Valid() {
		faults.Refuse(of, "date", "", "the first day on which one belongs to the other is needed")
	}
	if d.Rule != AsAtYearEnd && d.Rule != ProRata {
		faults.Refuse(of, "rule", "", "say how the year of accession counts: target.AsAtYearEnd or target.ProRata")
	}
	if err := faults.Err(); err != nil {
		return Accession{}, err
	}
	return Accession{&d}, nil
}

// Definition is what the accession was made of.
func (a Accession) Definition() AccessionDefinition {
	if a.def == nil {
		return AccessionDefinition{}
	}
	return *a.def
}

// IsZero reports whether there is no accession.
func (a Accession) IsZero() bool { return a.def == nil }

// String is "Gunwi-gun to Daegu on 2023-07-01, pro rata".
func (a Accession) String() string {
	if a.def == nil {
		return "no accession"
	}
	return fmt.Sprintf("%s to %s on %s, %s", a.def.Joined, a.def.Place, a.def.Date, a.def.Rule)
}

// Counted is how much of the county counts in a year, as a fraction of two
// whole numbers: 0/1, 184/365 or 1/1.
func (a Accession) Counted(year int) (days, of int) {
	d := a.Definition()
	switch {
	case a.def == nil || year < d.Date.Year:
		return 0, 1
	case year > d.Date.Year || d.Rule == AsAtYearEnd:
		return 1, 1
	}
	first := time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC)
	of = first.AddDate(1, 0, -1).YearDay()
	if days = of + 1 - time.Date(year, d.Date.Month, d.Date.Day, 0, 0, 0, 0, time.UTC).YearDay(); days == of {
		return 1, 1
	}
	return days, of
}

// counted is the text of Counted, for a year in which the county counts.
func (a Accession) counted(year int) string {
	switch days, of := a.Counted(year); {
	case days == of:
		return "with all of " + string(a.def.Joined)
	default:
		return fmt.Sprintf("with %d/%d of %s", days, of, a.def.Joined)
	}
}

// of is the accession in messages.
func (a Accession) of() string {
	return fmt.Sprintf("accession of %s to %s", words.Quote(string(a.def.Joined)), words.Quote(string(a.def.Place)))
}

// fail says what could not be added up.
func (a Accession) fail(what string, err error) error {
	return fmt.Errorf("%s, %s: %w", a.of(), what, err)
}

// check refuses figures that are not of the city and the county, or cannot be
// added.
func (a Accession) check(city ghg.Basis, county ghg.Yearly) error {
	if a.def == nil {
		return errors.New("no accession given: make one with target.NewAccession")
	}
	own := city
	own.Place = a.def.Place
	theirs := own
	theirs.Place = a.def.Joined
	if err := errors.Join(
		own.Meets("the city that is joined", city, "the figures given for it"),
		theirs.Meets("the county that joins", county.Basis(), "the figures given for it")); err != nil {
		return fmt.Errorf("%s: %w", a.of(), err)
	}
	if addable, why := city.View.Addable(); !addable && a.def.NoOverlap == "" {
		return ghg.Refusal(a.of(), "no overlap", "",
			fmt.Sprintf("totals in %s may not be added: %s; use a view that may, or say why these two count nothing twice",
				city.View, cmp.Or(why, "not stated")))
	}
	return nil
}

// Series is the place as it counts in a year: city and county in every year
// that both have a figure for, with the same share k of the county in all of
// them. It is the series to hold against [Accession.Target] of that year, and
// with a year after the accession the one to read a trend from. Sums are
// exact, and rounded once to [PathwayPlaces] decimal places of a tonne pro rata.
func (a Accession) Series(year int, city, county ghg.Yearly) (ghg.Yearly, error) {
	return a.series(city, county, func(int) int { return year })
}

// Reported is each year in the boundary that counted in it: what the
// inventories of the place report, one after the other. From the year of
// accession on it steps up by the county, so that its years are not comparable;
// [Accession.Series] is.
func (a Accession) Reported(city, county ghg.Yearly) (ghg.Yearly, error) {
	return a.series(city, county, func(year int) int { return year })
}

func (a Accession) series(city, county ghg.Yearly, boundary func(year int) int) (ghg.Yearly, error) {
	if err := a.check(city.Basis(), county); err != nil {
		return ghg.Yearly{}, err
	}
	var figures []ghg.YearFigure
	for f := range city.All() {
		days, of := a.Counted(boundary(f.Year))
		if days > 0 {
			j, ok := county.At(f.Year)
			if !ok {
				continue // what is missing is not 0
			}
			if !f.Period.SamePart(j.Period) {
				return ghg.Yearly{}, ghg.Refusal(a.of(), "period", j.Period.String(), "city and county are added over the same months: "+
					f.Period.String())
			}
			var err error
			if f.Parts, err = addParts(f.Parts, j.Parts, days, of); err != nil {
				return ghg.Yearly{}, a.fail(strconv.Itoa(f.Year), err)
			}
			if f.CO2e, err = part(f.CO2e, j.CO2e, days, of); err != nil {
				return ghg.Yearly{}, a.fail(strconv.Itoa(f.Year), err)
			}
			f.Source = fmt.Sprintf("%s: %s; %s: %s", a.def.Place, cmp.Or(f.Source, "not stated"),
				a.counted(boundary(f.Year)), cmp.Or(j.Source, "not stated"))
			if a.def.NoOverlap != "" {
				f.Source += "; no overlap: " + a.def.NoOverlap
			}
			f.Status, f.Vintage = max(f.Status, j.Status), max(f.Vintage, j.Vintage)
			f.Coverage = addCoverage(f.Coverage, j.Coverage)
		}
		figures = append(figures, f)
	}
	return ghg.NewYearly(city.Place(), city.View(), city.Metric(), figures)
}

// part is c + j × days/of.
func part(c, j ghg.CO2e, days, of int) (ghg.CO2e, error) {
	if days == of {
		return c.Add(j)
	}
	n := decimal.New(int64(of), 0)
	return rounded(c.Tonnes().Mul(n).Add(j.Tonnes().Mul(decimal.New(int64(days), 0))), n, c.Metric())
}

// addParts are the parts of both, those of the county by what counts of it; where
// those of one are not known, those of the sum are not.
func addParts(a, b []ghg.YearPart, days, of int) ([]ghg.YearPart, error) {
	if len(a) == 0 || len(b) == 0 {
		return nil, nil
	}
	for _, p := range b {
		if p.Key == ghg.KeyNone {
			nothing, err := ghg.CO2eOf(ghg.Mass{}, p.CO2e.Metric())
			if err == nil {
				p.CO2e, err = part(nothing, p.CO2e, days, of)
			}
			if err != nil {
				return nil, err
			}
		}
		a = append(a, p)
	}
	return a, nil
}

// addCoverage keeps the gaps of both.
func addCoverage(a, b ghg.Coverage) ghg.Coverage {
	return ghg.Coverage{Required: a.Required + b.Required, Reported: a.Reported + b.Reported, Partly: a.Partly + b.Partly,
		NO: a.NO + b.NO, IE: a.IE + b.IE, NE: a.NE + b.NE, C: a.C + b.C, Gaps: append(a.Gaps, b.Gaps...),
		Zeros: a.Zeros + b.Zeros, Defaults: a.Defaults + b.Defaults, Placeholders: a.Placeholders + b.Placeholders}
}

// Target is the target of the city as it holds in a year: its base with the
// share k of the county's emissions of the same base year, its cuts as they
// are. In a year before the accession it is the target that is given.
//
// The target given is that of the old boundary. It cuts a share from a base
// year, or the mean of several. Other goals are refused with a [ghg.Fault], as
// they would mix boundaries: an amount was set for the old boundary and an
// activity or baseline counted in it, so that their document has to say what
// they are for the larger place. Figures of other places, or in another view or
// metric, are a [*ghg.MismatchError].
func (a Accession) Target(t Target, year int, county ghg.Yearly) (Target, error) {
	if t.def == nil {
		return Target{}, ErrNoTarget
	}
	if err := a.check(t.baseBasis(), county); err != nil {
		return Target{}, err
	}
	days, of := a.Counted(year)
	if days == 0 {
		return t, nil
	}
	d := t.Definition()
	g, ok := d.Goal.(BaseYear)
	if !ok {
		return Target{}, ghg.Refusal(t.of(), "goal", t.Goal().String(),
			"it was set for the old boundary: "+forDocument)
	}
	for _, m := range d.Milestones {
		if !m.Level.IsUnset() {
			return Target{}, ghg.Refusal(t.of(), "milestones", m.String(),
				"it is an amount for the old boundary: "+forDocument)
		}
	}
	first, last := t.BasePeriod()
	mean, err := MeanBase(county, first, last)
	if err != nil {
		return Target{}, a.fail("the base needs the county's figures for "+yearsText(first, last), err)
	}
	joined, err := ghg.CO2eOf(mean, t.Metric())
	if err == nil {
		joined, err = part(t.Base(), joined, days, of)
	}
	if err != nil {
		return Target{}, a.fail("base", err)
	}
	if g.Base, err = ghg.NewMass(joined.Tonnes(), ghg.Tonne); err != nil {
		return Target{}, a.fail("base", err)
	}
	d.Goal = g
	return New(d)
}

const forDocument = "what it is for the larger one is for its document to say; revise the target"

// Restate adds to a history what the accession makes of its current version,
// with [bridge.CauseStructural]: one version for the years from the accession on,
// or, pro rata, one for the year of accession and one for the years after it.
// Reason and document of each are those of the change, with the share that
// counts. The current version is that of the old boundary; a county that is
// counted already is a [*ghg.TwiceError].
func (a Accession) Restate(h History, c Change, county ghg.Yearly) (History, error) {
	if h.IsZero() {
		return History{}, errNoHistory
	}
	old := h.Current().Target
	if a.def == nil {
		return History{}, a.check(old.baseBasis(), county)
	}
	for v := range h.latest {
		if v.joined == a.def.Joined {
			return History{}, &ghg.TwiceError{Of: old.of(), What: "accession of", ID: string(v.joined)}
		}
	}
	spans := []int{a.def.Date.Year}
	if days, of := a.Counted(spans[0]); days != of {
		spans = append(spans, spans[0]+1)
	}
	for i, year := range spans {
		t, err := a.Target(old, year, county)
		if err != nil {
			return History{}, err
		}
		change := c
		if c.Reason != "" {
			span := fmt.Sprintf("for %d", year)
			if i == len(spans)-1 {
				span = fmt.Sprintf("from %d on", year)
			}
			change.Reason = fmt.Sprintf("%s (%s %s)", c.Reason, span, a.counted(year))
			if a.def.NoOverlap != "" {
				change.Reason += "; no overlap: " + a.def.NoOverlap
			}
		}
		view := t.Views().Base
		now := h.Current().Target
		h, err = h.Restate(Restatement{Cause: bridge.CauseStructural, Change: change,
			From: ViewLevel{view, now.Base(), now.Source()}, To: ViewLevel{view, t.Base(), c.Document}})
		if err != nil {
			return History{}, err
		}
		h.last.joined = a.def.Joined
	}
	return h, nil
}
