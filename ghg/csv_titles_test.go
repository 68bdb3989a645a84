package ghg_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A sheet of a workbook has titles above its header, and blanks where cells are merged.
func ExampleUnderTitles() {
	const sheet = "전력 사용량,,\n(단위: MWh),,\n구분,2023년,2024년\n가로등,812,790\n"
	names := func(cells []string) ([]string, error) {
		if !slices.Contains(cells, "구분") {
			return nil, nil
		}
		return []string{"use", "2023", "2024"}, nil
	}
	under, err := ghg.UnderTitles(strings.NewReader(sheet), ghg.CSVFormat{}, names)
	if err != nil {
		fmt.Println(err)
		return
	}
	columns := []ghg.CSVColumn{{Name: "use", Required: true}, {Name: "2023"}, {Name: "2024"}}
	_, err = ghg.ReadCSVRows(under, ghg.CSVFormat{}, columns, func(r ghg.CSVRow) {
		n, _ := r.Number("2024")
		fmt.Println(r.Line(), r.Text("use"), n)
	})
	fmt.Println(err)
	// Output:
	// 4 가로등 790
	// <nil>
}

func TestUnderTitles(t *testing.T) {
	var seen [][]string
	all := func(cells []string) ([]string, error) {
		seen = append(seen, cells)
		return nil, nil
	}
	_, err := ghg.UnderTitles(strings.NewReader("\ufeff a ,\"b,\"\"c\"\r\n\n\"d\ne\",f\ng"), ghg.CSVFormat{}, all)
	assert.ErrorIs(t, err, ghg.ErrNoHeader)
	assert.Equal(t, [][]string{{"a", "b,c"}, {""}, {"g"}}, seen, "cells in quotation marks over two lines make no header")

	refused := errors.New("no")
	_, err = ghg.UnderTitles(strings.NewReader("a\n"), ghg.CSVFormat{}, func([]string) ([]string, error) { return nil, refused })
	assert.ErrorIs(t, err, refused)
	_, err = ghg.UnderTitles(io.MultiReader(strings.NewReader("a\n"), failing{refused}), ghg.CSVFormat{}, all)
	assert.ErrorIs(t, err, refused)

	r, err := ghg.UnderTitles(strings.NewReader("t\na;b\nrest"), ghg.CSVFormat{Delimiter: ';'}, func(cells []string) ([]string, error) {
		if len(cells) < 2 {
			return nil, nil
		}
		return []string{`x"`, "y"}, nil
	})
	require.NoError(t, err)
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	assert.Equal(t, "\n\"x\"\"\";\"y\"\nrest", string(text))
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// 40 titles may stand above a header, and no more.
func TestUnderTitlesOfManyLines(t *testing.T) {
	names := func(cells []string) ([]string, error) {
		if cells[0] != "구분" {
			return nil, nil
		}
		return []string{"use"}, nil
	}
	r, err := ghg.UnderTitles(strings.NewReader(strings.Repeat("전력 사용량\n", 40)+"구분\n가로등\n"), ghg.CSVFormat{}, names)
	require.NoError(t, err)
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	assert.Equal(t, strings.Repeat("\n", 40)+"\"use\"\n가로등\n", string(text))
	_, err = ghg.UnderTitles(strings.NewReader(strings.Repeat("전력 사용량\n", 41)+"구분\n가로등\n"), ghg.CSVFormat{}, names)
	assert.ErrorIs(t, err, ghg.ErrNoHeader)
}
