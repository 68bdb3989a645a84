package ghg

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
)

// WriteCSV writes records with all the columns that [ReadCSV] knows, so that
// reading them gives the same values: masses in tonnes, CO2e in tCO2e with its
// metric, decimals with a point and every digit. What was printed in kilotonnes or more
// is written so, as its last digit says how precise it is. Where a record was
// read is written if its evidence names the file. Texts that a spreadsheet would take for formulas are
// guarded, and read as they were ([GuardFormula]).
//
// What would be read as something else, or not at all, is refused before anything
// is written, as [Faults] that name the records: a text with outer blanks, carriage
// returns, zero bytes or what is not UTF-8; one beyond the bounds of a file; a place
// that [ParsePlace] would clean; a number of more than 38 digits; a mass whose
// record names no gas; IE into another scheme.
func WriteCSV(w io.Writer, records []Record) error {
	var faults Faults
	row := make([]string, columnCount)
	for i, r := range records {
		if fault := r.csv(row, i); fault.Code != "" {
			faults.Add(fault)
		}
	}
	if err := faults.Err(); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	// One grade for both is read, and written as two.
	written := func(row []string) []string { return slices.Delete(slices.Clone(row), colQuality, colQuality+1) }
	if err := out.Write(written(csvColumns)); err != nil {
		return err
	}
	for i, r := range records {
		r.csv(row, i)
		for column, text := range row {
			if column != colMass {
				row[column] = GuardFormula(text)
			}
		}
		if err := out.Write(written(row)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// csv fills the cells of a row, or says what would not be read as it is.
func (r Record) csv(row []string, i int) Fault {
	clear(row)
	row[colPlace], row[colYear] = string(r.Place), r.Period.String()
	row[colScheme], row[colCategory] = string(r.Category.Scheme), r.Category.Code
	row[colGas], row[colKey] = r.Gas.String(), r.Value.Key().String()
	row[colVariant], row[colTags] = r.Variant.String(), r.Tags.String()
	row[colExplanation] = r.Value.Explanation()
	row[colFuel], row[colActivity], row[colFacility] = r.Fuel, r.Activity, r.Facility
	if r.Scope != ScopeUnspecified {
		row[colScope] = strconv.Itoa(int(r.Scope))
	}
	if r.Status != Actual {
		row[colStatus] = r.Status.String()
	}
	row[colEntry] = r.Value.entry.String()
	if in, ok := r.Value.IncludedIn(); ok {
		row[colIncludedIn] = in.Code
	}
	e := r.Evidence.Definition()
	row[colActivityQuality], row[colFactorQuality] = e.ActivityQuality.String(), e.FactorQuality.String()
	row[colMethod], row[colSource], row[colAssumption] = e.Method, e.Source, e.Assumption
	row[colFile], row[colFileSHA256], row[colFileSheet] = e.File, e.SHA256.String(), e.Sheet
	if e.File != "" {
		row[colFileLine], row[colFileColumn], row[colAsRead] = placeInFile(r.Line), placeInFile(int(r.Column)), r.Value.AsRead()
	}
	if m, ok := r.Value.Mass(); ok {
		row[colMass], row[colUnit] = printed(m.t)
		if !m.gas.IsZero() {
			row[colUnit] += " " + m.gas.String()
		}
	} else if c, ok := r.Value.CO2e(); ok {
		row[colMass], row[colUnit] = printed(c.t)
		row[colUnit], row[colMetric] = row[colUnit]+"CO2e", string(c.Metric().ID())
	}
	return r.notCSV(row, i)
}

// notCSV says what of a record would not be read from its cells as it is: the fault
// has no code where all would.
func (r Record) notCSV(row []string, i int) Fault {
	refuse := func(column int, detail string) Fault { return r.fault(i, csvColumns[column], row[column], detail) }
	bytes, breaks := columnCount, 0
	for column, text := range row {
		if why := notKept(text); why != "" {
			return refuse(column, why)
		}
		if len(text) > maxText {
			return refuse(column, fmt.Sprintf("longer than %d bytes", maxText))
		}
		bytes += len(text) + strings.Count(text, `"`) + len(`"'"`)
		breaks += strings.Count(text, "\n")
	}
	switch p, err := ParsePlace(row[colPlace]); {
	case err != nil:
		return refuse(colPlace, asFaultOf(err).Detail)
	case p != r.Place:
		return refuse(colPlace, "it would be read as "+strconv.QuoteToGraphic(string(p))+": write it so")
	case bytes > maxRowBytes || breaks > maxRowLines:
		return refuse(colPlace, fmt.Sprintf("the record has more than %d bytes, or %d line breaks", maxRowBytes, maxRowLines))
	}
	if p, err := ParsePeriod(row[colYear]); err != nil || p != r.Period {
		return refuse(colYear, "a period is needed, such as ghg.CalendarYear(2018)")
	}
	if row[colScheme] == "" || row[colCategory] == "" {
		return refuse(colCategory, "a category of a scheme is needed")
	}
	return r.valueNotCSV(row, refuse)
}

// valueNotCSV is about the value and the words of closed sets.
func (r Record) valueNotCSV(row []string, refuse func(column int, detail string) Fault) Fault {
	const noSuch = "it is none that exists"
	if g, err := ParseGas(row[colGas]); row[colGas] != "" && (err != nil || g != r.Gas) {
		return refuse(colGas, noSuch)
	}
	if r.Scope > Scope3 {
		return refuse(colScope, noSuch)
	}
	if v, err := ParseVariant(row[colVariant]); err != nil || v != r.Variant {
		return refuse(colVariant, noSuch)
	}
	if s, err := ParseStatus(row[colStatus]); err != nil || s != r.Status {
		return refuse(colStatus, noSuch)
	}
	e := r.Evidence.Definition()
	if q, err := ParseQuality(row[colActivityQuality]); err != nil || q != e.ActivityQuality {
		return refuse(colActivityQuality, noSuch)
	}
	if q, err := ParseQuality(row[colFactorQuality]); err != nil || q != e.FactorQuality {
		return refuse(colFactorQuality, noSuch)
	}
	if MakeTags(row[colTags]) != r.Tags {
		return refuse(colTags, "they would be read as others")
	}
	v := r.Value
	if row[colMass] != "" {
		m, isMass := v.Mass()
		if isMass && (r.Gas.IsZero() || !m.gas.IsZero() && !m.gas.includes(r.Gas)) {
			return refuse(colGas, "a mass needs its gas: without it the mass would be read as CO2e")
		}
		if _, of, err := ParseMassUnit(row[colUnit]); err != nil || isMass && of.Gas != m.gas {
			return refuse(colUnit, "a mass of "+m.gas.String()+" has no unit that says so")
		}
		c, _ := v.CO2e()
		if exact.Check(m.t.Add(c.t)) != nil {
			return refuse(colMass, "a number of at most 38 digits is needed")
		}
	}
	switch k, place, plain, err := ReadKeys(row[colKey]); {
	case v.Key() == KeyNone:
		if row[colIncludedIn] != "" {
			return refuse(colIncludedIn, "it belongs to the key IE")
		}
	case err != nil || !plain || place != "" || k != v.Key():
		return refuse(colKey, noSuch)
	case v.IsNumber() && (k == NO || k == NA):
		return refuse(colKey, "it cannot stand beside a number")
	}
	if in, ok := v.IncludedIn(); ok {
		switch {
		case v.Key() != IE || in.Code == "":
			return refuse(colIncludedIn, "it is the category that the key IE points to")
		case in.Scheme != r.Category.Scheme:
			return refuse(colIncludedIn, "it is in scheme "+string(in.Scheme)+", and would be read as one of "+string(r.Category.Scheme))
		}
	}
	return Fault{}
}

func placeInFile(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
