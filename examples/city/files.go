package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/localghg/localghg/target"
)

// city is what the files of a folder say of one.
type city struct {
	dir         fs.FS
	said, by    map[string]string // in city.csv, and the source
	place       ghg.PlaceID
	metric      ghg.Metric
	format      sheet.Format
	inventories []ghg.Inventory
	gross, net  ghg.Yearly
	target      target.Target
	kaya        drivers.Kaya
	plan        strategy.Portfolio
	base        strategy.Baseline
	factors     sheet.Named
	citizens    []participation.Programme // by year
	trees       sink.Project
	findings    ghg.Findings
	faults      []error
}

// open reads the files: first what says how the others are to be read.
func open(dir fs.FS) (*city, error) {
	c := &city{dir: dir, said: map[string]string{}, by: map[string]string{}}
	load(c, "city.csv", func(r io.Reader) (none any, report ghg.Report, err error) {
		report, err = ghg.ReadCSVRows(r, ghg.CSVFormat{}, []ghg.CSVColumn{{Name: "item", Required: true}, {Name: "value", Required: true},
			{Name: "source"}}, func(r ghg.CSVRow) {
			item := r.Need("item")
			if c.said[item] != "" {
				r.Refuse(ghg.FaultField, "item", errors.New("it is given twice"))
			}
			c.said[item], c.by[item] = r.Need("value"), r.Text("source")
		})
		return none, report, err
	})
	if c.faults != nil {
		return c, errors.Join(c.faults...)
	}
	c.place, c.metric = ghg.PlaceID(c.need("place")), say(c, "metric", func(s string) (ghg.Metric, error) { return ghg.ParseMetric(s) })
	c.format = sheet.Format{CSVFormat: ghg.CSVFormat{Thousands: ','}, Metric: c.metric, Source: c.need("plan"), Prices: strategy.Nominal}
	c.format.Scheme = load(c, "categories.csv", func(r io.Reader) (ghg.Scheme, ghg.Report, error) {
		return ghg.ReadScheme(r, c.format.CSVFormat, ghg.SchemeDefinition{ID: ghg.SchemeID(c.need("tree")), Title: c.need("tree"),
			Source: c.by["tree"]})
	})
	c.format.Framework = load(c, "areas.csv", func(r io.Reader) (strategy.Framework, ghg.Report, error) {
		return sheet.ReadAreas(r, c.format, strategy.FrameworkDefinition{ID: c.need("plan"), Name: c.need("plan"), Source: c.by["plan"]})
	})
	for _, read := range []func() error{c.readInventory, c.readPlan, c.readTrees} {
		if c.faults == nil {
			c.failed(read())
		}
	}
	return c, errors.Join(c.faults...)
}

// yearly is what all of the tree emits, with sinks or without.
func (c *city) yearly(name, nameKo string, removals bool) ghg.Yearly {
	codes := c.format.Scheme.Reportable(removals)
	view, err1 := ghg.NewView(ghg.ViewDefinition{Name: name, NameKo: nameKo, Scheme: c.format.Scheme, Source: c.by["tree"], Categories: codes,
		Required: codes, Addable: true, Why: "each tonne is emitted or taken up in one place"})
	y, err2 := ghg.YearlyOf(view, c.metric, c.inventories...)
	c.failed(first(err1, err2))
	return y
}

// readInventory reads what the city emitted, and what moves it.
func (c *city) readInventory() error {
	records := load(c, "inventory.csv", func(r io.Reader) ([]ghg.Record, ghg.Report, error) { return ghg.ReadCSV(r, c.format.CSVFormat) })
	inventories, found, err := ghg.Inventories(records, c.format.Scheme, ghg.FirstVintage)
	c.failed(err)
	c.findings.AddAll(found)
	for i := range inventories {
		inventories[i], _, err = inventories[i].AssumeMetric(c.metric, "city.csv")
		c.failed(err)
	}
	c.inventories = inventories
	if c.gross, c.net = c.yearly("gross", "총배출량", false), c.yearly("net", "순배출량", true); c.faults != nil {
		return nil
	}
	c.kaya = load(c, "drivers.csv", func(r io.Reader) (drivers.Kaya, ghg.Report, error) {
		return drivers.ReadKaya(r, c.format.CSVFormat, drivers.KayaUnits{Population: "명", GDP: "억원", Energy: "천toe"}, c.gross)
	})
	c.target, err = c.goal("due", say(c, "cut", ghg.ParseShare))
	return err
}

// goal is a goal of city.csv, against its base.
func (c *city) goal(due string, cut ghg.Share) (target.Target, error) {
	return target.New(target.Definition{Name: c.need(due), Place: c.place, Due: c.year(due), Views: target.Same(c.gross.View()),
		Metric: c.metric, Goal: target.BaseYear{Year: c.year("base year"), Base: say(c, "base", ghg.ParseMass), Cut: cut}})
}

// readPlan reads what the plan does, what citizens do of it, and what would be emitted without it.
func (c *city) readPlan() error {
	units, err := korea.PublishedUnits(c.metric, "city.csv")
	read, err1 := sheet.ReadPlan(c.dir, sheet.Files{Actions: "actions.csv", Factors: "factors.csv", Quantifications: "quantifications.csv",
		Tasks: "tasks.csv", Budget: "budget.csv", Spending: "spent.csv", Baseline: "bau.csv"}, c.format, sheet.Plan{
		Named: sheet.Named{Units: units},
		Portfolio: strategy.PortfolioDefinition{Name: c.need("plan"), Place: c.place, View: c.gross.View(), Metric: c.metric,
			Through: c.year("through")},
		Baseline: strategy.BaselineDefinition{Name: "BAU", Place: c.place, View: c.gross.View(), Metric: c.metric, Source: "bau.csv"}})
	if err := first(err, err1); err != nil {
		return err
	}
	c.factors = read.Named
	c.citizens = load(c, "citizens.csv", func(r io.Reader) ([]participation.Programme, ghg.Report, error) {
		return sheet.ReadProgrammes(r, c.format, c.factors, participation.Definition{Name: c.need("citizens"), Source: "citizens.csv"})
	})
	actions := read.Portfolio.Actions
	if i := slices.IndexFunc(actions, func(a strategy.Action) bool { return a.ID == c.said["citizens"] }); i >= 0 {
		doing, err := participation.Quantifications(strategy.Expected, c.citizens...)
		c.failed(err)
		actions[i].Quantifications = append(actions[i].Quantifications, doing...)
	} else if len(c.citizens) > 0 {
		return spoken.New("actions.csv: no action %q", "actions.csv: 없는 사업입니다: %q", c.need("citizens"))
	}
	var findings ghg.Findings
	c.plan, findings, err = strategy.NewPortfolio(read.Portfolio)
	c.base, err1 = strategy.NewBaseline(read.Baseline)
	c.findings.AddAll(read.Findings, findings)
	return first(err, err1)
}

// readTrees reads what is planted.
func (c *city) readTrees() (err error) {
	stands := load(c, "growth.csv", func(r io.Reader) ([]sink.Stand, ghg.Report, error) {
		return sink.ReadStands(r, c.format.CSVFormat, c.metric, sink.Linear)
	})
	d := load(c, "trees.csv", func(r io.Reader) (sink.Definition, ghg.Report, error) {
		return sink.ReadPlantings(r, c.format.CSVFormat, sink.Definition{Name: "trees.csv", Place: c.place, Metric: c.metric,
			Buffer: say(c, "buffer", ghg.ParseShare), Source: "city.csv"}, stands)
	})
	if len(d.Cohorts) > 0 {
		c.trees, err = sink.New(d)
	}
	return err
}

// need is what city.csv says of an item.
func (c *city) need(item string) string {
	if c.said[item] == "" {
		c.failed(spoken.New("city.csv: %q is needed", "city.csv: 다음 항목이 있어야 합니다: %q", item))
	}
	return c.said[item]
}

// say is what city.csv says of an item, as what it is.
func say[T any](c *city, item string, parse func(string) (T, error)) T {
	x, err := parse(c.need(item))
	if err != nil {
		c.failed(fmt.Errorf("city.csv, %s: %w", item, err))
	}
	return x
}

func (c *city) year(item string) int { return say(c, item, strconv.Atoi) }

func (c *city) co2e(item string) ghg.CO2e {
	return say(c, item, func(s string) (ghg.CO2e, error) { return ghg.ParseCO2e(s) })
}

// optional are the files of what not every city has, by what city.csv says where one has it.
var optional = map[string]string{"citizens.csv": "citizens", "growth.csv": "buffer", "trees.csv": "buffer", "facilities.csv": "trading",
	"rules.csv": "trading", "peers.csv": "peers"}

// load reads a file. What could not be used of it ends the program: a sum of what is left
// would be too small.
func load[T any](c *city, name string, read func(io.Reader) (T, ghg.Report, error)) (x T) {
	f, err := c.dir.Open(name)
	if item, ok := optional[name]; ok && c.said[item] == "" && errors.Is(err, fs.ErrNotExist) {
		return x
	} else if err != nil {
		c.failed(err)
		return x
	}
	defer f.Close()
	x, report, err := read(f)
	for i := range report.Findings.All {
		report.Findings.All[i].Of = name
	}
	c.findings.AddAll(report.Findings)
	if err = errors.Join(err, report.Err()); err != nil {
		c.failed(fmt.Errorf("%s: %w", name, err))
	}
	return x
}

// failed keeps an error until the chapter ends.
func (c *city) failed(err error) {
	if err != nil {
		c.faults = append(c.faults, err)
	}
}
