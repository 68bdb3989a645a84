package series

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Ratio says how the figures of an overlap become one ratio of new to old. The zero Ratio
// is not stated, and refused.
type Ratio uint8

// MeanOfRatios is the IPCC's of 2006 (vol. 1, eq. 5.1), RatioOfSums the one of its good
// practice guidance of 2000. LeastSquaresRatio is nearest to all figures, LeastSquaresLine
// too, with a constant beside the ratio; the IPCC has neither.
const (
	MeanOfRatios Ratio = iota + 1
	RatioOfSums
	LeastSquaresRatio
	LeastSquaresLine
)

// String is the ratio in small letters, and "" where it is not stated.
func (r Ratio) String() string { return r.term().En }

// MarshalText writes what String says.
func (r Ratio) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// Korean is the ratio in Korean.
func (r Ratio) Korean() string { return r.term().Ko }

func (r Ratio) term() words.Term {
	if r < MeanOfRatios || r > LeastSquaresLine {
		return words.Term{}
	}
	return [...]words.Term{methodNames.means, methodNames.sums, methodNames.scaled, methodNames.shifted}[r-MeanOfRatios]
}

// Overlap splices an old series x to a new one y, by the years m to n that both have:
//
//	MeanOfRatios        y₀ = x₀ × 1/(n − m + 1) × Σ yᵢ/xᵢ
//	RatioOfSums         y₀ = x₀ × Σ yᵢ/Σ xᵢ
//	LeastSquaresRatio   y₀ = x₀ × Σ xᵢyᵢ/Σ xᵢ²
//	LeastSquaresLine    y₀ = ȳ + (x₀ − x̄) × Σ (xᵢ − x̄)(yᵢ − ȳ)/Σ (xᵢ − x̄)²
//
// Each year of the overlap must have both figures. One year is allowed, with a finding: the
// IPCC wants several. Where the ratios of single years differ by more than the Spread, or
// are of two signs, the ratio is not consistent and a finding says so; the IPCC would then
// not splice by overlap. Figures that the new series has are never touched.
type Overlap struct {
	Old            ghg.Yearly      `json:"old"`
	OldInventories []ghg.Inventory `json:"oldInventories,omitempty"` // in place of it, for categories
	From           int             `json:"from"`
	To             int             `json:"to"` // m and n
	Ratio          Ratio           `json:"ratio"`
	// Spread is how far ratios may lie apart, as a share of their mean, before a finding
	// says so. No guideline has a number for it.
	Spread ghg.Share `json:"spread"`
}

// maxOverlap bounds the work: no inventory has two methods for so long.
const maxOverlap = 100

// String is the method with its equation.
func (o Overlap) String() string { return o.Ratio.String() }

// Korean is the method in Korean.
func (o Overlap) Korean() string { return o.Ratio.Korean() }

func (o Overlap) check(faults *ghg.Faults) {
	const of = "overlap"
	first := faults.RefuseYear(of, "from", o.From)
	if last := faults.RefuseYear(of, "to", o.To); !first && !last && o.From > o.To {
		faults.Refuse(of, "to", strconv.Itoa(o.To), "it is before "+strconv.Itoa(o.From))
	} else if o.To-o.From >= maxOverlap {
		faults.Refuse(of, "to", strconv.Itoa(o.To), fmt.Sprintf("an overlap has at most %d years", maxOverlap))
	}
	if o.Ratio < MeanOfRatios || o.Ratio > LeastSquaresLine {
		faults.Refuse(of, "ratio", strconv.Itoa(int(o.Ratio)), "series.MeanOfRatios is that of the IPCC's eq. 5.1")
	}
	checkShare(faults, of, "spread", o.Spread)
}

func (o Overlap) other() (ghg.Yearly, []ghg.Inventory) { return o.Old, o.OldInventories }

// both are the figures of the years of the overlap.
func (o Overlap) both(l *line) (x, y []point, err error) {
	for year := o.From; year <= o.To; year++ {
		a, err := l.old.need(year)
		if err != nil {
			return nil, nil, err
		}
		b, err := l.need(year)
		if err != nil {
			return nil, nil, err
		}
		x, y = append(x, a), append(y, b)
	}
	return x, y, nil
}

func (o Overlap) fill(l *line, year int) (step, error) {
	x, y, err := o.both(l)
	if err != nil {
		return step{}, err
	}
	old, err := l.old.need(year)
	if err != nil {
		return step{}, err
	}
	if l.spread == nil {
		l.spread = spreadOf(x, y)
	}
	out := step{uses: y, others: append(x, old), spread: l.spread}
	x0 := old.tonnes.Rat()
	if o.Ratio == LeastSquaresLine {
		var fit leastSquares
		for i := range x {
			fit.add(x[i].tonnes.Rat(), y[i].tonnes.Rat())
		}
		slope, ok := fit.slope()
		if !ok {
			return step{}, ghg.Refusal(l.old.of, "figures", "", "a line needs figures of the overlap that differ from each other")
		}
		shift := fit.at(slope, new(big.Rat))
		out.value = fit.at(slope, x0)
		out.arithmetic = fmt.Sprintf("%s × %s + %s", old.tonnes, short(slope), short(shift))
		return out, nil
	}
	ratio, err := o.ratio(l, x, y, l.spread)
	if err != nil {
		return step{}, err
	}
	out.value = new(big.Rat).Mul(x0, ratio)
	out.arithmetic = fmt.Sprintf("%s × %s", old.tonnes, short(ratio))
	return out, nil
}

// ratio is that of new to old.
func (o Overlap) ratio(l *line, x, y []point, s *spread) (*big.Rat, error) {
	above, below := new(big.Rat), new(big.Rat)
	switch o.Ratio {
	case MeanOfRatios:
		if len(s.undefined) > 0 {
			return nil, ghg.Refusal(l.old.of, "figure", "0",
				"in "+words.Spans(s.undefined).En+": a ratio to 0 is none; leave the year out of the overlap")
		}
		return s.mean, nil
	case RatioOfSums:
		for i := range x {
			above.Add(above, y[i].tonnes.Rat())
			below.Add(below, x[i].tonnes.Rat())
		}
	default:
		for i := range x {
			above.Add(above, new(big.Rat).Mul(x[i].tonnes.Rat(), y[i].tonnes.Rat()))
			below.Add(below, new(big.Rat).Mul(x[i].tonnes.Rat(), x[i].tonnes.Rat()))
		}
	}
	if below.Sign() == 0 {
		return nil, ghg.Refusal(l.old.of, "figures", "0", "those of the overlap come to 0: a ratio to 0 is none")
	}
	return above.Quo(above, below), nil
}
