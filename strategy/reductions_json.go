package strategy

import (
	"encoding/json"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

type reductionsJSON struct {
	Kind   Kind                   `json:"kind"`
	Metric string                 `json:"metric"`
	Years  []ghg.InYear[ghg.CO2e] `json:"years"`
}

// MarshalJSON writes the amounts from the first year to the last; a year without one is
// left out. The zero Reductions is null.
func (r Reductions) MarshalJSON() ([]byte, error) {
	if r.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(reductionsJSON{r.Kind(), r.Metric().String(), ghg.InYears(r.All())})
}

// UnmarshalJSON reads what MarshalJSON writes, on a published metric. Unknown fields, a
// year given twice and what [NewReductions] refuses are refused.
func (r *Reductions) UnmarshalJSON(text []byte) error {
	if isNull(text) {
		*r = Reductions{}
		return nil
	}
	var doc reductionsFile
	if err := readStrict(text, &doc); err != nil {
		return fmt.Errorf("reductions: %w", err)
	}
	read, err := doc.reductions(nil)
	if err == nil {
		*r = read
	}
	return err
}

// reductionsFile are reductions as they are read: amounts as texts, whose metric may be
// one's own.
type reductionsFile struct {
	Kind   Kind                 `json:"kind"`
	Metric string               `json:"metric"`
	Years  []ghg.InYear[string] `json:"years"`
}

func (f reductionsFile) reductions(own []ghg.Metric) (Reductions, error) {
	const of = "reductions"
	if f.Metric == "" {
		return Reductions{}, fmt.Errorf("reductions: %w", ghg.ErrNoMetric)
	}
	metric, err := ghg.ParseMetric(f.Metric, own...)
	if err != nil {
		return Reductions{}, fmt.Errorf("reductions: %w", err)
	}
	amounts, err := valuesIn(of, f.Years, func(text string) (ghg.CO2e, error) { return ghg.ParseCO2e(text, own...) })
	if err != nil {
		return Reductions{}, err
	}
	return NewReductions(f.Kind, metric, amounts)
}

type cutsJSON struct {
	Kind  Kind                    `json:"kind"`
	Years []ghg.InYear[ghg.Share] `json:"years"`
}

// MarshalJSON writes the shares from the first year to the last; a year without one is
// left out. The zero Cuts is null.
func (c Cuts) MarshalJSON() ([]byte, error) {
	if c.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(cutsJSON{c.Kind(), ghg.InYears(c.All())})
}

// UnmarshalJSON reads what MarshalJSON writes, as that of [Reductions] does.
func (c *Cuts) UnmarshalJSON(text []byte) error {
	if isNull(text) {
		*c = Cuts{}
		return nil
	}
	var doc cutsFile
	if err := readStrict(text, &doc); err != nil {
		return fmt.Errorf("cuts: %w", err)
	}
	read, err := doc.cuts()
	if err == nil {
		*c = read
	}
	return err
}

// cutsFile are cuts as they are read.
type cutsFile struct {
	Kind  Kind                 `json:"kind"`
	Years []ghg.InYear[string] `json:"years"`
}

func (f cutsFile) cuts() (Cuts, error) {
	shares, err := valuesIn("cuts", f.Years, ghg.ParseShare)
	if err != nil {
		return Cuts{}, err
	}
	return NewCuts(f.Kind, shares)
}
