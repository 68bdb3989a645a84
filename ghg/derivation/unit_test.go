package derivation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// units replays one formula over a, b and c in units of their own, and a column x, and gives
// what is said of its unit.
func units(t *testing.T, formula, unit string, of ...string) []string {
	t.Helper()
	given := []string{"kg", "t", ""}
	copy(given, of)
	x := column("x", "i", "2", "3")
	x.Unit = "kg"
	asked := by(one("r", "x", "ㄱ", unit, "7"), formula, derivation.ToPlaces(12))
	d, err := derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 2020, 2)},
		Steps: []derivation.Step{one("a", "x", "ㄱ", given[0], "2"), one("b", "x", "ㄱ", given[1], "3"),
			one("c", "x", "ㄱ", given[2], "5"), x, asked}})
	require.NoError(t, err)
	var said []string
	for _, m := range d.Replay() {
		if m.Stated == "" {
			assert.Equal(t, "r", m.Symbol)
			said = append(said, m.String())
		}
	}
	return said
}

// What comes to its unit, of a in kg, b in t and c plain unless it is said.
func TestUnits(t *testing.T) {
	for _, x := range []struct {
		formula, unit string
		of            []string
	}{
		{"a × c", "kg", nil},
		{"-a / b", "kg/t", nil},
		{"a × b", "t·kg", nil},
		{"a × b", "kg/MWh", []string{"kg/GJ", "GJ/MWh"}},
		{"a × b", "kg", []string{"kg/head/yr", "head"}}, // a year is no name
		{"a / b", "kg/h", []string{"kg·km", "h·km"}},
		{"a / b", "kg·TJ", []string{"kg", "1/TJ"}},
		{"a + 7", "kg", nil},
		{"7 - a", "kg", nil},
		{"12", "kg", nil}, // a bare number
		{"12 × 3 / 4", "kg", nil},
		{"(a > 3) × 2", "", nil},
		{"a × (a > 3 and c < 2)", "kg", nil},
		{"a + (a = 0)", "kg", nil}, // never divide by 0
		{"max(0; a)", "kg", nil},
		{"min(a; x[2020])", "kg", nil},
		{"abs(a)", "kg", nil},
		{"round(a; 2) + down(a; c)", "kg", nil},
		{"a^2 / a", "kg", nil},
		{"a^-2 × b", "t/kg/kg", nil},
		{"root(a × a; 2)", "kg", nil},
		{"root(a / a; c)", "", nil},
		{"root(a; 9)", "kg", []string{strings.Repeat("·kg", 9)}},
		{"(a / x[2021])^(c / 3)", "", nil},
		{"exp(-c) × ln(a / x[2020])", "", nil},
		{"sum(i: x[i] × c)", "kg", nil},
		{"sum(i: x[i]) / max(i: x[i])", "", nil},
		{"sum(i = 2020..2021: x[i] × i)", "kg", nil},
		{"prod(i: x[i] / a)", "", nil},
		{"a × integral(t: 1 - t × c)", "kg", nil},
		{"known(a) + c", "", nil},
	} {
		assert.Empty(t, units(t, x.formula, x.unit, x.of...), x.formula)
	}
}

func TestUnitsThatDoNotMeet(t *testing.T) {
	for _, x := range []struct {
		formula, unit, want string
		of                  []string
	}{
		{"a × c", "t", "r: it is in t, and its formula comes to kg", nil},
		{"a × c", "", "r: it is in 1, and its formula comes to kg", nil},
		{"a × b", "tCO2e", "r: it is in tCO2e, and its formula comes to kWh·tCO2e/MWh", []string{"kWh", "tCO2e/MWh"}}, // 1000 times too much
		{"a × b", "kg CO2", "r: it is in kg CO2, and its formula comes to kg C", []string{"TJ", "kg C/TJ"}},           // 44/12 is missing
		{"a + b", "t", "r: + is of one unit: there are kg and t", nil},
		{"a - c", "kg", "r: - is of one unit: there are kg and 1", nil},
		{"(a < b) × 1", "", "r: < is of one unit: there are kg and t", nil},
		{"a × (a = b)", "kg", "r: = is of one unit: there are kg and t", nil},
		{"max(a; b)", "kg", "r: max is of one unit: there are kg and t", nil},
		{"exp(a)", "", "r: exp is of a plain number, and not in kg", nil},
		{"ln(x[2020])", "", "r: ln is of a plain number, and not in kg", nil},
		{"2^a", "", "r: an exponent is a plain number, and not in kg", nil},
		{"a^c", "kg", "r: kg is raised to a power that is no whole number below 10", nil},
		{"a^0.5", "kg", "r: kg is raised to a power that is no whole number below 10", nil},
		{"a^10", "kg", "r: kg is raised to a power that is no whole number below 10", nil},
		{"root(a; 2)", "kg", "r: kg has no such root", nil},
		{"root(a; c)", "kg", "r: kg has no such root", nil},
		{"root(a; 10)", "kg", "r: " + strings.Repeat("kg·", 9) + "kg has no such root", []string{strings.Repeat("·kg", 10)}},
		{"root(c; a)", "", "r: the places or the degree is a plain number, and not in kg", nil},
		{"round(c; a)", "", "r: the places or the degree is a plain number, and not in kg", nil},
		{"prod(i: x[i])", "kg", "r: a product over rows is of plain numbers, and not of kg", nil},
		{"sum(j = a..3: j)", "", "r: whole numbers are plain, and not in kg", nil},
		{"sum(j = 1..a + b: j)", "", "r: + is of one unit: there are kg and t", nil},
		{"sum(i: x[i] + b)", "kg", "r: + is of one unit: there are kg and t", nil},
		{"abs(a + b)", "kg", "r: + is of one unit: there are kg and t", nil},
		{"min(c; a + b)", "kg", "r: + is of one unit: there are kg and t", nil},
		{"c^(a + b)", "", "r: + is of one unit: there are kg and t", nil},
		{"(a + b) × c", "kg", "r: + is of one unit: there are kg and t", nil},
		{"c × (a + b)", "kg", "r: + is of one unit: there are kg and t", nil},
		{"-(a + b)", "kg", "r: + is of one unit: there are kg and t", nil},
		{strings.Repeat("(", 3) + "a" + strings.Repeat("^9)", 3), "kg", "r: a unit has at most 20 names, to the power of 100 at most", nil},
	} {
		assert.Equal(t, []string{x.want}, units(t, x.formula, x.unit, x.of...), x.formula)
	}
}

// Conditions, cases and what a column is closed to are checked too.
func TestUnitsOfOtherSteps(t *testing.T) {
	when := by(one("w", "x", "ㄱ", "kg", "2"), "a", derivation.Rounding{})
	when.When = "a > b"
	decided := derivation.Step{Symbol: "q", What: anything, Kind: derivation.Decided,
		Cases: []derivation.Case{{Name: "less", What: anything, If: "a ≤ b", Holds: true}, {Name: "more", What: anything, Holds: true}}}
	solved := one("s", "x", "ㄱ", "", "2")
	solved.Kind, solved.Formula, solved.Rounding = derivation.Solved, "a + b - s", derivation.ToPlaces(1)
	closed := by(column("z", "i", "1", "1"), "a / 2", derivation.ClosingTo("a", 0))
	closed.Unit = "t"
	d, err := derivation.New(derivation.Definition{Title: anything, Indices: []derivation.Index{numbered("i", 1, 2)},
		Steps: []derivation.Step{one("a", "x", "ㄱ", "kg", "2"), one("b", "x", "ㄱ", "t", "3"), when, decided, solved, closed}})
	require.NoError(t, err)
	var said []string
	for _, m := range d.Replay() {
		said = append(said, m.String())
	}
	assert.Subset(t, said, []string{"w: > is of one unit: there are kg and t", "q: ≤ is of one unit: there are kg and t",
		"s: + is of one unit: there are kg and t", "z: it is in t, and adds up to a in kg"})
}

func TestUnitIsBounded(t *testing.T) {
	of := func(unit string) error {
		_, err := derivation.New(derivation.Definition{Title: anything, Steps: []derivation.Step{one("a", "x", "ㄱ", unit, "2")}})
		return err
	}
	require.NoError(t, of("m"+strings.Repeat("/n", 20)), "one name, and another to the power of 20")
	long := ""
	for i := range 20 {
		long += fmt.Sprintf("/n%d", i)
	}
	require.NoError(t, of(long))
	long += "/n20"
	assert.ErrorContains(t, of(long), "at most 20 names are allowed, to the power of 100 at most")
	for _, sign := range []string{"/", "·"} {
		require.NoError(t, of(strings.Repeat(sign+"n", 100)))
		assert.ErrorContains(t, of(strings.Repeat(sign+"n", 101)), "to the power of 100 at most")
	}
}

func TestPer(t *testing.T) {
	assert.Empty(t, derivation.Per("", ""))
	assert.Equal(t, "/yr", derivation.Per("", "yr"))
	assert.Equal(t, "kg", derivation.Per("kg", ""))
	assert.Empty(t, derivation.Per("kg/t", "kg/t"), "a plain number")
	assert.Equal(t, "kg·h/t/km", derivation.Per("kg/t", "km/h"))
}

func ExamplePer() {
	fmt.Println(derivation.Per("tCO2e", "MWh"))
	fmt.Println(derivation.Per("MJ/m3", "kWh/m3"))
	fmt.Println(derivation.Per("t C/t", "%"))
	fmt.Println(derivation.Per("MWh", "MWh"))
	// Output:
	// tCO2e/MWh
	// MJ/kWh
	// t C/t/%
	// MWh/MWh
}

// A factor per MWh over a meter in kWh is a thousand times too much: the numbers follow, and
// the unit does not.
func ExampleDerivation_Replay_units() {
	d, err := derivation.New(derivation.Definition{Title: anything, Steps: []derivation.Step{
		one("Q", "electricity used", "전기 사용량", "kWh", "12000"),
		one("EF", "emission factor", "배출계수", "tCO2e/MWh", "0.4173"),
		by(one("E", "emissions", "배출량", "tCO2e", "5007.6"), "Q × EF", derivation.Rounding{}),
	}})
	fmt.Println(err, d.Replay())
	// Output:
	// <nil> [E: it is in tCO2e, and its formula comes to kWh·tCO2e/MWh]
}
