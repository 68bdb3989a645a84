package beside_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/beside"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/require"
)

// record is one of a place that does not exist.
func record(scheme ghg.Scheme, code, gas string, v ghg.Value) ghg.Record {
	r := ghg.Record{Place: "Garam", Period: ghg.CalendarYear(2023), Category: ghg.Category{Scheme: scheme.ID(), Code: code}, Value: v}
	if gas != "" {
		r.Gas = ghg.MustGas(gas)
	}
	return r
}

func local(code, gas string, v ghg.Value) ghg.Record { return record(gpc.Scheme, code, gas, v) }

func regional(code, gas string, v ghg.Value) ghg.Record { return record(gir.Scheme, code, gas, v) }

func mass(s string) ghg.Value { return ghg.Emitted(ghg.MustMass(s)) }

func co2e(s string) ghg.Value { return ghg.Equivalent(ghg.MustCO2e(s)) }

// side is one of records, of the GPC or of the regional statistics, whose lines are numbered
// from 2.
func side(t *testing.T, scheme ghg.Scheme, metric ghg.Metric, records ...ghg.Record) beside.Side {
	t.Helper()
	for i := range records {
		records[i].Line = i + 2
	}
	inv, _, err := ghg.NewInventory("Garam", ghg.CalendarYear(2023), 1, scheme, records)
	require.NoError(t, err)
	s := beside.Side{Name: words.Term{En: "own", Ko: "자체"}, Inventory: inv, View: gpc.BasicPlus, Metric: metric}
	if scheme.ID() == gir.Scheme.ID() {
		s.Name, s.View = words.Term{En: "GIR", Ko: "통계"}, gir.RegionWithoutSinks
		s.Crosswalk, s.Placing = crosswalk.RegionalToGPC, crosswalk.OwnRule
	}
	return s
}

func compared(t *testing.T, a, b beside.Side) beside.Comparison {
	t.Helper()
	c, err := beside.Compare(a, b)
	require.NoError(t, err)
	return c
}

// lines are those of a comparison as "kind code gas of tonnes".
func lines(c beside.Comparison) (out []string) {
	for l := range c.Lines() {
		text := strings.Join([]string{l.Kind.String(), l.Category.Code, l.Gas, l.Of, l.Tonnes.String()}, " ")
		out = append(out, words.OneLine(text))
	}
	return out
}

func codes(f ghg.Findings) (out []string) {
	for _, x := range f.All {
		out = append(out, x.Code)
	}
	return out
}

func found(t *testing.T, c beside.Comparison, code string) ghg.Finding {
	t.Helper()
	for _, f := range c.Findings().All {
		if f.Code == code {
			return f
		}
	}
	t.Fatalf("%s is not among %v", code, codes(c.Findings()))
	return ghg.Finding{}
}
