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
	tree := ghg.SchemeDefinition{ID: ghg.SchemeID(c.need("tree")), Title: c.need("tree"), Source: source["tree"]}
	gross := ghg.ViewDefinition{Name: "gross", NameKo: "총배출량", Addable: true, Why: "each tonne is emitted in one place",
		Source: source["tree"]}
	net := ghg.ViewDefinition{Name: "net", NameKo: "순배출량", Addable: true, Why: "each tonne is emitted or taken up in one place",
		Source: source["tree"]}
	err1 := c.rows("categories.csv", []string{"code", "parent", "name", "name_ko", "sink", "source"}, func(r ghg.CSVRow) {
		n := ghg.Node{Code: r.Need("code"), Parent: r.Text("parent"), Name: r.Text("name"), NameKo: r.Text("name_ko"),
			Reportable: r.Text("parent") != "", Negative: r.Text("sink") != ""}
		tree.Nodes = append(tree.Nodes, n)
		if n.Reportable {
			net.Categories, net.Required = append(net.Categories, n.Code), append(net.Required, n.Code)
		}
		if n.Reportable && !n.Negative {
			gross.Categories, gross.Required = append(gross.Categories, n.Code), append(gross.Required, n.Code)
		}
	})
	areas := strategy.FrameworkDefinition{ID: c.need("plan"), Name: c.need("plan"), Source: source["plan"]}
	err2 := c.rows("areas.csv", []string{"code", "name", "name_ko"}, func(r ghg.CSVRow) {
		areas.Areas = append(areas.Areas, strategy.Area{Code: r.Need("code"), Name: r.Text("name"), NameKo: r.Text("name_ko")})
	})
	if err := errors.Join(c.faults, err1, err2); err != nil {
		return nil, err
	}
	c.scheme, err = ghg.NewScheme(tree)
	if err != nil {
		return nil, err
	}
	gross.Scheme, net.Scheme = c.scheme, c.scheme
	c.gross, err = ghg.NewView(gross)
	c.net, err1 = ghg.NewView(net)
	c.format = sheet.Format{CSVFormat: ghg.CSVFormat{Scheme: c.scheme}, Metric: c.metric, Source: c.need("plan"), Prices: strategy.Nominal}
	c.format.Framework, err2 = strategy.NewFramework(areas)
	return c, errors.Join(err, err1, err2)
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
