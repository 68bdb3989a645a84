package strategy

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// ActionRange is how far the reduction of an action may lie from its figure in
// a year: below Low in one case of ten, above High in one of ten. Its figure is
// the case of five in ten. Where effects overlap, the figure is what the action
// has of the joint effect, and the range is of that.
type ActionRange struct {
	Action string   `json:"action"` // ID
	Year   int      `json:"year"`
	Low    ghg.CO2e `json:"low"`
	High   ghg.CO2e `json:"high"` // the 10th and the 90th percentile
}

// Correlation says how the errors of actions hang together. It changes every
// range, so it is always an argument; the zero Correlation is refused.
type Correlation struct {
	together bool
	draws    int
	seed     uint64
}

// Together is the assumption that all actions fall short, or do well, at once:
// percentiles add up. It gives the widest range, exactly.
var Together = Correlation{together: true}

// How many draws a simulation may have, and how many draws of single actions.
const (
	minDraws       = 1000
	maxDraws       = 200_000
	maxActionDraws = 100_000_000
)

// Independently is the assumption that no action says anything of another: bad
// luck here and good luck there even out. The sum is simulated in float64, with
// a number of draws from 1000 to 200000 and a seed; the same seed
// gives the same figures. Each action is drawn from a two-piece normal
// distribution with its figure as median and its range as 10th and 90th
// percentile; an action beyond its range may so be drawn below 0. Percentiles
// of draws are interpolated linearly (Hyndman and Fan 1996, type 7) and rounded
// to 6 significant digits. What has no range stays exact.
func Independently(draws int, seed uint64) Correlation {
	return Correlation{draws: draws, seed: seed}
}

// simulatedDigits is how many significant digits a simulated amount has. It is not
// as sure as that.
const simulatedDigits = 6

// errNoCorrelation says that an assumption was needed and none was given.
var errNoCorrelation = errors.New("no correlation given: strategy.Together and strategy.Independently are allowed")

// String is the assumption in words.
func (c Correlation) String() string {
	switch {
	case c.together:
		return "together"
	case c.draws != 0:
		return fmt.Sprintf("independently, two-piece normal, %d draws, seed %d", c.draws, c.seed)
	}
	return "no correlation"
}

// MarshalText writes what String says.
func (c Correlation) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Percentiles are an amount with its range: in one case of ten it is below P10,
// in five below P50, in nine below P90.
type Percentiles struct {
	P10 ghg.CO2e `json:"p10"`
	P50 ghg.CO2e `json:"p50"`
	P90 ghg.CO2e `json:"p90"`
}

// String is "P50 (P10 to P90)".
func (p Percentiles) String() string {
	return fmt.Sprintf("%s (P10 %s, P90 %s)", p.P50, p.P10, p.P90)
}

// GapRange is a gap with the range that comes of its actions. What is needed
// has no range here: baseline and target are as they are.
type GapRange struct {
	Gap         Gap         `json:"gap"` // the central one
	Correlation Correlation `json:"correlation"`
	// Reduction is what is cut, Missing the gap: Missing's P10 is need less
	// Reduction's P90.
	Reduction Percentiles `json:"reduction"`
	Missing   Percentiles `json:"missing"`
	// ByArea are the areas in the order of the framework. Their percentiles add
	// up to Reduction only where the correlation is [Together].
	ByArea []AreaRange `json:"byArea,omitempty"`
	// ClosedChance is the chance that the gap is closed: a statistic in float64,
	// which holds as far as the ranges and the correlation do.
	ClosedChance float64 `json:"closedChance"`
	// WithoutRange are the IDs of the actions that count with their figure
	// alone, as if it were certain.
	WithoutRange []string `json:"withoutRange,omitempty"`
}

// AreaRange is what an area cuts, with its range.
type AreaRange struct {
	Area      Area        `json:"area"`
	Reduction Percentiles `json:"reduction"`
}

// spread is an action's figure and its range.
type spread struct {
	area           int
	low, mid, high ghg.CO2e
}

// Range is the gap with the range that comes of its actions. Ranges of other
// years are passed over, so that one list serves all years. Refused are a range
// of an action that has no amount in the year, two of one action, and one that
// does not hold the action's figure; all that is wrong is in the error.
func (g Gap) Range(ranges []ActionRange, how Correlation) (GapRange, error) {
	if g.Total.p.def == nil {
		return GapRange{}, ErrNoPortfolio
	}
	if how == (Correlation{}) {
		return GapRange{}, errNoCorrelation
	}
	spreads, without, err := g.spreads(ranges)
	if err != nil {
		return GapRange{}, err
	}
	out := GapRange{Gap: g, Correlation: how, WithoutRange: without}
	for a := range g.Total.p.Framework().Areas() {
		out.ByArea = append(out.ByArea, AreaRange{Area: a})
	}
	if how.together {
		return out, out.add(spreads)
	}
	if how.draws < minDraws || how.draws > maxDraws || how.draws*len(spreads) > maxActionDraws {
		return GapRange{}, fmt.Errorf("%d draws of %d actions: %d to %d draws are allowed, and %d together",
			how.draws, len(spreads), minDraws, maxDraws, maxActionDraws)
	}
	return out, out.simulate(spreads)
}

// spreads are the actions with an amount, and those without a range.
func (g Gap) spreads(ranges []ActionRange) (out []spread, without []string, err error) {
	of := map[string]ActionRange{}
	var faults ghg.Faults
	refuse := func(r ActionRange, field, value, detail string) {
		faults.Refuse(fmt.Sprintf("range of %s in %d", actionOf(r.Action), r.Year), field, value, detail)
	}
	for _, r := range ranges {
		if r.Year != g.Total.Year {
			continue
		}
		if _, twice := of[r.Action]; twice {
			refuse(r, "action", r.Action, "it is given twice")
		}
		of[r.Action] = r
	}
	for _, a := range g.Total.amounts {
		if !a.Quantified {
			continue
		}
		s := spread{g.Total.p.Framework().def.index[a.Action.Area], a.CO2e, a.CO2e, a.CO2e}
		if r, ok := of[a.Action.ID]; ok {
			low, err1 := r.Low.Cmp(a.CO2e)
			high, err2 := r.High.Cmp(a.CO2e)
			switch err := cmp.Or(err1, err2); {
			case err != nil:
				refuse(r, "metric", "", err.Error())
			case low > 0 || high < 0:
				refuse(r, "range", fmt.Sprintf("%s to %s", r.Low, r.High), "it does not hold the action's figure, "+a.CO2e.String())
			}
			s.low, s.high = r.Low, r.High
			delete(of, a.Action.ID)
		} else {
			without = append(without, a.Action.ID)
		}
		out = append(out, s)
	}
	for _, r := range ranges {
		if _, left := of[r.Action]; left && r.Year == g.Total.Year {
			refuse(r, "action", r.Action, fmt.Sprintf("no action of the portfolio has an amount of kind %s in that year by this ID", g.Total.Kind))
			delete(of, r.Action)
		}
	}
	return out, without, faults.Err()
}

// add makes ranges of sums of percentiles.
func (r *GapRange) add(spreads []spread) error {
	zero := r.Gap.Total.p.def.zero
	r.Reduction = Percentiles{zero, zero, zero}
	for i := range r.ByArea {
		r.ByArea[i].Reduction = r.Reduction
	}
	for _, s := range spreads {
		for _, p := range []*Percentiles{&r.Reduction, &r.ByArea[s.area].Reduction} {
			*p = Percentiles{plus(p.P10, s.low), plus(p.P50, s.mid), plus(p.P90, s.high)}
		}
	}
	r.missing()
	mid, need := r.Reduction.P50, r.Gap.Need
	below, above := float(mid, r.Reduction.P10)/z90, float(r.Reduction.P90, mid)/z90
	short := float(need, mid)
	if math.IsInf(below+above+math.Abs(short), 0) {
		return errTooLarge
	}
	switch {
	case short <= 0 && below == 0:
		r.ClosedChance = 1
	case short <= 0:
		r.ClosedChance = normal(-short / below)
	case above > 0:
		r.ClosedChance = normal(-short / above)
	}
	return nil
}

// errTooLarge says that a statistic is beyond float64.
var errTooLarge = errors.New("amounts are too large for a statistic in float64")

// missing makes the gap of the reduction.
func (r *GapRange) missing() {
	need := r.Gap.Need
	r.Missing = Percentiles{plus(need, r.Reduction.P90.Neg()), plus(need, r.Reduction.P50.Neg()), plus(need, r.Reduction.P10.Neg())}
}

// z90 is the 90th percentile of the standard normal distribution.
const z90 = 1.2815515655446004

// normal is the standard normal distribution function.
func normal(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

// float is a − b in tonnes.
func float(a, b ghg.CO2e) float64 { return plus(a, b.Neg()).Tonnes().InexactFloat64() }

// String is the gap in one line.
func (r GapRange) String() string {
	return fmt.Sprintf("gap in %d: %s; chance that it is closed %.0f%% (%s)", r.Gap.Total.Year, r.Missing, 100*r.ClosedChance, r.Correlation)
}

// Details is the range with its assumptions, by area, and the central gap.
func (r GapRange) Details() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nneed %s − reduction %s", r, r.Gap.Need, r.Reduction)
	for _, a := range r.ByArea {
		fmt.Fprintf(&b, "\n  %s: %s", a.Area.Name, a.Reduction)
	}
	if r.Correlation.together {
		b.WriteString("\npercentiles of the actions added up, as all fall short or do well at once")
	} else {
		fmt.Fprintf(&b, "\nsimulated in float64, to %d significant digits; areas do not add up", simulatedDigits)
	}
	if len(r.WithoutRange) > 0 {
		fmt.Fprintf(&b, "\nno range is given for %s: taken as certain", words.Quoted(r.WithoutRange))
	}
	fmt.Fprintf(&b, "\ncentral: %s", r.Gap.Explain())
	return b.String()
}
