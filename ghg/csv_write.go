package ghg

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// WriteCSV writes records with all the columns that [ReadCSV] knows, so that
// reading them gives the same values: masses in tonnes, CO2e in tCO2e with its
// metric, decimals with a point and every digit. A mass whose record names no gas
// is refused. Where a record was read is written if its evidence names the file.
func WriteCSV(w io.Writer, records []Record) error {
	out := csv.NewWriter(w)
	// One grade for both is read, and written as two.
	written := func(row []string) []string { return slices.Delete(slices.Clone(row), colQuality, colQuality+1) }
	if err := out.Write(written(csvColumns)); err != nil {
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
		row[colActivityQuality], row[colFactorQuality] = e.ActivityQuality.String(), e.FactorQuality.String()
		row[colMethod], row[colSource], row[colAssumption] = e.Method, e.Source, e.Assumption
		row[colFile], row[colFileSHA256], row[colFileSheet] = e.File, e.SHA256.String(), e.Sheet
		if e.File != "" {
			row[colFileLine], row[colFileColumn], row[colAsRead] = placeInFile(r.Line), placeInFile(int(r.Column)), v.AsRead()
		}
		if err := out.Write(written(row)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func placeInFile(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
