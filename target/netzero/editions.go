package netzero

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/thresholds.tsv
var thresholdTable string

// The criteria that the table has editions of.
const (
	AbsoluteContraction15  CriterionName = "sbti-aca-1.5c"           // Science Based Targets initiative, 1.5 °C
	AbsoluteContractionWB2 CriterionName = "sbti-aca-wb2c"           // the same, well below 2 °C
	Residual               CriterionName = "sbti-residual"           // emissions left at net zero
	RaceToZeroHalf         CriterionName = "race-to-zero-half"       // a fair share of half by 2030
	RaceToZeroNetZero      CriterionName = "race-to-zero-net-zero"   // net zero by 2050
	RaceToZeroPledge       CriterionName = "race-to-zero-pledge"     // the first of the five Ps
	RaceToZeroPlan         CriterionName = "race-to-zero-plan"       // the second
	RaceToZeroProceed      CriterionName = "race-to-zero-proceed"    // the third
	RaceToZeroPublish      CriterionName = "race-to-zero-publish"    // the fourth
	RaceToZeroPersuade     CriterionName = "race-to-zero-persuade"   // the fifth
	HalvingPerDecade       CriterionName = "carbon-law"              // halving every decade
	PoweringPastCoalOECD   CriterionName = "powering-past-coal-oecd" // OECD and EU
	PoweringPastCoalRest   CriterionName = "powering-past-coal-rest" // elsewhere
	ParisTemperatureGoal   CriterionName = "paris-1.5c"              // pursue efforts to limit warming to it
)

var editions = sync.OnceValue(mustThresholds)

// mustThresholds reads the embedded table.
func mustThresholds() []Threshold {
	var out []Threshold
	for r := range table.MustRead(thresholdTable, "id", "criterion", "measure", "value", "year", "from", "until", "settled", "source",
		"confidence", "note").Rows() {
		d := ThresholdDefinition{ID: r.Cell("id"), Criterion: CriterionName(r.Cell("criterion")), Measure: Measure(r.Cell("measure")),
			From: mustDate(r.Cell("from")), Until: mustDate(r.Cell("until")), Settled: mustDate(r.Cell("settled")),
			Source: r.Cell("source"), Confidence: r.Cell("confidence"), Note: r.Cell("note")}
		if value := r.Cell("value"); value != "" {
			d.Value = must(exact.Parse(value))
		}
		if year := r.Cell("year"); year != "" {
			d.Year = must(strconv.Atoi(year))
		}
		if err := d.faults().Err(); err != nil {
			panic(err)
		}
		out = append(out, Threshold{&d})
	}
	return out
}

func mustDate(s string) ghg.Date {
	if s == "" {
		return ghg.Date{}
	}
	t := must(time.Parse(time.DateOnly, s))
	return ghg.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
}

// must is for the embedded tables only.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Thresholds yields the table's thresholds, edition by edition.
func Thresholds() iter.Seq[Threshold] { return slices.Values(editions()) }

// ThresholdByID is one edition of the table; another ID is a [*ghg.UnknownError].
func ThresholdByID(id string) (Threshold, error) {
	for _, t := range editions() {
		if t.ID() == id {
			return t, nil
		}
	}
	e := &ghg.UnknownError{What: "threshold", ID: id}
	for _, t := range editions() {
		e.Allowed = append(e.Allowed, t.ID())
	}
	return Threshold{}, e
}

// NoEditionError says that the table cannot name the edition of a criterion
// that held on a day.
type NoEditionError struct {
	Criterion CriterionName
	When      ghg.When // the day that was asked, as far as it is known
	IDs       []string // editions that there are
	Undated   bool     // the first day of one of them is not known
	Between   []string // editions of which the day decides, where it is not known
}

func (e *NoEditionError) Error() string {
	why := fmt.Sprintf("no edition is known to hold on %s", e.When)
	switch {
	case e.Undated:
		why = fmt.Sprintf("the first day of an edition is not known, so the one of %s is not either", e.When)
	case len(e.Between) > 0:
		why = fmt.Sprintf("the day decides, and of %s it is not known: %s", e.When, strings.Join(e.Between, " or "))
	}
	return fmt.Sprintf("criterion %s: %s; take one of %s by its ID", e.Criterion, why, strings.Join(e.IDs, ", "))
}

// noEdition stands for the time before the first edition, where the day decides.
const noEdition = "none"

// ThresholdOn is the edition of a criterion that held on a day, which may be known to the
// month or the year alone. An unknown criterion is a [*ghg.UnknownError]. Where the table
// cannot tell, or it would be another edition, or none, on another of the days that it may
// be, the error is a [*NoEditionError] that names them.
func ThresholdOn(c CriterionName, on ghg.When) (Threshold, error) {
	e, first, last := &NoEditionError{Criterion: c, When: on}, on.First(), on.Last()
	var found Threshold
	var may []string // editions of one of the days
	for _, t := range editions() {
		if t.get().Criterion != c {
			continue
		}
		e.IDs = append(e.IDs, t.ID())
		e.Undated = e.Undated || t.get().From == ghg.Date{}
		if t.HoldsOn(first) && t.HoldsOn(last) {
			found = t
		}
		if t.mayHold(last) || t.mayHold(first) || first.Before(t.get().From) && t.get().From.Before(last) {
			may = append(may, t.ID())
		}
	}
	switch {
	case len(e.IDs) == 0:
		return Threshold{}, unknownCriterion(c)
	case !e.Undated && found.IsZero() && len(may) > 0:
		e.Between = may
		if len(may) == 1 {
			e.Between = append([]string{noEdition}, may...)
		}
	}
	if e.Undated || found.IsZero() {
		return Threshold{}, e
	}
	return found, nil
}

func unknownCriterion(c CriterionName) error {
	e := &ghg.UnknownError{What: "criterion", ID: string(c)}
	for _, t := range editions() {
		if name := string(t.get().Criterion); !slices.Contains(e.Allowed, name) {
			e.Allowed = append(e.Allowed, name)
		}
	}
	return e
}

// begins are the first day that a criterion may have held on, and that from which it
// surely did, by its first edition; zero Dates where that is not known.
func (c CriterionName) begins() (first, settled ghg.Date) {
	for _, t := range editions() {
		d := t.get()
		if d.Criterion != c {
			continue
		}
		if d.From == (ghg.Date{}) {
			return ghg.Date{}, ghg.Date{}
		}
		if first == (ghg.Date{}) || d.From.Before(first) {
			first, settled = d.From, d.settled()
		}
	}
	return first, settled
}
