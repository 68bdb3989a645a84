package selection

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
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
		of := "shared source " + words.Clip(s.On.String(), ghg.MaxName)
		if slices.ContainsFunc(c.Shared[:i], func(other SharedSource) bool { return other.On == s.On }) {
			c.wrong(fmt.Sprintf("shared source %d", i+1), "source", s.On.String(), "it is given twice: name all its candidates once")
		}
		if n := len(s.Cuts); n == 0 || n > maxOnSource {
			c.wrong(of, "cuts", strconv.Itoa(n), "those of 1 to %d candidates are allowed", maxOnSource)
			continue
		}
		for _, year := range slices.Sorted(maps.Keys(s.Emissions)) {
			c.emissions(of, year, s.Emissions[year])
		}
		seen := map[string]bool{}
		for _, cut := range s.Cuts {
			j, ok := c.index[cut.Candidate]
			if !ok || seen[cut.Candidate] {
				c.wrong(of, "cut", cut.Candidate, "the ID of a candidate is needed, each once")
				continue
			}
			seen[cut.Candidate], on[j] = true, true
			for _, year := range slices.Sorted(maps.Keys(cut.ByYear)) {
				c.cut(fmt.Sprintf("%s, %s, %d", of, candidateOf(cut.Candidate), year), cut.ByYear[year])
				if _, ok := s.Emissions[year]; !ok {
					c.wrong(fmt.Sprintf("%s, %d", of, year), "emissions", "", "none are given, and %s cuts in that year", candidateOf(cut.Candidate))
				}
			}
		}
	}
	return on
}

func (c *checker) cut(of string, share ghg.Share) {
	r := share.Fraction()
	if share.IsUnset() || exact.Check(r) != nil || r.GreaterThan(one) || !exact.Round(r, CutPlaces).Equal(r) {
		value := ""
		if !share.IsUnset() {
			value = share.String()
		}
		c.wrong(of, "cut", value,
			"at most 100%%, below 0 for what is added, with at most %d decimal places of the fraction is allowed, and what is unknown is left out",
			CutPlaces)
	}
}

func (c *checker) emissions(of string, year int, e ghg.CO2e) {
	c.faults.RefuseYear(of, "year", year)
	of = fmt.Sprintf("%s, %d", of, year)
	_, err := c.zero.Add(e)
	c.refused(of, "emissions", "", err)
	c.number(of, "emissions", e.Tonnes())
	if e.Sign() < 0 {
		c.wrong(of, "emissions", e.String(), "0 or more is allowed")
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

// most is what the source emits with all that is added to it, and nothing cut.
func (j joint) most() decimal.Decimal {
	most := j.emissions
	for _, left := range j.left {
		if left.GreaterThan(one) {
			most = most.Mul(left)
		}
	}
	return most
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
