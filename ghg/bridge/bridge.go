package bridge

import (
	"errors"
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Bridge is a restatement bridge: how the figure of one place and year changed
// from one vintage to another, line by line by cause. Its lines add up exactly
// to the change; what no cause explains is a line of [CauseUnknown].
//
// [Published] makes one of two published figures, [Inventories] of
// two inventories. It is immutable; the zero Bridge holds nothing.
type Bridge struct{ def *bridge }

type bridge struct {
	year     int
	from, to ghg.Yearly
	change   Difference
	lines    []Line
}

// ErrNoBridge says that the zero Bridge was asked.
var ErrNoBridge = errors.New("no bridge: make one with drivers.BridgePublished or drivers.BridgeInventories")

// BridgeMismatchError says that two figures are not two vintages of one figure.
type MismatchError struct {
	Aspect   string // "place", "period", "scheme" or "vintage"
	From, To string
	Remedy   string // what to do
}

func (e *MismatchError) Error() string {
	return fmt.Sprintf("no bridge between %s %s and %s: %s", e.Aspect, e.From, e.To, e.Remedy)
}

// newBridge checks that two figures are two vintages of one figure, and sets
// up a bridge without lines.
func newBridge(year int, from, to ghg.Yearly) (*bridge, error) {
	a, okA := from.At(year)
	b, okB := to.At(year)
	switch {
	case !okA:
		return nil, &ghg.NoFigureError{Of: "the series to bridge from", Year: year}
	case !okB:
		return nil, &ghg.NoFigureError{Of: "the series to bridge to", Year: year}
	case from.Place() != to.Place():
		return nil, &MismatchError{"place", words.Clip(string(from.Place()), 60), words.Clip(string(to.Place()), 60), "a bridge is of one place"}
	case a.Vintage == b.Vintage && from.Metric().ID() == to.Metric().ID() && from.View().ID() == to.View().ID():
		return nil, &MismatchError{"vintage", a.Vintage.String(), b.Vintage.String(),
			"one vintage has one figure in one metric and view; give the vintages that the figures are of"}
	}
	return &bridge{year: year, from: from, to: to, change: differenceOf(a.CO2e, b.CO2e)}, nil
}

// IsZero reports whether there is no bridge.
func (b Bridge) IsZero() bool { return b.def == nil }

func (b Bridge) get() *bridge {
	if b.def == nil {
		return &bridge{}
	}
	return b.def
}

// Place is the place that the figures are of.
func (b Bridge) Place() ghg.PlaceID { return b.get().from.Place() }

// Year is the year that the figures are of.
func (b Bridge) Year() int { return b.get().year }

// From is the figure that the bridge starts at, on its own metric.
func (b Bridge) From() ghg.YearFigure { return figureAt(b.get().from, b.get().year) }

// To is the figure that the bridge ends at, on its own metric.
func (b Bridge) To() ghg.YearFigure { return figureAt(b.get().to, b.get().year) }

// FromView is the view of the figure that the bridge starts at; its ID tells
// the guideline edition.
func (b Bridge) FromView() ghg.View { return b.get().from.View() }

// ToView is the view of the figure that the bridge ends at.
func (b Bridge) ToView() ghg.View { return b.get().to.View() }

func figureAt(s ghg.Yearly, year int) ghg.YearFigure {
	f, _ := s.At(year)
	return f
}

// ChangeKind is To - From.
func (b Bridge) Change() Difference { return b.get().change }

// Relative is (To - From)/From, rounded half away from zero to a number of
// decimal places of the fraction: 4 places give hundredths of a percent. It is
// what a significance threshold for recalculating a base year is held against.
// Of a figure below 0 it has the other sign than the change, and is not printed.
// Where the figures are on two metrics it compares numbers of two kinds, as
// such a threshold does. A bridge from 0 fails with [exact.ErrDivisionByZero].
func (b Bridge) Relative(places int32) (ghg.Share, error) {
	if b.def == nil {
		return ghg.Share{}, ErrNoBridge
	}
	q, err := exact.Quotient(b.Change().t, b.From().CO2e.Tonnes(), places)
	if err != nil {
		return ghg.Share{}, err
	}
	return ghg.Percent(q.Shift(2))
}

// Lines yields the lines: of a published bridge in the order in which their
// causes were given, then what is unknown; of a computed one in the order of
// the scheme. Their amounts add up exactly to the change.
func (b Bridge) Lines() iter.Seq[Line] {
	return func(yield func(Line) bool) {
		for _, l := range b.get().lines {
			if !yield(l) {
				return
			}
		}
	}
}

// Unknown is the part of the change that no cause explains: the change less
// all that is explained, exactly. It may be larger than the change, and of the
// other sign.
func (b Bridge) Unknown() Difference {
	d := b.get().change.times(decimal.Zero)
	for l := range b.Lines() {
		if l.Cause.Kind == CauseUnknown {
			d = d.plus(l.amount)
		}
	}
	return d
}

// ByCause yields the change by kind of cause, in the order of the kinds, what
// is unknown last. The parts add up to the change. A kind of which no amount is
// stated is not among them: its amount is within what is unknown.
func (b Bridge) ByCause() iter.Seq2[CauseKind, Difference] {
	var sums [causeKinds]Difference
	var met [causeKinds]bool
	for l := range b.Lines() {
		if l.quantified {
			k := l.Cause.Kind
			sums[k], met[k] = sums[k].plus(l.amount), true
		}
	}
	return func(yield func(CauseKind, Difference) bool) {
		for i := range causeKinds {
			if k := CauseKind((i + 1) % causeKinds); met[k] && !yield(k, sums[k]) {
				return
			}
		}
	}
}

// ByCategory yields the change by category, in the order of the scheme; the
// parts add up to the change. A published bridge has no categories, and yields
// none.
func (b Bridge) ByCategory() iter.Seq2[ghg.Category, Difference] {
	var categories []ghg.Category
	sums := map[ghg.Category]Difference{}
	for l := range b.Lines() {
		if l.Change == ChangeNone {
			continue
		}
		if _, met := sums[l.Category]; !met {
			categories = append(categories, l.Category)
		}
		sums[l.Category] = sums[l.Category].plus(l.amount)
	}
	return func(yield func(ghg.Category, Difference) bool) {
		for _, c := range categories {
			if !yield(c, sums[c]) {
				return
			}
		}
	}
}
