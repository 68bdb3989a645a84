package netzero_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pledge ends unabated coal power with 2030.
func pledge(t *testing.T) netzero.Pledge {
	t.Helper()
	th := threshold(t, "powering-past-coal-oecd-2017")
	return netzero.Pledge{Place: "Boryeong", Kind: netzero.EndCoalPower, Since: ghg.MustWhen("2021-05"), Campaign: netzero.PoweringPastCoal,
		Threshold: th, LastDay: th.LastDay(), Abated: "ccs"}
}

// record is one of 2031.
func record(code, fuel, activity, value string) ghg.Record {
	r := ghg.Record{Place: "Boryeong", Period: ghg.CalendarYear(2031), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code},
		Gas: ghg.CO2, Fuel: fuel, Activity: activity}
	switch key, err := ghg.ParseKey(value); {
	case value == "":
	case err == nil:
		r.Value = ghg.KeyedAsFound(key, "stated")
	default:
		r.Value = ghg.Emitted(ghg.MustMass(value))
	}
	return r
}

func phaseOut(t *testing.T, p netzero.Pledge, records ...ghg.Record) netzero.Check {
	t.Helper()
	c, err := p.Judge(slices.Values(records))
	require.NoError(t, err)
	return c
}

// One record beside a record of power from gas.
func TestWhatOneRecordSays(t *testing.T) {
	tagged := func(r ghg.Record, tags ...string) ghg.Record { r.Tags = ghg.MakeTags(tags...); return r }
	variant := func(r ghg.Record, change func(*ghg.Record)) ghg.Record { change(&r); return r }
	gas := record("I.4.4", "natural gas", "power generation", "100 t")
	const (
		pass = netzero.Pass
		fail = netzero.Fail
		no   = netzero.CannotTell
	)
	for _, c := range []struct {
		name   string
		record ghg.Record
		want   netzero.CheckResult
		why    string // of its line; "" where it is not listed
	}{
		{"coal power", record("I.4.4", "anthracite", "power generation", "12 t"), fail, "coal is burned to generate power"},
		{"in Korean", record("I.4.4", "유연탄", "발전", "12 t"), fail, "coal is burned to generate power"},
		{"spelled otherwise", record("I.4.4", "Sub Bituminous_Coal", "Power-Generation", "12 t"), fail, "coal is burned"},
		{"a works' own plant", record("I.3.1", "갈탄", "자가발전", "12 t"), fail, "coal is burned"},
		{"heat and power", record("I.4.4", "coal", "combined heat and power", "12 t"), fail, "coal is burned"},
		{"named, where none is expected", record("IV.1", "coke", "power generation", "12 t"), fail, "coal is burned"},
		{"briquettes and coke", record("I.4.4", "연탄", "power generation", "12 t"), fail, "coal is burned"},

		{"coal of no activity", record("I.4.4", "anthracite", "", "12 t"), no, "coal, and no activity is named"},
		{"coal of no activity elsewhere", record("I.3.1", "anthracite", "", "12 t"), no, "coal, and no activity is named"},
		{"coal of no activity in homes", record("I.1.1", "연탄", "", "12 t"), no, "coal, and no activity is named"},
		{"coal of unknown activity", record("I.3.1", "anthracite", "unit 7", "12 t"), no, "coal, and its activity is in no table"},
		{"power of no fuel", record("I.4.4", "", "power generation", "12 t"), no, "power generation, and no fuel is named"},
		{"power of unknown fuel", record("I.4.4", "mix B", "power generation", "12 t"), no, "power generation, and its fuel is in no table"},
		{"nothing named", record("I.4.4", "", "", "12 t"), no, "power generation, and no fuel is named"},
		{"nothing named in industry", record("I.3.1", "", "", "12 t"), no,
			"no fuel is named, no activity is named, and the category may hold power generation"},
		{"unknown names in industry", record("I.3.1", "mix B", "unit 7", "12 t"), no, "its fuel is in no table, its activity is in no table"},
		{"a gas of coal", record("I.4.4", "고로가스", "power generation", "12 t"), no,
			"a gas made of coal, of which the declaration does not say whether it counts"},
		{"a gas of coal in industry", record("I.3.1", "blast furnace gas", "", "12 t"), no, "a gas made of coal"},
		{"no amount of coal power", record("I.4.4", "coal", "power generation", ""), no,
			"missing says neither that coal is burned nor that none is"},
		{"not estimated", record("I.4.4", "coal", "power generation", "NE"), no, "NE says neither"},
		{"confidential", record("I.4.4", "", "", "C"), no, "C says neither"},
		{"there, and of no emissions", record("I.4.4", "coal", "power generation", "NA"), no, "NA says neither"},
		{"there, and of no gas", record("I.4.4", "", "", "NA"), no, "NA says neither"},
		{"included elsewhere", record("I.4.4", "", "", "IE"), no, "IE says neither"},
		{"industry not estimated", record("I.3.1", "", "", "NE"), no, "NE says neither"},
		{"another scheme", variant(record("1.A.1.a", "", "", "12 t"), func(r *ghg.Record) { r.Category.Scheme = "IPCC 2006" }), no,
			"the category may hold power generation"},

		{"wood", record("I.4.4", "wood pellets", "power generation", "12 t"), pass, "power is generated from another fuel"},
		{"peat, waste and the like", record("I.4.4", "고형연료", "", "12 t"), pass, "power is generated from another fuel"},
		{"no power", record("I.4.4", "", "", "NO"), pass, "nothing is burned: NO"},
		{"no coal power", record("I.4.4", "coal", "power generation", "NO"), pass, "nothing is burned: NO"},
		{"0 t of coal", record("I.4.4", "coal", "power generation", "0 t"), pass, "nothing is burned: 0 t"},
		{"0 t of who knows", record("I.4.4", "mix B", "power generation", "0 t"), pass, ""},
		{"abated", tagged(record("I.4.4", "coal", "power generation", "12 t"), "ets", "ccs"), pass, `the tag "ccs" says that it is abated`},
		{"another tag", tagged(record("I.4.4", "coal", "power generation", "12 t"), "ets", "CCS"), fail, "coal is burned"},
		{"abated, but what", tagged(record("I.4.4", "coal", "", "12 t"), "ccs"), no, "coal, and no activity is named"},
		{"coal for heat", record("I.4.4", "coal", "지역난방", "12 t"), pass, ""},
		{"no fuel for heat", record("I.4.4", "", "heat plants", "12 t"), pass, ""},
		{"coal in homes", record("I.1.1", "연탄", "난방", "12 t"), pass, ""},
		{"unnamed in homes", record("I.1.1", "", "", "12 t"), pass, ""},
		{"unnamed on the road", record("II.1.1", "", "", "12 t"), pass, ""},
		{"coal mines leak", record("I.7.1", "coal", "", "12 t"), pass, ""},
		{"coal in a process", record("IV.1", "coke", "iron and steel", "12 t"), pass, ""},
		{"other fuel in industry", record("I.3.1", "도시가스", "", "12 t"), pass, ""},
		{"industry, no power", record("I.3.1", "mix B", "cement", "12 t"), pass, ""},
		{"no coal in industry", record("I.3.1", "", "", "NO"), pass, ""},
		{"bought from outside", record("I.2.2", "coal", "power generation", "12 t"), pass, ""},
		{"bought, in another scheme", variant(record("X", "coal", "power generation", "12 t"), func(r *ghg.Record) {
			r.Category.Scheme,
				r.Scope = "own", ghg.Scope2
		}), pass, ""},
		{"made here, in another scheme", variant(record("X", "coal", "power generation", "12 t"), func(r *ghg.Record) {
			r.Category.Scheme,
				r.Scope = "own", ghg.Scope1
		}), fail, "coal is burned"},
		{"a name that is far too long", record("I.3.1", strings.Repeat("coal", 100), "발전", "12 t"), no,
			"power generation, and its fuel is in no table"},
		{"equivalents", variant(record("I.4.4", "coal", "발전", ""), func(r *ghg.Record) {
			r.Gas, r.Value = ghg.Gas{},
				ghg.Equivalent(t5("7"))
		}), fail, "coal is burned"},
		{"0 of equivalents", variant(record("I.4.4", "coal", "발전", ""), func(r *ghg.Record) {
			r.Gas, r.Value = ghg.Gas{},
				ghg.Equivalent(t5("0"))
		}), pass, "nothing is burned"},
		{"0 and the rest not estimated", variant(record("I.4.4", "coal", "발전", "0 t"), func(r *ghg.Record) {
			r.Value = ghg.KeyedAsFound(ghg.NE, "one unit") // a 0 beside it is no number
		}), no, "NE says neither"},
	} {
		got := phaseOut(t, pledge(t), gas, c.record)
		assert.Equal(t, c.want, got.Result, "%s: %s", c.name, got.Details())
		var why []string
		for _, l := range got.Lines {
			if l.Record.Fuel != gas.Fuel {
				why = append(why, l.Why)
			}
		}
		if c.why == "" {
			assert.Empty(t, why, c.name)
		} else if assert.Len(t, why, 1, c.name) {
			assert.Contains(t, why[0], c.why, c.name)
		}
	}
}

func TestPassNeedsARecordOfPowerInEveryPeriod(t *testing.T) {
	gas := record("I.4.4", "natural gas", "power generation", "100 t")
	homes := record("I.1.1", "도시가스", "난방", "100 t")
	c := phaseOut(t, pledge(t), homes)
	assert.Equal(t, netzero.CannotTell, c.Result)
	assert.Equal(t, "no record says what generates power, or that nothing does, in 2031: what is missing is not 0", c.Reason)
	later := homes
	later.Period = ghg.CalendarYear(2032)
	c = phaseOut(t, pledge(t), gas, later)
	assert.Equal(t, netzero.CannotTell, c.Result)
	assert.Contains(t, c.Reason, "in 2032:")
	power := gas
	power.Period = ghg.CalendarYear(2032)
	c = phaseOut(t, pledge(t), gas, later, power, homes)
	assert.Equal(t, netzero.Pass, c.Result)
	assert.Equal(t, "no record after 2030-12-31 shows unabated coal power; what generates power is told by 2 records", c.Reason)
	assert.Len(t, c.Lines, 2)
	assert.Contains(t, c.Covers, "no new unabated coal power stations")
	assert.Equal(t, netzero.CannotTell, phaseOut(t, pledge(t)).Result, "no record at all")
}

func TestPeriodsAroundTheLastDay(t *testing.T) {
	coal := record("I.4.4", "coal", "power generation", "12 t")
	at := func(p ghg.Period) ghg.Record { r := coal; r.Period = p; return r }
	gas := record("I.4.4", "natural gas", "power generation", "100 t")

	c := phaseOut(t, pledge(t), at(ghg.CalendarYear(2029)), at(ghg.CalendarYear(2030)))
	assert.Equal(t, netzero.CannotTell, c.Result, "the promise is not due")
	assert.Equal(t, "no record is of a period after 2030-12-31", c.Reason)
	assert.True(t, figure(t, c, "records of unabated coal power up to the last day").Equal(dec("2")))
	assert.Equal(t, netzero.Pass, phaseOut(t, pledge(t), at(ghg.CalendarYear(2030)), gas).Result)

	p := pledge(t)
	p.LastDay = day(2030, 6, 30)
	c = phaseOut(t, p, at(ghg.CalendarYear(2030)), gas)
	assert.Equal(t, netzero.CannotTell, c.Result)
	require.Len(t, c.Lines, 1)
	assert.Equal(t, "coal is burned to generate power, in a period that begins before 2030-06-30 is over", c.Lines[0].Why)
	fiscal, err := ghg.NewPeriod(day(2030, 7, 1), day(2031, 6, 30))
	require.NoError(t, err)
	assert.Equal(t, netzero.Fail, phaseOut(t, p, at(fiscal)).Result, "the first day after")
	lastDay, err := ghg.NewPeriod(day(2030, 6, 30), day(2031, 6, 29))
	require.NoError(t, err)
	assert.Equal(t, netzero.CannotTell, phaseOut(t, p, at(lastDay), gas).Result)
	upTo, err := ghg.NewPeriod(day(2029, 7, 1), day(2030, 6, 30))
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, phaseOut(t, p, at(upTo), gas).Result)
	// Other records of such a period do not matter, unsure ones do.
	other := gas
	other.Period = ghg.CalendarYear(2030)
	assert.Equal(t, netzero.Pass, phaseOut(t, p, other, gas).Result)
	unsure := record("I.4.4", "mix B", "power generation", "12 t")
	unsure.Period = ghg.CalendarYear(2030)
	c = phaseOut(t, p, unsure, gas)
	assert.Equal(t, netzero.CannotTell, c.Result)
	assert.Contains(t, c.Reason, `"mix B"`)
	// Before the day, nothing is unsure.
	unsure.Period = ghg.CalendarYear(2029)
	assert.Equal(t, netzero.Pass, phaseOut(t, p, unsure, gas).Result)

	none := at(ghg.Period{})
	c = phaseOut(t, p, none, gas)
	assert.Equal(t, netzero.CannotTell, c.Result)
	assert.Equal(t, "it names no period", c.Lines[0].Why)
	unsure.Period = ghg.Period{}
	assert.Equal(t, netzero.CannotTell, phaseOut(t, p, unsure, gas).Result)
	other.Period = ghg.Period{}
	assert.Equal(t, netzero.Pass, phaseOut(t, p, other, gas).Result)
}

func TestFiguresThatAreNotActual(t *testing.T) {
	coal := record("I.4.4", "coal", "power generation", "12 t")
	gas := record("I.4.4", "natural gas", "power generation", "100 t")
	for _, s := range []ghg.Status{ghg.Provisional, ghg.Estimated, ghg.Nowcast, ghg.Projected} {
		soft := coal
		soft.Status = s
		c := phaseOut(t, pledge(t), gas, soft)
		assert.Equal(t, netzero.Warn, c.Result)
		assert.Equal(t, "unabated coal power after 2030-12-31, in 1 record, but in no actual figure", c.Reason)
		require.Len(t, c.Lines, 1)
		assert.Equal(t, "coal is burned to generate power, on a figure that is "+s.String(), c.Lines[0].Why)
		assert.Equal(t, netzero.Fail, phaseOut(t, pledge(t), soft, coal).Result)

		softGas := gas
		softGas.Status = s
		for _, records := range [][]ghg.Record{{softGas}, {softGas, gas}, {gas, softGas}, {gas, softGas, gas}} {
			c = phaseOut(t, pledge(t), records...)
			assert.Equal(t, netzero.CannotTell, c.Result)
			assert.Equal(t, "the records of power generation in 2031 are not all actual figures: no evidence of an achievement", c.Reason)
			assert.Len(t, c.Lines, len(records))
		}
		// An unsure record keeps the check from telling, and both are listed.
		c = phaseOut(t, pledge(t), gas, soft, record("I.4.4", "mix B", "", "1 t"))
		assert.Equal(t, netzero.CannotTell, c.Result)
		assert.Len(t, c.Lines, 2)
	}
}

func TestFailListsWhatIsUnsureToo(t *testing.T) {
	coal := record("I.4.4", "coal", "power generation", "12 t")
	coal.Line, coal.Facility, coal.Evidence = 7, "unit 1", ghg.NewEvidence(ghg.EvidenceDefinition{Source: "register"})
	c := phaseOut(t, pledge(t), coal, record("I.3.1", "mix B", "", "1 t"))
	assert.Equal(t, netzero.Fail, c.Result)
	assert.Equal(t, "unabated coal power after 2030-12-31, in 1 record", c.Reason)
	require.Len(t, c.Lines, 2)
	assert.Equal(t, `line 7, 2031, GPC 1.1 I.4.4, "coal", "power generation", "unit 1", 12 t: coal is burned to generate power`,
		c.Lines[0].String())
	assert.Contains(t, c.Details(), "record     line 7, 2031")
	assert.Equal(t, "register", c.Lines[0].Record.Evidence.Source())
}

func TestAnInventorysRecords(t *testing.T) {
	inv, _, err := ghg.NewInventory("Boryeong", ghg.CalendarYear(2031), ghg.FirstVintage, gpc.Scheme, []ghg.Record{
		record("I.4.4", "natural gas", "power generation", "100 t"), record("I.1.1", "연탄", "난방", "3 t")})
	require.NoError(t, err)
	c, err := pledge(t).Judge(inv.Records())
	require.NoError(t, err)
	assert.Equal(t, netzero.Pass, c.Result)
}

// Whatever is named: the check never panics, and never passes beside actual
// coal power.
func FuzzCoalPhaseOut(f *testing.F) {
	f.Add("anthracite", "발전", "I.4.4", "GPC 1.1", "ccs", 2031)
	f.Add("", "", "", "", "", 0)
	f.Add("mix\xff", strings.Repeat("x", 300), "I.3.1", "GPC 1.1", ";", 2030)
	th, err := netzero.ThresholdByID("powering-past-coal-oecd-2017")
	if err != nil {
		f.Fatal(err)
	}
	coal := ghg.Record{Place: "Boryeong", Period: ghg.CalendarYear(2031), Category: ghg.Category{Scheme: "GPC 1.1", Code: "I.4.4"},
		Gas: ghg.CO2, Fuel: "coal", Activity: "power generation", Value: ghg.Emitted(ghg.MustMass("1 t"))}
	f.Fuzz(func(t *testing.T, fuel, activity, code, scheme, tag string, year int) {
		r := coal
		r.Fuel, r.Activity, r.Category, r.Period = fuel, activity, ghg.Category{Scheme: ghg.SchemeID(scheme), Code: code}, ghg.CalendarYear(year)
		r.Tags = ghg.MakeTags(tag)
		p := netzero.Pledge{Place: "Boryeong", Kind: netzero.EndCoalPower, Since: ghg.MustWhen("2021-05"), Campaign: netzero.PoweringPastCoal,
			Threshold: th, LastDay: th.LastDay(), Abated: tag}
		c, err := p.Judge(slices.Values([]ghg.Record{r}))
		if err != nil {
			return
		}
		_ = c.Details()
		if c, err = p.Judge(slices.Values([]ghg.Record{r, coal})); err != nil || c.Result != netzero.Fail {
			t.Fatal(c.Details(), err)
		}
	})
}
