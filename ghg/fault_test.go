package ghg_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFaultAsText(t *testing.T) {
	for want, f := range map[string]ghg.Fault{
		`line 7, gas "HFCs": no such gas`: {Line: 7, Field: "gas", Value: "HFCs", Detail: "no such gas"},
		`gas: no such gas`:                {Field: "gas", Detail: "no such gas"},
		`line 7, no such gas`:             {Line: 7, Value: "HFCs", Detail: "no such gas"},
		`no such gas`:                     {Detail: "no such gas"},
		`line 1, x "a\x00b": y`:           {Line: 1, Field: "x", Value: "a\x00b", Detail: "y"},
	} {
		assert.Equal(t, want, f.Error())
	}
}

func TestFaultsAreAnError(t *testing.T) {
	a, b := ghg.Fault{Code: ghg.FaultNumber, Line: 2, Detail: "a"}, ghg.Fault{Code: ghg.FaultUnit, Line: 3, Detail: "b"}
	err := fmt.Errorf("records.csv: %w", ghg.Faults{All: []ghg.Fault{a, b}, More: 5})
	assert.EqualError(t, err, "records.csv: line 2, a\nline 3, b\nand 5 more")
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 7, faults.Len())
	var first ghg.Fault
	require.ErrorAs(t, err, &first)
	assert.Equal(t, a, first)
	assert.True(t, errors.Is(err, b), "any of them")
	assert.False(t, errors.Is(err, io.EOF))
	assert.Equal(t, "line 2, a", ghg.Faults{All: []ghg.Fault{a}}.Error())
	assert.Zero(t, ghg.Faults{}.Len())
}

// What every definition has to ask of years and shares.
func TestFaultsRefuse(t *testing.T) {
	var f ghg.Faults
	assert.False(t, f.RefuseYear("plan", "year", 1850) || f.RefuseYear("plan", "year", 2300))
	assert.True(t, f.RefuseYear("plan", "year", 1849) && f.RefuseYear("plan", "due", 2301))
	assert.False(t, f.RefuseShare("plan", "share", ghg.MustShare("0%")) || f.RefuseShare("plan", "share", ghg.MustShare("100%")))
	assert.True(t, f.RefuseShare("plan", "a", ghg.Share{}) && f.RefuseShare("plan", "b", ghg.MustShare("-0.1%")) &&
		f.RefuseShare("plan", "c", ghg.MustShare("100.1%")))
	f.Refuse("plan", "name", "x", "another is needed")
	assert.EqualError(t, f.Err(), `plan, year "1849": years from 1850 to 2300 are allowed
plan, due "2301": years from 1850 to 2300 are allowed
plan, a: state it, if only as 0% or 100%
plan, b "-0.1%": 0% to 100% are allowed
plan, c "100.1%": 0% to 100% are allowed
plan, name "x": another is needed`)
	assert.Equal(t, f.All[5], ghg.Refusal("plan", "name", "x", "another is needed"))
}

// Of very many faults the first are kept and the rest counted; a long value is
// cut, between two letters.
func TestFaultsAreCapped(t *testing.T) {
	records := make([]ghg.Record, 1003)
	for i := range records {
		records[i] = rec("IX", ghg.CO2, mass("1 t"))
		records[i].Category.Code = strings.Repeat("x", 199) + "군포"
	}
	_, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, records)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.All, 1000)
	assert.Equal(t, 3, faults.More)
	assert.Equal(t, 1003, faults.Len())
	assert.Equal(t, strings.Repeat("x", 199)+"…", faults.All[0].Value)
	for value, want := range map[string]string{
		strings.Repeat("x", 200):           strings.Repeat("x", 200),
		strings.Repeat("x", 201):           strings.Repeat("x", 200) + "…",
		"a\xffb":                           "a\ufffdb",
		"a\xff" + strings.Repeat("x", 200): "a\ufffd" + strings.Repeat("x", 198) + "…",
	} {
		r := rec("IX", ghg.CO2, mass("1 t"))
		r.Category.Code = value
		_, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, []ghg.Record{r})
		require.ErrorAs(t, err, &faults)
		assert.Equal(t, want, faults.All[0].Value)
	}
}
