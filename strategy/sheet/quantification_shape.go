package sheet

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/effect"
	"github.com/shopspring/decimal"
)

// FindingFilled is the code of a line of quantities whose years between those given are
// filled along its shape.
const FindingFilled = "quantities-filled"

var filledText = words.Term{En: "the quantities of %s are filled along the shape %s between the years given",
	Ko: "%s년 물량은 적힌 연도 사이를 %s으로 채운 값입니다"}

// shape is how quantities go between the years that a line gives.
type shape uint8

const (
	shapeLinear shape = iota + 1
	shapeStep
)

var shapes = [...]words.Term{shapeLinear: {En: "linear", Ko: "선형"}, shapeStep: {En: "step", Ko: "계단형"}}

var shapeWords = words.NewSet(shapeLinear, []string{shapes[shapeLinear].En, shapes[shapeStep].En},
	map[string]shape{"선형": shapeLinear, "직선": shapeLinear, "계단형": shapeStep, "계단": shapeStep})

// ramp is the shape from nothing in one year to all in another.
func (s shape) ramp(from, to int) (effect.Ramp, error) {
	if s == shapeStep {
		return effect.Step(to)
	}
	return effect.Linear(from, to)
}

// fill puts figures into the years between those of a line that says its shape.
func (in *quantificationReader) fill(l *quantificationLines, row csvRow, x figureLine) {
	s := ghg.CSVWord(row.CSVRow, ghg.FaultField, "shape", shapeWords)
	given := slices.Sorted(maps.Keys(x.byYear))
	switch {
	case s == 0 || row.IsFaulty():
		return
	case len(given) < 2:
		row.Refuse(ghg.FaultMissingField, "shape", errors.New("give the quantities of a first and of a last year"))
		return
	}
	var years []int
	for i, to := range given[1:] {
		filled, err := s.between(x, given[i], to)
		if err != nil {
			row.Refuse(ghg.FaultMismatch, "shape", err)
			return
		}
		for _, y := range slices.Sorted(maps.Keys(filled)) {
			if line, taken := l.taken[takenKey{x.item, y}]; taken {
				row.Refuse(strategy.FaultRepeated, "shape", fmt.Errorf("it fills %d, and %s this year of the item too", y, has(line)))
				return
			}
			l.taken[takenKey{x.item, y}] = row.Line()
			x.byYear[y] = filled[y]
			years = append(years, y)
		}
	}
	if len(years) > 0 {
		in.findings.Add(ghg.Finding{Code: FindingFilled, Severity: ghg.Note, Line: row.Line(), Of: l.action + "/" + l.ID,
			Stated: shapes[s].En}.Said(filledText, words.Spans(years), shapes[s]))
	}
}

// between are the figures of the years between two that are given.
func (s shape) between(x figureLine, from, to int) (map[int]figure, error) {
	a, z := x.byYear[from], x.byYear[to]
	if a.isPercent != z.isPercent {
		return nil, fmt.Errorf("%d and %d are not both in percent", from, to)
	}
	ramp, err := s.ramp(from, to)
	if err != nil {
		return nil, err
	}
	change := z.number.Sub(a.number)
	along, err := effect.Along(strategy.Expected, strategy.StandingInYear, ramp, change.Abs(), from, to)
	if err != nil {
		return nil, err
	}
	out := map[int]figure{}
	for y := from + 1; y < to; y++ {
		step := along.ByYear[y].Mul(decimal.New(int64(change.Sign()), 0))
		out[y] = figure{a.number.Add(step), a.isPercent}
	}
	return out, nil
}
