package sheet

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// yearTable is the header of a sheet that has years as columns.
type yearTable struct {
	columns []ghg.CSVColumn // with those of the years
	years   []int           // in the order of the file
	heads   map[string]string
}

// underYears finds the header of a table that has years as columns beside those given,
// and what reads the table from it on. Titles may stand above it. Where there is none,
// the reader of rows says what is missing.
func underYears(r io.Reader, f *Format, columns []ghg.CSVColumn) (io.Reader, yearTable, error) {
	t := yearTable{columns: slices.Clone(columns), heads: map[string]string{}}
	kept := &keeper{from: r}
	under, err := ghg.UnderTitles(kept, f.CSVFormat, func(cells []string) ([]string, error) {
		for _, c := range columns {
			if c.Required && !slices.ContainsFunc(cells, c.Is) {
				return nil, nil
			}
		}
		for _, cell := range cells {
			if y := yearOf(cell); y != 0 && !slices.Contains(t.years, y) {
				t.years = append(t.years, y)
				t.columns = append(t.columns, yearColumn(y))
			}
		}
		for _, cell := range cells {
			for _, c := range t.columns {
				if c.Is(cell) {
					t.heads[c.Name] = strings.ToLower(cell)
				}
			}
		}
		return cells, nil
	})
	kept.isDone = true
	if errors.Is(err, ghg.ErrNoHeader) {
		return io.MultiReader(strings.NewReader(kept.text.String()), r), t, nil
	}
	return under, t, err
}

// keeper keeps what is read of a text, to read it again, until it is done.
type keeper struct {
	from   io.Reader
	text   strings.Builder
	isDone bool
}

func (k *keeper) Read(b []byte) (int, error) {
	n, err := k.from.Read(b)
	if !k.isDone {
		k.text.Write(b[:n])
	}
	return n, err
}

// yearColumn is the column of a year, which a header may write as 2024, 2024년 or 2024년도.
func yearColumn(year int) ghg.CSVColumn {
	name := strconv.Itoa(year)
	return ghg.CSVColumn{Name: name, Aliases: []string{name + "년", name + "년도"}}
}

// yearOf is the year that a header names, or 0.
func yearOf(head string) int {
	text := strings.Join(strings.Fields(head), "")
	text = strings.TrimSuffix(strings.TrimSuffix(text, "도"), "년")
	year, err := strconv.Atoi(text)
	if err != nil || len(text) != len("2024") || ghg.CheckYear("", year) != nil {
		return 0
	}
	return year
}

// head is what the file calls a column.
func (t yearTable) head(column string) string {
	if head, ok := t.heads[column]; ok {
		return head
	}
	return column
}
