package ghg

// Then is the series, followed by the figures of another for the years after its last:
// what was emitted, and then what a plan leaves. A year that both have is the first
// one's, and a gap between them stays a gap. The two must be of one place, view, edition
// and metric, else a [*MismatchError] is returned.
func (y Yearly) Then(later Yearly) (Yearly, error) {
	if err := y.Basis().Meets("the series", later.Basis(), "what follows it"); err != nil {
		return Yearly{}, err
	}
	out := y
	out.years = y.years[:len(y.years):len(y.years)]
	last, found := y.Last()
	for _, f := range later.years {
		if !found || f.Year > last.Year {
			out.years = append(out.years, f)
		}
	}
	out.joined = len(breaks(out.years)) == 0
	return out, nil
}
