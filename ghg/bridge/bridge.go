package bridge

import (
	"errors"
	"iter"

	"github.com/localghg/localghg/ghg"
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
var ErrNoBridge = errors.New("no bridge: make one with bridge.Published or bridge.Inventories")

// contradicts is a field of one end of a bridge that does not go with the other.
func contradicts(field, value, detail string) error {
	return ghg.Fault{Code: ghg.FaultMismatch, Of: "bridge", Field: field, Value: value, Detail: detail}
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
	}
	// A bridge is of one place; metrics, editions and views may differ in it.
	begin := ghg.Basis{Place: from.Place(), View: to.View(), Metric: to.Metric()}
	if err := begin.Meets("the figure to bridge from", to.Basis(), "the one to bridge to"); err != nil {
		return nil, err
	}
	if a.Vintage == b.Vintage && from.Metric().ID() == to.Metric().ID() && from.View().ID() == to.View().ID() {
		return nil, contradicts("vintage", b.Vintage.String(),
			"it is that of both figures, and one vintage has one figure in one metric and view; give the vintages that the figures are of")
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

// Change is To - From.
func (b Bridge) Change() Difference { return b.get().change }

// Relative is (To - From)/From, what a significance threshold for recalculating a
// base year is held against. Of a figure below 0 it has the other sign than the
// change, and is not printed. Where the figures are on two metrics it compares
// numbers of two kinds, as such a threshold does. Of a bridge from 0 it is
// undefined.
func (b Bridge) Relative() ghg.Ratio {
	if b.def == nil {
		return ghg.Undefined(ErrNoBridge.Error())
	}
	return relative(b.Change(), b.From())
}

func relative(change Difference, from ghg.YearFigure) ghg.Ratio {
	return ghg.Quotient(change.t, from.CO2e.Tonnes(), "the figure that the bridge starts at is 0")
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
