package ghg

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
)

// inventoryFile is the document of an inventory as it is read: its records one by
// one, so that a document takes little memory beyond the records in it.
type inventoryFile struct {
	Format  Form            `json:"format"`
	Scheme  SchemeID        `json:"scheme"`
	Place   PlaceID         `json:"place"`
	Period  Period          `json:"period"`
	Vintage Vintage         `json:"vintage"`
	Records json.RawMessage `json:"records"`
}

// records reads the records of the document. Those that cannot be used are
// [Faults]; from the first on none is kept.
func (f inventoryFile) records(scheme Scheme, own []Metric) ([]Record, error) {
	if len(f.Records) == 0 || bytes.Equal(f.Records, []byte("null")) {
		return nil, nil
	}
	d := json.NewDecoder(bytes.NewReader(f.Records))
	d.DisallowUnknownFields()
	if open, err := d.Token(); err != nil || open != json.Delim('[') {
		return nil, errors.Join(errors.New("records: a list is needed"), err)
	}
	out := make([]Record, 0, bytes.Count(f.Records, []byte(`"category"`)))
	var faults Faults
	var j jsonRecord // one for all: Decode keeps it alive
	for i := 0; d.More(); i++ {
		j = jsonRecord{}
		if err := d.Decode(&j); err != nil {
			return nil, fmt.Errorf("record %d: %w", i, err)
		}
		v, fault := j.value(scheme, own)
		if n, known := scheme.Node(j.Category); fault.Code == "" && !known {
			fault = Fault{Code: FaultUnknownCategory, Field: "category", Value: j.Category, Detail: "no category of " + scheme.Name()}
		} else if fault.Code == "" && !n.Reportable {
			fault = notReportable(j.Category)
		}
		if fault.Code != "" && len(faults.All) == maxFaults {
			faults.More++
		} else if fault.Code != "" {
			fault.Line, fault.Place, fault.Period = j.Line, f.Place, f.Period
			fault.Of = "record " + strconv.Itoa(i)
			faults.Add(fault)
		}
		if faults.Len() > 0 {
			continue
		}
		out = append(out, Record{Place: f.Place, Period: f.Period, Category: Category{scheme.ID(), j.Category}, Scope: j.Scope,
			Gas: j.Gas, Value: v, Fuel: j.Fuel, Activity: j.Activity, Facility: j.Facility, Variant: j.Variant,
			Tags: j.Tags, Status: j.Status, Evidence: j.Evidence.evidence(), Line: j.Line, Column: j.Column})
	}
	return out, faults.Err()
}
