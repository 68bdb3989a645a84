package selection

import (
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// clone copies what a caller could change.
func (s SharedSource) clone() SharedSource {
	s.Emissions = maps.Clone(s.Emissions)
	s.Cuts = slices.Clone(s.Cuts)
	for i := range s.Cuts {
		s.Cuts[i].ByYear = maps.Clone(s.Cuts[i].ByYear)
	}
	return s
}

// shared checks the shared sources and says which candidates are on one.
func (c *checker) shared() []bool {
	on := make([]bool, len(c.Candidates))
	for i, s := range c.Shared {
		at := fmt.Sprintf("shared source %d (%.60s)", i+1, s.On)
		for _, other := range c.Shared[:i] {
			if other.On == s.On {
				c.wrong(at, "the source is given twice: name all its candidates once")
			}
		}
		if len(s.Cuts) == 0 || len(s.Cuts) > MaxOnSource {
			c.wrong(at, "%d candidates cut on it: 1 to %d are allowed", len(s.Cuts), MaxOnSource)
			continue
		}
		for _, year := range sortedKeys(s.Emissions) {
			c.emissions(fmt.Sprintf("%s, emissions in %d", at, year), year, s.Emissions[year])
		}
		seen := map[string]bool{}
		for _, cut := range s.Cuts {
			at := fmt.Sprintf("%s, cut of %.60q", at, cut.Candidate)
			j, ok := c.index[cut.Candidate]
			if !ok || seen[cut.Candidate] {
				c.wrong(at, "the ID of a candidate is needed, each once")
				continue
			}
			seen[cut.Candidate], on[j] = true, true
			for _, year := range sortedKeys(cut.ByYear) {
				r := cut.ByYear[year].Fraction()
				if cut.ByYear[year].IsUnset() || exact.Check(r) != nil || r.Sign() < 0 || r.GreaterThan(one) || !exact.Round(r, CutPlaces).Equal(r) {
					c.wrong(fmt.Sprintf("%s in %d", at, year), "%.60s: 0 to 100%% with at most %d decimal places of the fraction is allowed, and what is unknown is left out", cut.ByYear[year], CutPlaces)
				}
				if _, ok := s.Emissions[year]; !ok {
					c.wrong(fmt.Sprintf("%s in %d", at, year), "the emissions of the source in that year are not given")
				}
			}
		}
	}
	return on
}

func (c *checker) emissions(at string, year int, e ghg.CO2e) {
	if ghg.CalendarYear(year).IsZero() {
		c.wrong(at, "years from 1850 to 2300 are allowed")
	}
	_, err := c.zero.Add(e)
	c.wrap(at, err)
	c.wrap(at, exact.Check(e.Tonnes()))
	if e.Sign() < 0 {
		c.wrong(at, "%s: 0 or more is allowed", e)
	}
}

// joint is the effect of candidates on a shared source in one year.
type joint struct {
	emissions decimal.Decimal   // tonnes
	left      []decimal.Decimal // 1 − r of each candidate; 1 of those not on it
}

// of is what a set of candidates cuts: E × (1 − Π(1 − r)).
func (j joint) of(set []bool) decimal.Decimal {
	left := one
	for i, in := range set {
		if in && !j.left[i].Equal(one) {
			left = left.Mul(j.left[i])
		}
	}
	return j.emissions.Mul(one.Sub(left))
}

// joints are the effects on the shared sources in a year. Unknown is called
// with each candidate whose cut, or source, has no figure for the year.
func (p *problem) joints(year int, unknown func(candidate int)) []joint {
	var out []joint
	for _, s := range p.Shared {
		e, known := s.Emissions[year]
		j := joint{e.Tonnes(), make([]decimal.Decimal, len(p.Candidates))}
		for i := range j.left {
			j.left[i] = one
		}
		for _, cut := range s.Cuts {
			i := p.index[cut.Candidate]
			r, ok := cut.ByYear[year]
			if !ok || !known {
				unknown(i)
				continue
			}
			j.left[i] = one.Sub(r.Fraction())
		}
		out = append(out, j)
	}
	return out
}
