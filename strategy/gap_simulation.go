package strategy

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// simulate draws how far the actions lie from their figures, area by area. The
// figures themselves are added exactly, so that what is certain stays so.
func (r *GapRange) simulate(spreads []spread) error {
	n := r.Correlation.draws
	source := rand.NewPCG(r.Correlation.seed, 0)
	total, area := make([]float64, n), make([]float64, n)
	all := simulated{mid: r.Gap.Total.p.def.zero, off: total, certain: true}
	for i := range r.ByArea {
		clear(area)
		of := simulated{mid: r.Gap.Total.p.def.zero, off: area, certain: true}
		for _, s := range spreads {
			if s.area == i {
				of.draw(s, source)
			}
		}
		for d, x := range area {
			total[d] += x
		}
		all.mid, all.certain = plus(all.mid, of.mid), all.certain && of.certain
		var err error
		if r.ByArea[i].Reduction, err = of.percentiles(); err != nil {
			return err
		}
	}
	closed, short := 0, float(r.Gap.Need, all.mid)
	for _, x := range total {
		if x >= short {
			closed++
		}
	}
	r.ClosedChance = float64(closed) / float64(n)
	var err error
	if r.Reduction, err = all.percentiles(); err != nil {
		return err
	}
	r.missing()
	return nil
}

// simulated is a sum of actions that are drawn.
type simulated struct {
	mid     ghg.CO2e  // sum of their figures
	off     []float64 // by draw: how far the sum lies from that, in tonnes
	certain bool      // no action has a range
}

// draw adds an action.
func (s *simulated) draw(x spread, source *rand.PCG) {
	s.mid = plus(s.mid, x.mid)
	below, above := float(x.mid, x.low)/z90, float(x.high, x.mid)/z90
	if below == 0 && above == 0 {
		return
	}
	s.certain = false
	for d := range s.off {
		// The middle of one of 2^53 equal parts of 0 to 1.
		u := (float64(source.Uint64()>>11) + 0.5) / (1 << 53)
		z := math.Sqrt2 * math.Erfinv(2*u-1)
		if z < 0 {
			s.off[d] += z * below
		} else {
			s.off[d] += z * above
		}
	}
}

// percentiles sorts the draws.
func (s *simulated) percentiles() (Percentiles, error) {
	if s.certain {
		return Percentiles{s.mid, s.mid, s.mid}, nil
	}
	slices.Sort(s.off)
	mid := s.mid.Tonnes().InexactFloat64()
	var out [3]ghg.CO2e
	for i, p := range []float64{0.1, 0.5, 0.9} {
		at := p * float64(len(s.off)-1)
		k := int(at)
		x := mid + s.off[k] + (at-float64(k))*(s.off[k+1]-s.off[k])
		if math.IsInf(x, 0) || math.IsNaN(x) {
			return Percentiles{}, errTooLarge
		}
		c, err := ghg.NewCO2e(exact.RoundSignificant(decimal.NewFromFloat(x), simulatedDigits), ghg.Tonne, s.mid.Metric())
		if err != nil {
			return Percentiles{}, fmt.Errorf("simulated amount: %w", err)
		}
		out[i] = c
	}
	return Percentiles{out[0], out[1], out[2]}, nil
}
