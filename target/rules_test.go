package target

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/table"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var dec = decimal.RequireFromString

// The thresholds are typed in here a second time.
func TestDefaultRules(t *testing.T) {
	assert.Equal(t, "pace-1", DefaultRules.ID())
	assert.Equal(t, "1.05", DefaultRules.Ahead().String())
	assert.Equal(t, "0.95", DefaultRules.OnTrack().String())
	assert.Equal(t, "0.75", DefaultRules.SlightlyBehind().String())
	assert.Equal(t, "this library, edition 1; no standard sets such thresholds", DefaultRules.Source())
	assert.False(t, DefaultRules.IsZero())
}

func TestRulesTable(t *testing.T) {
	sets := 0
	for row := range table.MustRead(rulesTable).Rows() {
		assert.Equal(t, row.Cell("id"), mustRules(rulesTable, row.Cell("id")).ID())
		sets++
	}
	assert.Equal(t, 2, sets)
	assert.PanicsWithValue(t, "no rules pace-0", func() { mustRules(rulesTable, "pace-0") })
	assert.Panics(t, func() {
		mustRules("# source: test\n# edition: 1\n# retrieved: 2026-11\nid\tmeasure\tahead\ton_track\tslightly_behind\nx\tpace\t1\t2\t3\n", "x")
	})
}

func TestNewRules(t *testing.T) {
	r, err := NewRules("x", "the council", ByPace, dec("1.2"), dec("1"), dec("0.5"))
	require.NoError(t, err)
	assert.Equal(t, "x (pace: ahead from 1.2, on track from 1, slightly behind from 0.5)", r.String())
	assert.Equal(t, "the council", r.Source())

	for _, x := range []struct{ id, source, ahead, onTrack, behind, says string }{
		{"", "s", "1.2", "1", "0.5", "rules \""},
		{"x", "", "1.2", "1", "0.5", "rules \""},
		{"x", "s", "1", "1", "0.5", "each must be below the one before"},
		{"x", "s", "0.9", "1", "0.5", "each must be below the one before"},
		{"x", "s", "1.2", "1", "1", "each must be below the one before"},
		{"x", "s", "1.2", "1", "1.1", "each must be below the one before"},
		{"x", "s", "1.2", "1", "0", "the last above zero"},
		{"x", "s", "1.2", "1", "-0.5", "the last above zero"},
	} {
		_, err := NewRules(x.id, x.source, ByPace, dec(x.ahead), dec(x.onTrack), dec(x.behind))
		assert.ErrorContains(t, err, x.says)
	}
	for i := range 3 {
		d := []decimal.Decimal{dec("3"), dec("2"), dec("1")}
		d[i] = decimal.New(1, 1000)
		_, err := NewRules("x", "s", ByPace, d[0], d[1], d[2])
		assert.ErrorContains(t, err, "out of bounds")
	}
}

func TestGapRules(t *testing.T) {
	assert.Equal(t, "gap-1 (gap: ahead up to -0.05, on track up to 0, slightly behind up to 0.05)", GapRules.String())
	for _, x := range []struct {
		gap  string
		want Status
	}{{"-0.050000000001", Ahead}, {"-0.05", Ahead}, {"-0.049999999999", OnTrack}, {"0", OnTrack}, {"0.000000000001", SlightlyBehind},
		{"0.05", SlightlyBehind}, {"0.050000000001", OffTrack}} {
		got, why := GapRules.judge(ghg.Undefined("x"), ghg.RatioOf(dec(x.gap)))
		assert.Equal(t, x.want, got, "%s: %s", x.gap, why)
		assert.Contains(t, why, "gap "+x.gap)
	}
	got, why := GapRules.judge(ghg.RatioOf(dec("1")), ghg.Undefined("no pathway"))
	assert.Equal(t, Undetermined, got)
	assert.Equal(t, "the gap is undefined: no pathway", why)
	for _, x := range [][3]string{{"0", "0", "1"}, {"-1", "0", "0"}, {"1", "0", "-1"}} {
		_, err := NewRules("x", "s", ByGap, dec(x[0]), dec(x[1]), dec(x[2]))
		assert.ErrorContains(t, err, "each must be above the one before")
	}
	_, err := NewRules("x", "s", 0, dec("3"), dec("2"), dec("1"))
	assert.ErrorContains(t, err, "target.ByPace or target.ByGap")
	assert.NotContains(t, err.Error(), "thresholds", "they stand by pace")
	// What they judge is not named, and they stand by neither: both are said.
	for _, x := range [][3]string{{"1", "1", "1"}, {"3", "2", "0"}, {"1", "2", "2"}, {"1", "3", "2"}} {
		_, err = NewRules("x", "s", 0, dec(x[0]), dec(x[1]), dec(x[2]))
		assert.ErrorContains(t, err, "judged by: ")
		assert.ErrorContains(t, err, "thresholds")
	}
	_, err = NewRules("x", "s", 0, decimal.New(1, 1000), dec("1"), decimal.New(1, -1000))
	assert.ErrorContains(t, err, "judged by: ")
	assert.ErrorContains(t, err, "ahead: ")
	assert.ErrorContains(t, err, "slightly behind: ")
	assert.Equal(t, "unknown (0)", JudgedBy(0).String())
}

func TestZeroRules(t *testing.T) {
	var zero Rules
	assert.True(t, zero.IsZero())
	assert.Equal(t, "no rules", zero.String())
	assert.Equal(t, "", zero.ID()+zero.Source())
	assert.True(t, zero.Ahead().IsZero() && zero.OnTrack().IsZero() && zero.SlightlyBehind().IsZero())
	_, err := zero.MarshalJSON()
	assert.ErrorContains(t, err, "no rules given")
}
