package main

import (
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/examples/tableflags"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/sheet"
)

// own is a plan in the user's files: actions, what they cut, and what would be emitted
// without them.
type own struct {
	actions, effects, baseline   string
	quantifications, factors     string
	tables                       *tableflags.Flags
	areas, place, metric, source string
	year                         int
}

// register adds the flags of one's own files.
func (o *own) register(flags *flag.FlagSet) {
	flags.StringVar(&o.actions, "actions", "", "a file of actions: columns id, name, area and others of sheet.ReadActions")
	flags.StringVar(&o.effects, "effects", "", "a file of what they cut: columns action, kind, category, year and others of sheet.ReadEffects")
	flags.StringVar(&o.quantifications, "quantifications", "", "a file of how what they do is counted, with years as columns: "+
		"action, no, item and others of sheet.ReadQuantifications")
	flags.StringVar(&o.factors, "factors", "", "a file of factors that it names, with years as columns: "+
		"factor, unit and others of sheet.ReadFactors")
	flags.StringVar(&o.baseline, "baseline", "", "a file of emissions without the plan: columns category, year, amount, unit")
	o.tables = tableflags.Register(flags)
	flags.StringVar(&o.areas, "areas", "", "the areas of the plan, as \"E=Energy;T=Transport\"")
	flags.StringVar(&o.place, "place", "", "whose plan it is")
	flags.StringVar(&o.metric, "metric", "unstated", "the GWP set of lines that name none, such as AR5")
	flags.StringVar(&o.source, "source", "", "the document of the plan")
	flags.IntVar(&o.year, "year", 2030, "the year to add up")
}

// plan reads the files. What could not be read ends the program: a sum of what is left
// would be smaller than the plan's.
func (o own) plan() (plan strategy.Portfolio, base strategy.Baseline, findings ghg.Findings, err error) {
	fail := func(err error) (strategy.Portfolio, strategy.Baseline, ghg.Findings, error) {
		return strategy.Portfolio{}, strategy.Baseline{}, ghg.Findings{}, err
	}
	metric, err := ghg.ParseMetric(o.metric)
	if err != nil {
		return fail(fmt.Errorf("-metric: %w", err))
	}
	tables, err := o.tables.Format()
	if err != nil {
		return fail(err)
	}
	tables.Scheme = gpc.Scheme
	d := strategy.FrameworkDefinition{ID: "plan", Name: "Plan", Source: o.source}
	for _, item := range ghg.SplitList(o.areas) {
		code, name, _ := strings.Cut(item, "=")
		d.Areas = append(d.Areas, strategy.Area{Code: code, Name: name})
	}
	areas, err := strategy.NewFramework(d)
	if err != nil {
		return fail(fmt.Errorf("-areas: %w", err))
	}
	format := sheet.Format{CSVFormat: tables, Framework: areas, Metric: metric, Source: o.source}
	units, err := korea.PublishedUnits(metric, "-metric")
	if err != nil {
		return fail(err)
	}
	if o.effects == "" && o.quantifications == "" || o.baseline == "" {
		return fail(spoken.New("-actions needs -baseline, and -effects or -quantifications",
			"-actions에는 -baseline과, -effects나 -quantifications가 함께 있어야 합니다"))
	}
	p := sheet.Plan{Named: sheet.Named{Units: units},
		Portfolio: strategy.PortfolioDefinition{Name: o.place, Place: ghg.PlaceID(o.place), Framework: areas, View: gpc.Basic, Metric: metric},
		Baseline: strategy.BaselineDefinition{Name: "without the plan", Place: ghg.PlaceID(o.place), View: gpc.Basic, Metric: metric,
			Source: o.source}}
	if o.quantifications != "" {
		p.Portfolio.Through = o.year
	}
	p, err = sheet.ReadPlan(anywhere{}, sheet.Files{Actions: o.actions, Effects: o.effects, Factors: o.factors,
		Quantifications: o.quantifications, Baseline: o.baseline}, format, p)
	if err != nil {
		return fail(err)
	}
	if base, err = strategy.NewBaseline(p.Baseline); err != nil {
		return fail(err)
	}
	plan, findings, err = strategy.NewPortfolio(p.Portfolio)
	p.Findings.AddAll(findings)
	return plan, base, p.Findings, err
}

// anywhere is all files, by the paths that flags have.
type anywhere struct{}

func (anywhere) Open(name string) (fs.File, error) { return os.Open(name) }

// report writes what the plan cuts in the year: together, by action, and what would be
// counted twice.
func (o own) report(w io.Writer, korean bool) error {
	plan, base, findings, err := o.plan()
	if err != nil {
		return err
	}
	e, err := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	if err != nil {
		return err
	}
	y, ok := e.Year(o.year)
	if !ok {
		return spoken.New("-year: the plan and its baseline have no figures for %d", "-year: 계획이나 배출전망치에 %d년 수치가 없습니다", o.year)
	}
	p := &page{korean: korean}
	p.say("%s in %d: cut %s, left %s; %s would be counted twice if the actions were added up one by one",
		"%s, %d년: 감축 %s, 남는 배출량 %s. 과제별 감축량을 따로 더하면 %s이 이중으로 계산됩니다.", o.place, o.year, p.amount(y.Reduction()),
		p.amount(y.Emissions()), p.amount(y.Overlap()))
	var names []string
	var parts []ghg.CO2e
	aside := map[string]bool{} // do not count by their stage
	for _, a := range y.Total().SetAside() {
		aside[a.Action.ID] = true
	}
	for a := range y.Total().ByAction() {
		if aside[a.Action.ID] {
			continue // the findings name it with its tonnes
		}
		names, parts = append(names, a.Action.ID+" "+p.word(a.Action.Name, a.Action.NameKo)), append(parts, a.CO2e)
	}
	shown, _ := p.amounts(parts...)
	for i, name := range names {
		p.say("   %s: %s", "   %s: %s", strings.TrimSpace(name), shown[i])
	}
	for _, f := range findings.All {
		p.say("   %s: %s", "   %s: %s", p.word(f.Severity.String(), f.Severity.Korean()), p.word(f.String(), f.Korean()))
	}
	if p.err != nil {
		return p.err
	}
	_, err = io.WriteString(w, p.String())
	return err
}
