package activity

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
)

// parameter is a term that a row may state in its column of parameters.
type parameter uint8

const (
	co2 parameter = iota + 1
	ch4
	n2o
	ncv
	density
	origin
	doc
	docf
	mcf
	ox
	recovered
)

var parameterNames = []string{"CO2", "CH4", "N2O", "NCV", "density", "from", "DOC", "DOCf", "MCF", "OX", "recovered"}

var parameters = words.NewSet(co2, parameterNames, map[string]parameter{
	"순발열량": ncv, "밀도": density, "열원": origin, "분해가능 유기탄소": doc, "분해율": docf, "메탄보정계수": mcf, "산화율": ox, "회수율": recovered,
})

// stated are the parameters of a row: "CH4 = 3.9 kg CH4/TJ (net); MCF = 0.5".
type stated struct {
	texts  map[parameter]string
	source string
}

// readParameters reads those that a method takes.
func readParameters(text, source string, accepted []parameter) (stated, error) {
	s := stated{map[parameter]string{}, source}
	for _, item := range ghg.SplitList(text) {
		name, value, found := strings.Cut(item, "=")
		p, known := parameters.Find(strings.TrimSpace(name))
		if !found || !known || !slices.Contains(accepted, p) {
			names := make([]string, len(accepted))
			for i, a := range accepted {
				names[i] = parameterNames[a-1]
			}
			return s, inColumn(colParameters,
				fmt.Errorf("write name = value, separated by semicolons; the method takes %s", strings.Join(names, ", ")))
		}
		if _, twice := s.texts[p]; twice {
			return s, inColumn(colParameters, errors.New("it is given twice"))
		}
		s.texts[p] = strings.TrimSpace(value)
	}
	return s, nil
}

// rate is a parameter with its source, which it must have; the zero Parameter where the row
// does not state it.
func (s stated) rate(p parameter) (estimate.Parameter, error) {
	text, found := s.texts[p]
	if !found {
		return estimate.Parameter{}, nil
	}
	return s.read(colParameters, text)
}

// read is a number of a row with its source.
func (s stated) read(column, text string) (estimate.Parameter, error) {
	x, err := estimate.ParseParameter(text, s.source)
	if err != nil {
		return x, inColumn(column, err)
	}
	if s.source == "" {
		return x, inColumn(colStatedBy, errors.New("what a row states of factors needs its source"))
	}
	return x, nil
}

// rates sets those that the row states, in place of what is there.
func (s stated) rates(to map[parameter]*estimate.Parameter) error {
	for p, x := range to {
		if _, found := s.texts[p]; !found {
			continue
		}
		var err error
		if *x, err = s.rate(p); err != nil {
			return err
		}
	}
	return nil
}
