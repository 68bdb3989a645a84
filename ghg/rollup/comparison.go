package rollup

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Comparison is a figure that is stated for a whole, held against the sum of the parts.
type Comparison struct {
	Of         string   `json:"of,omitempty"` // what the whole is
	Year       int      `json:"year"`
	Own        ghg.CO2e `json:"own"`
	Sum        ghg.CO2e `json:"sum"`
	Difference ghg.CO2e `json:"difference"` // Sum − Own
	// Rounding is how far the rounding of what is printed may take the two apart: half a
	// unit of the last digit of each part and of the whole.
	Rounding ghg.Mass `json:"rounding"`
	// IsExplained reports whether the rounding explains the difference.
	IsExplained bool `json:"explained"`
	// Missing are parts without a figure: the difference is not theirs, as others may hide
	// in it, and none is filled with it.
	Missing []place.Place `json:"missing,omitempty"`
	// Alone are the parts of which each is, by itself, the whole of the difference: what is
	// counted in the sum and not in the whole.
	Alone []Counted `json:"alone,omitempty"`

	day   ghg.Date
	parts int
}

// FindingOneMember is the code of a difference that is the figure of one place.
const FindingOneMember = "difference-is-one-member"

var (
	comparedMismatch = words.Term{
		En: "stated as %s; the sum of %d parts is %s: %s t difference; beyond the rounding of what is printed: %s t%s",
		Ko: "공표값 %s, 하위 %d건의 합 %s: 차이 %s t. 표기 자릿수의 반올림으로 설명되지 않는 차이 %s t%s"}
	comparedRounded = words.Term{
		En: "stated as %s; the sum of %d parts is %s: %s t difference, which the rounding of what is printed explains%s",
		Ko: "공표값 %s, 하위 %d건의 합 %s: 차이 %s t. 표기 자릿수의 반올림으로 설명됩니다%s"}
	withoutParts = words.Term{En: "; there is no figure of %s, and the difference is not taken for one",
		Ko: "; %s 수치 없음(차이로 채우지 않음)"}
	oneMember = words.Term{En: "the figure of %s, %s, is the whole difference: it is in the sum and not in what is stated",
		Ko: "%s의 수치 %s가 차이 전부입니다. 합계에는 있고 공표값에는 없습니다"}
)

// Findings are the remarks on the comparison: none where the two are equal.
func (c Comparison) Findings() (out ghg.Findings) {
	off := c.Difference.Tonnes()
	if off.IsZero() {
		return out
	}
	f := ghg.Finding{Code: ghg.FindingTotalRounded, Of: c.Of, Stated: c.Own.Figure().String(), Found: c.Sum.Figure().String()}
	var without words.Term
	if len(c.Missing) > 0 {
		without.En, without.Ko = withoutParts.Fill(namesOf(c.Missing, c.day))
	}
	if c.IsExplained {
		out.Add(f.Said(comparedRounded, f.Stated, c.parts, f.Found, off, without))
		return out
	}
	f.Code, f.Severity = ghg.FindingTotalMismatch, ghg.Serious
	out.Add(f.Said(comparedMismatch, f.Stated, c.parts, f.Found, off, off.Abs().Sub(c.Rounding.In(ghg.Tonne)), without))
	for _, x := range c.Alone {
		out.Add(ghg.Finding{Code: FindingOneMember, Severity: ghg.Serious, Of: c.Of, Found: x.CO2e.Figure().String()}.Said(oneMember,
			namesOf([]place.Place{x.Place}, c.day), x.CO2e.Figure()))
	}
	return out
}

// Against holds a figure that is stated for the whole against the sum: that of a
// province, or of a coalition. Rounding is how far the rounding of what is printed may take
// it off: own.Figure().HalfUnit() of a printed figure, and that of its lines
// ([ghg.Lines.HalfUnits]) of a total. A figure on another metric is a
// [*ghg.MetricMismatchError].
func (s Sum) Against(of string, own ghg.CO2e, rounding ghg.Mass) (Comparison, error) {
	var parts []Counted
	missing := slices.Clone(s.Missing)
	for _, c := range s.Counted {
		if c.IsReported {
			parts = append(parts, c)
		} else {
			missing = append(missing, c.Place)
		}
	}
	return compare(of, s.Year, s.Day, own, rounding.In(ghg.Tonne), parts, missing)
}

// CheckRow holds a figure that is printed as the sum of others against them, before it is
// added to those of other places: a row of a table against its parts. Figures on two
// metrics are a [*ghg.MetricMismatchError].
func CheckRow(of string, year int, row ghg.CO2e, parts ...ghg.CO2e) (Comparison, error) {
	list := make([]Counted, len(parts))
	for i, p := range parts {
		list[i] = Counted{CO2e: p, figure: amount{half: func() decimal.Decimal { return p.Figure().HalfUnit().In(ghg.Tonne) }}}
	}
	c, err := compare(of, year, ghg.Date{}, row, row.Figure().HalfUnit().In(ghg.Tonne), list, nil)
	c.Alone = nil
	return c, err
}

// compare holds a figure against parts.
func compare(of string, year int, day ghg.Date, own ghg.CO2e, half decimal.Decimal, parts []Counted, missing []place.Place) (
	Comparison, error) {
	c := Comparison{Of: of, Year: year, Own: own, Missing: missing, day: day, parts: len(parts)}
	var err error
	if c.Sum, err = addUp(own.Metric(), parts); err != nil {
		return Comparison{}, err
	}
	for _, x := range parts {
		half = half.Add(x.figure.half())
	}
	c.Difference, _ = c.Sum.Sub(own)
	c.Rounding, _ = ghg.NewMass(half, ghg.Tonne)
	off := c.Difference.Tonnes()
	c.IsExplained = off.Abs().LessThanOrEqual(half)
	for _, x := range parts {
		if t := x.CO2e.Tonnes(); !c.IsExplained && t.Sub(off).Abs().LessThanOrEqual(half) {
			c.Alone = append(c.Alone, x)
		}
	}
	return c, nil
}

// compare holds the own figures of places against the sums of what stands below them,
// where that was asked for.
func (a *asking) compare(s *Sum, y *year, amounts map[place.Place]amount, of func(chosen) (amount, error)) error {
	var err error
	walk(y.roots, func(n *node) {
		if len(n.beside) == 0 || err != nil {
			return
		}
		var parts []Counted
		var missing []place.Place
		walk(n.beside, func(part *node) {
			if part.isMissing() {
				missing = append(missing, part.place)
			}
			if !part.own || err != nil {
				return
			}
			c := y.of[part.place]
			var x amount
			if x, err = of(c); err == nil && !x.reported {
				missing = append(missing, c.place)
			} else if err == nil {
				parts = append(parts, Counted{Place: c.place, Year: c.year, Vintage: c.vintage, CO2e: x.co2e, figure: x})
			}
		})
		if err != nil {
			return
		}
		own := amounts[n.place]
		var c Comparison
		c, err = compare(n.place.String(), y.year, a.group.day, own.co2e, own.half(), parts, missing)
		s.Compared = append(s.Compared, c)
		for _, f := range c.Findings().All {
			s.Findings.Add(f)
		}
	})
	return err
}
