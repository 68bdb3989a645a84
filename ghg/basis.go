package ghg

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Basis is what two figures must share before they meet: whose they are, what
// they count, and on which metric. The guideline edition is that of the view.
type Basis struct {
	Place  PlaceID `json:"place"`
	View   View    `json:"view"`
	Metric Metric  `json:"metric"`
}

// Edition is the guideline edition behind the view, "" where it is not stated.
func (b Basis) Edition() SchemeID { return b.View.ID().Scheme }

// Basis is what the figures of the series are of.
func (y Yearly) Basis() Basis { return Basis{y.place, y.view, y.metric} }

// Aspect is a part of a [Basis].
type Aspect string

// The aspects of a basis, in the order in which they are compared.
const (
	AspectPlace   Aspect = "place"
	AspectEdition Aspect = "edition" // of the guidelines behind the view
	AspectView    Aspect = "view"
	// AspectGases is which gases count: figures of CO2 alone, on [CO2Only], meet none
	// of more gases. The metrics are then no difference of their own, as CO2 counts 1
	// in each.
	AspectGases  Aspect = "gases"
	AspectMetric Aspect = "metric"
)

// Differing is an aspect in which two bases differ.
type Differing struct {
	Aspect Aspect `json:"aspect"`
	A      string `json:"a,omitempty"`
	B      string `json:"b,omitempty"`      // what the one and the other have
	Remedy string `json:"remedy,omitempty"` // what to do
}

// MismatchError says that two figures do not meet, and in which aspects. It wraps
// a [*MetricMismatchError] where the metrics differ.
type MismatchError struct {
	A, B   string // what does not meet: `target "2030"`, "the series"
	Differ []Differing
	Err    error
}

func (e *MismatchError) Error() string {
	parts := make([]string, len(e.Differ))
	for i, d := range e.Differ {
		parts[i] = fmt.Sprintf("%s %s and %s: %s", d.Aspect, d.A, d.B, d.Remedy)
	}
	return fmt.Sprintf("%s and %s do not meet: %s", e.A, e.B, strings.Join(parts, "; "))
}

// In reports whether the two differ in an aspect.
func (e *MismatchError) In(a Aspect) bool {
	for _, d := range e.Differ {
		if d.Aspect == a {
			return true
		}
	}
	return false
}

// Unwrap is the error of the metrics, or nil.
func (e *MismatchError) Unwrap() error { return e.Err }

// gases says which gases figures on the metric count, as far as it tells.
func (m Metric) gases() string {
	switch {
	case m.isCO2Only():
		return "CO2 alone"
	case m.ID() == "":
		return "CO2e, gases not stated"
	}
	return "CO2e in " + m.String()
}

// Meets returns nil if two figures may be held against each other, and a
// [*MismatchError] with every aspect in which they differ if not. What says what
// they are, in a sentence.
//
// Views are one if their content is. Two stated editions that differ are a
// difference of edition. A stated edition beside one that is not stated is a
// difference of view: a view without an edition is another view, and whether the
// two would agree is not known.
func (b Basis) Meets(what string, o Basis, other string) error {
	e := &MismatchError{A: what, B: other}
	differ := func(a Aspect, x, y, remedy string) {
		e.Differ = append(e.Differ, Differing{a, x, y, remedy})
	}
	if !b.Place.Is(o.Place) {
		differ(AspectPlace, words.Quote(string(b.Place)), words.Quote(string(o.Place)), "both must be of one place")
	}
	x, y := b.View.ID(), o.View.ID()
	editions := x.Scheme != y.Scheme && x.Scheme != "" && y.Scheme != ""
	if editions {
		differ(AspectEdition, string(x.Scheme), string(y.Scheme),
			"what is made on one guideline edition is not read on another: make both in one edition, or restate one")
	}
	switch {
	case x == y, editions && x.Name == y.Name && x.Source == y.Source: // said already
	case x.label() == y.label():
		differ(AspectView, x.String(), "another selection of that name, "+y.String(), "make both with one view")
	default:
		differ(AspectView, cmp.Or(x.String(), "no view"), cmp.Or(y.String(), "no view"), "make both with one view, or restate one in the other's")
	}
	switch m, n := b.Metric.ID(), o.Metric.ID(); {
	case m == n:
	case b.Metric.isCO2Only() || o.Metric.isCO2Only():
		differ(AspectGases, b.Metric.gases(), o.Metric.gases(), "make both of the same gases: CO2 is a part of CO2e")
		e.Err = &MetricMismatchError{m, n}
	default:
		differ(AspectMetric, m.String(), n.String(), "make both with one metric, or restate one in the other's")
		e.Err = &MetricMismatchError{m, n}
	}
	if len(e.Differ) == 0 {
		return nil
	}
	return e
}
