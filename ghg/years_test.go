package ghg_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func yearsOf(years ...int) []ghg.OfYear[int] {
	var out []ghg.OfYear[int]
	for _, y := range years {
		out = append(out, ghg.OfYear[int]{Year: y, Value: 10 * y})
	}
	return out
}

func TestYearsFindsWhatAMapFinds(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 300 {
		given := map[int]int{}
		var all []ghg.OfYear[int]
		first, span := 1850+r.Intn(440), 1+r.Intn(40)
		for y := first; y < min(first+span, 2301); y++ {
			if r.Intn(4) > 0 {
				given[y] = r.Int()
				all = append(all, ghg.OfYear[int]{Year: y, Value: given[y]})
			}
		}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		series, err := ghg.NewYears("x", "", nil, all...)
		require.NoError(t, err)
		require.Equal(t, len(given), series.Len())
		for y := 1845; y <= 2305; y++ {
			got, ok := series.At(y)
			want, known := given[y]
			require.Equal(t, known, ok, y)
			require.Equal(t, want, got.Value, y)
			_, err := series.Need(y)
			require.Equal(t, known, err == nil)
		}
		require.True(t, slices.IsSortedFunc(slices.Collect(series.All()), func(a, b ghg.OfYear[int]) int { return a.Year - b.Year }))
	}
}

func TestYearsCopiesWhatItIsGiven(t *testing.T) {
	given := yearsOf(2020, 2019)
	series, err := ghg.NewYears("x", "", nil, given...)
	require.NoError(t, err)
	given[0].Value = 7
	v, _ := series.At(2020)
	assert.Equal(t, 20200, v.Value)
	assert.Equal(t, 2020, given[0].Year, "the argument is not sorted")
}

func TestZeroYearsIsEmpty(t *testing.T) {
	var none ghg.Years[int]
	assert.True(t, none.IsZero())
	assert.Zero(t, none.Len())
	assert.Empty(t, none.Name()+none.Unit())
	assert.Equal(t, "no series", none.String())
	for range none.All() {
		t.Fatal("a year in the zero series")
	}
	_, ok := none.At(2020)
	assert.False(t, ok)
	_, ok = none.First()
	assert.False(t, ok)
	_, ok = none.Last()
	assert.False(t, ok)
	_, err := none.Need(2020)
	assert.EqualError(t, err, "no figure for 2020: what is missing is not 0, and none is carried over from another year: state it")
	_, err = json.Marshal(none)
	assert.ErrorContains(t, err, "no series of years")

	empty, err := ghg.NewYears[int]("cars", "대", nil)
	require.NoError(t, err)
	assert.False(t, empty.IsZero())
	assert.Equal(t, "cars in 대, no years", empty.String())
	assert.Equal(t, "cars/대", empty.Name()+"/"+empty.Unit())
}

func TestYearsAreRefusedAllAtOnce(t *testing.T) {
	odd := func(n int) error {
		if n%20 == 0 {
			return fmt.Errorf("%d is even", n)
		}
		return nil
	}
	given := append(yearsOf(2021, 1849, 2021, 2021, 2022, 2301, 2022), ghg.OfYear[int]{Year: 2025, Value: 1, Status: ghg.Projected + 1})
	_, err := ghg.NewYears("x", "", odd, given...)
	assert.EqualError(t, err, strings.Join([]string{
		"x: year 1849: years from 1850 to 2300 are allowed",
		"x: year 2021 is given twice: one is allowed",
		"x in 2022: 20220 is even",
		"x: year 2022 is given twice: one is allowed",
		"x in 2022: 20220 is even",
		`x in 2025: unknown status "unknown (5)": allowed are actual, provisional, estimated, nowcast, projected`,
		"x: year 2301: years from 1850 to 2300 are allowed",
	}, "\n"))

	_, err = ghg.NewYears("x", "", nil, yearsOf(make([]int, 1000)...)...)
	assert.Len(t, strings.Split(err.Error(), "\n"), 101)
	assert.ErrorContains(t, err, "and 901 more")

	for _, name := range []string{"", strings.Repeat("x", 201)} {
		_, err = ghg.NewYears[int](name, "", nil)
		assert.ErrorContains(t, err, "a name of at most")
	}
	_, err = ghg.NewYears[int]("x", strings.Repeat("x", 201), nil)
	assert.ErrorContains(t, err, "at most 200 bytes")
}

func TestYearsAsJSON(t *testing.T) {
	series, err := ghg.NewYears("cars", "대", nil,
		ghg.OfYear[ghg.Share]{Year: 2021, Value: ghg.MustShare("12.5%"), Status: ghg.Estimated, Source: "survey"},
		ghg.OfYear[ghg.Share]{Year: 2020, Value: ghg.MustShare("10%")})
	require.NoError(t, err)
	b, err := json.Marshal(series)
	require.NoError(t, err)
	assert.JSONEq(t, `{"name":"cars","unit":"대","years":[{"year":2020,"value":"10%","status":"actual"},
		{"year":2021,"value":"12.5%","status":"estimated","source":"survey"}]}`, string(b))
	assert.ErrorContains(t, json.Unmarshal(b, &series), "ghg.NewYears")
}

func TestYearErrorsSayWhatIsAllowed(t *testing.T) {
	for err, want := range map[error]string{
		&ghg.YearError{Year: 3, First: 2, Last: 2}: "year 3: years from 2 to 2 are allowed",
		&ghg.NoFigureError{Of: "x", Year: 2, Have: []int{5, 3, 4, 9, 8},
			Remedy: "ask later"}: "x: no figure for 2 (there are figures for 3 to 5, 8 and 9): ask later",
		&ghg.TwiceError{What: "action", ID: "E-1"}: "action E-1 is given twice: one is allowed",
		&ghg.TwiceError{Of: "plan", What: "action",
			ID: "a b"}: `plan: action "a b" is given twice: one is allowed`,
		&ghg.UnknownError{What: "action", ID: ""}: `unknown action "": none is allowed`,
		&ghg.UnknownError{Of: strings.Repeat("가", 100), What: "x", ID: "y", Allowed: slices.Repeat([]string{"z"}, 22)}: strings.Repeat("가", 66) +
			`…: unknown x "y": allowed are ` + strings.Repeat("z, ", 19) + "z and 2 more",
	} {
		assert.EqualError(t, err, want)
	}
	var far []int
	for y := 1850; y < 1900; y += 2 {
		far = append(far, y)
	}
	assert.ErrorContains(t, &ghg.NoFigureError{Year: 1, Have: far}, "1870, 1872 and 13 more)")
	assert.NoError(t, ghg.CheckYear("", 1850))
	assert.NoError(t, ghg.CheckYear("", 2300))
	var year *ghg.YearError
	require.True(t, errors.As(ghg.CheckYear("goal", 2301), &year))
	assert.Equal(t, ghg.YearError{Of: "goal", Year: 2301, First: 1850, Last: 2300}, *year)
}

func BenchmarkYearsAt(b *testing.B) {
	var dense, sparse []ghg.OfYear[int]
	for y := 2000; y <= 2050; y++ {
		dense = append(dense, ghg.OfYear[int]{Year: y})
		if y%5 == 0 {
			sparse = append(sparse, ghg.OfYear[int]{Year: y})
		}
	}
	for name, all := range map[string][]ghg.OfYear[int]{"dense": dense, "sparse": sparse} {
		series, err := ghg.NewYears("x", "", nil, all...)
		require.NoError(b, err)
		b.Run(name, func(b *testing.B) {
			for i := range b.N {
				series.At(2000 + i%51)
			}
		})
	}
}

// What a check refuses is told with its year, and is found with all else.
func TestYearsTellWhatACheckRefuses(t *testing.T) {
	check := func(v int) error {
		switch {
		case v == 0:
			return ghg.Refusal("", "share", "", "it is not given")
		case v < 0:
			var faults ghg.Faults
			faults.Refuse("ramp", "share", fmt.Sprint(v), "0 or more is allowed")
			faults.Refuse("", "shape", "", "it is needed")
			return faults
		case v > 9:
			return errors.New("too many")
		}
		return nil
	}
	of := func(year, v int) ghg.OfYear[int] { return ghg.OfYear[int]{Year: year, Value: v} }
	_, err := ghg.NewYears("installs", strings.Repeat("u", 201), check, of(2020, 0), of(2025, -4), of(2026, 5), of(2027, 10))
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 4, faults.Len())
	assert.ErrorContains(t, err, "installs in 2020, share: it is not given\ninstalls in 2025, ramp, share \"-4\": 0 or more is allowed\n"+
		"installs in 2025, shape: it is needed\ninstalls in 2027: too many")
	_, err = ghg.NewYears[int]("", "", nil)
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, "series of years, name: a name of at most 200 bytes is needed, such as population", faults.Error())
}

// Letters and digits need no quotation marks around them, from the first to the last.
func TestPlainIDsArePrintedBare(t *testing.T) {
	for _, id := range []string{"AZ", "az", "09", "a-b._/Z"} {
		assert.Equal(t, "site "+id+" is given twice: one is allowed", (&ghg.TwiceError{What: "site", ID: id}).Error())
	}
	for n, want := range map[int]string{60: strings.Repeat("x", 60), 61: `"` + strings.Repeat("x", 60) + `"…`} {
		assert.Equal(t, "site "+want+" is given twice: one is allowed", (&ghg.TwiceError{What: "site", ID: strings.Repeat("x", n)}).Error())
	}
	assert.Equal(t, `site "a b" is given twice: one is allowed`, (&ghg.TwiceError{What: "site", ID: "a b"}).Error())
	assert.Equal(t, `site "" is given twice: one is allowed`, (&ghg.TwiceError{What: "site"}).Error())
}

// The name of a series has as many bytes as other names may have, and no more.
func TestNamesOfYearsAreBounded(t *testing.T) {
	for n, stands := range map[int]bool{ghg.MaxName: true, ghg.MaxName + 1: false} {
		_, err := ghg.NewYears(strings.Repeat("x", n), "persons", func(int) error { return nil })
		assert.Equal(t, stands, err == nil, n)
		_, err = ghg.NewYears("population", strings.Repeat("x", n), func(int) error { return nil })
		assert.Equal(t, stands, err == nil, n)
	}
}
