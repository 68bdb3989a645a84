package rollup

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/words"
)

// WasteConventionError says that some figures count waste where it is treated and others
// where it is generated: what one place generates and another treats would count twice, or
// not at all.
type WasteConventionError struct {
	Year                     int
	ByTreatment, ByGenerator []place.Place
	WouldBe                  ghg.CO2e // what the figures added would come to
	text                     words.Term
}

var mixedWaste = words.Term{
	En: "figures for %d count waste in two ways: where it is treated, of %s; where it is generated, of %s. " +
		"Added they would be %s, with waste in it twice or not at all: make all of them in one way",
	Ko: "%d년 수치의 폐기물 기준이 다릅니다. 처리지 기준: %s. 발생지 기준: %s. 더하면 %s로 이중 계산이나 누락이 생깁니다. 한 기준으로 맞추십시오"}

func (e *WasteConventionError) Error() string { return e.text.En }

// Korean is the error in Korean.
func (e *WasteConventionError) Korean() string { return e.text.Ko }

// oneConvention refuses figures of views that count waste in two ways.
func oneConvention(y *year, day ghg.Date, waste func(chosen) ghg.WasteConvention, wouldBe func([]chosen) ghg.CO2e) error {
	e := &WasteConventionError{Year: y.year}
	for _, c := range y.counted {
		switch waste(c) {
		case ghg.WasteByTreatment:
			e.ByTreatment = append(e.ByTreatment, c.place)
		case ghg.WasteByGenerator:
			e.ByGenerator = append(e.ByGenerator, c.place)
		}
	}
	if len(e.ByTreatment) == 0 || len(e.ByGenerator) == 0 {
		return nil
	}
	e.WouldBe = wouldBe(y.counted)
	e.text.En, e.text.Ko = mixedWaste.Fill(y.year, namesOf(e.ByTreatment, day), namesOf(e.ByGenerator, day), e.WouldBe)
	return e
}
