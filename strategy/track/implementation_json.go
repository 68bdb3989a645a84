package track

import (
	"encoding/json"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

type implementationJSON struct {
	On        ghg.Date      `json:"on"`
	Weighting Weighting     `json:"weighting"`
	Plan      EarnedValue   `json:"plan"`
	ByArea    []EarnedValue `json:"byArea"`
	ByPhase   []EarnedValue `json:"byPhase"`
	ByAction  []EarnedValue `json:"byAction"`
	Withdrawn []string      `json:"withdrawn"`
	Findings  ghg.Findings  `json:"findings"`
}

// MarshalJSON writes the plan as a whole and by area, phase and action, as it stands on
// the day. The zero Implementation is null.
func (i Implementation) MarshalJSON() ([]byte, error) {
	if i.on == (ghg.Date{}) {
		return []byte("null"), nil
	}
	return json.Marshal(implementationJSON{i.on, i.weighting, i.Plan(), i.ByArea(), i.ByPhase(),
		slices.AppendSeq([]EarnedValue{}, i.ByAction()),
		slices.AppendSeq([]string{}, i.Withdrawn()), i.Findings()})
}

// MarshalJSON writes the indices with what they are made of, and the variances where there
// is money.
func (e EarnedValue) MarshalJSON() ([]byte, error) {
	type fields EarnedValue // without this method
	return json.Marshal(struct {
		fields
		ScheduleVariance strategy.Money `json:"scheduleVariance"`
		CostVariance     strategy.Money `json:"costVariance"`
	}{fields(e), first(e.ScheduleVariance()), first(e.CostVariance())})
}

// MarshalJSON writes what is set aside and spent, with the rate and what is left.
func (e Execution) MarshalJSON() ([]byte, error) {
	type fields Execution // without this method
	return json.Marshal(struct {
		fields
		Rate    ghg.Ratio      `json:"rate"`
		Unspent strategy.Money `json:"unspent"`
	}{fields(e), e.Rate(), first(e.Unspent())})
}
