package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/examples/tableflags"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
)

// own is what the user says of a file of figures and of the target for them.
type own struct {
	series                                  string
	tables                                  *tableflags.Flags
	place, view, source, metric, cut, level string
	baseYear, due, year                     int
}

// register adds the flags of one's own figures.
func (o *own) register(flags *flag.FlagSet) {
	flags.StringVar(&o.series, "series", "", "a file of figures: columns year, amount, unit and, if there are any, status and source")
	o.tables = tableflags.Register(flags)
	flags.StringVar(&o.place, "place", "", "whose figures they are")
	flags.StringVar(&o.view, "view", "", "what the figures count, such as \"city total\"")
	flags.StringVar(&o.source, "source", "", "who publishes them")
	flags.StringVar(&o.metric, "metric", "unstated", "the GWP set that they were made with, such as AR5")
	flags.IntVar(&o.baseYear, "base-year", 0, "the base year, which the file has a figure for")
	flags.StringVar(&o.cut, "cut", "", "the share to cut, such as 45%")
	flags.StringVar(&o.level, "level", "", "or the level to reach, such as \"5.2 Mt\"")
	flags.IntVar(&o.due, "due", 2030, "the year that the target is for")
	flags.IntVar(&o.year, "year", 0, "the year to judge; 0 is the last of the file")
}

// read reads the series. What could not be read ends the program: a judgement on what is
// left would be another one.
func (o own) read() (y ghg.Yearly, remarks ghg.Findings, err error) {
	view, err := ghg.DeclaredView(o.view, o.source)
	if err != nil {
		return y, remarks, fmt.Errorf("-view and -source: %w", err)
	}
	metric, err := ghg.ParseMetric(o.metric)
	if err != nil {
		return y, remarks, fmt.Errorf("-metric: %w", err)
	}
	format, err := o.tables.Format()
	if err != nil {
		return y, remarks, err
	}
	f, err := os.Open(o.series)
	if err != nil {
		return y, remarks, err
	}
	defer f.Close()
	y, report, err := ghg.ReadYearlyCSV(f, format, ghg.PlaceID(o.place), view, metric)
	return y, report.Findings, errors.Join(err, report.Err())
}

// target is the target for the series, from its figure of the base year.
func (o own) target(series ghg.Yearly) (target.Target, error) {
	d := target.Definition{Name: fmt.Sprintf("%s %d", o.place, o.due), Place: series.Place(), Due: o.due, Views: target.Same(series.View()),
		Metric: series.Metric(), Source: o.source}
	base, err := series.Figure(o.baseYear)
	if err != nil {
		return target.Target{}, fmt.Errorf("-base-year: %w", err)
	}
	amount, err := ghg.NewMass(base.CO2e.Tonnes(), ghg.Tonne)
	if err != nil {
		return target.Target{}, err
	}
	switch {
	case (o.cut == "") == (o.level == ""):
		return target.Target{}, spoken.New("say -cut or -level, and not both", "-cut과 -level 가운데 하나만 적어야 합니다")
	case o.cut != "":
		cut, err := ghg.ParseShare(o.cut)
		if err != nil {
			return target.Target{}, fmt.Errorf("-cut: %w", err)
		}
		d.Goal = target.BaseYear{Year: o.baseYear, Base: amount, Cut: cut}
	default:
		level, err := ghg.ParseMass(o.level)
		if err != nil {
			return target.Target{}, fmt.Errorf("-level: %w", err)
		}
		d.Goal = target.FixedLevel{Level: level, Year: o.baseYear, Base: amount}
	}
	return target.New(d)
}

// tell writes where the figures stand, and where they lead if there are enough of them.
func (o own) tell(w io.Writer, korean bool) error {
	series, remarks, err := o.read()
	if err != nil {
		return err
	}
	t, err := o.target(series)
	if err != nil {
		return err
	}
	year := o.year
	if last, ok := series.Last(); ok && year == 0 {
		year = last.Year
	}
	p, err := t.Progress(year, target.Linear, target.DefaultRules, series)
	if err != nil {
		return err
	}
	s := &text{korean: korean}
	s.say("%s, %s (%s)", "%s, %s (%s)", o.place, o.view, o.source)
	s.promise(t)
	s.progress(t, year, series)
	_, err = trend.Choose(series, trend.AllYears, ghg.Actual, ghg.Provisional, ghg.Estimated)
	var few *trend.TooFewError
	switch {
	case errors.As(err, &few):
		s.say("   No trend: %d figures, and %d are needed.", "   추세 없음: 수치 %d개 (%d개 이상 필요).", len(few.Years), trend.MinPoints)
	case err == nil && year < t.Due():
		s.trend(t, series, trend.AllYears, ghg.Actual, ghg.Provisional, ghg.Estimated)
	}
	for _, f := range slices.Concat(remarks.All, t.Findings().All, p.Findings.All) {
		fmt.Fprintf(s, "   %s: %s\n", s.pick(f.Severity.String(), f.Severity.Korean()), s.pick(f.String(), f.Korean()))
	}
	if err := s.err(); err != nil {
		return err
	}
	_, err = io.WriteString(w, s.String())
	return err
}
