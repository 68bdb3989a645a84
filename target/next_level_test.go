package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// toZero is "55 % by 2030, zero by 2050" from 10 Mt in 2018.
func toZero(t *testing.T) target.Target {
	return fromBase(t, 2018, "10 Mt", 2050, "100%", target.Milestone{Year: 2030, Cut: ghg.MustShare("55%")})
}

// 8 Mt in 2024: 2 of 10 Mt in 6 of 32 years is ahead of the line to 2050, and far
// behind that to 2030, on which 7.25 Mt stand.
func TestThePaceSaysThatItSeesNoMilestone(t *testing.T) {
	p := mustProgress(t, toZero(t), 2024, years(2024, "8"))
	assert.Equal(t, target.Ahead, p.Status)
	assert.Equal(t, "1.066666666667", p.Pace.String())
	assert.Equal(t, "0.727272727273", p.LevelPace.String()) // 2/2.75
	f := found(t, p.Findings, target.FindingMilestoneNotJudged)
	assert.Equal(t, ghg.Warning, f.Severity)
	assert.Equal(t, "the pace of 1.066666666667 is that of the straight line to 2050, which sees no milestone: "+
		"from level to level it is 0.727272727273, and the milestone of 2030 needs 583333.333333333333 tCO2e (AR5) a year; "+
		"that is off track, not ahead", f.Detail)

	// On both lines it is the same: 6.5 Mt is ahead of either.
	p = mustProgress(t, toZero(t), 2024, years(2024, "6.5"))
	assert.Equal(t, ghg.Note, found(t, p.Findings, target.FindingMilestoneNotJudged).Severity)
	// After the milestone there is only the due year to go.
	p = mustProgress(t, toZero(t), 2040, years(2040, "3"))
	assert.NotContains(t, found(t, p.Findings, target.FindingMilestoneNotJudged).Detail, "needs")
	assert.Equal(t, 2050, p.Next.Year)
	// Rules that judge the gap go through the milestones, and need no remark.
	gap, err := toZero(t).Progress(2024, target.Linear, target.GapRules, years(2024, "8"))
	require.NoError(t, err)
	assert.Equal(t, target.OffTrack, gap.Status)
	assert.False(t, contains(gap.Findings, target.FindingMilestoneNotJudged))
	// Without milestones there is one line.
	p = mustProgress(t, fromBase(t, 2018, "10 Mt", 2050, "100%"), 2024, years(2024, "8"))
	assert.False(t, contains(p.Findings, target.FindingMilestoneNotJudged))
	assert.Equal(t, p.Pace, p.LevelPace)
}

func TestNextLevel(t *testing.T) {
	p := mustProgress(t, toZero(t), 2024, years(2024, "8"))
	n := p.Next
	assert.Equal(t, 2030, n.Year)
	assert.Equal(t, "4500000 tCO2e (AR5)", n.Limit.String())
	assert.Equal(t, "3500000 tCO2e (AR5)", n.Remaining.String())
	assert.Equal(t, "583333.333333333333 tCO2e (AR5) a year", n.RequiredLinear.String()) // 3.5 Mt in 6 years
	assert.Equal(t, "0.058333333333", n.RequiredShare.String())
	assert.Equal(t, "0.091439703584", n.RequiredCompound.String()) // 1 - (4.5/8)^(1/6)
	assert.Equal(t, "0.030769230769", p.RequiredLinearShare.String(), "8 Mt in 26 years")
	text := p.Explain().String()
	assert.Contains(t, text, "next            = (E - M[2030]) / (yn - y) = (8,000,000 - 4,500,000) / (2030 - 2024) = "+
		"583,333.333333333333 tCO2e (AR5)/yr")
	assert.Contains(t, text, "level_pace      = (B - E) / (B - v) = ")
	b, err := json.Marshal(p)
	require.NoError(t, err)
	assert.Contains(t, string(b), `"levelPace":{"value":"0.727272727273"}`)
	assert.Contains(t, string(b), `"nextLevel":{"year":2030,"level":"4500000 tCO2e (AR5)","remaining":"3500000 tCO2e (AR5)",`)

	for year, want := range map[int]int{2018: 2030, 2029: 2030, 2030: 2050, 2049: 2050, 2050: 0, 2055: 0} {
		assert.Equal(t, want, mustProgress(t, toZero(t), year, years(year, "5")).Next.Year, year)
	}
	none := mustProgress(t, toZero(t), 2050, years(2050, "5")).Next
	assert.Equal(t, "no level is left", none.String())
	assert.Equal(t, "no level is left", none.RequiredLinear.Undefined())
	assert.Equal(t, "2030: 4500000 tCO2e (AR5), by 583333.333333333333 tCO2e (AR5) a year", n.String())
	// The levels of a goal that grows first ask for no cut by then.
	p = mustProgress(t, fromBase(t, 2020, "10 Mt", 2030, "20%", target.Milestone{Year: 2024, Cut: ghg.MustShare("-8%")}), 2022,
		years(2022, "9.5"))
	assert.Equal(t, "the levels ask for no cut by then", p.LevelPace.Undefined())
}
