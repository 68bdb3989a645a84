package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMilestonesByYear(t *testing.T) {
	d := daegu2030()
	d.Milestones = []target.Milestone{
		{Year: 2028, Cut: ghg.MustShare("40%")}, {Year: 2020, Cut: ghg.MustShare("5%")}, {Year: 2025, Cut: ghg.MustShare("30%")},
	}
	tt, err := target.New(d)
	require.NoError(t, err)
	var got []string
	for m := range tt.Milestones() {
		got = append(got, m.String())
	}
	assert.Equal(t, []string{"5% by 2020", "30% by 2025", "40% by 2028"}, got)
	assert.Zero(t, tt.Findings().Len())
	for m := range tt.Milestones() {
		assert.Equal(t, 2020, m.Year)
		break
	}
}

func TestMilestoneOrder(t *testing.T) {
	for _, x := range []struct {
		name  string
		due   string
		cuts  []string // 2020, 2021, …
		found int
	}{
		{"falling", "45%", []string{"10%", "20%"}, 0},
		{"a plateau", "45%", []string{"0%", "20%", "20%"}, 0},
		{"all at once", "45%", []string{"45%", "45%"}, 0},
		{"a looser one later", "45%", []string{"20%", "10%"}, 1},
		{"beyond the due level, and back", "45%", []string{"50%"}, 1},
		{"up first", "45%", []string{"-5%"}, 1},
		{"up twice", "45%", []string{"-5%", "30%", "20%"}, 2},
		{"growth, rising", "-10%", []string{"-3%", "-7%"}, 0},
		{"growth, falling between", "-10%", []string{"-7%", "-3%"}, 1},
		{"held, but for a dip", "0%", []string{"5%"}, 2},
		{"held", "0%", []string{"0%"}, 0},
	} {
		t.Run(x.name, func(t *testing.T) {
			d := daegu2030()
			d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare(x.due)}
			for i, c := range x.cuts {
				d.Milestones = append(d.Milestones, target.Milestone{Year: 2020 + i, Cut: ghg.MustShare(c)})
			}
			tt, err := target.New(d)
			require.NoError(t, err)
			n := 0
			for _, f := range tt.Findings().All {
				if f.Code == target.FindingCutBelowZero {
					continue
				}
				n++
				assert.Equal(t, target.FindingMilestoneOrder, f.Code)
				assert.Equal(t, ghg.Warning, f.Severity)
				assert.NotEqual(t, f.Stated, f.Found)
				assert.Contains(t, f.Detail, f.Stated)
				assert.Contains(t, f.Detail, f.Found)
			}
			assert.Equal(t, x.found, n, tt.Findings())
		})
	}
}

func TestMilestoneAsALevel(t *testing.T) {
	d := daegu2030()
	d.Milestones = []target.Milestone{{Year: 2026, Level: ghg.MustMass("8 Mt"), Standing: target.Legal}, {Year: 2022,
		Cut: ghg.MustShare("5%"), Standing: target.Indicative}}
	tt := mustTarget(t, d)
	v, err := tt.Limit(2026)
	require.NoError(t, err)
	assert.Equal(t, "8000000 tCO2e (AR5)", v.String())
	var got []string
	for m := range tt.Milestones() {
		got = append(got, m.String()+", "+m.Standing.String())
	}
	assert.Equal(t, []string{"5% by 2022, indicative", "8000000 t by 2026, legal"}, got)
	text := mustProgress(t, tt, 2022, one(2022, "8000000", ghg.Actual)).Explain().String()
	assert.Contains(t, text, "      2026  8,000,000        legal\n")
	assert.Contains(t, text, "  M[m] = B × (1 - c[m])   # milestone\n      m     c     M [tCO2e (AR5)]\n      2022  0.05  8,958,500      "+
		"  indicative\n")
	b, err := json.Marshal(tt)
	require.NoError(t, err)
	var read struct{ Milestones json.RawMessage }
	require.NoError(t, json.Unmarshal(b, &read))
	assert.JSONEq(t, `[{"year": 2022, "cut": "5%", "level": "8958500 tCO2e (AR5)", "standing": "indicative"},
		{"year": 2026, "level": "8000000 tCO2e (AR5)", "standing": "legal"}]`, string(read.Milestones))
	// A level above the one before is a finding, however it was stated.
	d.Milestones[0].Level = ghg.MustMass("9 Mt")
	require.Equal(t, 1, mustTarget(t, d).Findings().Len())
}

func TestStanding(t *testing.T) {
	for s, want := range map[target.Standing]string{
		target.StandingUnstated: "not stated", target.Legal: "legal", target.Policy: "policy", target.Indicative: "indicative",
		4: "unknown (4)"} {
		assert.Equal(t, want, s.String())
	}
}

// Where levels move with a reference, their order is that of the shares left.
func TestMilestoneOrderOfAGoalThatMoves(t *testing.T) {
	fine := mustTarget(t, belowBaseline(2018, target.Milestone{Year: 2020, Cut: ghg.MustShare("20%")}))
	assert.Zero(t, fine.Findings().Len())
	loose := mustTarget(t, belowBaseline(2018, target.Milestone{Year: 2020, Cut: ghg.MustShare("20%")}, target.Milestone{Year: 2022,
		Cut: ghg.MustShare("12.5%")}))
	require.Equal(t, 1, loose.Findings().Len())
	assert.Contains(t, loose.Findings().All[0].Detail, "between 2020 (80% of the reference) and 2022 (87.5% of the reference)")
}

// A milestone of -30 % that is reached by -24 % is missed, however well the pace is; the
// summary says what was reached.
func TestMissedMilestone(t *testing.T) {
	tt := fromBase(t, 2018, "10 Mt", 2050, "100%", target.Milestone{Year: 2025, Cut: ghg.MustShare("30%")},
		target.Milestone{Year: 2030, Cut: ghg.MustShare("40%")})
	s := years(2018, "10", "", "", "", "", "", "", "7.6")
	for _, rules := range []target.Rules{target.DefaultRules, target.GapRules} {
		p, err := tt.Progress(2025, target.Linear, rules, s)
		require.NoError(t, err)
		f := found(t, p.Findings, target.FindingMilestoneMissed)
		assert.Equal(t, ghg.Serious, f.Severity)
		assert.Equal(t, "7000000 tCO2e (AR5)", f.Stated)
		assert.Equal(t, "the milestone of 2025 is 7000000 tCO2e (AR5), and emissions are 600000 tCO2e (AR5) above it", f.Detail)
	}
	assert.Equal(t, target.Ahead, mustProgress(t, tt, 2025, s).Status, "24 % in 7 of 32 years")
	assert.False(t, contains(mustProgress(t, tt, 2025, years(2025, "7")).Findings, target.FindingMilestoneMissed), "exactly at it")

	sum, err := tt.Summary("total", s, target.Adjustments{})
	require.NoError(t, err)
	require.Len(t, sum.Milestones, 2)
	assert.Equal(t, "2025: 7000000 tCO2e (AR5), reached 7600000 tCO2e (AR5): missed", sum.Milestones[0].String())
	assert.Equal(t, "600000 tCO2e (AR5)", sum.Milestones[0].Over.String())
	assert.Equal(t, "2030: 6000000 tCO2e (AR5), reached undefined: the series has no figure for 2030: undecided", sum.Milestones[1].String())
	found(t, sum.Findings, target.FindingMilestoneMissed)
	assert.Contains(t, sum.Details(), "milestone             2025: 7000000")
	b, err := json.Marshal(sum)
	require.NoError(t, err)
	assert.Contains(t, string(b), `"milestones":[{"year":2025,"level":"7000000 tCO2e (AR5)","reached":{"value":"7600000 tCO2e (AR5)"}`)
}

// An annual goal that was missed in 2022 is missed, whatever 2023 brings.
func TestAnnualGoalMissedAlready(t *testing.T) {
	d := fromBase(t, 2018, "12 Mt", 2030, "50%").Definition()
	d.Timeframe = target.AnnualFrom(2021, target.Linear) // 10.5, 10, 9.5 Mt
	tt := mustTarget(t, d)
	s := years(2018, "12", "", "", "10.4", "10.1", "5", "4")
	assert.False(t, contains(mustProgress(t, tt, 2021, s).Findings, target.FindingAnnualMissed))
	for _, year := range []int{2022, 2023, 2024} {
		f := found(t, mustProgress(t, tt, year, s).Findings, target.FindingAnnualMissed)
		assert.Equal(t, ghg.Serious, f.Severity)
		assert.Equal(t, "the goal is for every year, and was missed in 2022: no later year can mend that", f.Detail, year)
	}
}

// A goal that allows growth is judged by its path under the gap rules: 10.3 Mt is
// above a path of 10.2 and below a level of 11.
func TestGrowthByTheGap(t *testing.T) {
	tt := fromBase(t, 2020, "10 Mt", 2030, "-10%")
	for mt, want := range map[string]target.Status{"9.5": target.Ahead, "10": target.OnTrack, "10.2": target.OnTrack,
		"10.3": target.SlightlyBehind,
		"10.9": target.OffTrack, "11.5": target.OffTrack} {
		p, err := tt.Progress(2022, target.Linear, target.GapRules, years(2022, mt))
		require.NoError(t, err)
		assert.Equal(t, want, p.Status, mt)
	}
	assert.Equal(t, target.BelowTargetLevel, mustProgress(t, tt, 2022, years(2022, "10.3")).Status, "the pace is undefined")
	// A path that rises before it falls.
	tt = fromBase(t, 2020, "10 Mt", 2030, "20%", target.Milestone{Year: 2024, Cut: ghg.MustShare("-8%")})
	p, err := tt.Progress(2022, target.Linear, target.GapRules, years(2022, "10.3"))
	require.NoError(t, err)
	assert.Equal(t, target.OnTrack, p.Status, "the path is at 10.4")
	assert.Equal(t, target.Regressed, mustProgress(t, tt, 2022, years(2022, "10.3")).Status)
}
