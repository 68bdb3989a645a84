package series

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// Move says what a part did to the territory of a place. The zero Move is not stated.
type Move uint8

// A part joined the place, or left it.
const (
	Joined Move = iota + 1
	Left
)

// Territory says which territory a figure is of, around a change of boundary. The zero
// Territory is not stated.
type Territory uint8

// Before is the territory before the change, for the whole of the year, and After the one
// since. ByDay is each on its days: the part counts from the day on which it joined, or to
// the day before it left.
const (
	Before Territory = iota + 1
	After
	ByDay
)

var (
	moves       = [...]words.Term{{En: "joined", Ko: "편입"}, {En: "left", Ko: "분리"}}
	territories = [...]words.Term{{En: "before the change", Ko: "변경 전 구역"}, {En: "after the change", Ko: "변경 후 구역"},
		{En: "each on its days", Ko: "날짜별 구역"}}
)

// String is the move in one word, and "" where it is not stated.
func (m Move) String() string { return m.term().En }

// MarshalText writes what String says.
func (m Move) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Korean is the move in Korean.
func (m Move) Korean() string { return m.term().Ko }

func (m Move) term() words.Term {
	if m < Joined || m > Left {
		return words.Term{}
	}
	return moves[m-Joined]
}

// String is the territory in words, and "" where it is not stated.
func (t Territory) String() string { return t.term().En }

// MarshalText writes what String says.
func (t Territory) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// Korean is the territory in Korean.
func (t Territory) Korean() string { return t.term().Ko }

func (t Territory) term() words.Term {
	if t < Before || t > ByDay {
		return words.Term{}
	}
	return territories[t-Before]
}

// Boundary is a change of the boundary of a place, and how its figures are restated for it.
type Boundary struct {
	Change place.Change `json:"change"` // its day, and the source that says so
	Moved  Move         `json:"moved"`
	// Part is what the part emitted, on the view and metric of the series: its own figures,
	// or an estimate such as [PartOf] makes.
	Part ghg.Yearly `json:"part"`
	// InYear is the territory that the figure of the year of the change is of. It is needed
	// where there is such a figure: sources differ, and none is assumed.
	InYear Territory `json:"inYear"`
	To     Territory `json:"to"` // of all figures, once restated: Before or After
}

// FaultTerritory is the code of a figure of the year of a change whose territory is not
// stated.
const FaultTerritory = "territory-not-stated"

func (b Boundary) check(faults *ghg.Faults) {
	const of = "boundary"
	if !b.Change.On.Valid() {
		faults.Refuse(of, "change", b.Change.On.String(), "the day of the change is needed")
	}
	if b.Moved < Joined || b.Moved > Left {
		faults.Refuse(of, "moved", b.Moved.String(), "series.Joined or series.Left is needed")
	}
	if b.InYear > ByDay {
		faults.Refuse(of, "in year", strconv.Itoa(int(b.InYear)), "series.Before, After or ByDay is needed")
	}
	if b.To != Before && b.To != After {
		faults.Refuse(of, "to", b.To.String(), "all figures are to be of one territory: series.Before or series.After")
	}
}

// holds is how much of the part a territory holds.
func (b Boundary) holds(t Territory) int64 {
	if (b.Moved == Joined) == (t == After) {
		return 1
	}
	return 0
}

// lacks is which share of the part's figure has to be added to a figure of the period, or,
// below zero, taken off.
func (b Boundary) lacks(p ghg.Period) (*big.Rat, error) {
	on, to := b.Change.On, big.NewRat(b.holds(b.To), 1)
	held := new(big.Rat)
	switch {
	case p.End().Before(on):
		held.SetInt64(b.holds(Before))
	case !p.Start().Before(on):
		held.SetInt64(b.holds(After))
	case b.InYear == ByDay:
		first, all := days(p.Start(), on), days(p.Start(), p.End())+1
		held.SetFrac64(b.holds(Before)*first+b.holds(After)*(all-first), all)
	case b.InYear == 0:
		return nil, ghg.Fault{Code: FaultTerritory, Of: "boundary", Field: "in year", Period: p,
			Detail: fmt.Sprintf("the place has two territories in %s: say which one its figure is of", p)}
	default:
		held.SetInt64(b.holds(b.InYear))
	}
	return to.Sub(to, held), nil
}

// days are those from one day to another, without the last.
func days(a, b ghg.Date) int64 {
	at := func(d ghg.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
	return int64(at(b).Sub(at(a)).Hours()) / 24
}

var (
	restating = words.Term{En: "restated to the territory %s of %s (%s)", Ko: "%s(%s, %s)에 맞추어 재산정"}
	byDays    = words.Term{En: "%s: %s = %s; what the part emitted is taken to be the same on every day",
		Ko: "%s: %s = %s; 편입·분리된 지역의 배출량이 매일 같다고 보았습니다"}
	byWhole = words.Term{En: "%s: %s = %s; it has no parts and no coverage any more", Ko: "%s: %s = %s; 부문별 내역과 완전성은 남지 않습니다"}
)

// Restate takes the figures of a series to the territory before or after a change of
// boundary:
//
//	restated = figure + (h(To) − h(figure)) × figure of the part
//
// h is what a territory holds of the part, 0 or 1, and of the year of the change, by day, the
// days on which it is held over all days. Figures that are of the territory already stay as
// they are. One that is restated keeps its vintage, has no parts and no coverage, and the
// less final status of the two; by day it is estimated.
//
// A part that has no figure for a year is a [*ghg.NoFigureError], one on another view or
// metric a [*ghg.MismatchError], and a year of two territories of which it is not said which
// a [ghg.Fault] with [FaultTerritory]. Restate once for each change, in any order.
func Restate(y ghg.Yearly, b Boundary) (Filled, error) {
	var faults ghg.Faults
	b.check(&faults)
	if b.Part.Place().Is(y.Place()) {
		faults.Refuse("boundary", "part", string(y.Place()), "it is the place itself: the figures of what moved are needed")
	}
	if err := faults.Err(); err != nil {
		return Filled{}, err
	}
	own := y.Basis()
	own.Place = b.Part.Place()
	if err := own.Meets("the series", b.Part.Basis(), "that of the part"); err != nil {
		return Filled{}, err
	}
	var out Filled
	var figures []ghg.YearFigure
	var refused []error
	for f := range y.All() {
		lacks, err := b.lacks(f.Period)
		if err == nil && lacks.Sign() != 0 {
			err = out.restate(b, string(y.Place()), lacks, &f)
		}
		if err != nil {
			refused = append(refused, err)
		}
		figures = append(figures, f)
	}
	if len(refused) > 0 {
		return Filled{}, errors.Join(refused...)
	}
	var err error
	out.Yearly, err = ghg.NewYearly(y.Place(), y.View(), y.Metric(), figures)
	return out, err
}

// restate adds what a figure lacks of the part.
func (out *Filled) restate(b Boundary, of string, lacks *big.Rat, f *ghg.YearFigure) error {
	part, err := b.Part.Figure(f.Year)
	if err != nil {
		return err
	}
	if part.Period != f.Period {
		return ghg.Refusal(string(b.Part.Place()), "period", part.Period.String(),
			"it is not that of the figure, "+f.Period.String())
	}
	arithmetic := fmt.Sprintf("%s + (%s) × %s", f.CO2e.Tonnes(), lacks.RatString(), part.CO2e.Tonnes())
	if f.CO2e, err = sum(f.CO2e, part.CO2e, lacks); err != nil {
		return err
	}
	f.Status = max(f.Status, part.Status)
	severity, text := ghg.Note, byWhole
	if !lacks.IsInt() {
		f.Status, severity, text = max(f.Status, ghg.Estimated), ghg.Warning, byDays
	}
	var by words.Term
	by.En, by.Ko = restating.Fill(b.To.term(), b.Change.String(), b.Part.Place())
	if f.Source != "" {
		f.Source += "; "
	}
	f.Source += by.En + ": " + arithmetic
	if part.Source != "" {
		f.Source += "; " + part.Source
	}
	if b.Change.Source != "" {
		f.Source += "; " + b.Change.Source
	}
	f.Source = words.Clip(f.Source, maxSource)
	f.Parts, f.Coverage = nil, ghg.Coverage{}
	s := Step{of, f.Year, by, arithmetic, f.CO2e.String(), []int{f.Year}, f.Status}
	out.Steps = append(out.Steps, s)
	out.Findings.Add(ghg.Finding{Code: FindingRestated, Severity: severity, Of: of + ", " + strconv.Itoa(f.Year), Found: s.Result}.Said(
		text, by, arithmetic, s.Result))
	return nil
}

// sum is an amount and a share of another: of the whole of it exact, of days rounded once.
func sum(a, b ghg.CO2e, share *big.Rat) (ghg.CO2e, error) {
	if share.IsInt() {
		if share.Sign() < 0 {
			return a.Sub(b)
		}
		return a.Add(b)
	}
	x := new(big.Rat).Mul(share, b.Tonnes().Rat())
	return ghg.NewCO2e(rounded(x.Add(x, a.Tonnes().Rat())), ghg.Tonne, a.Metric())
}
