package series

import (
	"encoding/json"
	"math/big"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// spread is how far the ratios of single years lie apart.
type spread struct {
	years             []int
	ratios            []*big.Rat
	undefined         []int // years in which the old figure is 0
	mean, least, most *big.Rat
}

// spreadOf are the ratios of new to old.
func spreadOf(x, y []point) *spread {
	s := &spread{}
	sum := new(big.Rat)
	for i := range x {
		if x[i].tonnes.IsZero() {
			s.undefined = append(s.undefined, x[i].year)
			continue
		}
		r := new(big.Rat).Quo(y[i].tonnes.Rat(), x[i].tonnes.Rat())
		s.years, s.ratios = append(s.years, x[i].year), append(s.ratios, r)
		sum.Add(sum, r)
		if s.least == nil || r.Cmp(s.least) < 0 {
			s.least = r
		}
		if s.most == nil || r.Cmp(s.most) > 0 {
			s.most = r
		}
	}
	if len(s.ratios) > 0 {
		s.mean = sum.Quo(sum, whole(len(s.ratios)))
	}
	return s
}

// crosses says that the ratios are not all above zero, nor all below it.
func (s *spread) crosses() bool { return s.mean != nil && s.least.Sign() != s.most.Sign() }

// beyond says that the ratios differ by more than a share of their mean.
func (s *spread) beyond(share ghg.Share) bool {
	if s.mean == nil {
		return false
	}
	apart := new(big.Rat).Sub(s.most, s.least)
	allowed := new(big.Rat).Mul(new(big.Rat).Abs(s.mean), share.Fraction().Rat())
	return apart.Cmp(allowed) > 0
}

// Ratios are how the figures of two series stand to each other in the years of an overlap,
// new to old, for a look before they are spliced.
type Ratios struct {
	Years []int // with a ratio
	// Mean, Least and Most are to 12 decimal places, Deviation, the standard deviation with
	// the number of years as its divisor, too.
	Mean, Least, Most, Deviation decimal.Decimal
	IsWithinSpread               bool // Most − Least is at most the spread of the overlap × |Mean|
	CrossesZero                  bool // they are not of one sign
}

// Ratios compares a series with the old one of the overlap. A year of the overlap without a
// figure is a [*ghg.NoFigureError], series that differ in place, view or metric are a
// [*ghg.MismatchError], and an old figure of 0 is refused.
func (o Overlap) Ratios(y ghg.Yearly) (Ratios, error) {
	l, err := prepare(y, o)
	if err != nil {
		return Ratios{}, err
	}
	x, z, err := o.both(l)
	if err != nil {
		return Ratios{}, err
	}
	s := spreadOf(x, z)
	if len(s.undefined) > 0 {
		return Ratios{}, ghg.Refusal(l.old.of, "figure", "0", "in "+words.Spans(s.undefined).En+": a ratio to 0 is none")
	}
	squares := new(big.Rat)
	for _, r := range s.ratios {
		d := new(big.Rat).Sub(r, s.mean)
		squares.Add(squares, d.Mul(d, d))
	}
	squares.Quo(squares, whole(len(s.ratios)))
	out := Ratios{Years: s.years, IsWithinSpread: !s.beyond(o.Spread), CrossesZero: s.crosses()}
	variance, _ := decimal.NewFromString(squares.FloatString(4 * ghg.RecomputePlaces)) // it is a number
	if out.Deviation, err = exact.Root(variance, 2, ghg.RecomputePlaces); err != nil {
		return Ratios{}, err
	}
	out.Mean, out.Least, out.Most = rounded(s.mean), rounded(s.least), rounded(s.most)
	return out, nil
}

var ratiosText = words.Term{En: "ratio of new to old %s (%s to %s, standard deviation %s) in %s",
	Ko: "신/구 비율 %s(%s~%s, 표준편차 %s), %s년"}

// String is the ratios as one line of text.
func (r Ratios) String() string { en, _ := r.fill(); return en }

// Korean is the ratios in Korean.
func (r Ratios) Korean() string { _, ko := r.fill(); return ko }

func (r Ratios) fill() (en, ko string) {
	round := func(d decimal.Decimal) string { return d.Round(4).String() }
	return ratiosText.Fill(round(r.Mean), round(r.Least), round(r.Most), round(r.Deviation), words.Spans(r.Years))
}

// MarshalJSON writes the numbers as text.
func (r Ratios) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Years        []int  `json:"years"`
		Mean         string `json:"mean"`
		Least        string `json:"least"`
		Most         string `json:"most"`
		Deviation    string `json:"standardDeviation"`
		WithinSpread bool   `json:"withinSpread"`
		CrossesZero  bool   `json:"crossesZero"`
	}{r.Years, r.Mean.String(), r.Least.String(), r.Most.String(), r.Deviation.String(), r.IsWithinSpread, r.CrossesZero})
}
