package main

import (
	"errors"
	"flag"
	"io"
	"os"
	"strings"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate/activity"
	"github.com/localghg/localghg/ghg/wide"
	"github.com/localghg/localghg/ghg/words"
)

// wideFlags say what a table with months or years as columns does not say of itself.
type wideFlags struct {
	mapping, labels, merged, unit, unitColumn, sumRows, sumColumns *string
	year                                                           *int
	months                                                         *string
}

func registerWide(flags *flag.FlagSet) wideFlags {
	text := func(name, usage string) *string { return flags.String(name, "", usage) }
	return wideFlags{
		mapping:    text("mapping", "the file has months or years as columns: CSV that says what its labels stand for"),
		labels:     text("labels", "with -mapping: the columns that say what a row is, such as 구분,용도"),
		merged:     text("merged", "labels whose blank cells say what the cell above says"),
		unit:       text("unit", "unit of all amounts, such as MWh"),
		unitColumn: text("unit-column", "the column that has the unit of each row"),
		sumRows:    text("sum-rows", "cells that make a row the sum of others, such as 용도=소계"),
		sumColumns: text("sum-columns", "columns that are sums, such as 합계"),
		year:       flags.Int("year", 0, "year of months that name none, such as 1월"),
		months:     text("months", "added (up to years) or apart"),
	}
}

// list are the items of a flag.
func list(text string) (out []string) {
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}

var monthWords = words.NewSet(activity.MonthsApart, []string{"apart", "added"},
	map[string]activity.Months{"월별": activity.MonthsApart, "합산": activity.MonthsAddedUp})

// table is what the flags say of a table whose text is written as a format says.
func (w wideFlags) table(format ghg.CSVFormat) (activity.Wide, error) {
	out := activity.Wide{Table: wide.Format{CSV: format, Labels: list(*w.labels), Merged: list(*w.merged), Year: *w.year}}
	var ok bool
	if out.Months, ok = monthWords.Find(*w.months); !ok {
		return out, spoken.New("-months is asked: added, or apart", "-months에 added(연간 합산)나 apart(월별)를 적어야 합니다")
	}
	switch {
	case (*w.unit == "") == (*w.unitColumn == ""):
		return out, spoken.New("-unit or -unit-column is asked, one of them", "-unit과 -unit-column 가운데 하나를 적어야 합니다")
	case *w.unit != "":
		out.Table.Unit = wide.UnitOf(*w.unit)
	default:
		out.Table.Unit = wide.UnitIn(*w.unitColumn)
	}
	for _, item := range list(*w.sumRows) {
		label, text, found := strings.Cut(item, "=")
		if !found {
			return out, spoken.New("-sum-rows is label=cell, not %s", "-sum-rows는 항목=칸으로 적어야 합니다: %s", item)
		}
		out.Table.SumRows = append(out.Table.SumRows, wide.SumRow{Label: label, Text: text})
	}
	for _, head := range list(*w.sumColumns) {
		out.Table.SumColumns = append(out.Table.SumColumns, wide.Column{Head: head})
	}
	return out, nil
}

// read is the table of a file, by the mapping of another.
func (w wideFlags) read(r io.Reader, format ghg.CSVFormat, m ghg.Metric) (activity.Sheet, ghg.Report, error) {
	table, err := w.table(format)
	if err != nil {
		return activity.Sheet{}, ghg.Report{}, err
	}
	file, err := os.Open(*w.mapping)
	if err != nil {
		return activity.Sheet{}, ghg.Report{}, err
	}
	defer file.Close()
	plain := format // the mapping has no amounts, whatever theirs are written like
	plain.File, plain.Thousands = "", 0
	mapping, report, err := activity.ReadMapping(file, plain, table.Table.Labels...)
	if err := errors.Join(err, report.Err()); err != nil {
		korean, _ := words.InKorean(err.Error())
		return activity.Sheet{}, ghg.Report{}, spoken.New("%s: %s", "%[1]s: %[3]s", *w.mapping, err, korean)
	}
	table.Mapping = mapping
	sheet, read, err := activity.ReadWide(r, table, m)
	for _, f := range report.Findings.All {
		f.Of = *w.mapping
		read.Findings.Add(f)
	}
	return sheet, read, err
}
