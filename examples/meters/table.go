package main

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/ledger"
)

// writeTable writes sums as CSV, a sum a line in the order of their keys: all that a key says,
// and the mass in tonnes. It is a file of records, which ledger.ReadCSV reads to the same sums.
func writeTable(w io.Writer, p ledger.Partial) error {
	records, err := p.Records(ledger.ByAll)
	if err != nil {
		return err
	}
	out := csv.NewWriter(w)
	if err := out.Write([]string{"place", "year", "category", "gas", "scope", "variant", "status", "tags", "fuel", "activity", "facility",
		"mass", "unit"}); err != nil {
		return err
	}
	for r := range records {
		scope, status := "", ""
		if r.Scope != ghg.ScopeUnspecified {
			scope = strconv.Itoa(int(r.Scope))
		}
		if r.Status != ghg.Actual {
			status = r.Status.String()
		}
		mass, _ := r.Value.Mass()
		row := []string{string(r.Place), r.Period.String(), r.Category.Code, r.Gas.String(), scope, r.Variant.String(), status, r.Tags.String(),
			r.Fuel, r.Activity, r.Facility, mass.Tonnes().String(), "t"}
		for i := range row[:len(row)-2] {
			row[i] = ghg.GuardFormula(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
