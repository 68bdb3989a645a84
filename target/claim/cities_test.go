package claim_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/claim"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Targets of cities as facts. Source: CDP, 2021 Cities Emissions Reduction
// Targets, retrieved 2026-11. The form works the target emissions out from the
// base and the percentage, so they follow.
func TestPublishedCityTargets(t *testing.T) {
	for _, x := range []struct {
		city            string
		baseYear, due   int
		base, percent   string
		level, computed string
		verdict         claim.Verdict
	}{
		{"Manchester", 1990, 2038, "21200000", "97.3", "572400", "572400", claim.Reproduces},
		{"Niigata", 2013, 2024, "7908000", "30", "5535600", "5535600", claim.Reproduces},
		{"Wellington", 2001, 2030, "1057119", "43", "602557.83", "602557.83", claim.Reproduces},
		{"Iowa City", 2010, 2050, "705303", "100", "0", "0", claim.Reproduces},
		// A base year intensity target: the percentage is one of the emissions
		// of a unit of output, and gives another level than the one stated.
		{"Hong Kong, intensity", 2005, 2030, "41200000", "65", "26368000", "14420000", claim.DoesNotReproduce},
		// A year stands where the target emissions belong.
		{"Seberang Perai, intensity", 2016, 2022, "7434910", "50", "2022", "3717455", claim.DoesNotReproduce},
		// An intensity target of a city that expects the same output.
		{"Arendal, intensity", 2009, 2040, "227000", "76", "54480", "54480", claim.Reproduces},
	} {
		t.Run(x.city, func(t *testing.T) {
			c := checkClaim(t, claim.Claim{Name: x.city, BaseYear: x.baseYear, Due: x.due, Base: claimTonnes(t, x.base), Cut: claimPercent(t,
				x.percent),
				Level: claimTonnes(t, x.level), Follows: claim.AmountsFollow})
			assert.Equal(t, x.verdict, c.Verdict)
			claimSame(t, x.computed, claimComputed(t, claimReadingOf(t, c, "level and cut", "level")))
		})
	}
	// Can Tho City states 0.33 in a column of percent.
	_, err := claim.ParsePercentFigure("0.33")
	var doubtful *claim.PercentFigureError
	assert.ErrorAs(t, err, &doubtful)
}

func claimTonnes(t *testing.T, number string) claim.Amount {
	t.Helper()
	f, err := ghg.ParseFigure(number, ghg.Tonne)
	require.NoError(t, err)
	return claim.Amount{Figure: f}
}

// TestAllCityTargets runs over the whole file where LOCALGHG_DATA names the
// folder that holds real/cdp_city_targets_2021.csv. Names with commas are
// quoted in it: a reader that splits lines at commas shifts the columns of 217
// rows.
func TestAllCityTargets(t *testing.T) {
	folder := os.Getenv("LOCALGHG_DATA")
	if folder == "" {
		t.Skip("LOCALGHG_DATA does not name the folder of the published targets")
	}
	f, err := os.Open(filepath.Join(folder, "real", "cdp_city_targets_2021.csv"))
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 483)
	header := map[string]int{}
	for i, name := range rows[0] {
		header[strings.TrimPrefix(name, "\ufeff")] = i
	}
	counts := map[string]map[string]int{}
	doubtful, settled := 0, 0
	for i, cells := range rows[1:] {
		cell := func(name string) string { return cells[header[name]] }
		line := fmt.Sprintf("line %d, %s", i+2, cell("city"))
		kind := cell("target_type")
		if counts[kind] == nil {
			counts[kind] = map[string]int{}
		}
		stated := cityClaim(t, cell)
		c := checkClaim(t, stated)
		counts[kind][c.Verdict.String()]++
		full := !stated.Base.IsUnset() && !stated.Level.IsUnset() && !stated.Cut.IsUnset()
		assert.Equal(t, full, c.Verdict != claim.NotCheckable, line)
		assert.Equal(t, cell("check_base_x_1_minus_pct") == "OK", full && kind == "Base year emissions (absolute) target", line)
		if c.Verdict > claim.Reproduces {
			r := c.Relations[0].Readings
			t.Logf("%s (%s): %s: %s = %s t, stated %s; the stated levels are a cut of %s%%", line, kind, c.Verdict, r[0].Figures,
				r[0].Computed, r[0].Printed, r[1].Computed)
		}
		var bare *claim.PercentFigureError
		if _, err := claim.ParsePercentFigure(cell("pct_reduction")); errors.As(err, &bare) {
			doubtful++
			if c.Verdict == claim.Reproduces {
				settled++
			} else {
				t.Logf("%s (%s): %s in a column of percent, and no level to tell what is meant", line, kind, bare.Text)
			}
		}
	}
	for kind, n := range counts {
		t.Logf("%s: %v", kind, n)
	}
	assert.Equal(t, map[string]map[string]int{
		"Base year emissions (absolute) target":        {"reproduces": 323, "not_checkable": 13},
		"Base year intensity target":                   {"reproduces": 2, "does_not_reproduce": 16, "not_checkable": 2},
		"Baseline scenario (business as usual) target": {"not_checkable": 57},
		"Fixed level target":                           {"not_checkable": 67},
		"No target":                                    {"not_checkable": 2},
	}, counts)
	// Of the numbers from -1 to 1, the levels show 15 to be percentages; two
	// stand beside a baseline scenario and no level.
	assert.Equal(t, 17, doubtful)
	assert.Equal(t, 15, settled)
}

// cityClaim is a row as a claim. The file states no views.
func cityClaim(t *testing.T, cell func(string) string) claim.Claim {
	t.Helper()
	c := claim.Claim{Name: cell("city"), Source: "CDP 2021", Follows: claim.AmountsFollow}
	amount := func(name string) claim.Amount {
		if cell(name) == "NA" {
			return claim.Amount{}
		}
		return claimTonnes(t, cell(name))
	}
	year := func(name string) int {
		y, _ := strconv.Atoi(cell(name)) // "NA" is none
		return y
	}
	c.BaseYear, c.Due = year("base_year"), year("target_year")
	c.Level = amount("target_emissions_t")
	if cell("target_type") == "Baseline scenario (business as usual) target" {
		c.Baseline = amount("bau_target_year_t")
	} else {
		c.Base = amount("base_emissions_t")
	}
	if number := cell("pct_reduction"); number != "NA" {
		c.Cut = claim.MustShareFigure(number + "%")
	}
	return c
}
