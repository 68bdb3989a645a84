package selection

import "github.com/shopspring/decimal"

// amounts are a figure of each candidate that adds up, and joint effects on
// shared sources that are added to them.
type amounts struct {
	each   []decimal.Decimal
	joints []joint
}

// of is what a set of candidates amounts to, exactly.
func (a amounts) of(set []bool) decimal.Decimal {
	var sum decimal.Decimal
	for i, in := range set {
		if in {
			sum = sum.Add(a.each[i])
		}
	}
	for _, j := range a.joints {
		sum = sum.Add(j.of(set))
	}
	return sum
}

// add adds amounts of the same candidates.
func (a *amounts) add(o amounts) {
	for i, x := range o.each {
		a.each[i] = a.each[i].Add(x)
	}
	a.joints = append(a.joints, o.joints...)
}

// rule is a bound on what a selection amounts to.
type rule struct {
	name    string
	unit    string
	atLeast bool // or at most
	bound   decimal.Decimal
	amounts
}

func (r rule) holds(set []bool) bool {
	c := r.of(set).Cmp(r.bound)
	return c == 0 || (c > 0) == r.atLeast
}
