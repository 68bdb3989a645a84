package trend

import (
	"fmt"
	"math"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// explanation is a text of named lines.
type explanation struct{ strings.Builder }

func (b *explanation) line(name, format string, a ...any) {
	fmt.Fprintf(b, "%-16s "+format+"\n", append([]any{name}, a...)...)
}

func (b *explanation) findings(list ghg.Findings) {
	for _, f := range list.All {
		b.line(f.Severity.String(), "%s", f)
	}
}

// Details lists the fit: the figures that entered and those
// that did not, the line, and what the intervals rest on. Amounts without a unit
// are tonnes of CO2e; statistics have six significant digits.
func (f Fit) Details() string {
	if f.IsZero() {
		return "no fit\n"
	}
	var b explanation
	f.explain(&b)
	b.findings(f.Findings())
	return b.String()
}

func (f Fit) explain(b *explanation) {
	p := f.def.points
	b.line("place", "%s", p.Series().Place())
	b.line("view", "%s", p.Series().View())
	b.line("metric", "%s", p.Series().Metric())
	b.line("figures", "%s, of %s", p, p.def.window)
	for y := range p.All() {
		source := y.Source
		if source == "" {
			source = "source not stated"
		}
		b.line("", "%d  %s, %s, %s, %s", y.Year, y.CO2e.Tonnes(), y.Status, y.Vintage, source)
	}
	for l := range p.LeftOut() {
		b.line("left out", "%s", l)
	}
	b.line("line", "y = %s, by least squares", f.Line())
	b.line("slope", "Σ(x - m)(y - ȳ)/Sxx = %s, SE s/√Sxx = %s, with m = %s, Sxx = %s", figure(f.Slope()), figure(f.SlopeSE()),
		figure(f.def.r.mx), figure(f.def.r.sxx))
	b.line("fit", "%s; s = %s", f, figure(math.Sqrt(f.def.of)))
	a, ok := f.Autocorrelation()
	if ok {
		b.line("residuals", "%s", a)
	}
	if f.def.adjusted && ok {
		b.line("intervals", "adjusted for autocorrelation, %s degrees of freedom: the effective sample size, %d at most, less 2",
			figure(f.DF()), a.N)
		return
	}
	b.line("intervals", "%s degrees of freedom, n - 2: residuals taken as independent", figure(f.DF()))
}
