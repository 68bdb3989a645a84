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

// Whoever looks for a fault finds it, by value or by pointer, alone or in a list,
// wrapped or not; and an empty list is no error.
func TestFaultAs(t *testing.T) {
	one := ghg.Fault{Code: ghg.FaultField, Of: "action E-1", Field: "stage", Value: "x", Detail: "no such stage"}
	var faults ghg.Faults
	assert.NoError(t, faults.Err())
	assert.NoError(t, ghg.Report{}.Err())
	faults.Add(one)
	faults.Refuse("action E-2", "lead", "", "a name is needed")
	for name, err := range map[string]error{
		"alone": one, "in a list": faults.Err(), "wrapped": fmt.Errorf("plan: %w", one), "joined": errors.Join(errors.New("x"), faults),
		"of a report": ghg.Report{Faults: faults}.Err(),
	} {
		var value ghg.Fault
		var pointer *ghg.Fault
		require.ErrorAs(t, err, &value, name)
		require.ErrorAs(t, err, &pointer, name)
		assert.Equal(t, one, value, name)
		assert.Equal(t, one, *pointer, name)
		assert.True(t, errors.Is(err, one), "it is comparable")
	}
	var list ghg.Faults
	var pointer *ghg.Faults
	require.ErrorAs(t, fmt.Errorf("plan: %w", faults), &list)
	require.ErrorAs(t, fmt.Errorf("plan: %w", faults), &pointer)
	assert.Equal(t, list, *pointer)
	var other *ghg.YearError
	assert.False(t, errors.As(faults.Err(), &other))
	assert.Equal(t, `action E-1, stage "x": no such stage`+"\n"+`action E-2, lead: a name is needed`, faults.Error())
	assert.Equal(t, "action E-3: it is there twice", ghg.Fault{Of: "action E-3", Detail: "it is there twice"}.Error())
	assert.Equal(t, "line 4, action E-3, end: it is before the start",
		ghg.Fault{Line: 4, Of: "action E-3", Field: "end", Detail: "it is before the start"}.Error())
}

// The errors that are not of the type are faults to who asks for one.
func TestErrorsAsFaults(t *testing.T) {
	for want, err := range map[string]error{
		`base year, year "18": years from 1850 to 2300 are allowed`:  ghg.CheckYear("base year", 18),
		`households, year "2024": it is given twice: one is allowed`: &ghg.TwiceError{Of: "households", What: "year", ID: "2024"},
		`gas "XX": allowed are CO2`:                                  &ghg.UnknownError{What: "gas", ID: "XX", Allowed: []string{"CO2"}},
	} {
		var value ghg.Fault
		var pointer *ghg.Fault
		require.ErrorAs(t, err, &value)
		require.ErrorAs(t, err, &pointer)
		assert.Equal(t, ghg.FaultDefinition, value.Code)
		assert.Equal(t, want, value.Error())
		assert.Equal(t, value, *pointer)
		var list *ghg.Faults
		assert.False(t, errors.As(err, &list))
	}
}
