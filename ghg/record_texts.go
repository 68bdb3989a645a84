package ghg

import "strconv"

// recordText is a text of a record, with the name that files have for it.
type recordText struct{ field, text string }

// texts are the free texts of a record.
func (r Record) texts() [11]recordText {
	e := r.Evidence.Definition()
	return [11]recordText{{"explanation", r.Value.Explanation()}, {"fuel", r.Fuel}, {"activity", r.Activity},
		{"facility", r.Facility}, {"tags", r.Tags.String()}, {"method", e.Method}, {"source", e.Source}, {"assumption", e.Assumption},
		{"file", e.File}, {"sheet", e.Sheet}, {"asRead", r.Value.AsRead()}}
}

// fault is a fault in a field of a record of a list.
func (r Record) fault(i int, field, value, detail string) Fault {
	return Fault{Code: FaultField, Of: "record " + strconv.Itoa(i), Line: r.Line, Field: field, Value: value, Detail: detail,
		Place: r.Place, Period: r.Period}
}

// notJSON says what of a record of a scheme would not be read from JSON as it is: the
// fault has no code where all would.
func (r Record) notJSON(i int, s Scheme) Fault {
	if in, ok := r.Value.IncludedIn(); ok && !s.isCalled(in.Scheme) {
		return r.fault(i, "includedIn", in.String(), "it is in another scheme, and would be read as one of "+s.Name())
	}
	for _, t := range r.texts() {
		if why := notText(t.text); why != "" {
			return r.fault(i, t.field, t.text, why)
		}
	}
	return Fault{}
}
