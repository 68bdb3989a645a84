package ghg

// jsonYearPart is a part of a figure in JSON: its amount in the metric of the series.
type jsonYearPart struct {
	Category Category `json:"category"`
	Gas      Gas      `json:"gas,omitzero"`
	CO2e     *Mass    `json:"co2e,omitempty"`
	Key      Key      `json:"key,omitempty"`
}

func (p YearPart) json() jsonYearPart {
	j := jsonYearPart{Category: p.Category, Gas: p.Gas, Key: p.Key}
	if p.Key == KeyNone {
		j.CO2e = &Mass{t: p.CO2e.t}
	}
	return j
}

// part is the part that was written, on the metric of its series.
func (j jsonYearPart) part(m Metric) (YearPart, error) {
	p := YearPart{Category: j.Category, Gas: j.Gas, Key: j.Key}
	if j.CO2e == nil {
		return p, nil
	}
	var err error
	p.CO2e, err = CO2eOf(*j.CO2e, m)
	return p, err
}
