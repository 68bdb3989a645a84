package activity

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
)

// parameter is a term that a row may state in its column of parameters, or a choice of the
// method that it makes there.
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

	onRoad
	speed
	each
	perDistance

	basis
	counting
	recoveredCH4
	incinerator
	energyUse
	elsewhere
	dryMatter
	carbon
	fossil
	oxidation

	bod
	bo
	sewer
	sludgeBOD
	protein
	notEaten
	plants
	sludgeN
	water
	cod
	sludgeCOD

	discharge
	removed
	effluentCH4
	effluentN2O
	household
	drySludge
	perSludge
	emptied
)

var parameterNames = []words.Term{
	{En: "CO2", Ko: "CO2"}, {En: "CH4", Ko: "CH4"}, {En: "N2O", Ko: "N2O"}, {En: "NCV", Ko: "순발열량"}, {En: "density", Ko: "밀도"},
	{En: "from", Ko: "열원"}, {En: "DOC", Ko: "분해가능 유기탄소"}, {En: "DOCf", Ko: "분해율"}, {En: "MCF", Ko: "메탄보정계수"},
	{En: "OX", Ko: "산화율"}, {En: "recovered", Ko: "회수율"},
	{En: "road", Ko: "도로"}, {En: "speed", Ko: "속도"}, {En: "each", Ko: "대당 주행거리"}, {En: "consumption", Ko: "전비"},
	{En: "basis", Ko: "중량기준"}, {En: "counting", Ko: "회수 반영"}, {En: "recovered CH4", Ko: "메탄 회수량"}, {En: "incinerator", Ko: "소각로"},
	{En: "energy", Ko: "소각열"}, {En: "waste category", Ko: "폐기물 배출원"}, {En: "dm", Ko: "건조물질 비율"}, {En: "CF", Ko: "탄소 비율"},
	{En: "FCF", Ko: "화석탄소 비율"}, {En: "OF", Ko: "소각 산화율"},
	{En: "BOD", Ko: "1인당 BOD"}, {En: "Bo", Ko: "최대 메탄생성능"}, {En: "I", Ko: "산업폐수 보정계수"}, {En: "sludge BOD", Ko: "슬러지 BOD"},
	{En: "protein", Ko: "단백질 섭취량"}, {En: "F_NON-CON", Ko: "비섭취 단백질 보정계수"}, {En: "plants", Ko: "현대식 처리장 이용률"},
	{En: "sludge N", Ko: "슬러지 질소"}, {En: "W", Ko: "폐수 원단위"}, {En: "COD", Ko: "COD 농도"}, {En: "sludge COD", Ko: "슬러지 COD"},
	{En: "discharge", Ko: "방류"}, {En: "removed", Ko: "처리 제거율"}, {En: "effluent MCF", Ko: "방류수역 메탄보정계수"},
	{En: "effluent N2O", Ko: "방류수 배출계수"}, {En: "N_HH", Ko: "가정용품 질소 보정계수"}, {En: "sludge", Ko: "슬러지"},
	{En: "K_rem", Ko: "슬러지 유기물량"}, {En: "F", Ko: "정화조 청소율"},
}

var parameters = setOf[parameter](parameterNames...)

// String is the name in English, with the Korean one behind it where it is another.
func (p parameter) String() string {
	n := parameterNames[p-1]
	if n.Ko == n.En {
		return n.En
	}
	return n.En + " (" + n.Ko + ")"
}

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
				names[i] = parameterNames[a-1].En
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
		return x, inColumn(colStatedBy, errNoSource)
	}
	return x, nil
}

// rates sets those that the row states, in place of what is there.
func (s stated) rates(to map[parameter]*estimate.Parameter) error {
	for _, p := range slices.Sorted(maps.Keys(to)) {
		if _, found := s.texts[p]; !found {
			continue
		}
		x := to[p]
		var err error
		if *x, err = s.rate(p); err != nil {
			return err
		}
	}
	return nil
}

// mass is an amount of what was recovered or taken out, of all that the row is of, with its
// source; the zero Quantity where the row states none.
func (s stated) mass(p parameter) (ghg.Quantity, error) {
	text, found := s.texts[p]
	if !found {
		return ghg.Quantity{}, nil
	}
	q, err := ghg.ParseQuantity(text)
	switch {
	case err != nil:
		return q, inColumn(colParameters, fmt.Errorf("%s: %w", p, err))
	case s.source == "":
		return q, inColumn(colStatedBy, errNoSource)
	}
	return q, nil
}

var errNoSource = errors.New("what a row states of factors needs its source")
