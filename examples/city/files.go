package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
)

// city is what the files of a folder say of one.
type city struct {
	dir        fs.FS
	said       map[string]string // in city.csv
	place      ghg.PlaceID
	metric     ghg.Metric
	scheme     ghg.Scheme
	gross, net ghg.View
	format     sheet.Format
	faults     error // of city.csv
	findings   ghg.Findings
}

// open reads what all chapters need: the settings, the tree of categories and the areas.
func open(dir fs.FS) (*city, error) {
	c := &city{dir: dir, said: map[string]string{}}
	source := map[string]string{}
	err := c.rows("city.csv", []string{"item", "value", "source"}, func(r ghg.CSVRow) {
		c.said[r.Need("item")], source[r.Text("item")] = r.Need("value"), r.Text("source")
	})
	if err != nil {
		return nil, err
	}
	c.place = ghg.PlaceID(c.need("place"))
	c.metric = say(c, "metric", func(s string) (ghg.Metric, error) { return ghg.ParseMetric(s) })
	err1 := c.read("categories.csv", func(r io.Reader) (report ghg.Report, err error) {
		c.scheme, report, err = ghg.ReadScheme(r, c.format.CSVFormat, ghg.SchemeDefinition{ID: ghg.SchemeID(c.need("tree")), Title: c.need("tree"),
			Source: source["tree"]})
		return report, err
	})
	err2 := c.read("areas.csv", func(r io.Reader) (report ghg.Report, err error) {
		c.format.Framework, report, err = sheet.ReadAreas(r, c.format, strategy.FrameworkDefinition{ID: c.need("plan"), Name: c.need("plan"),
			Source: source["plan"]})
		return report, err
	})
	if err := errors.Join(c.faults, err1, err2); err != nil {
		return nil, err
	}
	c.format.Scheme, c.format.Metric, c.format.Source, c.format.Prices = c.scheme, c.metric, c.need("plan"), strategy.Nominal
	c.gross, err1 = c.view("gross", "총배출량", source["tree"], false)
	c.net, err2 = c.view("net", "순배출량", source["tree"], true)
	return c, errors.Join(err1, err2)
}

// view is all of the tree, with sinks or without.
func (c *city) view(name, nameKo, source string, sinks bool) (ghg.View, error) {
	d := ghg.ViewDefinition{Name: name, NameKo: nameKo, Scheme: c.scheme, Addable: true, Source: source,
		Why: "each tonne is emitted or taken up in one place"}
	for n := range c.scheme.Nodes() {
		if n.Reportable && (sinks || !n.Negative) {
			d.Categories = append(d.Categories, n.Code)
		}
	}
	d.Required = d.Categories
	return ghg.NewView(d)
}

// need is what city.csv says of an item.
func (c *city) need(item string) string {
	if c.said[item] == "" {
		c.faults = errors.Join(c.faults, fmt.Errorf("city.csv: %q is needed", item))
	}
	return c.said[item]
}

// say is what city.csv says of an item, as what it is.
func say[T any](c *city, item string, parse func(string) (T, error)) T {
	x, err := parse(c.need(item))
	if err != nil {
		c.faults = errors.Join(c.faults, fmt.Errorf("city.csv, %s: %w", item, err))
	}
	return x
}

func (c *city) year(item string) int { return say(c, item, strconv.Atoi) }

// read opens a file for a reader. What could not be used of it ends the program: a sum of
// what is left would be too small.
func (c *city) read(name string, use func(io.Reader) (ghg.Report, error)) error {
	f, err := c.dir.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	report, err := use(f)
	c.findings.AddAll(report.Findings)
	if err = errors.Join(err, report.Err()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// rows reads a table of the city's own, of which the first column must be there.
func (c *city) rows(name string, columns []string, use func(ghg.CSVRow)) error {
	var all []ghg.CSVColumn
	for i, column := range columns {
		all = append(all, ghg.CSVColumn{Name: column, Required: i == 0})
	}
	return c.read(name, func(r io.Reader) (ghg.Report, error) { return ghg.ReadCSVRows(r, c.format.CSVFormat, all, use) })
}

// page is what is told, in one language.
type page struct {
	io.Writer
	lang words.Language
}

// say writes a line in the language of the page.
func (p page) say(en, ko string, a ...any) { fmt.Fprintf(p, words.In(p.lang, en, ko)+"\n", a...) }

// kt shows an amount in thousands of tonnes.
func (p page) kt(c ghg.CO2e) string {
	return c.Format(words.In(p.lang, ghg.Kilotonne, ghg.KilotonneKo), 1)
}

// t shows an amount in tonnes.
func (p page) t(c ghg.CO2e) string { return c.Format(words.In(p.lang, ghg.Tonne, ghg.TonneKo), 0) }

// most are findings with what is worth most first: how many, and the first few that are no notes.
func (p page) most(f ghg.Findings, few int) {
	p.say("  %d findings", "  검토 의견 %d건", f.Len())
	for _, x := range f.All {
		if x.Severity != ghg.Note && few > 0 {
			one := ghg.Findings{All: []ghg.Finding{x}}
			p.say("  ! %s", "  ! %s", p.either(one))
			few--
		}
	}
}

// either is what a thing says of itself, in the language of the page.
func (p page) either(x interface {
	String() string
	Korean() string
}) string {
	return words.In(p.lang, x.String(), x.Korean())
}

// word is the word of a closed set, in the language of the page.
func (p page) word(x interface {
	String() string
	NameKo() string
}) string {
	return words.In(p.lang, x.String(), x.NameKo())
}
