package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/localghg/localghg/ghg/words"
)

// book is what was read: the inventories of one year, by place, and the totals that their
// publications state.
type book struct {
	tree       tree
	year       int
	day        ghg.Date
	format     ghg.CSVFormat
	reports    []rollup.InventoryOf
	others     []string // inventories of other years, which are not used
	declared   map[place.Place][]ghg.DeclaredTotal
	statistics []rollup.Statistic
	faults     []words.Term
	remarks    []remark
}

// remark is a finding on a file, or on the inventories of all of them.
type remark struct {
	of string
	ghg.Finding
}

// readRecords reads a file of records, or every CSV file of a folder in the order of names.
func (b *book) readRecords(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	files := []string{path}
	if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(path, "*.csv")); err != nil {
			return err
		}
		slices.Sort(files)
		if len(files) == 0 {
			return spoken.New("%s: there is no file of the kind .csv", "%s: .csv 파일이 없습니다", path)
		}
	}
	var records []ghg.Record
	for _, name := range files {
		err := open(name, func(r io.Reader) error {
			format := b.format
			format.File = filepath.Base(name)
			list, report, err := ghg.ReadCSV(r, format)
			b.note(format.File, report)
			records = append(records, list...)
			return err
		})
		if err != nil {
			return err
		}
	}
	b.sort(records)
	return nil
}

// sort makes the inventories of the year, and finds whose they are. Where a file has a line
// twice, or a sum beside its parts, is told of each.
func (b *book) sort(records []ghg.Record) {
	var inventories []ghg.Inventory
	for id, list := range ghg.GroupRecords(records) {
		if id.Period.Year() != b.year {
			b.others = append(b.others, fmt.Sprintf("%s %s", id.Place, id.Period))
			continue
		}
		inv, findings, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, b.tree.scheme, list)
		if err != nil {
			b.faults = append(b.faults, words.Term{En: "%s: %s", Ko: "%s: %s"}.With(id.Place, told(err.Error())))
			continue
		}
		findings.All = slices.DeleteFunc(findings.All, func(f ghg.Finding) bool { return f.Code == ghg.FindingMissingValue }) // a sum tells
		b.remark(fmt.Sprintf("%s, %s", filesOf(list), id.Place), findings)
		inventories = append(inventories, inv)
	}
	reports, found, err := rollup.FindInventories(place.Korea(), b.day, inventories)
	if err != nil {
		b.faults = append(b.faults, told(err.Error()))
	}
	b.reports = reports
	b.remark("", found)
}

// filesOf are the files that records were read from.
func filesOf(records []ghg.Record) string {
	var files []string
	for _, r := range records {
		if name := r.Evidence.File(); !slices.Contains(files, name) {
			files = append(files, name)
		}
	}
	return strings.Join(files, ", ")
}

// remark keeps findings, with what they are of.
func (b *book) remark(of string, findings ghg.Findings) {
	for _, f := range findings.All {
		b.remarks = append(b.remarks, remark{of, f})
	}
}

// readDeclared reads the totals that publications state for rows that are sums.
func (b *book) readDeclared(path string) error {
	return open(path, func(r io.Reader) error {
		list, report, err := ghg.ReadDeclaredCSV(r, b.format, b.tree.views...)
		b.note(filepath.Base(path), report)
		for _, d := range list {
			p, _, err := place.Korea().Find(d.Place, b.day)
			if err != nil {
				b.faults = append(b.faults, told(err.Error()))
			} else if d.Period.Year() == b.year {
				b.declared[p] = append(b.declared[p], d)
			}
		}
		return err
	})
}

// readMembers reads a list of members: place, and optionally joined and left.
func (b *book) readMembers(path string) (place.CoalitionDefinition, error) {
	d := place.CoalitionDefinition{Name: filepath.Base(path), Source: path}
	columns := []ghg.CSVColumn{{Name: "place", Aliases: []string{"지역", "회원"}, Required: true},
		{Name: "joined", Aliases: []string{"가입"}, Required: true}, {Name: "left", Aliases: []string{"탈퇴"}}}
	err := open(path, func(r io.Reader) error {
		report, err := ghg.ReadCSVRows(r, b.format, columns, func(row ghg.CSVRow) {
			p, _, err := place.Korea().Find(ghg.PlaceID(row.Need("place")), b.day)
			if err != nil {
				row.Refuse(ghg.FaultPlace, "place", err)
			}
			m := place.Membership{Place: p, Joined: when(row, "joined"), Left: when(row, "left"), Source: path}
			if !row.IsFaulty() {
				d.Members = append(d.Members, m)
			}
		})
		b.note(filepath.Base(path), report)
		return err
	})
	return d, err
}

// when is a day, month or year of a column that may be empty.
func when(row ghg.CSVRow, column string) ghg.When {
	text := row.Text(column)
	if text == "" {
		return ghg.When{}
	}
	w, err := ghg.ParseWhen(text)
	if err != nil {
		row.Refuse(ghg.FaultField, column, err)
	}
	return w
}

// readStatistic reads populations or areas: place, kind, on, number and source, of which
// kind, day and source are those of every line.
func (b *book) readStatistic(path string) error {
	columns := []ghg.CSVColumn{{Name: "place", Aliases: []string{"지역"}, Required: true},
		{Name: "kind", Aliases: []string{"구분"}, Required: true},
		{Name: "on", Aliases: []string{"기준일"}, Required: true},
		{Name: "number", Aliases: []string{"수", "인구", "면적"}, Required: true},
		{Name: "source", Aliases: []string{"출처"}, Required: true}}
	var d rollup.StatisticDefinition
	err := open(path, func(r io.Reader) error {
		report, err := ghg.ReadCSVRows(r, b.format, columns, func(row ghg.CSVRow) {
			p, _, err := place.Korea().Find(ghg.PlaceID(row.Need("place")), b.day)
			if err != nil {
				row.Refuse(ghg.FaultPlace, "place", err)
			}
			kind, err := rollup.ParseStatisticKind(row.Need("kind"))
			if err != nil {
				row.Refuse(ghg.FaultField, "kind", err)
			}
			on, number, source := when(row, "on"), number(row), row.Need("source")
			if row.IsFaulty() {
				return
			}
			if len(d.Of) == 0 {
				d.Kind, d.On, d.Source = kind, on, source
			}
			if kind != d.Kind || on != d.On {
				row.Refuse(ghg.FaultMismatch, "kind", fmt.Errorf("the first line is of %s of %s: one file has one kind and day", d.Kind, d.On))
				return
			}
			number.Place = p
			d.Of = append(d.Of, number)
		})
		b.note(filepath.Base(path), report)
		return err
	})
	if err != nil || len(d.Of) == 0 {
		return err
	}
	m, err := rollup.NewStatistic(d)
	if err == nil {
		b.statistics = append(b.statistics, m)
	}
	return err
}

// number is the number of a row, of no place yet.
func number(row ghg.CSVRow) rollup.PlaceNumber {
	n, ok := row.Number("number")
	if !ok {
		row.Need("number")
	}
	return rollup.PlaceNumber{Number: n}
}

// note keeps what a reader says of a file.
func (b *book) note(file string, report ghg.Report) {
	for _, f := range report.Faults.All {
		b.faults = append(b.faults, words.Term{En: file + " " + f.Error(), Ko: file + " " + f.Korean()})
	}
	b.remark(file, report.Findings)
}

// open hands a file to use.
func open(path string, use func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return use(f)
}
