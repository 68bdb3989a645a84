package transport

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

//go:embed data/korea_speed.tsv
var speedText string

// OnRoad is the kind of road that a Korean curve of speed is of.
type OnRoad uint8

// The kinds of road.
const (
	Urban OnRoad = iota + 1
	Highway
)

var roads = [...]words.Term{{En: "road not stated", Ko: "도로 미기재"}, {En: "urban", Ko: "도시부"}, {En: "highway", Ko: "고속도로"}}

// index is the place in the list of names.
func (r OnRoad) index() int {
	if int(r) >= len(roads) {
		return 0
	}
	return int(r)
}

// String is the name in English: "urban".
func (r OnRoad) String() string { return roads[r.index()].En }

// Korean is the name in Korean.
func (r OnRoad) Korean() string { return roads[r.index()].Ko }

var speedTable = sync.OnceValue(func() table.Table {
	return table.MustRead(speedText, "english", "korean", "road", "gas", "form", "a", "b", "c", "confidence")
})

// onBoth is a curve that the source has for both kinds of road in one.
const onBoth = "both"

// KoreanVehicles are vehicles of a class of the Korean curves of speed, with what there is of
// them: "passenger car small gasoline" or "승용 소형 휘발유". Travel and speed are still to be
// stated. A class, or a road of it, without a curve of CO2 is a [*ghg.UnknownError]: no
// neighbour's is taken. The source says neither edition nor range of speed.
func KoreanVehicles(class string, on OnRoad) (Vehicles, error) {
	if on.index() == 0 {
		return Vehicles{}, ghg.Refusal("Korean vehicles", "road", "", "transport.Urban or transport.Highway is accepted: the curves differ")
	}
	var v Vehicles
	var allowed []string
	t := speedTable()
	for r := range t.Rows() {
		name := words.Term{En: r.Cell("english"), Ko: r.Cell("korean")}
		road := r.Cell("road")
		if road != onBoth && road != on.String() {
			continue
		}
		if !slices.Contains(allowed, name.En) && road != onBoth {
			allowed = append(allowed, name.En)
		}
		if asked := words.Fold(class); asked != words.Fold(name.En) && asked != words.Fold(name.Ko) {
			continue
		}
		c, err := curveOf(r, t.Source())
		if err != nil {
			return Vehicles{}, err
		}
		v.Class = words.Term{En: name.En + ", " + on.String(), Ko: name.Ko + "(" + on.Korean() + ")"}
		switch r.Cell("gas") {
		case "CO2":
			v.CO2.Curve = c
		case "CH4":
			v.CH4.Curve = c
		case "N2O":
			v.N2O.Curve = c
		}
	}
	if v.CO2.isUnset() {
		return Vehicles{}, &ghg.UnknownError{Of: on.String(), What: "vehicle class", ID: class, Allowed: allowed}
	}
	return v, nil
}

// curveOf is the curve of a row.
func curveOf(r table.Row, source string) (Curve, error) {
	c := Curve{Source: source + "; confidence " + r.Cell("confidence")}
	for f := Power; int(f) < len(forms); f++ {
		if f.String() == r.Cell("form") {
			c.Form = f
		}
	}
	for column, to := range map[string]*decimal.Decimal{"a": &c.A, "b": &c.B, "c": &c.C} {
		text := r.Cell(column)
		if text == "" {
			continue
		}
		n, err := exact.Parse(text)
		if err != nil {
			return Curve{}, err
		}
		*to = n
	}
	return c, nil
}
