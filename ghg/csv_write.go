package ghg

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
)

// WriteCSV writes records with all the columns that [ReadCSV] knows, so that
// reading them gives the same values: masses in tonnes, CO2e in tCO2e with its
// metric, decimals with a point and every digit. A mass whose record names no gas
// is refused. The line a record was read
// from is not written.
func WriteCSV(w io.Writer, records []Record) error {
	out := csv.NewWriter(w)
	if err := out.Write(csvColumns); err != nil {
		return err
	}
	row := make([]string, columnCount)
	for i, r := range records {
		clear(row)
		row[colPlace], row[colYear] = string(r.Place), r.Period.String()
		row[colScheme], row[colCategory] = string(r.Category.Scheme), r.Category.Code
		row[colGas] = r.Gas.String()
		if r.Scope != ScopeUnspecified {
			row[colScope] = strconv.Itoa(int(r.Scope))
		}
		v := r.Value
		switch v.kind {
		case emitted:
			if r.Gas.IsZero() || !v.gas.IsZero() && !v.gas.includes(r.Gas) {
				return fmt.Errorf("record %d: a mass needs its gas, and the record says %s: without it the mass would be read as CO2e", i,
					gasOrUnstated(r.Gas))
			}
			row[colMass], row[colUnit] = v.t().String(), "t"
		case equivalent:
			row[colMass], row[colUnit], row[colMetric] = v.t().String(), "tCO2e", string(v.metricOf().ID())
		}
		in, _ := v.IncludedIn()
		row[colKey], row[colExplanation], row[colIncludedIn] = v.key.String(), v.Explanation(), in.Code
		row[colFuel], row[colActivity], row[colFacility] = r.Fuel, r.Activity, r.Facility
		row[colVariant], row[colTags] = r.Variant.String(), r.Tags.String()
		if r.Status != Actual {
			row[colStatus] = r.Status.String()
		}
		e := r.Evidence.Definition()
		row[colQuality], row[colMethod], row[colSource], row[colAssumption] = e.Quality.String(), e.Method, e.Source, e.Assumption
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
